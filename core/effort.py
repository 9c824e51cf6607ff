"""The quadrants of effort and alignment in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from core.wording import counted, enumerated, euro, number, percent, plain

Row = dict[str, Any]

UNPLACED = "unplaced"
EFFORTS = {"hours": "Uren per jaar", "budget": "Budget per jaar (€)"}


@dataclass(frozen=True)
class Quadrant:
    """A quarter of the portfolio: its advice in a word, what is in it, and what to ask there."""

    label: str
    holds: str
    asks: str


# As they stand in the chart: above from left to right, then below.
QUADRANTS = {
    "build": Quadrant(
        "Uitbouwen", "veel aansluiting, weinig inzet", "Wat zou meer inzet hier opleveren?"
    ),
    "hold": Quadrant(
        "Vasthouden", "veel aansluiting, veel inzet", "Blijft dit staan als iemand wegvalt?"
    ),
    "small": Quadrant(
        "Klein houden", "weinig aansluiting, weinig inzet", "Is er een reden om ermee door te gaan?"
    ),
    "reconsider": Quadrant(
        "Heroverwegen", "weinig aansluiting, veel inzet", "Kan deze inzet elders meer betekenen?"
    ),
}


def spent(value: float, effort: str) -> str:
    """An amount of effort in words: `120 uur per jaar`, `€ 4.000 per jaar`."""
    said = euro(value) if effort == "budget" else f"{number(round(value))} uur"
    return f"{said} per jaar"


def partnership_line(row: Mapping[str, Any]) -> str:
    """The figures of one partnership, as Markdown; `row` as effort_bubbles gives it."""
    hours = "uren onbekend" if row["hours"] is None else spent(row["hours"], "hours")
    budget = "budget onbekend" if row["budget"] is None else spent(row["budget"], "budget")
    reached = counted(row["reached"], "bereikte plek", "bereikte plekken")
    alone = number(row["added"]) if row["added"] else "geen"
    said = f", waarvan {alone} alleen door deze" if row["reached"] else ""
    return (
        f"**{plain(row['name'])}** ({plain(row['library'])}), "
        f"{QUADRANTS[row['quadrant']].label.lower()}: aansluiting {number(row['alignment'])} · "
        f"{hours} · {budget} · {reached}{said}."
    )


def quadrant_line(code: str, row: Mapping[str, Any] | None, whole: float, effort: str) -> str:
    """What a quadrant holds, as Markdown.

    `row` as effort_quadrants gives it, None where nothing is in it; `whole` is the effort of all
    quadrants together.
    """
    quadrant = QUADRANTS[code]
    said = counted(row["partnerships"] if row else 0, "samenwerking", "samenwerkingen")
    if row and whole:
        said += f", {spent(row[effort], effort)} ({percent(row[effort] / whole)})"
    return f"**{quadrant.label}** ({quadrant.holds}): {said}. {quadrant.asks}"


def middle_line(row: Mapping[str, Any], effort: str) -> str:
    """Where the quadrants meet."""
    asked = spent(row["middle_effort"], effort)
    return (
        f"De stippellijnen staan bij de middelste samenwerking: {asked} "
        f"en een aansluiting van {number(row['middle_alignment'])}."
    )


def unplaced_line(row: Mapping[str, Any], effort: str) -> str:
    """How many are not drawn and why; `row` is that of UNPLACED."""
    lacking = "uren" if effort == "hours" else "budget"
    reasons: Iterable[tuple[int, str]] = (
        (row["without_effort"], f"zonder {lacking}"),
        (row["unjudged"], "zonder beoordeeld doel"),
    )
    said = enumerated([f"{number(count)} {why}" for count, why in reasons if count])
    if both := row["without_effort"] + row["unjudged"] - row["partnerships"]:
        said += f", waarvan {number(both)} allebei"
    verb = "staat" if row["partnerships"] == 1 else "staan"
    held = counted(row["partnerships"], "samenwerking", "samenwerkingen")
    return f"{held} {verb} er niet in: {said}."
