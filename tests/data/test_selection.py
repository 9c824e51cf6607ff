"""What the active partnerships gain together, computed by hand."""

from typing import Any

import pytest

from core.filters import Filters
from core.selection import Candidate, points_of
from data.selection import candidates, choosable, gains, weighed, worth
from data.store import Store
from tests.portfolio import ALKMAAR, DAY, ZAANSTAD, Portfolio, goals, two_goals

TODAY = Filters(measure_date=DAY)


def gained(store: Store, filters: Filters, kind: str) -> dict[tuple[str, ...], Any]:
    """The points by the names of the partnerships that gain them."""
    names = {row["id"]: row["name"] for row in candidates(store, filters).to_pylist()}
    return {
        tuple(names[one] for one in row["partnerships"]): pytest.approx(row["points"])
        for row in gains(store, filters).to_pylist()
        if row["kind"] == kind
    }


def test_gains_for_goals_are_steps_per_gemeente(store: Store) -> None:
    two_goals(store)
    # Two gemeenten: a step of A is 60 / 3 / 2 points, one of B 40 / 3 / 2.
    assert gained(store, TODAY, "goals") == {
        ("Lezen", "Samen"): 20,  # A in Zaanstad, two steps
        ("Lezen",): 10 + 20 / 3,  # the third step of A there, and the first of B
        ("Samen",): 20,  # A in Alkmaar, two steps
        ("Meedoen",): 40 / 3,  # B in Alkmaar, two steps
    }
    rows = gains(store, TODAY).to_pylist()
    assert worth(store, TODAY, 1.0) == weighed(rows, goals=1.0)
    everything = [row["id"] for row in candidates(store, TODAY).to_pylist()]
    assert points_of(everything, weighed(rows, goals=1.0)) == pytest.approx(70)


def test_gains_are_of_the_gemeenten_in_view(store: Store) -> None:
    two_goals(store)
    here = Filters(measure_date=DAY, gemeenten=(ALKMAAR,))
    assert gained(store, here, "goals") == {("Samen",): 40, ("Meedoen",): 80 / 3}


def test_gains_for_coverage_count_each_place_once(store: Store) -> None:
    made = Portfolio(store)
    made.library("Bibliotheek", ZAANSTAD, ALKMAAR)
    made.partnership("Beleid", theme="GEM", gemeenten=[ZAANSTAD])
    made.partnership("Overleg", theme="GEM", gemeenten=[ZAANSTAD, ALKMAAR])
    only = Filters(measure_date=DAY, themes=("GEM",))
    assert gained(store, only, "coverage") == {("Beleid", "Overleg"): 50, ("Overleg",): 50}
    assert gained(store, only, "goals") == {}


def test_where_the_population_is_unknown_it_is_what_is_reached(store: Store) -> None:
    """Else the optimiser would throw out all childcare as long as its register is not loaded."""
    made = Portfolio(store)
    made.library("Bibliotheek", ZAANSTAD, ALKMAAR)
    bee, bear = (made.partner(name, "kinderopvang", ZAANSTAD) for name in ("De Bij", "De Beer"))
    made.partnership("BoekStart", theme="KOV", partners=[bee, bear], gemeenten=[ZAANSTAD])
    made.partnership("Voorlezen", theme="KOV", partners=[bear], gemeenten=[ZAANSTAD])
    only = Filters(measure_date=DAY, themes=("KOV",))
    assert gained(store, only, "coverage") == {
        ("BoekStart",): 50,
        ("BoekStart", "Voorlezen"): 50,
    }


def test_more_reached_than_there_is_gains_no_more_than_all(store: Store) -> None:
    """A fault in the data is not to outweigh everything else."""
    made = Portfolio(store)
    made.library("Bibliotheek", ZAANSTAD)
    made.location("po", "00AA00")
    schools = [made.partner(f"School {at}", "basisschool", ZAANSTAD) for at in range(5)]
    made.partnership("Bestuur", partners=schools, gemeenten=[ZAANSTAD])
    only = Filters(measure_date=DAY, themes=("PO",))
    assert gained(store, only, "coverage") == {("Bestuur",): 100}


def test_goals_and_coverage_are_weighed(store: Store) -> None:
    rows = [
        {"kind": "goals", "partnerships": [1], "points": 40.0},
        {"kind": "coverage", "partnerships": [1], "points": 20.0},
        {"kind": "coverage", "partnerships": [2], "points": 10.0},
    ]
    assert weighed(rows, goals=0.75) == {frozenset({1}): 35, frozenset({2}): 2.5}
    assert weighed(rows, goals=1.0) == {frozenset({1}): 40}


def test_candidates_are_found_by_name_library_and_partner(store: Store) -> None:
    made = two_goals(store)
    made.partnership("Elders", library=made.library("Bibliotheek Zuid", ALKMAAR), status="slapend")

    def named(words: str, limit: int = 99) -> list[str]:
        return [row["name"] for row in candidates(store, TODAY, words, limit).to_pylist()]

    assert named("") == ["Lezen", "Meedoen", "Onbeoordeeld", "Samen"]
    assert named("", 2) == ["Lezen", "Meedoen"]
    assert named("SCHOOL") == ["Lezen", "Samen"]
    assert named("meé doen") == ["Meedoen"]
    assert named("bibliotheek") == ["Lezen", "Meedoen", "Onbeoordeeld", "Samen"]
    assert named("%") == named("")  # no letters: no words
    assert named("zorg school") == ["Samen"]
    assert named("school onzin") == []
    assert named("onzin") == []
    [row] = candidates(store, TODAY, "samen").to_pylist()
    assert [one["name"] for one in row["partners"]] == ["School", "Zorg"]
    assert (row["library"], row["hours"], row["budget"]) == ("Bibliotheek", 60, None)


def test_what_is_choosable(store: Store) -> None:
    rows = [{"id": one, "hours": None, "budget": 5.0} for one in (1, 2, 3)]
    assert choosable(rows, keep=[2], stop=[3]) == [
        Candidate(1, 0, 5),
        Candidate(2, 0, 5, keep=True),
        Candidate(3, 0, 5, keep=False),
    ]


def test_an_empty_store_gains_nothing(store: Store) -> None:
    assert gains(store, TODAY).num_rows == 0
    assert candidates(store, TODAY).num_rows == 0
    Portfolio(store).partnership("Nul", contributions=goals(SD1=0))
    assert gained(store, TODAY, "goals") == {}
