"""How sure the outcome of a consideration is: over weights that people might as well have chosen.

Asked of the options that can go ahead; an option that must first solve a precondition does not
win by other weights.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.consideration import rank_acceptability, weight_stability, weighted_value
from core.consideration_table import ConsiderationTable
from core.verdict import Scores, Verdict, arrays, in_the_running, weights

# Near the agreed weights: each may as well have been half more or half less.
NEAR = 0.5
DRAWS = 10_000
SEED = 20_261_128


@dataclass(frozen=True)
class Chance:
    """Of one option: the shares (0-1) of conceivable weights under which it takes each place.

    `near` around the agreed weights, `free` over all weights; first place first. `winning`: the
    points by criterion, on average, under which it is first; None where it never is.
    """

    code: str
    name: str
    near: tuple[float, ...]
    free: tuple[float, ...]
    winning: dict[str, float] | None


@dataclass(frozen=True)
class Certainty:
    """The chances in the order of the verdicts, and where number one stays first.

    `stable`: the points (low, high) of each criterion within which it does; None where there is
    no other option.
    """

    chances: tuple[Chance, ...]
    stable: dict[str, tuple[float, float]] | None


def certainty(
    table: ConsiderationTable, scores: Scores, found: Sequence[Verdict], draws: int = DRAWS
) -> Certainty:
    """Over `draws` weights near the agreed ones and as many free ones. `found` is not empty."""
    running = in_the_running(list(found))
    rows = [[one.code for one in table.options].index(one.code) for one in running]
    low, high = (one[rows] for one in arrays(table, scores))
    agreed = weights(table)
    near = rank_acceptability(low, high, agreed, NEAR, draws, seed=SEED)
    free = rank_acceptability(low, high, draws=draws, seed=SEED)
    chances = tuple(
        Chance(
            one.code,
            one.name,
            tuple(near.acceptability[row].tolist()),
            tuple(free.acceptability[row].tolist()),
            _points(table, free.central_weights[row]),
        )
        for row, one in enumerate(running)
    )
    return Certainty(chances, stability(table, low, high) if len(running) > 1 else None)


def stability(
    table: ConsiderationTable, low: np.ndarray, high: np.ndarray
) -> dict[str, tuple[float, float]]:
    """The points of each criterion within which number one stays first, at the middle values."""
    interval = 100 * weight_stability((low + high) / 2, weights(table))
    return {
        code: (float(interval[n, 0]), float(interval[n, 1])) for n, code in enumerate(table.codes)
    }


def effects(
    table: ConsiderationTable, scores: Scores, option: str
) -> dict[str, tuple[float, float]]:
    """Per criterion the total 0-100 of an option when that score alone is one lower or higher.

    Where the score is unknown: 1 and 5. In the order of what matters most.
    """
    low, high = arrays(table, scores)
    row = [one.code for one in table.options].index(option)
    middle = (low[row] + high[row]) / 2
    agreed = weights(table)
    total = float(weighted_value(middle[np.newaxis], agreed)[0])
    share = agreed / agreed.sum()
    known = low[row] == high[row]
    down = np.where(known, np.maximum(middle - 0.25, 0), 0) - middle
    up = np.where(known, np.minimum(middle + 0.25, 1), 1) - middle
    found = {
        code: (100 * (total + share[n] * down[n]), 100 * (total + share[n] * up[n]))
        for n, code in enumerate(table.codes)
    }
    return dict(sorted(found.items(), key=lambda one: one[1][0] - one[1][1]))


def _points(table: ConsiderationTable, central: np.ndarray) -> dict[str, float] | None:
    if np.isnan(central).any():
        return None
    return dict(zip(table.codes, (100 * central).tolist(), strict=True))
