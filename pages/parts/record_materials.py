"""Materials that may help with this partnership, each with the reason."""

import streamlit as st

from core.filters import Filters
from core.material_suggesting import About, suggestions
from core.wording import counted
from pages.parts import materials_actions, materials_state
from pages.parts.record_state import Record

MOST = 8
CALCULATION = """
Een materiaal past als het hetzelfde programma noemt (8 punten), hetzelfde thema (4), dezelfde vorm
(2) of dezelfde fase (1). Noemt het thema’s en is dit er geen van, of is het alleen voor andere
fasen of vormen, dan staat het hier niet. De meeste punten staan bovenaan; bij gelijke punten op
titel. Verborgen handreikingen doen niet mee.
"""


def show(record: Record, _: Filters) -> None:
    """The suggestions, those that fit best first, with the way to each."""
    row = record.row
    about = About(row["themes"], record.status, row["form"], row["programmes"] or ())
    found = suggestions(materials_state.shelf(), about)
    if not found:
        st.markdown(
            "Er is nog geen materiaal dat bij deze samenwerking past. Voeg op Dossier een format, "
            "voorbeeld of link toe en kies daarbij haar thema."
        )
        st.page_link(materials_actions.PAGE, label="Naar Dossier", icon=":material/folder_copy:")
        return
    what = counted(len(found), "materiaal past", "materialen passen")
    shown = found[:MOST]
    rest = f" De eerste {MOST} staan hieronder." if len(found) > MOST else ""
    st.markdown(f"**{what}** bij deze samenwerking.{rest}")
    for one in shown:
        materials_actions.suggestion(one)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.page_link(
            materials_actions.PAGE, label="Zoek verder in Dossier", icon=":material/search:"
        )
        with st.popover("Hoe is dit berekend?", icon=":material/calculate:", type="tertiary"):
            st.markdown(CALCULATION)
