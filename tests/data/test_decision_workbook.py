"""The decision as a workbook: its formulas are computed once more, from what is in the file."""

import io
import re
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

import openpyxl
import pytest

from core.consideration_table import Option
from core.criteria import Criterion
from core.decision import Action, StoredDecision
from data.decision_workbook import decision_workbook
from tests.decisions import CRITERIA, a_decision, criteria, options

ADDRESS = "http://localhost:8501/afweging?besluit=12"
UNEQUAL = {"P1": 40.0, "P2": 7.5, "T1": 33.125, "R1": 19.375}
GAPS = {("A", "T1"): None, ("B", "P1"): None, ("B", "R1"): None}
CASES = {
    "equal weights": a_decision(),
    "unequal weights and gaps": a_decision(points=UNEQUAL, scores=GAPS, session=True),
    "nothing known": a_decision(scores={(o, c.code): None for o in "AB" for c in CRITERIA}),
    "a group without weight": a_decision(points={"P1": 60, "P2": 40, "T1": 0, "R1": 0}),
    "one group only": a_decision(judged_by=CRITERIA[:2], weighed=options("Taalhuis")),
    "eight options, forty criteria": a_decision(
        weighed=options(*"ijklmnop"), judged_by=criteria(40), scores={("H", "C7"): None}
    ),
}


def opened(stored: StoredDecision, *, cached: bool = False) -> Any:
    content = decision_workbook(stored, ADDRESS)
    return openpyxl.load_workbook(io.BytesIO(content), data_only=cached)


def rows_of(page: Any) -> dict[str, int]:
    """The row of each line of the sheet, by the text in its third column."""
    return {page.cell(at, 3).value: at for at in range(1, page.max_row + 1)}


class Cells:
    """Cells of a range, with the arithmetic that spreadsheets do cell by cell."""

    def __init__(self, values: Iterable[Any]) -> None:
        self.values = list(values)

    def __rmul__(self, other: float) -> "Cells":
        return Cells(other * one for one in self.values)

    def __rsub__(self, other: float) -> "Cells":
        return Cells(other - one for one in self.values)


def is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def sumproduct(weights: Cells, other: Cells) -> float:
    """Texts and empty cells count as nought, as they do in a spreadsheet."""
    pairs = zip(weights.values, other.values, strict=True)
    return sum(a * b for a, b in pairs if is_number(a) and is_number(b))


def computed(page: Any, formula: str) -> Any:
    """What a formula of our few functions gives: it is spelled as Python and evaluated."""
    functions: dict[str, Callable[..., Any]] = {
        "CELLS": lambda area: Cells(row[0].value for row in page[area.replace("$", "")]),
        "CELL": lambda name: (
            computed(page, str(page[name].value))
            if str(page[name].value).startswith("=")
            else page[name].value
        ),
        "SUM": lambda cells: sum(one for one in cells.values if is_number(one)),
        "SUMPRODUCT": sumproduct,
        "ISNUMBER": lambda cells: Cells(int(is_number(one)) for one in cells.values),
        "ABS": abs,
        "AND": lambda *all_of: all(all_of),
        "IF": lambda test, yes, no: yes() if test() else no(),
    }
    spelled = formula.removeprefix("=")
    spelled = re.sub(r"\b([A-Z]+\$\d+:[A-Z]+\$\d+)", r"CELLS('\1')", spelled)
    spelled = re.sub(r"(?<![\w'$])([A-Z]{1,2}\d+)(?![\w'(])", r"CELL('\1')", spelled)
    spelled = spelled.replace(")=0,", ")==0,")
    arguments = re.fullmatch(r"IF\((.*),(\"\w*\"),(.*)\)", spelled)
    assert arguments is not None or not spelled.startswith("IF")
    if arguments:
        spelled = f"IF({', '.join(f'lambda: {one}' for one in arguments.groups())})"
    return eval(spelled, {"__builtins__": {}, **functions})


def formulas(page: Any) -> dict[str, str]:
    return {
        cell.coordinate: cell.value
        for row in page.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


@pytest.mark.parametrize("stored", CASES.values(), ids=CASES)
def test_totals_recompute_to_the_outcome(stored: StoredDecision) -> None:
    page, decision = opened(stored)["Afweging"], stored.decision
    rows = rows_of(page)
    for column, option in enumerate(decision.options, 6):
        outcome = next(one for one in decision.outcome if one.option == option.code)
        parts = {name.capitalize(): ends for name, ends in outcome.groups.items()}
        for name, ends in (parts | {"Totaal": outcome.total}).items():
            for end, expected in zip(("laagst", "hoogst"), ends, strict=True):
                formula = page.cell(rows[f"{name}, {end} (0 tot 100)"], column).value
                assert computed(page, formula) == pytest.approx(expected, abs=1e-9)
        check = page.cell(rows["Totaal gelijk aan het besluit"], column).value
        assert computed(page, check) == "ja"


@pytest.mark.parametrize("stored", CASES.values(), ids=CASES)
def test_programs_that_do_not_compute_show_the_same(stored: StoredDecision) -> None:
    page, shown = opened(stored)["Afweging"], opened(stored, cached=True)["Afweging"]
    found = formulas(page)
    assert len(found) > 2 * len(stored.decision.options)
    for at, formula in found.items():
        now, cached = computed(page, formula), shown[at].value
        assert cached == (pytest.approx(now, abs=1e-9) if is_number(now) else now or None)


def test_another_score_or_weight_gives_other_totals() -> None:
    page = opened(CASES["unequal weights and gaps"])["Afweging"]
    rows = rows_of(page)
    low, high = (rows[f"Totaal, {end} (0 tot 100)"] for end in ("laagst", "hoogst"))
    first = {at: page.cell(at, 6).value for at in (low, high)}
    before = {at: computed(page, formula) for at, formula in first.items()}
    page.cell(rows["Bereik van nieuwe doelgroepen"], 6).value = 1
    after = {at: computed(page, formula) for at, formula in first.items()}
    assert after[low] == pytest.approx(before[low])
    assert after[high] == pytest.approx(before[high] - UNEQUAL["T1"])
    assert computed(page, page.cell(rows["Totaal gelijk aan het besluit"], 6).value) == "nee"
    for label in ("Gedeelde ambitie", "Beschikbare uren", "Bereik van nieuwe doelgroepen"):
        page.cell(rows[label], 5).value = None
    score = page.cell(rows["Strategische passendheid"], 6).value
    assert computed(page, first[low]) == pytest.approx(100 * (score - 1) / 4)


def test_a_group_without_weight_has_no_total() -> None:
    page = opened(CASES["a group without weight"], cached=True)["Afweging"]
    rows = rows_of(page)
    assert page.cell(rows["Realiseerbaarheid, laagst (0 tot 100)"], 6).value is None


def test_the_table_guards_its_scores_and_keeps_its_headings() -> None:
    page = opened(CASES["unequal weights and gaps"])["Afweging"]
    assert page.freeze_panes == "F5"
    assert [cell.value for cell in page[4]][4:] == [
        "Punten",
        "A Taalhuis Zaan",
        "B Boekstart met de GGD",
    ]
    weights, scores = sorted(page.data_validations.dataValidation, key=lambda one: one.type)
    assert (weights.type, str(weights.sqref), weights.formula1) == ("decimal", "E5:E8", "0")
    assert (scores.type, str(scores.sqref)) == ("list", "F5:G8")
    assert scores.formula1 == '"1,2,3,4,5,weet niet,niet ingevuld"'
    assert page["F5"].value == 3
    assert page["F7"].value == "niet ingevuld"


def test_every_sheet_prints_on_a4_under_its_own_heading() -> None:
    book = opened(CASES["unequal weights and gaps"])
    assert book.sheetnames == ["Afweging", "Besluit", "Spreiding", "Criteria", "Herkomst"]
    for page in book:
        assert (page.page_setup.paperSize, page.page_setup.fitToHeight) == (9, 0)
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert page.freeze_panes is not None
        assert page.print_title_rows is not None


def test_what_was_decided_stands_in_typed_cells() -> None:
    page = opened(a_decision(agreement=0.63))["Besluit"]
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    by_name = {row[0]: row[1] for row in rows}
    assert rows[0][0] == "Met wie bereiken we laaggeletterden in 2027?"
    assert by_name["Datum van het besluit"] == datetime(2026, 11, 22)
    assert by_name["Overeenstemming (Kendall's W)"] == 0.63
    assert [row[1] for row in rows if row[0] == "Deelnemers"] == [
        "Marieke de Vries",
        "Ahmed Yıldız",
        "José van ’t Hoff",
    ]
    expected = ["", "Intentieverklaring opstellen", "Marieke de Vries", datetime(2027, 1, 15)]
    assert [value or "" for value in rows[-2]] == expected


def test_spread_is_there_for_every_round_of_a_session() -> None:
    book = opened(a_decision(session=True))
    rows = [[cell.value for cell in row] for row in book["Spreiding"].iter_rows()]
    assert len(rows) == 1 + 2 * 4 * 2
    assert rows[1][4:] == [1, 4, 3, 2.5, 3.5, 1, 5]
    assert "Spreiding" not in opened(a_decision()).sheetnames


def test_where_it_comes_from() -> None:
    stored = a_decision()
    for told, unchanged in ((stored, True), (stored.model_copy(update={"hash": "0" * 64}), False)):
        page = opened(told)["Herkomst"]
        rows = {row[0].value: row[1].value for row in page.iter_rows()}
        assert rows["Vingerafdruk (SHA-256)"] == told.hash
        assert (rows["Criteria"], rows["Adres"]) == ("Criteria van de Zaan, versie 3", ADDRESS)
        assert (rows["Ongewijzigd"] == "ja") is unchanged


@pytest.mark.parametrize("start", "=+-@")
def test_what_people_typed_is_never_a_formula(start: str) -> None:
    typed = f'{start}HYPERLINK("http://kwaad.nl";"klik") http://kwaad.nl'
    asked = Criterion(code="P1", label=typed, group="passendheid", question=typed, anchor_1=typed)
    stored = a_decision(
        weighed=(Option(code="A", name=typed, note=typed),),
        judged_by=(asked,),
        session=True,
        notes={("A", "P1"): typed},
        question=typed,
        library=typed,
        took_part=(typed,),
        finding=typed,
        certainty=(typed,),
        decision=typed,
        actions=(Action(what=typed, owner=typed),),
        criteria_name=typed,
        data_version=typed,
    )
    book = opened(stored)
    found = [cell for page in book for row in page.iter_rows() for cell in row]
    assert sum(cell.value == typed for cell in found) >= 15
    assert not [cell for cell in found if cell.hyperlink]
    for cell in found:
        if cell.data_type == "f":
            assert "HYPERLINK" not in cell.value
