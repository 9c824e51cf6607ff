"""How the partnerships serve the goals. A function runs the query of its name."""

import time

import pyarrow as pa

from core.filters import Filters
from core.selection import Candidate, Choice, smallest
from data.scope import parameters
from data.store import Reader, Store

# How long the smallest set is searched for; 400 partnerships take some hundredths of a second.
SECONDS = 5.0


def alignment(store: Reader, filters: Filters) -> pa.Table:
    """One row per active partnership: `alignment` (0-100, null: not judged) and its effort."""
    return store.table("alignment", **parameters(store, filters))


def goals(store: Reader, filters: Filters) -> pa.Table:
    """One row per goal: weight, what serves it, share of the effort, largest partner."""
    return store.table("goals", **parameters(store, filters))


def dependencies(store: Reader, filters: Filters) -> pa.Table:
    """One row per partner, gemeente and goal: what is lost there when that partner stops."""
    return store.table("dependencies", **parameters(store, filters))


def serving(store: Store, filters: Filters) -> pa.Table:
    """One row per gemeente and goal: the ids of the partnerships that serve it there directly."""
    return store.table("serving", **parameters(store, filters))


def smallest_set(store: Store, filters: Filters) -> Choice | None:
    """The fewest partnerships that serve every goal wherever it is served, or the best in time."""
    until = time.monotonic() + SECONDS
    candidates = [
        Candidate(row["id"], row["hours"] or 0.0, row["budget"] or 0.0)
        for row in alignment(store, filters).to_pylist()
    ]
    needs = [row["partnerships"] for row in serving(store, filters).to_pylist()]
    return smallest(candidates, filter(None, needs), lambda _: time.monotonic() < until)
