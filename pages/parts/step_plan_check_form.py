"""The form for how a check stands: who, before when, evidence."""

from typing import Any

import streamlit as st

from core.step_plan import SETTLED, STATES, CheckProgress, Point, State
from core.wording import plain
from data import step_plans
from pages.parts import record_editing
from pages.parts.step_plan_state import Plan
from pages.shared.opened import store

FORM = "punt"
NUMBER = "nummer"


def fields(point: Point, state: State | None = None) -> dict[str, Any]:
    """What the fields of the form hold for a check; with another state where one was chosen."""
    stands = point.progress
    return {
        NUMBER: point.check.number,
        "stand": state or stands.state,
        "wie": stands.owner or "",
        "datum": stands.due,
        "bewijs": stands.evidence or "",
        "link": stands.link or "",
        "reden": stands.reason or "",
    }


def opened(plan: Plan) -> int | None:
    """The number of the check that the form is open on, if it is.

    Where somebody took that check out of the plan, what was typed is shown to be taken along.
    """
    if record_editing.opened(FORM, plan.noted) is None:
        return None
    number = int(record_editing.typed(FORM, NUMBER))
    if plan.content.check(number) is None:
        with st.container(border=True):
            st.warning(
                "**Iemand anders haalde dit punt uit het plan terwijl u het bijwerkte.** Dit had u "
                "ingevuld:",
                icon=":material/delete:",
            )
            for field in ("wie", "bewijs", "link", "reden"):
                if text := record_editing.typed(FORM, field):
                    st.text(text)
            st.button("Sluiten", key="punt_sluiten", on_click=record_editing.close, args=(FORM,))
        return None
    return number


def show(plan: Plan, point: Point) -> None:
    """The form on a check."""
    with st.container(border=True, key=f"{FORM}_vak"):
        st.markdown(f"**{plain(point.text)}**")
        st.segmented_control(
            "Stand",
            list(STATES),
            key=f"{FORM}_stand",
            format_func=STATES.__getitem__,
            required=True,
        )
        with st.grid(2, min_column_width=180):
            st.text_input("Wie doet het (mag leeg)", key=f"{FORM}_wie", max_chars=200)
            record_editing.day_input(FORM, "datum", "Vóór (mag leeg)")
        if record_editing.typed(FORM, "stand") == "skipped":
            st.text_input("Waarom niet van toepassing", key=f"{FORM}_reden")
        else:  # kept for who comes back to it
            st.session_state[f"{FORM}_reden"] = record_editing.typed(FORM, "reden") or ""
        st.text_area(
            "Bewijs: wat is er, en waar is het te vinden (mag leeg)",
            key=f"{FORM}_bewijs",
            height=80,
        )
        st.text_input("Link naar het bewijs (mag leeg)", key=f"{FORM}_link", placeholder="https://")
        record_editing.buttons(FORM, _save, plan, point, row=plan.note(point.check.number))


def _save(plan: Plan, point: Point) -> None:
    def write(id_: int, version: int) -> int:
        made = CheckProgress(
            partnership=plan.id,
            number=point.check.number,
            state=record_editing.typed(FORM, "stand") or "open",
            owner=record_editing.typed(FORM, "wie"),
            due=record_editing.typed(FORM, "datum"),
            evidence=record_editing.typed(FORM, "bewijs"),
            link=record_editing.typed(FORM, "link"),
            reason=record_editing.typed(FORM, "reden"),
            settled_on=point.progress.settled_on if point.progress.state in SETTLED else None,
        )
        seen = None if id_ == record_editing.NEW else (id_, version)
        stands = made.standing(made.state, plan.on)
        return step_plans.write_check(store(), stands, seen, point.text, "app")

    record_editing.save(FORM, write, "Het punt is bewaard.")
