"""Partners without a type keep a partnership out of the coverage; a person gives them one."""

from collections.abc import Mapping
from datetime import date

import pyarrow as pa

from core.partner import BY_GEMEENTE
from data.errors import InputRefused
from data.store import Change, Row, Store


def partner_types(store: Store) -> list[str]:
    """The names of the partner types, in order."""
    return [row["label"] for row in store.rows("partner_types")]


def untyped_partners(store: Store, measure_date: date | None) -> list[Row]:
    """Partners without a type whose partnerships miss it on the measure date or later.

    Without a date: those that partnerships miss at any time, also when these never run.
    id, name, the suggested `type` or None, `gemeente` and its name or None, `partnerships`.
    """
    return store.rows("untyped_partners", measure_date=measure_date)


def give_types(store: Store, types: Mapping[int, str], who: str) -> int | None:
    """Give partners that have no type yet the type named; return the batch, if any.

    A school or childcare also gets its gemeente when its partnerships name just one. Raises
    InputRefused for a type that does not exist.
    """
    if unknown := set(types.values()) - set(partner_types(store)):
        raise InputRefused(
            f"Het partnertype '{min(unknown)}' bestaat niet", "Kies een type uit de lijst."
        )
    # What a page offered was chosen by its measure date; what it sends is taken whatever that was.
    if not _untyped(untyped_partners(store, None), types):
        return None
    with store.change(who, "type geven aan partners") as change:
        write_types(change, _untyped(change.run("untyped_partners", measure_date=None), types))
        return change.batch


def _untyped(rows: list[Row], types: Mapping[int, str]) -> dict[int, tuple[str, str | None]]:
    """Type and gemeente of those that have no type yet."""
    return {
        row["id"]: (types[row["id"]], row["gemeente"] if types[row["id"]] in BY_GEMEENTE else None)
        for row in rows
        if row["id"] in types
    }


def write_types(change: Change, types: dict[int, tuple[str, str | None]]) -> None:
    """Write type and gemeente (None: as it was) of known partners, with the change log."""
    change.run("log_partner_before", ids=list(types))
    change.offer(
        "typed_partners",
        pa.Table.from_pylist(
            [{"id": id_, "type": kind, "gemeente": place} for id_, (kind, place) in types.items()],
            schema=pa.schema(
                [("id", pa.int32()), ("type", pa.string()), ("gemeente", pa.string())]
            ),
        ),
    )
    change.run("type_partners")
    change.run("log_partner_after", ids=list(types))
