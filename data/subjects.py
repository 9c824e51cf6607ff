"""The subjects of an export: each as records for programs and as a table for people."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pyarrow as pa

from core.attention import REASONS
from core.coverage import LABELS, MEANINGS, UNLINKED, Definition
from core.filters import Filters
from data import choices, coverage, portfolio
from data.ingest.layouts import FIELDS
from data.ingest.partnerships import known_goals
from data.partnership_sheet import partnership_sheet
from data.store import Reader, Row


@dataclass(frozen=True)
class Extract:
    """The rows of a subject: as records for programs, and as a table for people."""

    records: list[Row]
    sheet: str
    table: Callable[[], pa.Table]
    headings: dict[str, str]
    about: Callable[[], dict[str, str]]
    warnings: Callable[[], dict[str, str]] = dict


_PARTNERSHIP = [
    "id",
    "name",
    "library",
    "partners",
    "partner_types",
    "themes",
    "programmes",
    "gemeenten",
    "gemeenten_served",
    "locations",
    "form",
    "level",
    "status",
    "status_label",
    "counts_as",
    "start_date",
    "end_date",
    "evaluation_date",
    "agreement",
    "agreement_date",
    "owner",
    "hours",
    "budget",
    "intended_result",
    "actual_result",
    "note",
]


def partnerships_extract(store: Reader, filters: Filters) -> Extract:
    rows = portfolio.partnerships(store, filters).to_pylist()
    records = [
        {name: row[name] for name in _PARTNERSHIP}
        | {
            "partners": row["partners"] or [],
            "partner_types": row["partner_types"] or [],
            "contributions": {one["goal"]: one["value"] for one in row["contributions"]},
            "measure_date": filters.measure_date,
        }
        for row in rows
    ]
    sheet = cache(lambda: partnership_sheet(store, rows, filters))
    names = [*FIELDS, *(goal["code"] for goal in known_goals(store.rows))]
    headings = {name: name for name in names}
    return Extract(
        records,
        "Samenwerkingen",
        table=lambda: sheet().table,
        headings=headings,
        about=lambda: sheet().about,
        warnings=lambda: sheet().warnings,
    )


_COVERAGE = [
    "theme",
    "theme_label",
    "theme_group",
    "gemeente",
    "gemeente_name",
    "definition",
    "numerator",
    "denominator",
    "share",
    "pipeline",
    "unlinked",
    "counted_from",
    "missing_locations",
    "missing_reach",
    "measure_date",
]
_TOTAL = ["gemeenten", "gemeenten_unknown", "gemeenten_empty", "reached_without_denominator"]
_COVERAGE_HEADINGS = {
    "theme_label": "Thema",
    "gemeente_name": "Gemeente",
    "gemeente": "Gemeentecode",
    "definition_label": "Definitie",
    "numerator": "Teller",
    "denominator": "Noemer (leeg: onbekend)",
    "share": "Dekking",
    "pipeline": "In voorbereiding",
    "unlinked": "Waarvan niet gekoppeld",
    "counted_from": "Noemer geteld uit",
    "missing_locations": "Locaties zonder samenwerking",
    "missing_reach": "Leerlingen, plaatsen of inwoners zonder samenwerking",
    "gemeenten_unknown": "Gemeenten zonder bekende noemer",
    "reached_without_denominator": "Bereikt in gemeenten zonder bekende noemer",
    "measure_date": "Peildatum",
}


def coverage_extract(
    store: Reader, filters: Filters, definition: Definition, totals: bool
) -> Extract:
    names = [*_COVERAGE, *(_TOTAL if totals else ())]
    records = [
        {name: row[name] for name in names}
        for row in coverage.coverage(store, filters, definition).to_pylist()
        if totals or row["gemeente"] is not None
    ]
    label = LABELS[definition]

    def table() -> pa.Table:
        shown = [
            row | {"definition_label": label, "gemeente_name": row["gemeente_name"] or "Totaal"}
            for row in records
        ]
        return pa.Table.from_pylist(shown, schema=_COVERAGE_SCHEMA)

    headings = {
        name: title for name, title in _COVERAGE_HEADINGS.items() if totals or name not in _TOTAL
    }
    about = {
        "Definitie": f"{label}: {MEANINGS[definition]}.",
    }
    if any(row["unlinked"] for row in records):
        about["Niet gekoppeld"] = UNLINKED
    return Extract(records, "Dekking", table, headings, lambda: about)


_NUMBERS = [
    "numerator",
    "denominator",
    "pipeline",
    "unlinked",
    "missing_locations",
    "missing_reach",
]
_COVERAGE_SCHEMA = pa.schema(
    {name: pa.string() for name in _COVERAGE_HEADINGS}
    | {name: pa.int64() for name in (*_NUMBERS, *_TOTAL)}
    | {"share": pa.float64(), "measure_date": pa.date32()}
)
_ATTENTION_HEADINGS = {
    "reason_label": "Reden",
    "partnership": "Samenwerking",
    "library": "Bibliotheek",
    "due": "Datum",
    "status_label": "Status",
    "owner": "Eigenaar",
    "hours": "Uren per jaar",
    "budget": "Budget per jaar",
    "partners": "Partners",
    "theme_labels": "Thema’s",
    "gemeente_names": "Gemeenten",
    "measure_date": "Peildatum",
}
_ATTENTION = [
    "id",
    "library",
    "reason",
    "due",
    "status",
    "status_label",
    "owner",
    "hours",
    "budget",
    "themes",
    "gemeenten",
]


def attention_extract(store: Reader, filters: Filters) -> Extract:
    records = [
        {"partnership": row["name"], "reason_label": REASONS[row["reason"]].label}
        | {name: row[name] for name in _ATTENTION}
        | {"partners": row["partners"] or [], "measure_date": filters.measure_date}
        for row in portfolio.attention(store, filters).to_pylist()
    ]

    def table() -> pa.Table:
        theme, gemeente = (
            {row["code"]: row[label] for row in rows}
            for rows, label in (
                (choices.themes(store), "label"),
                (choices.gemeenten(store), "name"),
            )
        )
        shown = [
            row
            | {"theme_labels": [theme.get(one, one) for one in row["themes"]]}
            | {"gemeente_names": [gemeente.get(one, one) for one in row["gemeenten"]]}
            for row in records
        ]
        return pa.Table.from_pylist(shown, schema=_ATTENTION_SCHEMA)

    about = {reason.label: reason.explanation for reason in REASONS.values()}
    return Extract(records, "Aandacht", table, _ATTENTION_HEADINGS, lambda: about)


_ATTENTION_SCHEMA = pa.schema(
    {name: pa.string() for name in _ATTENTION_HEADINGS}
    | {name: pa.list_(pa.string()) for name in ("partners", "theme_labels", "gemeente_names")}
    | {"hours": pa.float64(), "budget": pa.float64()}
    | {"due": pa.date32(), "measure_date": pa.date32()}
)
