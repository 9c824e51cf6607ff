"""What the active partnerships gain together, to choose among them. A function runs its query."""

from collections.abc import Collection, Iterable
from typing import Any

import pyarrow as pa

from core.filters import Filters
from core.names import name_keys
from core.selection import Candidate, Gains, merged
from data.portfolio import EVERYTHING
from data.scope import parameters
from data.store import Reader, Row


def candidates(
    store: Reader,
    filters: Filters,
    words: str = "",
    limit: int = EVERYTHING,
    counted: tuple[str, ...] = ("active",),
) -> pa.Table:
    """One row per active partnership, by name, with its partners, hours and budget a year.

    `words` keeps those with each of these words in the name, the library or a partner; `counted`
    adds those in preparation (pipeline).
    """
    given = parameters(store, filters) | {"counted": list(counted)}
    return store.table("candidates", **given, words=name_keys(words), limit=limit)


def gains(store: Reader, filters: Filters) -> pa.Table:
    """Rows `kind` (goals or coverage), `partnerships` (ids) and `points`, at most 100 a kind.

    The points are gained as soon as one of the partnerships is there.
    """
    return store.table("gains", **parameters(store, filters))


def choosable(
    rows: Iterable[Row], keep: Collection[int] = (), stop: Collection[int] = ()
) -> list[Candidate]:
    """Rows of `candidates` to choose among; hours and budget that are not filled in are nought."""
    return [
        Candidate(
            row["id"],
            row["hours"] or 0.0,
            row["budget"] or 0.0,
            True if row["id"] in keep else False if row["id"] in stop else None,
        )
        for row in rows
    ]


def worth(store: Reader, filters: Filters, goals: float) -> Gains:
    """What the active partnerships gain, as one measure of which `goals` (0-1) is for the goals."""
    return weighed(gains(store, filters).to_pylist(), goals)


def weighed(rows: Iterable[Row], goals: float) -> Gains:
    """Rows of `gains` as one measure of at most 100: `goals` (0-1) of the goals, else coverage."""
    share: dict[Any, float] = {"goals": goals, "coverage": 1 - goals}
    return merged((row["partnerships"], row["points"] * share[row["kind"]]) for row in rows)
