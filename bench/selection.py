"""How long the exact choices take: under a ceiling, along the frontier, and the smallest set.

Over 400 active partnerships of the example, and over harder ones made at random: with gains that
overlap everywhere and hours that do not follow them. And what a scenario takes.
"""

from collections.abc import Iterable

import numpy as np

from bench.stores import DAY, example
from bench.timing import THREADS, Figure, median_ms, show
from core.filters import Filters
from core.scenario import Scenario
from core.selection import Candidate, Ceiling, Gains, best, frontier, merged, smallest
from data import alignment, selection
from data.store import Store
from data.what_if import picture

SIZE = 400
TARGET = 5_000.0
STEPS = 12
TODAY = Filters(measure_date=DAY)
# The example with this many partnerships has more than 400 active ones.
WITH_400_ACTIVE = 620


def run(sizes: Iterable[int], rounds: int) -> None:
    """Print the choices over 400 partnerships, and a scenario at each size."""
    with Store.open(example(WITH_400_ACTIVE), THREADS) as store:
        rows = selection.candidates(store, TODAY, limit=SIZE).to_pylist()
        those = selection.choosable(rows)
        gains = selection.worth(store, TODAY, 0.5)
        able = {one.id for one in those}
        needs = [
            able & set(row["partnerships"]) for row in alignment.serving(store, TODAY).to_pylist()
        ]
    known = merged((by & able, points) for by, points in gains.items())
    show(
        f"Choices, {len(those)} of the example, {len(known)} gains", _choices(those, known, rounds)
    )
    needed = median_ms(lambda: smallest(those, filter(None, needs)), rounds)
    show("The smallest set that serves every goal", [Figure("smallest", needed, TARGET)])
    hard, overlapping = _at_random()
    title = f"Choices, {len(hard)} at random, {len(overlapping)} gains"
    figures = _choices(hard, overlapping, max(1, rounds // 3))
    needed = median_ms(lambda: smallest(hard, overlapping), max(1, rounds // 3))
    show(title, [*figures, Figure("smallest set that has one of each", needed, TARGET)])
    for size in sizes:
        with Store.open(example(size), THREADS) as store:
            show(f"A scenario over {size:,} partnerships", _scenario(store, max(3, rounds // 3)))


def _choices(those: list[Candidate], gains: Gains, rounds: int) -> list[Figure]:
    hours = sum(one.hours for one in those)
    figures = []
    for part in (0.1, 0.25, 0.5, 0.75):
        ceiling = Ceiling(part * hours, None)
        found = best(those, gains, ceiling)
        taken = median_ms(lambda ceiling=ceiling: best(those, gains, ceiling), rounds)  # type: ignore[misc]
        note = "" if found is None else f"{found.points:.2f} points, {len(found.kept)} kept"
        figures.append(Figure(f"best under {part:.0%} of the hours", taken, TARGET, note=note))
    whole = median_ms(lambda: frontier(those, gains, None, STEPS), 1)
    return [*figures, Figure(f"frontier of {STEPS} steps", whole, TARGET)]


def _at_random() -> tuple[list[Candidate], Gains]:
    rng = np.random.default_rng(2026)
    those = [Candidate(at, float(rng.integers(5, 400)), 0.0) for at in range(SIZE)]
    gains = merged(
        (rng.choice(SIZE, size=rng.integers(1, 6), replace=False).tolist(), float(rng.random()))
        for _ in range(600)
    )
    return those, gains


def _scenario(store: Store, rounds: int) -> list[Figure]:
    rows = selection.candidates(store, TODAY, limit=30).to_pylist()
    stops = Scenario(stopped=tuple(row["id"] for row in rows))
    now = median_ms(lambda: picture(store, TODAY), rounds)
    then = median_ms(lambda: picture(store, TODAY, stops), rounds)
    return [Figure("as it is", now), Figure("when 30 stop", then, note=f"{then / now:.1f} times")]
