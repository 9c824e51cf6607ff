"""Deelnemen: somebody in the room joins with a code on a phone and scores, unseen by the others."""

import streamlit as st

from pages.parts import participation

st.title("Meedoen", anchor=False)
participation.show()
