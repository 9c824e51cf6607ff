"""The factsheets of a library: the rows of all its gemeenten in one go, then one by one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from core.coverage import Definition
from core.factsheet import Factsheet, Written, factsheet
from core.filters import Filters
from core.gemeente_figures import gemeente_code
from core.library_style import USUAL
from data.coverage import coverage
from data.factsheet_documents import FIGURES, STYLE, WORDS, factsheet_documents
from data.scope import parameters
from data.store import Reader, Row


def factsheets(
    store: Reader,
    filters: Filters,
    definition: Definition,
    library: int,
    gemeenten: Sequence[str],
) -> list[Factsheet]:
    """The factsheet of a library (id) in each of the gemeenten (codes), in that order.

    Of the filters the themes, statuses and measure date hold; library and gemeenten are these.
    A library that is no more has none.
    """
    libraries = store.remembered("libraries")
    of_library = next((row for row in libraries if row["id"] == library), None)
    if of_library is None or not gemeenten:
        return []
    places = {row["code"]: row for row in store.remembered("gemeenten")}
    here = filters.model_copy(
        update={"libraries": (library,), "regions": (), "gemeenten": tuple(gemeenten)}
    )
    partnerships = _by_served(factsheet_partnerships(store, here))
    covered = _by(coverage(store, here, definition).to_pylist(), "gemeente")
    written = _written(store, library)
    others = _others(libraries, library)
    return [
        factsheet(
            of_library,
            places[code],
            filters.measure_date,
            partnerships[code],
            covered[code],
            written(code),
            others[code],
        )
        for code in gemeenten
        if code in places
    ]


def factsheet_partnerships(store: Reader, filters: Filters) -> list[Row]:
    """The partnerships that run or are prepared, each with the chosen gemeenten that it serves.

    id, name, library, counts_as, in_force (agreement), served (codes), themes (codes), programmes,
    form, agreement_date, end_date, partners (id, name, type, gemeente, is_local), theme_labels,
    status_label, result and result_year.
    """
    return store.rows("factsheet_partnerships", **parameters(store, filters))


def _by(rows: Iterable[Row], key: str) -> defaultdict[Any, list[Row]]:
    found: defaultdict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[key]].append(row)
    return found


def _by_served(rows: Iterable[Row]) -> defaultdict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        for code in row["served"]:
            found[code].append(row)
    return found


def _written(store: Reader, library: int) -> Callable[[str], Written]:
    style = factsheet_documents(store, STYLE, library)
    colour = style[0]["content"].colour if style else USUAL
    figures = _by(factsheet_documents(store, FIGURES, library), "gemeente")
    words = _by(factsheet_documents(store, WORDS, library), "gemeente")
    by_code = {gemeente_code(one): one for one in {*figures, *words}}

    def of(code: str) -> Written:
        place = by_code.get(code)
        said = words.get(place, [])
        return Written(
            figures=[row["content"] for row in figures.get(place, [])],
            words=said[0]["content"] if said else None,
            colour=colour,
        )

    return of


def _others(libraries: Iterable[Row], library: int) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in libraries:
        if row["id"] != library:
            for code in row["gemeenten"]:
                found[code].append(row["name"])
    return found
