"""What each hour brings: the best choice under ever more of them."""

from typing import Any

import pyarrow as pa
import streamlit as st

from core.charts.frontier import frontier_line
from core.filters import Filters
from core.integer_programme import Going
from core.selection import ROUNDING, Candidate, Choice, Gains, frontier, points_of
from core.wording import amount, counted
from pages.parts.what_if_limits import Limits
from pages.shared import charts, rows, search

STEPS = 12
SEARCH = "grens_zoeken"
COLUMNS = {
    "name": "Wat",
    "hours": "Uren per jaar",
    "points": "Punten",
    "text": "Samenwerkingen",
}


def show(
    those: list[Candidate],
    gains: Gains,
    limits: Limits,
    chosen: Choice,
    basis: tuple[Any, ...],
    filters: Filters,
) -> None:
    """The frontier with the choice and today, as a chart and as a table.

    `basis` is what the frontier depends on: for another one it is computed anew.
    """
    st.subheader("Wat elk uur oplevert", anchor=False)

    def along(going: Going) -> list[tuple[float, Choice]]:
        return frontier(those, gains, limits.ceiling.budget, STEPS, going)

    found = search.found(SEARCH, basis, along, label="De lijn van beste keuzen wordt berekend …")
    if found is search.PENDING:
        return
    proven = [(hours, one) for hours, one in found if one.is_proven]
    drawn = [
        _point(hours, one.points, "frontier", "Beste keuze", len(one.kept)) for hours, one in proven
    ]
    drawn.append(_point(chosen.hours, chosen.points, "chosen", "Deze keuze", len(chosen.kept)))
    hours = sum(one.hours for one in those)
    everything = points_of([one.id for one in those], gains)
    drawn.append(_point(hours, everything, "now", "Nu", len(those)))
    charts.draw(
        frontier_line,
        pa.Table.from_pylist(drawn),
        alt_text="De meeste punten die voor een aantal uren te halen zijn, met dit plafond en nu",
        key="grens",
    )
    st.caption(_about_line(proven, limits, hours, everything))
    if len(proven) <= STEPS:
        search.offer_again(SEARCH)
    rows.twin(
        pa.Table.from_pylist(drawn),
        COLUMNS,
        what="Wat elk uur oplevert",
        filters=filters,
        key="grens_rijen",
    )


def _about_line(
    proven: list[tuple[float, Choice]], limits: Limits, hours: float, everything: float
) -> str:
    """What the line says, as far as it is there, and what the last point of it means."""
    if len(proven) <= STEPS:
        return f"De berekening is gestopt: {len(proven)} van de {STEPS + 1} punten zijn bekend."
    said = (
        f"Elk van de {STEPS + 1} punten is de beste keuze voor zoveel uren; tot het volgende punt "
        "is er ten minste zoveel te halen."
    )
    enough = proven[-1][1]
    is_all = enough.points >= everything - ROUNDING
    if is_all and enough.hours < hours - 0.5:
        said += (
            f" Voor alle punten zijn {amount(round(enough.hours, 1))} uur genoeg: de andere "
            f"{amount(round(hours - enough.hours, 1))} uur voegen aan doelen en dekking niets toe "
            "dat er niet al is."
        )
    elif not is_all:
        said += " Het vierkantje ligt hoger: daar geldt geen budget en hoeft niets te stoppen."
    return said


def _point(hours: float, points: float, kind: str, name: str, kept: int) -> dict[str, Any]:
    return {
        "hours": hours,
        "points": points,
        "kind": kind,
        "name": name,
        "text": counted(kept, "samenwerking", "samenwerkingen"),
    }
