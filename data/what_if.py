"""What a scenario would do to the portfolio.

It is carried out in a transaction and the ordinary queries are asked there, so that before and
after mean the same; then it is taken back.
"""

from dataclasses import replace

from core.coverage import Definition
from core.filters import Filters
from core.scenario import Scenario
from core.what_if import Picture
from data import choices
from data.alignment import goals, serving
from data.coverage import coverage
from data.portfolio import key_figures
from data.scenario_steps import effect_of, imagine, stop_and_shift
from data.selection import candidates, gains
from data.store import Reader, Row, Store


def picture(store: Store, filters: Filters, scenario: Scenario | None = None) -> Picture:
    """The portfolio under the filters as it is, or as a scenario makes it on the measure date."""
    if scenario is None or scenario.is_empty:
        return _read(store, filters)
    running = set(candidates(store, filters)["id"].to_pylist())
    with store.imagined() as change:
        effect = effect_of(change, scenario, filters.measure_date)
        stop_and_shift(change, scenario, effect, filters.measure_date, log=False)
        if scenario.imagined:
            change.settle()  # what stops leaves room for what is imagined
        reached = imagine(change, scenario, filters.measure_date)
        change.settle()
        now = set(candidates(change, filters)["id"].to_pylist())
        asked = {*scenario.stopped, *(one.partnership for one in scenario.efforts)}
        outside = len(asked - running - set(effect.gone)) + len(set(reached.ids) - now)
        return replace(
            _read(change, filters),
            gone=len(effect.gone) + len(scenario.imagined) - len(reached.ids),
            outside=outside,
            short=tuple(reached.short),
        )


def _read(reader: Reader, filters: Filters) -> Picture:
    now = key_figures(reader, filters).to_pylist()[-1]
    points = [row["points"] for row in gains(reader, filters).to_pylist() if row["kind"] == "goals"]
    themes = coverage(reader, filters, Definition.CONTACT).to_pylist()
    servers = _servers(reader, serving(reader, filters).to_pylist())
    return Picture(
        partnerships=now["partnerships"],
        hours=now["hours"],
        budget=now["budget"],
        reach=sum(points) if servers else None,
        goals=goals(reader, filters).to_pylist(),
        coverage=[row for row in themes if row["gemeente"] is None],
        servers=servers,
    )


def _servers(reader: Reader, cells: list[Row]) -> dict[tuple[str, str], int]:
    """How many serve each goal in each gemeente, by name; with the library where two serve it."""
    gemeenten = {row["code"]: row["name"] for row in choices.gemeenten(reader)}
    libraries = {row["id"]: row["name"] for row in choices.libraries(reader)}
    serve = {(row["gemeente"], row["library"]) for row in cells}
    shared = {one for one, _ in serve if sum(place == one for place, _ in serve) > 1}
    found = {}
    for row in cells:
        place = gemeenten[row["gemeente"]]
        if row["gemeente"] in shared:
            place = f"{place} ({libraries[row['library']]})"
        found[row["goal"], place] = len(row["partnerships"])
    return found
