"""What the partnerships ask and what they serve. A function runs the query of its name."""

import pyarrow as pa

from core.effort import EFFORTS, QUADRANTS, UNPLACED
from core.filters import Filters
from data.portfolio import EVERYTHING
from data.scope import parameters
from data.store import Reader


def effort_quadrants(store: Reader, filters: Filters, effort: str = "hours") -> pa.Table:
    """One row per quadrant that holds any partnership, with what it holds and the medians.

    Raises ValueError for an effort that is not one of EFFORTS.
    """
    return store.table("effort_quadrants", **parameters(store, filters), effort=_known(effort))


def effort_bubbles(
    store: Reader,
    filters: Filters,
    effort: str = "hours",
    quadrant: str | None = None,
    limit: int = EVERYTHING,
) -> pa.Table:
    """One row per active partnership, those that ask most first.

    Of one `quadrant` (or UNPLACED), or all that stand in any. Raises ValueError for an effort or
    quadrant that is not known.
    """
    if quadrant is not None and quadrant not in (*QUADRANTS, UNPLACED):
        raise ValueError(quadrant)
    return store.table(
        "effort_bubbles",
        **parameters(store, filters),
        effort=_known(effort),
        quadrant=quadrant,
        limit=limit,
    )


def _known(effort: str) -> str:
    if effort not in EFFORTS:
        raise ValueError(effort)
    return effort
