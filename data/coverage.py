"""Coverage under the shared filters; each function runs the query of its name."""

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
    return store.table(
        "coverage",
        **parameters(store, filters),
        definition=definition.value,
    )


def coverage_over_time(store: Reader, filters: Filters, definition: Definition) -> pa.Table:
    """One row per theme and date, five years back until the measure date, on today's population."""
    return store.table(
        "coverage_over_time",
        **parameters(store, filters),
        definition=definition.value,
    )


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
