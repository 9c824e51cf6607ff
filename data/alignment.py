"""How the partnerships serve the goals. A function runs the query of its name."""

import pyarrow as pa

from core.filters import Filters
from core.integer_programme import Going
from core.selection import Choice, smallest
from data.scope import parameters
from data.selection import candidates, choosable
from data.store import Reader


def alignment(store: Reader, filters: Filters) -> pa.Table:
    """One row per active partnership: `alignment` (0-100, null: not judged) and its effort."""
    return store.table("alignment", **parameters(store, filters))


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
