"""What was changed and by whom, with a way back."""

import pyarrow as pa
import streamlit as st

from core.wording import counted, local_moment, number, person, plain
from data import choices as chosen_from
from data.store import Row
from pages.shared import allowed, done, rows
from pages.shared.opened import recorded, result

COLUMNS = {"when": "Wanneer", "action": "Wat", "who": "Door", "rows_changed": "Rijen"}


def finding() -> str:
    """What the store holds, in a sentence."""
    libraries = result(chosen_from.libraries)
    partnerships = sum(row["partnerships"] for row in libraries)
    registers = result(chosen_from.register_loads)
    loaded = ", ".join(f"{row['register']} ({number(row['locations'])})" for row in registers)
    held = "Er zijn nog geen samenwerkingen"
    if libraries:
        held = (
            f"**{counted(partnerships, 'samenwerking', 'samenwerkingen')}** van "
            f"{counted(len(libraries), 'bibliotheek', 'bibliotheken')}"
        )
    return f"{held}. " + (
        f"Geladen registers: {loaded}." if loaded else "Er is nog geen register geladen."
    )


def show() -> None:
    """The latest changes; the chosen one can be undone."""
    st.subheader("Wijzigingen", anchor=False)
    found = recorded(chosen_from.batches)
    if not found:
        st.caption("Er is nog niets gewijzigd.")
        return
    st.caption("De laatste vijftig wijzigingen. Kies een rij om die ongedaan te maken.")
    drawn = pa.Table.from_pylist([_drawn(row) for row in found])
    # A change that comes on top would take over the choice of the row that it moves.
    key = f"wijzigingen_{found[0]['id']}"
    picked = rows.table(drawn, COLUMNS, alt="De laatste wijzigingen", key=key, pick=True)
    if picked is None:
        return
    chosen = found[picked]
    if chosen["undone_by"] is not None:
        st.caption("Deze wijziging is al ongedaan gemaakt.")
        return
    if allowed.button(f"Maak “{plain(chosen['action'])}” ongedaan", icon=":material/undo:"):
        done.confirm_undo(chosen["id"])


def _drawn(row: Row) -> Row:
    undone = " (ongedaan gemaakt)" if row["undone_by"] is not None else ""
    return {
        "when": local_moment(row["made_at"]),
        "action": row["action"] + undone,
        "who": person(row["who"]),
        "rows_changed": row["rows_changed"],
    }
