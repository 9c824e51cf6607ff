"""Which style fits a chosen partner, from its last assessment."""

from typing import Any

import streamlit as st

from core.filters import Filters
from core.forces import is_outdated
from core.influence_styles import STYLES, advice
from core.wording import long_date
from data import forces
from pages.parts import forces_chosen
from pages.shared.opened import recorded


def show(filters: Filters) -> None:
    """Choosing a partner by name, the advice with its reason, and the way to Krachtenanalyse."""
    st.subheader("Welke stijl past bij deze partner?", anchor=False)
    key = forces_chosen.PARTNER_TO_APPROACH
    found = forces_chosen.with_asked(recorded(forces.forces, filters), filters, key)
    row = forces_chosen.partner(found, key, forces_chosen.PARTNER)
    if row and row["day"]:
        _advice(row)
        st.caption(
            f"Op grond van de inschatting van {long_date(row['day'])}: invloed "
            f"{row['influence']}, belang {row['interest']}."
            + (
                " Die is ouder dan een jaar: kijk eerst of zij nog klopt."
                if is_outdated(row["day"], filters.measure_date)
                else ""
            )
        )
    elif row:
        st.caption("Deze partner is nog niet ingeschat. Doe dat eerst bij Krachtenanalyse.")
    st.page_link("pages/forces.py", label="Naar Krachtenanalyse", icon=":material/arrow_back:")


def _advice(row: dict[str, Any]) -> None:
    found = advice(row["influence"], row["interest"], row["stance"])
    style, second = STYLES[found.style], STYLES[found.second]
    with st.container(border=True):
        st.markdown(f"**{style.label}**: {style.what}.")
        st.markdown(found.reason)
        st.markdown(f"Bijvoorbeeld: “{style.sentence_to(row['type'])}”")
        st.markdown(f"**Let op**: {style.pitfall}")
        st.markdown(
            f"Tweede keus: **{second.label}**, {second.what}. “{second.sentence_to(row['type'])}”"
        )
