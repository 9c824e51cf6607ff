"""Coverage under the shared filters; each function runs the query of its name."""

from typing import Any

import pyarrow as pa

from core.coverage import Definition
from core.filters import Filters
from data.scope import parameters
from data.store import Reader


def coverage(store: Reader, filters: Filters, definition: Definition) -> pa.Table:
    """One row per theme and gemeente in scope, and per theme a total (`gemeente` null).

    `numerator`, `denominator` (null when unknown), `share` (0-1, above 1 is a fault in the
    data, null without a denominator) and `pipeline` are locations, or pupils, places or
    inhabitants under the definition reach.
    """
    cells = cell_coverage(store, filters, definition)
    return store.table("coverage", **parameters(store, filters), cell_coverage=cells)


def coverage_over_time(store: Reader, filters: Filters, definition: Definition) -> pa.Table:
    """One row per theme and date, five years back until the measure date, on today's population."""
    cells = cell_coverage_over_time(store, filters, definition)
    given = parameters(store, filters)
    return store.table("coverage_over_time", **given, cell_coverage_over_time=cells)


def cell_coverage(store: Reader, filters: Filters, definition: Definition) -> pa.Table:
    """The rows of `coverage` for all themes and gemeenten, whichever the filters choose."""
    return store.remembered_table("cell_coverage", **_whole(filters, definition))


def cell_coverage_over_time(store: Reader, filters: Filters, definition: Definition) -> pa.Table:
    """Of all themes and gemeenten what `coverage_over_time` adds up, whichever are chosen."""
    return store.remembered_table("cell_coverage_over_time", **_whole(filters, definition))


def _whole(filters: Filters, definition: Definition) -> dict[str, Any]:
    """What the figures of a theme in a gemeente follow from: all but the choice of those two."""
    given = filters.parameters()
    names = ("libraries", "statuses", "measure_date", "day")
    return {"definition": definition.value} | {name: given[name] for name in names}


def cell_locations(
    store: Reader, filters: Filters, definition: Definition, theme: str, gemeente: str
) -> pa.Table:
    """The locations of one theme in one gemeente with their `state` and partnerships."""
    return store.table(
        "cell_locations",
        **parameters(store, filters),
        definition=definition.value,
        theme=theme,
        gemeente=gemeente,
    )


def uncounted(store: Reader, filters: Filters) -> pa.Table:
    """What counts nowhere: `reason` (see core.uncounted), the partnership, theme and `subject`."""
    return store.table("uncounted", **parameters(store, filters))


def published_coverage(store: Reader, definition: Definition) -> pa.Table:
    """The published national figures under the same definition, with period and source."""
    return store.table("published_coverage", definition=definition.value)
