"""Two people changed one partnership: both versions side by side, and a choice."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from core.partnership_edit import LABELS, Difference, Side, differences, merged
from core.wording import local_moment, plain
from data.editing_checks import FormRefused, checked
from pages.parts.partnership_fields import Form
from pages.parts.partnership_words import said
from pages.shared.opened import store

Values = dict[str, Any]
SIDES: dict[str, Side] = {"Hun versie": "theirs", "Mijn versie": "mine"}


def show(
    form: Form,
    theirs: Values,
    typed: Values,
    save: Callable[[Form, Values, Values], None],
    close: Callable[[str], None],
) -> None:
    """What they changed and what I changed; of what both changed one is chosen."""
    if not theirs:
        st.error(
            "Iemand heeft deze samenwerking intussen naar de prullenbak gebracht. Haal haar eerst "
            "terug; wat u invulde staat hieronder nog."
        )
        return
    mine = _as_stored(typed)
    found = differences(form.base, theirs, mine)
    with st.container(border=True):
        st.subheader("Iemand anders heeft dit intussen gewijzigd", anchor=False)
        st.markdown(
            f"Opgeslagen door {plain(str(theirs['changed_by']))} op "
            f"{local_moment(theirs['changed_at'])}. Wat een van u beiden wijzigde, wordt "
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
                on_click=save,
                args=(form, merged(form.base, theirs, mine, chosen), theirs),
            )
            st.button(
                "Alleen hun versie houden", on_click=close, args=(str(form.base["id"]),),
                help="Wat u invulde, gaat weg.",
            )  # fmt: skip


def _row(form: Form, one: Difference) -> None:
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
        label_visibility="collapsed",
        required=True,
    )


def _as_stored(typed: Values) -> Values:
    """What was typed as it would be stored, so that only what means another thing differs."""
    try:
        return checked(store(), typed)
    except FormRefused:
        return typed
