"""How long the method of the consideration table takes, for as large a table as people fill in.

Ten options on sixteen criteria, the scores at random. None of it depends on the store, and so not
on the sizes.
"""

from collections.abc import Iterable

import numpy as np

from bench.timing import Figure, median_ms, show
from core.consideration import DRAWS, rank_acceptability, weight_stability
from core.disagreement import pivotal, spread, together
from core.scale import values_of

OPTIONS, CRITERIA, RATERS = 10, 16, 12
TARGET = 100.0


def run(sizes: Iterable[int], rounds: int) -> None:
    """Print how firm an order is, and what of a group's differences matters."""
    rng = np.random.default_rng(2026)
    scores = rng.integers(1, 6, (RATERS, OPTIONS, CRITERIA)).astype(float)
    weights = rng.integers(1, 20, CRITERIA)
    asked = np.arange(CRITERIA) < 3
    show(
        f"Consideration, {OPTIONS} options on {CRITERIA} criteria, {DRAWS:,} draws",
        [
            *_firmness(values_of(scores[0]), weights, rounds),
            *_group(scores, weights, asked, rounds),
        ],
    )


def _firmness(values: np.ndarray, weights: np.ndarray, rounds: int) -> list[Figure]:
    rng = np.random.default_rng(2027)
    is_unknown = rng.random(values.shape) < 0.2
    low, high = np.where(is_unknown, 0, values), np.where(is_unknown, 1, values)
    none, all_of_it = np.zeros_like(values), np.ones_like(values)
    figures = {
        "rank acceptability, free weights": lambda: rank_acceptability(values, values),
        "around weights": lambda: rank_acceptability(values, values, weights, 0.25),
        "free, a fifth of the scores unknown": lambda: rank_acceptability(low, high),
        "around, a fifth unknown": lambda: rank_acceptability(low, high, weights, 0.25),
        "free, nothing known": lambda: rank_acceptability(none, all_of_it),
        "weight stability": lambda: weight_stability(values, weights),
    }
    return [Figure(what, median_ms(work, rounds), TARGET) for what, work in figures.items()]


def _group(scores: np.ndarray, weights: np.ndarray, asked: np.ndarray, rounds: int) -> list[Figure]:
    found = spread(scores)
    wide = (found.median, found.low, found.high, weights, asked)
    # So little that no cell does anything alone: then sets are looked for.
    narrow = (found.median, found.median - 0.01, found.median + 0.01, weights, asked & False)
    figures = {
        f"spread of {len(scores)} raters": lambda: spread(scores),
        "pivotal": lambda: pivotal(*wide),
        "together": lambda: together(*narrow),
    }
    return [Figure(what, median_ms(work, rounds), TARGET) for what, work in figures.items()]
