"""The ledger of scores and notes: an entry is never changed, the last one of a cell holds.

A place is where somebody enters: the consideration itself, or the round of a participant.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from core.score_edit import Edit, browser_of
from data.store import Change, Reader, Row, Store

CHANGED, GONE = "changed", "gone"
_NOTHING: Row = {"id": 0, "value": None, "edit": ""}


@dataclass(frozen=True)
class Place:
    """Participant None: what the consideration itself holds; then session and round are None."""

    consideration: int
    session: int | None = None
    round: int | None = None
    participant: int | None = None


def cells(store: Reader, place: Place) -> list[Row]:
    """What is entered in a place, by option and criterion.

    option, criterion, score ("1" to "5", "?" or None), score_id, score_by, score_at (UTC), note
    ("" for none), note_id, note_by. The ids are the `base` of a next edit, 0 where there is no
    entry. What a participant gave in an earlier round holds until something else is given; its id
    is 0 too.
    """
    return store.rows("cells", **asdict(place))


def enter(store: Store, place: Place, edits: Sequence[Edit], who: str) -> list[Row]:
    """Enter these edits in their order, all in one transaction; return those that are refused.

    Refused is an edit on a cell where another browser entered another value after its `base`:
    edit, option, criterion, field, value, reason ("changed"), theirs, theirs_by, theirs_id. So is
    one on a cell that the consideration does not have (any more): reason "gone". An edit that was
    entered before, or gives what already stands there, writes nothing.
    """
    if not edits:
        return []
    with store.recording(who) as change:
        return enter_within(change, place, edits)


def enter_within(change: Change, place: Place, edits: Sequence[Edit]) -> list[Row]:
    """What `enter` does, inside a transaction that is going on."""
    standing, entered = cells_standing(change, place, edits)
    there = consideration_cells(change, place.consideration)
    refused, fresh = [], []
    for edit in edits:
        if (edit.option, edit.criterion) not in there:
            refused.append(refusal(edit, GONE))
            continue
        cell = (edit.option, edit.criterion, edit.field)
        # Without an entry of this round one of an earlier round may hold: that can be emptied too.
        last = standing.get(cell, _NOTHING)
        if edit.id in entered or (last and last["value"] == edit.value):
            continue
        entered.add(edit.id)
        if last and last["id"] > edit.base and browser_of(last["edit"]) != edit.browser:
            refused.append(refusal(edit, CHANGED, last))
            continue
        # What follows in this call stands on this entry, which has no id yet.
        standing[cell] = {"id": 0, "value": edit.value, "edit": edit.id}
        fresh.append(asdict(edit))
    if fresh:
        change.run("insert_entries", edits=json.dumps(fresh), **asdict(place))
    return refused


def consideration_cells(store: Reader, consideration: int) -> set[tuple[str, str]]:
    """The cells that a consideration has now: option and criterion."""
    rows = store.rows("consideration_cells", consideration=consideration)
    return {(row["option"], row["criterion"]) for row in rows}


def cells_standing(
    change: Change, place: Place, edits: Sequence[Edit]
) -> tuple[dict[tuple[str, str, str], Row | None], set[str]]:
    """What was entered by cell and field, and the ids of those of these edits that were.

    The last entry: id, value, edit, made_by; None where there are only those of earlier rounds.
    """
    rows = change.rows(
        "cells_standing",
        options=list({edit.option for edit in edits}),
        criteria=list({edit.criterion for edit in edits}),
        edits=[edit.id for edit in edits],
        **asdict(place),
    )
    last = {(row["option"], row["criterion"], row["field"]): row["last"] for row in rows}
    return last, {id_ for row in rows for id_ in row["entered"] or []}


def refusal(edit: Edit, reason: str, theirs: Row | None = None) -> Row:
    """An edit that was not entered, and why."""
    last = theirs or {}
    return {
        "edit": edit.id,
        "option": edit.option,
        "criterion": edit.criterion,
        "field": edit.field,
        "value": edit.value,
        "reason": reason,
        "theirs": last.get("value"),
        "theirs_by": last.get("made_by"),
        "theirs_id": last.get("id"),
    }


def take_back(store: Store, place: Place, entry_id: int, who: str) -> Row | None:
    """Put back what stood before an entry of this place, by a new entry.

    Return that: id, option, criterion, field, value. None when it is not the last of its cell and
    field any more, or its round is over.
    """
    with store.recording(who) as change:
        found = change.rows("entry_to_take_back", entry=entry_id, **asdict(place))
        if not found:
            return None
        # No browser is called so: whoever did not see this is told.
        edits = json.dumps([{"id": f"terug {entry_id}", **found[0]}])
        [made] = change.run("insert_entries", edits=edits, **asdict(place))
        return {"id": made["id"], **found[0]}


def history(store: Reader, consideration: int, limit: int) -> list[Row]:
    """The last entries of the consideration itself, newest first.

    id, option, criterion, field, value, before, made_at (UTC), made_by.
    """
    return store.rows("history", consideration=consideration, limit=limit)
