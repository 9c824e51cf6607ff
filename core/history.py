"""The status of a partnership through time, from what people state about it.

A history is a list of steps (status, since) with ascending dates; only the first may have no
date, which means: since always.
"""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

Step = tuple[str, date | None]
StartEnd = tuple[date | None, date | None]


def first_history(
    status: str, start: date | None, end: date | None, today: date, *, active: bool
) -> list[Step]:
    """The history of a partnership that is stated for the first time.

    `active` says that the status counts as working together.
    """
    if active:
        if start and start > today:
            return [("opstart", today), (status, start)]
        return [(status, start)]
    if status == "beeindigd" and (start or end):
        ended = end or today
        if start and start >= ended:
            return [(status, ended)]
        return [("actief", start), (status, ended)]
    return [(status, min(start, today) if start else None)]


def next_history(
    history: Sequence[Step], status: str, start: date | None, end: date | None, today: date
) -> list[Step]:
    """The history after a statement that the status is now another one."""
    last = history[-1][1] if history else None
    since = today
    if status == "beeindigd" and end:
        since = end
    elif start and start <= today and (last is None or start > last):
        since = start
    if last is not None and since <= last:
        since = today
    return stated_history(history, status, since)


def stated_history(history: Sequence[Step], status: str, since: date) -> list[Step]:
    """The history after somebody said since when the status is another one.

    What stood on that day or later gives way.
    """
    kept = [step for step in history if step[1] is None or step[1] < since]
    if kept and kept[-1][0] == status:
        return kept
    return [*kept, (status, since)]


def last_begun(history: Sequence[Step], on: date) -> date | None:
    """Since when the status of a day holds; None where that is always, or it has none yet.

    What was planned for later gives way to what somebody states, so it stands in nothing's way.
    """
    return max((since for _, since in history if since and since <= on), default=None)


def status_on(history: Sequence[Step], on: date) -> str | None:
    """The status on a day; None where it has not begun by then."""
    so_far = [status for status, since in history if since is None or since <= on]
    return so_far[-1] if so_far else None


def moved_history(
    history: Sequence[Step],
    old: StartEnd,
    new: StartEnd,
) -> list[Step]:
    """The history after a correction of (start, end): the steps on those days move along.

    The preparation that a start in the future was given makes way for one that comes before it.
    """
    moves = {was: becomes for was, becomes in zip(old, new, strict=True) if was != becomes}
    if not moves or not history:
        return list(history)
    moved = [(status, _moved(status, since, old, new)) for status, since in history]
    for found in (moved, moved[1:] if moved[0][0] == "opstart" else moved):
        if _ascends(found):
            return found
    return list(history)


def _ascends(history: Sequence[Step]) -> bool:
    dates = [since or date.min for _, since in history]
    return all(one < other for one, other in pairwise(dates))


def _moved(
    status: str,
    since: date | None,
    old: StartEnd,
    new: StartEnd,
) -> date | None:
    side = 1 if status == "beeindigd" else 0
    return new[side] if since == old[side] else since
