"""What was changed and by whom, with a way back."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pyarrow as pa
import streamlit as st

from core.wording import counted, number, plain
from data import choices as chosen_from
from data.store import Row
from data.undo import undo_batch
from pages.shared import rows
from pages.shared.failure import failing_softly
from pages.shared.opened import result, store

DONE = "gedaan"
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
    done = st.session_state.get(DONE)
    if not done:
        return
    text, batch = done
    with st.container(horizontal=True, vertical_alignment="center"):
        st.success(text, icon=":material/check_circle:", width="stretch")
        if batch is not None:
            st.button("Ongedaan maken", icon=":material/undo:", on_click=_undo, args=(batch,))
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
    st.button(
        f"Maak “{plain(chosen['action'])}” ongedaan",
        icon=":material/undo:",
        on_click=_undo,
        args=(chosen["id"],),
    )


def _drawn(row: Row) -> Row:
    made: datetime = row["made_at"]
    local = made.replace(tzinfo=UTC).astimezone(ZoneInfo("Europe/Amsterdam"))
    undone = " (ongedaan gemaakt)" if row["undone_by"] is not None else ""
    return {
        "when": f"{local:%d-%m-%Y %H:%M}",
        "action": row["action"] + undone,
        "who": row["who"],
        "rows_changed": row["rows_changed"],
    }


def _undo(batch: int) -> None:
    with failing_softly():
        undo_batch(store(), batch, "app")
        st.session_state[DONE] = ("De wijziging is ongedaan gemaakt.", None)
