"""What a page shows while there is nothing to show."""

import streamlit as st

from data import choices as chosen_from
from pages.shared import example
from pages.shared.opened import result


def nothing_yet() -> bool:
    """Whether the store holds no partnership at all; if so, say how to get some."""
    if any(row["partnerships"] for row in result(chosen_from.libraries)):
        return False
    with st.container(border=True):
        st.markdown(
            "**Er zijn nog geen samenwerkingen geladen.** Voeg de eerste met de hand toe, of "
            "haal op Gegevens het sjabloon op, vul één rij per samenwerking in en laad dat. "
            "Daarna staat hier uw portefeuille."
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            st.page_link("pages/intake.py", label="Naar Gegevens", icon=":material/arrow_forward:")
            st.page_link(
                "pages/partnerships.py",
                label="Samenwerking toevoegen",
                icon=":material/add:",
                query_params={"bewerk": "nieuw"},
            )
            example.offer_again()
    return True
