"""The bubble portfolio: what each partnership asks, what it serves, and what it alone reaches."""

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import streamlit as st

from core.charts.bubbles import MIDDLE, portfolio_bubbles, top_for
from core.effort import (
    QUADRANTS,
    UNPLACED,
    middle_line,
    partnership_line,
    quadrant_line,
    unplaced_line,
)
from core.filters import Filters
from core.wording import counted, number
from data import effort
from pages.shared import charts, linked, rows
from pages.shared.opened import listed, result

KEY, EFFORT, QUADRANT = "bellen", "inzet", "kwadrant"
EFFORTS = {"Uren": "hours", "Budget": "budget"}
# More bubbles hide each other, and those that ask least are the least to talk about.
MOST, DENSE = 1_500, 250
COLUMNS = {
    "name": "Samenwerking",
    "library": "Bibliotheek",
    "theme_label": "Thema",
    "alignment": "Aansluiting (0-100)",
    "hours": "Uren per jaar",
    "budget": "Budget per jaar (€)",
    "reached": "Bereikte plekken",
    "added": "Waarvan alleen door deze",
}
CALCULATION = """
- **Hoogte**: de aansluiting op de doelen, van 0 tot 100. Dat is het gemiddelde van de bijdragen,
  gewogen met de doelen; een doel dat niet is beoordeeld voegt niets toe.
- **Van links naar rechts**: de inzet, in uren of budget per jaar. De schaal loopt naar rechts
  steeds sneller op, zodat ook kleine samenwerkingen uit elkaar staan.
- **Grootte van de bel**: wat deze samenwerking toevoegt aan de dekking. Dat zijn de plekken die
  binnen deze keuze door geen andere lopende samenwerking worden bereikt. Een plek is per thema een
  locatie (een school, een kinderdagverblijf), een partner die daarvoor telt, of een hele gemeente.
  Een kleine stip: al haar plekken worden ook door een andere bereikt.
  Bellen met gelijke cijfers staan om elkaar heen, zodat zij elkaar niet verbergen.
- **Kleur**: de groep van haar eerste thema.
- **Kwadranten**: zij raken elkaar bij de mediaan van inzet en aansluiting, van alle samenwerkingen
  in de grafiek. Ongeveer de helft ligt er dus altijd onder: het woord in de hoek is een vraag om te
  bespreken, geen oordeel. Precies op de lijn geldt als veel aansluiting en als weinig inzet.
"""


def asked(filters: Filters) -> tuple[tuple[Any, ...], ...]:
    """What is asked before anything is drawn, under the last choice of effort."""
    by = EFFORTS.get(linked.last(EFFORT) or "", "hours")
    return (
        (effort.effort_quadrants, filters, by),
        (effort.effort_bubbles, filters, by, None, MOST),
    )


def show(filters: Filters) -> None:
    """The chart, its quadrants in words, and the rows behind a bubble or a quadrant."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.subheader("Inzet en aansluiting", anchor=False, width="content")
        with st.popover("Hoe is dit berekend?", icon=":material/calculate:", type="tertiary"):
            st.markdown(CALCULATION)
    by = EFFORTS[linked.choice("Inzet", list(EFFORTS), key=EFFORT)]
    held = {row["quadrant"]: row for row in listed(effort.effort_quadrants, filters, by)}
    placed = {code: held[code] for code in QUADRANTS if code in held}
    if placed:
        _chart(filters, by, placed)
    else:
        lacking = "uren" if by == "hours" else "budget"
        st.caption(
            f"Er valt nog niets te tekenen: geen enkele samenwerking heeft zowel {lacking} als een "
            "beoordeeld doel."
        )
    if UNPLACED in held:
        st.caption(unplaced_line(held[UNPLACED], by))
    _quadrant(filters, by, held)
    rows.twin(
        lambda: result(effort.effort_bubbles, filters, by),
        COLUMNS,
        what="Inzet en aansluiting",
        filters=filters,
        key="bellen_rijen",
        to_record=True,
    )


def _chart(filters: Filters, by: str, placed: dict[str, dict[str, Any]]) -> None:
    """The bubbles, where they are divided, and the row of the one that was clicked."""
    drawn = result(effort.effort_bubbles, filters, by, None, MOST)
    middle = next(iter(placed.values()))
    key = f"{KEY}_{by}"
    charts.draw(
        portfolio_bubbles,
        drawn,
        alt_text=f"Elke samenwerking naar inzet in {'uren' if by == 'hours' else 'budget'} en "
        "aansluiting op de doelen, in vier kwadranten",
        key=key,
        on_select=lambda: None,
        datasets={
            MIDDLE: pa.table(
                {"effort": [middle["middle_effort"]], "alignment": [middle["middle_alignment"]]}
            )
        },
        effort=by,
        top=top_for(max(row["highest"] for row in placed.values())),
        dense=drawn.num_rows > DENSE,
    )
    everyone = sum(row["partnerships"] for row in placed.values())
    if drawn.num_rows < everyone:
        st.caption(
            f"Getekend zijn de {number(drawn.num_rows)} van {number(everyone)} samenwerkingen die "
            "de meeste inzet vragen; de cijfers hieronder gaan over alle. Kies een bibliotheek, "
            "gemeente of thema om de andere te zien."
        )
    _clicked(drawn, charts.picked(key, "bol").get("id"))
    whole = sum(row[by] for row in placed.values())
    st.markdown(
        "\n".join(f"- {quadrant_line(code, placed.get(code), whole, by)}" for code in QUADRANTS)
    )
    st.caption(
        f"{middle_line(middle, by)} Hoe groter de bel, hoe meer plekken alleen deze samenwerking "
        "bereikt. Klik op een bel voor de cijfers, of kies hieronder een kwadrant."
    )


def _clicked(drawn: pa.Table, id_: int | None) -> None:
    found = drawn.filter(pc.equal(drawn["id"], id_)) if id_ is not None else drawn.slice(0, 0)
    for row in found.to_pylist():
        with st.container(border=True):
            st.markdown(partnership_line(row))
            rows.record_link(row["id"])


def _quadrant(filters: Filters, by: str, held: dict[str, dict[str, Any]]) -> None:
    """The rows of the quadrant that was chosen, or of those that are not drawn."""
    labels = {code: one.label for code, one in QUADRANTS.items()} | {UNPLACED: "Niet getekend"}
    codes = [code for code in labels if code in held]
    chosen = st.pills(
        "De samenwerkingen in een kwadrant",
        codes,
        format_func=lambda code: f"{labels[code]} · {number(held[code]['partnerships'])}",
        key=QUADRANT,
    )
    if chosen not in codes:
        return
    total = held[chosen]["partnerships"]
    with st.container(border=True):
        st.markdown(f"**{labels[chosen]}** — {counted(total, 'samenwerking', 'samenwerkingen')}")
        what = f"Samenwerkingen {labels[chosen].lower()}"
        found = result(effort.effort_bubbles, filters, by, chosen, rows.SHOWN)
        rows.table(found, COLUMNS, alt=what, total=total, to_record=True)
        rows.download(
            lambda: result(effort.effort_bubbles, filters, by, chosen),
            COLUMNS,
            what=what,
            filters=filters,
            key="kwadrant_rijen",
        )
