"""Force analysis: approaches, added value, movement and what is said of it."""

from datetime import date

import pytest
from pydantic import ValidationError

from core.forces import (
    Assessment,
    added_value,
    approach,
    balance,
    finding,
    is_outdated,
    movement,
    sentences,
)

DAY = date(2026, 11, 22)


def row(**given: object) -> dict[str, object]:
    usual = {"name": "School", "day": DAY, "influence": 4, "interest": 4, "stance": 0}
    before = {f"previous_{field}": None for field in ("influence", "interest", "stance")}
    return {**usual, **before, **given}


def test_three_counts_as_high() -> None:
    assert approach(3, 3) == "Actief betrekken"
    assert approach(3, 2) == "Tevreden stellen"
    assert approach(2, 3) == "Consulteren"
    assert approach(2, 2) == "Informeren"


def test_added_value_is_bounded_and_unknown_where_a_part_is() -> None:
    assert added_value(5, 1.0, 1.0) == 100
    assert added_value(2, 0.5, 0.5) == 10
    assert added_value(None, 1.0, 1.0) is None
    assert added_value(5, None, 1.0) is None


def test_an_assessment_is_on_its_scales() -> None:
    with pytest.raises(ValidationError):
        Assessment(partner=1, day=DAY, influence=6, interest=1, stance=0, brings=1, asks=1)


def test_what_moved_who_blocks_and_who_sleeps() -> None:
    moved = row(name="A", previous_influence=2, previous_interest=4, previous_stance=-1)
    assert movement(moved) == "invloed 2 → 4, houding − → 0"
    blocks, sleeps = row(name="B", stance=-1), row(name="C", interest=1)
    said = " ".join(sentences([moved, blocks, sleeps], DAY))
    assert "Verschoven sinds de vorige inschatting**: A" in said
    assert "Staat er negatief in en heeft veel invloed**: B" in said
    assert "activeren**: C" in said
    assert "**1** met veel invloed staat er" in finding([moved, blocks, sleeps])


def test_give_and_take_are_weighed_in_words() -> None:
    assert [balance(4, 2), balance(1, 4), balance(3, 3)] == [
        "brengt 2 meer",
        "vraagt 3 meer",
        "in evenwicht",
    ]


def test_older_than_a_year_is_outdated() -> None:
    assert not is_outdated(date(2025, 11, 22), DAY)
    assert is_outdated(date(2025, 11, 21), DAY)


def test_who_is_against_with_much_influence_is_counted() -> None:
    against, other = row(stance=-1), row(stance=-2, influence=2)
    assert "niemand met veel invloed staat er" in finding([other])
    assert "**1** met veel invloed staat er" in finding([against, other])
    assert "**2** met veel invloed staan er" in finding([against, against])


def test_who_has_some_interest_need_not_be_activated() -> None:
    assert sentences([row(interest=3)], DAY) == []
    assert "activeren" in " ".join(sentences([row(interest=2)], DAY))


def test_in_words_an_assessment_has_the_texts_that_were_filled_in() -> None:
    said = Assessment(
        partner=1, day=DAY, influence=4, interest=1, stance=-1, brings=2, asks=5, note="Nieuw"
    ).in_words()
    assert said == {
        "Invloed": "4",
        "Belang": "1",
        "Brengt": "2",
        "Vraagt": "5",
        "Houding": "− heeft bedenkingen",
        "Notitie": "Nieuw",
    }
