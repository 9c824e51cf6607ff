"""How sure the outcome of a consideration is: over weights that people might as well have chosen.

Asked of the options that can go ahead; an option that must first solve a precondition does not
win by other weights.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.consideration import DRAWS, rank_acceptability, weight_stability
from core.consideration_table import ConsiderationTable
from core.disagreement import tornado
from core.scale import HIGHEST, LOWEST, of_hundred
from core.verdict import Scores, Verdict, arrays, in_the_running, weights

# Near the agreed weights: each may as well have been half more or half less.
NEAR = 0.5
SEED = 20_261_128
# What a score of one more or one less is worth, 0-1.
STEP = 1 / (HIGHEST - LOWEST)


@dataclass(frozen=True)
class Chance:
    """Of one option: the shares (0-1) of conceivable weights under which it takes each place.

    `near` around the agreed weights, `free` over all weights; first place first. `winning`: the
    points by criterion, on average, under which it is first; None where it never is. `ahead`: the
    criteria on which it does better than the first of the verdicts; only more weight there helps.
    """

    code: str
    name: str
    near: tuple[float, ...]
    free: tuple[float, ...]
    winning: dict[str, float] | None
    ahead: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Certainty:
    """The chances in the order of the verdicts, and where number one stays first.

    `stable`: the points (low, high) of each criterion within which it does; None where there is
    no other option, or no other criterion that could take points over.
    """

    chances: tuple[Chance, ...]
    stable: dict[str, tuple[float, float]] | None


def certainty(
    table: ConsiderationTable, scores: Scores, found: Sequence[Verdict], draws: int = DRAWS
) -> Certainty:
    """Over `draws` weights near the agreed ones and as many free ones. `found` is not empty."""
    running = in_the_running(found)
    rows = [[one.code for one in table.options].index(one.code) for one in running]
    low, high = (one[rows] for one in arrays(table, scores))
    middle = (low + high) / 2
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
            frozenset(np.array(table.codes)[middle[row] > middle[0]].tolist()),
        )
        for row, one in enumerate(running)
    )
    could_turn = len(running) > 1 and len(table.criteria) > 1
    return Certainty(chances, _stable(table, middle) if could_turn else None)


def effects(
    table: ConsiderationTable, scores: Scores, option: str
) -> dict[str, tuple[float, float]]:
    """Per criterion the total 0-100 of an option when that score alone is one lower or higher.

    Where the score is unknown: 1 and 5. In the order of what matters most.
    """
    low, high = arrays(table, scores)
    row = [one.code for one in table.options].index(option)
    middle = (low + high) / 2
    is_known = low == high
    down = np.where(is_known, np.maximum(middle - STEP, 0), low)
    up = np.where(is_known, np.minimum(middle + STEP, 1), high)
    found = tornado(down, up, middle, weights(table), row)
    ends = zip(of_hundred(found.low).tolist(), of_hundred(found.high).tolist(), strict=True)
    by_criterion = zip(table.codes, ends, strict=True)
    return dict(sorted(by_criterion, key=lambda one: one[1][0] - one[1][1]))


def _stable(table: ConsiderationTable, values: np.ndarray) -> dict[str, tuple[float, float]]:
    ends = of_hundred(weight_stability(values, weights(table))).tolist()
    return {code: (low, high) for code, (low, high) in zip(table.codes, ends, strict=True)}


def _points(table: ConsiderationTable, central: np.ndarray) -> dict[str, float] | None:
    if np.isnan(central).any():
        return None
    return dict(zip(table.codes, (100 * central).tolist(), strict=True))
