"""Forces are put into a field, changed there and taken out; and which way it leans is said."""

import pytest
from pydantic_core import PydanticCustomError

from core.force_field import MOST, Force, ForceField, balance_in_words, in_order, put, without

PUSH = Force(what="Wethouder", drives=True, strength=4)
BRAKE = Force(what="Geld", drives=False, strength=2)
FIELD = ForceField(forces=(BRAKE, PUSH))


def test_a_force_is_put_in_the_place_of_the_one_that_it_replaces() -> None:
    stronger = Force(what="Subsidie", drives=False, strength=5)
    assert put(ForceField(forces=(BRAKE,)), PUSH) == FIELD
    assert put(FIELD, stronger, "Geld").forces == (stronger, PUSH)
    assert put(FIELD, Force(what="Geld", drives=True, strength=1), "Geld").drive == 5


@pytest.mark.parametrize("what", ["Geld", "geld", " GELD "])
def test_two_forces_are_not_called_the_same(what: str) -> None:
    again = Force(what=what, drives=True, strength=1)
    with pytest.raises(PydanticCustomError, match="staat er al"):
        put(FIELD, again)
    with pytest.raises(PydanticCustomError, match="staat er al"):
        put(FIELD, again, "Wethouder")


def test_what_somebody_else_took_away_is_not_changed() -> None:
    with pytest.raises(PydanticCustomError, match="intussen"):
        put(ForceField(forces=(PUSH,)), BRAKE, "Geld")
    with pytest.raises(PydanticCustomError, match="intussen"):
        without(ForceField(forces=(PUSH,)), "Geld")


def test_a_field_has_a_limit() -> None:
    full = ForceField(
        forces=tuple(Force(what=f"Kracht {nth}", drives=True, strength=1) for nth in range(MOST))
    )
    with pytest.raises(PydanticCustomError, match=f"al {MOST} krachten"):
        put(full, PUSH)
    assert len(put(full, PUSH, "Kracht 3").forces) == MOST
    assert len(without(full, "Kracht 3").forces) == MOST - 1


def test_what_drives_goes_first_and_the_strongest_of_each() -> None:
    small = Force(what="Buurt", drives=True, strength=1)
    assert in_order(ForceField(forces=(BRAKE, small, PUSH))) == [PUSH, small, BRAKE]


def test_which_way_it_leans() -> None:
    assert "tot **4**, de remmende tot **2**: de verandering heeft" in balance_in_words(FIELD)
    assert "komt zo niet los" in balance_in_words(ForceField(forces=(BRAKE,)))
    even = ForceField(forces=(Force(what="A", drives=True, strength=2), BRAKE))
    assert "in evenwicht" in balance_in_words(even)
    assert "nog geen krachten" in balance_in_words(ForceField())
