"""Where the headers of a file are and what they mean, asked of the person where it is unclear."""

from typing import Any

import streamlit as st

from core.wording import counted, enumerated, plain
from data.ingest.columns import ColumnsRefused, HeadersNotFound, Table
from data.ingest.header_rows import filled_rows, likely_header_row, likely_sheet
from data.ingest.layouts import COLUMNS as IMPORT_COLUMNS
from data.ingest.partnerships import known_goals
from data.ingest.sheets import Sheet
from pages.shared.opened import store

Place = tuple[str, int]
SKIP = "overslaan"
_LONGEST = 120


def ask_for_place(file: Any, refused: HeadersNotFound | ColumnsRefused) -> Place | None:
    """The sheet and the row with the headers; None while the program's own idea of it stands."""
    if isinstance(refused, HeadersNotFound):
        st.warning(
            "**De kolomkoppen zijn niet herkend.** Wijs aan in welke rij ze staan; daarna kiest u "
            "wat elke kolom betekent.",
            icon=":material/help:",
        )
        return _place(file, refused.sheets.sheets, None)
    table = refused.table
    with st.expander("Staan de koppen in een andere rij?", icon=":material/table_rows:"):
        found = _place(file, table.sheets.sheets, (table.sheet, table.header_row))
    return None if found == (table.sheet, table.header_row) else found


def _place(file: Any, sheets: list[Sheet], known: Place | None) -> Place | None:
    offered = {one.name: rows for one in sheets if (rows := filled_rows(one))}
    name = known[0] if known else likely_sheet(sheets).name
    if len(offered) > 1:
        names = list(offered)
        asked = st.selectbox(
            "Blad met de gegevens", names, names.index(name), key=f"blad_{file.file_id}", width=420
        )
        name = str(asked or name)
    rows = offered[name]
    likely = known[1] if known and known[0] == name else likely_header_row(rows)
    numbers = list(rows)
    chosen = st.selectbox(
        "Rij met de kolomkoppen",
        numbers,
        numbers.index(likely),
        format_func=lambda number: f"rij {number}: {' · '.join(rows[number])}"[:_LONGEST],
        key=f"koppen_{file.file_id}_{name}",
    )
    return (name, chosen) if chosen else None


def ask_for_columns(table: Table, *, must: bool) -> dict[str, str | None]:
    """A choice per header that was not understood (or stands double); those that were made."""
    unclear = [one for one in table.unknown if one in table.headers]
    unclear += [header for headers in table.doubled.values() for header in headers]
    if not unclear:
        return {}
    goals = [goal["code"] for goal in known_goals(store().rows)]
    columns = [SKIP, *(column.name for column in IMPORT_COLUMNS), *goals]
    with st.expander(
        f"{counted(len(unclear), 'kolom is', 'kolommen zijn')} niet herkend: "
        f"{plain(enumerated(unclear))}",
        icon=":material/help:",
        expanded=must,
    ):
        st.caption("Kies wat elke kolom betekent, of sla hem over.")
        with st.grid(3, min_column_width=220):
            chosen = {
                header: st.selectbox(
                    plain(header), columns, key=f"kolom_{at}_{header}", placeholder="Overslaan"
                )
                for at, header in enumerate(dict.fromkeys(unclear))
            }
    meant = {header: column for header, column in chosen.items() if column and column != SKIP}
    doubled = {header for headers in table.doubled.values() for header in headers}
    return {**{h: None for h in doubled if meant and h not in meant}, **meant}
