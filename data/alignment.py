"""How the partnerships serve the goals. A function runs the query of its name."""

from typing import Any

import pyarrow as pa

from core.filters import Filters
from core.integer_programme import Going
from core.names import name_keys
from core.selection import Choice, smallest
from data.portfolio import EVERYTHING
from data.scope import parameters
from data.selection import candidates, choosable
from data.store import Reader

ORDERS = ("alignment", "goal", "theme", "library", "partner")
GROUPINGS = ("theme", "library", "partner", "goal")
GROUP_ORDERS = ("size", "alignment", "goal", "name")
# The groups of those that serve no goal (or have no partner), and of those that were not judged.
NONE, UNJUDGED = "", "-"


def alignment(
    store: Reader,
    filters: Filters,
    words: str = "",
    grouping: str | None = None,
    group: str | None = None,
    order: str = "alignment",
    limit: int = EVERYTHING,
) -> pa.Table:
    """One row per active partnership: `alignment` (0-100, null: not judged) and its effort.

    Kept are those with each of the `words` in their name or that of their library, in any
    spelling of name_key, and of one `group` (a key of alignment_groups) under a `grouping`. Raises
    ValueError for an order or grouping that is not one of ORDERS or GROUPINGS.
    """
    return store.table(
        "alignment",
        **parameters(store, filters),
        **_kept(words, grouping, group),
        order_by=_one_of(ORDERS, order),
        limit=limit,
    )


def alignment_groups(
    store: Reader,
    filters: Filters,
    words: str = "",
    grouping: str | None = None,
    order: str = "size",
    limit: int = EVERYTHING,
) -> pa.Table:
    """The same added up: a row for all together (`key` null), then at most `limit` groups.

    `key` is the code or id of a group as text, NONE or UNJUDGED; `cells` has a mean (0-3) per
    goal. A partnership with two themes or partners stands in two groups. No row where there is
    nothing to add up. Raises ValueError for an order or grouping that is not one of GROUP_ORDERS
    or GROUPINGS.
    """
    return store.table(
        "alignment_groups",
        **parameters(store, filters),
        **_kept(words, grouping),
        order_by=_one_of(GROUP_ORDERS, order),
        limit=limit,
    )


def alignment_summary(store: Reader, filters: Filters) -> pa.Table:
    """One row: how many partnerships are active, serve no goal (`idle`), were not judged."""
    return store.table("alignment_summary", **parameters(store, filters))


def _kept(words: str, grouping: str | None, group: str | None = None) -> dict[str, Any]:
    """Which partnerships are kept, as the queries take it."""
    return {
        "words": name_keys(words),
        "grouping": None if grouping is None else _one_of(GROUPINGS, grouping),
        "group_key": group,
    }


def _one_of(known: tuple[str, ...], asked: str) -> str:
    if asked not in known:
        raise ValueError(asked)
    return asked


def goals(store: Reader, filters: Filters) -> pa.Table:
    """One row per goal: weight, what serves it, share of the effort, largest partner."""
    return store.table("goals", **parameters(store, filters))


def dependencies(store: Reader, filters: Filters) -> pa.Table:
    """One row per partner, gemeente and goal: what is lost there when that partner stops."""
    return store.table("dependencies", **parameters(store, filters))


def serving(store: Reader, filters: Filters) -> pa.Table:
    """One row per gemeente and goal: the ids of the partnerships that serve it there directly."""
    return store.table("serving", **parameters(store, filters))


def smallest_set(store: Reader, filters: Filters, going: Going = lambda _: True) -> Choice | None:
    """The fewest partnerships that serve every goal wherever it is served.

    The best that was found where `going` said to stop, or None where that was nothing.
    """
    needs = [row["partnerships"] for row in serving(store, filters).to_pylist()]
    return smallest(choosable(candidates(store, filters).to_pylist()), filter(None, needs), going)
