"""Which partnerships to keep: exact choices under a ceiling, and the smallest set that will do.

What is gained does not add up over partnerships: a goal that two of them serve in a gemeente, or a
school that two of them cover, is gained once. Choosing under a ceiling is then maximum coverage
with a budget (Khuller, Moss & Naor 1999), the smallest set is set cover (Karp 1972); both are
solved to proven optimality as integer programmes.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from core.integer_programme import Going, Row, solved

# Points are shares of 100: a smaller difference is rounding, well above the solver's own (1e-6).
ROUNDING = 1e-4

# What is gained as soon as one of these partnerships (ids) is kept: sets to points.
Gains = Mapping[frozenset[int], float]


@dataclass(frozen=True)
class Candidate:
    """A partnership that may be kept: its effort a year, and whether that is decided already.

    `keep` True: it stays, False: it stops, None: free.
    """

    id: int
    hours: float
    budget: float
    keep: bool | None = None


@dataclass(frozen=True)
class Ceiling:
    """At most so many hours and euros a year together; None: no limit."""

    hours: float | None = None
    budget: float | None = None


@dataclass(frozen=True)
class Choice:
    """The partnerships that are kept (ids), and what they gain and ask together.

    `is_proven`: no other choice is better; otherwise it is the best that was found before the
    search was stopped.
    """

    kept: frozenset[int]
    points: float
    hours: float
    budget: float
    is_proven: bool


def merged(gains: Iterable[tuple[Iterable[int], float]]) -> dict[frozenset[int], float]:
    """Gains by the same partnerships as one: thousands of schools become some hundreds."""
    found: defaultdict[frozenset[int], float] = defaultdict(float)
    for by, points in gains:
        if points > 0 and (them := frozenset(by)):
            found[them] += points
    return dict(found)


def points_of(kept: Iterable[int], gains: Gains) -> float:
    """What these partnerships gain together."""
    there = frozenset(kept)
    return sum(points for by, points in gains.items() if by & there)


def lost_without(kept: Iterable[int], gains: Gains) -> dict[int, float]:
    """For each kept partnership what would be lost if it alone stopped."""
    there = frozenset(kept)
    lost = dict.fromkeys(there, 0.0)
    for by, points in gains.items():
        if len(only := by & there) == 1:
            lost[next(iter(only))] += points
    return lost


def lost_without_group(groups: Mapping[int, Collection[int]], gains: Gains) -> dict[int, float]:
    """For each group that a partnership is in what would be lost if all of that group stopped.

    `groups` says for each partnership (id) in which groups it is: its partners, say.
    """
    lost: defaultdict[int, float] = defaultdict(float)
    for by, points in gains.items():
        for group in frozenset.intersection(*(frozenset(groups.get(one, ())) for one in by)):
            lost[group] += points
    return dict(lost)


def won_with(kept: Iterable[int], gains: Gains) -> dict[int, float]:
    """For each partnership that is not kept what it would add by itself, where that is anything."""
    there = frozenset(kept)
    won: defaultdict[int, float] = defaultdict(float)
    for by, points in gains.items():
        if not by & there:
            for one in by:
                won[one] += points
    return dict(won)


def carried(kept: Iterable[int], gains: Gains) -> dict[int, float]:
    """For each kept partnership its share of what they gain together.

    A gain is divided equally over those of them that make it: that is the Shapley value (Shapley
    1953) of a game in which a gain is made by any one of its partnerships. The shares add up to
    `points_of`.
    """
    there = frozenset(kept)
    shares = dict.fromkeys(there, 0.0)
    for by, points in gains.items():
        together = by & there
        for one in together:
            shares[one] += points / len(together)
    return shares


def best(
    candidates: Sequence[Candidate], gains: Gains, ceiling: Ceiling, going: Going = lambda _: True
) -> Choice | None:
    """The choice that gains most under the ceiling; of equal ones that with the least hours.

    None where those that must stay are above the ceiling by themselves, or the search was
    stopped before it found any.
    """
    most = _most(candidates, gains, ceiling, going)
    if most is None or not most.is_proven:
        return most
    # Again, for the least hours among the choices that gain as much.
    points = tuple(gains.values())
    as_much = Row(
        tuple(range(len(candidates), len(candidates) + len(points))),
        points,
        at_least=most.points - ROUNDING,
    )
    rows = [*_gained_by(candidates, gains), *_under(candidates, ceiling), as_much]
    effort = np.array([one.hours + ROUNDING for one in candidates])
    lean = _choice(candidates, gains, rows, effort, np.zeros(len(points)), going, most.kept)
    return lean if lean is not None and lean.is_proven else most


def _most(
    candidates: Sequence[Candidate],
    gains: Gains,
    ceiling: Ceiling,
    going: Going,
    start: frozenset[int] | None = None,
) -> Choice | None:
    """A choice that gains most under the ceiling; `start` is one that is known to be under it."""
    if start is None:
        start = _least(candidates, ceiling)
    points = np.array(list(gains.values()))
    rows = [*_gained_by(candidates, gains), *_under(candidates, ceiling)]
    return _choice(candidates, gains, rows, np.zeros(len(candidates)), -points, going, start)


def _least(candidates: Sequence[Candidate], ceiling: Ceiling) -> frozenset[int] | None:
    """Only those that must stay, where they are under the ceiling: so there is always a choice."""
    kept = [one for one in candidates if one.keep]
    hours, budget = sum(one.hours for one in kept), sum(one.budget for one in kept)
    fits = (ceiling.hours is None or hours <= ceiling.hours) and (
        ceiling.budget is None or budget <= ceiling.budget
    )
    return frozenset(one.id for one in kept) if fits else None


def frontier(
    candidates: Sequence[Candidate],
    gains: Gains,
    budget: float | None,
    steps: int,
    going: Going = lambda _: True,
) -> list[tuple[float, Choice]]:
    """The most that can be gained under ever more hours: pairs of a ceiling and its choice.

    `steps` ceilings at equal distances, from the hours of those that must stay up to the fewest
    that gain as much as any number of hours can. Fewer where the search was stopped, none where
    those that must stay are above the budget.
    """
    most = best(candidates, gains, Ceiling(None, budget), lambda done: going(done / (steps + 1)))
    if most is None:
        return []
    least = sum(one.hours for one in candidates if one.keep)
    found: list[tuple[float, Choice]] = []
    for step in range(steps if most.is_proven else 0):
        hours = least + (most.hours - least) * step / steps
        choice = _most(
            candidates,
            gains,
            Ceiling(hours, budget),
            lambda done, step=step: going((step + 1 + done) / (steps + 1)),  # type: ignore[misc]
            found[-1][1].kept if found else None,  # what was possible with fewer hours still is
        )
        if choice is None or not choice.is_proven:
            break
        found.append((hours, choice))
    return [*found, (most.hours, most)]


def smallest(
    candidates: Sequence[Candidate], needs: Iterable[Iterable[int]], going: Going = lambda _: True
) -> Choice | None:
    """The fewest partnerships of which each need has one; of equal sets that with the least hours.

    None where a need has nobody who may be kept: that need proves that there is no such set.
    """
    able = {one.id for one in candidates if one.keep is not False}
    wanted = dict.fromkeys((frozenset(one) & able for one in needs), 1.0)
    if not all(wanted):
        return None
    column = {one.id: at for at, one in enumerate(candidates)}
    rows = [
        Row(tuple(column[one] for one in sorted(by)), (1.0,) * len(by), at_least=1.0)
        for by in wanted
    ]
    hours = np.array([one.hours for one in candidates])
    # Less than one in all, so that hours never outweigh a partnership.
    share = hours / (hours.sum() + 1.0)
    return _choice(candidates, wanted, rows, 1.0 + share, np.zeros(0), going)


def _gained_by(candidates: Sequence[Candidate], gains: Gains) -> list[Row]:
    """A gain is made only where one of its partnerships is kept."""
    column = {one.id: at for at, one in enumerate(candidates)}
    rows = []
    for at, by in enumerate(gains):
        able = tuple(column[one] for one in sorted(by) if one in column)
        rows.append(Row((len(candidates) + at, *able), (1.0, *(-1.0,) * len(able)), at_most=0.0))
    return rows


def _under(candidates: Sequence[Candidate], ceiling: Ceiling) -> list[Row]:
    rows = []
    for limit, effort in (
        (ceiling.hours, [one.hours for one in candidates]),
        (ceiling.budget, [one.budget for one in candidates]),
    ):
        if limit is not None:
            used = tuple(at for at, amount in enumerate(effort) if amount)
            rows.append(Row(used, tuple(effort[at] for at in used), at_most=limit))
    return rows


def _choice(
    candidates: Sequence[Candidate],
    gains: Gains,
    rows: Sequence[Row],
    cost_of_keeping: np.ndarray,
    cost_of_gains: np.ndarray,
    going: Going,
    start: frozenset[int] | None = None,
) -> Choice | None:
    """The cheapest choice that meets the rows, over whether each is kept and each gain is made.

    `start` are the kept ones of a choice that is known to meet them.
    """
    cost = np.concatenate([cost_of_keeping, cost_of_gains])
    found = solved(
        cost,
        np.array([one.keep is True for one in candidates] + [False] * len(cost_of_gains)),
        np.array([one.keep is not False for one in candidates] + [True] * len(cost_of_gains)),
        rows,
        len(candidates),
        going,
        None if start is None else _values(candidates, gains, start),
    )
    if found is None:
        return None
    kept = [one for one, is_kept in zip(candidates, found.chosen, strict=True) if is_kept]
    ids = frozenset(one.id for one in kept)
    return Choice(
        ids,
        points_of(ids, gains),
        sum(one.hours for one in kept),
        sum(one.budget for one in kept),
        found.is_proven,
    )


def _values(candidates: Sequence[Candidate], gains: Gains, kept: frozenset[int]) -> np.ndarray:
    """A choice as the columns of its programme: what is kept, and the gains that it makes."""
    made = [one.id in kept for one in candidates] + [bool(by & kept) for by in gains]
    return np.array(made, dtype=float)
