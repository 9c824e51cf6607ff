"""Factsheet gemeente: a director takes one page to the wethouder."""

import streamlit as st

from pages.parts import (
    factsheet_all,
    factsheet_chosen,
    factsheet_figures,
    factsheet_filling,
    factsheet_loading,
    factsheet_shown,
)
from pages.shared import done, linked
from pages.shared.filters import current

filters = current()
PARTS = {
    "Factsheet": factsheet_shown.show,
    "Verhaal, vraag en kleur": factsheet_filling.show,
    "Kerncijfers": factsheet_figures.show,
}
OF_ALL = {
    "Alle gemeenten": factsheet_all.show,
    "Kerncijfers inlezen": factsheet_loading.show,
}

st.title("Factsheet gemeente", anchor=False)
done.say()
places = factsheet_chosen.places(filters)
if not places:
    factsheet_chosen.say_why_none(filters)
    st.stop()
chosen = factsheet_chosen.choose(places, filters)
if chosen:
    factsheet_filling.follow(chosen)
part = linked.choice("Onderdeel", [*PARTS, *OF_ALL], key="blad", hide_title=True)
factsheet_filling.say_unsaved(part)
if part in OF_ALL:
    OF_ALL[part](places, chosen, filters)
elif chosen:
    PARTS[part](chosen, filters)
else:
    factsheet_all.show_ready(places, filters)
