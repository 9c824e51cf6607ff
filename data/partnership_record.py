"""All of one partnership, by its id; each function runs the query of its name."""

import json
from collections.abc import Iterable
from datetime import date

import pyarrow as pa

from core.filters import day_number, today
from data.store import Reader, Row

# As many changes a record shows at most.
MOST_CHANGES = 200


def partnership_record(store: Reader, id: int, on: date | None = None) -> Row | None:
    """The partnership as it is stored, also a removed one; None where there never was one.

    Further: library_name, is_example, status_label, counts_as, partner_rows (id, name, type,
    gemeente), theme_labels, populations, gemeente_names, and goals: those of its library on a day
    (goal, label, weight) with value, realised and reason, null where not judged.
    """
    return next(iter(store.rows("partnership_record", id=id, day=day_number(on or today()))), None)


def record_locations(store: Reader, id: int) -> pa.Table:
    """The locations that it names: id, and name, place, gemeente and size as a register has them.

    Where it names none, those that a `partner` is linked to (its name, else null). `in_register`
    says whether it is in the register now; a null name: no register knows the id.
    """
    return store.table("record_locations", id=id)


def record_changes(store: Reader, id: int, limit: int = MOST_CHANGES) -> list[Row]:
    """What changed in it, in its documents and in its partners while they were, newest first.

    id, batch, entity, before and after (JSON as a dictionary, or None), made_at (UTC), who, action,
    undone_by, and rows_changed: how many rows the whole batch touched.
    """
    found = store.rows("record_changes", id=id, limit=limit)
    return [
        row | {side: row[side] and json.loads(row[side]) for side in ("before", "after")}
        for row in found
    ]


def record_names(
    store: Reader, partners: Iterable[int], locations: Iterable[str] = ()
) -> dict[str, dict[str, str]]:
    """Labels by code (an id as text), by kind.

    partner (those with the ids in `partners`, also merged ones), location (those in `locations`),
    library, theme, gemeente and status.
    """
    found: dict[str, dict[str, str]] = {}
    asked = {"partners": sorted(set(partners)), "locations": sorted(set(locations))}
    for row in store.rows("record_names", **asked):
        found.setdefault(row["kind"], {})[row["code"]] = row["label"]
    return found
