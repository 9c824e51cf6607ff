"""Goals in words: what gets clearly more or less than it weighs."""

from typing import Any

from core.alignment import balance, effort


def goal(code: str, hours: float | None, weight: float = 25, direct: int = 1) -> dict[str, Any]:
    return {
        "goal": code,
        "label": f"Doel *{code}*",
        "weight": weight,
        "hours_share": hours,
        "budget_share": None,
        "partnerships": 2,
        "direct_or_core": direct,
    }


def test_what_gets_clearly_more_or_less_than_it_weighs() -> None:
    goals = [goal("A", 0.50), goal("B", 0.26), goal("C", 0.18), goal("D", 0.06, direct=0)]
    assert balance(goals, "hours_share", "uren") == (
        "Duidelijk meer uren dan het doel weegt: **A** (50% bij een gewicht van 25%). "
        "Duidelijk minder: **D** (6% bij een gewicht van 25%) en **C** (18% bij een gewicht van "
        "25%). Zonder directe of kernbijdrage: Doel \\*D\\*."
    )


def test_nothing_stands_out() -> None:
    assert balance([goal("A", 0.6, weight=50), goal("B", 0.4, weight=50)], "hours_share", "u") == ""
    assert balance([goal("A", None), goal("B", 1.0, weight=0)], "hours_share", "uren") == ""


def test_what_a_goal_gets() -> None:
    assert effort(goal("A", 0.5)) == "2 samenwerkingen, 1 direct of kern · 50% van de uren"
    assert effort(goal("A", None)) == "2 samenwerkingen, 1 direct of kern"
