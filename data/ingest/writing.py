"""Carrying out a plan inside a transaction: libraries, partners, partnerships, and the log."""

from typing import Any

import pyarrow as pa

from data.demo.clear import clear_example
from data.ingest.plan import Plan, known_libraries
from data.partner_types import write_types
from data.record import PARTNERSHIP, reserve_ids, write_partnerships
from data.store import Change


def remove_example(change: Change) -> bool:
    """Take the example portfolio out: it makes way for own data. It is not in the change log."""
    if not any(row["is_example"] for row in known_libraries(change.run)):
        return False
    clear_example(change)
    return True


def write_plan(change: Change, plan: Plan) -> None:
    """Write everything that the plan calls new or changed."""
    libraries = _write_libraries(change, plan)
    partners = _write_partners(change, plan)
    rows = [row for row in plan.rows if row.kind != "unchanged"]
    new = iter(reserve_ids(change, sum(row.id is None for row in rows)))
    records = [
        {
            **row.values,
            "id": row.id or next(new),
            "library": row.library or libraries[row.draft.library_key],
            "partners": [ref.id or partners[ref.identity] for ref in row.partners],
        }
        for row in rows
    ]
    defaults: dict[str, Any] = {"programmes": [], "gemeenten": [], "locations": []}
    whole = [{**defaults, **record} for record in records]
    write_partnerships(change, pa.Table.from_pylist(whole, schema=PARTNERSHIP))


def _write_libraries(change: Change, plan: Plan) -> dict[str, int]:
    changed = list(plan.extended)
    change.run("log_library_before", ids=changed)
    ids = {}
    for key, (name, served) in plan.libraries_new.items():
        made = change.run("insert_library", title=name, key=key, gemeenten=sorted(served))
        ids[key] = made[0]["id"]
    for library, served in plan.extended.items():
        change.run("extend_library", id=library, gemeenten=served)
    change.run("log_library_after", ids=[*changed, *ids.values()])
    return ids


def _write_partners(change: Change, plan: Plan) -> dict[tuple[str, str | None], int]:
    write_types(change, plan.partners.typed)
    change.offer(
        "new_partners",
        pa.Table.from_pylist(
            [
                {"name": one.name, "name_key": key, "type": one.type, "gemeente": gemeente}
                for (key, gemeente), one in plan.partners.new.items()
            ],
            schema=pa.schema(
                [(name, pa.string()) for name in ("name", "name_key", "type", "gemeente")]
            ),
        ),
    )
    made = change.run("insert_partners")
    change.run("log_partner_after", ids=[row["id"] for row in made])
    return {(row["name_key"], row["gemeente"]): row["id"] for row in made}
