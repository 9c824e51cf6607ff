"""Per goal: what serves it, its share of the effort beside its weight, its largest partner."""

from typing import Any

import pyarrow as pa
import streamlit as st

from core.alignment import REACH, balance, effort_bar
from core.charts.bars import goal_bars
from core.filters import Filters
from data import alignment
from pages.shared import charts, linked, rows
from pages.shared.opened import listed, result

# Each with its share in the query goals, its name in a sentence, and what is said without it.
EFFORTS = {
    "Uren": (
        "hours_share",
        "alle uren",
        "Er zijn bij deze samenwerkingen geen uren ingevuld.",
    ),
    "Budget": (
        "budget_share",
        "al het budget",
        "Er is bij deze samenwerkingen geen budget ingevuld.",
    ),
}
COLUMNS = {
    "goal": "Code",
    "label": "Doel",
    "weight": "Gewicht",
    "reach_share": "Bereikt",
    "partnerships": "Samenwerkingen",
    "direct_or_core": "Rechtstreeks",
    "strength": "Som bijdragen",
    "hours_share": "Deel uren",
    "budget_share": "Deel budget",
    "largest_partner": "Grootste partner",
    "largest_partner_share": "Deel van die partner",
    "hours": "Uren per jaar",
    "budget": "Budget per jaar",
}
CALCULATION = f"""
- Een **bijdrage** is 0 geen, 1 indirect, 2 direct of 3 kern; **rechtstreeks** is 2 of 3. Leeg is
  *niet beoordeeld*: dat is iets anders dan 0.
- De **uren** van een samenwerking zijn over haar doelen verdeeld naar de bijdragen: van 100 uren
  met bijdragen 3 en 1 gaan er 75 naar het eerste doel. Het deel is dat van **alle** uren binnen
  deze keuze, ook van samenwerkingen die aan geen doel bijdragen.
- Het **streepje** is het gewicht van het doel. Een balk die erlangs gaat, krijgt meer dan het doel
  zwaar weegt; een balk die ervoor stopt, minder.
- {REACH} **Bereikt** is hetzelfde van één doel, als percentage.
- Het **zwakste doel**, boven aan de pagina, is dat met het laagste percentage bereikt.
- De **grootste partner** van een doel is die met het grootste deel van de som van de bijdragen.
- **Aansluiting** van een samenwerking: het gemiddelde van haar bijdragen, gewogen met de doelen,
  van 0 tot 100. Een doel dat niet is beoordeeld voegt niets toe: het is het laagste dat het kan
  zijn.
"""


def show(filters: Filters) -> None:
    """The bars, in the order of the goals, what stands out, and the table."""
    goals: list[dict[str, Any]] = listed(alignment.goals, filters)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.subheader("Per doel", anchor=False, width="content")
        with st.popover("Hoe is dit berekend?", icon=":material/calculate:", type="tertiary"):
            st.markdown(CALCULATION)
    chosen = linked.choice("Inzet", list(EFFORTS), key="inzet")
    share, what, lacking = EFFORTS[chosen]
    drawn = [effort_bar(row, share, what) for row in goals]
    charts.draw(
        goal_bars,
        pa.Table.from_pylist(drawn),
        alt_text=f"Per doel het deel van {what}, met het gewicht van het doel als streepje",
        key="doelen_grafiek",
    )
    st.caption(f"Balk: deel van {what}. Streepje: gewicht van het doel.")
    if all(row[share] is None for row in goals):
        st.caption(lacking)
    if said := balance(goals, share, chosen.lower()):
        st.markdown(said)
    rows.with_download(
        result(alignment.goals, filters),
        COLUMNS,
        what="Doelen",
        filters=filters,
        key="doelen_rijen",
    )
