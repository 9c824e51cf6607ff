"""How partnerships serve goals, on cases computed by hand."""

from datetime import date

import pytest

from core.filters import Filters
from data.alignment import alignment, dependencies, goals
from data.alignment import serving as asked_serving
from data.store import Store
from tests.portfolio import ALKMAAR, DAY, ZAANSTAD, Portfolio, two_goals, weigh
from tests.portfolio import goals as contributions

TODAY = Filters(measure_date=DAY)


@pytest.fixture
def serving(store: Store) -> Portfolio:
    return two_goals(store)


def test_alignment_is_the_weighted_mean_over_all_goals(serving: Portfolio) -> None:
    found = {row["name"]: row for row in alignment(serving.store, TODAY).to_pylist()}
    # (60 x 3 + 40 x 1) / 3, (60 x 2) / 3, (40 x 2) / 3
    assert found["Lezen"]["alignment"] == pytest.approx(73.333333)
    assert found["Samen"]["alignment"] == pytest.approx(40)
    assert found["Meedoen"]["alignment"] == pytest.approx(26.666667)
    assert found["Onbeoordeeld"]["alignment"] is None
    # B of Samen was not judged: it may be 3.
    assert found["Samen"]["at_most"] == pytest.approx(80)
    assert (found["Samen"]["judged"], found["Samen"]["goals"]) == (1, 2)
    assert found["Lezen"]["at_most"] == found["Lezen"]["alignment"]
    assert {one["goal"]: one["value"] for one in found["Samen"]["contributions"]} == {
        "A": 2,
        "B": None,
    }


def test_goals_divide_effort_like_contributions(serving: Portfolio) -> None:
    a, b = goals(serving.store, TODAY).to_pylist()
    assert (a["goal"], a["weight"], b["goal"], b["weight"]) == ("A", 60, "B", 40)
    assert (a["partnerships"], a["direct_or_core"], a["strength"]) == (2, 2, 5)
    assert (b["partnerships"], b["direct_or_core"], b["strength"]) == (2, 1, 3)
    # Lezen: 3 of its 4 points to A; Samen wholly to A, Meedoen wholly to B.
    assert (a["hours"], b["hours"]) == (135, 65)
    # Of all 250 hours, also the 50 of the one that was not judged.
    assert a["hours_share"] == pytest.approx(135 / 250)
    assert (a["budget"], b["budget"]) == (750, 750)
    assert a["budget_share"] == pytest.approx(0.5)
    assert (a["largest_partner"], a["largest_partner_share"]) == ("School", 1)
    assert (b["largest_partner"], b["largest_partner_share"]) == ("Gemeente", pytest.approx(2 / 3))
    # A is core in Zaanstad and direct in Alkmaar, B indirect and direct.
    assert a["reach_share"] == pytest.approx((3 + 2) / 6)
    assert b["reach_share"] == pytest.approx((1 + 2) / 6)


def test_what_hangs_on_one_partner(serving: Portfolio) -> None:
    found = [
        (row["partner_name"], row["gemeente_name"], row["goal"], row["partnerships"])
        for row in dependencies(serving.store, TODAY).to_pylist()
    ]
    # School is in both partnerships that serve A in Zaanstad; in Alkmaar Samen alone serves A.
    assert found == [
        ("School", "Alkmaar", "A", 1),
        ("School", "Zaanstad", "A", 2),
        ("Zorg", "Alkmaar", "A", 1),
        ("Gemeente", "Alkmaar", "B", 1),
    ]
    here = Filters(measure_date=DAY, gemeenten=(ZAANSTAD,))
    assert {row["gemeente"] for row in dependencies(serving.store, here).to_pylist()} == {ZAANSTAD}


def test_outside_its_werkgebied_nothing_hangs_on_a_partner(store: Store) -> None:
    """Nor does what another library serves there keep a gemeente from losing a goal."""
    made = Portfolio(store)
    here, there = made.library("Hier", ZAANSTAD), made.library("Daar", ALKMAAR)
    far, near = made.partner("Ver"), made.partner("Nabij")
    core = contributions(SD1=3)
    made.partnership(library=here, partners=[far], gemeenten=[ALKMAAR], contributions=core)
    made.partnership(library=there, partners=[near], gemeenten=[ALKMAAR], contributions=core)
    found = [
        (row["partner_name"], row["gemeente_name"], row["goal"])
        for row in dependencies(store, TODAY).to_pylist()
    ]
    assert found == [("Nabij", "Alkmaar", "SD1")]


def test_who_serves_a_goal_where(serving_cells: dict[tuple[str, str], list[str]]) -> None:
    assert serving_cells == {
        (ZAANSTAD, "A"): ["Lezen", "Samen"],
        (ZAANSTAD, "B"): [],
        (ALKMAAR, "A"): ["Samen"],
        (ALKMAAR, "B"): ["Meedoen"],
    }


@pytest.fixture
def serving_cells(serving: Portfolio) -> dict[tuple[str, str], list[str]]:
    names = {row["id"]: row["name"] for row in alignment(serving.store, TODAY).to_pylist()}
    return {
        (row["gemeente"], row["goal"]): [names[one] for one in row["partnerships"]]
        for row in asked_serving(serving.store, TODAY).to_pylist()
    }


def test_a_library_without_goals_of_its_own_has_the_shipped_ones(store: Store) -> None:
    made = Portfolio(store)
    made.partnership("Alles", contributions=contributions(**{f"SD{n}": 3 for n in range(1, 8)}))
    made.partnership("Eén", contributions=contributions(SD1=3))
    found = {row["name"]: row["alignment"] for row in alignment(store, TODAY).to_pylist()}
    assert found["Alles"] == pytest.approx(100)
    assert found["Eén"] == pytest.approx(100 / 7)
    assert sum(row["weight"] for row in goals(store, TODAY).to_pylist()) == pytest.approx(100)


def test_a_set_holds_from_its_day_on(serving: Portfolio) -> None:
    weigh(serving, serving.home, {"A": 10.0, "C": 90.0}, since=date(2026, 1, 1))
    now = {row["goal"]: row["weight"] for row in goals(serving.store, TODAY).to_pylist()}
    assert now == {"A": 10, "C": 90}
    then = Filters(measure_date=date(2025, 12, 31))
    assert [row["goal"] for row in goals(serving.store, then).to_pylist()] == ["A", "B"]
    before = Filters(measure_date=date(2019, 12, 31))
    assert goals(serving.store, before).num_rows == 7


def test_the_filters_hold(serving: Portfolio) -> None:
    nothing = Filters(measure_date=DAY, themes=("MBO",))
    assert alignment(serving.store, nothing).num_rows == 0
    assert goals(serving.store, nothing).num_rows == 0
    assert dependencies(serving.store, nothing).num_rows == 0


def test_an_empty_store(store: Store) -> None:
    assert alignment(store, TODAY).num_rows == 0
    assert goals(store, TODAY).num_rows == 0
