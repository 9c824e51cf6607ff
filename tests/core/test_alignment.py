"""Goals in words: what gets clearly more or less than it weighs."""

from typing import Any

from core.alignment import balance, effort, hanging


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
        "25%). Zonder rechtstreekse bijdrage: Doel \\*D\\*."
    )


def test_nothing_stands_out() -> None:
    assert balance([goal("A", 0.6, weight=50), goal("B", 0.4, weight=50)], "hours_share", "u") == ""
    assert balance([goal("A", None), goal("B", 1.0, weight=0)], "hours_share", "uren") == ""


def test_per_goal_where_it_hangs_on_one_partner() -> None:
    goals = [goal("A", 0.5), goal("B", 0.5), goal("C", 0.0)]
    serving = [
        {"goal": code, "gemeente": place, "partnerships": [1] if is_served else []}
        for code, place, is_served in (
            ("A", "Edam", True), ("A", "Urk", True), ("A", "Ede", False),
            ("B", "Edam", True), ("C", "Edam", False),
        )
    ]  # fmt: skip
    lost = [
        {"goal": code, "gemeente": place, "partner": id_, "partner_name": name}
        for code, place, id_, name in (
            ("A", "Edam", 1, "School"), ("B", "Edam", 1, "School"), ("B", "Edam", 2, "Zorg"),
        )
    ]  # fmt: skip
    found = hanging(goals, lost, serving)
    assert [(row["goal"], row["hangs"], row["served"], row["partner"]) for row in found] == [
        ("B", 1, 1, "School"),
        ("A", 1, 2, "School"),
        ("C", 0, 0, None),
    ]
    assert [row["partner_hangs"] for row in found] == [1, 1, 0]


def test_what_a_goal_gets() -> None:
    assert effort(goal("A", 0.5)) == "2 samenwerkingen, waarvan 1 rechtstreeks · 50% van de uren"
    assert effort(goal("A", None)) == "2 samenwerkingen, waarvan 1 rechtstreeks"
