"""The page with what our own pages are made of: the store's queries, filters and charts."""

import pyarrow as pa
import pyarrow.compute as pc
import streamlit as st

from core.charts.bars import composition_bars
from core.charts.heatmap import coverage_heatmap, heatmap_rows
from core.coverage import Definition, largest_gap_first
from core.wording import amount, number
from data import coverage, portfolio
from pages.shared import charts, filters
from pages.shared.opened import listed, prepare, result

SHOWN = 25

st.set_page_config(page_title="Samenwerkingen", layout="wide")
st.title("Samenwerkingen", anchor=False)
chosen = filters.draw()
prepare(
    (portfolio.key_figures, chosen),
    (portfolio.composition, chosen),
    (coverage.coverage, chosen, Definition.CONTACT),
)
now = listed(portfolio.key_figures, chosen)[-1]
with st.container(horizontal=True):
    st.metric("Samenwerkingen", number(now["partnerships"]))
    st.metric("Partners", number(now["partners"]))
    st.metric("Gemeenten", number(now["gemeenten"]))
    st.metric("Uren per jaar", amount(now["hours"] or 0))

st.subheader("Per gemeente en thema", anchor=False)
cells = [row for row in listed(coverage.coverage, chosen, Definition.CONTACT) if row["gemeente"]]
drawn = heatmap_rows(cells, largest_gap_first(cells)[:SHOWN], on_dark=charts.is_dark())
charts.draw(coverage_heatmap, pa.Table.from_pylist(drawn), alt_text="Dekking", key="matrix")

for title, dimension in {"Per thema": "theme", "Per vorm": "form"}.items():
    st.subheader(title, anchor=False)
    every = result(portfolio.composition, chosen)
    bars = every.filter(pc.equal(every["dimension"], dimension)).sort_by([("active", "descending")])
    said = pa.array([number(one) for one in bars["active"].to_pylist()])
    charts.draw(composition_bars, bars.append_column("text", said), alt_text=title, key=dimension)
