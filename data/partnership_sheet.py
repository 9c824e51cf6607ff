"""Partnerships under the columns of the import: a file to correct and load again.

What is not changed in the file must not change in the store, so a row is written the way the
import reads it: with the status as it was entered, and with a partner type only where reading
it leads to the same partners.
"""

from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from core.filters import Filters, today
from core.names import name_key
from core.partnership_edit import ENDED
from core.wording import short_date
from data import choices
from data.ingest.findings import Remarks
from data.ingest.layouts import COLUMNS, FIELDS
from data.ingest.partners import Partners
from data.ingest.partnerships import known_goals
from data.ingest.plan import known_libraries, known_partnerships
from data.ingest.rows import Draft
from data.partner_register import partners_stored
from data.store import Reader, Row

_TYPES = {
    "uren_per_jaar": pa.float64(),
    "budget_per_jaar": pa.float64(),
    "start": pa.date32(),
    "einde": pa.date32(),
    "evaluatie": pa.date32(),
}
_SEVERAL = ("partner", "thema", "programma", "gemeente", "locatie")
_MIXED = (
    "Partners van verschillende soort in één samenwerking: de kolom partnertype is dan leeg. "
    "Bij opnieuw laden houdt elke partner die al bekend is zijn soort; een partner die het "
    "programma nog niet kent, komt er dan zonder soort in."
)
_OF_THEN = (
    "De status is die van de peildatum en niet die van nu. Laad dit bestand niet opnieuw: "
    "samenwerkingen krijgen dan de status van toen."
)


@dataclass(frozen=True)
class Sheet:
    """The rows under the headers of the import, and what a reader must know about them."""

    table: pa.Table
    about: dict[str, str]
    warnings: dict[str, str]


def partnership_sheet(store: Reader, rows: list[Row], filters: Filters) -> Sheet:
    """`rows` as `data.portfolio.partnerships` gives them."""
    goals = [row["code"] for row in known_goals(store.rows)]
    names = _Names(store)
    stored = _stored(store, rows)
    types = _partner_types(store, rows, stored)
    of_then = filters.measure_date < today()
    written = []
    for row, kind in zip(rows, types, strict=True):
        # A partnership that starts in the future stands as active, and is not so until then.
        status = row["status"] if of_then else stored[row["id"]]["status"]
        written.append(
            _written(row, names, goals)
            | {"partnertype": kind, "status": names.status[status]}
            | ({} if status == ENDED else {"reden_einde": None})
        )
    warnings = {}
    if of_then:
        warnings["Let op"] = _OF_THEN
    table = pa.Table.from_pylist(written, schema=_schema(goals))
    return Sheet(table, {"Partnertype": _MIXED}, warnings)


def _schema(goals: list[str]) -> pa.Schema:
    types: dict[str, pa.DataType] = {column.name: pa.string() for column in COLUMNS}
    types |= {name: pa.list_(pa.string()) for name in _SEVERAL} | _TYPES
    return pa.schema([*types.items(), *((goal, pa.uint8()) for goal in goals)])


class _Names:
    def __init__(self, store: Reader) -> None:
        self.gemeente = {row["code"]: row["name"] for row in choices.gemeenten(store)}
        self.theme = {row["code"]: row["label"] for row in choices.themes(store)}
        self.status = {row["code"]: row["label"] for row in choices.statuses(store)}


def _written(row: Row, names: _Names, goals: list[str]) -> Row:
    plain = {name: row[field] for name, field in FIELDS.items() if field in row}
    judged = {one["goal"]: one["value"] for one in row["contributions"]}
    return {
        **plain,
        "thema": [names.theme.get(code, code) for code in row["themes"]],
        "gemeente": [names.gemeente.get(code, code) for code in row["gemeenten"]],
        "overeenkomst": _agreement(row),
        **{goal: judged.get(goal) for goal in goals},
    }


def _agreement(row: Row) -> str | None:
    if row["agreement"] and row["agreement_date"]:
        return short_date(row["agreement_date"])
    return {True: "ja", False: "nee", None: None}[row["agreement"]]


def _stored(store: Reader, rows: list[Row]) -> dict[int, Row]:
    libraries = [row["id"] for row in known_libraries(store.rows)]
    keys = list({name_key(row["name"]) for row in rows})
    return {row["id"]: row for row in known_partnerships(store.rows, libraries, keys)}


def _partner_types(store: Reader, rows: list[Row], stored: dict[int, Row]) -> list[str | None]:
    """For each row the type of its partners; none where reading it would lead to others."""
    example = {row["id"] for row in known_libraries(store.rows) if row["is_example"]}
    known = [stored[row["id"]] for row in rows]
    ids = sorted({partner for one in known for partner in one["partners"]})
    type_of = {row["id"]: row["type"] for row in partners_stored(store, ids)}
    one_type = []
    for one in known:
        types = {type_of[partner] for partner in one["partners"]}
        # Where one of them has none, reading it would give it that of the others.
        one_type.append(types.pop() if len(types) == 1 else None)
    found = _read_again(store, rows, one_type, [one["partners"] for one in known])
    return [
        kind if one["library"] in example or partners == one["partners"] else None
        for kind, one, partners in zip(one_type, known, found, strict=True)
    ]


def _read_again(
    store: Reader, rows: list[Row], types: list[str | None], known: list[list[int]]
) -> list[list[Any]]:
    """The partners (ids) that the import would find for each row, if it had this partner type."""
    drafts = [_draft(row, kind) for row, kind in zip(rows, types, strict=True)]
    partners = Partners.of(store.rows, drafts)
    found = []
    for draft, own in zip(drafts, known, strict=True):
        refs, changes_type = partners.refs(draft, Remarks(), own)
        found.append([] if changes_type else [ref.id for ref in refs])
    return found


def _draft(row: Row, kind: str | None) -> Draft:
    named = {name_key(name): (name, name_key(name)) for name in row["partners"] or []}
    library, key = row["library"], name_key(row["library"])
    identity = (row["name"], name_key(row["name"]))
    return Draft(0, library, key, *identity, kind, list(named.values()), row["gemeenten"], {}, {})
