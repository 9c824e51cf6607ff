"""What a scenario would do, computed by hand, and doing it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from core.filters import Filters
from core.scenario import Effort, Imagined, Scenario
from core.what_if import Moved, moved_goals
from data.contributions import partnership
from data.errors import ChangedMeanwhile, InputRefused
from data.record import stored_partnerships
from data.scenarios import change_scenario, make_scenario, scenarios
from data.store import Row, Store
from data.undo import undo_batch
from data.what_if import (
    adopt_scenario,
    imagined_picture,
    open_places,
    own_partners,
    partner_stops,
    scenario_picture,
)
from tests.portfolio import ALKMAAR, DAY, ZAANSTAD, Portfolio, goals, steps, two_goals

TODAY = Filters(measure_date=DAY)
# In the order in which they were made.
LEZEN, SAMEN, MEEDOEN, OPEN = 1, 2, 3, 4


def dream(**values: Any) -> Scenario:
    given: dict[str, Any] = {
        "name": "Droom", "library": 1, "theme": "GEM", "gemeenten": (ZAANSTAD,),
    }  # fmt: skip
    return Scenario(imagined=(Imagined(**(given | values)),))


def covered(store: Store, scenario: Scenario | None, theme: str) -> tuple[int, int | None]:
    picture = (
        scenario_picture(store, TODAY, None)
        if scenario is None
        else imagined_picture(store, TODAY, scenario)
    )
    [row] = [row for row in picture.coverage if row["theme"] == theme]
    return row["numerator"], row["denominator"]


def test_as_it_is(store: Store) -> None:
    two_goals(store)
    now = scenario_picture(store, TODAY, None)
    assert (now.partnerships, now.hours, now.budget) == (4, 250, 1500)
    assert now.reach == pytest.approx(70)
    assert [row["goal"] for row in now.goals] == ["A", "B"]
    assert now.servers == {
        ("A", "Zaanstad"): 2, ("B", "Zaanstad"): 0, ("A", "Alkmaar"): 1, ("B", "Alkmaar"): 1,
    }  # fmt: skip


def test_what_stops_takes_its_goals_with_it(store: Store) -> None:
    two_goals(store)
    now = scenario_picture(store, TODAY, None)
    then = imagined_picture(store, TODAY, Scenario(stopped=(SAMEN,)))
    assert (then.partnerships, then.hours, then.budget) == (3, 190, 1500)
    # A in Alkmaar is gone: 20 of 70 points. In Zaanstad Lezen is core.
    assert then.reach == pytest.approx(50)
    assert moved_goals(now, then) == [Moved("Doel A", ("Alkmaar",), ())]
    assert scenario_picture(store, TODAY, None) == now


def test_when_everything_stops_nothing_is_left(store: Store) -> None:
    two_goals(store)
    now = scenario_picture(store, TODAY, None)
    then = imagined_picture(store, TODAY, Scenario(stopped=(LEZEN, SAMEN, MEEDOEN, OPEN)))
    assert (then.partnerships, then.hours, then.reach) == (0, 0, 0)
    assert moved_goals(now, then) == [
        Moved("Doel A", ("Alkmaar", "Zaanstad"), ()),
        Moved("Doel B", ("Alkmaar",), ()),
    ]


def test_hours_are_shifted(store: Store) -> None:
    two_goals(store)
    efforts = (Effort(partnership=LEZEN, hours=10), Effort(partnership=MEEDOEN, budget=0))
    then = imagined_picture(store, TODAY, Scenario(efforts=efforts))
    assert (then.partnerships, then.hours, then.budget) == (4, 160, 1000)
    assert then.reach == pytest.approx(70)


def test_what_is_imagined_serves_goals(store: Store) -> None:
    two_goals(store)
    now = scenario_picture(store, TODAY, None)
    there = dream(hours=30, budget=70, contributions={"B": 3, "A": 1}, partners=("School", "Nieuw"))
    then = imagined_picture(store, TODAY, there)
    assert (then.partnerships, then.hours, then.budget) == (5, 280, 1570)
    # B in Zaanstad goes from indirect to core: two steps of 20/3.
    assert then.reach == pytest.approx(70 + 40 / 3)
    assert moved_goals(now, then) == [Moved("Doel B", (), ("Zaanstad",))]
    assert covered(store, None, "GEM") == (0, 2)
    assert covered(store, there, "GEM") == (1, 2)


def test_a_partner_stops_with_all_that_it_does(store: Store) -> None:
    two_goals(store)
    [school] = own_partners(store, 1, ["School"])
    then = partner_stops(store, TODAY, school["id"])
    assert then == imagined_picture(store, TODAY, Scenario(stopped=(LEZEN, SAMEN)))
    assert (then.partnerships, then.hours) == (2, 90)


def test_without_a_register_it_reaches_schools_that_nobody_reaches(store: Store) -> None:
    made = Portfolio(store)
    made.library("Bibliotheek", ZAANSTAD, ALKMAAR)
    school = made.partner("De Ster", "basisschool", ZAANSTAD)
    made.partnership("Lezen", partners=[school], gemeenten=[ZAANSTAD])
    count, everything = covered(store, None, "PO")
    assert count == 1
    assert everything is not None
    both = {"theme": "PO", "gemeenten": (ZAANSTAD, ALKMAAR)}
    assert covered(store, dream(**both, locations=12), "PO") == (13, everything)
    # It cannot reach more than there are, and it is said how many it finds.
    far = dream(**both, locations=900)
    assert covered(store, far, "PO") == (everything, everything)
    assert imagined_picture(store, TODAY, far).unplaced == {"Droom": everything - 1}


def test_with_a_register_what_stops_leaves_its_locations_to_what_is_imagined(store: Store) -> None:
    made = Portfolio(store)
    made.library("Bibliotheek", ZAANSTAD)
    for school in ("00AA00", "00AB00", "00AC00"):
        made.location("po", school)
    stops = made.partnership("Lezen", locations=["00AA00", "00AB00"], gemeenten=[ZAANSTAD])
    assert covered(store, None, "PO") == (2, 3)
    one = dream(theme="PO", locations=1)
    assert covered(store, one, "PO") == (3, 3)
    assert covered(store, one.stopping([stops]), "PO") == (1, 3)
    assert covered(store, dream(theme="PO", locations=3), "PO") == (3, 3)


def test_where_the_population_is_unknown_it_reaches_as_many_as_it_says(store: Store) -> None:
    Portfolio(store).library("Bibliotheek", ZAANSTAD)
    assert covered(store, dream(theme="KOV", locations=5), "KOV") == (5, None)


def test_open_places_are_those_that_nothing_reaches(store: Store) -> None:
    made = Portfolio(store)
    made.library("Bibliotheek", ZAANSTAD)
    for one in ("00AA00", "00AB00"):
        made.location("po", one)
    made.partnership("Lezen", locations=["00AA00"], gemeenten=[ZAANSTAD])
    made.partnership("Slaapt", locations=["00AB00"], gemeenten=[ZAANSTAD], status="slapend")
    [row] = open_places(store, "PO", [ZAANSTAD], TODAY)
    assert (row["gemeente"], row["open"], row["ids"]) == (ZAANSTAD, 1, ["00AB00"])
    assert open_places(store, "GEM", [ZAANSTAD], TODAY) == []


def test_what_is_gone_is_said(store: Store) -> None:
    two_goals(store)
    scenario = Scenario(stopped=(LEZEN, 98), efforts=(Effort(partnership=99, hours=1),))
    assert imagined_picture(store, TODAY, scenario).gone == (98, 99)
    # A library that is no more has no imagined partnerships either.
    assert imagined_picture(store, TODAY, dream(library=77)).partnerships == 4


def test_a_measure_date_in_the_past_is_imagined_there(store: Store) -> None:
    made = Portfolio(store)
    later = made.partnership(
        "Was er", history=steps(("actief", date(2020, 1, 1)), ("slapend", date(2025, 1, 1))),
        status="slapend", hours=10.0,
    )  # fmt: skip
    then = Filters(measure_date=date(2024, 6, 1))
    assert scenario_picture(store, then, None).partnerships == 1
    assert imagined_picture(store, then, Scenario(stopped=(later,))).partnerships == 0


def test_a_scenario_by_its_id(store: Store) -> None:
    two_goals(store)
    id_, _ = make_scenario(store, "Zonder Samen", "Anna", Scenario(stopped=(SAMEN,)))
    assert scenario_picture(store, TODAY, id_).partnerships == 3
    with pytest.raises(InputRefused):
        scenario_picture(store, TODAY, 99)


def whole() -> Scenario:
    return (
        Scenario(stopped=(SAMEN,))
        .shifting(Effort(partnership=LEZEN, hours=10))
        .imagining(
            dream(
                theme="PO", locations=12, hours=30, contributions={"B": 3},
                partners=("School", "Nieuw"),
            ).imagined[0]
        )
    )  # fmt: skip


def everything(store: Store) -> list[Row]:
    return [
        {
            name: value
            for name, value in row.items()
            if name not in {"version", "changed_at", "changed_by"}
        }
        for row in stored_partnerships(store, list(range(1, 20)))
    ]


def test_a_scenario_is_carried_out_for_real_and_undone(store: Store) -> None:
    two_goals(store)
    before, was = everything(store), scenario_picture(store, TODAY, None)
    id_, _ = make_scenario(store, "Plan", "Anna", whole())
    assert everything(store) == before  # nothing changes until somebody decides so
    batch = adopt_scenario(store, id_, 1, DAY, "Anna")
    stopped, shifted = partnership(store, SAMEN), partnership(store, LEZEN)
    assert stopped is not None
    assert shifted is not None
    assert (stopped["status"], stopped["end_date"]) == ("beeindigd", DAY)
    assert stopped["history"][-1] == {"status": "beeindigd", "since": DAY}
    assert (shifted["hours"], shifted["budget"], shifted["status"]) == (10, 1000, "actief")
    [new] = [row for row in everything(store) if row["name"] == "Droom"]
    assert (new["status"], new["locations"], new["hours"]) == ("verkenning", [], 30)
    assert new["contributions"] == goals(B=3)
    assert new["note"] == "Uit het scenario Plan. Beoogd bereik: 12 locaties."
    names = {row["name_key"]: row["id"] for row in own_partners(store, 1, ["School", "Nieuw"])}
    assert sorted(new["partners"]) == sorted(names.values())
    assert scenarios(store) == []
    assert scenario_picture(store, TODAY, None).partnerships == 3  # what is explored is not active
    undo_batch(store, batch, "Anna")
    assert everything(store) == before
    assert replace(scenario_picture(store, TODAY, None), reach=was.reach) == was
    [back] = scenarios(store)
    assert back["content"] == whole()


def test_what_cannot_be_carried_out_changes_nothing(store: Store) -> None:
    two_goals(store)
    before = everything(store)
    taken, _ = make_scenario(store, "Bezet", "Anna", dream(name="LEZEN").stopping([SAMEN]))
    gone, _ = make_scenario(store, "Weg", "Anna", dream(library=77).stopping([SAMEN]))
    empty, _ = make_scenario(store, "Leeg", "Anna")
    for id_ in (taken, gone, empty):
        with pytest.raises(InputRefused):
            adopt_scenario(store, id_, 1, DAY, "Anna")
    change_scenario(store, empty, 1, "Leeg", Scenario(stopped=(LEZEN,)), "Bert")
    for id_ in (empty, 99):
        with pytest.raises(ChangedMeanwhile):
            adopt_scenario(store, id_, 1, DAY, "Anna")
    assert everything(store) == before
    assert len(scenarios(store)) == 3
