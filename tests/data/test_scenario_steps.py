"""Where what is imagined can reach locations, and which partners its names mean."""

import pytest

from data.scenario_steps import open_places, partners_named
from data.store import Store
from tests.portfolio import ALKMAAR, DAY, VEENDAM, ZAANSTAD, Portfolio


def test_open_places_are_those_that_nothing_reaches(store: Store) -> None:
    made = Portfolio(store)
    made.library("Bibliotheek", ZAANSTAD)
    for one in ("00AA00", "00AB00"):
        made.location("po", one)
    made.partnership("Lezen", locations=["00AA00"], gemeenten=[ZAANSTAD])
    made.partnership("Slaapt", locations=["00AB00"], gemeenten=[ZAANSTAD], status="slapend")
    [row] = open_places(store, "PO", [ZAANSTAD], DAY)
    assert (row["gemeente"], row["open"], row["ids"]) == (ZAANSTAD, 1, ["00AB00"])
    [none] = open_places(store, "PO", [ALKMAAR], DAY)
    assert (none["open"], none["ids"]) == (0, [])  # the register has none there
    assert open_places(store, "GEM", [ZAANSTAD], DAY) == []


def test_open_places_without_a_register(store: Store) -> None:
    made = Portfolio(store)
    made.library("Bibliotheek", ZAANSTAD)
    [po] = open_places(store, "PO", [ZAANSTAD], DAY)
    [childcare] = open_places(store, "KOV", [ZAANSTAD], DAY)
    assert po["open"] > 0
    assert (po["register_loaded"], po["ids"], po["partner_type"]) == (False, [], "basisschool")
    assert (childcare["open"], childcare["ids"]) == (None, [])


@pytest.mark.parametrize(
    ("gemeenten", "meant"),
    [
        ([ZAANSTAD], "own in Zaanstad"),
        ([ALKMAAR], "own elsewhere"),
        ([VEENDAM], "own elsewhere"),
        ([], "own elsewhere"),
    ],
)
def test_partners_named_are_first_those_of_the_library(
    store: Store, gemeenten: list[str], meant: str
) -> None:
    made = Portfolio(store)
    made.library("Bibliotheek", ZAANSTAD)
    ids = {
        "elsewhere": made.partner("De Regenboog", "basisschool", ALKMAAR),
        "own elsewhere": made.partner("De Regenboog", "basisschool"),
        "own in Zaanstad": made.partner("De Regenboog", None, ZAANSTAD),
    }
    made.partnership("Lezen", partners=[ids["own elsewhere"], ids["own in Zaanstad"]])
    [found] = partners_named(store, made.home, gemeenten, ["de regenboog"])
    assert found["id"] == ids[meant]
    assert found["type"] == (None if meant == "own in Zaanstad" else "basisschool")


def test_partners_named_of_others_are_of_the_gemeente_or_the_only_one(store: Store) -> None:
    made = Portfolio(store)
    made.library("Bibliotheek", ZAANSTAD)
    here = made.partner("De Ster", "basisschool", ZAANSTAD)
    made.partner("De Ster", "basisschool", ALKMAAR)
    only = made.partner("KB", "landelijk", None)
    found = partners_named(store, made.home, [ZAANSTAD], ["De Ster", "KB", "Onbekend"])
    assert {row["name_key"]: row["id"] for row in found} == {"dester": here, "kb": only}
    assert partners_named(store, made.home, [VEENDAM], ["De Ster"]) == []
