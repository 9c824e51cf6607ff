"""Dekking: a director asks which part of the target population we reach, and where not."""

import streamlit as st

from core.findings import coverage_finding
from data import choices, coverage
from pages.parts import (
    coverage_by_theme,
    coverage_heatmap,
    coverage_theme,
    coverage_uncounted,
    white_spots,
)
from pages.shared import definition
from pages.shared.empty import nothing_yet
from pages.shared.filters import current
from pages.shared.opened import listed, prepare, result

filters = current()

st.title("Dekking", anchor=False)
if nothing_yet() and not result(choices.libraries):
    st.stop()  # without a library the white spots are those of the whole country

chosen = definition.choose()
prepare(
    (coverage.coverage, filters, chosen),
    (coverage.coverage_over_time, filters, chosen),
    (coverage.published_coverage, chosen),
    (coverage.uncounted, filters),
)
grid = result(coverage.coverage, filters, chosen)
rows = listed(coverage.coverage, filters, chosen)
totals = [row for row in rows if row["gemeente"] is None]
cells = [row for row in rows if row["gemeente"] is not None]
st.markdown(coverage_finding(totals, cells))

coverage_by_theme.show(grid, filters, chosen)
coverage_heatmap.show(grid, cells, filters, chosen)
coverage_theme.show(grid, filters, chosen)
white_spots.show(grid, filters, chosen)
coverage_uncounted.show(filters)
