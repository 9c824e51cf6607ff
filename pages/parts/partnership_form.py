"""The form of one partnership: a new one, or one that is there."""

from collections.abc import Callable

import streamlit as st

from core.partnership_edit import LABELS
from core.wording import enumerated, plain
from pages.parts import partnership_conflict, partnership_goals, partnership_saving
from pages.parts import partnership_fields as fields
from pages.parts import partnership_state as state
from pages.parts.partnership_opened import REQUIRED, Form
from pages.shared import done


def show(what: str) -> None:
    """The form, and beside it what somebody else changed while it was open."""
    form = state.opened(what)
    if form is None:
        st.warning("Deze samenwerking is er niet (meer). Misschien ligt zij in de prullenbak.")
        st.button("Naar alle samenwerkingen", on_click=state.close, args=(what,))
        return
    st.header("Nieuwe samenwerking" if form.is_new else plain(form.base["name"]), anchor=False)
    if state.is_changed(form) and not (form.faults or form.theirs):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption("Wat u hier invulde, is nog niet opgeslagen.")
            st.button(
                "Begin opnieuw", on_click=state.open_for, args=(what,), type="tertiary",
                icon=":material/restart_alt:",
            )  # fmt: skip
    _fields(form)


@st.fragment
def _fields(form: Form) -> None:
    partnership_saving.settle(form)
    if not state.is_open(form.what):  # saved or closed: the table takes its place
        st.rerun()
    sections: dict[str, Callable[[], None]] = {
        "Wat en met wie": lambda: fields.what_and_with_whom(form, state.partners(form)),
        "Waar": lambda: fields.where(form),
        "Status en data": lambda: fields.status_and_days(form),
        "Afspraken en inzet": lambda: fields.agreed(form),
        "Bijdrage aan de doelen": lambda: partnership_goals.show(form),
        "Resultaat en notitie": lambda: fields.results(form),
    }
    for title, draw in sections.items():
        with st.container(border=True):
            st.subheader(title, anchor=False)
            draw()
    if form.theirs is not None:
        partnership_conflict.show(form)
    else:
        _finish(form)
    done.say_why()


def _finish(form: Form) -> None:
    """What is wrong or missing, where who saves looks; and saving."""
    wrong = [LABELS.get(field, "Sinds") for field in form.faults if form.fault(field)]
    missing = [LABELS[one] for one in REQUIRED if not form.value(one)]
    if wrong:
        st.error(
            f"**Nog niet opgeslagen.** Verbeter eerst: {enumerated(wrong, 30)}. Bij elk veld staat "
            "waarom.",
            icon=":material/error:",
        )
    elif missing:
        st.caption(f"Nog in te vullen: {', '.join(missing)}.")
    with st.container(horizontal=True):
        st.button(
            "Opslaan", type="primary", icon=":material/save:", key=f"bewaar_{form.what}",
            on_click=partnership_saving.save, args=(form,),
        )  # fmt: skip
        st.button("Annuleren", key=f"annuleer_{form.what}", on_click=state.close, args=(form.what,))


def offer_unsaved() -> None:
    """What was filled in and left behind: to go on with, or to throw away."""
    for form in state.unsaved():
        name = str(form.value("name") or form.base["name"] or "een nieuwe samenwerking")
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(
                f"U was bezig met **{plain(name)}**; dat is nog niet opgeslagen.", width="stretch"
            )
            st.button(
                "Verder invullen",
                key=f"verder_{form.what}",
                on_click=state.go_on,
                args=(form.what,),
            )
            st.button(
                "Weggooien", key=f"weggooien_{form.what}", on_click=state.forget, args=(form.what,)
            )
