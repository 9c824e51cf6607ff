"""The scale of a consideration, and what is asked of the scores, values and weights on it.

People score from 1 to 5. The value of a score is v = (score - 1) / 4, from 0 to 1: fixed, never
stretched over the options that happen to be present, because that reverses ranks.
"""

from enum import IntEnum
from typing import TypeVar

import numpy as np
import numpy.typing as npt

Kind = TypeVar("Kind", bound=np.generic)
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

SCORES = (1, 2, 3, 4, 5)
LOWEST, HIGHEST = float(SCORES[0]), float(SCORES[-1])
# A score below this on a precondition: first to be solved.
ENOUGH = 3
# From these totals of 100 on, as they are shown: a mean score of 3, and of 4.
DISCUSS_FROM, STRONG_FROM = 50, 75
# Totals (0-1) that differ less are equal: far above the rounding of a sum of products (1e-15), far
# below what scores and weights in whole points can differ (1/400).
TOLERANCE = 1e-9


class Band(IntEnum):
    """What a total advises; the words for it are in core.verdict."""

    CONCERN = 0
    DISCUSS = 1
    STRONG = 2


def of_hundred(totals: npt.ArrayLike) -> Floats:
    """Totals (0-1) in points of 100, without the rounding of their sums.

    What is half a point by hand is half a point here, so that it is shown as one whole number
    wherever it was computed.
    """
    return np.asarray(np.round(100 * np.asarray(totals, dtype=np.float64), 9))


def bands(points: npt.ArrayLike) -> npt.NDArray[np.intp]:
    """The band (its place in `Band`) of totals in points of 100.

    Of the whole number that is shown, so that number and word never differ.
    """
    shown = np.rint(np.round(np.asarray(points, dtype=np.float64), 9))
    return np.asarray(np.searchsorted((DISCUSS_FROM, STRONG_FROM), shown, side="right"))


def values_of(scores: npt.ArrayLike) -> Floats:
    """The values (0-1) of scores (1-5), v = (score - 1) / 4, in any shape; NaN stays NaN."""
    return (np.asarray(scores, dtype=np.float64) - LOWEST) / (HIGHEST - LOWEST)


def read_only(array: npt.NDArray[Kind]) -> npt.NDArray[Kind]:
    """The same array, which nobody can write to any more."""
    array.setflags(write=False)
    return array


def numbers(given: npt.ArrayLike, name: str, *axes: str) -> Floats:
    """What was given as an array with these axes, at least one long each.

    Raises ValueError, with `name`, where it is not numbers in that many dimensions.
    """
    try:
        array = np.asarray(given, dtype=np.float64)
    except (TypeError, ValueError) as wrong:
        raise ValueError(f"{name} must be numbers, {' x '.join(axes)}") from wrong
    if array.ndim != len(axes):
        raise ValueError(f"{name} must be {' x '.join(axes)}, not of shape {array.shape}")
    for axis, length in zip(axes, array.shape, strict=True):
        if not length:
            raise ValueError(f"{name} must have at least one of {axis}")
    return array


def known_values(given: npt.ArrayLike, name: str = "values") -> Floats:
    """Values (options x criteria); ValueError where one is NaN or outside [0, 1]."""
    array = numbers(given, name, "options", "criteria")
    if not ((array >= 0) & (array <= 1)).all():
        raise ValueError(f"{name} must all be known and from 0 to 1")
    return array


def known_ranges(low: npt.ArrayLike, high: npt.ArrayLike) -> tuple[Floats, Floats]:
    """Lowest and highest values (options x criteria each); ValueError where low is above high."""
    least, most = known_values(low, "low"), known_values(high, "high")
    if least.shape != most.shape:
        raise ValueError(f"low and high differ in shape: {least.shape} and {most.shape}")
    if (least > most).any():
        raise ValueError("low must nowhere be above high")
    return least, most


def normalised(weights: npt.ArrayLike, criteria: int) -> Floats:
    """Weights (criteria,) that sum to 1.

    Raises ValueError where there is not one for each criterion, one is negative, infinite or NaN,
    or all are nought.
    """
    array = numbers(weights, "weights", "criteria")
    if len(array) != criteria:
        raise ValueError(f"{len(array)} weights for {criteria} criteria")
    if not np.isfinite(array).all() or (array < 0).any():
        raise ValueError("weights must be finite and not negative")
    if not array.any():
        raise ValueError("weights must not all be nought")
    # The sum of very large ones would be infinite; a power of two rounds nothing.
    part = np.ldexp(array, -np.frexp(array.max())[1])
    return np.asarray(part / part.sum())


def first_of(totals: Floats) -> npt.NDArray[np.intp]:
    """Which option has the highest total (..., options), the first of those that share it."""
    return np.asarray((totals >= totals.max(-1, keepdims=True) - TOLERANCE).argmax(-1))
