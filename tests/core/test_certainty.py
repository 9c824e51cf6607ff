"""How sure an outcome is, and what each score can do, against hand computations."""

import numpy as np
import pytest

from core.certainty import Certainty, Chance, certainty, effects
from core.certainty_wording import certainty_in_words, tipping
from core.consideration_table import ConsiderationTable
from core.verdict import Scores, verdicts
from tests.core.considered import found, given, table
from tests.decisions import criteria

THREE = ("Taalhuis", "Leesclub", "Maakplaats")


def sure(scores: Scores, *names: str, draws: int = 10_000) -> Certainty:
    whole = table(*names)
    return certainty(whole, scores, verdicts(whole, scores), draws)


def test_the_shares_of_conceivable_weights_by_hand() -> None:
    # A is better by 4 on T1 and B by 4 on R1: who is first is which of those weighs more.
    of = sure(given(A="551", B="515"))
    first, second = of.chances
    assert (first.code, first.name, second.code) == ("A", "Taalhuis", "B")
    # 30 u > 20 v, with u and v from 0.5 to 1.5: 0.8125 of the square.
    assert first.near == pytest.approx((0.8125, 0.1875), abs=0.02)
    assert first.free == pytest.approx((0.5, 0.5), abs=0.02)
    assert second.near == pytest.approx((0.1875, 0.8125), abs=0.02)
    # Of the two thirds of T1 and R1 together the larger has three quarters.
    assert first.winning == pytest.approx({"P1": 33.3, "T1": 50, "R1": 16.7}, abs=1.5)
    assert second.winning == pytest.approx({"P1": 33.3, "T1": 16.7, "R1": 50}, abs=1.5)
    # T1 and R1 are level where t = (1 - t) x 20 / 70, and where r = (1 - r) x 30 / 80.
    assert of.stable == {
        "P1": (0, 100),
        "T1": (pytest.approx(100 * 2 / 9), 100),
        "R1": (0, pytest.approx(100 * 3 / 11)),
    }


def test_what_never_wins_and_what_must_first_solve_something() -> None:
    of = sure(given(A="555", B="444", C="255"), *THREE)
    assert [one.code for one in of.chances] == ["A", "B"]
    assert [one.near for one in of.chances] == [(1, 0), (0, 1)]
    assert of.chances[1].winning is None
    assert of.stable == dict.fromkeys(("P1", "T1", "R1"), (0, 100))


def test_the_order_is_that_of_the_verdicts() -> None:
    of = sure(given(A="333", B="555", C="444"), *THREE)
    assert [one.code for one in of.chances] == ["B", "C", "A"]
    assert [one.near.index(1) for one in of.chances] == [0, 1, 2]


def test_where_all_are_blocked_all_take_part() -> None:
    assert [one.code for one in sure(given(A="111", B="211")).chances] == ["B", "A"]


def test_without_another_option_or_criterion_nothing_can_turn() -> None:
    assert sure(given(A="531"), "Taalhuis").stable is None
    assert sure(given(A="531", B="255")).stable is None
    single = table().judging_by(table().criteria[1:2], None, "Eén", 1)
    scores = given(A="-4-", B="-2-")
    of = certainty(single, scores, verdicts(single, scores))
    assert of.stable is None
    assert of.chances[0].winning == {"T1": 100}


def test_an_open_score_takes_every_value_and_counts_halfway_for_what_is_stable() -> None:
    of = sure(given(A="3-3", B="333"))
    assert of.chances[0].near[0] == pytest.approx(0.5, abs=0.02)
    # Halfway T1 the first is nowhere behind; without it the second would come first by T1.
    of = sure(given(A="4-1", B="331"))
    assert of.stable == dict.fromkeys(("P1", "T1", "R1"), (0, 100))


def test_as_many_draws_as_asked_and_the_same_every_time() -> None:
    scores = given(A="551", B="515")
    few = sure(scores, draws=10)
    assert all(round(10 * share, 9).is_integer() for share in few.chances[0].near)
    assert sure(scores) == sure(scores)
    assert round(10_000 * sure(scores).chances[0].near[0], 6).is_integer()


def test_what_each_score_can_do_by_hand() -> None:
    # 50 + 15 and halfway R1, 10: 75. A five goes no higher; what is open goes from 1 to 5.
    of = effects(table(), given(A="111", B="53-"), "B")
    assert of == {"R1": (65, 85), "T1": (67.5, 82.5), "P1": (62.5, 75)}
    assert list(of) == ["R1", "T1", "P1"]


def test_a_one_goes_no_lower_and_what_weighs_nothing_does_nothing() -> None:
    of = effects(table("Taalhuis", P1=50, T1=50, R1=0), given(A="13-"), "A")
    assert of == {"T1": (12.5, 37.5), "P1": (25, 37.5), "R1": (25, 25)}


# In words


def chance(name: str, near: float, free: float, **winning: float) -> Chance:
    """Of an option that does better than number one on every criterion."""
    shares = (near, 1 - near), (free, 1 - free)
    return Chance(name[0], name, *shares, winning or None, frozenset(winning))


FIRST = chance("Taalhuis", 0.834, 0.6, P1=60, T1=30, R1=10)


def said(other: Chance) -> str:
    return certainty_in_words(table(), Certainty((FIRST, other), None))[1]


def test_how_often_number_one_is_first() -> None:
    other = chance("Leesclub", 0.166, 0.4, P1=40, T1=24, R1=36)
    assert certainty_in_words(table(), Certainty((FIRST, other), None)) == [
        "Taalhuis is eerst in 83 van de 100 denkbare wegingen rond de afgesproken weging, en in 60 "
        "van de 100 als elke weging mag.",
        "Leesclub is eerst in 17 van de 100 denkbare wegingen rond de afgesproken weging; vooral "
        "als Kan (36 punten) zwaarder telt dan nu.",
    ]
    assert certainty_in_words(table(), Certainty((FIRST,), None)) == []


def test_more_weight_helps_only_where_it_does_better() -> None:
    """With 3 of the 100 points on Waarde any winning weights have more there, and it hurts."""
    of = table("Xylofoon", "Yoga", P1=47, T1=3, R1=50)
    scores = given(A="355", B="513")
    sure = certainty(of, scores, verdicts(of, scores))
    assert sure.chances[1].winning is not None
    assert sure.chances[1].winning["T1"] > of.points["T1"] + 5
    assert "als Past (" in certainty_in_words(of, sure)[1]
    assert "Waarde" not in certainty_in_words(of, sure)[1]


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (chance("Leesclub", 0.0, 0.0), "Leesclub wordt bij geen van de denkbare wegingen eerst."),
        (
            chance("Leesclub", 0.0, 0.2, P1=15.0, T1=45.25, R1=39.75),
            "Leesclub is eerst in 0 van de 100 denkbare wegingen rond de afgesproken weging; wel "
            "als Kan (39,8 punten) en Waarde (45,2 punten) zwaarder tellen dan nu.",
        ),
        (
            chance("Leesclub", 0.001, 0.2, P1=50.0, T1=30.0, R1=20.0),
            "Leesclub is eerst in minder dan 1 van de 100 denkbare wegingen rond de afgesproken "
            "weging.",
        ),
        (  # less than half a point more is nothing to name
            chance("Leesclub", 0.999, 0.2, P1=50.4, T1=29.6, R1=20.0),
            "Leesclub is eerst in meer dan 99 van de 100 denkbare wegingen rond de afgesproken "
            "weging.",
        ),
        (
            chance("Leesclub", 1.0, 1.0, P1=50.5, T1=29.5, R1=20.0),
            "Leesclub is eerst in 100 van de 100 denkbare wegingen rond de afgesproken weging.",
        ),
    ],
)
def test_when_another_would_be_first(other: Chance, words: str) -> None:
    assert said(other) == words


def test_of_many_heavier_criteria_the_three_that_gain_most() -> None:
    many = ConsiderationTable(criteria=criteria(5), options=table().options)
    other = chance("Leesclub", 0.5, 0.5, C0=21.0, C1=24.0, C2=9.0, C3=23.0, C4=22.5)
    assert certainty_in_words(many, Certainty((FIRST, other), None))[1].endswith(
        "weging; vooral als Criterium 1 (24 punten), Criterium 3 (23 punten) en Criterium 4 (22,5 "
        "punten) zwaarder tellen dan nu."
    )


@pytest.mark.parametrize(("share", "words"), [(0.01, "1"), (0.99, "99"), (0.5, "50"), (0.0, "0")])
def test_a_share_in_whole_hundredths(share: float, words: str) -> None:
    assert said(chance("Leesclub", share, 0.5, P1=50, T1=30, R1=20)).startswith(
        f"Leesclub is eerst in {words} van de 100 denkbare"
    )


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        ((0.0, 100.0), "Taalhuis blijft eerst bij elk gewicht."),
        ((0.04, 99.96), "Taalhuis blijft eerst bij elk gewicht."),
        ((0.0, 27.27), "Taalhuis blijft eerst tot 27,3 punten."),
        ((22.22, 100.0), "Taalhuis blijft eerst vanaf 22,2 punten."),
        ((22.22, 50.0), "Taalhuis blijft eerst tussen 22,2 en 50,0 punten."),
        ((20.0, 20.0), "Taalhuis blijft alleen eerst bij 20,0 punten."),
        ((0.0, 0.0), "Taalhuis blijft alleen eerst bij 0,0 punten."),
    ],
)
def test_within_which_points_the_first_stays_first(
    interval: tuple[float, float], words: str
) -> None:
    assert tipping(interval, "Taalhuis") == words


def test_nothing_is_said_beside_an_option_that_is_alone() -> None:
    of = found("Taalhuis", A="531")
    alone = certainty(table("Taalhuis"), given(A="531"), of)
    assert list(alone.chances[0].near) == [1]
    assert certainty_in_words(table("Taalhuis"), alone) == []
    assert not np.isnan(list((alone.chances[0].winning or {}).values())).any()
