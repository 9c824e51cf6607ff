"""Doelen: a director asks whether the partnerships carry our goals, and on whom a goal hangs."""

import streamlit as st

from core.alignment import goals_finding
from data import alignment
from pages.parts import goals_dependencies, goals_effort, goals_matrix, goals_smallest
from pages.shared.empty import nothing_yet
from pages.shared.filters import current
from pages.shared.opened import listed, prepare

filters = current()

st.title("Doelen", anchor=False)
if nothing_yet():
    st.stop()

prepare(
    (alignment.alignment, filters),
    (alignment.goals, filters),
    (alignment.dependencies, filters),
    (alignment.serving, filters),
)
partnerships = listed(alignment.alignment, filters)
goals = listed(alignment.goals, filters)
st.markdown(goals_finding(goals, partnerships))
if not partnerships:
    st.stop()

goals_effort.show(goals, filters)
goals_matrix.show(partnerships, goals, filters)
goals_dependencies.show(filters)
goals_smallest.show(partnerships, filters)
