"""One phase of a plan: what it is for, its checks with who and when, and what to talk about."""

from datetime import date
from typing import Any

import streamlit as st

from core.step_plan import (
    PHASES,
    SETTLED,
    STATES,
    CheckProgress,
    Phase,
    Point,
    ShippedPhase,
    State,
    is_link,
    phase_label,
)
from core.step_plan_wording import done_of, point_facts
from core.wording import counted, plain
from data import step_plans
from pages.parts import record_editing, step_plan_check_form, step_plan_due
from pages.parts.step_plan_check_form import FORM
from pages.parts.step_plan_state import PHASE, Plan
from pages.shared import allowed, done, linked
from pages.shared.opened import store

ICONS = {
    "open": ":material/radio_button_unchecked:",
    "busy": ":material/timelapse:",
    "done": ":material/check_circle:",
    "skipped": ":material/block:",
}
LATE = ":material/error:"
SHORT = {**STATES, "skipped": "n.v.t."}
Row = dict[str, Any]


def show(plan: Plan, number: int) -> None:
    """The phase: its checks, and beside them who is at the table and what to ask."""
    phase = step_plans.shipped().phases[number]
    _due(plan)
    st.subheader(f"Fase {phase_label(number)}", anchor=False)
    st.markdown(phase.aim)
    checks, beside = st.columns([5, 2], gap="large")
    with checks:
        opened = step_plan_check_form.opened(plan)
        for point in plan.of(number):
            if opened == point.check.number:
                step_plan_check_form.show(plan, point)
            else:
                _one(plan, point)
        _onwards(plan, number)
    with beside:
        _talk(phase)


def _due(plan: Plan) -> None:
    """What asks for something now, in whatever phase it is."""
    due = plan.due
    if not due:
        return
    late = sum(one.is_late(plan.on) for one in due)
    parts = [f"{late} te laat" if late else "", f"{len(due) - late} binnenkort"]
    said = " en ".join(one for one in parts if one and not one.startswith("0 "))
    with st.expander(f"Wie doet wat vóór wanneer: {said}", icon=":material/event:"):
        step_plan_due.show(plan)


def _talk(phase: ShippedPhase) -> None:
    with st.container(border=True):
        st.markdown("**Wie zit aan tafel**")
        st.markdown("\n".join(f"- **{who}** {why}." for who, why in phase.roles))
        st.markdown("**Vragen voor het gesprek**")
        st.markdown("\n".join(f"- {one}" for one in phase.questions))


def _one(plan: Plan, point: Point) -> None:
    number = point.check.number
    with st.container(border=True, horizontal=True, key=f"punt_{number}"):
        with st.container(gap="small", width="stretch"):
            _said(point, late=point.is_late(plan.on), on=plan.on)
        with st.container(gap="small", width="content"):
            _state(plan, point)
            allowed.button(
                "Wie, wanneer, bewijs",
                icon=":material/edit:",
                key=f"punt_wijzig_{number}",
                type="tertiary",
                on_click=record_editing.begin,
                args=(FORM, plan.note(number), step_plan_check_form.fields(point)),
            )


def _said(point: Point, *, late: bool, on: date) -> None:
    """What the check says, how it stands, and the evidence."""
    stands = point.progress
    icon, said = LATE if late else ICONS[stands.state], plain(point.text)
    st.markdown(f"{icon} {said}" if stands.state in SETTLED else f"{icon} **{said}**")
    if facts := point_facts(point, on):
        shown = [plain(one) for one in facts]
        st.caption(" · ".join([*shown[:-1], f"**{shown[-1]}**"] if late else shown))
    if stands.evidence:
        st.text(stands.evidence)
    if stands.link and is_link(stands.link):
        st.link_button("Bewijs openen", stands.link, icon=":material/open_in_new:", type="tertiary")


def _state(plan: Plan, point: Point) -> None:
    """The states beside each other; a click is stored at once."""
    row = plan.note(point.check.number)
    key = f"stand_{plan.id}_{point.check.number}"
    # What is stored, whoever stored it. Not where it says so already: what is set here takes the
    # place of a click that comes meanwhile.
    if st.session_state.get(key) != point.progress.state:
        st.session_state[key] = point.progress.state
    st.segmented_control(
        f"Stand van: {plain(point.text)}",
        list(SHORT),
        key=key,
        format_func=SHORT.__getitem__,
        required=True,
        label_visibility="collapsed",
        on_change=_stood,
        args=(plan, point, row, key),
    )


def _stood(plan: Plan, point: Point, row: Row | None, key: str) -> None:
    state: State = st.session_state[key]
    if state == point.progress.state:
        return
    if state == "skipped" and not point.progress.reason:
        record_editing.begin(FORM, row, step_plan_check_form.fields(point, state))
        return
    before, seen = _known(plan, point, row)
    made = before.standing(state, plan.on)
    own = _own_key(plan, point)
    was = st.session_state.get(own)
    # First: a next click can end this run as soon as the change is made.
    st.session_state[own] = made
    batch = done.doing(lambda: step_plans.write_check(store(), made, seen, point.text, "app"))
    if batch is None:
        st.session_state[own] = was
        return
    done.remember(f"Bewaard als {STATES[state]}: {plain(point.text)}", batch, in_sight=False)


def _known(
    plan: Plan, point: Point, row: Row | None
) -> tuple[CheckProgress, tuple[int, int] | None]:
    """What a click is made on: what this visitor saw, or what their click just before made of it.

    Two clicks that come quickly after each other know the same version.
    """
    number = point.check.number
    held = step_plans.check_progress(store(), plan.id)
    latest = next((one for one in held if one["content"].number == number), None)
    if latest and latest["content"] == st.session_state.get(_own_key(plan, point)):
        return latest["content"], (latest["id"], latest["version"])
    return point.progress, (row["id"], row["version"]) if row else None


def _own_key(plan: Plan, point: Point) -> str:
    """Under what is kept what this visitor made of a check last."""
    return f"punt_gezet_{plan.id}_{point.check.number}"


def _onwards(plan: Plan, number: int) -> None:
    """To make this the phase of the team, or the next one when this is."""
    now = plan.content.phase
    left = plan.progress(number)
    with st.container(horizontal=True, vertical_alignment="center"):
        if number != now:
            allowed.button(
                f"Wij zijn nu in fase {phase_label(number)}",
                icon=":material/flag:",
                key="nu_hier",
                on_click=_go,
                args=(plan, number),
            )
        elif number + 1 in PHASES:
            allowed.button(
                f"Door naar fase {phase_label(number + 1)}",
                icon=":material/arrow_forward:",
                key="verder",
                type="primary" if left.is_complete else "secondary",
                on_click=_go,
                args=(plan, number + 1),
            )
            if open_ := left.counted - left.done:
                st.caption(
                    f"{done_of(left).capitalize()} klaar. Verder gaan kan altijd; "
                    f"{counted(open_, 'punt blijft', 'punten blijven')} hier openstaan."
                )


def _go(plan: Plan, number: Phase) -> None:
    def moved() -> int:
        return step_plans.adapt(
            store(),
            plan.content,
            lambda now: now.model_copy(update={"phase": number}),
            "app",
            same=lambda one: one.phase,
        )

    batch = done.doing(moved)
    if batch is not None:
        linked.point(PHASE, None)
        done.remember(
            f"De samenwerking staat nu in fase {phase_label(number)}.", batch, in_sight=False
        )
