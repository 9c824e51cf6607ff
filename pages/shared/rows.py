"""The rows behind a figure: a table with Dutch headings and a download that explains itself."""

from collections.abc import Callable
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import streamlit as st

from core.filters import Filters
from core.wording import as_typed, long_date, number, short_date
from data.export import delimited, is_share, workbook
from pages.shared import offered, presenting
from pages.shared.filters import in_words
from pages.shared.first_visit import IN_ADDRESS
from pages.shared.opened import shown_through

SHOWN = 500
ABSENT = "–"
RECORD = "Dossier"


def table(
    rows: pa.Table,
    columns: dict[str, str],
    *,
    alt: str,
    key: str | None = None,
    pick: bool = False,
    total: int = 0,
    to_record: bool = False,
    row_height: int | None = None,
) -> int | None:
    """At most 500 rows with Dutch headings; says so when there are more, or none.

    With `to_record` the first column leads to the record of each: `id` is that of a partnership.

    `total` is how many there are when only the first were asked for. With `pick` (and a key) one
    row can be chosen; returns its number, from 0. Texts wrap where a `row_height` gives them room.
    """
    if rows.num_rows == 0:
        st.caption("Er zijn geen rijen binnen deze keuze.")
        return None
    mode = "single-row" if pick else None
    chosen = _drawn(
        rows, columns, mode, to_record=to_record, alt=alt, key=key, row_height=row_height
    )
    if (total := max(total, rows.num_rows)) > SHOWN:
        st.caption(f"De eerste {SHOWN} van {number(total)} rijen; de download bevat ze alle.")
    return chosen[0] if chosen else None


def several(rows: pa.Table, columns: dict[str, str], **said: Any) -> list[int]:
    """The same for choosing any number of rows; returns their numbers, from 0.

    `said`: alt and key, and height and to_record where they are other than usual.
    """
    return _drawn(rows, columns, "multi-row", **said)


def _drawn(
    rows: pa.Table,
    columns: dict[str, str],
    mode: Any,
    *,
    to_record: bool = False,
    **said: Any,
) -> list[int]:
    shown = _rounded(
        rows.slice(0, SHOWN).select([one for one in columns if one in rows.schema.names])
    )
    drawn = shown.rename_columns([columns[name] for name in shown.column_names])
    configured = {
        columns[field.name]: config
        for field in shown.schema
        if (config := _column(field)) is not None
    }
    if to_record:
        drawn = drawn.add_column(0, RECORD, _links(rows.slice(0, SHOWN)))
        configured[RECORD] = st.column_config.LinkColumn(display_text="Openen", width="small")
    event: Any = st.dataframe(
        drawn,
        hide_index=True,
        column_config=configured,
        placeholder=ABSENT,
        on_select="rerun" if mode else "ignore",
        selection_mode=mode or "multi-row",
        **said,
    )
    chosen = event["selection"]["rows"] if mode else []
    return [int(row) for row in chosen if row < shown.num_rows]


def _links(rows: pa.Table) -> pa.Array:
    """The address of the record of each partnership, from wherever the app is served.

    It opens in a tab of its own, in which names are to be as hidden as in this one.
    """
    through = shown_through()
    asked = f"&{IN_ADDRESS}={through.token}" if through else ""
    addresses = [f"./samenwerking?nr={id_}{asked}" for id_ in rows["id"].to_pylist()]
    return pa.array(addresses, pa.string())


def record_link(id_: int, label: str = "Dossier openen") -> None:
    """The way to the record of a partnership, from where one is named."""
    st.page_link(
        "pages/partnership.py",
        label=label,
        icon=":material/folder_open:",
        query_params={"nr": str(id_)},
    )


def with_download(
    rows: pa.Table,
    columns: dict[str, str],
    *,
    what: str,
    filters: Filters,
    definition: str = "",
    key: str,
    to_record: bool = False,
) -> None:
    """The table and, below it, its download; `what` names both, `to_record` as in `table`."""
    table(rows, columns, alt=what, to_record=to_record)
    if rows.num_rows:
        download(rows, columns, what=what, filters=filters, definition=definition, key=key)


def twin(
    rows: pa.Table | Callable[[], pa.Table],
    columns: dict[str, str],
    *,
    what: str,
    filters: Filters,
    definition: str = "",
    key: str,
    to_record: bool = False,
) -> None:
    """The same, folded under a chart and drawn only when it is opened.

    `rows` may be a function that asks for them, then too. Not while presenting.
    """
    if presenting.is_on():
        return
    with st.expander("Tabel en download", on_change="rerun", key=f"{key}_tabel") as folded:
        if folded.open:
            found = rows() if callable(rows) else rows
            with_download(
                found,
                columns,
                what=what,
                filters=filters,
                definition=definition,
                key=key,
                to_record=to_record,
            )


def _rounded(shown: pa.Table) -> pa.Table:
    """Amounts to a hundredth and shares to a tenth of a percent: the download has the rest."""
    for at, field in enumerate(shown.schema):
        if pa.types.is_floating(field.type):
            decimals = 3 if is_share(field.name) else 2
            shown = shown.set_column(at, field, pc.round(shown.column(at), decimals))
    return shown


def _column(field: pa.Field) -> Any:
    if pa.types.is_date(field.type):
        return st.column_config.DateColumn(format="DD-MM-YYYY")
    if is_share(field.name):
        return st.column_config.NumberColumn(format="percent")
    if pa.types.is_floating(field.type) or pa.types.is_integer(field.type):
        return st.column_config.NumberColumn(format="localized")
    if pa.types.is_list(field.type):
        return st.column_config.ListColumn(width="medium")
    return None


def download(
    rows: pa.Table | Callable[[], pa.Table],
    columns: dict[str, str],
    *,
    what: str,
    filters: Filters,
    definition: str = "",
    key: str,
) -> None:
    """Buttons for Excel and CSV; the file is made at the click and says what it holds.

    A click runs nothing else: another run would throw away what a quick second click asks for.

    `rows` may be a function that asks for them, then at the click too. Not while presenting.
    """
    if presenting.is_on():
        return
    about = {
        "Wat": what,
        "Filters": as_typed(in_words(filters)),
        "Definitie": definition or "zie Bronnen in het programma",
        "Peildatum": long_date(filters.measure_date),
        "Bron": "het eigen gegevensbestand van dit programma; zie ook Bronnen",
    }

    def all_rows() -> pa.Table:
        return rows() if callable(rows) else rows

    name = f"{what.lower().replace(' ', '-')}-{short_date(filters.measure_date)}"

    with st.container(horizontal=True):
        offered.file(
            "Excel",
            lambda: workbook(all_rows(), columns, about, sheet=what[:31]),
            file_name=f"{name}.xlsx",
            icon=":material/download:",
            key=f"{key}_xlsx",
            on_click="ignore",
        )
        offered.file(
            "CSV",
            lambda: delimited(all_rows(), columns).encode("utf-8-sig"),
            file_name=f"{name}.csv",
            mime="text/csv",
            icon=":material/download:",
            key=f"{key}_csv",
            on_click="ignore",
        )
