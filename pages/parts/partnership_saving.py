"""Saving the form of a partnership, once however often is clicked.

A second click ends the run of the first as soon as that touches the session, so after the change
was made and before it was said. What became of a click is therefore kept with the form, and said by
whichever run comes to it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from core.wording import plain
from data import editing
from data.contributions import partnership
from data.editing_checks import FormRefused
from data.errors import ChangedMeanwhile, StoreError
from pages.parts import partnership_fields as fields
from pages.parts import partnership_state as state
from pages.parts.partnership_opened import Form
from pages.shared import done
from pages.shared.opened import store

Values = dict[str, Any]


@dataclass
class Saving:
    """One attempt: how it is written, what is said of it, and what became of it."""

    write: Callable[[], int | None]
    said: str
    is_done: bool = False
    batch: int | None = None
    error: StoreError | None = None

    def once(self) -> "Saving":
        """Do it, unless it was done. Nothing in here touches the session."""
        if not self.is_done:
            try:
                self.batch = self.write()
            except StoreError as error:
                self.error = error
            self.is_done = True
        return self


def save(form: Form) -> None:
    """Save what is filled in; for a callback."""
    _once(form, _new if form.is_new else _changed)


def save_choice(form: Form, values: Values, theirs: Values) -> None:
    """Save the merged version on top of theirs; for a callback."""
    since = fields.since(form) if values["status"] != theirs["status"] else None
    opened, version = store(), theirs["version"]
    _once(
        form,
        lambda _: Saving(
            lambda: editing.change_partnership(
                opened, theirs["id"], version, values, "app", since
            ),
            "De samenwerking is opgeslagen, met wat u koos.",
        ),
    )  # fmt: skip


def settle(form: Form) -> None:
    """Say what became of an attempt whose run was ended before it could."""
    saving: Saving | None = st.session_state.get(_kept(form))
    if saving is None or not saving.is_done:
        return
    if saving.error is None:
        done.remember(saving.said, saving.batch, in_sight=False)
        state.close(form.what)
        return
    _note(form, saving.error)
    st.session_state.pop(_kept(form), None)


def _once(form: Form, prepare: Callable[[Form], Saving]) -> None:
    if not state.is_open(form.what):  # the first of two clicks saved it
        state.close(form.what)
        return
    if _kept(form) not in st.session_state:
        st.session_state[_kept(form)] = prepare(form)
    st.session_state[_kept(form)].once()
    settle(form)


def _new(form: Form) -> Saving:
    values, opened = state.stated(form), store()
    said = f"**{plain(str(values['name'] or ''))}** is toegevoegd."
    return Saving(lambda: editing.make_partnership(opened, values, "app")[1], said)


def _changed(form: Form) -> Saving:
    values, since, opened = state.stated(form), fields.since(form), store()
    id_, version = form.base["id"], form.base["version"]
    saving = Saving(lambda: None, f"**{plain(str(values['name'] or ''))}** is gewijzigd.")

    def write() -> int | None:
        batch = editing.change_partnership(opened, id_, version, values, "app", since)
        if batch is None:
            saving.said = "Er was niets gewijzigd."
        return batch

    saving.write = write
    return saving


def _note(form: Form, error: StoreError) -> None:
    """Keep why it was refused with the form, which shows it."""
    if isinstance(error, ChangedMeanwhile):
        st.session_state[form.theirs_key] = partnership(store(), form.base["id"]) or {}
        st.session_state.pop(form.faults_key, None)
    elif isinstance(error, FormRefused):
        st.session_state[form.faults_key] = {
            one.field: (one.reason, form.value(one.field)) for one in error.faults
        }
    else:
        done.refuse(error)


def _kept(form: Form) -> str:
    return f"{form.key}_opslag"
