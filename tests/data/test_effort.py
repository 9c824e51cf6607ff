"""What partnerships ask, serve and alone reach, on cases computed by hand."""

from typing import Any

import pytest

from core.effort import QUADRANTS, UNPLACED
from core.filters import Filters
from data.effort import effort_bubbles, effort_quadrants
from data.store import Store
from tests.portfolio import ALKMAAR, DAY, ZAANSTAD, Portfolio, goals, weigh

TODAY = Filters(measure_date=DAY)


@pytest.fixture
def four(store: Store) -> Portfolio:
    """One goal; a partnership in each quadrant, and two that stand in none."""
    made = Portfolio(store)
    weigh(made, made.library("Bibliotheek", ZAANSTAD, ALKMAAR), {"A": 100.0})
    for name, hours, value in (("Eén", 10, 3), ("Twee", 20, 1), ("Drie", 30, 2), ("Vier", 40, 0)):
        made.partnership(name, hours=float(hours), contributions=goals(A=value))
    made.partnership("Zonder uren", budget=500.0, contributions=goals(A=1))
    made.partnership("Open", hours=70.0)
    return made


def quadrants(made: Portfolio, *asked: Any) -> dict[str, dict[str, Any]]:
    found = effort_quadrants(made.store, TODAY, *asked).to_pylist()
    return {row["quadrant"]: row for row in found}


def reach(made: Portfolio, **chosen: tuple[str, ...]) -> dict[str, tuple[int, int]]:
    filters = Filters.model_validate({"measure_date": DAY, **chosen})
    found = effort_bubbles(made.store, filters, quadrant=UNPLACED).to_pylist()
    return {row["name"]: (row["reached"], row["added"]) for row in found}


def test_the_quadrants_meet_at_the_medians(four: Portfolio) -> None:
    found = quadrants(four)
    # Of 10, 20, 30, 40 hours and of 100, 33, 67, 0.
    for row in found.values():
        assert (row["middle_effort"], row["middle_alignment"]) == (25, pytest.approx(50))
    assert {code: (row["partnerships"], row["hours"]) for code, row in found.items()} == {
        "build": (1, 10),
        "small": (1, 20),
        "hold": (1, 30),
        "reconsider": (1, 40),
        UNPLACED: (2, 70),
    }
    assert (found[UNPLACED]["without_effort"], found[UNPLACED]["unjudged"]) == (1, 1)
    assert found["build"]["highest"] == pytest.approx(100)


def test_the_bubbles_are_those_that_ask_most(four: Portfolio) -> None:
    drawn = effort_bubbles(four.store, TODAY, limit=3).to_pylist()
    assert [(row["name"], row["quadrant"]) for row in drawn] == [
        ("Vier", "reconsider"),
        ("Drie", "hold"),
        ("Twee", "small"),
    ]
    assert (drawn[0]["theme_group"], drawn[0]["group_label"]) == (
        "education",
        "Onderwijs en opvang",
    )
    for code, row in quadrants(four).items():
        assert effort_bubbles(four.store, TODAY, quadrant=code).num_rows == row["partnerships"]
    assert set(quadrants(four)) == {*QUADRANTS, UNPLACED}


def test_budget_as_effort(four: Portfolio) -> None:
    """One has a budget; on the line is much alignment and little effort."""
    found = quadrants(four, "budget")
    assert {code: row["partnerships"] for code, row in found.items()} == {"build": 1, UNPLACED: 5}
    [drawn] = effort_bubbles(four.store, TODAY, "budget").to_pylist()
    assert (drawn["name"], drawn["effort"]) == ("Zonder uren", 500)


def test_those_in_one_place_are_numbered(four: Portfolio) -> None:
    four.partnership("Ook vier", hours=40.0, contributions=goals(A=0))
    found = {row["name"]: row["nth"] for row in effort_bubbles(four.store, TODAY).to_pylist()}
    assert sorted((found.pop("Vier"), found.pop("Ook vier"))) == [0, 1]
    assert set(found.values()) == {0}


@pytest.fixture
def places(store: Store) -> Portfolio:
    made = Portfolio(store)
    made.library("Bibliotheek", ZAANSTAD, ALKMAAR)
    made.partnership("Breed", themes=["COM", "CUL"], gemeenten=[ZAANSTAD, ALKMAAR])
    made.partnership("Smal", theme="COM", gemeenten=[ZAANSTAD])
    made.partnership("Straks", theme="COM", gemeenten=[ALKMAAR], status="opstart")
    return made


def test_added_is_what_no_other_reaches(places: Portfolio) -> None:
    # Community and culture in two gemeenten, of which Smal reaches community in Zaanstad too.
    # What is in preparation reaches nothing yet.
    assert reach(places) == {"Breed": (4, 3), "Smal": (1, 0)}


def test_only_what_is_chosen_is_reached(places: Portfolio) -> None:
    assert reach(places, gemeenten=(ZAANSTAD,)) == {"Breed": (2, 1), "Smal": (1, 0)}
    assert reach(places, gemeenten=(ALKMAAR,)) == {"Breed": (2, 2)}
    assert reach(places, themes=("COM",)) == {"Breed": (2, 1), "Smal": (1, 0)}
    assert reach(places, themes=("CUL",)) == {"Breed": (2, 2)}
    assert reach(places, themes=("MBO",)) == {}


def test_a_location_counts_once(store: Store) -> None:
    """Whoever of a partnership's partners stands there."""
    made = Portfolio(store)
    made.library("Bibliotheek", ZAANSTAD)
    school = made.location("po", "00AA00", ZAANSTAD)
    partners = [made.partner(name, "basisschool", ZAANSTAD) for name in ("Een", "Twee")]
    for partner in partners:
        made.link(partner, "po", school)
    made.partnership("Samen", partners=partners)
    assert reach(made) == {"Samen": (1, 1)}
    made.partnership("Ook", locations=[school])
    assert reach(made) == {"Samen": (1, 0), "Ook": (1, 0)}


def test_the_theme_is_the_first_of_the_chosen(places: Portfolio) -> None:
    def themes(*chosen: str) -> set[str]:
        filters = Filters(measure_date=DAY, themes=chosen)
        found = effort_bubbles(places.store, filters, quadrant=UNPLACED).to_pylist()
        return {row["theme_label"] for row in found if row["name"] == "Breed"}

    assert themes() == {"Community"}
    assert themes("CUL") == {"Cultuur"}


def test_an_empty_store(store: Store) -> None:
    assert effort_quadrants(store, TODAY).num_rows == 0
    assert effort_bubbles(store, TODAY).num_rows == 0


def test_what_is_not_known_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="tijd"):
        effort_quadrants(store, TODAY, "tijd")
    with pytest.raises(ValueError, match="midden"):
        effort_bubbles(store, TODAY, quadrant="midden")
