"""Two people changed one partnership: both versions side by side, and a choice."""

from typing import Any

import streamlit as st

from core.partnership_edit import LABELS, Difference, Side, differences, merged
from core.wording import by_whom, local_moment, plain
from data import editing
from data.contributions import partnership
from data.editing_checks import FormRefused, checked
from pages.parts import partnership_saving
from pages.parts import partnership_state as state
from pages.parts.partnership_opened import Form
from pages.parts.partnership_words import said
from pages.shared import done
from pages.shared.opened import store

Values = dict[str, Any]
SIDES: dict[str, Side] = {"Hun versie": "theirs", "Mijn versie": "mine"}


def show(form: Form) -> None:
    """What they changed and what I changed; of what both changed one is chosen."""
    theirs = form.theirs
    if not theirs:
        _removed(form)
        return
    mine = _as_stored(state.stated(form), theirs)
    found = differences(form.base, theirs, mine)
    with st.container(border=True):
        st.subheader("Iemand anders heeft dit intussen gewijzigd", anchor=False)
        st.markdown(
            f"Opgeslagen op {local_moment(theirs['changed_at'])}"
            f"{by_whom(theirs['changed_by'])}. Wat een van u beiden wijzigde, wordt "
            "overgenomen; kies waar u beiden iets anders invulde."
        )
        for one in found:
            _row(form, one)
        chosen = {
            one.field: SIDES[st.session_state.get(f"{form.key}_kies_{one.field}") or "Hun versie"]
            for one in found
            if one.by_both
        }
        with st.container(horizontal=True):
            st.button(
                "Opslaan met deze keuze",
                type="primary",
                on_click=partnership_saving.save_choice,
                args=(form, merged(form.base, theirs, mine, chosen), theirs),
            )
            st.button(
                "Alleen hun versie houden", on_click=state.close, args=(form.what,),
                help="Wat u invulde, gaat weg.",
            )  # fmt: skip


def _removed(form: Form) -> None:
    st.error(
        "Iemand heeft deze samenwerking intussen naar de prullenbak gebracht. Haal haar terug om "
        "op te slaan wat u hierboven invulde."
    )
    with st.container(horizontal=True):
        st.button(
            "Haal terug", icon=":material/restore_from_trash:", type="primary",
            on_click=_restore, args=(form,),
        )  # fmt: skip
        st.button("Sluiten zonder opslaan", on_click=state.close, args=(form.what,))


def _restore(form: Form) -> None:
    id_ = form.base["id"]
    done.doing(lambda: editing.restore_partnerships(store(), [id_], "app"))
    st.session_state[form.theirs_key] = partnership(store(), id_) or {}


def _row(form: Form, one: Difference) -> None:
    if one.field == "contributions":
        one = _of_other_goals(one)
    label = LABELS[one.field]
    if not one.by_both:
        who = "U" if one.base == one.theirs else "Zij"
        after = one.mine if one.base == one.theirs else one.theirs
        st.markdown(
            f"**{label}**: {plain(said(one.field, one.base))} → "
            f"{plain(said(one.field, after))} ({who})"
        )
        return
    st.markdown(f"**{label}**, eerst: {plain(said(one.field, one.base))}")
    with st.container(horizontal=True):
        for title, value in (("Hun versie", one.theirs), ("Mijn versie", one.mine)):
            with st.container(border=True):
                st.caption(title)
                st.text(said(one.field, value))
    st.segmented_control(
        f"Welke {label.lower()}?",
        list(SIDES),
        default="Hun versie",
        key=f"{form.key}_kies_{one.field}",
        persist_state="session",
        label_visibility="collapsed",
        required=True,
    )


def _of_other_goals(one: Difference) -> Difference:
    """Only what was judged otherwise: the rest says nothing of the choice."""
    sides = [list(side or ()) for side in (one.base, one.theirs, one.mine)]
    same = [judged for judged in sides[0] if all(judged in side for side in sides)]
    return Difference(
        one.field, *([judged for judged in side if judged not in same] for side in sides)
    )


def _as_stored(typed: Values, theirs: Values) -> Values:
    """What was typed as it would be stored, so that only what means another thing differs."""
    try:
        return checked(store(), typed, theirs)
    except FormRefused:
        return typed
