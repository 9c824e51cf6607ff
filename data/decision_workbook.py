"""A decision as a workbook for whoever checks it: totals are formulas over the scores and weights.

The sheets: what was weighed, what was decided, how far the scores of participants lay apart, what
was noted with them, what the criteria mean and where it all comes from.
"""

import io
from itertools import chain

import xlsxwriter

from core.decision import DecidedCell, Decision, StoredDecision
from data.decision_sheet import Sheet, Value
from data.decision_weighing import write_weighing
from data.decision_words import OF_OLD, criteria_of, method_of, named

_CELL = ("Letter", "Optie", "Code", "Criterium")
_SPREAD = (
    "Ronde", "Aantal", "Mediaan", "Kwartiel laag", "Kwartiel hoog", "Laagste", "Hoogste",
)  # fmt: skip
_CRITERION = (
    "Code", "Criterium", "Groep", "Randvoorwaarde", "Vraag", "1 betekent", "3 betekent",
    "5 betekent", "Literatuur",
)  # fmt: skip


def decision_workbook(stored: StoredDecision, address: str) -> bytes:
    """An .xlsx of the decision; `address` is the link that opens it."""
    memory = io.BytesIO()
    settings = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    decision = stored.decision
    with xlsxwriter.Workbook(memory, settings) as book:
        book.set_properties({"title": f"Besluit: {decision.question}"[:255]})
        write_weighing(book, decision)
        _write_pairs(Sheet(book, "Besluit", (26, 80, 30)), _decided(decision))
        if any(one.spread for one in decision.cells):
            widths = (8, 34, 10, 34, *(10,) * len(_SPREAD))
            page = Sheet(book, "Spreiding", widths, landscape=True)
            page.table((*_CELL, *_SPREAD), _spread(decision))
        if any(one.note for one in decision.cells):
            page = Sheet(book, "Toelichtingen", (8, 34, 10, 34, 10, 80), landscape=True)
            page.table((*_CELL, "Score", "Toelichting"), _notes(decision))
        page = Sheet(book, "Criteria", (10, 34, 20, 16, 50, 30, 30, 30, 40), landscape=True)
        page.table(_CRITERION, _criteria(decision))
        _write_pairs(Sheet(book, "Herkomst", (26, 80)), _origin(stored, address))
    return memory.getvalue()


def _write_pairs(sheet: Sheet, rows: list[tuple[Value, ...]]) -> None:
    """The first row as the title; below it what (bold) and the values."""
    sheet.write(0, 0, rows[0][0], "title")
    for at, (what, *values) in enumerate(rows[1:], 1):
        sheet.write(at, 0, what, "bold")
        for column, value in enumerate(values, 1):
            sheet.write(at, column, value)


def _decided(decision: Decision) -> list[tuple[Value, ...]]:
    several = {
        "Deelnemers": decision.took_part,
        "Gekozen": named(decision, decision.chosen),
        "Zekerheid": decision.certainty,
    }
    return [
        (decision.question,),
        ("Bibliotheek", decision.library),
        ("Datum van het besluit", decision.decided_on),
        ("Besluit", decision.decision),
        *(("Opties", f"{one.code} {one.name}", one.note or None) for one in decision.options),
        ("Bevinding", decision.finding),
        *chain.from_iterable(((what, one) for one in values) for what, values in several.items()),
        ("Overeenstemming (Kendall's W)", decision.agreement),
        ("Terugkijken op", decision.review_on),
        *([("Afspraken", "Wat", "Wie", "Voor")] if decision.actions else []),
        *(("", one.what, one.owner, one.due) for one in decision.actions),
    ]


def _spread(decision: Decision) -> list[tuple[Value, ...]]:
    return [
        (
            *names,
            one.round,
            one.count,
            one.median,
            one.quartile_low,
            one.quartile_high,
            one.low,
            one.high,
        )
        for names, cell in _cells(decision)
        for one in cell.spread
    ]


def _notes(decision: Decision) -> list[tuple[Value, ...]]:
    return [(*names, cell.said, cell.note) for names, cell in _cells(decision) if cell.note]


def _cells(decision: Decision) -> list[tuple[tuple[str, ...], DecidedCell]]:
    """The cells in the order of the table, each with the columns that say which it is."""
    found = {(one.option, one.criterion): one for one in decision.cells}
    return [
        ((option.code, option.name, one.code, one.label), found[(option.code, one.code)])
        for option in decision.options
        for one in decision.criteria
        if (option.code, one.code) in found
    ]


def _criteria(decision: Decision) -> list[tuple[Value, ...]]:
    return [
        (
            one.code,
            one.label,
            one.group,
            "ja" if one.precondition else "nee",
            one.question,
            *one.anchors.values(),
            one.literature,
        )
        for one in decision.criteria
    ]


def _origin(stored: StoredDecision, address: str) -> list[tuple[Value, ...]]:
    decision = stored.decision
    return [
        ("Herkomst",),
        ("Criteria", criteria_of(decision)),
        ("Stand van de gegevens", decision.data_version),
        ("Vingerafdruk (SHA-256)", stored.hash),
        ("Ongewijzigd", "ja" if stored.is_unchanged else OF_OLD),
        ("Adres", address),
        *(("Berekening", sentence) for sentence in method_of(decision)),
    ]
