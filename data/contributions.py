"""Judging what a partnership contributes to a goal."""

import pyarrow as pa

from core.values import line
from data.errors import ChangedMeanwhile, InputRefused
from data.record import PARTNERSHIP, stored_partnerships, write_partnerships
from data.store import Row, Store

REASON_LENGTH = 500


def partnership(store: Store, id: int) -> Row | None:
    """A partnership as it is stored, if it is there."""
    found = stored_partnerships(store, [id])
    return found[0] if found else None


def judge(
    store: Store,
    id: int,
    version: int,
    goal: str,
    value: int | None,
    who: str,
    *,
    realised: int | None = None,
    reason: str = "",
) -> int:
    """Write the contribution (0-3, None: not judged) of a partnership to a goal; return the batch.

    Raises ChangedMeanwhile when someone changed the partnership since `version`, and InputRefused
    for a contribution outside 0-3, one that was realised without being judged, a reason of more
    than 500 characters, or a goal that no set has.
    """
    why = checked_contribution(value, realised, reason)
    with store.change(who, f"bijdrage aan {goal} beoordeeld") as change:
        found = stored_partnerships(change, [id])
        if not found or found[0]["version"] != version:
            raise ChangedMeanwhile
        if goal not in {row["goal"] for row in change.run("library_goals", id=found[0]["library"])}:
            raise InputRefused("Dit doel is niet bekend", "Kies een van de doelen.")
        others = [one for one in found[0]["contributions"] if one["goal"] != goal]
        if value is not None:
            judged = {"goal": goal, "value": value, "realised": realised, "reason": why or None}
            others = sorted([*others, judged], key=lambda one: str(one["goal"]))
        row = {**found[0], "contributions": others}
        write_partnerships(change, pa.Table.from_pylist([row], schema=PARTNERSHIP))
        return change.batch


def library_goals(store: Store, library: int) -> list[Row]:
    """Every goal that a library has or had, with its label."""
    return store.rows("library_goals", id=library)


def checked_contribution(value: int | None, realised: int | None, reason: str) -> str:
    """The reason as it is stored; raises InputRefused as `judge` does."""
    for one in (value, realised):
        if one is not None and one not in range(4):
            raise InputRefused(
                f"Een bijdrage van {one} bestaat niet", "Kies 0 geen, 1 indirect, 2 direct, 3 kern."
            )
    if value is None and realised is not None:
        raise InputRefused(
            "De verwachte bijdrage ontbreekt", "Beoordeel eerst de bijdrage die u verwacht."
        )
    why = line(reason)
    if len(why) > REASON_LENGTH:
        raise InputRefused(
            "De reden is te lang", f"Kort hem in tot ten hoogste {REASON_LENGTH} tekens."
        )
    return why
