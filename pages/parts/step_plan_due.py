"""What of a plan is late or comes up, over all phases: who does what before when."""

import streamlit as st

from core.step_plan import phase_label
from core.step_plan_wording import point_facts
from core.wording import number, plain
from pages.parts.step_plan_state import Plan

MOST = 8


def show(plan: Plan) -> None:
    """The checks with a date that passed or is near, the first date first; nothing if none."""
    due = plan.due
    for one in due[:MOST]:
        icon = ":material/error:" if one.is_late(plan.on) else ":material/schedule:"
        facts = " · ".join(plain(said) for said in point_facts(one, plan.on))
        st.markdown(
            f"{icon} **{plain(one.text)}**  \n:small[Fase {phase_label(one.check.phase)} · {facts}]"
        )
    if len(due) > MOST:
        st.caption(f"en nog {number(len(due) - MOST)}; in het Excelbestand staan ze alle.")
