"""The method of the consideration table: additive value, and how firm its order is.

Options are valued on criteria (0-1) and the criteria are weighed; the total of an option is the
weighted mean of its values (Keeney & Raiffa 1976, the additive case). How firm the order is, is
said in three ways: between which totals an option lies where scores are unknown, in what share of
all weights and scores that are possible it takes each rank (SMAA-2, Lahdelma & Salminen 2001), and
how far each weight can move before another option is first (Mareschal 1988).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from core.scale import (
    TOLERANCE,
    Floats,
    first_of,
    known_ranges,
    known_values,
    normalised,
    numbers,
    read_only,
)

DRAWS = 10_000
SEED = 2001


class Interval(NamedTuple):
    """The lowest and the highest total of each option, (options,) each, 0-1."""

    low: Floats
    high: Floats


@dataclass(frozen=True, eq=False)
class RankAcceptability:
    """What share of the draws supports what.

    `acceptability` (options x ranks, 0-1): the share of draws in which the option has that rank;
    every row sums to 1. `central_weights` (options x criteria, 0-1): the mean of the weights that
    make the option first, NaN where none that was drawn does. `confidence` (options,; 0-1): the
    share of the draws of the scores in which the option is first under its central weights, NaN
    where those are.
    """

    acceptability: Floats
    central_weights: Floats
    confidence: Floats


def weighted_value(values: npt.ArrayLike, weights: npt.ArrayLike) -> Floats:
    """The total (options,; 0-1) of each option: the sum of its values times the weights.

    `values` is options x criteria, each 0-1; `weights` (criteria,) may sum to anything above 0.
    Raises ValueError where a shape, a value or a weight is not so.
    """
    known = known_values(values)
    return read_only(_totals(known, normalised(weights, known.shape[1])))


def value_interval(low: npt.ArrayLike, high: npt.ArrayLike, weights: npt.ArrayLike) -> Interval:
    """The lowest and the highest total that each option can have.

    `low` and `high` are options x criteria, each 0-1: equal where a value is known, 0 and 1 where
    nothing is known. Exact: a total rises with every value. Raises ValueError as `weighted_value`
    does, and where low is above high.
    """
    least, most = known_ranges(low, high)
    shares = normalised(weights, least.shape[1])
    return Interval(read_only(_totals(least, shares)), read_only(_totals(most, shares)))


def rank_acceptability(
    low: npt.ArrayLike,
    high: npt.ArrayLike,
    weights: npt.ArrayLike | None = None,
    spread: npt.ArrayLike | None = None,
    draws: int = DRAWS,
    seed: int = SEED,
) -> RankAcceptability:
    """Rank acceptability, central weights and confidence (SMAA-2, Lahdelma & Salminen 2001).

    `low` and `high` are options x criteria, each 0-1: a value is uniform between them, independent
    of the others. Without `weights` every set of weights is as likely (uniform on the simplex, as
    Tervonen & Lahdelma 2007 draw it). With `weights` (criteria,) and no `spread`, or 0, those hold
    exactly. With a `spread` (0-1, one for all or one for each criterion) each weight is multiplied
    by an independent factor, uniform from 1 - spread to 1 + spread, and the result is normalised.
    A factor, because people who give points doubt in proportion: "20, give or take a quarter". It
    keeps weights from falling below nought, leaves out what weighs nothing, and needs no rejected
    draws, of which a uniform distribution within intervals has ever more with more criteria. It is
    not that distribution: a normalised weight may lie a little outside its own interval, while the
    ratio of two weights stays within (1 + spread) / (1 - spread) of what it was.

    Totals that are equal share the better rank, so a row sums to 1 and a column need not. A share
    p has a standard error of sqrt(p (1 - p) / draws), at most 0.005 for 10,000. The same seed gives
    the same answer; an option that is added at the end leaves the draws of the others as they were.

    Raises ValueError where a shape, value or weight is not so, `draws` is below 1, or there is a
    `spread` without weights or outside [0, 1].
    """
    least, most = known_ranges(low, high)
    criteria = least.shape[1]
    if draws < 1:
        raise ValueError(f"draws must be at least 1, not {draws}")
    given = None if weights is None else normalised(weights, criteria)
    around = _spread(spread, criteria)
    if given is None and around.any():
        raise ValueError("a spread needs weights to spread around")
    return _rank_acceptability(least, most, given, around, draws, seed)


def weight_stability(values: npt.ArrayLike, weights: npt.ArrayLike) -> Floats:
    """How far each weight can move while the same option stays first (Mareschal 1988).

    For the option that is first under `weights`, the first of those that tie, the lowest and the
    highest weight (criteria x 2, 0-1) of each criterion with which it has the highest total or
    shares it, while the other weights keep their proportions and all sum to 1. Exact: both totals
    are linear in that weight. Where one criterion has all the weight the others have no
    proportions; they then share equally what it gives up. With one criterion its weight is 1.

    `values` is options x criteria, each 0-1; `weights` (criteria,) may sum to anything above 0.
    Raises ValueError where a shape, a value or a weight is not so.
    """
    known = known_values(values)
    return read_only(_weight_stability(known, normalised(weights, known.shape[1])))


def kendall_w(scores: npt.ArrayLike) -> float:
    """How much raters agree on the order of items: Kendall's W, 0 (not at all) to 1 (wholly).

    `scores` is raters x items, on any scale: only the order within a rater counts, equal scores
    get the middle of their ranks and W is corrected for them (Kendall & Babington Smith 1939):
    W = 12 S / (m^2 (n^3 - n) - m T), for m raters and n items, with S the squared deviations of
    the sums of ranks and T the sum of t^3 - t over every group of t equal scores. NaN where every
    rater scores all items the same: there is no order to agree on. Raises ValueError with fewer
    than two raters or items, or where a score is missing.
    """
    array = numbers(scores, "scores", "raters", "items")
    if min(array.shape) < 2:
        raise ValueError(f"two raters and two items are the least, not {array.shape}")
    if not np.isfinite(array).all():
        raise ValueError("scores must all be there and finite")
    return _kendall_w(array)


def _totals(values: Floats, shares: Floats) -> Floats:
    # Shares that sum to a rounding more than 1 would lift a perfect option above it.
    return np.asarray(np.minimum(values @ shares, 1.0))


def _spread(given: npt.ArrayLike | None, criteria: int) -> Floats:
    try:
        spread = np.broadcast_to(
            np.asarray(0.0 if given is None else given, dtype=np.float64), (criteria,)
        )
    except (TypeError, ValueError) as wrong:
        raise ValueError(f"spread must be one number, or one for each of {criteria}") from wrong
    if not ((spread >= 0) & (spread <= 1)).all():
        raise ValueError("spread must be from 0 to 1")
    return spread


def _rank_acceptability(
    low: Floats, high: Floats, weights: Floats | None, spread: Floats, draws: int, seed: int
) -> RankAcceptability:
    drawing, *streams = np.random.SeedSequence(seed).spawn(1 + len(low))
    drawn = _weights(low.shape[1], weights, spread, draws, np.random.default_rng(drawing))
    totals = low @ drawn.T
    for option, unknown, extra in _extras(low, high, draws, streams):
        totals[option] += np.einsum("dc,cd->d", drawn[:, unknown], extra)
    ranks = _ranks(totals)
    options = len(low)
    counts = np.stack([np.bincount(ranks[option], minlength=options) for option in range(options)])
    is_first = ranks == 0
    # Nought by nought where an option is never first: NaN is meant.
    with np.errstate(invalid="ignore"):
        central = (is_first @ drawn) / counts[:, :1]
    confidence = _confidence(low, high, central, draws, streams)
    return RankAcceptability(read_only(counts / draws), read_only(central), read_only(confidence))


def _weights(
    criteria: int, weights: Floats | None, spread: Floats, draws: int, rng: np.random.Generator
) -> Floats:
    """Weights (draws x criteria) that sum to 1 in each draw."""
    if weights is None:
        # Exponential ones, normalised, are uniform on the simplex.
        drawn = rng.standard_exponential((draws, criteria))
    elif spread.any():
        # Counted down from the most: a factor of exactly nought is never drawn.
        drawn = weights * (1 + spread - 2 * spread * rng.random((draws, criteria)))
    else:
        return np.broadcast_to(weights, (draws, criteria))
    drawn /= drawn.sum(axis=1, keepdims=True)
    return drawn


def _extras(
    low: Floats, high: Floats, draws: int, streams: list[np.random.SeedSequence]
) -> Iterator[tuple[int, npt.NDArray[np.intp], Floats]]:
    """For each option with unknown values: which they are, and what they are above low.

    The last is unknown x draws. One option at a time, and the same at every call: they are drawn
    again rather than kept, which for all options would be by far the largest array.
    """
    for option, stream in enumerate(streams):
        span = high[option] - low[option]
        unknown = np.flatnonzero(span)
        if len(unknown):
            drawn = np.random.default_rng(stream).random((len(unknown), draws))
            drawn *= span[unknown, None]
            yield option, unknown, drawn


def _ranks(totals: Floats) -> npt.NDArray[np.intp]:
    """Ranks from 0 (options x draws): how many options have a higher total."""
    ranks = np.zeros(totals.shape, dtype=np.intp)
    for total in totals:
        ranks += total - TOLERANCE > totals
    return ranks


def _confidence(
    low: Floats,
    high: Floats,
    central: Floats,
    draws: int,
    streams: list[np.random.SeedSequence],
) -> Floats:
    """In what share of the draws of the values an option is first under its central weights."""
    # Row: whose central weights; column: a draw.
    known = central @ low.T
    own = np.repeat(np.diag(known)[:, None], draws, axis=1)
    is_fixed = ~(high > low).any(axis=1)
    best = np.full_like(own, -np.inf)
    if is_fixed.any():
        best[:] = known[:, is_fixed].max(axis=1, keepdims=True)
    for option, unknown, extra in _extras(low, high, draws, streams):
        totals = central[:, unknown] @ extra
        totals += known[:, option, None]
        own[option] = totals[option]
        np.maximum(best, totals, out=best)
    confidence = (own >= best - TOLERANCE).mean(axis=1)
    return np.where(np.isnan(central[:, 0]), np.nan, confidence)


def _weight_stability(values: Floats, weights: Floats) -> Floats:
    first = first_of(values @ weights)
    # Row: for which criterion; column: the share of each other one in the rest of the weight.
    others = np.where(np.eye(len(weights), dtype=bool), 0.0, weights)
    without = ~others.any(axis=1)
    others[without] = 1.0 - np.eye(len(weights))[without]
    rest = others.sum(axis=1, keepdims=True)
    if not rest.all():
        return np.ones((1, 2))
    # The lead over an option, at a weight w: w alone + (1 - w) by_others, 0 or more where it holds.
    alone = _without_rounding(values[first] - values)
    by_others = _without_rounding((values[first] - values) @ (others / rest).T)
    with np.errstate(divide="ignore", invalid="ignore"):
        level = by_others / (by_others - alone)
    low = np.where(by_others < 0, level, 0.0).max(axis=0)
    high = np.where(alone < 0, level, 1.0).min(axis=0)
    # Where options tie, rounding can put the level a hair beyond the weight itself.
    return np.column_stack([np.minimum(low, weights), np.maximum(high, weights)])


def _without_rounding(differences: Floats) -> Floats:
    return np.where(np.abs(differences) < TOLERANCE, 0.0, differences)


def _kendall_w(scores: Floats) -> float:
    raters, items = scores.shape
    same = (scores[:, :, None] == scores[:, None, :]).sum(axis=2)
    lower = (scores[:, :, None] > scores[:, None, :]).sum(axis=2)
    sums = (lower + (same + 1) / 2).sum(axis=0)
    deviation = ((sums - sums.mean()) ** 2).sum()
    # Over the t of a group t^2 - 1 adds up to t^3 - t.
    tied = (same**2 - 1).sum()
    most = raters**2 * (items**3 - items) - raters * tied
    return float(12 * deviation / most) if most else float("nan")
