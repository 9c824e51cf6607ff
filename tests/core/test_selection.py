"""The exact choices, against every possible choice where there are few enough."""

from itertools import chain, combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from core.selection import (
    ROUNDING,
    Candidate,
    Ceiling,
    best,
    carried,
    frontier,
    lost_without,
    lost_without_group,
    merged,
    points_of,
    smallest,
    won_with,
)

MANY = 7
efforts = some.lists(
    some.tuples(
        some.integers(0, 9), some.integers(0, 9), some.sampled_from([None, None, None, True, False])
    ),
    min_size=1,
    max_size=MANY,
)
sets = some.lists(
    some.tuples(some.sets(some.integers(0, MANY - 1), max_size=4), some.integers(0, 5)), max_size=9
)


def candidates(of: list[tuple[int, int, bool | None]]) -> list[Candidate]:
    return [Candidate(at, hours, budget, keep) for at, (hours, budget, keep) in enumerate(of)]


def every_choice(of: list[Candidate]) -> list[frozenset[int]]:
    must = {one.id for one in of if one.keep is True}
    free = [one.id for one in of if one.keep is None]
    some_of_them = chain.from_iterable(combinations(free, n) for n in range(len(free) + 1))
    return [frozenset(must | set(chosen)) for chosen in some_of_them]


def hours(of: list[Candidate], kept: frozenset[int]) -> float:
    return sum(one.hours for one in of if one.id in kept)


def budget(of: list[Candidate], kept: frozenset[int]) -> float:
    return sum(one.budget for one in of if one.id in kept)


@given(efforts, sets, some.integers(0, 30), some.none() | some.integers(0, 30))
@settings(max_examples=150)
def test_the_best_choice_is_the_best_of_all_choices(
    of: list[tuple[int, int, bool | None]],
    gained: list[tuple[set[int], int]],
    most_hours: int,
    most_budget: int | None,
) -> None:
    those, gains = candidates(of), merged(gained)
    allowed = [
        one
        for one in every_choice(those)
        if hours(those, one) <= most_hours
        and (most_budget is None or budget(those, one) <= most_budget)
    ]
    found = best(those, gains, Ceiling(most_hours, most_budget))
    if not allowed:
        assert found is None
        return
    assert found is not None
    assert found.is_proven
    assert found.kept in allowed
    top = max(points_of(one, gains) for one in allowed)
    assert found.points == pytest.approx(top)
    leanest = min(hours(those, one) for one in allowed if points_of(one, gains) >= top - ROUNDING)
    assert found.hours == pytest.approx(leanest)


@given(efforts, some.lists(some.sets(some.integers(0, MANY - 1), max_size=4), max_size=8))
@settings(max_examples=150)
def test_the_smallest_set_is_the_smallest_of_all_sets(
    of: list[tuple[int, int, bool | None]], needs: list[set[int]]
) -> None:
    those = candidates(of)
    enough = [one for one in every_choice(those) if all(one & need for need in needs)]
    found = smallest(those, needs)
    if not enough:
        assert found is None
        return
    assert found is not None
    assert found.is_proven
    assert found.kept in enough
    fewest = min(len(one) for one in enough)
    assert len(found.kept) == fewest
    assert found.hours == pytest.approx(
        min(hours(those, one) for one in enough if len(one) == fewest)
    )


def test_nothing_to_choose_from_gains_nothing() -> None:
    nothing = best([], {}, Ceiling(hours=10))
    assert nothing is not None
    assert (nothing.kept, nothing.points) == (frozenset(), 0)
    empty = smallest([], [])
    assert empty is not None
    assert not empty.kept


def test_what_stopping_one_costs_is_what_only_it_gains() -> None:
    gains = merged([({1, 2}, 10), ({1}, 5), ({3}, 2), ({2, 3}, 1)])
    assert lost_without({1, 2}, gains) == {1: 5, 2: 1}
    assert won_with({1, 2}, gains) == {3: 2}
    assert points_of({1, 2}, gains) == 16


def test_a_search_that_is_stopped_says_that_nothing_is_proven() -> None:
    those = [Candidate(at, 1 + at * 7919 % 13, 0) for at in range(60)]
    gains = merged(({at, at * 31 % 60, at * 17 % 60}, 1 + at * 101 % 7) for at in range(400))
    asked: list[float] = []

    def going(done: float) -> bool:
        asked.append(done)
        return False

    found = best(those, gains, Ceiling(hours=90), going)
    assert asked
    # Keeping only what must stay is a choice too, so there is always one.
    assert found is not None
    assert not found.is_proven
    assert found.hours <= 90


@given(sets)
@settings(max_examples=60)
def test_what_each_carries_is_its_mean_addition_over_all_orders(
    gained: list[tuple[set[int], int]],
) -> None:
    """The Shapley value by its definition, on four partnerships."""
    gains, those = merged(gained), range(4)
    orders = list(permutations(those))
    by_definition = dict.fromkeys(those, 0.0)
    for order in orders:
        for at, one in enumerate(order):
            added = points_of(order[: at + 1], gains) - points_of(order[:at], gains)
            by_definition[one] += added / len(orders)
    shares = carried(those, gains)
    assert shares == pytest.approx(by_definition)
    assert sum(shares.values()) == pytest.approx(points_of(those, gains))


def test_what_stopping_a_group_costs_is_what_only_that_group_gains() -> None:
    gains = merged([({1, 2}, 10), ({1, 3}, 5), ({3}, 2), ({4}, 1)])
    groups = {1: {7}, 2: {7, 8}, 3: {8}}
    assert lost_without_group(groups, gains) == {7: 10, 8: 2}
    kept = {1, 2, 3, 4}
    for group, lost in lost_without_group(groups, gains).items():
        rest = {one for one in kept if group not in groups.get(one, ())}
        assert lost == points_of(kept, gains) - points_of(rest, gains)


@given(efforts, sets)
@settings(max_examples=60)
def test_the_frontier_is_the_best_choice_at_each_of_its_ceilings(
    of: list[tuple[int, int, bool | None]], gained: list[tuple[set[int], int]]
) -> None:
    those, gains = candidates(of), merged(gained)
    asked: list[float] = []

    def going(done: float) -> bool:
        asked.append(done)
        return True

    found = frontier(those, gains, None, 4, going)
    assert all(0 <= done <= 1 for done in asked)
    every = every_choice(those)
    most = max(points_of(one, gains) for one in every)
    assert found[-1][1].points == pytest.approx(most)
    assert [ceiling for ceiling, _ in found] == sorted(ceiling for ceiling, _ in found)
    for ceiling, choice in found:
        possible = [one for one in every if hours(those, one) <= ceiling + ROUNDING]
        assert choice.kept in possible
        assert choice.points == pytest.approx(max(points_of(one, gains) for one in possible))


def test_a_frontier_that_is_stopped_ends_where_it_was() -> None:
    those = [Candidate(at, 1 + at * 7919 % 13, 0) for at in range(60)]
    gains = merged(({at, at * 31 % 60, at * 17 % 60}, 1 + at * 101 % 7) for at in range(400))
    found = frontier(those, gains, None, 12, lambda _: False)
    assert 1 <= len(found) < len(frontier(those, gains, None, 12))


def test_what_must_stay_can_be_above_the_budget() -> None:
    assert frontier([Candidate(1, 5, 100, keep=True)], {frozenset({1}): 1.0}, 50, 4) == []
