"""What a group that scored together needs: where it differs, and whether that matters.

The outcome of a consideration is which option is first, in which band it is (core.scale), and
which preconditions are met. A group differs about many scores, but few of those differences change
the outcome: those are worth the conversation.

First is the option with the highest total of those that are not blocked, of all where all are; of
equal ones the first row. A known score below 3 on a precondition blocks, an unknown one does not.
Only for this an unknown score counts as the middle of its interval, 3; what it may still become is
for `value_interval` and `rank_acceptability`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.scale import (
    ENOUGH,
    HIGHEST,
    LOWEST,
    Flags,
    Floats,
    bands,
    first_of,
    known_ranges,
    known_values,
    normalised,
    numbers,
    of_hundred,
    read_only,
    values_of,
)

MIDDLE = (LOWEST + HIGHEST) / 2


@dataclass(frozen=True, eq=False)
class Spread:
    """How far raters differ on each cell (options x criteria each), on the scale from 1 to 5.

    NaN where nobody gave a score; `count` says how many did.
    """

    median: Floats
    low: Floats
    high: Floats
    quartile_low: Floats
    quartile_high: Floats
    count: npt.NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Tornado:
    """The total (0-1) of an option, and with each criterion alone at its low and its high."""

    low: Floats
    high: Floats
    base: float


@dataclass(frozen=True, eq=False)
class _Table:
    """The medians of a group, (options x criteria), and how their outcome is found."""

    median: Floats
    low: Floats
    high: Floats
    shares: Floats
    preconditions: Flags

    def changes(self, tables: Floats) -> Flags:
        """Which of some tables (n x options x criteria) have another outcome than the medians."""
        found = _outcomes(tables, self.shares, self.preconditions)
        mine = _outcomes(self.median[None], self.shares, self.preconditions)
        differs = [np.not_equal(one, own) for one, own in zip(found, mine, strict=True)]
        return np.asarray(differs[0] | differs[1] | differs[2].any(axis=(1, 2)))


def spread(scores: npt.ArrayLike) -> Spread:
    """Median, range and quartiles over the raters of each cell.

    `scores` is raters x options x criteria, 1-5, NaN where a rater gave none or does not know.
    Quartiles are interpolated linearly between the two nearest scores (type 7 of Hyndman & Fan
    1996, the default of NumPy and of Excel's QUARTILE.INC). Raises ValueError for another shape or
    a score outside 1-5.
    """
    array = _scores(scores, "scores", "raters", "options", "criteria")
    # NaN goes last, behind the scores that were given.
    ordered = np.sort(array, axis=0)
    count = np.isfinite(array).sum(axis=0)
    low, quartile_low, median, quartile_high, high = (
        read_only(_quantile(ordered, count, part)) for part in (0.0, 0.25, 0.5, 0.75, 1.0)
    )
    return Spread(median, low, high, quartile_low, quartile_high, read_only(count))


def pivotal(
    median: npt.ArrayLike,
    low: npt.ArrayLike,
    high: npt.ArrayLike,
    weights: npt.ArrayLike,
    preconditions: npt.ArrayLike,
) -> Flags:
    """Which cells (options x criteria) change the outcome by the difference on them alone.

    A cell does where some score from its low to its high, all others at their median, gives
    another outcome than the medians. Exact, though only the two ends are tried: as the score of
    one option rises its total, and so the whole number that makes the band, never falls. It passes
    the others once, each band once and a precondition once, so what is unchanged at both ends is
    unchanged between them.

    `median`, `low` and `high` are options x criteria as `spread` gives them; a cell without any
    score is NaN in all three, and in it nobody differs. Raises ValueError where a shape, score or
    weight is not so, or a median is outside its low and high.
    """
    return read_only(_pivotal(_table(median, low, high, weights, preconditions)))


def together(
    median: npt.ArrayLike,
    low: npt.ArrayLike,
    high: npt.ArrayLike,
    weights: npt.ArrayLike,
    preconditions: npt.ArrayLike,
) -> Flags:
    """The smallest set of cells (options x criteria) that together change the outcome.

    Where single cells do so (`pivotal`), the one of them with the largest weighted range. Where
    none does, no precondition can change either, and what is left is a sum that passes a limit: the
    leader falls behind one rival, or moves to another band. For each rival the leader's cells go to
    their low and the rival's to their high, for each band the leader's go one way; in each the
    cells with the largest effect first, until the outcome changes. The k largest effects are
    together the largest of any k cells, so no smaller set exists: exact in size, while another set
    of the same size may do as well. Of equal sizes: first place before a band, the nearest rival
    first. All False where all differences together change nothing.

    Takes and raises what `pivotal` does.
    """
    return read_only(_together(_table(median, low, high, weights, preconditions)))


def tornado(
    values_low: npt.ArrayLike,
    values_high: npt.ArrayLike,
    values: npt.ArrayLike,
    weights: npt.ArrayLike,
    option: int,
) -> Tornado:
    """What each criterion alone can do to the total (0-1) of one option.

    The three tables are options x criteria, each 0-1, `values` between the other two; `weights`
    (criteria,) may sum to anything above 0. In the order of the criteria. Raises ValueError where
    that is not so, or there is no such option.
    """
    low, high = known_ranges(values_low, values_high)
    now = known_values(values)
    if now.shape != low.shape or (now < low).any() or (now > high).any():
        raise ValueError("values must be as many as low and high, and between them")
    _check_option(option, len(now))
    shares = normalised(weights, now.shape[1])
    base = float(now[option] @ shares)
    below, above = (base + shares * (end[option] - now[option]) for end in (low, high))
    return Tornado(read_only(below), read_only(above), base)


def _scores(given: npt.ArrayLike, name: str, *axes: str) -> Floats:
    array = numbers(given, name, *axes)
    if not (np.isnan(array) | ((array >= LOWEST) & (array <= HIGHEST))).all():
        raise ValueError(f"{name} must be from {LOWEST:.0f} to {HIGHEST:.0f}, or NaN")
    return array


def _preconditions(given: npt.ArrayLike, criteria: int) -> Flags:
    array = np.asarray(given)
    if array.dtype != np.bool_ or array.shape != (criteria,):
        raise ValueError(f"preconditions must be True or False for each of {criteria} criteria")
    return array


def _check_option(option: int, options: int) -> None:
    if not 0 <= option < options:
        raise ValueError(f"there is no option {option} among {options}")


def _table(
    median: npt.ArrayLike,
    low: npt.ArrayLike,
    high: npt.ArrayLike,
    weights: npt.ArrayLike,
    preconditions: npt.ArrayLike,
) -> _Table:
    middle, least, most = (
        _scores(given, name, "options", "criteria")
        for given, name in ((median, "median"), (low, "low"), (high, "high"))
    )
    if not middle.shape == least.shape == most.shape:
        raise ValueError("median, low and high must have the same shape")
    unknown = np.isnan(middle)
    if (unknown != np.isnan(least)).any() or (unknown != np.isnan(most)).any():
        raise ValueError("median, low and high must be unknown in the same cells")
    if (least > middle).any() or (middle > most).any():
        raise ValueError("median must be between low and high")
    criteria = middle.shape[1]
    return _Table(
        middle,
        least,
        most,
        normalised(weights, criteria),
        _preconditions(preconditions, criteria),
    )


def _quantile(ordered: Floats, count: npt.NDArray[np.intp], part: float) -> Floats:
    at = part * np.maximum(count - 1, 0)
    before = np.floor(at).astype(np.intp)
    after = np.ceil(at).astype(np.intp)
    lower, upper = (
        np.take_along_axis(ordered, place[None], axis=0)[0] for place in (before, after)
    )
    return np.asarray(lower + (upper - lower) * (at - before))


def _outcomes(
    tables: Floats, shares: Floats, preconditions: Flags
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], Flags]:
    """First option (n,), its band (n,) and states (n x options x preconditions) of n tables.

    A state: whether the precondition does not block. One that is unknown stays so, whatever moves.
    """
    asked = tables[:, :, preconditions]
    is_passed = np.isnan(asked) | (asked >= ENOUGH)
    is_blocked = np.asarray((~is_passed).any(axis=2))
    takes_part = ~is_blocked | is_blocked.all(axis=1, keepdims=True)
    totals = values_of(np.where(np.isnan(tables), MIDDLE, tables)) @ shares
    first = first_of(np.where(takes_part, totals, -np.inf))
    total = np.take_along_axis(totals, first[:, None], axis=1)[:, 0]
    return first, bands(of_hundred(total)), is_passed


def _pivotal(table: _Table) -> Flags:
    options, criteria = table.median.shape
    found = np.zeros((options, criteria), dtype=bool)
    each = np.arange(criteria)
    for option in range(options):
        for end in (table.low, table.high):
            tables = np.repeat(table.median[None], criteria, axis=0)
            tables[each, option, each] = end[option]
            found[option] |= table.changes(tables)
    return found


def _together(table: _Table) -> Flags:
    alone = _pivotal(table)
    if alone.any():
        effect = np.where(alone, table.shares * (table.high - table.low), -1.0)
        one = np.zeros_like(alone)
        one.flat[effect.argmax()] = True
        return one
    sets = [cells for moved in _moves(table) if (cells := _fewest(table, moved)) is not None]
    return min(sets, key=lambda cells: int(cells.sum()), default=np.zeros_like(alone))


def _moves(table: _Table) -> Iterator[Floats]:
    """The tables in which the leader is worst beside one rival, each in turn, lowest and highest.

    Rivals in the order of their totals. One that is blocked cannot take the lead, and is harmless.
    """
    [leader], _, _ = _outcomes(table.median[None], table.shares, table.preconditions)
    totals = values_of(np.where(np.isnan(table.median), MIDDLE, table.median)) @ table.shares
    for rival in np.argsort(-totals, kind="stable"):
        if rival != leader:
            moved = table.median.copy()
            moved[leader], moved[rival] = table.low[leader], table.high[rival]
            yield moved
    for end in (table.low, table.high):
        moved = table.median.copy()
        moved[leader] = end[leader]
        yield moved


def _fewest(table: _Table, moved: Floats) -> Flags | None:
    """The fewest cells that change the outcome as they move, the largest effect first; or none."""
    effect = (table.shares * np.nan_to_num(np.abs(moved - table.median))).ravel()
    order = np.argsort(-effect, kind="stable")[: np.count_nonzero(effect)]
    # Row k: the k + 1 largest have moved.
    is_moved = np.zeros((len(order), effect.size), dtype=bool)
    is_moved[:, order] = np.tri(len(order), dtype=bool)
    is_moved = is_moved.reshape(-1, *moved.shape)
    changes = table.changes(np.where(is_moved, moved, table.median))
    return is_moved[changes.argmax()] if changes.any() else None
