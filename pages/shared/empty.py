"""What a page shows while there is nothing to show."""

import streamlit as st

from data import choices as chosen_from
from pages.shared.opened import result


def nothing_yet() -> bool:
    """Whether the store holds no partnership at all; if so, say how to get some."""
    if any(row["partnerships"] for row in result(chosen_from.libraries)):
        return False
    with st.container(border=True):
        st.markdown(
            "**Er zijn nog geen samenwerkingen geladen.** Haal op Gegevens het sjabloon op, vul "
            "één rij per samenwerking in en laad het bestand; daarna staat hier uw portefeuille."
        )
        st.page_link("pages/intake.py", label="Naar Gegevens", icon=":material/arrow_forward:")
    return True
