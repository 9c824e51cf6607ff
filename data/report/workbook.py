"""The report as a workbook: what it is of on the first sheet, then all rows of each chapter."""

import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pyarrow as pa
import xlsxwriter

from core.coverage import LABELS, MEANINGS, Definition
from core.filters import Filters
from core.report import TURNS, Figures
from core.report_wording import FIGURES, method, turn_line
from core.wording import number
from data import portfolio
from data.decision_words import named
from data.export import MOST_ROWS, add_rows, explain
from data.goal_subjects import alignment_extract, dependencies_extract, goals_extract
from data.portfolio import PARTNERSHIP_COLUMNS
from data.report.contents import Contents, Step
from data.report.pdf import about, whose
from data.store import Reader, Row
from data.subjects import Extract, attention_extract, coverage_extract

_FIRST, _LAST = 0.1, 0.98
Sheet = tuple[str, Callable[[], tuple[pa.Table, dict[str, str]]]]
_FIGURES = {
    "measure_date": "Peildatum",
    "partnerships": "Lopende samenwerkingen",
    "pipeline": "In voorbereiding",
    "partners": "Partners",
    "themes": "Thema’s",
    "gemeenten": "Gemeenten",
    "gemeenten_in_scope": "Gemeenten in het werkgebied",
    "under_agreement": "Onder een overeenkomst",
    "agreement_share": "Deel met overeenkomst",
    "undated": "Zonder startdatum",
}
_DIMENSIONS = {
    "theme": "Thema",
    "form": "Vorm",
    "partner_type": "Partnertype",
    "status": "Status",
}
_DIVISION = {
    "what": "Verdeling naar",
    "label": "Wat",
    "active": "Lopend",
    "pipeline": "In voorbereiding",
    "partnerships": "Alle",
    "hours": "Uren per jaar",
}
_CHANGED = {
    "what": "Wat",
    "name": "Samenwerking",
    "library": "Bibliotheek",
    "partners": "Partners",
    "theme_labels": "Thema’s",
    "gemeente_names": "Gemeenten",
    "since_status": "Status toen",
    "status": "Status nu",
    "how": "Wat er veranderde",
    "start_date": "Start",
    "end_date": "Einde",
    "hours": "Uren per jaar",
    "budget": "Budget per jaar (€)",
}
_DECIDED = {
    "decided_on": "Besloten op",
    "question": "Vraag",
    "library": "Bibliotheek",
    "decision": "Besluit",
    "chosen": "Gekozen",
    "actions": "Afspraken",
    "review_on": "Terugblik",
    "finding": "Wat de tabel zei",
}


def report_workbook(store: Reader, contents: Contents, step: Step) -> bytes:
    """The .xlsx. Rows come anew from the store: the PDF has a part of them only."""
    memory = io.BytesIO()
    # With constant_memory a row is written to disk as soon as the next begins.
    options = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True}
    sheets = list(_sheets(store, contents))
    with xlsxwriter.Workbook(memory, options) as book:
        explain(book, "Over dit rapport", _about(contents, sheets))
        for at, (name, rows) in enumerate(sheets):

            def written(share: float, at: int = at, name: str = name) -> None:
                done = (at + share) / len(sheets)
                step(f"Blad {name} schrijven", _FIRST + (_LAST - _FIRST) * done)

            written(0.0)
            table, headings = rows()
            add_rows(book, name, table, headings, written)
        step("De werkmap afronden", _LAST)
    return memory.getvalue()


def _sheets(store: Reader, contents: Contents) -> Iterator[Sheet]:
    """The sheets of the parts that were asked for; the rows are made when their turn comes."""
    filters, definition = contents.filters, contents.asked.definition
    makers: dict[str, Iterable[Sheet]] = {
        "overview": (
            ("Kerncijfers", lambda: (_figures(contents), _FIGURES)),
            ("Verdeling", lambda: (_division(contents), _DIVISION)),
        ),
        "coverage": (
            ("Dekking", lambda: _of(coverage_extract(store, filters, definition, totals=True))),
        ),
        "goals": (
            ("Doelen", lambda: _of(goals_extract(store, filters))),
            ("Aansluiting", lambda: _of(alignment_extract(store, filters))),
        ),
        "dependencies": (("Afhankelijkheid", lambda: _of(dependencies_extract(store, filters))),),
        "attention": (("Aandacht", lambda: _of(attention_extract(store, filters))),),
        "decisions": (("Besluiten", lambda: (_decided(contents), _DECIDED)),),
        "changes": (
            ("Toen en nu", lambda: _then_and_now(contents)),
            ("Veranderingen", lambda: (_changed(contents), _CHANGED)),
        ),
    }
    for part, sheets in makers.items():
        if part in contents.asked.parts:
            yield from sheets
    yield ("Samenwerkingen", lambda: (portfolio.partnerships(store, filters), PARTNERSHIP_COLUMNS))


def _about(contents: Contents, sheets: list[Sheet]) -> dict[str, str]:
    definition: Definition = contents.asked.definition
    return {
        "Rapport": f"Rapport samenwerkingen, {whose(contents)}",
        **dict(about(contents)),
        "Vergelijking": contents.then.said,
        "Dekking": f"{LABELS[definition]}: {MEANINGS[definition]}.",
        "Bladen": ", ".join(name for name, _ in sheets),
        "Rijen": f"Elk blad heeft alle rijen, ten hoogste {number(MOST_ROWS)}.",
        **method(definition),
        "Bron": "Het eigen gegevensbestand van dit programma; zie ook Bronnen in het programma.",
    }


def _of(extract: Extract) -> tuple[pa.Table, dict[str, str]]:
    return extract.table(), extract.headings


def _figures(contents: Contents) -> pa.Table:
    return _table(contents.figures, _FIGURES, {"measure_date": pa.date32()})


def _division(contents: Contents) -> pa.Table:
    rows = [row | {"what": _DIMENSIONS[row["dimension"]]} for row in contents.composition]
    return _table(rows, _DIVISION, dict.fromkeys(("what", "label"), pa.string()))


def _changed(contents: Contents) -> pa.Table:
    rows = [
        row | {"what": TURNS[row["turn"]], "how": turn_line(row)}
        for row in contents.changes.to_pylist()
    ]
    lists = dict.fromkeys(("partners", "theme_labels", "gemeente_names"), pa.list_(pa.string()))
    texts = ("what", "name", "library", "since_status", "status", "how")
    days = dict.fromkeys(("start_date", "end_date"), pa.date32())
    return _table(rows, _CHANGED, lists | days | dict.fromkeys(texts, pa.string()))


def _decided(contents: Contents) -> pa.Table:
    rows: list[Row] = []
    for stored in contents.decisions:
        one = stored["content"].decision
        done = [" · ".join(filter(None, (action.what, action.owner))) for action in one.actions]
        rows.append(
            {
                "decided_on": one.decided_on,
                "question": one.question,
                "library": one.library,
                "decision": one.decision,
                "chosen": named(one, one.chosen),
                "actions": done,
                "review_on": one.review_on,
                "finding": one.finding,
            }
        )
    texts = dict.fromkeys(("question", "library", "decision", "finding"), pa.string())
    lists = dict.fromkeys(("chosen", "actions"), pa.list_(pa.string()))
    days = dict.fromkeys(("decided_on", "review_on"), pa.date32())
    return _table(rows, _DECIDED, texts | lists | days)


def _then_and_now(contents: Contents) -> tuple[pa.Table, dict[str, str]]:
    """The figures of both days, then the coverage of each theme on both."""
    headings = {
        "what": "Wat",
        "then": f"{contents.since:%d-%m-%Y}",
        "now": f"{contents.filters.measure_date:%d-%m-%Y}",
        "then_of": "Noemer toen",
        "now_of": "Noemer nu",
    }
    rows: list[dict[str, Any]] = [
        {
            "what": label,
            "then": _value(contents.then.figures, name),
            "now": _value(contents.now, name),
        }
        for name, (label, _) in FIGURES.items()
    ]
    for row in contents.totals:
        was = contents.then.coverage.get(row["theme"], (None, None))
        rows.append(
            {
                "what": f"Dekking {row['theme_label']}",
                "then": was[0],
                "now": row["numerator"],
                "then_of": was[1],
                "now_of": row["denominator"],
            }
        )
    return _table(rows, headings, {"what": pa.string()}), headings


def _value(figures: Figures, name: str) -> float | None:
    found: float | None = getattr(figures, name)
    return found


def _table(rows: list[Row], headings: dict[str, str], kinds: dict[str, pa.DataType]) -> pa.Table:
    """Rows as a table with a type for every column, also where there are none."""
    schema = pa.schema([(name, kinds.get(name, pa.float64())) for name in headings])
    kept = [
        {
            name: float(row[name])
            if row.get(name) is not None and name not in kinds
            else row.get(name)
            for name in headings
        }
        for row in rows
    ]
    return pa.Table.from_pylist(kept, schema)


def report_name(contents: Contents) -> str:
    """The name of its files, without their extension."""
    filters: Filters = contents.filters
    return f"rapport-samenwerkingen-{filters.measure_date:%d-%m-%Y}"
