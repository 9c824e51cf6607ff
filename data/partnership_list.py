"""The table of partnerships: searched, sorted and turned over by the store, a page at a time."""

from collections.abc import Sequence

import pyarrow as pa

from core.filters import Filters
from core.names import name_keys
from data.scope import parameters
from data.store import Reader

# By what the table can be sorted: columns of what partnership_list gives.
SORTS = (
    "name", "library", "status", "owner", "form", "hours", "budget", "start_date", "end_date",
    "evaluation_date", "changed_at",
)  # fmt: skip
EVERYTHING = 10_000_000


def partnership_list(
    store: Reader,
    filters: Filters,
    words: str = "",
    sort: str = "name",
    descending: bool = False,
    limit: int = EVERYTHING,
    offset: int = 0,
) -> pa.Table:
    """A row per partnership on the measure date, and in each the `total` of all pages.

    `words` must all be found, in any part of a word, in the name, the library, a partner or the
    owner. Raises ValueError for a `sort` that is not one of SORTS.
    """
    if sort not in SORTS:
        raise ValueError(sort)
    return store.table(
        "partnership_list",
        **parameters(store, filters),
        words=_distinct(name_keys(words)),
        sort=sort,
        descending=descending,
        limit=limit,
        offset=offset,
    )


def _distinct(words: Sequence[str] | None) -> list[str] | None:
    return list(dict.fromkeys(words)) if words else None
