"""The bin: what was removed, by whom and when, with a way back."""

import pyarrow as pa
import streamlit as st

from core.filters import Filters
from core.wording import counted, local_moment, number, person
from data import editing
from pages.shared import allowed, done, rows
from pages.shared.opened import result, store

COLUMNS = {
    "name": "Samenwerking",
    "library_name": "Bibliotheek",
    "when": "Verwijderd",
    "changed_by": "Door",
}


def show(filters: Filters) -> None:
    """What lies in the bin; what is chosen comes back as it was."""
    found = [
        row
        for row in result(editing.removed_partnerships)
        if not filters.libraries or row["library"] in filters.libraries
    ]
    if not found:
        st.caption("De prullenbak is leeg. Wat u verwijdert, blijft hier liggen.")
        return
    many = counted(len(found), "samenwerking", "samenwerkingen")
    st.markdown(f"**{many}** in de prullenbak. Zij tellen nergens meer mee.")
    drawn = [
        {
            **row,
            "when": local_moment(row["removed_at"]),
            "changed_by": person(row["changed_by"]),
        }
        for row in found
    ]
    table = pa.Table.from_pylist([{one: row[one] for one in COLUMNS} for row in drawn])
    if len(found) > rows.SHOWN:
        st.caption(
            f"Hier staan de {number(rows.SHOWN)} die het laatst zijn verwijderd; kies een "
            "bibliotheek om andere te zien."
        )
    key = f"prullenbak_{hash(tuple(row['id'] for row in found))}"
    picked = rows.several(
        table,
        COLUMNS,
        alt="Verwijderde samenwerkingen",
        key=key,
    )
    allowed.button(
        "Haal terug",
        icon=":material/restore_from_trash:",
        disabled=not picked,
        on_click=_restore,
        args=([found[at]["id"] for at in picked],),
    )


def _restore(ids: list[int]) -> None:
    batch = done.doing(lambda: editing.restore_partnerships(store(), ids, "app"))
    if batch:
        many = counted(len(ids), "samenwerking is", "samenwerkingen zijn")
        done.remember(f"{many} terug.", batch)
