"""Before and after a scenario in sentences."""

from typing import Any

import pytest

from core.what_if import Moved, Picture, differences, figures, moved_goals, what_if_finding


def goal(code: str, partnerships: int, reach: float | None) -> dict[str, Any]:
    return {
        "goal": code,
        "label": f"Doel *{code}*",
        "partnerships": partnerships,
        "direct_or_core": partnerships,
        "reach_share": reach,
    }


def theme(numerator: int, denominator: int | None) -> dict[str, Any]:
    return {
        "theme": "PO",
        "theme_label": "Primair onderwijs",
        "population": "basisscholen",
        "definition": "contact",
        "numerator": numerator,
        "denominator": denominator,
        "share": numerator / denominator if denominator else None,
    }


def picture(**values: Any) -> Picture:
    given: dict[str, Any] = {
        "partnerships": 10,
        "hours": 1000.0,
        "budget": 5000.0,
        "reach": 60.0,
        "goals": [goal("A", 4, 0.5), goal("B", 2, 0.25)],
        "coverage": [theme(20, 50)],
        "servers": {("A", "Edam"): 2, ("A", "Urk"): 1, ("B", "Edam"): 1},
    }
    return Picture(**(given | values))


NOW = picture()


def test_nothing_changes() -> None:
    assert differences(NOW, picture()) == []
    assert what_if_finding("Niets", NOW, picture()) == (
        "Met **Niets** blijven uren en budget gelijk. Het doelbereik blijft 60,0 van de 100; "
        "geen gemeente verliest of wint een doel."
    )


def test_less_effort_and_a_goal_lost() -> None:
    then = picture(
        hours=880.5,
        budget=5100.0,
        reach=52.04,
        servers={("A", "Edam"): 1, ("A", "Urk"): 0, ("B", "Edam"): 0, ("B", "Urk"): 1},
    )
    assert moved_goals(NOW, then) == [
        Moved("Doel *A*", ("Urk",), ()),
        Moved("Doel *B*", ("Edam",), ("Urk",)),
    ]
    assert what_if_finding("Plan <1>", NOW, then) == (
        "Met **Plan \\<1\\>** vraagt de portefeuille **119,5 uur minder** en **€ 100 meer** per "
        "jaar. Het doelbereik daalt van 60,0 naar **52,0** van de 100; Edam en Urk verliezen samen "
        "**2 keer een doel**; Urk wint **Doel \\*B\\***."
    )
    assert differences(NOW, then) == [
        "In Urk dient niemand **Doel \\*A\\*** nog rechtstreeks.",
        "In Edam dient niemand **Doel \\*B\\*** nog rechtstreeks.",
        "In Urk wordt **Doel \\*B\\*** voortaan rechtstreeks gediend.",
    ]


def test_a_goal_that_is_only_won() -> None:
    then = picture(servers={**NOW.servers, ("B", "Urk"): 1})
    assert moved_goals(NOW, then) == [Moved("Doel *B*", (), ("Urk",))]


def test_goals_that_grow_and_weaken() -> None:
    then = picture(goals=[goal("A", 1, 0.5), goal("B", 3, 0.3)])
    assert differences(NOW, then) == [
        "1 samenwerking draagt bij aan **Doel \\*A\\***, nu 4.",
        "3 samenwerkingen dragen bij aan **Doel \\*B\\***, nu 2; het doel is dan voor 30,0% "
        "bereikt, nu voor 25,0%.",
    ]


def test_when_nothing_is_left_goals_are_still_named() -> None:
    then = picture(goals=[], servers={})
    assert differences(NOW, then)[-2:] == [
        "Geen enkele samenwerking draagt bij aan **Doel \\*A\\***, nu 4; het doel is dan voor 0,0% "
        "bereikt, nu voor 50,0%.",
        "Geen enkele samenwerking draagt bij aan **Doel \\*B\\***, nu 2; het doel is dan voor 0,0% "
        "bereikt, nu voor 25,0%.",
    ]
    assert [one.label for one in moved_goals(NOW, then)] == ["Doel *A*", "Doel *B*"]
    unserved = picture(goals=[goal("A", 0, 0.0)], servers={})
    assert differences(unserved, picture(goals=[], servers={})) == []


def test_a_step_that_is_too_small_to_print_is_no_difference() -> None:
    then = picture(goals=[goal("A", 4, 0.50004), goal("B", 2, 0.25)])
    assert differences(NOW, then) == []


def test_a_reach_that_is_unknown_is_said() -> None:
    unknown = picture(reach=None)
    assert "Het doelbereik is onbekend, zolang" in what_if_finding("Plan", unknown, unknown)
    assert figures(unknown)["Doelbereik (0-100)"] is None


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (theme(20, 50), theme(25, 50), "stijgt: dan 25 van 50 (50%), nu 20 van 50 (40%)."),
        (theme(20, 50), theme(5, 50), "daalt: dan 5 van 50 (10%), nu 20 van 50 (40%)."),
        (theme(2, None), theme(1, None), "daalt: dan 1 bereikt, nu 2 (de doelgroep is onbekend)."),
    ],
)
def test_coverage_that_moves(before: dict[str, Any], after: dict[str, Any], said: str) -> None:
    found = differences(picture(coverage=[before]), picture(coverage=[after]))
    assert found == [f"De dekking van **primair onderwijs** {said}"]


def test_every_figure_has_its_own_words() -> None:
    found = figures(NOW)
    assert found == {
        "Samenwerkingen": 10,
        "Uren per jaar": 1000,
        "Budget per jaar (€)": 5000,
        "Doelbereik (0-100)": 60,
        "Doel A Doel *A*: bereikt (0-100)": 50,
        "Doel A Doel *A*: rechtstreeks": 4,
        "Doel B Doel *B*: bereikt (0-100)": 25,
        "Doel B Doel *B*: rechtstreeks": 2,
        "Dekking Primair onderwijs: basisscholen": 20,
    }
