"""Where a group differs and whether it matters, against hand computations and every possibility."""

import dataclasses
import math
from itertools import combinations, product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from core.consideration import weighted_value
from core.disagreement import pivotal, spread, together, tornado
from core.scale import values_of

NAN = float("nan")
NONE = [False, False]


@some.composite
def groups(draw: some.DrawFn, apart: int = 4) -> Any:
    """Medians, lows and highs of two or three options on two criteria, weights, preconditions.

    `apart` is how far, at most, the low and the high are from the median.
    """
    shape = (draw(some.integers(2, 3)), 2)
    cells = some.lists(some.integers(0, apart), min_size=shape[0] * 2, max_size=shape[0] * 2)
    scores = some.integers(1, 5) | some.sampled_from([2.5, 3.5, NAN])
    median = np.array(
        draw(some.lists(scores, min_size=shape[0] * 2, max_size=shape[0] * 2)), dtype=float
    ).reshape(shape)
    low = np.maximum(median - np.array(draw(cells)).reshape(shape) / 2, 1)
    high = np.minimum(median + np.array(draw(cells)).reshape(shape) / 2, 5)
    weights = draw(some.lists(some.integers(0, 5), min_size=2, max_size=2).filter(any))
    asked = draw(some.lists(some.booleans(), min_size=2, max_size=2))
    return median, low, high, weights, asked


# Per cell


def test_spread_per_cell() -> None:
    scores = [[[1.0, 5.0]], [[2.0, NAN]], [[4.0, 4.0]], [[5.0, NAN]], [[NAN, NAN]]]
    found = spread(scores)
    # 1 2 4 5: the quartiles are three quarters between 1 and 2, and a quarter between 4 and 5.
    assert found.median.tolist() == [[3.0, 4.5]]
    assert found.low.tolist() == [[1, 4]]
    assert found.high.tolist() == [[5, 5]]
    assert found.quartile_low.tolist() == [[1.75, 4.25]]
    assert found.quartile_high.tolist() == [[4.25, 4.75]]
    assert found.count.tolist() == [[4, 2]]


def test_a_cell_without_scores_is_unknown() -> None:
    found = spread([[[NAN, 3.0]], [[NAN, NAN]]])
    assert found.count.tolist() == [[0, 1]]
    for part in (found.median, found.low, found.high, found.quartile_low, found.quartile_high):
        assert np.isnan(part[0, 0])
        assert part[0, 1] == 3


@given(
    some.lists(
        some.lists(some.integers(1, 5) | some.just(NAN), min_size=4, max_size=4),
        min_size=1,
        max_size=9,
    )
)
def test_spread_against_numpy(scores: list[list[float]]) -> None:
    array = np.array(scores, dtype=float).reshape(-1, 2, 2)
    found = spread(array)
    for at in np.ndindex(2, 2):
        known = array[:, *at][~np.isnan(array[:, *at])]
        assert found.count[at] == len(known)
        if len(known):
            parts = [found.low, found.quartile_low, found.median, found.quartile_high, found.high]
            assert [part[at] for part in parts] == pytest.approx(
                np.percentile(known, [0, 25, 50, 75, 100])
            )


# The outcome


def outcome(scores: Any, weights: Any, asked: Any) -> tuple[int, str, list[list[str]]]:
    """Which option is first, its band and where each stands, as the design says it."""

    def total(option: Any) -> float:
        known = [3.0 if np.isnan(score) else score for score in option]
        earned = math.fsum(w * (score - 1) / 4 for w, score in zip(weights, known, strict=True))
        return round(100 * earned / math.fsum(weights), 9)

    stands = [
        [
            "unknown" if np.isnan(score) else "met" if score >= 3 else "unmet"
            for score, is_asked in zip(option, asked, strict=True)
            if is_asked
        ]
        for option in scores
    ]
    free = [row for row, one in enumerate(stands) if "unmet" not in one] or range(len(stands))
    totals = {row: total(scores[row]) for row in free}
    first = next(row for row in free if totals[row] >= max(totals.values()) - 1e-7)
    shown = round(totals[first])
    return first, "strong" if shown >= 75 else "discuss" if shown >= 50 else "concern", stands


@pytest.mark.parametrize(
    ("before", "after", "is_another"),
    [
        # 74.5 is shown as 74, 49.5 as 50.
        (74.0, 74.5, False), (74.5, 74.75, True), (49.25, 49.5, True), (49.5, 50.0, False),
        (74.75, 100.0, False), (0.0, 49.25, False),
    ],
)  # fmt: skip
def test_a_band_is_of_the_total_as_it_is_shown(
    before: float, after: float, is_another: bool
) -> None:
    for weights in ([7.0], [0.1] * 6):  # of the last the sum of products falls a rounding short
        low, high = ([[1 + total / 25] * len(weights)] for total in (before, after))
        asked = [False] * len(weights)
        assert together(low, low, high, weights, asked).any() == is_another
        assert together(high, low, high, weights, asked).any() == is_another


def test_an_option_that_is_not_blocked_is_first_with_nothing() -> None:
    # The first is blocked until its score is 3; only then its total counts.
    table = [[2.0, 5.0], [3.0, 1.0]]
    found = pivotal(table, table, [[3.0, 5.0], [3.0, 1.0]], [0, 1], [True, False])
    assert found.tolist() == [[True, False], [False, False]]
    # Its other score changes nothing as long as it is blocked, and all where it asks nothing.
    assert not pivotal(table, [[2.0, 1.0], [3.0, 1.0]], table, [0, 1], [True, False]).any()
    assert pivotal(table, [[2.0, 1.0], [3.0, 1.0]], table, [0, 1], NONE).any()


def test_where_all_are_blocked_the_order_among_all_counts() -> None:
    median, low = [[2.0, 5.0], [2.0, 4.5]], [[2.0, 4.0], [2.0, 4.5]]
    assert pivotal(median, low, median, [0, 1], [True, False]).tolist() == [
        [False, True],
        [False, False],
    ]


def test_an_unknown_score_neither_blocks_nor_counts_for_more_than_the_middle() -> None:
    # The second is unknown, so 3: the first passes it between 2.9 and 3.1, and is equal at 3.
    at = [[[score], [NAN]] for score in (2.9, 3.0, 3.1)]
    assert pivotal(at[0], at[0], at[2], [1], [False]).any()
    assert not pivotal(at[1], at[1], at[2], [1], [False]).any()
    # Unknown is no outcome of a precondition either: only the first one's own can change.
    assert pivotal(at[1], at[0], at[1], [1], [True]).tolist() == [[True], [False]]


def test_of_equal_options_the_first_row_is_first() -> None:
    # Equal but for rounding, whichever comes out higher: neither is passed by being reached.
    for rows in ([[1.2, 1.4], [1.3, 1.3]], [[1.3, 1.3], [1.2, 1.4]]):
        low = [rows[0], [1.0, rows[1][1]]]
        assert not pivotal(rows, low, rows, [0.1, 0.1], NONE).any()
        assert not pivotal(low, low, rows, [0.1, 0.1], NONE).any()


# What changes it


def test_a_cell_that_hands_over_the_lead_is_pivotal() -> None:
    median = [[4.0, 4.0], [4.0, 3.2]]
    low, high = [[3.5, 3.0], [3.9, 3.1]], [[5.0, 4.0], [4.0, 4.2]]
    # Means 4 and 3.6. The second rises to 4.1; the first falls from strong, and behind, by either.
    found = pivotal(median, low, high, [1, 1], NONE)
    assert found.tolist() == [[True, True], [False, True]]


def test_a_cell_that_moves_the_first_to_another_band_is_pivotal() -> None:
    # 3.75, rising to 4.25; the second stays far behind, wherever it goes.
    found = pivotal(
        [[4.0, 3.5], [1.0, 1.0]], [[4.0, 3.5], [1.0, 1.0]], [[5.0, 3.5], [1.0, 5.0]], [1, 1], NONE
    )
    assert found.tolist() == [[True, False], [False, False]]


def test_a_cell_that_settles_a_precondition_is_pivotal_even_without_weight() -> None:
    median, low, high = [[3, 5], [2, 1]], [[2.5, 5.0], [2.0, 1.0]], [[3.0, 5.0], [2.5, 1.0]]
    found = pivotal(median, low, high, [0, 1], [True, False])
    assert found.tolist() == [[True, False], [False, False]]
    assert not pivotal(median, low, high, [0, 1], NONE).any()


def test_where_nobody_scored_nobody_differs() -> None:
    table = [[NAN, 5.0], [4.0, 1.0]]
    assert not pivotal(table, table, table, [1, 1], [True, False]).any()
    assert not together(table, table, table, [1, 1], [True, False]).any()


def test_together_is_the_fewest_that_hand_over_the_lead() -> None:
    # Sums 15, 14 and 13. The second needs 1: its own 0.6 and the first's 0.5 will do. The third
    # needs 2: of its 1, 0.5 and 0.2 and the first's 0.5 and 0.2 that takes three or more.
    median = [[4, 4, 4, 3], [3, 4, 4, 3], [3, 3, 4, 3]]
    low = [[3.8, 4.0, 4.0, 2.5], [3.0, 4.0, 4.0, 3.0], [3.0, 3.0, 4.0, 3.0]]
    high = [[4.0, 4.0, 4.0, 3.0], [3.0, 4.2, 4.0, 3.6], [4.0, 3.5, 4.2, 3.0]]
    none = [False] * 4
    assert not pivotal(median, low, high, [1] * 4, none).any()
    found = together(median, low, high, [1] * 4, none)
    assert found.tolist() == [
        [False, False, False, True],
        [False, False, False, True],
        [False, False, False, False],
    ]


def test_together_may_change_the_band_alone() -> None:
    # 3.8 of one option: two of three cells bring it to 4.
    median, high = [[3.8, 3.8, 3.8]], [[4.1, 4.2, 4.3]]
    found = together(median, median, high, [1, 1, 1], [False] * 3)
    assert found.tolist() == [[False, True, True]]
    # Down from 3.2 takes more than 0.6 of the sum: the two largest are 0.55, all 0.75.
    median, low = [[3.2, 3.2, 3.2]], [[2.95, 3.0, 2.9]]
    assert together(median, low, median, [1, 1, 1], [False] * 3).all()


def test_together_takes_the_largest_effect_not_the_largest_difference() -> None:
    # More than 2.7 of a weighted sum lacks from 74.5: 5 x 0.3 and 4 x 0.35 are enough, 1 x 1.2 and
    # 4 x 0.35 not.
    median, high = [[3.71, 3.71, 3.71]], [[4.91, 4.06, 4.01]]
    found = together(median, median, high, [1, 4, 5], [False] * 3)
    assert found.tolist() == [[False, True, True]]


def test_together_with_a_cell_that_does_it_alone_is_the_widest_of_those() -> None:
    # Either cell of the first hands over the lead; the second has the larger weighted range.
    median, low = [[4.0, 4.0], [3.8, 3.8]], [[3.0, 2.0], [3.8, 3.8]]
    assert together(median, low, median, [1, 1], NONE).tolist() == [[False, True], [False, False]]
    assert together(median, low, median, [5, 1], NONE).tolist() == [[True, False], [False, False]]


def test_together_is_nothing_where_all_of_it_changes_nothing() -> None:
    median, low, high = [[5, 5], [1, 1]], [[4.5, 4.5], [1.0, 1.0]], [[5, 5], [4, 4]]
    assert together(median, low, high, [1, 1], NONE).tolist() == [[False, False], [False, False]]


def test_a_blocked_rival_does_not_count_together() -> None:
    # The second would pass the first, were it not blocked.
    median, high = [[3.5, 3.5], [2.0, 4.4]], [[3.5, 3.5], [2.9, 5.0]]
    assert not together(median, median, high, [1, 1], [True, False]).any()
    assert together(median, median, high, [1, 1], NONE).any()


def changed_by(group: Any, cells: Any, ends: Any) -> bool:
    """Whether the outcome changes as these cells move to these scores."""
    median, _, _, weights, asked = group
    moved = median.copy()
    for cell, end in zip(cells, ends, strict=True):
        moved[cell] = end
    return outcome(moved, weights, asked) != outcome(median, weights, asked)


@given(groups())
@settings(max_examples=150)
def test_pivotal_against_every_score_between(group: Any) -> None:
    median, low, high, _, _ = group
    found = pivotal(*group)
    for cell in np.ndindex(median.shape):
        between: Any = [] if np.isnan(median[cell]) else np.linspace(low[cell], high[cell], 25)
        assert found[cell] == any(changed_by(group, [cell], [score]) for score in between)


@given(groups(apart=1) | groups(apart=2))
@settings(max_examples=200)
def test_together_against_every_set(group: Any) -> None:
    median, low, high, _, _ = group
    cells = [cell for cell in np.ndindex(median.shape) if not np.isnan(median[cell])]

    def changes(some_cells: Any) -> bool:
        ends = product(*((low[cell], high[cell]) for cell in some_cells))
        return any(changed_by(group, some_cells, end) for end in ends)

    found = together(*group)
    size = int(found.sum())
    fewest = (
        number
        for number in range(1, len(cells) + 1)
        if any(changes(chosen) for chosen in combinations(cells, number))
    )
    assert size == next(fewest, 0)
    if size:
        assert changes([cell for cell in np.ndindex(median.shape) if found[cell]])
    if size == 1:
        assert (pivotal(*group) & found).any()


# What a criterion does


def test_tornado_by_hand() -> None:
    low, now, high = [[0.0, 0.0], [0.25, 0.5]], [[1.0, 1.0], [0.5, 0.5]], [[1.0, 1.0], [1.0, 0.75]]
    found = tornado(low, high, now, [3, 1], 1)
    assert found.base == pytest.approx(0.5)
    assert found.low == pytest.approx([0.3125, 0.5])
    assert found.high == pytest.approx([0.875, 0.5625])


@given(groups().filter(lambda group: not np.isnan(group[0]).any()), some.data())
def test_tornado_is_the_total_with_one_value_moved(group: Any, data: some.DataObject) -> None:
    now, low, high = (values_of(scores) for scores in group[:3])
    option = data.draw(some.integers(0, len(now) - 1))
    found = tornado(low, high, now, group[3], option)
    for end, totals in ((low, found.low), (high, found.high)):
        for criterion in range(2):
            moved = now.copy()
            moved[option, criterion] = end[option, criterion]
            assert totals[criterion] == pytest.approx(weighted_value(moved, group[3])[option])
    assert found.base == pytest.approx(weighted_value(now, group[3])[option])


def test_values_of_scores() -> None:
    found = values_of([[1.0, 2.0, 3.0], [4.0, 5.0, NAN]])
    assert found[0].tolist() == [0, 0.25, 0.5]
    assert found[1, :2].tolist() == [0.75, 1]
    assert np.isnan(found[1, 2])


# What is refused

OK = [[3, 4], [2, 5]]


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ([3, 4], "options x criteria"),
        (np.zeros((0, 2)), "one of options"),
        (np.zeros((2, 0)), "one of criteria"),
        ([[0.9, 3.0]], "from 1 to 5"),
        ([[3.0, 5.1]], "from 1 to 5"),
        ([[3, float("inf")]], "from 1 to 5"),
        ([["x", 3]], "must be numbers"),
    ],
)
def test_scores_must_be_a_table_from_1_to_5(scores: Any, said: str) -> None:
    for refused in (
        lambda: pivotal(scores, OK, OK, [1, 1], NONE),
        lambda: pivotal(OK, scores, OK, [1, 1], NONE),
        lambda: together(OK, OK, scores, [1, 1], NONE),
    ):
        with pytest.raises(ValueError, match=said):
            refused()
    with pytest.raises(ValueError, match="scores"):
        spread([scores])


def test_spread_needs_raters() -> None:
    with pytest.raises(ValueError, match="raters x options x criteria"):
        spread(OK)
    with pytest.raises(ValueError, match="one of raters"):
        spread(np.zeros((0, 2, 2)))


@pytest.mark.parametrize(
    "asked", [[True], [[True, False]], [0, 1], True, [True, False, True], [], ["a", "b"]]
)
def test_preconditions_are_said_of_each_criterion(asked: Any) -> None:
    for refused in (
        lambda: pivotal(OK, OK, OK, [1, 1], asked),
        lambda: together(OK, OK, OK, [1, 1], asked),
    ):
        with pytest.raises(ValueError, match="preconditions"):
            refused()


@pytest.mark.parametrize("weights", [[0.0, 0.0], [1.0, -1.0], [1.0], [1.0, NAN]])
def test_weights_must_weigh(weights: Any) -> None:
    for refused in (
        lambda: pivotal(OK, OK, OK, weights, NONE),
        lambda: tornado([[0, 0]], [[1, 1]], [[0, 1]], weights, 0),
    ):
        with pytest.raises(ValueError, match="weights"):
            refused()


@pytest.mark.parametrize(
    ("median", "low", "high", "said"),
    [
        ([[3, 3]], [[3.0, 3.5]], [[4, 4]], "between low and high"),
        ([[3.0, 4.5]], [[3, 3]], [[4, 4]], "between low and high"),
        ([[3, 3]], [[3, 3], [3, 3]], [[3, 3]], "same shape"),
        ([[3, 3]], [[3, 3]], [[3, 3], [3, 3]], "same shape"),
        ([[NAN, 3.0]], [[1, 3]], [[NAN, 3.0]], "same cells"),
        ([[NAN, 3.0]], [[NAN, 3.0]], [[5, 3]], "same cells"),
        ([[3, 3]], [[NAN, 3.0]], [[3, 3]], "same cells"),
    ],
)
def test_a_median_is_between_its_ends(median: Any, low: Any, high: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        pivotal(median, low, high, [1, 1], NONE)
    with pytest.raises(ValueError, match=said):
        together(median, low, high, [1, 1], NONE)


@pytest.mark.parametrize(
    ("low", "high", "now"),
    [
        ([[0, 0]], [[1.0, 0.5]], [[0.0, 0.6]]),
        ([[0.0, 0.5]], [[1, 1]], [[0.0, 0.4]]),
        ([[0, 0]], [[1, 1]], [[0, 0], [0, 0]]),
    ],
)
def test_a_tornado_turns_around_what_is_between(low: Any, high: Any, now: Any) -> None:
    with pytest.raises(ValueError, match="between them"):
        tornado(low, high, now, [1, 1], 0)


@pytest.mark.parametrize("option", [-1, 2])
def test_the_option_must_be_there(option: int) -> None:
    table = [[0, 0], [1, 1]]
    with pytest.raises(ValueError, match="no option"):
        tornado(table, table, table, [1, 1], option)


# What is handed out


def test_nothing_that_is_handed_out_can_be_changed() -> None:
    found = spread([OK, OK])
    turned = tornado([[0, 0]], [[1, 1]], [[0, 1]], [1, 1], 0)
    for array in (
        found.median,
        found.low,
        found.high,
        found.quartile_low,
        found.quartile_high,
        found.count,
        pivotal(OK, OK, OK, [1, 1], NONE),
        together(OK, OK, OK, [1, 1], NONE),
        together([[4, 4]], [[3, 3]], [[4, 4]], [1, 1], NONE),
        together([[4.2, 4.2]], [[3.9, 3.9]], [[4.2, 4.2]], [1, 1], NONE),
        turned.low,
        turned.high,
    ):
        assert not array.flags.writeable
    for result, field in ((found, "low"), (turned, "base")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(result, field, 0)


def test_what_was_handed_in_stays_as_it_was() -> None:
    median, low, high = np.array([[4.2, 4.2]]), np.array([[3.9, 3.9]]), np.array([[4.5, 4.5]])
    asked = np.array(NONE)
    pivotal(median, low, high, [1, 1], asked)
    together(median, low, high, [1, 1], asked)
    spread(median[None])
    assert median.tolist() == [[4.2, 4.2]]
    assert all(array.flags.writeable for array in (median, low, high, asked))
