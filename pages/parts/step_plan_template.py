"""What the plans of a library begin with: the shipped checks, or a copy that it adapted."""

from typing import Any

import streamlit as st

from core.filters import Filters
from core.step_plan import PHASES, StepTemplate, phase_label
from core.wording import plain
from data import choices, step_plans
from pages.parts import record_editing, step_plan_adapt, step_plan_state
from pages.shared import allowed, linked
from pages.shared.opened import recorded, result, store

LIBRARY = "bieb"
Row = dict[str, Any]


def show(filters: Filters) -> None:
    """One library, one phase, and its checks to adapt."""
    st.markdown(
        "Het sjabloon is waarmee een nieuw stappenplan van uw bibliotheek begint. "
        "Plannen die er al zijn, houden hun punten; in elk plan kunt u nieuwe punten overnemen."
    )
    chosen = _library(filters)
    if chosen is None:
        st.caption("Kies een bibliotheek om haar sjabloon te bekijken of aan te passen.")
        return
    record_editing.follow(f"sjabloon-{chosen}", [step_plan_adapt.FORM])
    row = recorded(step_plans.step_template, chosen)
    seen = (
        row["content"]
        if row
        else StepTemplate(library=chosen, checks=step_plans.shipped().checks())
    )
    _say(seen, row)
    phase = step_plan_state.phase_asked(0)
    with st.grid(len(PHASES), min_column_width=105, gap="small", key="fasen") as places:
        for number in PHASES:
            with places.cell():
                st.button(
                    phase_label(number),
                    key=f"fase_{number}",
                    type="primary" if number == phase else "secondary",
                    width="stretch",
                    on_click=linked.point,
                    args=(step_plan_state.PHASE, str(number)),
                )
    step_plan_adapt.edit(seen, phase, row["changed_by"] if row else "")


def _library(filters: Filters) -> int | None:
    """The only library, the only one of the filters, or the one that is picked."""
    libraries = {row["id"]: row["name"] for row in result(choices.libraries)}
    among = [id_ for id_ in filters.libraries if id_ in libraries] or list(libraries)
    if len(among) == 1:
        st.markdown(f"Sjabloon van **{plain(libraries[among[0]])}**")
        return int(among[0])
    picked = linked.pick(
        "Bibliotheek",
        {str(id_): libraries[id_] for id_ in among},
        key=LIBRARY,
        placeholder="Kies een bibliotheek",
    )
    return int(picked) if picked else None


def _say(seen: StepTemplate, row: Row | None) -> None:
    if row is None:
        st.caption(
            f"Nu nog het meegeleverde stappenplan met {len(seen.checks)} punten; met de eerste "
            "wijziging krijgt de bibliotheek een eigen exemplaar."
        )
        return
    own = sum(one.text is not None for one in seen.checks)
    gone = len(seen.lacking(step_plans.shipped().checks()))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(
            f"Een eigen exemplaar met {len(seen.checks)} punten: {own} met eigen woorden, {gone} "
            "van de meegeleverde eruit.",
            width="stretch",
        )
        allowed.button(
            "Terug naar het meegeleverde",
            icon=":material/restart_alt:",
            key="sjabloon_weg",
            type="tertiary",
            on_click=record_editing.carry_out,
            args=(
                lambda: step_plans.remove_template(store(), row, "app"),
                "Nieuwe plannen beginnen weer met het meegeleverde stappenplan.",
            ),
        )
