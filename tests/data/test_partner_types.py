"""Giving partners a type, so that their partnerships count."""

from datetime import date

import pytest

from core.coverage import Definition
from core.filters import Filters
from data.coverage import coverage, uncounted
from data.errors import InputRefused
from data.partner_types import give_types, partner_types, untyped_partners
from data.store import Store
from data.undo import undo_batch
from tests.portfolio import ALKMAAR, DAY, ZAANSTAD, Portfolio, steps

TODAY = Filters(measure_date=DAY)


@pytest.fixture
def portfolio(store: Store) -> Portfolio:
    made = Portfolio(store)
    made.library("Bibliotheek", ZAANSTAD, ALKMAAR)
    zon, roos = made.partner("De Zon"), made.partner("De Roos")
    made.partner("Zonder samenwerking")
    made.partnership("Lezen", partners=[zon], gemeenten=[ZAANSTAD])
    made.partnership("Voorlezen", themes=["KOV"], partners=[roos])
    made.partnership("Beide", partners=[roos], gemeenten=[ALKMAAR])
    return made


def reached(store: Store) -> int:
    rows = coverage(store, TODAY, Definition.CONTACT).to_pylist()
    return sum(row["numerator"] for row in rows if row["gemeente"] is None)


def test_untyped_partners(portfolio: Portfolio) -> None:
    found = untyped_partners(portfolio.store, DAY)
    assert [(row["name"], row["type"], row["gemeente_name"]) for row in found] == [
        ("De Roos", None, None),  # its themes ask for different types
        ("De Zon", "basisschool", "Zaanstad"),
    ]
    assert found[0]["partnerships"] == ["Beide", "Voorlezen"]


def test_untyped_partners_of_what_has_ended_are_not_asked_for(portfolio: Portfolio) -> None:
    history = steps(("actief", date(2020, 1, 1)), ("beeindigd", date(2024, 1, 1)))
    portfolio.partnership(partners=[portfolio.partner("Weg")], status="beeindigd", history=history)

    def asked(day: date) -> set[str]:
        return {row["name"] for row in untyped_partners(portfolio.store, day)}

    assert asked(DAY) == {"De Roos", "De Zon"}
    assert asked(date(2023, 1, 1)) == {"De Roos", "De Zon", "Weg"}


def test_a_type_is_given_whatever_the_measure_date(portfolio: Portfolio) -> None:
    """What was offered for one day may have been ended, or never run, by another."""
    store = portfolio.store
    never, ended = portfolio.partner("Nooit"), portfolio.partner("Voorbij")
    dormant = steps(("slapend", None))
    portfolio.partnership("Slaapt", partners=[never], status="slapend", history=dormant)
    history = steps(("actief", date(2020, 1, 1)), ("beeindigd", date(2024, 1, 1)))
    portfolio.partnership("Was", partners=[ended], status="beeindigd", history=history)
    assert not {never, ended} & {row["id"] for row in untyped_partners(store, DAY)}
    assert {never, ended} <= {row["id"] for row in untyped_partners(store, None)}
    give_types(store, {never: "basisschool", ended: "basisschool"}, "ik")
    assert not {never, ended} & {row["id"] for row in untyped_partners(store, None)}


def test_partner_types(store: Store) -> None:
    assert {"basisschool", "kinderopvang", "vo-school"} <= set(partner_types(store))


def test_give_types_makes_a_partnership_count_and_can_be_undone(portfolio: Portfolio) -> None:
    store = portfolio.store
    roos, zon = (row["id"] for row in untyped_partners(store, DAY))
    batch = give_types(store, {zon: "basisschool"}, "ik")
    assert reached(store) == 1
    assert [row["name"] for row in uncounted(store, TODAY).to_pylist()] == ["Beide", "Voorlezen"]
    assert portfolio.ask("select type, gemeente from partner where id = ?", zon) == [
        ("basisschool", ZAANSTAD)
    ]
    assert batch is not None
    undo_batch(store, batch, "ik")
    assert reached(store) == 0
    assert [row["id"] for row in untyped_partners(store, DAY)] == [roos, zon]


def test_give_types_leaves_a_partner_with_a_type_alone(portfolio: Portfolio) -> None:
    town = portfolio.partner("Gemeente", "gemeente")
    assert give_types(portfolio.store, {town: "basisschool"}, "ik") is None
    assert portfolio.ask("select type from partner where id = ?", town) == [("gemeente",)]


def test_give_types_refuses_an_unknown_type(portfolio: Portfolio) -> None:
    [first, *_] = untyped_partners(portfolio.store, DAY)
    with pytest.raises(InputRefused, match="toverij"):
        give_types(portfolio.store, {first["id"]: "toverij"}, "ik")
