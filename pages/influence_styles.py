"""Communicatiestijlen: how to approach a partner, and which styles one uses oneself."""

import streamlit as st

from pages.parts import consideration_state, styles_partner, styles_self_check, styles_shown
from pages.shared.filters import current

filters = current()
consideration_state.keep("stijl_")
st.title("Communicatiestijlen", anchor=False)
st.markdown(
    "Er zijn **vijf manieren** om een partner mee te krijgen. Welke past, hangt af van de "
    "situatie, niet van uw karakter: dit is geen persoonlijkheidstest."
)
styles_partner.show(filters)
styles_shown.show()
styles_self_check.show()
