"""Doelen: a director asks whether the partnerships carry our goals, and on whom a goal hangs."""

import streamlit as st

from core.alignment import goals_finding
from core.filters import Filters
from data import alignment, selection
from pages.parts import (
    goals_bubbles,
    goals_carriers,
    goals_dependencies,
    goals_effort,
    goals_matrix,
    goals_partner,
    goals_sets,
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
    prepare(
        (selection.candidates, filters),
        (selection.worth, filters, 1.0),
        (alignment.dependencies, filters),
        (alignment.serving, filters),
    )
    goals_carriers.show(filters)
    goals_dependencies.show(filters)
    goals_partner.show(filters)
    goals_smallest.show(filters)


SETS = "Doelen en gewichten"
PARTS = {
    "Per doel": goals_effort.show,
    "Per samenwerking": _partnerships,
    "Afhankelijkheid": _dependence,
    SETS: goals_sets.show,
}

st.title("Doelen", anchor=False)
done.say()
running = 0
if not nothing_yet():
    prepare((alignment.alignment_summary, filters), (alignment.goals, filters))
    [summary] = listed(alignment.alignment_summary, filters)
    running = summary["partnerships"]
    st.markdown(goals_finding(listed(alignment.goals, filters), summary))
part = linked.choice("Deel", list(PARTS), key="deel", hide_title=True)
if running or part == SETS:
    PARTS[part](filters)
else:
    st.caption(f"Hier staat iets zodra er een samenwerking loopt; de doelen kiest u bij {SETS}.")
