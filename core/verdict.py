"""What a consideration table says of its options: numbers in, a frozen verdict out.

Preconditions first and apart, then the totals with what unknown scores leave open. The sentences
about a verdict are in core.verdict_wording, the method is in core.consideration.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from core.consideration import Interval, value_interval
from core.consideration_table import ConsiderationTable
from core.criteria import GROUPS, Criterion
from core.decision import Cell, State
from core.scale import ENOUGH, TOLERANCE, Band, bands, of_hundred, values_of

# Scores by (option, criterion): 1-5. What is not in it, or None, nobody knows.
Scores = Mapping[Cell, int | None]
WORDS = {Band.CONCERN: "zorg", Band.DISCUSS: "bespreken", Band.STRONG: "sterk"}


@dataclass(frozen=True)
class Verdict:
    """Of one option: totals 0-100 (lowest and highest), and where its preconditions stand."""

    code: str
    name: str
    total: tuple[float, float]
    groups: dict[str, tuple[float, float]]
    preconditions: dict[str, State]
    known: int
    asked: int

    @property
    def middle(self) -> float:
        """The middle of the total: only to put options in an order."""
        return sum(self.total) / 2

    @property
    def is_blocked(self) -> bool:
        """Whether a precondition must be solved first."""
        return "unmet" in self.preconditions.values()

    @property
    def bands(self) -> tuple[str, ...]:
        """The words for the total: one, or the lowest and the highest that are possible."""
        return tuple(dict.fromkeys(band(one) for one in self.total))


def arrays(table: ConsiderationTable, scores: Scores) -> tuple[np.ndarray, np.ndarray]:
    """The lowest and highest value (0-1) of options x criteria; unknown is all between 0 and 1."""
    given = [[scores.get((option.code, code)) for code in table.codes] for option in table.options]
    values = values_of(np.array(given, dtype=np.float64).reshape(-1, len(table.codes)))
    unknown = np.isnan(values)
    return np.where(unknown, 0.0, values), np.where(unknown, 1.0, values)


def weights(table: ConsiderationTable) -> np.ndarray:
    """The points of the criteria in their order."""
    return np.array([table.points[code] for code in table.codes])


def band(total: float) -> str:
    """`sterk` from 75 of 100 on (a mean score of 4), `bespreken` from 50 (3), else `zorg`.

    Of the total as it is shown, without decimals.
    """
    return WORDS[Band(int(bands(total)))]


def verdicts(table: ConsiderationTable, scores: Scores) -> list[Verdict]:
    """The verdict of every option: those that can go ahead by total, the blocked, the unscored.

    Empty without options. Where a score is unknown the middle of what is possible decides the
    order, and of equal middles what is sure of most comes first; `is_certain` says whether that can
    change. What is equal stays in the order of the table.
    """
    if not table.options:
        return []
    low, high = arrays(table, scores)
    totals = value_interval(low, high, weights(table))
    groups = {name: _of_group(table, low, high, name) for name in GROUPS}
    found = [
        Verdict(
            option.code,
            option.name,
            _hundred(totals, row),
            {name: _hundred(part, row) for name, part in groups.items() if part is not None},
            {one.code: _state(scores.get((option.code, one.code))) for one in preconditions(table)},
            sum(scores.get((option.code, code)) is not None for code in table.codes),
            len(table.criteria),
        )
        for row, option in enumerate(table.options)
    ]

    # The ends of a range are rounded each: their middle may be off in the last digits.
    def order(one: Verdict) -> tuple[bool, bool, float, float]:
        return not one.known, one.is_blocked, -round(one.middle, 6), -round(one.total[0], 6)

    return sorted(found, key=order)


def rank(found: Sequence[Verdict], one: Verdict) -> int:
    """The place of a verdict, 1 the best; those that are level share the better one."""
    return next(place for place, other in enumerate(found, start=1) if is_level(one, other))


def preconditions(table: ConsiderationTable) -> list[Criterion]:
    """The criteria that are a precondition."""
    return [one for one in table.criteria if one.precondition]


def in_the_running(found: Sequence[Verdict]) -> list[Verdict]:
    """Those among which number one is sought: what has a score and is not blocked.

    All that have a score when everything is blocked, and all when nothing has one.
    """
    scored = [one for one in found if one.known] or list(found)
    return [one for one in scored if not one.is_blocked] or scored


def leaders(found: Sequence[Verdict]) -> list[Verdict]:
    """The first, with those that have the very same total: lowest as well as highest."""
    running = in_the_running(found)
    return [one for one in running if is_level(one, running[0])]


def is_level(one: Verdict, other: Verdict) -> bool:
    """Whether two options stand level: the same total, and both blocked or neither."""
    is_equal = all(map(is_same, one.total, other.total)) and bool(one.known) == bool(other.known)
    return is_equal and one.is_blocked == other.is_blocked


def is_same(total: float, other: float) -> bool:
    """Whether two totals of 100 are equal, but for rounding."""
    return abs(total - other) < 100 * TOLERANCE


def open_preconditions(one: Verdict) -> int:
    """How many preconditions may yet block this option; none where one already does."""
    return 0 if one.is_blocked else list(one.preconditions.values()).count("unknown")


def is_certain(found: Sequence[Verdict]) -> bool:
    """Whether the first stays first, alone, whatever the unknown scores turn out to be."""
    first, *others = in_the_running(found)
    is_ahead = all(first.total[0] > other.total[1] + 100 * TOLERANCE for other in others)
    return is_ahead and not open_preconditions(first)


def lifting(table: ConsiderationTable, verdict: Verdict) -> dict[str, str]:
    """Per precondition that is not met, what it takes: the meaning of a score of 3."""
    return {
        one.label: one.anchor_3
        for one in preconditions(table)
        if verdict.preconditions[one.code] == "unmet"
    }


def contributions(table: ConsiderationTable, scores: Scores, option: str) -> dict[str, float]:
    """Per criterion with a known score, the points of 100 that it adds to the total."""
    return {
        code: table.points[code] * float(values_of(score))
        for code in table.codes
        if (score := scores.get((option, code))) is not None
    }


def _of_group(
    table: ConsiderationTable, low: np.ndarray, high: np.ndarray, name: str
) -> Interval | None:
    """The totals over one group; None where its criteria weigh nothing, or there are none."""
    chosen = [n for n, one in enumerate(table.criteria) if one.group == name]
    points = weights(table)[chosen]
    if not points.sum() > 0:
        return None
    return value_interval(low[:, chosen], high[:, chosen], points)


def _hundred(interval: Interval, row: int) -> tuple[float, float]:
    return float(of_hundred(interval.low[row])), float(of_hundred(interval.high[row]))


def _state(score: int | None) -> State:
    if score is None:
        return "unknown"
    return "met" if score >= ENOUGH else "unmet"
