"""The steps of a scenario inside a change: what stops, what shifts, what is imagined.

The same for a look at what would be (data.what_if) and for doing it (data.adopting).
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pyarrow as pa

from core.filters import day_number
from core.history import Step, next_history, status_on
from core.names import name_key
from core.scenario import Imagined, Scenario, spread
from data import choices
from data.record import PARTNERSHIP, reserve_ids, stored_partnerships, write_partnerships
from data.store import Change, Reader, Row

ENDED = "beeindigd"
_PARTNER = pa.schema([(name, pa.string()) for name in ("name", "name_key", "type", "gemeente")])
_NOTHING: Row = {
    **dict.fromkeys(PARTNERSHIP.names),
    **{name: [] for name in ("partners", "programmes", "locations")},
}


@dataclass(frozen=True)
class Effect:
    """What a scenario does from a day on to the partnerships that are there: their rows before.

    `gone` are the ids that are not there (any more); those that have ended by then are in none.
    """

    ends: list[Row]
    shifts: list[Row]
    gone: list[int]


@dataclass
class Reached:
    """What was imagined: the ids; the names of those that find too few locations, with how many.

    `taken` counts the locations that are reached already, by theme and gemeente.
    """

    ids: list[int] = field(default_factory=list)
    short: list[tuple[str, int]] = field(default_factory=list)
    taken: Counter[tuple[str, str]] = field(default_factory=Counter)


def effect_of(store: Reader, scenario: Scenario, on: date) -> Effect:
    """What a scenario does from a day on to what is there."""
    efforts = {one.partnership for one in scenario.efforts}
    asked = [*scenario.stopped, *efforts]
    found = {row["id"]: row for row in stored_partnerships(store, asked)}
    running = {id_: row for id_, row in found.items() if status_on(_steps(row), on) != ENDED}
    return Effect(
        ends=[row for id_, row in running.items() if id_ not in efforts],
        shifts=[row for id_, row in running.items() if id_ in efforts],
        gone=[one for one in asked if one not in found],
    )


def stop_and_shift(
    change: Change, scenario: Scenario, effect: Effect, on: date, *, log: bool
) -> None:
    """End what stops on a day, and give what shifts its other effort."""
    efforts = {one.partnership: one for one in scenario.efforts}
    rows = [row | _ended(row, on) for row in effect.ends]
    for row in effect.shifts:
        other = efforts[row["id"]]
        hours = row["hours"] if other.hours is None else other.hours
        budget = row["budget"] if other.budget is None else other.budget
        rows.append(row | {"hours": hours, "budget": budget})
    write(change, rows, log=log)


def _ended(row: Row, on: date) -> Row:
    moved = next_history(_steps(row), ENDED, row["start_date"], on, on)
    end = row["end_date"]
    return {
        "status": ENDED,
        "history": [{"status": status, "since": since} for status, since in moved],
        "end_date": on if end is None or end > on else end,
    }


def _steps(row: Row) -> list[Step]:
    return [(step["status"], step["since"]) for step in row["history"]]


def imagine(change: Change, scenario: Scenario, on: date) -> Reached:
    """Write the imagined partnerships as active from a day on; none of a library that is gone."""
    there = {row["id"] for row in choices.libraries(change)}
    reached, rows = Reached(), []
    for one in scenario.imagined:
        if one.library in there:
            rows.append(_imagined(change, one, on, reached))
    reached.ids = write(change, rows, log=False)
    return reached


def _imagined(change: Change, one: Imagined, on: date, reached: Reached) -> Row:
    found = open_places(change, one.theme, list(one.gemeenten), on)
    places = {row["gemeente"]: row for row in found}
    room = [
        None if row["open"] is None else row["open"] - reached.taken[one.theme, row["gemeente"]]
        for row in found
    ]
    here = dict(zip(places, spread(one.locations, room), strict=True))
    if found and sum(here.values()) < one.locations:
        reached.short.append((one.name, sum(here.values())))
    locations, stand_ins = [], []
    for gemeente, count in here.items():
        row, first = places[gemeente], reached.taken[one.theme, gemeente]
        locations += row["ids"][first : first + count]
        if not row["register_loaded"]:
            # Without a register each partner of the right type counts as a location.
            stand_ins += [
                {"name": f"denkbeeldig {at}", "type": row["partner_type"], "gemeente": gemeente}
                for at in range(count)
            ]
        reached.taken[one.theme, gemeente] += count
    partners, _ = partners_of(change, one)
    counting = {row["partner_type"] for row in found}
    return as_stored(one) | {
        # Its own partners of that type would count as locations on top of those.
        "partners": [row["id"] for row in partners if row["type"] not in counting]
        + _make_partners(change, stand_ins),
        "locations": locations,
        "status": "actief",
        "history": [{"status": "actief", "since": on}],
    }


def open_places(store: Reader, theme: str, gemeenten: list[str], on: date) -> list[Row]:
    """Where a theme has locations that nothing active reaches: gemeente, open (null: unknown), ids.

    Without a loaded register `ids` is empty. No row for a theme that counts gemeenten.
    """
    return store.rows("open_places", theme=theme, gemeenten=gemeenten, day=day_number(on))


def partners_named(
    store: Reader, library: int, gemeenten: list[str], names: list[str]
) -> list[Row]:
    """The known partners that these names mean for a library: name_key, id, type."""
    keys = [name_key(one) for one in names]
    return store.rows("partners_named", library=library, gemeenten=gemeenten, name_keys=keys)


def partners_of(change: Change, one: Imagined) -> tuple[list[Row], list[int]]:
    """The partners of an imagined partnership (id, type), and which of them were made for it."""
    asked = {name_key(name): name for name in one.partners}
    known = partners_named(change, one.library, list(one.gemeenten), list(one.partners))
    for row in known:
        del asked[row["name_key"]]
    new = [{"name": name, "type": None, "gemeente": None} for name in asked.values()]
    made = _make_partners(change, new)
    return [*known, *({"id": id_, "type": None} for id_ in made)], made


def _make_partners(change: Change, partners: list[dict[str, Any]]) -> list[int]:
    if not partners:
        return []
    rows = [{**one, "name_key": name_key(one["name"])} for one in partners]
    change.offer("new_partners", pa.Table.from_pylist(rows, schema=_PARTNER))
    return [row["id"] for row in change.run("insert_partners")]


def as_stored(one: Imagined) -> Row:
    """An imagined partnership as a row to be written, without partners, status and history."""
    return {
        **_NOTHING,
        "library": one.library,
        "name": one.name,
        "name_key": name_key(one.name),
        "themes": [one.theme],
        "gemeenten": list(one.gemeenten),
        "hours": one.hours,
        "budget": one.budget,
        "contributions": [
            {"goal": goal, "value": value, "realised": None, "reason": None}
            for goal, value in sorted(one.contributions.items())
        ],
    }


def write(change: Change, rows: list[Row], *, log: bool) -> list[int]:
    """Write partnerships, those without an id as new ones; return the ids."""
    new = iter(reserve_ids(change, sum(row["id"] is None for row in rows)))
    whole = [{**row, "id": row["id"] or next(new)} for row in rows]
    if whole:
        write_partnerships(change, pa.Table.from_pylist(whole, schema=PARTNERSHIP), log=log)
    return [row["id"] for row in whole]
