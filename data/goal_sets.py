"""The strategic goals of a library: its sets, each valid from a day until the next.

Before its first own set a library has the shipped goals. What was judged on a goal that a set
drops stays stored: it is not counted while that set holds, and again when the goal returns.
"""

import json
from collections.abc import Sequence
from datetime import date

from core import goal_set
from core.filters import day_number
from core.goal_set import Fault, GoalSet
from core.values import Cell, Unreadable, day
from core.wording import counted, short_date
from data.errors import ChangedMeanwhile, InputRefused
from data.ingest.layouts import partnership_layout
from data.store import Change, Reader, Row, Store

_COLUMNS = partnership_layout([])
# A goal is a column of the import, so its code cannot be a name of another column.
RESERVED = frozenset(_COLUMNS.columns) | _COLUMNS.ignored


def goal_sets(store: Reader, library: int, on: date) -> list[Row]:
    """The sets of a library, oldest first, the shipped goals included.

    Each has `valid_from` and `valid_to` (None: since always, for good), `holds` (on that day), and
    `goals`: code, label, weight, source, partnerships (judged on it), active (of those, that day).
    """
    return store.rows("goal_sets", id=library, day=day_number(on))


def read_goals(typed: Sequence[goal_set.Row]) -> tuple[GoalSet | None, list[Fault]]:
    """The set that these rows (code, label, weight) make, or everything that is wrong with it."""
    return goal_set.read_goal_set(typed, RESERVED)


def write_goals(
    store: Store, library: int, version: int, typed: Sequence[goal_set.Row], since: Cell, who: str
) -> int:
    """Give a library these goals from a day on, in place of a set of that day; return the batch.

    Raises InputRefused for goals or a day that cannot be used, or when nothing changes, and
    ChangedMeanwhile when someone changed the library since `version`.
    """
    goals, first = _readable(typed), _first_day(since)
    with store.change(who, f"doelen vanaf {short_date(first)} vastgelegd") as change:
        known = _set_of(change, library, first)
        stored = [goal.model_dump() for goal in goals.goals]
        if known and [{name: one[name] for name in goal_set.FIELDS} for one in known] == stored:
            raise InputRefused(
                "Er is niets gewijzigd", f"Deze doelen gelden al vanaf {short_date(first)}."
            )
        _carry_out(change, "set_goals", library, version, since=first, goals=json.dumps(stored))
        return change.batch


def remove_goals(store: Store, library: int, version: int, since: date, who: str) -> int:
    """Take away the set that holds from a day on; return the batch.

    From then on the set before it holds, or the shipped goals. Raises InputRefused when no set
    begins that day, and ChangedMeanwhile when someone changed the library since `version`.
    """
    with store.change(who, f"doelen vanaf {short_date(since)} verwijderd") as change:
        is_there = _set_of(change, library, since) is not None
        _carry_out(change, "remove_goals", library, version, since=since)
        if not is_there:
            raise InputRefused("Deze doelen zijn er niet", "Kies een dag uit de lijst.")
        return change.batch


def _carry_out(change: Change, step: str, library: int, version: int, **values: object) -> None:
    change.run("log_library_before", ids=[library])
    if not change.run(step, id=library, version=version, **values):
        raise ChangedMeanwhile
    change.run("log_library_after", ids=[library])


def _set_of(change: Change, library: int, since: date) -> list[Row] | None:
    """The goals of the set that begins on a day, if there is one."""
    sets = {row["valid_from"]: row["goals"] for row in goal_sets(change, library, since)}
    return sets.get(since)


def _readable(typed: Sequence[goal_set.Row]) -> GoalSet:
    goals, faults = read_goals(typed)
    if goals is None:
        more = f" (en nog {counted(len(faults) - 1, 'fout', 'fouten')})" if faults[1:] else ""
        raise InputRefused("Deze doelen kunnen niet worden opgeslagen", faults[0].reason + more)
    return goals


def _first_day(since: Cell) -> date:
    try:
        first = day(since)
    except Unreadable as error:
        raise InputRefused("De ingangsdatum is niet te lezen", str(error)) from error
    if first is None:
        raise InputRefused("De ingangsdatum ontbreekt", "Kies vanaf welke dag deze doelen gelden.")
    return first
