"""Rapport: a director makes the report for the board, and sees what changed since the last one."""

import streamlit as st

from pages.parts import report_asked, report_made, report_preview
from pages.shared import done
from pages.shared.empty import nothing_yet
from pages.shared.filters import current

filters = current()

st.title("Rapport", anchor=False)
done.say()
if nothing_yet():
    st.stop()

finding = st.container()
asked = report_asked.choose(filters)
report_made.offer(asked)
with finding:
    report_preview.lead(asked)
report_preview.show(asked)
report_made.show_kept(filters)
