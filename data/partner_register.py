"""Partners across partnerships and libraries: the list, one of them, and changing its facts."""

from typing import Any

import pyarrow as pa

from core.filters import Filters, day_number
from core.names import name_key, name_keys
from core.partner import Alias, TypedPartner
from data import documents
from data.errors import ChangedMeanwhile, InputRefused
from data.portfolio import EVERYTHING
from data.scope import parameters
from data.store import Change, Reader, Row, Store

ALIAS = documents.Kind("partner_alias", "andere naam van een partner", Alias, shared_names=True)
ORDERS = ("name", "active", "hours", "libraries", "ended")


def partner_register(
    store: Reader,
    filters: Filters,
    words: str = "",
    type: str | None = None,
    order: str = "name",
    limit: int = EVERYTHING,
    offset: int = 0,
) -> pa.Table:
    """One row per partner under the filters with what it adds up to, in one of ORDERS.

    `words` keeps those with each of these words in name, other names or gemeente; an empty `type`
    means: not filled in. `total` counts the rows without `limit` and `offset`.
    """
    return store.table(
        "partner_register",
        **parameters(store, filters),
        words=name_keys(words),
        type=type,
        order=order,
        limit=limit,
        offset=offset,
    )


def partner_summary(store: Reader, filters: Filters) -> pa.Table:
    """One row: partners, and of them active, shared (by libraries) and untyped."""
    return store.table("partner_summary", **parameters(store, filters))


def partner_record(store: Reader, id: int) -> list[Row]:
    """The partner with this id, with its other names and locations, or none."""
    return store.rows("partner_record", id=id)


def partner_partnerships(store: Reader, id: int, filters: Filters) -> pa.Table:
    """Every partnership of a partner as it stood on the measure date, whatever the filters."""
    return store.table("partner_partnerships", id=id, day=day_number(filters.measure_date))


def partner_history(store: Reader, id: int, limit: int = 100) -> list[Row]:
    """What happened to the record of a partner, newest first.

    made_at (UTC), who, action, undone, and name, type and gemeente `_before` and `_after`.
    """
    return store.rows("partner_history", id=id, limit=limit)


def partners_stored(store: Reader, ids: list[int]) -> list[Row]:
    """The partners with these ids as they are stored."""
    return store.rows("partners_stored", ids=ids)


def partners_called(store: Reader, key: str, gemeente: str | None, ids: list[int]) -> list[Row]:
    """The partners with this name key in this gemeente, other than those of `ids`."""
    return store.rows("partners_called", name_key=key, gemeente=gemeente, ids=ids)


def aliases_of(store: Reader, ids: list[int]) -> list[Row]:
    """The other names of these partners: id, name, name_key, version, partner, gemeente."""
    return store.rows("aliases_of", ids=ids)


def change_partner(store: Store, id: int, version: int, typed: TypedPartner, who: str) -> int:
    """Write name, type and gemeente of a partner; return the batch.

    A name that it had stays one that it is found under. Raises ChangedMeanwhile when someone
    changed or merged it since `version`, and InputRefused for a name that another partner has in
    that gemeente or a type or gemeente that does not exist.
    """
    with store.change(who, f"partner {typed.name} gewijzigd") as change:
        refuse_unknown(change, typed)
        refuse_taken(change, typed, [id])
        was = next(iter(partners_stored(change, [id])), None)
        if was is None:
            raise ChangedMeanwhile(
                "Deze partner is er niet meer",
                "Iemand anders heeft hem intussen samengevoegd met een andere. Zoek die op.",
            )
        change.run("log_partner_before", ids=[id])
        if not change.run("change_partner", **written(id, version, typed)):
            raise ChangedMeanwhile
        change.run("log_partner_after", ids=[id])
        remember_name(change, id, was, typed)
        return change.batch


def written(id: int, version: int, typed: TypedPartner) -> dict[str, Any]:
    """What the step change_partner takes."""
    return {
        "id": id,
        "version": version,
        "name": typed.name,
        "name_key": name_key(typed.name),
        "type": typed.type,
        "gemeente": typed.gemeente,
    }


def remember_name(change: Change, id: int, was: Row, now: TypedPartner) -> None:
    """Have a partner found under the name and gemeente that it (or what it takes in) had."""
    if (was["name_key"], was["gemeente"]) == (name_key(now.name), now.gemeente):
        return
    known = {(row["name_key"], row["gemeente"]) for row in aliases_of(change, [id])}
    if (was["name_key"], was["gemeente"]) not in known:
        alias = Alias(partner=id, gemeente=was["gemeente"])
        documents.insert(change, ALIAS, was["name"], alias)


def refuse_unknown(change: Change, typed: TypedPartner) -> None:
    """Raise InputRefused for a type or gemeente that does not exist."""
    types = {row["label"] for row in change.rows("partner_types")}
    if typed.type is not None and typed.type not in types:
        raise InputRefused(
            f"Het partnertype '{typed.type}' bestaat niet", "Kies een type uit de lijst."
        )
    codes = {row["code"] for row in change.rows("gemeenten")}
    if typed.gemeente is not None and typed.gemeente not in codes:
        raise InputRefused(
            f"De gemeente '{typed.gemeente}' bestaat niet", "Kies een gemeente uit de lijst."
        )


def refuse_taken(change: Change, typed: TypedPartner, ids: list[int]) -> None:
    """Raise InputRefused when another partner than `ids` has this name in this gemeente."""
    if partners_called(change, name_key(typed.name), typed.gemeente, ids):
        raise InputRefused(
            "Er is al een partner met deze naam in deze gemeente",
            "Kies een andere naam of gemeente, of voeg de twee samen bij Dubbelen.",
        )
