"""Krachtenanalyse: an advisor and a group see how partners stand, and how to approach them."""

import streamlit as st

from core.forces import finding
from pages.parts import (
    forces_assess,
    forces_chosen,
    forces_field,
    forces_history,
    forces_picture,
    forces_said,
)
from pages.shared import done
from pages.shared.filters import current

filters = current()
st.title("Krachtenanalyse", anchor=False)
done.say()
found = forces_chosen.partners(filters)
st.markdown(finding(found))
if found:
    beside, controls = st.columns([3, 1], gap="large")
    with controls:
        draft = forces_assess.show(found, filters)
    # The picture follows the sliders; the words, the table and the files hold what is saved.
    shown = forces_picture.rows(found, filters)
    with beside:
        forces_picture.show(forces_picture.rows(found, filters, draft))
        if shown:
            forces_said.standing_out(found, filters)
    if shown:
        forces_said.approaches(shown, filters)
    if draft:
        forces_history.show(draft.partner)
    forces_history.missing(found, filters)
    forces_history.download(found, filters)
forces_field.show(found, filters)
