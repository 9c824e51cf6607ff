"""A table keeps its letters, its names and its weights in order, whatever is changed."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given as over
from hypothesis import strategies as some
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from core.consideration_table import (
    MOST_OPTIONS,
    OPTION_CODES,
    SHIPPED,
    ConsiderationTable,
    Option,
    reasons,
    shown_points,
)
from tests.core.considered import POINTS, table
from tests.decisions import criteria

CRITERIA = table().criteria


def refused(change: Any) -> str:
    """Why a change is refused, as the pages say it."""
    with pytest.raises((ValidationError, PydanticCustomError)) as error:
        change()
    if isinstance(error.value, ValidationError):
        return " ".join(reasons(error.value))
    return str(error.value)


# Options


def test_options_get_letters_in_order() -> None:
    made = ConsiderationTable(criteria=CRITERIA)
    assert (made.options, made.used_letters, made.criteria_name) == ((), "", SHIPPED)
    made = made.adding("  Taal  huis ", 12, " Een  idee ").adding("Leesclub")
    assert made.options == (
        Option(code="A", name="Taal huis", partnership=12, note="Een idee"),
        Option(code="B", name="Leesclub"),
    )
    assert made.used_letters == "AB"
    assert (made.named("A"), made.named("B")) == ("Taal huis", "Leesclub")


def test_a_letter_is_never_used_again() -> None:
    made = table("Taalhuis", "Leesclub").dropping("B").adding("Maakplaats").dropping("A")
    assert [(one.code, one.name) for one in made.options] == [("C", "Maakplaats")]
    assert made.adding("Taalhuis").options[-1].code == "D"
    # Also of an option that came with the table, of which no letter was kept.
    given = ConsiderationTable(criteria=CRITERIA, options=(Option(code="B", name="Leesclub"),))
    assert given.dropping("B").adding("Taalhuis").options[0].code == "A"
    assert given.dropping("B").adding("Taalhuis").adding("Anders").options[1].code == "C"


def test_letters_run_out() -> None:
    made = ConsiderationTable(criteria=CRITERIA)
    for letter in OPTION_CODES:
        made = made.adding("Taalhuis").dropping(letter)
    assert refused(lambda: made.adding("Taalhuis")) == (
        "Deze afweging heeft te veel opties gehad. Begin een nieuwe afweging."
    )


@over(some.lists(some.integers(0, 8), max_size=24))
def test_letters_stay_apart_whatever_comes_and_goes(steps: list[int]) -> None:
    made = ConsiderationTable(criteria=CRITERIA)
    ever: list[str] = []
    for step in steps:
        if step < len(made.options):
            made = made.dropping(made.options[step].code)
        elif len(made.options) < MOST_OPTIONS:
            made = made.adding(f"Optie {len(ever)}")
            ever.append(made.options[-1].code)
    assert ever == sorted(set(ever))
    assert made.used_letters == "".join(ever)


def test_at_most_eight_options_of_one_name_each() -> None:
    full = table(*(f"Optie {n}" for n in range(MOST_OPTIONS)))
    assert refused(lambda: full.adding("Nog een")) == "Weeg ten hoogste 8 opties tegelijk."
    assert refused(lambda: table("Taalhuis").adding("TAAL-huis")) == (
        "Twee opties hebben dezelfde naam. Geef elke optie een eigen naam."
    )
    twice = (Option(code="A", name="Een"), Option(code="A", name="Twee"))
    assert "Twee opties" in refused(lambda: ConsiderationTable(criteria=CRITERIA, options=twice))


def test_other_words_for_an_option() -> None:
    made = table("Taalhuis", "Leesclub").renaming("B", " Lees  kring ", " Samen ")
    assert [(one.code, one.name, one.note) for one in made.options] == [
        ("A", "Taalhuis", ""),
        ("B", "Lees kring", "Samen"),
    ]
    assert table().adding("Idee", 7).renaming("C", "Plan", "").options[2].partnership == 7


@pytest.mark.parametrize(
    ("name", "note", "said"),
    [
        ("", "", "Vul een naam in"),
        ("!?", "", "Vul een naam in van 1 tot 200 tekens, met letters of cijfers."),
        ("x" * 201, "", "Vul een naam in van 1 tot 200 tekens, met letters of cijfers."),
        ("Leesclub", "x" * 301, "Kort deze tekst in tot ten hoogste 300 tekens."),
        ("taalhuis", "", "Twee opties hebben dezelfde naam."),
    ],
)
def test_other_words_are_checked_like_the_first(name: str, note: str, said: str) -> None:
    assert said in refused(lambda: table("Taalhuis", "Leesclub").renaming("B", name, note))


# Weights


def test_all_weigh_the_same_unless_told() -> None:
    made = ConsiderationTable(criteria=criteria(16))
    assert set(made.points.values()) == {6.25}
    assert list(made.points) == made.codes
    as_read = ConsiderationTable.model_validate_json(made.model_dump_json(exclude={"points"}))
    assert as_read == made


def test_points_are_brought_to_a_hundred() -> None:
    made = table().weighing({"P1": 3, "T1": 1, "R1": 0})
    assert made.points == {"P1": 75, "T1": 25, "R1": 0}


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ({"P1": 0, "T1": 0, "R1": 0}, "Geef ten minste één criterium punten."),
        ({"P1": float("nan"), "T1": 1, "R1": 1}, "Geef ten minste één criterium punten."),
        ({"P1": 1, "T1": 1}, "De weging past niet bij de criteria."),
        ({"P1": 1, "T1": 1, "X1": 1}, "De weging past niet bij de criteria."),
        ({"P1": -1, "T1": 1, "R1": 1}, "Deze waarde kan niet worden gebruikt."),
        ({"P1": float("inf"), "T1": 1, "R1": 1}, "Deze waarde kan niet worden gebruikt."),
    ],
)
def test_weights_must_weigh(points: dict[str, float], said: str) -> None:
    assert refused(lambda: table().weighing(points)) == said


@pytest.mark.parametrize(
    ("extra", "is_whole"), [(0.0, True), (5e-7, True), (2e-6, False), (-2e-6, False)]
)
def test_points_that_are_not_a_hundred_are_refused(extra: float, is_whole: bool) -> None:
    points = POINTS | {"P1": 50 + extra}
    if is_whole:
        assert ConsiderationTable(criteria=CRITERIA, points=points).points == points
    else:
        assert refused(lambda: ConsiderationTable(criteria=CRITERIA, points=points)) == (
            "De punten tellen samen niet op tot 100."
        )


# Other criteria


def test_other_criteria_keep_proportions_and_new_ones_weigh_their_share() -> None:
    new = criteria(1)
    made = table().judging_by((*CRITERIA[:2], *new), 7, "Eigen set", 3)
    # A third for the new one; 50 and 30 share the rest as 5 to 3.
    assert made.points == pytest.approx({"P1": 125 / 3, "T1": 25, "C0": 100 / 3})
    assert (made.criteria_set, made.criteria_name, made.criteria_version) == (7, "Eigen set", 3)
    assert (made.options, made.used_letters) == (table().options, "AB")


def test_fewer_criteria_share_what_one_had() -> None:
    made = table().judging_by(CRITERIA[:2], None, SHIPPED, 0)
    assert made.points == {"P1": 62.5, "T1": 37.5}


def test_other_words_leave_the_points_as_they_are() -> None:
    other = [one.model_copy(update={"label": f"{one.label} nu"}) for one in CRITERIA]
    assert table().judging_by(reversed(other), None, "Anders", 1).points == POINTS


def test_where_all_the_weight_was_dropped() -> None:
    heavy = table(P1=100, T1=0, R1=0)
    assert heavy.judging_by(CRITERIA[1:], None, "Minder", 1).points == {"T1": 50, "R1": 50}
    assert heavy.judging_by((CRITERIA[1], *criteria(2)), None, "Anders", 1).points == {
        "T1": 0, "C0": 50, "C1": 50,
    }  # fmt: skip


def test_nothing_that_stays_and_nothing_at_all() -> None:
    made = table().judging_by(criteria(4), None, "Anders", 1)
    assert set(made.points.values()) == {25}
    assert refused(lambda: table().judging_by((), None, "Niets", 1)) == (
        "Een afwegingstabel heeft 1 tot 40 criteria."
    )


@over(
    some.lists(some.integers(0, 100), min_size=6, max_size=6).filter(any),
    some.sets(some.integers(0, 9), min_size=1),
)
def test_switching_keeps_points_in_proportion(weights: list[int], chosen: set[int]) -> None:
    every = criteria(10)
    made = ConsiderationTable(criteria=every[:6]).weighing(
        dict(zip([one.code for one in every[:6]], weights, strict=True))
    )
    picked = [every[n] for n in sorted(chosen)]
    other = made.judging_by(picked, None, "Anders", 1).points
    assert sum(other.values()) == pytest.approx(100)
    kept = {code: points for code, points in made.points.items() if code in other}
    if not sum(kept.values()):
        return
    share = sum(other[code] for code in kept) / sum(kept.values())
    assert {code: other[code] for code in kept} == pytest.approx(
        {code: share * points for code, points in kept.items()}
    )
    for code in other.keys() - kept.keys():
        assert other[code] == pytest.approx(100 / len(picked))


# Points as they are shown


@over(some.lists(some.floats(0, 1e6), min_size=1, max_size=40).filter(lambda one: sum(one) > 1e-3))
def test_what_is_shown_is_together_exactly_a_hundred(weights: list[float]) -> None:
    total = sum(weights)
    points = {f"C{n}": 100 * one / total for n, one in enumerate(weights)}
    shown = shown_points(points)
    cents = {code: round(100 * one) for code, one in shown.items()}
    assert sum(cents.values()) == 10_000
    assert shown == {code: one / 100 for code, one in cents.items()}
    for code, one in points.items():
        assert abs(shown[code] - one) < 0.01 + 1e-6


@pytest.mark.parametrize(
    ("points", "shown"),
    [
        ({"A": 100 / 3, "B": 100 / 3, "C": 100 / 3}, {"A": 33.34, "B": 33.33, "C": 33.33}),
        # The largest rest first, whatever the letter.
        ({"A": 10.001, "B": 20.002, "C": 69.997}, {"A": 10.0, "B": 20.0, "C": 70.0}),
        ({"A": 6.25, "B": 93.75}, {"A": 6.25, "B": 93.75}),
        ({"A": 29.0, "B": 71.0}, {"A": 29.0, "B": 71.0}),
        ({"A": 0.29, "B": 99.71}, {"A": 0.29, "B": 99.71}),
        ({"A": 100.0}, {"A": 100.0}),
    ],
)
def test_shown_points_by_hand(points: dict[str, float], shown: dict[str, float]) -> None:
    assert shown_points(points) == shown


# As it is stored


def test_a_table_is_the_same_after_it_was_stored() -> None:
    made = table("Café ’t Hoekje", "Łeś 北京", P1=1, T1=1, R1=1)
    made = made.model_copy(update={"review_on": date(2027, 1, 2), "library": 3})
    assert ConsiderationTable.model_validate_json(made.model_dump_json()) == made
    assert made.codes == ["P1", "T1", "R1"]


def test_a_reason_is_said_once() -> None:
    with pytest.raises(ValidationError) as error:
        ConsiderationTable(criteria=CRITERIA, options=[{"code": "a"}, {"code": "b"}], library=0)
    assert reasons(error.value) == ["Deze waarde kan niet worden gebruikt."]
