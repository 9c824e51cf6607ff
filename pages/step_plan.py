"""Stappenplan: a team that will share a building works through the checks of its phase."""

import streamlit as st

from pages.parts import (
    step_plan_chosen,
    step_plan_overview,
    step_plan_state,
    step_plan_template,
)
from pages.shared import done, linked
from pages.shared.empty import nothing_yet
from pages.shared.filters import current

filters = current()
PARTS = {
    "Stappenplannen": step_plan_overview.show,
    "Sjabloon": step_plan_template.show,
}

st.title("Stappenplan", anchor=False)
done.say()
if nothing_yet():
    st.stop()
plan = step_plan_state.asked()
if plan:
    step_plan_chosen.show(plan, filters)
else:
    PARTS[linked.choice("Beeld", list(PARTS), key="lijst", hide_title=True)](filters)
