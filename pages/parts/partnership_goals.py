"""What a partnership contributes to the goals of its library, in its form."""

import streamlit as st

from core.alignment import JUDGEMENTS, NOT_JUDGED
from core.wording import plain
from pages.parts.partnership_opened import Form

CHOICES = [NOT_JUDGED, *JUDGEMENTS]


def show(form: Form) -> None:
    """A row per goal: what it contributes, and for what was judged why."""
    goals = form.goals()
    if not goals:
        st.caption("Kies eerst een bibliotheek: dan staan hier haar doelen.")
        return
    st.caption(
        "Wat draagt deze samenwerking bij? 1 indirect, 2 direct, 3 kern; laat staan wat u nog niet "
        "weet. Op Doelen ziet u wat het geheel oplevert."
    )
    with st.container(horizontal=True):
        for row in goals:
            with st.container(width=440):
                _goal(form, row["goal"], row["label"])
    form.say_fault("contributions")


def _goal(form: Form, goal: str, label: str) -> None:
    form.draw(f"goal_{goal}", st.selectbox, CHOICES, label=plain(f"{goal} {label}"))
    if form.value(f"goal_{goal}") not in (None, NOT_JUDGED):
        form.draw(
            f"why_{goal}", st.text_input, label=f"Waarom ({plain(goal)})",
            placeholder="Waaruit blijkt dat?",
        )  # fmt: skip
