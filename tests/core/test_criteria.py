"""What a criterion must be, and what is wrong with it in Dutch."""

from typing import Any

import pytest
from pydantic import ValidationError

from core.criteria import GROUPS, MOST, CriteriaSet, Criterion, new_code, read_criterion
from tests.decisions import criteria

GOOD: dict[str, Any] = {
    "code": "P1", "label": "Past", "group": "passendheid", "question": "Past het?",
}  # fmt: skip


def test_a_criterion_as_it_was_typed_and_tidied() -> None:
    one, wrong = read_criterion(
        GOOD | {"label": "  Past  het ", "question": "Past\nhet?", "anchor_3": " Een  beetje "}
    )
    assert wrong == []
    assert one is not None
    assert (one.label, one.question) == ("Past het", "Past het?")
    assert one.anchors == {1: "", 3: "Een beetje", 5: ""}
    assert not one.precondition


def test_each_anchor_has_its_own_score() -> None:
    one = Criterion(**GOOD, anchor_1="Niets", anchor_3="Half", anchor_5="Alles")
    assert one.anchors == {1: "Niets", 3: "Half", 5: "Alles"}


NAME = "Naam: Geef het criterium een naam van 1 tot 80 tekens, met letters of cijfers."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"label": ""}, NAME),
        ({"label": " - "}, NAME),
        ({"label": "x" * 81}, NAME),
        ({"question": "  "}, "Vraag: Schrijf op wat met dit criterium wordt gevraagd."),
        ({"question": "x" * 301}, "Vraag: Kort deze tekst in tot ten hoogste 300 tekens."),
        ({"anchor_1": "x" * 301}, "Wat 1 betekent: Kort deze tekst in tot ten hoogste 300 tekens."),
        ({"anchor_3": "x" * 301}, "Wat 3 betekent: Kort deze tekst in tot ten hoogste 300 tekens."),
        ({"anchor_5": "x" * 301}, "Wat 5 betekent: Kort deze tekst in tot ten hoogste 300 tekens."),
        ({"literature": "x" * 301}, "Literatuur: Kort deze tekst in tot ten hoogste 300 tekens."),
        ({"group": "anders"}, "Groep: kan zo niet."),
        ({"code": "p1"}, "Criterium: kan zo niet."),
        ({"code": "P" * 13}, "Criterium: kan zo niet."),
        ({"more": 1}, "Criterium: kan zo niet."),
    ],
)
def test_what_is_wrong_with_a_criterion(typed: dict[str, Any], said: str) -> None:
    assert read_criterion(GOOD | typed) == (None, [said])


def test_the_longest_that_fits() -> None:
    longest = {"code": "P" * 12, "label": "x" * 80, "question": "x" * 300, "anchor_5": "x" * 300}
    assert read_criterion(GOOD | longest)[1] == []


def test_all_that_is_wrong_is_said_once() -> None:
    _, wrong = read_criterion({"code": "", "label": "", "group": "passendheid", "more": 1})
    assert wrong == ["Criterium: kan zo niet.", NAME, "Vraag: kan zo niet."]


@pytest.mark.parametrize("group", GROUPS)
def test_a_new_code_is_one_that_no_criterion_has(group: Any) -> None:
    codes = {new_code(group) for _ in range(100)}
    assert len(codes) == 100
    assert {one[0] for one in codes} == {group[0].upper()}
    assert read_criterion(GOOD | {"code": codes.pop()})[1] == []


# A set


def test_a_set_is_in_the_order_of_the_groups_and_then_as_it_was_given() -> None:
    given = criteria(6)
    turned = (given[5], given[2], given[3], given[0], given[1], given[4])
    assert [one.code for one in CriteriaSet(criteria=turned).criteria] == [
        "C0", "C1", "C2", "C3", "C5", "C4",
    ]  # fmt: skip
    assert CriteriaSet(criteria=turned).library is None


@pytest.mark.parametrize("count", [0, MOST + 1])
def test_a_set_has_one_to_forty_criteria(count: int) -> None:
    CriteriaSet(criteria=criteria(1))
    CriteriaSet(criteria=criteria(MOST))
    with pytest.raises(ValidationError, match="1 tot 40 criteria"):
        CriteriaSet(criteria=criteria(count) if count else ())


@pytest.mark.parametrize("same", [{"label": "Pást!", "code": "P2"}, {"label": "Anders"}])
def test_no_two_have_one_name_or_code(same: dict[str, str]) -> None:
    CriteriaSet(criteria=(Criterion(**GOOD), Criterion(**GOOD | {"label": "Anders", "code": "P2"})))
    with pytest.raises(ValidationError, match="eigen naam"):
        CriteriaSet(criteria=(Criterion(**GOOD), Criterion(**GOOD | same)))
