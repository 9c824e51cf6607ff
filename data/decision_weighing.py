"""The sheet "Afweging" of a decision: weights and scores, and totals as formulas over them.

The formulas use only functions that every spreadsheet has. Below the totals stands what was laid
down, and whether the two are still the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isclose

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from core.criteria import GROUPS, Criterion
from core.decision import Decision, OptionOutcome
from core.scale import SCORES
from data.decision_sheet import Sheet, Style, Value
from data.decision_words import to_settle

UNKNOWN, EMPTY = "weet niet", "niet ingevuld"
_HEAD, _FIRST = 3, 4  # the row of the headings, and of the first criterion
_CODE, _LABEL, _PRECONDITION, _POINTS, _OPTIONS = range(1, 6)
_EXPLAINED = (
    "Verander een score (1 tot 5) of een aantal punten: de totalen rekenen mee. '{EMPTY}' of "
    f"'{UNKNOWN}' telt voor het laagste totaal als 1 en voor het hoogste als 5."
)
_SAME = 0.001  # points of a total


@dataclass(frozen=True)
class _Part:
    """Criteria that have a total of their own, and the rows that they are in (from 1)."""

    name: str
    criteria: Sequence[Criterion]
    first: int

    @property
    def last(self) -> int:
        return self.first + len(self.criteria) - 1

    def cells(self, column: int) -> str:
        """The cells of these criteria in a column, as formulas name them."""
        name = xl_col_to_name(column)
        return f"{name}${self.first}:{name}${self.last}"


def write_weighing(book: xlsxwriter.Workbook, decision: Decision) -> None:
    """Add the sheet to the workbook."""
    across = len(decision.options)
    widths = (20, 8, 38, 16, 9, *(16,) * across)
    sheet = Sheet(book, "Afweging", widths, top=_FIRST, left=_OPTIONS, landscape=across > 2)
    sheet.write(0, 0, decision.question, "title")
    sheet.page.write_string(1, 0, _EXPLAINED)
    options = [f"{one.code} {one.name}" for one in decision.options]
    headings = ("Groep", "Code", "Criterium", "Randvoorwaarde", "Punten", *options)
    sheet.row(_HEAD, headings, "head")
    _write_scores(sheet, decision)
    below = _FIRST + len(decision.criteria) + 1
    below = _write_totals(sheet, decision, below)
    _write_laid_down(sheet, decision, below)


def _write_scores(sheet: Sheet, decision: Decision) -> None:
    for row, one in enumerate(decision.criteria, _FIRST):
        condition = "ja" if one.precondition else "nee"
        sheet.row(row, (one.group.capitalize(), one.code, one.label, condition))
        sheet.write(row, _POINTS, decision.points[one.code], "hundredth")
        for column, option in enumerate(decision.options, _OPTIONS):
            sheet.write(row, column, decision.cell(option.code, one.code).said, "score")
    last = _FIRST + len(decision.criteria) - 1
    allowed = {
        "validate": "list",
        "source": [*map(str, SCORES), UNKNOWN, EMPTY],
        "error_title": "Score",
        "error_message": f"Een score is 1, 2, 3, 4 of 5, of '{UNKNOWN}'.",
    }
    weight = {
        "validate": "decimal",
        "criteria": ">=",
        "value": 0,
        "error_title": "Punten",
        "error_message": "Punten zijn 0 of meer.",
    }
    sheet.page.data_validation(_FIRST, _POINTS, last, _POINTS, weight)
    if decision.options:
        right = _OPTIONS + len(decision.options) - 1
        sheet.page.data_validation(_FIRST, _OPTIONS, last, right, allowed)


def _parts(decision: Decision) -> list[_Part]:
    """The groups in their order, which is that of the rows, and all together last."""
    parts, first = [], _FIRST + 1
    for group in GROUPS:
        criteria = [one for one in decision.criteria if one.group == group]
        if criteria:
            parts.append(_Part(group.capitalize(), criteria, first))
            first += len(criteria)
    return [*parts, _Part("Totaal", decision.criteria, _FIRST + 1)]


def _write_totals(sheet: Sheet, decision: Decision, row: int) -> int:
    """The totals from this row on; gives the first row after them, with the check in it."""
    sheet.row(row, ("Herrekend", "", "", "", "Punten", *[""] * len(decision.options)), "head")
    for part in _parts(decision):
        weights = part.cells(_POINTS)
        whole = sum(decision.points[one.code] for one in part.criteria)
        totals = _totals(decision, part)
        for up, end in enumerate(("laagst", "hoogst")):
            row += 1
            sheet.row(row, (part.name, "", f"{part.name}, {end} (0 tot 100)", ""), "group")
            sheet.formula(row, _POINTS, f"=SUM({weights})", whole)
            for column, option in enumerate(decision.options, _OPTIONS):
                formula = _total_formula(weights, part.cells(column), high=bool(up))
                total = totals[option.code]
                sheet.formula(row, column, formula, "" if total is None else total[up])
    return row + 1


def _total_formula(weights: str, scores: str, *, high: bool) -> str:
    """Points times (score - 1) / 4 over the known scores; for the highest those unknown in full."""
    earned = f"(SUMPRODUCT({weights},{scores})-SUMPRODUCT({weights},1*ISNUMBER({scores})))/4"
    if high:
        earned += f"+SUMPRODUCT({weights},1-ISNUMBER({scores}))"
    return f'=IF(SUM({weights})=0,"",100*({earned})/SUM({weights}))'


def _totals(decision: Decision, part: _Part) -> dict[str, tuple[float, float] | None]:
    """What the formulas give for each option of the decision; None where nothing has weight."""
    whole = sum(decision.points[one.code] for one in part.criteria)
    scores = {(one.option, one.criterion): one.score for one in decision.cells}
    totals: dict[str, tuple[float, float] | None] = {}
    for option in decision.options:
        low = unknown = 0.0
        for one in part.criteria:
            score = scores.get((option.code, one.code))
            if score is None:
                unknown += decision.points[one.code]
            else:
                low += decision.points[one.code] * (score - 1) / 4
        ends = (100 * low / whole, 100 * (low + unknown) / whole) if whole else None
        totals[option.code] = ends
    return totals


def _write_laid_down(sheet: Sheet, decision: Decision, row: int) -> None:
    """What the decision holds, and whether the totals (the two rows above) still say the same."""
    outcomes = {one.option: one for one in decision.outcome}
    totals = _totals(decision, _parts(decision)[-1])
    lines: dict[str, Style] = {
        "Totaal in het besluit, laagst": "hundredth",
        "Totaal in het besluit, hoogst": "hundredth",
        "Rang": "score",
        "Oordeel": "plain",
        "Randvoorwaarden": "plain",
        "Eerste: aandeel van wegingen in de buurt": "share",
        "Eerste: aandeel van alle wegingen": "share",
    }
    check, top = row, row + 2
    sheet.row(check, ("Controle", "", "Totaal gelijk aan het besluit", "", ""), "group")
    sheet.row(top, ("Vastgelegd", "", "", "", "", *[""] * len(decision.options)), "head")
    for at, name in enumerate(lines, top + 1):
        sheet.row(at, ("Vastgelegd", "", name))
    for column, option in enumerate(decision.options, _OPTIONS):
        outcome = outcomes[option.code]
        for at, (value, style) in enumerate(
            zip(_values(decision, outcome), lines.values(), strict=True), top + 1
        ):
            sheet.write(at, column, value, style)
        total = totals[option.code]
        name = xl_col_to_name(column)
        same = [f"ABS({name}{check - 1 + up}-{name}{top + 2 + up})<{_SAME}" for up in (0, 1)]
        is_same = total is not None and all(
            isclose(now, then, abs_tol=_SAME, rel_tol=0)
            for now, then in zip(total, outcome.total, strict=True)
        )
        sheet.formula(
            check, column, f'=IF(AND({",".join(same)}),"ja","nee")', "ja" if is_same else "nee"
        )


def _values(decision: Decision, outcome: OptionOutcome) -> tuple[Value, ...]:
    return (
        *outcome.total,
        outcome.rank,
        outcome.band,
        "; ".join(to_settle(decision, outcome)) or "voldaan",
        outcome.first_near,
        outcome.first_free,
    )
