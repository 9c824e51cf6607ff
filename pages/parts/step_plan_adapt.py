"""Adapting a copy of the checks: that of one plan, or what the plans of a library begin with."""

from collections.abc import Callable, Iterable
from typing import Any

import streamlit as st

from core.step_plan import (
    PHASES,
    SORTS,
    Check,
    Copy,
    StepPlan,
    StepTemplate,
    own_number,
    phase_label,
)
from core.wording import plain
from data import step_plans
from pages.parts import record_editing
from pages.parts.step_plan_state import Plan
from pages.shared import allowed
from pages.shared.opened import store

FORM = "eigen_punt"
Row = dict[str, Any]
Seen = StepPlan | StepTemplate


def of_plan(plan: Plan, phase: int) -> None:
    """The copy of one plan, and what its library's template has that it has not."""
    st.subheader(f"De punten van fase {phase_label(phase)}", anchor=False)
    st.caption(
        "Dit is het exemplaar van deze samenwerking: wat u hier verandert, verandert nergens "
        "anders. Wie, wanneer en bewijs blijven bij een punt staan als u het verplaatst of anders "
        "verwoordt."
    )
    edit(plan.content, phase, plan.row["changed_by"])
    library = plan.partnership["library"]
    lacking = plan.content.lacking(step_plans.template_checks(store(), library))
    _offered(plan.content, [one for one in lacking if one.phase == phase])


def edit(seen: Seen, phase: int, changed_by: str) -> None:
    """The checks of a phase, each to be moved, reworded or taken out, and one to be added."""
    _keep_what_is_gone(seen)
    opened = record_editing.opened(FORM, ())
    number = record_editing.typed(FORM, "nummer") if opened is not None else None
    held = seen.of(phase)
    for at, one in enumerate(held):
        if number == one.number:
            _form(seen, one, changed_by)
        else:
            _one(seen, one, first=at == 0, last=at == len(held) - 1)
    if number == record_editing.NEW:
        _form(seen, None, changed_by)
    else:
        allowed.button(
            "Punt toevoegen",
            icon=":material/add:",
            key="punt_erbij",
            on_click=record_editing.begin,
            args=(FORM, None, _fields(None, phase)),
        )


def _one(seen: Seen, one: Check, *, first: bool, last: bool) -> None:
    said = step_plans.shipped().wording(one)
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        sort = "" if one.sort == "check" else f"  \n:small[{SORTS[one.sort]}]"
        st.markdown(f"{plain(said)}{sort}", width="stretch")
        with st.container(horizontal=True, gap="small", width="content"):
            for name, icon, by, off in (
                ("omhoog", "arrow_upward", -1, first),
                ("omlaag", "arrow_downward", 1, last),
            ):
                allowed.button(
                    "",
                    icon=f":material/{icon}:",
                    key=f"{name}_{one.number}",
                    help=f"Zet {name}",
                    type="tertiary",
                    disabled=off,
                    on_click=_carry_out,
                    args=(seen, _moved(one.number, by), "De volgorde is gewijzigd."),
                )
            allowed.button(
                "Wijzigen",
                icon=":material/edit:",
                key=f"verwoord_{one.number}",
                type="tertiary",
                on_click=record_editing.begin,
                args=(FORM, None, _fields(one, one.phase)),
            )
            allowed.button(
                "Eruit",
                icon=":material/delete:",
                key=f"eruit_{one.number}",
                type="tertiary",
                on_click=_carry_out,
                args=(seen, lambda now: now.without(one.number), "Het punt is eruit."),
            )


def _moved(number: int, by: int) -> Callable[[Any], Any]:
    return lambda now: now.moving(number, by)


def _offered(seen: Seen, lacking: Iterable[Check]) -> None:
    """What the template has in this phase and this copy has not: new, or taken out before."""
    offered = list(lacking)
    if not offered:
        return
    with st.expander(
        f"In het sjabloon, niet in dit plan ({len(offered)})", icon=":material/playlist_add:"
    ):
        for one in offered:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(plain(step_plans.shipped().wording(one)), width="stretch")
                allowed.button(
                    "Overnemen",
                    key=f"overnemen_{one.number}",
                    on_click=_carry_out,
                    args=(seen, _adding(one), "Het punt staat nu in dit plan."),
                )


def _adding(one: Check) -> Callable[[Any], Any]:
    """Twice is once: somebody else may have been first."""
    return lambda now: now if now.check(one.number) else now.adding(one)


def _carry_out(seen: Any, work: Callable[[Any], Any], said: str) -> None:
    record_editing.carry_out(lambda: step_plans.adapt(store(), seen, work, "app"), said)


def _fields(one: Check | None, phase: int) -> dict[str, Any]:
    """What the form holds; `gezien` is what was there when it was opened."""
    return {
        "nummer": one.number if one else record_editing.NEW,
        "fase": phase,
        "tekst": step_plans.shipped().wording(one) if one else "",
        "soort": one.sort if one else "check",
        "gezien": one,
    }


def _form(seen: Seen, one: Check | None, changed_by: str) -> None:
    with st.container(border=True, key=f"{FORM}_vak"):
        st.text_area("Wat moet er zijn of gebeuren", key=f"{FORM}_tekst", height=80)
        with st.grid(2, min_column_width=220):
            st.segmented_control(
                "Soort",
                list(SORTS),
                key=f"{FORM}_soort",
                format_func=SORTS.__getitem__,
                required=True,
            )
            if one is None:
                st.selectbox("Fase", list(PHASES), key=f"{FORM}_fase", format_func=phase_label)
        now = None
        if one:
            now = {"id": 0, "version": 0, "content": one, "changed_by": changed_by}
        if now and st.session_state.get(f"{FORM}_botsing"):
            st.session_state[f"{FORM}_gezien"] = one
        record_editing.buttons(FORM, _save, seen, row=now)


def _save(seen: Any) -> None:
    def write(_id: int, _version: int) -> int:
        number = int(record_editing.typed(FORM, "nummer") or 0)
        was: Check | None = record_editing.typed(FORM, "gezien")
        text = " ".join(str(record_editing.typed(FORM, "tekst") or "").split())
        wording = was and step_plans.shipped().wording(was)
        made = Check(
            number=number or own_number(),
            phase=was.phase if was else record_editing.typed(FORM, "fase"),
            sort=record_editing.typed(FORM, "soort") or "check",
            text=was.text if was and text == wording else text,
        )

        def put(now: Copy) -> Copy:
            return now.putting(made) if number else now.adding(made)

        # What was there when the form was opened, in place of what this run saw.
        opened_on = seen.putting(was) if was and seen.check(number) else seen
        return step_plans.adapt(
            store(), opened_on, put, "app", same=lambda copy: number and copy.check(number)
        )

    record_editing.save(FORM, write, "Het punt is bewaard.")


def _keep_what_is_gone(seen: Seen) -> None:
    """Where somebody took the check out that the form is open on: what was typed can be added."""
    number = record_editing.typed(FORM, "nummer")
    if f"{FORM}_open" not in st.session_state or not number or seen.check(number):
        return
    st.session_state[f"{FORM}_nummer"] = record_editing.NEW
    st.session_state[f"{FORM}_gezien"] = None
    st.session_state[f"{FORM}_weg"] = True
