"""The verdicts on a table, against hand computations and what must always hold."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given as over
from hypothesis import strategies as some

from core.consideration_table import ConsiderationTable
from core.criteria import GROUPS
from core.disagreement import pivotal
from core.scale import of_hundred
from core.verdict import (
    Verdict,
    arrays,
    band,
    contributions,
    in_the_running,
    is_certain,
    is_level,
    leaders,
    lifting,
    open_preconditions,
    rank,
    verdicts,
    weights,
)
from core.wording import number
from tests.core.considered import found, given, table
from tests.decisions import criteria, options


def codes(of: list[Verdict]) -> list[str]:
    return [one.code for one in of]


# By hand


def test_a_verdict_by_hand() -> None:
    first, second = found(A="531", B="2?5")
    # 50 x 1 + 30 x 0.5 + 20 x 0, and 50 x 0.25 + 30 x (0 to 1) + 20 x 1.
    assert (first.code, first.name, first.total) == ("A", "Taalhuis", (65, 65))
    assert first.groups == {
        "passendheid": (100, 100), "toegevoegde waarde": (50, 50), "realiseerbaarheid": (0, 0),
    }  # fmt: skip
    assert first.preconditions == {"P1": "met"}
    assert (first.known, first.asked) == (3, 3)
    assert (first.is_blocked, first.bands, first.middle) == (False, ("bespreken",), 65)
    assert (second.code, second.total, second.middle) == ("B", (32.5, 62.5), 47.5)
    assert second.groups["toegevoegde waarde"] == (0.0, 100.0)
    assert second.preconditions == {"P1": "unmet"}
    assert (second.known, second.asked) == (2, 3)
    assert (second.is_blocked, second.bands) == (True, ("zorg", "bespreken"))


def test_without_options_there_is_no_verdict() -> None:
    nothing = ConsiderationTable(criteria=table().criteria)
    assert verdicts(nothing, {}) == []
    assert [one.shape for one in arrays(nothing, {})] == [(0, 3), (0, 3)]


@pytest.mark.parametrize("row", ["???", "---", "?-?"])
def test_what_nobody_knows_may_be_anything(row: str) -> None:
    [one] = found("Taalhuis", A=row)
    assert (one.total, one.known, one.bands) == ((0, 100), 0, ("zorg", "sterk"))
    assert one.preconditions == {"P1": "unknown"}
    assert not one.is_blocked


@pytest.mark.parametrize(("score", "state"), [("1", "unmet"), ("2", "unmet"), ("3", "met")])
def test_a_precondition_asks_for_a_3(score: str, state: str) -> None:
    assert found("Taalhuis", A=f"{score}11")[0].preconditions == {"P1": state}


def test_a_group_that_weighs_nothing_has_no_total_but_still_blocks() -> None:
    one = verdicts(table("Taalhuis", P1=0, T1=75, R1=25), given(A="153"))[0]
    assert list(one.groups) == ["toegevoegde waarde", "realiseerbaarheid"]
    assert one.total == (87.5, 87.5)
    assert one.is_blocked
    assert one.known == 3


def test_one_criterion() -> None:
    alone = table().judging_by(table().criteria[1:2], None, "Eén", 1)
    first, second = verdicts(alone, given(A="-2-", B="-4-"))
    assert (first.code, first.total, second.total) == ("B", (75, 75), (25, 25))
    assert (first.groups, first.preconditions) == ({"toegevoegde waarde": (75, 75)}, {})


def test_what_was_dropped_does_not_count_and_counts_again_when_it_is_back() -> None:
    whole, scores = table(), given(A="531", B="333", C="555")
    fewer = whole.judging_by(whole.criteria[:2], None, "Minder", 1)
    # 50 and 30 of 80: 62.5 x 1 + 37.5 x 0.5.
    assert [one.total for one in verdicts(fewer, scores)] == [(81.25, 81.25), (50, 50)]
    assert [one.known for one in verdicts(fewer, scores)] == [2, 2]
    back = fewer.judging_by(whole.criteria, None, "Weer", 2)
    assert [one.known for one in verdicts(back, scores)] == [3, 3]
    assert codes(verdicts(whole.dropping("A"), scores)) == ["B"]


# The order


def test_what_is_blocked_comes_last_whatever_its_total() -> None:
    of = found("Taalhuis", "Leesclub", "Maakplaats", A="255", B="311", C="155")
    assert codes(of) == ["B", "A", "C"]
    assert codes(in_the_running(of)) == ["B"]


def test_where_all_are_blocked_all_are_in_the_running() -> None:
    of = found(A="111", B="255")
    assert codes(in_the_running(of)) == ["B", "A"]
    assert in_the_running(of) is not of
    assert in_the_running([]) == []


def test_the_middle_decides_the_order_and_equal_ones_stay_as_they_were() -> None:
    assert codes(found(A="3-3", B="335")) == ["B", "A"]
    assert codes(found(A="333", B="3-3")) == ["A", "B"]
    # The same total, of thirds, summed in another order.
    thirds = table("Taalhuis", "Leesclub", P1=1, T1=1, R1=1)
    for rows in ({"A": "345", "B": "543"}, {"A": "543", "B": "345"}, {"A": "453", "B": "534"}):
        assert codes(verdicts(thirds, given(**rows))) == ["A", "B"]
        assert len(leaders(verdicts(thirds, given(**rows)))) == 2


def test_a_middle_is_equal_whatever_the_rounding_of_its_ends() -> None:
    # 16.7 + 16.7, and 16.7 with half of 33.3: of which one end is rounded up, the other down.
    thirds = table("Taalhuis", "Leesclub", P1=1, T1=1, R1=1)
    of = verdicts(thirds, given(A="3-1", B="331"))
    assert of[0].middle < of[1].middle
    assert codes(of) == ["B", "A"]
    # A difference that is one counts, however small.
    close = table("Taalhuis", "Leesclub", P1=60, T1=39.9, R1=0.1)
    assert codes(verdicts(close, given(A="333", B="334"))) == ["B", "A"]


def test_those_that_are_level_stand_together_and_share_a_rank() -> None:
    of = found("Aa", "Be", "Ce", "De", A="3-3", B="333", C="3-3", D="333")
    assert codes(of) == ["B", "D", "A", "C"]
    assert [rank(of, one) for one in of] == [1, 1, 3, 3]


def test_what_one_option_gets_does_not_turn_two_others_around() -> None:
    before = found("Aa", "Be", "Ce", A="3-3", B="333", C="3-3")
    after = found("Aa", "Be", "Ce", A="4-3", B="333", C="3-3")
    assert (codes(before), codes(after)) == (["B", "A", "C"], ["A", "B", "C"])


def test_level_are_those_of_which_the_whole_total_is_equal() -> None:
    of = found("Taalhuis", "Leesclub", "Maakplaats", A="333", B="3-3", C="511")
    assert [one.middle for one in of] == [50, 50, 50]
    assert codes(leaders(of)) == ["A", "C"]
    blocked = found(A="155", B="333")
    assert [one.total for one in blocked] == [(50, 50), (50, 50)]
    assert not is_level(*blocked)
    assert codes(leaders(blocked)) == ["B"]


# Whether it can change


@pytest.mark.parametrize(
    ("rows", "is_sure"),
    [
        ({"A": "531", "B": "333"}, True),
        ({"A": "333", "B": "333"}, False),
        ({"A": "55-", "B": "333"}, True),
        ({"A": "333", "B": "-11"}, False),  # can come level
        ({"A": "331", "B": "-11"}, False),
        ({"A": "33-", "B": "311"}, True),
        # 50 to 100 against 25 at most, but the precondition of the first is not answered.
        ({"A": "-55", "B": "311"}, False),
        ({"A": "555", "B": "-11"}, True),
        # The first is the only one that is not blocked.
        ({"A": "355", "B": "255"}, True),
        ({"A": "-55", "B": "255"}, False),
    ],
)
def test_whether_the_first_stays_first(rows: dict[str, str], is_sure: bool) -> None:
    assert is_certain(found(**rows)) == is_sure


def test_a_precondition_that_is_open_matters_until_another_blocks() -> None:
    two = ConsiderationTable(
        criteria=tuple(one.model_copy(update={"precondition": True}) for one in table().criteria),
        options=table("Taalhuis").options,
    )
    for row, count in (("---", 3), ("3-5", 1), ("1--", 0), ("333", 0)):
        assert open_preconditions(verdicts(two, given(A=row))[0]) == count


def test_what_lifts_a_precondition_that_is_not_met() -> None:
    asked = tuple(
        one.model_copy(update={"precondition": True, "anchor_3": f"{one.label} genoeg"})
        for one in table().criteria
    )
    whole = ConsiderationTable(criteria=asked, options=table("Taalhuis").options)
    of = verdicts(whole, given(A="2-1"))[0]
    assert lifting(whole, of) == {"Past": "Past genoeg", "Kan": "Kan genoeg"}


def test_what_each_criterion_adds() -> None:
    assert contributions(table(), given(A="52?"), "A") == {"P1": 50, "T1": 7.5}
    assert contributions(table(), given(A="52?"), "B") == {}


# What always holds


SCORES = some.integers(1, 5) | some.none()


@some.composite
def tables(draw: some.DrawFn, most: int = 4) -> tuple[ConsiderationTable, Any]:
    """A table of one to four options on one to six criteria, filled in as it comes."""
    asked = criteria(draw(some.integers(1, 6)))
    parts = draw(some.lists(some.integers(0, 9), min_size=len(asked), max_size=len(asked)))
    names = [f"Optie {n}" for n in range(draw(some.integers(1, most)))]
    made = ConsiderationTable(criteria=asked, options=options(*names))
    if any(parts):
        made = made.weighing(dict(zip(made.codes, parts, strict=True)))
    cells = [(one.code, code) for one in made.options for code in made.codes]
    scores = draw(some.lists(SCORES, min_size=len(cells), max_size=len(cells)))
    return made, dict(zip(cells, scores, strict=True))


@over(tables())
def test_a_total_is_between_its_ends_and_word_and_number_never_differ(filled: Any) -> None:
    for one in verdicts(*filled):
        for low, high in (one.total, *one.groups.values()):
            assert 0 <= low <= high <= 100
        for end in one.total:
            shown = int(number(end))
            assert band(end) == ("sterk" if shown >= 75 else "bespreken" if shown >= 50 else "zorg")
        assert set(one.groups) <= set(GROUPS)


@over(some.floats(0, 1))
def test_word_and_number_never_differ_at_any_total(total: float) -> None:
    points = float(of_hundred(total))
    assert (band(points) == "sterk") == (int(number(points)) >= 75)
    assert (band(points) == "zorg") == (int(number(points)) < 50)


@over(tables(), some.data())
def test_another_option_leaves_the_verdicts_on_the_others(filled: Any, data: Any) -> None:
    made, scores = filled
    row = data.draw(some.lists(SCORES, min_size=len(made.codes), max_size=len(made.codes)))
    more = made.adding("Nog een")
    code = more.options[-1].code
    of = verdicts(more, scores | {(code, one): score for one, score in zip(made.codes, row)})  # noqa: B905
    assert [one for one in of if one.code != code] == verdicts(made, scores)
    worst = verdicts(more, scores | {(code, one): 1 for one in made.codes})
    assert [one for one in worst if one.code != code] == verdicts(made, scores)
    scored = [one for one in worst if one.known]
    assert all(one.total[1] >= scored[-1].total[1] for one in scored)


@over(tables(), some.data())
def test_a_higher_score_never_lowers_a_place(filled: Any, data: Any) -> None:
    made, scores = filled
    raisable = [cell for cell, score in scores.items() if score is not None and score < 5]
    if not raisable:
        return
    cell = data.draw(some.sampled_from(raisable))
    before = verdicts(made, scores)
    after = verdicts(made, scores | {cell: data.draw(some.integers(scores[cell] + 1, 5))})
    assert codes(after).index(cell[0]) <= codes(before).index(cell[0])
    others = [[one for one in of if one.code != cell[0]] for of in (before, after)]
    assert others[0] == others[1]


@over(tables(), some.randoms(use_true_random=False))
def test_the_order_of_the_criteria_changes_nothing(filled: Any, chance: Any) -> None:
    made, scores = filled
    turned = list(made.criteria)
    chance.shuffle(turned)
    other = ConsiderationTable(criteria=turned, options=made.options, points=made.points)
    before, after = verdicts(made, scores), verdicts(other, scores)
    assert codes(after) == codes(before)
    for one, same in zip(before, after, strict=True):
        assert same.total == pytest.approx(one.total, abs=1e-8)
        assert (same.bands, same.preconditions) == (one.bands, one.preconditions)


@over(tables(), some.data())
def test_a_group_is_asked_about_what_changes_the_verdicts(filled: Any, data: Any) -> None:
    made, scores = filled
    scores = {cell: 3 if score is None else score for cell, score in scores.items()}
    cell = data.draw(some.sampled_from(sorted(scores)))
    other = data.draw(some.integers(1, 5))

    def outcome(of: Any) -> Any:
        judged = verdicts(made, of)
        first = in_the_running(judged)[0]
        return first.code, first.bands, {one.code: one.preconditions for one in judged}

    shape = len(made.options), len(made.codes)
    now = np.array([scores[one.code, code] for one in made.options for code in made.codes], float)
    now = now.reshape(shape)
    at = [one.code for one in made.options].index(cell[0]), made.codes.index(cell[1])
    low, high = now.copy(), now.copy()
    low[at], high[at] = min(other, now[at]), max(other, now[at])
    asked = [one.precondition for one in made.criteria]
    found = pivotal(now, low, high, weights(made), asked)
    assert found[at] == (outcome(scores) != outcome(scores | {cell: other}))


def test_what_has_no_score_is_behind_and_not_in_the_running() -> None:
    of = found("Aa", "Be", "Nog een", A="155", B="122")
    assert codes(of) == ["A", "B", "C"]
    assert codes(in_the_running(of)) == ["A", "B"]
    assert codes(in_the_running(found("Aa", "Be"))) == ["A", "B"]
