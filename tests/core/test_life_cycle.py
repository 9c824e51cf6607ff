"""What each stage asks and the next step, over all stages."""

import csv
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from core.life_cycle import STAGES, Facts, Place, checklist, next_step

ON = date(2026, 11, 28)
every_stage = pytest.mark.parametrize("status", STAGES)


def full(status: str, **more: Any) -> Facts:
    """A record in which nothing is missing."""
    return replace(
        Facts(
            on=ON,
            status=status,
            since=ON - timedelta(30),
            has_owner=True,
            is_signed=True,
            has_effort=True,
            has_intended=True,
            has_actual=True,
            is_judged=True,
            is_weighed=True,
            is_decided=True,
            has_reason_to_end=True,
            start_date=ON - timedelta(400),
            end_date=ON + timedelta(400),
            evaluation_date=ON + timedelta(100),
            checked_on=ON - timedelta(10),
        ),
        **more,
    )


def test_the_stages_are_the_statuses() -> None:
    with Path("data/reference/statuses.csv").open(encoding="utf-8") as file:
        assert [row["code"] for row in csv.DictReader(file)] == list(STAGES)


@every_stage
def test_with_all_there_the_step_leads_onward(status: str) -> None:
    facts = full(status)
    assert {one.holds for one in checklist(facts)} <= {True, None}
    assert next_step(facts) == (STAGES[status].onward, STAGES[status].place)


@every_stage
def test_with_nothing_there_the_first_missing_is_the_step(status: str) -> None:
    facts = Facts(on=ON, status=status, open_agreements=1)
    missing = [one for one in STAGES[status].expected if one.holds(facts) is False]
    assert next_step(facts) == (missing[0].step, missing[0].place)
    assert all(one.endswith(".") for one in (STAGES[status].purpose, missing[0].step))


@every_stage
def test_what_is_late_comes_first_but_not_after_the_end(status: str) -> None:
    one, more = (next_step(full(status, overdue=n, open_agreements=n)).text for n in (1, 1200))
    if status == "beeindigd":
        assert one == more == "Rond de afspraken af die nog open staan."
    else:
        assert one == "Kom terug op de afspraak die te laat is."
        assert more == "Kom terug op de 1.200 afspraken die te laat zijn."


@pytest.mark.parametrize(
    ("status", "gap", "says"),
    [
        ("signaal", {"has_owner": False}, "eigenaar"),
        ("signaal", {"since": ON - timedelta(184)}, "ligt er lang"),
        ("verkenning", {"has_intended": False}, "anders moet zijn"),
        ("verkenning", {"is_weighed": False, "is_decided": False}, "afwegingstabel"),
        ("verkenning", {"is_decided": False}, "Neem een besluit"),
        ("opstart", {"is_signed": False}, "teken"),
        ("opstart", {"has_effort": False}, "Raam de uren"),
        ("opstart", {"start_date": None}, "uitvoering begint"),
        ("opstart", {"evaluation_date": None}, "samen evalueert"),
        ("actief", {"end_date": ON - timedelta(1)}, "verleng"),
        ("actief", {"evaluation_date": ON - timedelta(1)}, "27 november 2026 is voorbij"),
        ("actief", {"checked_on": None}, "gezondheidscheck"),
        ("actief", {"checked_on": ON - timedelta(366)}, "gezondheidscheck"),
        ("evaluatie", {"has_actual": False}, "wat er is bereikt"),
        ("slapend", {"since": ON - timedelta(184)}, "wakker maakt of beëindigt"),
        ("beeindigd", {"end_date": None}, "wanneer"),
        ("beeindigd", {"has_reason_to_end": False}, "waarom zij is beëindigd"),
    ],
)
def test_each_gap_has_its_step(status: str, gap: dict[str, Any], says: str) -> None:
    assert says in next_step(full(status, **gap)).text


def test_what_only_people_know_is_no_gap() -> None:
    unknown = [one for one in checklist(full("verkenning")) if one.holds is None]
    assert [one.text for one in unknown] == ["De belangen van de partner zijn besproken"]
    assert [one.is_for_people for one in unknown] == [True]
    [since] = [one for one in checklist(full("signaal", since=None)) if one.holds is None]
    assert not since.is_for_people


def test_a_step_says_where_it_is_taken() -> None:
    places = {
        next_step(full("actief", **gap)).place
        for gap in (
            {"overdue": 1},
            {"is_judged": False},
            {"has_intended": False},
            {"checked_on": None},
            {"has_owner": False},
            {"evaluation_date": ON - timedelta(1)},
        )
    }
    assert places == {Place.AGREEMENTS, Place.GOALS, Place.RESULTS, Place.HEALTH, Place.EDIT}
    assert next_step(full("verkenning", is_decided=False)).place is Place.WEIGHING
    assert next_step(full("beeindigd")).place is Place.NOWHERE


@pytest.mark.parametrize(
    ("on", "checked", "is_current"),
    [
        (date(2024, 6, 1), date(2023, 6, 1), True),  # a leap year of 366 days
        (date(2024, 6, 1), date(2023, 5, 31), False),
        (date(2024, 2, 29), date(2023, 2, 28), True),
        (date(2024, 2, 29), date(2023, 2, 27), False),
    ],
)
def test_a_check_is_current_for_a_year(on: date, checked: date, is_current: bool) -> None:
    facts = full("actief", on=on, checked_on=checked)
    assert (next_step(facts).place is not Place.HEALTH) == is_current


def test_silence_of_just_half_a_year_is_not_long() -> None:
    facts = full("slapend", since=ON - timedelta(183))
    assert next_step(facts) == (STAGES["slapend"].onward, Place.EDIT)


@pytest.mark.parametrize("status", ["opstart", "evaluatie", "slapend"])
def test_only_what_runs_is_told_that_its_evaluation_is_past(status: str) -> None:
    step = next_step(full(status, evaluation_date=ON - timedelta(1)))
    assert "is voorbij" not in step.text


def test_what_was_decided_need_not_be_weighed() -> None:
    decided = full("verkenning", is_weighed=False, is_decided=True)
    assert next_step(decided).text == STAGES["verkenning"].onward


def test_a_last_day_still_counts() -> None:
    facts = full("actief", end_date=ON, evaluation_date=ON, checked_on=ON - timedelta(365))
    assert {one.holds for one in checklist(facts)} == {True}
