"""A plan to take along: a PDF to print for the table, and a workbook."""

from collections.abc import Sequence

import streamlit as st

from core.step_plan import phase_label
from core.step_plan_printed import PrintedPlan
from core.wording import short_date
from data.step_plan_pdf import step_plan_pdf
from data.step_plan_workbook import step_plan_workbook
from pages.parts.step_plan_state import Plan
from pages.shared import offered


def show(plan: Plan, phase: int) -> None:
    """The downloads; a file is made at the click."""
    printed = plan.printed
    day = short_date(plan.on)
    st.caption("Meenemen:")
    with st.container(horizontal=True, key="meenemen"):
        _pdf(
            f"PDF van fase {phase_label(phase)}",
            f"stappenplan-fase-{phase}-{day}",
            printed,
            [phase],
        )
        _pdf("PDF van het hele plan", f"stappenplan-{day}", printed, None)
        offered.file(
            "Excel",
            lambda: step_plan_workbook(printed),
            file_name=f"stappenplan-{day}.xlsx",
            icon=":material/download:",
            key="plan_xlsx",
            on_click="ignore",
        )


def _pdf(label: str, name: str, printed: PrintedPlan, shown: Sequence[int] | None) -> None:
    offered.file(
        label,
        lambda: step_plan_pdf(printed, shown),
        file_name=f"{name}.pdf",
        mime="application/pdf",
        icon=":material/print:",
        key=f"plan_pdf_{'fase' if shown else 'geheel'}",
        on_click="ignore",
    )
