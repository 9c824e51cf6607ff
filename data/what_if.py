"""What a scenario would do to the portfolio, and doing it.

The scenario is carried out in a transaction and the ordinary queries are asked there, so that
before and after mean the same; then it is taken back, or, where someone decides so, kept.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pyarrow as pa

from core.coverage import Definition
from core.filters import Filters, day_number
from core.history import next_history
from core.names import name_key
from core.scenario import Imagined, Scenario, spread
from core.what_if import Picture
from core.wording import counted
from data import choices
from data.alignment import goals, serving
from data.coverage import coverage
from data.errors import ChangedMeanwhile, InputRefused
from data.portfolio import key_figures
from data.record import PARTNERSHIP, reserve_ids, stored_partnerships, write_partnerships
from data.scenarios import scenarios, take_away
from data.selection import candidates, gains
from data.store import Change, Reader, Row, Store

ENDED, THOUGHT_OF = "beeindigd", "verkenning"
_PARTNER = pa.schema([(name, pa.string()) for name in ("name", "name_key", "type", "gemeente")])
_NOTHING: Row = {
    **dict.fromkeys(PARTNERSHIP.names),
    **{name: [] for name in ("partners", "programmes", "locations")},
}


def scenario_picture(store: Store, filters: Filters, id: int | None) -> Picture:
    """The portfolio under the filters as it is (None), or as a scenario makes it.

    Raises InputRefused when there is no such scenario.
    """
    if id is None:
        return _read(store, filters)
    found = scenarios(store, id)
    if not found:
        raise InputRefused("Dit scenario bestaat niet meer", "Kies een ander scenario.")
    return imagined_picture(store, filters, found[0]["content"])


def partner_stops(store: Store, filters: Filters, partner: int) -> Picture:
    """The portfolio under the filters without the partnerships of one partner (its id)."""
    those = [
        row["id"]
        for row in candidates(store, filters).to_pylist()
        if partner in {one["id"] for one in row["partners"]}
    ]
    return imagined_picture(store, filters, Scenario(stopped=tuple(those)))


def imagined_picture(store: Store, filters: Filters, scenario: Scenario) -> Picture:
    """The portfolio under the filters as the scenario makes it on the measure date."""
    with store.imagined() as change:
        gone = _stop_and_shift(change, scenario, filters.measure_date, log=False)
        unplaced = {}
        if scenario.imagined:
            change.settle()  # what stops leaves room for what is imagined
            unplaced = _imagine(change, scenario, filters)
        change.settle()
        return replace(_read(change, filters), gone=gone, unplaced=unplaced)


def _read(reader: Reader, filters: Filters) -> Picture:
    now = key_figures(reader, filters).to_pylist()[-1]
    names = {row["code"]: row["name"] for row in choices.gemeenten(reader)}
    points = [row["points"] for row in gains(reader, filters).to_pylist() if row["kind"] == "goals"]
    themes = coverage(reader, filters, Definition.CONTACT).to_pylist()
    return Picture(
        partnerships=now["partnerships"],
        hours=now["hours"],
        budget=now["budget"],
        reach=sum(points),
        goals=goals(reader, filters).to_pylist(),
        coverage=[row for row in themes if row["gemeente"] is None],
        servers={
            (row["goal"], names[row["gemeente"]]): len(row["partnerships"])
            for row in serving(reader, filters).to_pylist()
        },
    )


def adopt_scenario(store: Store, id: int, version: int, on: date, who: str) -> int:
    """Carry the scenario out for real from a day on, and take it off the list; return the batch.

    What stops is ended on that day, efforts are changed now, and what was imagined becomes a
    partnership under exploration, without locations: those are for people to find. Raises
    ChangedMeanwhile when the scenario was changed since `version`, and InputRefused when an
    imagined partnership has the name of one that is there, or its library is gone.
    """
    found = scenarios(store, id)
    if not found or found[0]["version"] != version:
        raise ChangedMeanwhile
    scenario: Scenario = found[0]["content"]
    if scenario.is_empty:
        raise InputRefused("Dit scenario verandert niets", "Er is niets door te voeren.")
    with store.change(who, f"scenario {found[0]['name']} doorgevoerd") as change:
        _stop_and_shift(change, scenario, on, log=True)
        _refuse_unmakeable(change, scenario)
        rows = [_explored(change, one, found[0]["name"], on) for one in scenario.imagined]
        _write(change, rows, log=True)
        take_away(change, id, version)
        return change.batch


def _stop_and_shift(change: Change, scenario: Scenario, on: date, *, log: bool) -> tuple[int, ...]:
    """Write what stops and what gets another effort; the ids of those that are not there."""
    efforts = {one.partnership: one for one in scenario.efforts}
    asked = [*scenario.stopped, *efforts]
    found = {row["id"]: row for row in stored_partnerships(change, asked)}
    rows = []
    for id_, row in found.items():
        if id_ in efforts:
            other = efforts[id_]
            row["hours"] = row["hours"] if other.hours is None else other.hours
            row["budget"] = row["budget"] if other.budget is None else other.budget
        else:
            row |= _ended(row, on)
        rows.append(row)
    _write(change, rows, log=log)
    return tuple(one for one in asked if one not in found)


def _ended(row: Row, on: date) -> Row:
    history = [(step["status"], step["since"]) for step in row["history"]]
    moved = next_history(history, ENDED, row["start_date"], on, on)
    end = row["end_date"]
    return {
        "status": ENDED,
        "history": [{"status": status, "since": since} for status, since in moved],
        "end_date": on if end is None or end > on else end,
    }


def _imagine(change: Change, scenario: Scenario, filters: Filters) -> dict[str, int]:
    """Write the imagined partnerships; those that find too few locations, with how many."""
    there = {row["id"] for row in choices.libraries(change)}
    rows, unplaced = [], {}
    for one in scenario.imagined:
        if one.library not in there:
            continue
        partners = _partners(change, one)
        locations, stand_ins, reached = _places(change, one, filters)
        if reached < one.locations:
            unplaced[one.name] = reached
        rows.append(
            _as_stored(one)
            | {
                "partners": [*partners, *stand_ins],
                "locations": locations,
                "status": "actief",
                "history": [{"status": "actief", "since": filters.measure_date}],
            }
        )
    _write(change, rows, log=False)
    return unplaced


def _places(change: Change, one: Imagined, filters: Filters) -> tuple[list[str], list[int], int]:
    """The locations that it reaches by id, else partners that stand for them; how many in all."""
    found = open_places(change, one.theme, list(one.gemeenten), filters)
    if not found or not one.locations:
        return [], [], one.locations if not found else 0
    taken = spread(one.locations, [row["open"] for row in found])
    if any(row["register_loaded"] for row in found):
        ids = [id_ for row, count in zip(found, taken, strict=True) for id_ in row["ids"][:count]]
        return ids, [], len(ids)
    # Without a register each partner of the right type counts as a location of its gemeente.
    stand_ins = [
        {"name": f"denkbeeldig {at}", "type": row["partner_type"], "gemeente": row["gemeente"]}
        for row, count in zip(found, taken, strict=True)
        for at in range(count)
    ]
    return [], _make_partners(change, stand_ins), len(stand_ins)


def open_places(store: Reader, theme: str, gemeenten: list[str], filters: Filters) -> list[Row]:
    """Where a theme has locations that nothing active reaches: gemeente, open (null: unknown), ids.

    Without a loaded register `ids` is empty.
    """
    day = day_number(filters.measure_date)
    return store.rows("open_places", theme=theme, gemeenten=gemeenten, day=day)


def own_partners(store: Reader, library: int, names: list[str]) -> list[Row]:
    """The partners of a library with these names: id, name_key, type."""
    keys = [name_key(one) for one in names]
    return store.rows("own_partners", library=library, name_keys=keys)


def _partners(change: Change, one: Imagined) -> list[int]:
    """The partners that the library has under these names, and new ones for the others."""
    asked = {name_key(name): name for name in one.partners}
    known = {
        row["name_key"]: row["id"] for row in own_partners(change, one.library, list(one.partners))
    }
    new = [name for key, name in asked.items() if key not in known]
    made = _make_partners(change, [{"name": name, "type": None, "gemeente": None} for name in new])
    return [*known.values(), *made]


def _make_partners(change: Change, partners: list[dict[str, Any]]) -> list[int]:
    if not partners:
        return []
    rows = [{**one, "name_key": name_key(one["name"])} for one in partners]
    change.offer("new_partners", pa.Table.from_pylist(rows, schema=_PARTNER))
    return [row["id"] for row in change.run("insert_partners")]


def _as_stored(one: Imagined) -> Row:
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


def _explored(change: Change, one: Imagined, scenario: str, on: date) -> Row:
    partners = _partners(change, one)
    change.run("log_partner_after", ids=partners)
    meant = ""
    if one.locations:
        meant = f" Beoogd bereik: {counted(one.locations, 'locatie', 'locaties')}."
    return _as_stored(one) | {
        "partners": partners,
        "status": THOUGHT_OF,
        "history": [{"status": THOUGHT_OF, "since": on}],
        "note": f"Uit het scenario {scenario}.{meant}",
    }


def _refuse_unmakeable(change: Change, scenario: Scenario) -> None:
    there = {row["id"] for row in choices.libraries(change)}
    for one in scenario.imagined:
        if one.library not in there:
            raise InputRefused(
                f"De bibliotheek van {one.name} bestaat niet meer",
                "Haal deze denkbeeldige samenwerking uit het scenario.",
            )
        named: Callable[..., list[Row]] = change.rows
        if named("known_partnerships", libraries=[one.library], name_keys=[name_key(one.name)]):
            raise InputRefused(
                f"Er is al een samenwerking met de naam {one.name}",
                "Geef de denkbeeldige samenwerking een andere naam.",
            )


def _write(change: Change, rows: list[Row], *, log: bool) -> None:
    new = iter(reserve_ids(change, sum(row["id"] is None for row in rows)))
    whole = [{**row, "id": row["id"] or next(new)} for row in rows]
    if whole:
        write_partnerships(change, pa.Table.from_pylist(whole, schema=PARTNERSHIP), log=log)
