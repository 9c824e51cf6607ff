"""One step plan: where it stands, and its phases, wishes and copy of the checks."""

import streamlit as st

from core.filters import Filters
from core.record_wording import where
from core.step_plan import PHASES, phase_label
from core.step_plan_wording import plan_finding, short_done
from core.wording import counted, enumerated, plain
from data import step_plans
from pages.parts import (
    record_editing,
    step_plan_adapt,
    step_plan_check_form,
    step_plan_files,
    step_plan_phase,
    step_plan_state,
    step_plan_wish_form,
    step_plan_wishes,
)
from pages.parts.step_plan_state import Plan
from pages.shared import allowed, done, linked, rows
from pages.shared.opened import may_change, store

POINTS, WISHES, ADAPT = "Punten", "Wensen", "Plan aanpassen"
# On which part each form stands.
FORMS = {
    step_plan_check_form.FORM: POINTS,
    step_plan_wish_form.FORM: WISHES,
    step_plan_adapt.FORM: ADAPT,
}


def show(plan: Plan, filters: Filters) -> None:
    """The finding, the phases as the way around, and the chosen part of the plan."""
    record_editing.follow(f"stappenplan-{plan.id}", FORMS)
    _head(plan)
    phase = step_plan_state.phase_asked(plan.content.phase)
    part = linked.choice("Deel", list(FORMS.values()), key="plandeel", hide_title=True)
    record_editing.say_unsaved(FORMS, part)
    if part != WISHES:
        tiles(plan, phase)
    if part == POINTS:
        step_plan_phase.show(plan, phase)
    elif part == WISHES:
        step_plan_wishes.show(plan, filters)
    else:
        step_plan_adapt.of_plan(plan, phase)
    step_plan_files.show(plan, phase)
    _remove(plan)


def _head(plan: Plan) -> None:
    with st.container(horizontal=True):
        st.button(
            "Alle stappenplannen",
            icon=":material/arrow_back:",
            key="naar_plannen",
            on_click=step_plan_state.point_to,
            args=(None,),
        )
        rows.record_link(plan.id, "Dossier van de samenwerking")
    row = plan.partnership
    st.subheader(plain(row["name"]), anchor=False)
    partners = [one["name"] for one in row["partner_rows"]]
    facts = [row["library_name"], f"met {enumerated(partners)}" if partners else "", where(row)]
    st.caption(" · ".join(plain(one) for one in facts if one))
    now = plan.content.phase
    st.markdown(plan_finding(now, plan.progress(now), plan.progress()))


def tiles(plan: Plan, shown: int) -> None:
    """A tile a phase, with how far it is; a click shows that phase."""
    with st.grid(len(PHASES), min_column_width=105, gap="small", key="fasen") as places:
        for number in PHASES:
            of_phase = plan.progress(number)
            with places.cell():
                st.button(
                    phase_label(number),
                    key=f"fase_{number}",
                    type="primary" if number == shown else "secondary",
                    width="stretch",
                    on_click=linked.point,
                    args=(step_plan_state.PHASE, str(number)),
                )
                share = of_phase.done / of_phase.counted if of_phase.counted else 0.0
                st.progress(share, text=_below(plan, number))


def _below(plan: Plan, number: int) -> str:
    of_phase = plan.progress(number)
    now = "**nu** · " if number == plan.content.phase else ""
    late = f" · **{of_phase.late} te laat**" if of_phase.late else ""
    return f"{now}{short_done(of_phase)}{late}"


def _remove(plan: Plan) -> None:
    if may_change():
        with st.popover("Stappenplan verwijderen", icon=":material/delete:", type="tertiary"):
            noted, wished = len(plan.noted), len(plan.wishes)
            st.markdown(
                f"Het plan gaat weg, met wat bij {counted(noted, 'punt', 'punten')} staat en met "
                f"{counted(wished, 'wens', 'wensen')}. De samenwerking blijft. U kunt dit daarna "
                "ongedaan maken."
            )
            allowed.button("Ja, verwijderen", key="plan_weg", on_click=_removed, args=(plan,))


def _removed(plan: Plan) -> None:
    batch = done.doing(lambda: step_plans.remove_step_plan(store(), plan.row, "app"))
    if batch is not None:
        step_plan_state.point_to(None)
        name = plain(plan.partnership["name"])
        done.remember(f"Het stappenplan van {name} is verwijderd.", batch, in_sight=False)
