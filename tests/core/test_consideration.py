"""The method of the consideration table, against hand computations, closed forms and brute force.

A share of 10,000 draws has a standard error of at most 0.005: SAMPLING is five of those.
"""

import dataclasses
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from scipy import stats

from core.consideration import (
    Interval,
    kendall_w,
    rank_acceptability,
    value_interval,
    weight_stability,
    weighted_value,
)

SAMPLING = 0.025
# Two samples beside each other, in examples that differ at every run: six.
TWO_SAMPLES = 0.045
NO_DIFFERENCE = 1e-12
EDGES: list[list[float]] = [[1.0, 0.0], [0.0, 1.0], [0.6, 0.6]]
NOT_KNOWN = [[0, 0], [1, 1]]

numbers_of = some.integers(1, 4)


@some.composite
def tables(draw: some.DrawFn, options: int | None = None, criteria: int | None = None) -> Any:
    """Values on the grid of scores 1-5 and weights in points, not all nought."""
    options = options or draw(numbers_of)
    criteria = criteria or draw(numbers_of)
    cell = some.integers(0, 4)
    row = some.lists(cell, min_size=criteria, max_size=criteria)
    values = draw(some.lists(row, min_size=options, max_size=options))
    points = some.lists(some.integers(0, 9), min_size=criteria, max_size=criteria)
    weights = draw(points.filter(any))
    return np.array(values) / 4, np.array(weights, dtype=float)


@some.composite
def ranges(draw: some.DrawFn) -> Any:
    one, weights = draw(tables())
    other, _ = draw(tables(*one.shape))
    return np.minimum(one, other), np.maximum(one, other), weights


# Totals


def test_weighted_value_is_the_weighted_mean() -> None:
    # Ours, by hand: 50 x 1 + 30 x 0.25 + 20 x 0.5 = 67.5, and 50 x 0.5 + 30 x 0.75 = 47.5 of 100.
    total = weighted_value([[1.0, 0.25, 0.5], [0.5, 0.75, 0.0]], [50, 30, 20])
    assert total == pytest.approx([0.675, 0.475], abs=NO_DIFFERENCE)


def test_weights_may_be_as_large_as_they_come() -> None:
    assert weighted_value([[1, 0]], [1e308, 1e308]) == pytest.approx([0.5])


@given(some.lists(some.integers(0, 100), min_size=1, max_size=9).filter(any))
def test_weights_are_points_over_their_sum_to_the_last_digit(points: list[int]) -> None:
    for criterion, point in enumerate(points):
        only = [[float(at == criterion) for at in range(len(points))]]
        assert weighted_value(only, points)[0] == point / sum(points)


def test_weights_of_nought_weigh_nothing() -> None:
    assert weighted_value([[0.3, 1.0], [0.4, 0.0]], [7, 0]) == pytest.approx([0.3, 0.4])


def test_a_perfect_option_is_not_above_one() -> None:
    rng = np.random.default_rng(1)
    for criteria in range(2, 40):
        assert weighted_value(np.ones((3, criteria)), rng.random(criteria)).max() <= 1.0


def test_value_interval_runs_from_all_worst_to_all_best() -> None:
    low, high = value_interval([[0.5, 0.0], [0.25, 0.75]], [[0.5, 1.0], [0.25, 0.75]], [3, 1])
    assert low == pytest.approx([0.375, 0.375])
    assert high == pytest.approx([0.625, 0.375])


@given(ranges())
def test_value_interval_holds_every_total(given_ranges: Any) -> None:
    low, high, weights = given_ranges
    interval = value_interval(low, high, weights)
    between = weighted_value((low + high) / 2, weights)
    assert (interval.low <= between + NO_DIFFERENCE).all()
    assert (between <= interval.high + NO_DIFFERENCE).all()


@given(tables(), some.data())
def test_raising_a_score_never_lowers_the_rank(table: Any, data: some.DataObject) -> None:
    values, weights = table
    option = data.draw(some.integers(0, len(values) - 1))
    criterion = data.draw(some.integers(0, len(weights) - 1))
    raised = values.copy()
    raised[option, criterion] = min(1, raised[option, criterion] + 0.25)
    before = rank_acceptability(values, values, weights, draws=1).acceptability[option].argmax()
    after = rank_acceptability(raised, raised, weights, draws=1).acceptability[option].argmax()
    assert after <= before
    assert weighted_value(raised, weights)[option] >= weighted_value(values, weights)[option]


@given(tables(), some.randoms())
def test_the_order_of_criteria_does_not_matter(table: Any, random: Any) -> None:
    values, weights = table
    order = random.sample(range(len(weights)), len(weights))
    assert weighted_value(values[:, order], weights[order]) == pytest.approx(
        weighted_value(values, weights), abs=NO_DIFFERENCE
    )
    assert weight_stability(values[:, order], weights[order]) == pytest.approx(
        weight_stability(values, weights)[order], abs=NO_DIFFERENCE
    )


@given(ranges(), some.sampled_from([None, 0.3]))
@settings(max_examples=25)
def test_the_order_of_criteria_only_draws_another_sample(
    given_ranges: Any, spread: float | None
) -> None:
    low, high, weights = given_ranges
    own = None if spread is None else weights
    turned = None if spread is None else weights[::-1]
    one = rank_acceptability(low, high, own, spread)
    other = rank_acceptability(low[:, ::-1], high[:, ::-1], turned, spread)
    assert one.acceptability == pytest.approx(other.acceptability, abs=TWO_SAMPLES)


@given(ranges(), some.sampled_from([None, 0.0, 0.3]))
@settings(max_examples=50)
def test_a_dominated_option_takes_nothing_from_the_others(
    given_ranges: Any, spread: float | None
) -> None:
    low, high, weights = given_ranges
    own = None if spread is None else weights
    worse = np.vstack([low, low[:1]])
    with_it = rank_acceptability(worse, np.vstack([high, low[:1]]), own, spread, draws=500)
    without = rank_acceptability(low, high, own, spread, draws=500)
    assert np.array_equal(with_it.acceptability[:-1, 0], without.acceptability[:, 0])
    assert weighted_value(worse, weights)[:-1] == pytest.approx(weighted_value(low, weights))


# Rank acceptability


def test_free_weights_give_the_shares_of_the_simplex() -> None:
    # With t the first weight the totals are t, 1 - t and 0.6, and t is uniform. First above 0.6,
    # first below 0.4, first between; the first option is last for t below 0.5.
    found = rank_acceptability(EDGES, EDGES)
    shares = [[0.4, 0.1, 0.5], [0.4, 0.1, 0.5], [0.2, 0.8, 0.0]]
    assert found.acceptability == pytest.approx(np.array(shares), abs=SAMPLING)
    # The middles of t from 0.6 to 1, from 0 to 0.4, and from 0.4 to 0.6.
    middles = [[0.8, 0.2], [0.2, 0.8], [0.5, 0.5]]
    assert found.central_weights == pytest.approx(np.array(middles), abs=0.01)
    # Known values: what makes an option first is convex, so it holds its own centre.
    assert found.confidence.tolist() == [1, 1, 1]


def test_free_weights_are_uniform_and_not_only_symmetric() -> None:
    # The share of the simplex of three weights in which the first is above a half is (1 - 0.5)^2.
    values = [[1.0, 0.0, 0.0], [0.5, 0.5, 0.5]]
    found = rank_acceptability(values, values)
    assert found.acceptability[0, 0] == pytest.approx(0.25, abs=SAMPLING)
    # There it is a half plus a half of its own mean, a third; the others share what is left.
    assert found.central_weights[0] == pytest.approx([2 / 3, 1 / 6, 1 / 6], abs=0.01)


def test_weights_without_spread_hold_exactly() -> None:
    for spread in (None, 0, [0, 0]):
        found = rank_acceptability(EDGES, EDGES, [3, 1], spread, draws=50)
        assert found.acceptability.tolist() == [[1, 0, 0], [0, 0, 1], [0, 1, 0]]
        assert found.central_weights[0] == pytest.approx([0.75, 0.25])
        assert np.isnan(found.central_weights[1:]).all()
        assert found.confidence[0] == 1
        assert np.isnan(found.confidence[1:]).all()


def test_weights_with_spread_are_multiplied_by_uniform_factors() -> None:
    # Factors f and g uniform on 0.5-1.5; the first option wins where 0.4 f > 0.6 g, so f > 1.5 g:
    # the integral of 1.5 - 1.5 g for g from 0.5 to 1, is 0.1875.
    values = [[1.0, 0.0], [0.6, 0.6]]
    found = rank_acceptability(values, values, [1, 1], 0.5)
    assert found.acceptability[0] == pytest.approx([0.1875, 0.8125], abs=SAMPLING)


def test_a_spread_can_be_given_for_each_criterion() -> None:
    # Only f varies: the first option wins where 0.45 f > 0.55, so f > 11/9, of 0.5-1.5: 5/18.
    values = [[1.0, 0.0], [0.55, 0.55]]
    found = rank_acceptability(values, values, [1, 1], [0.5, 0])
    assert found.acceptability[0, 0] == pytest.approx(5 / 18, abs=SAMPLING)
    # Only g does: it wins where g < 9/11, of 0.5-1.5: 7/22.
    found = rank_acceptability(values, values, [1, 1], [0, 0.5])
    assert found.acceptability[0, 0] == pytest.approx(7 / 22, abs=SAMPLING)


def test_with_the_widest_spread_a_weight_can_vanish_but_not_all() -> None:
    # Factors uniform on 0-2: the first option wins where 0.4 f > 0.6 g, f > 1.5 g: a third.
    values = [[1.0, 0.0], [0.6, 0.6]]
    found = rank_acceptability(values, values, [1, 1], 1)
    assert found.acceptability[0, 0] == pytest.approx(1 / 3, abs=SAMPLING)


def test_weights_around_nought_stay_nought() -> None:
    found = rank_acceptability([[1, 0], [0, 1]], [[1, 0], [0, 1]], [1, 0], 1, draws=100)
    assert found.acceptability[:, 0].tolist() == [1, 0]
    assert found.central_weights[0].tolist() == [1, 0]


def test_an_unknown_value_is_uniform_between_its_ends() -> None:
    # Known 0.4 against uniform on 0.2-0.8: the second is first in 2/3 of the draws.
    found = rank_acceptability([[0.4], [0.2]], [[0.4], [0.8]], [1])
    assert found.acceptability[:, 0] == pytest.approx([1 / 3, 2 / 3], abs=SAMPLING)
    assert found.central_weights.tolist() == [[1], [1]]
    assert found.confidence == pytest.approx(found.acceptability[:, 0], abs=NO_DIFFERENCE)


def test_unknown_values_are_independent() -> None:
    # The sum of two halves of uniform ones is below 1/4 with probability 1/8; of one, 1/4.
    found = rank_acceptability([[0.0, 0.0], [0.25, 0.25]], [[1.0, 1.0], [0.25, 0.25]], [1, 1])
    assert found.acceptability[1, 0] == pytest.approx(0.125, abs=SAMPLING)
    # Two options that are both unknown: as often the one as the other, and hardly ever together.
    found = rank_acceptability(NOT_KNOWN[:1] * 2, NOT_KNOWN[1:] * 2, [1, 1])
    assert found.acceptability[:, 0] == pytest.approx([0.5, 0.5], abs=SAMPLING)
    assert found.acceptability[:, 0].sum() == pytest.approx(1)


def test_confidence_is_of_the_central_weights() -> None:
    # u is the unknown value of the first option. Totals t u and (1 - t) / 2: it is first for t
    # above 1 / (2 u + 1), with probability the mean of 2 u / (2 u + 1), 1 - ln(3) / 2 = 0.4507.
    found = rank_acceptability([[0.0, 0.0], [0.0, 0.5]], [[1.0, 0.0], [0.0, 0.5]])
    assert found.acceptability[0, 0] == pytest.approx(1 - np.log(3) / 2, abs=SAMPLING)
    # Then the mean of t is the mean of (1 - c^2) / 2 over 0.4507, c = 1 / (2 u + 1) with mean
    # square 1/3: 0.7396; first under it where 0.7396 u > 0.1302, so in 1 - 0.1760 of the draws.
    central = (1 - 1 / 3) / 2 / (1 - np.log(3) / 2)
    assert found.central_weights[0] == pytest.approx([central, 1 - central], abs=0.01)
    # An error of 0.01 in the weight is one of 0.01 in the confidence.
    sure = 1 - (1 - central) / 2 / central
    assert found.confidence[0] == pytest.approx(sure, abs=SAMPLING)
    # The other: 1 - 0.4507 of the draws, the mean of t is half the mean of c^2 over that; 0.3034.
    other = (1 / 3) / 2 / (np.log(3) / 2)
    assert found.central_weights[1] == pytest.approx([other, 1 - other], abs=0.01)
    # First under it in all draws: 0.3034 u is at most 0.3034, below 0.3483.
    assert found.confidence[1] == 1


@pytest.mark.parametrize("weights", [None, [2, 3]])
def test_identical_options_share_the_first_rank(weights: list[int] | None) -> None:
    same = [[0.3, 0.7]] * 3 + [[0.1, 0.2]]
    found = rank_acceptability(same, same, weights, draws=200)
    # Nobody is second or third: the last is behind three.
    assert found.acceptability.tolist() == [[1, 0, 0, 0]] * 3 + [[0, 0, 0, 1]]
    assert found.confidence[:3].tolist() == [1, 1, 1]


def test_what_differs_by_rounding_is_a_tie() -> None:
    # Sums of products with the same total: 0.1 + 0.2 is not 0.3 in floating point.
    values = [[0.1, 0.2, 0.0], [0.0, 0.0, 0.3], [0.3, 0.0, 0.0]]
    found = rank_acceptability(values, values, [1, 1, 1], draws=10)
    assert found.acceptability[:, 0].tolist() == [1, 1, 1]
    assert found.confidence.tolist() == [1, 1, 1]


@pytest.mark.parametrize("high", [[[0.2, 0.4]], [[1.0, 1.0]]])
def test_one_option_is_first(high: list[list[float]]) -> None:
    found = rank_acceptability([[0.2, 0.4]], high)
    assert found.acceptability.tolist() == [[1]]
    assert found.central_weights == pytest.approx(np.array([[0.5, 0.5]]), abs=0.02)
    assert found.confidence.tolist() == [1]


@given(ranges(), some.sampled_from([None, 0.0, 0.4]), some.integers(1, 60))
@settings(max_examples=60)
def test_shares_are_shares(given_ranges: Any, spread: float | None, draws: int) -> None:
    low, high, weights = given_ranges
    found = rank_acceptability(low, high, None if spread is None else weights, spread, draws)
    assert found.acceptability.shape == (len(low), len(low))
    assert found.acceptability.sum(axis=1) == pytest.approx(1)
    # Somebody is first in every draw.
    assert found.acceptability[:, 0].sum() >= 1 - NO_DIFFERENCE
    never = found.acceptability[:, 0] == 0
    assert np.array_equal(np.isnan(found.confidence), never)
    assert np.array_equal(
        np.isnan(found.central_weights), np.repeat(never[:, None], low.shape[1], 1)
    )
    assert found.central_weights[~never].sum(axis=1) == pytest.approx(1)
    sure = found.confidence[~never]
    assert ((sure >= 0) & (sure <= 1)).all()


def test_the_same_seed_gives_the_same_draws_and_another_does_not() -> None:
    low, high = [[0.0, 0.5], [0.3, 0.3]], [[1.0, 0.5], [0.6, 0.3]]
    one, again = rank_acceptability(low, high), rank_acceptability(low, high)
    other = rank_acceptability(low, high, seed=7)
    assert np.array_equal(one.acceptability, again.acceptability)
    assert np.array_equal(one.central_weights, again.central_weights)
    assert np.array_equal(one.confidence, again.confidence)
    assert not np.array_equal(one.acceptability, other.acceptability)
    assert one.acceptability == pytest.approx(other.acceptability, abs=TWO_SAMPLES)


def test_ten_thousand_draws_by_default() -> None:
    shares = rank_acceptability(EDGES, EDGES).acceptability * 10_000
    assert shares == pytest.approx(shares.round())
    assert (shares.round() % 10).any()


# How far a weight can move


def test_weight_stability_by_hand() -> None:
    # 0.66 against 0.56. The lead at a weight w of the first: 0.6 w - 0.4 (1 - w), 0 at 0.4; of
    # the second: -0.6 w + 0.4 (1 - w), 0 at 0.4; of the third: -0.1 w + 0.15 (1 - w), 0 at 0.6.
    found = weight_stability([[0.4, 0.8, 0.6], [1.0, 0.2, 0.5]], [50, 30, 20])
    assert found == pytest.approx(np.array([[0.4, 1.0], [0.0, 0.4], [0.0, 0.6]]), abs=NO_DIFFERENCE)


def test_the_nearest_rival_bounds_a_weight() -> None:
    # At weight w: w against 0.5, 0.4 and 1 - w: from 0.5, and the second weight to 0.5.
    values = [[0.4, 0.4], [1.0, 0.0], [0.5, 0.5], [0.0, 1.0]]
    assert weight_stability(values, [3, 2]) == pytest.approx(np.array([[0.5, 1.0], [0.0, 0.5]]))


def test_a_single_weight_hands_over_in_equal_parts() -> None:
    # At weight w of the first: 0.8 w + 0.25 (1 - w) against 0.6 w + 0.45 (1 - w), level at 0.5.
    # The others take from the first alone: 0.8 - 0.8 w against 0.6 - 0.1 w, and 0.8 - 0.3 w
    # against 0.6 - 0.2 w, which is never level.
    found = weight_stability([[0.8, 0.0, 0.5], [0.6, 0.5, 0.4]], [1, 0, 0])
    assert found == pytest.approx(
        np.array([[0.5, 1.0], [0.0, 2.0 / 7.0], [0.0, 1.0]]), abs=NO_DIFFERENCE
    )


def test_of_tied_options_the_first_is_meant() -> None:
    assert weight_stability([[1, 0], [0, 1]], [1, 1]) == pytest.approx(
        np.array([[0.5, 1.0], [0.0, 0.5]])
    )
    assert weight_stability([[0, 1], [1, 0]], [1, 1]) == pytest.approx(
        np.array([[0.0, 0.5], [0.5, 1.0]])
    )


def test_what_differs_by_rounding_does_not_bound_a_weight() -> None:
    values = [[0.1 + 0.2, 0.5], [0.3, 0.5]]
    for order in ([0, 1], [1, 0]):
        found = weight_stability(np.array(values)[order], [1, 2])
        assert found == pytest.approx(np.array([[0, 1], [0, 1]]))


def test_the_interval_of_a_weight_holds_the_weight_itself() -> None:
    # So close that it is a tie; where the two are exactly level is a hair beyond the weights.
    weights = np.array([1, 1 + 1e-9])
    shares = weights / weights.sum()
    found = weight_stability([[1, 0], [0, 1]], weights)
    assert (found[:, 0] <= shares).all()
    assert (shares <= found[:, 1]).all()
    assert found == pytest.approx(np.array([[0.5, 1], [0, 0.5]]))


@pytest.mark.parametrize("values", [[[0.5, 0.2, 0.1]], [[0.9, 0.8, 0.7], [0.1, 0.8, 0.2]]])
def test_nothing_bounds_an_option_without_a_better_one(values: list[list[float]]) -> None:
    assert weight_stability(values, [1, 2, 3]).tolist() == [[0, 1]] * 3


def test_the_weight_of_a_single_criterion_is_one() -> None:
    assert weight_stability([[0.2], [0.5]], [7]).tolist() == [[1, 1]]


def stays_first(values: Any, weights: Any, criterion: int, weight: float) -> bool:
    """Whether the option that is first stays so, with the weights written out."""
    shares = [one / sum(weights) for one in weights]
    totals = [sum(s * v for s, v in zip(shares, row, strict=True)) for row in values]
    first = next(at for at, total in enumerate(totals) if total >= max(totals) - 1e-9)
    rest = sum(share for at, share in enumerate(shares) if at != criterion)
    moved = [
        weight
        if at == criterion
        else (1 - weight) * (share / rest if rest else 1 / (len(shares) - 1))
        for at, share in enumerate(shares)
    ]
    after = [sum(s * v for s, v in zip(moved, row, strict=True)) for row in values]
    return after[first] >= max(after) - 1e-9


@given(tables().filter(lambda table: len(table[1]) > 1))
@settings(max_examples=150)
def test_weight_stability_against_every_weight(table: Any) -> None:
    values, weights = table
    found = weight_stability(values, weights)
    assert found.shape == (len(weights), 2)
    shares = weights / weights.sum()
    assert (found[:, 0] <= shares).all()
    assert (shares <= found[:, 1]).all()
    for criterion, (low, high) in enumerate(found):
        assert 0 <= low <= high <= 1
        for weight in np.linspace(0, 1, 41):
            if min(abs(weight - low), abs(weight - high)) > 1e-6:
                assert stays_first(values, weights, criterion, weight) == (low < weight < high)
        # The ends themselves belong to it, and just beyond them something else is first.
        assert stays_first(values, weights, criterion, low)
        assert stays_first(values, weights, criterion, high)
        if low > 1e-6 and low < shares[criterion] - 1e-9:
            assert not stays_first(values, weights, criterion, low - 1e-6)
        if high < 1 - 1e-6 and high > shares[criterion] + 1e-9:
            assert not stays_first(values, weights, criterion, high + 1e-6)


# Agreement


def test_kendall_w_of_a_published_example() -> None:
    # ProofWiki, Kendall's Coefficient of Concordance, Arbitrary Example 1: four judges, 1/16.
    assert kendall_w([[1, 3, 2], [1, 2, 3], [2, 3, 1], [3, 1, 2]]) == pytest.approx(1 / 16)


def test_kendall_w_is_corrected_for_ties() -> None:
    # By hand: ranks 1.5 1.5 3 and 1 2.5 2.5, sums 2.5 4 5.5, S = 4.5, T = 6 + 6,
    # W = 12 x 4.5 / (4 x 24 - 2 x 12) = 54 / 72.
    assert kendall_w([[1, 1, 2], [1, 4, 4]]) == pytest.approx(0.75)


def test_kendall_w_of_full_agreement_and_of_none() -> None:
    assert kendall_w([[1, 2, 5, 5], [2, 3, 4, 4], [10, 11, 99, 99]]) == 1
    assert kendall_w([[1, 2], [2, 1]]) == 0


def test_kendall_w_is_undefined_without_any_order() -> None:
    assert np.isnan(kendall_w([[3, 3, 3], [2, 2, 2]]))
    # A rater without an order takes from the agreement of the one who has one.
    assert kendall_w([[3, 3, 3], [1, 2, 3]]) == pytest.approx(12 * 2 / (4 * 24 - 2 * 24))


@given(
    some.tuples(some.integers(2, 6), some.integers(3, 6)).flatmap(
        lambda shape: some.lists(
            some.lists(some.integers(1, 5), min_size=shape[1], max_size=shape[1]),
            min_size=shape[0],
            max_size=shape[0],
        )
    )
)
@settings(deadline=None)
def test_kendall_w_against_friedman(scores: list[list[int]]) -> None:
    found = kendall_w(scores)
    if all(len(set(rater)) == 1 for rater in scores):
        assert np.isnan(found)
        return
    statistic = stats.friedmanchisquare(*np.array(scores).T).statistic
    assert found == pytest.approx(statistic / (len(scores) * (len(scores[0]) - 1)), abs=1e-9)
    assert 0 <= found <= 1


# What is refused


OK: list[list[float]] = [[0.5, 0.5], [1.0, 0.0]]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([], "options x criteria"),
        ([0.5, 0.5], "options x criteria"),
        (np.zeros((0, 2)), "one of options"),
        (np.zeros((2, 0)), "one of criteria"),
        ([[[0.5, 0.5]]], "options x criteria"),
        ([[0.5, 0.5], [0.5]], "must be numbers"),
        ([["a", "b"]], "must be numbers"),
        ([[0.5, float("nan")]], "known and from 0 to 1"),
        ([[0.5, -0.01]], "known and from 0 to 1"),
        ([[0.5, 1.01]], "known and from 0 to 1"),
    ],
)
def test_values_must_be_a_table_from_0_to_1(values: Any, said: str) -> None:
    for refused in (
        lambda: weighted_value(values, [1, 1]),
        lambda: weight_stability(values, [1, 1]),
        lambda: value_interval(values, OK, [1, 1]),
        lambda: value_interval(OK, values, [1, 1]),
        lambda: rank_acceptability(values, OK),
        lambda: rank_acceptability(OK, values),
    ):
        with pytest.raises(ValueError, match=said):
            refused()


@pytest.mark.parametrize(
    ("weights", "said"),
    [
        ([], "one of criteria"),
        ([1], "1 weights for 2 criteria"),
        ([1, 1, 1], "3 weights for 2 criteria"),
        ([[1, 1]], "must be criteria, not"),
        (1, "must be criteria, not"),
        ([2, -1], "not negative"),
        ([1, float("nan")], "finite"),
        ([1, float("inf")], "finite"),
        ([0, 0], "all be nought"),
    ],
)
def test_weights_must_weigh(weights: Any, said: str) -> None:
    for refused in (
        lambda: weighted_value(OK, weights),
        lambda: weight_stability(OK, weights),
        lambda: value_interval(OK, OK, weights),
        lambda: rank_acceptability(OK, OK, weights),
    ):
        with pytest.raises(ValueError, match=said):
            refused()


def test_low_and_high_must_fit() -> None:
    for low, high, said in (
        ([[0.5, 0.6]], [[0.5, 0.5]], "above high"),
        (OK, [[0.5, 0.5]], "differ in shape"),
    ):
        with pytest.raises(ValueError, match=said):
            value_interval(low, high, [1, 1])
        with pytest.raises(ValueError, match=said):
            rank_acceptability(low, high)


@pytest.mark.parametrize("draws", [0, -1])
def test_something_must_be_drawn(draws: int) -> None:
    with pytest.raises(ValueError, match="draws"):
        rank_acceptability(OK, OK, draws=draws)


@pytest.mark.parametrize(
    "spread", [-0.1, 1.1, float("nan"), [0.1, 2], [0.1, 0.1, 0.1], [[0.1], [0.1]], "much"]
)
def test_a_spread_is_from_0_to_1(spread: Any) -> None:
    with pytest.raises(ValueError, match="spread"):
        rank_acceptability(OK, OK, [1, 1], spread)


def test_free_weights_have_no_spread() -> None:
    with pytest.raises(ValueError, match="needs weights"):
        rank_acceptability(OK, OK, spread=0.2)


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ([[1, 2, 3]], "two raters"),
        ([[1], [2]], "two items|two raters and two items"),
        ([1, 2, 3], "raters x items"),
        ([], "raters x items"),
        ([[1, 2], [1, float("nan")]], "must all be there"),
        ([[1, 2], [1, float("inf")]], "must all be there"),
    ],
)
def test_agreement_needs_two_raters_and_two_items(scores: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        kendall_w(scores)


# What is handed out


def test_nothing_that_is_handed_out_can_be_changed() -> None:
    found = rank_acceptability(OK, OK, draws=10)
    interval = value_interval(OK, OK, [1, 1])
    assert isinstance(interval, Interval)
    for array in (
        weighted_value(OK, [1, 1]),
        *interval,
        found.acceptability,
        found.central_weights,
        found.confidence,
        weight_stability(OK, [1, 1]),
        weight_stability([[1]], [1]),
    ):
        assert not array.flags.writeable
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.confidence = found.confidence  # type: ignore[misc]


def test_what_was_handed_in_stays_as_it_was() -> None:
    values, weights = np.array(OK), np.array([3.0, 1.0])
    spread = np.array([0.2, 0.2])
    before = values.copy(), weights.copy()
    weighted_value(values, weights)
    value_interval(values, values, weights)
    rank_acceptability(values, values, weights, spread, draws=10)
    weight_stability(values, weights)
    kendall_w(values)
    assert np.array_equal(values, before[0])
    assert np.array_equal(weights, before[1])
    assert values.flags.writeable
    assert weights.flags.writeable
    assert spread.flags.writeable
