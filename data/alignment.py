"""How the partnerships serve the goals; each function runs the query of its name."""

import pyarrow as pa

from core.filters import Filters
from data.scope import parameters
from data.store import Store


def alignment(store: Store, filters: Filters) -> pa.Table:
    """One row per active partnership: `alignment` (0-100, null: not judged) and its effort."""
    return store.table("alignment", **parameters(store, filters))


def goals(store: Store, filters: Filters) -> pa.Table:
    """One row per goal: weight, what serves it, share of the effort, largest partner."""
    return store.table("goals", **parameters(store, filters))


def dependencies(store: Store, filters: Filters) -> pa.Table:
    """One row per partner, gemeente and goal: what is lost there when that partner stops."""
    return store.table("dependencies", **parameters(store, filters))
