"""Krachtenanalyse: an advisor and a group see how partners stand, and how to approach them."""

import streamlit as st

from core.forces import finding
from data import forces
from pages.parts import (
    consideration_state,
    forces_assess,
    forces_chosen,
    forces_field,
    forces_picture,
)
from pages.shared import done
from pages.shared.filters import current
from pages.shared.opened import recorded

filters = current()
consideration_state.keep("kracht_")
st.title("Krachtenanalyse", anchor=False)
done.say()
partners = forces_chosen.network(filters)
found = recorded(forces.forces, filters, partners).to_pylist()
st.markdown(finding(found))
if not found:
    st.stop()
beside, controls = st.columns([3, 1], gap="large")
with controls:
    draft = forces_assess.show(found)
with beside:
    forces_picture.show(found, draft, filters)
forces_assess.missing(found)
forces_assess.history(draft.partner if draft else None)
forces_field.show(filters)
