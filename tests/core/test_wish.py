"""Wishes side by side: what differs, what is equal, and what one names and the other does not."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from core.wish import APART, Compared, Verdict, Wish, compared, wishes_finding

OWN, TOWN, CENTRE = None, 7, 8
PARTIES = (OWN, TOWN, CENTRE)


def wish(partner: int | None, subject: Any, weight: int, other: str | None = None) -> Wish:
    return Wish(partnership=1, partner=partner, subject=subject, weight=weight, other=other)


def told(*wishes: Wish) -> dict[str, Compared]:
    return {one.title: one for one in compared(wishes, PARTIES)}


def test_two_steps_apart_is_a_difference() -> None:
    assert told(wish(OWN, "hours", 5), wish(TOWN, "hours", 3))["Openingstijden"].verdict is (
        Verdict.DIFFERENT
    )
    assert told(wish(OWN, "hours", 5), wish(TOWN, "hours", 4))["Openingstijden"].verdict is (
        Verdict.EQUAL
    )


def test_who_does_not_name_it_is_silent() -> None:
    found = told(
        wish(OWN, "hours", 4),
        wish(TOWN, "hours", 4),
        wish(CENTRE, "money", 5),
    )
    assert found["Openingstijden"].verdict is Verdict.MISSING
    assert found["Openingstijden"].silent == (CENTRE,)
    assert found["Kosten en verdeling"].verdict is Verdict.ALONE
    assert found["Kosten en verdeling"].silent == (OWN, TOWN)


def test_who_was_not_asked_yet_is_silent_about_nothing() -> None:
    found = told(wish(OWN, "hours", 4), wish(TOWN, "hours", 5))
    assert found["Openingstijden"].silent == ()


def test_of_more_wishes_of_a_party_the_heaviest_counts() -> None:
    found = told(wish(OWN, "space", 1), wish(OWN, "space", 5), wish(TOWN, "space", 5))
    assert found["Ruimte en inrichting"].verdict is Verdict.EQUAL
    assert len(found["Ruimte en inrichting"].wishes[OWN]) == 2


def test_an_own_subject_is_one_however_it_is_spelled() -> None:
    [found] = compared(
        [wish(OWN, "other", 3, "Café"), wish(TOWN, "other", 5, "cafe ")], [OWN, TOWN]
    )
    assert (found.title, found.verdict) == ("Café", Verdict.DIFFERENT)
    signs = compared([wish(OWN, "other", 3, "♥"), wish(TOWN, "other", 3, "★")], [OWN, TOWN])
    assert len(signs) == 2
    with pytest.raises(ValidationError, match="naam"):
        wish(OWN, "other", 3, "  ")


def test_what_differs_most_comes_first() -> None:
    found = compared(
        [
            wish(OWN, "desk", 4),
            wish(TOWN, "desk", 4),
            wish(OWN, "hours", 5),
            wish(TOWN, "hours", 3),
            wish(OWN, "money", 1),
            wish(TOWN, "money", 5),
        ],
        [OWN, TOWN],
    )
    assert [one.title for one in found] == [
        "Kosten en verdeling",
        "Openingstijden",
        "Ontvangst en balie",
    ]


@given(
    st.lists(
        st.tuples(st.sampled_from(PARTIES), st.sampled_from(["hours", "money"]), st.integers(1, 5)),
        max_size=12,
    )
)
def test_every_wish_is_in_one_subject_and_every_party_named_or_silent(
    said: list[tuple[int | None, str, int]],
) -> None:
    wishes = [wish(*one) for one in said]
    found = compared(wishes, PARTIES)
    assert sum(len(those) for one in found for those in one.wishes.values()) == len(wishes)
    heard = {one.partner for one in wishes}
    for one in found:
        assert {*one.wishes, *one.silent} == heard
        assert (one.verdict is Verdict.DIFFERENT) == (one.apart >= APART)


def test_what_the_comparison_says() -> None:
    assert wishes_finding([], 0).startswith("Er zijn nog geen wensen")
    alone = compared([wish(OWN, "hours", 4)], PARTIES)
    assert wishes_finding(alone, 1) == (
        "Alleen één partij heeft wensen opgeschreven, over 1 onderwerp. Leg er de wensen van de "
        "anderen naast."
    )
    both = compared(
        [
            wish(OWN, "other", 5, "Café *buiten*"),
            wish(TOWN, "other", 2, "café buiten"),
            wish(OWN, "desk", 4),
        ],
        PARTIES,
    )
    assert wishes_finding(both, 2) == (
        "Van 2 onderwerpen **1** weegt voor de een zwaarder dan voor de ander en **1** noemt er "
        "maar één. Begin het gesprek bij café \\*buiten\\*."
    )
