"""Bronnen: where every fact and figure comes from, its date, and what each word means."""

from collections.abc import Callable

import streamlit as st

from core.wording import number
from data import sources
from pages.parts import (
    sources_meanings,
    sources_origin,
    sources_personal_data,
    sources_published,
)
from pages.shared import linked
from pages.shared.filters import current
from pages.shared.opened import result

filters = current()

PARTS: dict[str, Callable[[], None]] = {
    "Herkomst": lambda: sources_origin.show(filters),
    "Landelijke cijfers": lambda: sources_published.show(filters),
    "Begrippen": sources_meanings.show,
    "Persoonsgegevens": lambda: sources_personal_data.show(filters),
}

st.title("Bronnen", anchor=False)
st.markdown(
    f"Dit programma rekent met **{number(result(sources.sources).num_rows)} bronnen**; van elke "
    "bron staan hier de herkomst en de datum. Wat u zelf laadt, staat op de pagina Gegevens."
)
PARTS[linked.choice("Onderdeel", list(PARTS), key="onderdeel", hide_title=True)]()
