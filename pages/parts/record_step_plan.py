"""The step plan of a partnership that shares a building: how far each phase is, what is late."""

import streamlit as st

from core.filters import Filters
from core.step_plan import PHASES, phase_label
from core.step_plan_wording import plan_finding, short_done
from pages.parts import step_plan_due, step_plan_overview, step_plan_state, step_plan_wishes
from pages.parts.record_state import Record
from pages.shared import allowed

SHARED_FORMS, SHARED_THEME = ("mfa", "mfo"), "MFA"


def belongs(record: Record) -> bool:
    """Whether a record has this part: it has a plan, or is one that plans are made for."""
    row = record.row
    is_shared = row["form"] in SHARED_FORMS or SHARED_THEME in row["themes"]
    return is_shared or step_plan_state.of_partnership(record.id) is not None


def show(record: Record, filters: Filters) -> None:
    """The phases with what is done, what is late, what the wishes say, and the way to the plan."""
    plan = step_plan_state.of_partnership(record.id)
    if plan is None:
        st.markdown(
            "Er is nog geen stappenplan. Het helpt een team dat een gebouw of een organisatie gaat "
            "delen: zeven fasen met punten, wie wat doet vóór wanneer, en de wensen van ieder "
            "naast elkaar."
        )
        allowed.button(
            "Stappenplan beginnen",
            icon=":material/add:",
            key="plan_beginnen",
            type="primary",
            on_click=step_plan_overview.begin,
            args=(record.id,),
        )
        return
    now = plan.content.phase
    st.markdown(plan_finding(now, plan.progress(now), plan.progress()))
    with st.grid(len(PHASES), min_column_width=105, gap="small", key="planfasen") as places:
        for phase in PHASES:
            of_phase = plan.progress(phase)
            with places.cell():
                label = phase_label(phase)
                st.markdown(f"**{label}** (nu)" if phase == now else label)
                share = of_phase.done / of_phase.counted if of_phase.counted else 0.0
                late = f" · **{of_phase.late} te laat**" if of_phase.late else ""
                st.progress(share, text=f"{short_done(of_phase)}{late}")
    if plan.due:
        st.markdown("**Te laat en binnen dertig dagen**")
        step_plan_due.show(plan)
    st.markdown(f"**Wensen.** {step_plan_wishes.finding(plan)}")
    st.page_link(
        step_plan_state.PAGE,
        label="Naar het stappenplan",
        icon=":material/checklist:",
        query_params={step_plan_state.KEY: str(record.id)},
    )
