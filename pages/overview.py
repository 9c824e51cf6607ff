"""Overzicht: a director asks what we have, where we work together and what needs attention."""

import streamlit as st

from core.findings import portfolio_finding
from data import portfolio
from pages.parts import attention, composition, key_figures, map_of_partnerships
from pages.shared.empty import nothing_yet
from pages.shared.filters import current
from pages.shared.opened import prepare, result

filters = current()

st.title("Overzicht", anchor=False)
if nothing_yet():
    st.stop()

prepare(
    (portfolio.key_figures, filters),
    (portfolio.composition, filters),
    (portfolio.partnerships_per_gemeente, filters),
    written=[(portfolio.attention_counts, filters), attention.asked(filters)],
)
figures = result(portfolio.key_figures, filters).to_pylist()
counts = {row["reason"]: row["partnerships"] for row in attention.counts(filters)}
st.markdown(portfolio_finding(figures, counts.pop(None, 0)))

key_figures.show(figures, filters)
attention.show(counts, filters)

with st.grid(2, min_column_width=380, gap="medium") as places:
    with places.cell():
        map_of_partnerships.show(filters)
    with places.cell():
        composition.show(filters)
