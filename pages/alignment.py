"""Doelen: a director asks whether the partnerships carry our goals, and on whom a goal hangs."""

import streamlit as st

from core.alignment import goals_finding
from core.filters import Filters
from data import alignment
from pages.parts import (
    goals_bubbles,
    goals_dependencies,
    goals_effort,
    goals_matrix,
    goals_smallest,
)
from pages.shared import done, linked
from pages.shared.empty import nothing_yet
from pages.shared.filters import current
from pages.shared.opened import listed, prepare

filters = current()


def _partnerships(filters: Filters) -> None:
    prepare(*goals_bubbles.asked(filters), *goals_matrix.asked(filters))
    goals_bubbles.show(filters)
    goals_matrix.show(filters)


def _dependence(filters: Filters) -> None:
    goals_dependencies.show(filters)
    goals_smallest.show(filters)


PARTS = {
    "Per doel": goals_effort.show,
    "Per samenwerking": _partnerships,
    "Afhankelijkheid": _dependence,
}

st.title("Doelen", anchor=False)
done.say()
if nothing_yet():
    st.stop()

prepare((alignment.alignment_summary, filters), (alignment.goals, filters))
[summary] = listed(alignment.alignment_summary, filters)
st.markdown(goals_finding(listed(alignment.goals, filters), summary))
if not summary["partnerships"]:
    st.stop()
PARTS[linked.choice("Deel", list(PARTS), key="deel", hide_title=True)](filters)
