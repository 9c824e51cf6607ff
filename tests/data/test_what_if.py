"""What a scenario would do, computed by hand."""

from datetime import date
from typing import Any

import pytest

from core.filters import Filters
from core.scenario import Effort, Imagined, Scenario
from core.what_if import Moved, moved_goals
from data.store import Store
from data.what_if import picture
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
    found = picture(store, TODAY, scenario)
    [row] = [row for row in found.coverage if row["theme"] == theme]
    return row["numerator"], row["denominator"]


def test_as_it_is(store: Store) -> None:
    two_goals(store)
    now = picture(store, TODAY)
    assert (now.partnerships, now.hours, now.budget) == (4, 250, 1500)
    assert now.reach == pytest.approx(70)
    assert [row["goal"] for row in now.goals] == ["A", "B"]
    assert now.servers == {
        ("A", "Zaanstad"): 2, ("B", "Zaanstad"): 0, ("A", "Alkmaar"): 1, ("B", "Alkmaar"): 1,
    }  # fmt: skip


def test_what_stops_takes_its_goals_with_it(store: Store) -> None:
    two_goals(store)
    now = picture(store, TODAY)
    then = picture(store, TODAY, Scenario(stopped=(SAMEN,)))
    assert (then.partnerships, then.hours, then.budget) == (3, 190, 1500)
    # A in Alkmaar is gone: 20 of 70 points. In Zaanstad Lezen is core.
    assert then.reach == pytest.approx(50)
    assert moved_goals(now, then) == [Moved("Doel A", ("Alkmaar",), ())]
    assert picture(store, TODAY) == now


def test_when_everything_stops_nothing_is_left(store: Store) -> None:
    two_goals(store)
    now = picture(store, TODAY)
    then = picture(store, TODAY, Scenario(stopped=(LEZEN, SAMEN, MEEDOEN, OPEN)))
    assert (then.partnerships, then.hours, then.reach) == (0, 0, 0)
    assert moved_goals(now, then) == [
        Moved("Doel A", ("Alkmaar", "Zaanstad"), ()),
        Moved("Doel B", ("Alkmaar",), ()),
    ]


def test_hours_are_shifted(store: Store) -> None:
    two_goals(store)
    efforts = (Effort(partnership=LEZEN, hours=10), Effort(partnership=MEEDOEN, budget=0))
    then = picture(store, TODAY, Scenario(efforts=efforts))
    assert (then.partnerships, then.hours, then.budget) == (4, 160, 1000)
    assert then.reach == pytest.approx(70)


def test_what_is_imagined_serves_goals(store: Store) -> None:
    two_goals(store)
    now = picture(store, TODAY)
    there = dream(hours=30, budget=70, contributions={"B": 3, "A": 1}, partners=("School", "Nieuw"))
    then = picture(store, TODAY, there)
    assert (then.partnerships, then.hours, then.budget) == (5, 280, 1570)
    # B in Zaanstad goes from indirect to core: two steps of 20/3.
    assert then.reach == pytest.approx(70 + 40 / 3)
    assert moved_goals(now, then) == [Moved("Doel B", (), ("Zaanstad",))]
    assert covered(store, None, "GEM") == (0, 2)
    assert covered(store, there, "GEM") == (1, 2)


def test_what_one_partner_does_stops_together(store: Store) -> None:
    two_goals(store)
    then = picture(store, TODAY, Scenario(stopped=(LEZEN, SAMEN)))
    assert (then.partnerships, then.hours) == (2, 90)


def test_two_that_are_imagined_reach_different_schools(store: Store) -> None:
    made = Portfolio(store)
    made.library("Bibliotheek", ZAANSTAD)
    for school in range(10):
        made.location("po", f"00A{school}00")
    two = dream(theme="PO", locations=3).imagining(
        dream(theme="PO", locations=9, name="Nog een").imagined[0]
    )
    assert covered(store, two, "PO") == (10, 10)
    assert picture(store, TODAY, two).short == (("Nog een", 7),)


def test_two_that_are_imagined_without_a_register(store: Store) -> None:
    Portfolio(store).library("Bibliotheek", ZAANSTAD)
    _, everything = covered(store, None, "PO")
    assert everything is not None
    two = dream(theme="PO", locations=everything - 2).imagining(
        dream(theme="PO", locations=9, name="Nog een").imagined[0]
    )
    assert covered(store, two, "PO") == (everything, everything)
    assert picture(store, TODAY, two).short == (("Nog een", 2),)


def test_a_register_of_one_gemeente_is_reached_there(store: Store) -> None:
    """Of a gemeente without a location in the register there is nothing to reach."""
    made = Portfolio(store)
    made.library("Bibliotheek", ZAANSTAD, ALKMAAR)
    for theme, register in (("PO", "po"), ("KOV", "kinderopvang")):
        for at in range(5):
            made.location(register, f"{at}{register}"[:6], gemeente=ALKMAAR)
        asked = dream(theme=theme, gemeenten=(ZAANSTAD, ALKMAAR), locations=3)
        before, _ = covered(store, None, theme)
        assert covered(store, asked, theme)[0] - before == 3


def test_its_own_partner_is_no_school_on_top_of_those_that_it_reaches(store: Store) -> None:
    made = Portfolio(store)
    made.library("Bibliotheek", ZAANSTAD)
    star = made.partner("De Ster", "basisschool", ZAANSTAD)
    old = made.partnership("Oud", partners=[star], gemeenten=[ZAANSTAD])
    new = dream(theme="PO", locations=1, partners=("De Ster",)).stopping([old])
    assert covered(store, new, "PO")[0] == 1
    made.location("po", "00AA00")
    made.location("po", "00AB00")
    assert covered(store, new, "PO")[0] == 1


def test_without_a_werkgebied_the_reach_is_unknown(store: Store) -> None:
    made = Portfolio(store)
    made.ask("insert into library (name, name_key, changed_by) values ('Leeg', 'leeg', 'test')")
    made.home = 1
    core = made.partnership("Kern", contributions=goals(SD1=3))
    assert picture(store, TODAY).reach is None
    assert picture(store, TODAY, Scenario(stopped=(core,))).reach is None


def test_outside_its_werkgebied_a_partnership_takes_no_goal_with_it(store: Store) -> None:
    made = Portfolio(store)
    here, there = made.library("Hier", ZAANSTAD), made.library("Daar", ALKMAAR)
    far = made.partnership("Ver", library=here, gemeenten=[ALKMAAR], contributions=goals(SD1=3))
    made.partnership("Nabij", library=there, gemeenten=[ALKMAAR], contributions=goals(SD2=3))
    now, then = picture(store, TODAY), picture(store, TODAY, Scenario(stopped=(far,)))
    assert moved_goals(now, then) == []
    assert then.reach == now.reach


def test_a_gemeente_of_two_libraries_is_served_by_each(store: Store) -> None:
    made = Portfolio(store)
    one, two = made.library("Een", ZAANSTAD), made.library("Twee", ZAANSTAD)
    stops = made.partnership("A", library=one, contributions=goals(SD1=3))
    made.partnership("B", library=two, contributions=goals(SD1=3))
    now, then = picture(store, TODAY), picture(store, TODAY, Scenario(stopped=(stops,)))
    assert now.reach == pytest.approx(100 / 7)
    assert then.reach == pytest.approx(100 / 7 / 2)
    assert [one.lost for one in moved_goals(now, then)] == [("Zaanstad (Een)",)]


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
    assert picture(store, TODAY, far).short == (("Droom", everything - 1),)


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


def test_what_is_gone_is_counted(store: Store) -> None:
    two_goals(store)
    scenario = Scenario(stopped=(LEZEN, 98), efforts=(Effort(partnership=99, hours=1),))
    assert picture(store, TODAY, scenario).gone == 2
    # A library that is no more has no imagined partnerships either.
    nowhere = picture(store, TODAY, dream(library=77))
    assert (nowhere.partnerships, nowhere.gone) == (4, 1)


def test_what_lies_outside_the_filters_is_counted(store: Store) -> None:
    made = two_goals(store)
    asleep = made.partnership("Slaapt", status="slapend")
    scenario = dream(gemeenten=(ZAANSTAD,)).stopping([LEZEN, MEEDOEN, asleep])
    everywhere = picture(store, TODAY, scenario)
    assert (everywhere.outside, everywhere.gone) == (1, 0)  # the one that sleeps
    alkmaar = picture(store, Filters(measure_date=DAY, gemeenten=(ALKMAAR,)), scenario)
    assert alkmaar.outside == 3  # and Lezen and the imagined one, which are in Zaanstad
    evaluated = picture(store, Filters(measure_date=DAY, statuses=("evaluatie",)), scenario)
    assert evaluated.outside == 4


def test_a_measure_date_in_the_past_is_imagined_there(store: Store) -> None:
    made = Portfolio(store)
    later = made.partnership(
        "Was er", history=steps(("actief", date(2020, 1, 1)), ("slapend", date(2025, 1, 1))),
        status="slapend", hours=10.0,
    )  # fmt: skip
    then = Filters(measure_date=date(2024, 6, 1))
    assert picture(store, then).partnerships == 1
    assert picture(store, then, Scenario(stopped=(later,))).partnerships == 0


def test_what_has_ended_since_can_still_stop_in_the_past(store: Store) -> None:
    made = Portfolio(store)
    ended = made.partnership(
        "Was er", status="beeindigd",
        history=steps(("actief", date(2020, 1, 1)), ("beeindigd", date(2025, 1, 1))),
    )  # fmt: skip
    then = Filters(measure_date=date(2024, 6, 1))
    assert picture(store, then).partnerships == 1
    assert picture(store, then, Scenario(stopped=(ended,))).partnerships == 0
    assert picture(store, TODAY, Scenario(stopped=(ended,))).outside == 1
