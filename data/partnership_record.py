"""All of one partnership, by its id; each function runs the query of its name."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

import pyarrow as pa

from core.agreement import Agreement
from core.filters import day_number, today
from core.health import HealthCheck
from core.record_changes import Difference, Names, differences, partnership_in_words
from core.yearly_result import YearlyResult
from data.store import Reader, Row, Store

# As many changes a record shows at most.
MOST_CHANGES = 200
_FORMS: dict[str, type[HealthCheck] | type[Agreement] | type[YearlyResult]] = {
    "health_check": HealthCheck,
    "agreement": Agreement,
    "yearly_result": YearlyResult,
}


def partnership_record(store: Reader, id: int, on: date | None = None) -> Row | None:
    """The partnership as it is stored, also a removed one; None where there never was one.

    Further: library_name, is_example, status_label, counts_as, partner_rows (id, name, type,
    gemeente), theme_labels, populations, gemeente_names, and goals: those of its library on a day
    (goal, label, weight) with value, realised and reason, null where not judged.
    """
    return next(iter(store.rows("partnership_record", id=id, day=day_number(on or today()))), None)


def record_locations(store: Reader, id: int) -> pa.Table:
    """The locations that it names: id, and name, place, gemeente and size as a register has them.

    `in_register` says whether it is in the register now; a null name: no register knows the id.
    """
    return store.table("record_locations", id=id)


def record_changes(store: Reader, id: int, limit: int = MOST_CHANGES) -> list[Row]:
    """What changed in it and in its documents, newest first.

    id, batch, entity, before and after (JSON as a dictionary, or None), made_at (UTC), who, action,
    undone_by, and rows_changed: how many rows the whole batch touched.
    """
    found = store.rows("record_changes", id=id, limit=limit)
    return [
        row | {side: row[side] and json.loads(row[side]) for side in ("before", "after")}
        for row in found
    ]


def record_names(store: Reader, partners: Iterable[int]) -> dict[str, dict[str, str]]:
    """Labels by code (an id as text), by kind: partner, library, theme, gemeente and status.

    Of the partners those with the ids in `partners`.
    """
    found: dict[str, dict[str, str]] = {}
    for row in store.rows("record_names", partners=sorted(set(partners))):
        found.setdefault(row["kind"], {})[row["code"]] = row["label"]
    return found


def timeline(store: Store, id: int) -> list[Row]:
    """The changes in words, newest first: id, batch, made_at (UTC), who, action, undone_by.

    Further rows_changed, `kind` (a kind of document, or partnership), `what`: made, removed,
    restored or changed; `about`: what the document is called; and `differences`.
    """
    found = record_changes(store, id)
    sides = [one for row in found for one in (row["before"], row["after"]) if one]
    names = record_names(store, {id_ for one in sides for id_ in one.get("partners") or ()})
    return [_told(row, names) for row in found]


def _told(row: Row, names: Names) -> Row:
    before, after = row["before"], row["after"]
    side: dict[str, Any] = after or before
    kept = ("id", "batch", "made_at", "who", "action", "undone_by", "rows_changed")
    return {name: row[name] for name in kept} | {
        "kind": side.get("kind", "partnership"),
        "what": _what(before, after),
        "about": side["name"],
        "differences": _differences(before, after, names),
    }


def _what(before: dict[str, Any] | None, after: dict[str, Any] | None) -> str:
    if before is None:
        return "made"
    if after is None or (after.get("removed_at") and not before.get("removed_at")):
        return "removed"
    if before.get("removed_at") and not after.get("removed_at"):
        return "restored"
    return "changed"


def _differences(
    before: dict[str, Any] | None, after: dict[str, Any] | None, names: Names
) -> list[Difference]:
    """Of what was made or removed as a whole there is nothing to compare."""
    if before is None or after is None:
        return []
    kind = after.get("kind")
    if kind is None:
        return differences(partnership_in_words(before, names), partnership_in_words(after, names))
    form = _FORMS[kind]
    old, new = (form.model_validate(one["content"]).in_words() for one in (before, after))
    return differences(old, new)
