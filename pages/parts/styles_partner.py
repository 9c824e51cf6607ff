"""Which style fits a chosen partner, from its last assessment."""

import streamlit as st

from core.filters import Filters
from core.forces import approach
from core.influence_styles import STYLES, advice
from core.wording import long_date
from data import forces
from pages.shared import by_name
from pages.shared.opened import recorded


def show(filters: Filters) -> None:
    """Choosing a partner by name, the advice with its reason, and the way to Krachtenanalyse."""
    st.subheader("Welke stijl past bij deze partner?", anchor=False)
    found = {one["id"]: one for one in recorded(forces.forces, filters, None).to_pylist()}
    names = {
        id_: f"{one['name']} ({one['gemeente_name']})" if one["gemeente_name"] else one["name"]
        for id_, one in found.items()
    }
    chosen = by_name.choose("Partner", "kracht_partner", names, width=420)
    if chosen is not None:
        one = found[chosen]
        if one["day"]:
            _advice(one["influence"], one["interest"], one["stance"])
            st.caption(
                f"Op grond van de inschatting van {long_date(one['day'])}: invloed "
                f"{one['influence']}, belang {one['interest']}, "
                f"{approach(one['influence'], one['interest']).lower()}."
            )
        else:
            st.caption("Deze partner is nog niet ingeschat. Doe dat eerst bij Krachtenanalyse.")
    st.page_link("pages/forces.py", label="Naar Krachtenanalyse", icon=":material/arrow_back:")


def _advice(influence: int, interest: int, stance: int) -> None:
    found = advice(influence, interest, stance)
    style, second = STYLES[found.style], STYLES[found.second]
    with st.container(border=True):
        st.markdown(f"**{style.label}** — {style.what}.")
        st.markdown(found.reason)
        st.markdown(f"Tweede keus: **{second.label}** — {second.what}.")
