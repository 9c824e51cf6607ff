"""Contributions and alignment in words."""

from collections.abc import Sequence
from typing import Any

from core.wording import counted, number, percent, plain

Row = dict[str, Any]

CONTRIBUTIONS = {0: "geen", 1: "indirect", 2: "direct", 3: "kern"}


def contribution(value: int | None) -> str:
    """A contribution in words: null is not nought, it was not judged."""
    return "niet beoordeeld" if value is None else f"{value} ({CONTRIBUTIONS[value]})"


def effort(row: Row) -> str:
    """What a goal gets; `row` as the query goals gives it."""
    serving = counted(row["partnerships"], "samenwerking", "samenwerkingen")
    if row["hours_share"] is None:
        return f"{serving}, {number(row['direct_or_core'])} direct of kern"
    return (
        f"{serving}, {number(row['direct_or_core'])} direct of kern · "
        f"{percent(row['hours_share'])} van de uren"
    )


def goals_finding(goals: Sequence[Row], summary: Row) -> str:
    """The weakest goal and on whom it hangs, and what goes to no goal at all.

    Rows as the queries goals and alignment_summary give them. The weakest goal is the one with
    least strength for its weight.
    """
    if not summary["partnerships"]:
        return "Binnen deze keuze loopt op de peildatum geen enkele samenwerking."
    if not any(row["judged"] for row in goals):
        return (
            "Van geen enkele lopende samenwerking is beoordeeld wat zij aan de doelen bijdraagt. "
            "Kies hieronder een cel en vul de bijdrage in, of laad een bestand met kolommen "
            "SD1 tot en met SD7."
        )
    weakest = min(
        (row for row in goals if row["weight"]),
        key=lambda row: (row["strength"] / row["weight"], row["direct_or_core"]),
    )
    name = f"**{plain(weakest['label'])}** ({plain(weakest['goal'])})"
    if not weakest["strength"]:
        lead = f"Aan {name} draagt geen enkele samenwerking bij."
    else:
        lead = (
            f"Het zwakst staat {name}: {effort(weakest)}, bij een gewicht van "
            f"{percent(weakest['weight'] / 100)}.{_leaning(weakest)}"
        )
    return f"{lead}{_idle(summary)}"


def _leaning(goal: Row) -> str:
    if goal["largest_partner"] is None:
        return ""
    return (
        f" De grootste partner daarin is {plain(goal['largest_partner'])}, met "
        f"{percent(goal['largest_partner_share'])} van de bijdragen."
    )


def _idle(summary: Row) -> str:
    """Those that were judged and serve no goal, and those that were not judged."""
    said = ""
    if summary["idle"]:
        serve = counted(summary["idle"], "samenwerking draagt", "samenwerkingen dragen")
        hours = number(round(summary["idle_hours"]))
        said += f" **{serve}** aan geen doel bij ({hours} uur per jaar)."
    if summary["unjudged"]:
        said += f" {counted(summary['unjudged'], 'is', 'zijn')} nog niet beoordeeld."
    return said
