"""The loaded registers: which file each is, for which day, and when and by whom it was loaded."""

import pyarrow as pa
import streamlit as st

from core.wording import counted, local_moment, number, person
from data import choices as chosen_from
from data.store import Row
from pages.shared import rows
from pages.shared.opened import result

COLUMNS = {
    "register": "Register",
    "locations": "Locaties",
    "measure_date": "Peildatum",
    "file_name": "Bestand",
    "when": "Geladen op",
    "loaded_by": "Door",
}


def show_loads() -> None:
    """One line a register, or what is counted with as long as there is none."""
    loads: list[Row] = result(chosen_from.register_loads)
    if not loads:
        st.caption(
            "Nog geen. Voor po en vo wordt met de meegeleverde schooltelling gerekend; voor "
            "kinderopvang is de noemer onbekend."
        )
        return
    drawn = [
        {
            **row,
            "when": local_moment(row["loaded_at"]),
            "loaded_by": person(row["loaded_by"]),
        }
        for row in loads
    ]
    rows.table(pa.Table.from_pylist(drawn), COLUMNS, alt="Geladen registers")
    for row in loads:
        if row["locations"] != row["in_file"]:
            # Before a register was exactly its file, rejected rows left older locations in it.
            st.caption(
                f"Het register {row['register']} heeft nu "
                f"{counted(row['locations'], 'locatie', 'locaties')}, het bestand had er "
                f"{number(row['in_file'])}. Laad het bestand opnieuw om ze gelijk te maken."
            )
