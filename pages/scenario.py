"""Wat als: an advisor asks what stopping this and starting that would do, and what to keep."""

import streamlit as st

from pages.parts import what_if_ceiling, what_if_scenario
from pages.shared import done, linked
from pages.shared.empty import nothing_yet
from pages.shared.filters import current

filters = current()
QUESTIONS = {
    "Stoppen en beginnen": what_if_scenario.show,
    "Kiezen bij een plafond": what_if_ceiling.show,
}

st.title("Wat als", anchor=False)
done.say()
if nothing_yet():
    st.stop()
QUESTIONS[linked.choice("Vraag", list(QUESTIONS), key="vraag", hide_title=True)](filters)
