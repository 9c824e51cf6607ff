"""A plan to take along: as a workbook, and as a PDF to print."""

import streamlit as st

from core.filters import Filters
from pages.parts.step_plan_state import Plan


def show(plan: Plan, phase: int, filters: Filters) -> None:
    """The downloads."""
    st.caption("")
