"""What hangs on one partner: if it stops, which gemeente loses which goal."""

from itertools import groupby

import pyarrow as pa
import streamlit as st

from core.alignment import hanging, loss
from core.filters import Filters
from core.wording import counted
from data import alignment
from pages.shared import rows
from pages.shared.opened import listed, result

SHOWN = 5
PER_GOAL = {
    "goal": "Code",
    "label": "Doel",
    "served": "Gemeenten bediend",
    "hangs": "Waarvan aan één partner",
    "partner": "Het vaakst aan",
    "partner_hangs": "In zoveel gemeenten",
}
COLUMNS = {
    "partner_name": "Als deze partner stopt",
    "gemeente_name": "verliest deze gemeente",
    "label": "dit doel",
    "partnerships": "Samenwerkingen",
    "weight": "Gewicht (punten)",
}


def show(filters: Filters) -> None:
    """The partners that most depends on, in sentences, and every loss as a row."""
    st.subheader("Wat aan één partner hangt", anchor=False)
    found = listed(alignment.dependencies, filters)
    if not any(row["partnerships"] for row in listed(alignment.serving, filters)):
        st.caption("Nog geen enkel doel wordt in een gemeente rechtstreeks gediend.")
        return
    if not found:
        st.caption(
            "Geen enkel doel hangt in een gemeente aan één partner: overal waar een doel direct of "
            "als kern wordt gediend, blijft dat zo als een partner stopt."
        )
        return
    by_partner = [list(some) for _, some in groupby(found, key=lambda row: row["partner"])]
    st.caption(
        f"Bij {counted(len(by_partner), 'partner', 'partners')} verliest minstens één gemeente een "
        "doel als die stopt: alle samenwerkingen die het daar rechtstreeks dienen, zijn met "
        "die partner. Wie het zwaarst weegt, staat eerst."
    )
    st.markdown("\n".join(f"- {loss(some)}" for some in by_partner[:SHOWN]))
    per_goal = hanging(listed(alignment.goals, filters), found, listed(alignment.serving, filters))
    st.markdown("**Per doel**")
    rows.table(pa.Table.from_pylist(per_goal), PER_GOAL, alt="Per doel wat aan één partner hangt")
    rows.twin(
        result(alignment.dependencies, filters),
        COLUMNS,
        what="Wat aan één partner hangt",
        filters=filters,
        key="afhankelijk_rijen",
    )
