"""A health check: what is weakest, what moved, and never an average."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from pydantic import ValidationError

from core.health import CONDITIONS, HealthCheck, Judged, health_finding, moved, weakest

DAY = date(2026, 11, 28)
SCORES = some.lists(some.none() | some.integers(1, 5), min_size=7, max_size=7).filter(any)


def check(*scores: int | None, on: date = DAY, **more: Any) -> HealthCheck:
    """A check with scores in the order of the conditions; those that are not given: unknown."""
    given_ = dict(zip(CONDITIONS, scores, strict=False))
    judged = tuple(Judged(condition=code, score=given_.get(code)) for code in CONDITIONS)
    return HealthCheck(partnership=1, checked_on=on, judged=judged, **more)


def test_conditions_are_the_five_with_trust_and_value_each_with_anchors() -> None:
    assert len(CONDITIONS) == 7
    assert [one.label for one in CONDITIONS.values()][-2:] == ["Vertrouwen", "Waarde"]
    for one in CONDITIONS.values():
        assert one.question.endswith("?")
        assert list(one.anchors) == [1, 3, 5]
        assert all(text.endswith(".") for text in one.anchors.values())


@given(SCORES)
def test_the_weakest_has_the_lowest_score_that_is_known(scores: list[int | None]) -> None:
    made = check(*scores)
    known = [one for one in scores if one is not None]
    lowest = {CONDITIONS[code].label for code, one in made.scores.items() if one == min(known)}
    all_same = len(known) > 1 and len(set(known)) == 1
    assert set(weakest(made)) == (set() if all_same else lowest)


@given(SCORES, SCORES)
def test_moved_forth_and_back_mirrors(now: list[int | None], was: list[int | None]) -> None:
    forth, back = moved(check(*now), check(*was)), moved(check(*was), check(*now))
    assert {(label, a, b) for label, a, b in forth} == {(label, b, a) for label, a, b in back}
    steps = [after - before for _, before, after in forth]
    assert steps == sorted(steps)
    assert 0 not in steps


def test_finding_names_weakest_strongest_unknown_and_what_moved() -> None:
    assert health_finding([]) == "Er is nog geen gezondheidscheck gedaan."
    was = check(3, 4, 3, 3, 3, 3, 3, on=date(2026, 1, 5))
    now = check(4, 2, 3, 3, 3, 5, None)
    assert health_finding([now, was]) == (
        "Op 28 november 2026: recht doen aan belangen het zwakst (2 van 5), vertrouwen het sterkst "
        "(5). Van 1 voorwaarde weet men het niet. Sinds 5 januari 2026 ging recht doen aan "
        "belangen (4 naar 2) omlaag en gingen vertrouwen (3 naar 5) en gedeelde ambitie (3 naar "
        "4) omhoog."
    )


def test_finding_of_equal_scores_names_no_weakest() -> None:
    same = check(3, 3, 3, 3, 3, 3, 3)
    assert health_finding([same]) == "Op 28 november 2026: alles wat bekend is staat op 3 van 5."
    assert health_finding([same, check(3, on=date(2025, 11, 28))]).endswith(
        "bleef wat in beide bekend is gelijk."
    )


def test_two_checks_of_one_day_are_no_movement() -> None:
    """Two people who judge on one day differ; what moved is seen against an earlier day."""
    earlier = check(3, on=date(2025, 11, 28))
    said = health_finding([check(5), check(2), earlier])
    assert "Op die dag zijn 2 checks ingevuld" in said
    assert "van 2" not in said
    assert "(3 naar 5)" in said
    assert "Sinds" not in health_finding([check(5), check(2)])


def test_a_check_says_something_of_known_conditions_once() -> None:
    with pytest.raises(ValidationError, match="ten minste één"):
        check(None)
    twice = (Judged(condition="trust", score=1), Judged(condition="trust", score=5))
    for judged in (twice, (Judged(condition="luck", score=3),)):
        with pytest.raises(ValidationError, match="één keer"):
            HealthCheck(partnership=1, checked_on=DAY, judged=judged)
    for score in (0, 6):
        with pytest.raises(ValidationError):
            Judged(condition="trust", score=score)


def test_in_words_says_what_is_not_known() -> None:
    words = check(1, by="Anna").in_words()
    assert (words["Door"], words["Gedeelde ambitie"], words["Waarde"]) == ("Anna", "1", "weet niet")
