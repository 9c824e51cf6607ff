"""What was done last, said on the next run, with a way back."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from core.wording import counted, local_moment, plain
from data import choices as chosen_from
from data.errors import StoreError
from data.undo import undo_batch
from pages.shared.failure import show_failure
from pages.shared.opened import recorded, store

DONE, REFUSED, OVER = "gedaan", "geweigerd", "erover"


def remember(text: str, batch: int | None, *, in_sight: bool = True) -> None:
    """Have `text` (Markdown) said on the next run; `batch` is what can be undone, if anything.

    Where the top of the page is not `in_sight`, it is said over the page as well.
    """
    st.session_state[DONE] = (text, batch)
    if not in_sight:
        st.session_state[OVER] = text


def refuse(error: StoreError) -> None:
    """Have it said on the next run why something was not done; for a callback."""
    forget()
    st.session_state[REFUSED] = error


def doing(work: Callable[[], Any]) -> Any:
    """What `work` answers, or None where it was refused: the next run says why; for a callback."""
    try:
        return work()
    except StoreError as error:
        refuse(error)
        return None


def said() -> str | None:
    """What was done last, as it is said; None where nothing is."""
    text: str | None = st.session_state.get(DONE, (None, None))[0]
    return text


def forget() -> None:
    """What was done before is not said beside what came after."""
    st.session_state.pop(DONE, None)


def say_why() -> None:
    """Why something was refused; for a fragment, which runs without the page around it."""
    if refused := st.session_state.pop(REFUSED, None):
        show_failure(refused)


def say() -> None:
    """The result of the last action, with a button to undo it while that is possible."""
    say_why()
    done = st.session_state.get(DONE)
    if not done:
        return
    text, batch = done
    if over := st.session_state.pop(OVER, None):
        st.toast(over, icon=":material/check_circle:")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.success(text, icon=":material/check_circle:", width="stretch")
        if batch is not None and st.button("Ongedaan maken", icon=":material/undo:"):
            confirm_undo(batch)
        st.button("Sluiten", on_click=forget)


@st.dialog("Wijziging ongedaan maken?")
def confirm_undo(batch: int) -> None:
    """What will happen, before it does."""
    change = next((row for row in recorded(chosen_from.batches) if row["id"] == batch), None)
    if change is not None:
        st.markdown(
            f"**{plain(change['action'])}** — {local_moment(change['made_at'])}, "
            f"{counted(change['rows_changed'], 'rij', 'rijen')}."
        )
    st.markdown(
        "Wat deze wijziging heeft toegevoegd, verdwijnt; wat zij heeft gewijzigd of verwijderd, "
        "wordt weer zoals het daarvoor was. Is iets ervan sindsdien opnieuw gewijzigd, dan "
        "gebeurt er niets en leest u waarom."
    )
    with st.container(horizontal=True):
        if st.button("Ja, maak ongedaan", type="primary", on_click=undo, args=(batch,)):
            st.rerun()
        if st.button("Annuleren"):
            st.rerun()


def undo(batch: int) -> None:
    """Undo a change, and have it said on the next run; for a callback."""
    if doing(lambda: undo_batch(store(), batch, "app")):
        remember("De wijziging is ongedaan gemaakt.", None)
