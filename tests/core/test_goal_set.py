"""Goals as a person types them: what is refused and why, and weights that are helped to 100."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.goal_set import (
    divided_equally,
    missing,
    no_longer_counted,
    points,
    read_goal_set,
    rescaled,
)


def typed(*rows: tuple[object, object, object]) -> list[dict[str, object]]:
    return [dict(zip(("code", "label", "weight"), row, strict=True)) for row in rows]


def faults(*rows: tuple[object, object, object]) -> list[tuple[int | None, str | None, str]]:
    goals, found = read_goal_set(typed(*rows), {"status"})
    assert (goals is None) == bool(found)
    return [(one.row, one.field, one.reason) for one in found]


def test_goals_are_read_the_dutch_way() -> None:
    goals, found = read_goal_set(
        typed((" lez ", " Lezen  voor iedereen ", "62,5"), ("", "", None), ("Taal2", "Taal", 37.5))
    )
    assert found == []
    assert goals is not None
    assert [tuple(goal.model_dump().values()) for goal in goals.goals] == [
        ("LEZ", "Lezen voor iedereen", 62.5),
        ("TAAL2", "Taal", 37.5),
    ]


@pytest.mark.parametrize(
    ("row", "field", "says"),
    [
        (("", "Lezen", 100), "code", "korte code"),
        ((None, "Lezen", 100), "code", "korte code"),
        (("SD-1", "Lezen", 100), "code", "alleen letters"),
        (("1", "Lezen", 100), "code", "begin met een letter"),
        (("É1", "Lezen", 100), "code", "alleen letters"),
        (("A" * 13, "Lezen", 100), "code", "12 tekens"),
        (("Status", "Lezen", 100), "code", "Status is in een bestand al de kop"),
        (("A", " ", 100), "label", "wat het doel is"),
        (("A", "x" * 201, 100), "label", "200 tekens"),
        (("A", "Lezen", ""), "weight", "0 mag ook"),
        (("A", "Lezen", "veel"), "weight", "geen getal"),
        (("A", "Lezen", -1), "weight", "negatief"),
        (("A", "Lezen", float("nan")), "weight", "geen getal"),
        (("A", "Lezen", ["100"]), "weight", "geen getal"),
    ],
)
def test_each_field_says_what_is_wrong(
    row: tuple[object, object, object], field: str, says: str
) -> None:
    [(at, where, reason)] = faults(("B", "Goed", 0), row)
    assert (at, where) == (1, field)
    assert says in reason


def test_every_fault_of_every_row_is_said() -> None:
    found = faults(("", "", "x"), ("A", "Lezen", "50"), ("B", "", ""))
    assert [(at, field) for at, field, _ in found] == [
        (0, "code"), (0, "label"), (0, "weight"), (2, "label"), (2, "weight"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([], "minstens één doel"),
        ([("", "", "")], "minstens één doel"),
        ([(f"A{n}", "Doel", "0") for n in range(21)], "21 doelen"),
        ([("lez", "Lezen", "50"), ("LEZ", "Taal", "50")], "De code LEZ staat er dubbel in"),
        ([("A", "Lezen", "60"), ("B", "Taal", "28")], "samen 88: nog 12 punten te verdelen"),
        ([("A", "Lezen", "60"), ("B", "Taal", "41")], "samen 101: 1 punt te veel"),
        ([("A", "Lezen", "99,98")], "nog 0,02 punten te verdelen"),
    ],
)
def test_the_set_as_a_whole_says_what_is_wrong(
    rows: list[tuple[object, object, object]], says: str
) -> None:
    [(at, field, reason)] = faults(*rows)
    assert (at, field) == (None, None)
    assert says in reason


@pytest.mark.parametrize("weight", ["99,99", "100,01", "100"])
def test_a_hundredth_more_or_less_is_whole(weight: str) -> None:
    assert faults(("A", "Lezen", weight)) == []


def test_twenty_goals_fit() -> None:
    assert faults(*((f"A{n}", "Doel", 5) for n in range(20))) == []


def test_what_is_missing_in_words() -> None:
    assert missing([60, 28]) == "nog 12 punten te verdelen"
    assert missing([60, 43]) == "3 punten te veel"
    assert missing([99]) == "nog 1 punt te verdelen"
    assert missing([33.33, 33.33, 33.34]) == "alle punten zijn verdeeld"
    assert points(14.3) == "14,3 punten"


@given(some.lists(some.floats(0, 1e9), min_size=1, max_size=20))
def test_rescaling_sums_to_100_and_keeps_the_order(weights: list[float]) -> None:
    found = rescaled(weights)
    tenths = [round(one * 10) for one in found]
    assert [one / 10 for one in tenths] == found
    assert sum(tenths) == 1000
    for weight, one in zip(weights, found, strict=True):
        assert all(one <= other for w, other in zip(weights, found, strict=True) if w > weight)
        assert one == 0 or weight > 0 or not any(weights)
    if sum(weights) > 1:
        for weight, one in zip(weights, found, strict=True):
            assert abs(one - weight * 100 / sum(weights)) < 0.1 + 1e-6


def test_rescaling_gives_what_is_left_to_the_largest_remainders() -> None:
    assert rescaled([1, 1, 1]) == [33.4, 33.3, 33.3]
    assert rescaled([30, 20, 65]) == [26.1, 17.4, 56.5]  # 26,087 - 17,391 - 56,522
    assert rescaled([0, 5]) == [0, 100]
    assert rescaled([0, 0]) == [50, 50]
    assert rescaled([]) == []


def test_equal_is_as_equal_as_tenths_allow() -> None:
    assert divided_equally(7) == [14.3] * 6 + [14.2]
    assert divided_equally(4) == [25] * 4
    assert divided_equally(0) == []


@pytest.mark.parametrize(
    ("partnerships", "active", "says"),
    [
        (12, 12, "12 samenwerkingen zijn beoordeeld; die beoordelingen blijven bewaard, maar "),
        (12, 10, "12 samenwerkingen (10 nu lopend) zijn beoordeeld"),
        (12, 0, "12 samenwerkingen (geen nu lopend) zijn beoordeeld"),
        (1, 1, "1 samenwerking is beoordeeld; die beoordeling blijft bewaard, maar telt vanaf"),
    ],
)
def test_what_becomes_of_judgements(partnerships: int, active: int, says: str) -> None:
    said = no_longer_counted("SD7", partnerships, active, date(2027, 1, 1))
    assert said.startswith("**SD7**: ")
    assert says in said
    assert said.endswith("vanaf 1 januari 2027 niet meer.")
