"""Samenwerkingen: somebody keeps the register up to date, a colleague looks something up."""

import streamlit as st

from pages.parts import partnership_form, partnership_state, partnerships_bin, partnerships_table
from pages.shared import done, linked
from pages.shared.filters import current
from pages.shared.opened import may_change

filters = current()
PARTS = {"Tabel": partnerships_table.show, "Prullenbak": partnerships_bin.show}
if not may_change():
    del PARTS["Prullenbak"]

st.title("Samenwerkingen", anchor=False)
done.say()
if may_change() and (asked := partnership_state.asked()):
    partnership_form.show(asked)
    st.stop()
partnership_form.offer_unsaved()
PARTS[linked.choice("Onderdeel", list(PARTS), key="onderdeel_sw", hide_title=True)](filters)
