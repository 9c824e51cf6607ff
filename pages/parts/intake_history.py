"""What was changed and by whom, with a way back."""

import pyarrow as pa
import streamlit as st

from core.wording import counted, local_moment, number, plain
from data import choices as chosen_from
from data.errors import StoreError
from data.store import Row
from data.undo import undo_batch
from pages.shared import rows
from pages.shared.failure import show_failure
from pages.shared.opened import result, store

DONE, REFUSED = "gedaan", "geweigerd"
COLUMNS = {"when": "Wanneer", "action": "Wat", "who": "Door", "rows_changed": "Rijen"}


def finding() -> str:
    """What the store holds, in a sentence."""
    libraries = result(chosen_from.libraries)
    partnerships = sum(row["partnerships"] for row in libraries)
    registers = result(chosen_from.register_loads)
    loaded = ", ".join(f"{row['register']} ({number(row['locations'])})" for row in registers)
    return (
        f"**{counted(partnerships, 'samenwerking', 'samenwerkingen')}** van "
        f"{counted(len(libraries), 'bibliotheek', 'bibliotheken')}. "
        + (f"Geladen registers: {loaded}." if loaded else "Er is nog geen register geladen.")
    )


def say_what_was_done() -> None:
    """The result of the last action, with a button to undo it while that is possible."""
    if refused := st.session_state.pop(REFUSED, None):
        show_failure(refused)
    done = st.session_state.get(DONE)
    if not done:
        return
    text, batch = done
    with st.container(horizontal=True, vertical_alignment="center"):
        st.success(text, icon=":material/check_circle:", width="stretch")
        if batch is not None and st.button("Ongedaan maken", icon=":material/undo:"):
            _confirm(batch)
        st.button("Sluiten", on_click=lambda: st.session_state.pop(DONE, None))


def show() -> None:
    """The latest changes; the chosen one can be undone."""
    st.subheader("Wijzigingen", anchor=False)
    found = result(chosen_from.batches)
    if not found:
        st.caption("Er is nog niets gewijzigd.")
        return
    st.caption("De laatste vijftig wijzigingen. Kies een rij om die ongedaan te maken.")
    drawn = pa.Table.from_pylist([_drawn(row) for row in found])
    picked = rows.table(drawn, COLUMNS, alt="De laatste wijzigingen", key="wijzigingen", pick=True)
    if picked is None:
        return
    chosen = found[picked]
    if chosen["undone_by"] is not None:
        st.caption("Deze wijziging is al ongedaan gemaakt.")
        return
    if st.button(f"Maak “{plain(chosen['action'])}” ongedaan", icon=":material/undo:"):
        _confirm(chosen["id"])


def _drawn(row: Row) -> Row:
    undone = " (ongedaan gemaakt)" if row["undone_by"] is not None else ""
    return {
        "when": local_moment(row["made_at"]),
        "action": row["action"] + undone,
        "who": row["who"],
        "rows_changed": row["rows_changed"],
    }


@st.dialog("Wijziging ongedaan maken?")
def _confirm(batch: int) -> None:
    """What will happen, before it does."""
    change = next((row for row in result(chosen_from.batches) if row["id"] == batch), None)
    if change is not None:
        drawn = _drawn(change)
        st.markdown(
            f"**{plain(change['action'])}** — {drawn['when']}, "
            f"{counted(change['rows_changed'], 'rij', 'rijen')}."
        )
    st.markdown(
        "Wat deze wijziging heeft toegevoegd, verdwijnt; wat zij heeft gewijzigd of verwijderd, "
        "wordt weer zoals het daarvoor was. Is iets ervan sindsdien opnieuw gewijzigd, dan "
        "gebeurt er niets en leest u waarom."
    )
    with st.container(horizontal=True):
        if st.button("Ja, maak ongedaan", type="primary", on_click=_undo, args=(batch,)):
            st.rerun()
        if st.button("Annuleren"):
            st.rerun()


def _undo(batch: int) -> None:
    try:
        undo_batch(store(), batch, "app")
        st.session_state[DONE] = ("De wijziging is ongedaan gemaakt.", None)
    except StoreError as error:
        st.session_state[REFUSED] = error
