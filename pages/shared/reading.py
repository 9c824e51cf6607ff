"""Reading an uploaded file: once, with visible progress, and starting afresh when it is loaded."""

from collections.abc import Callable, Hashable, Iterable
from typing import Any

import pyarrow as pa
import streamlit as st

from core.wording import counted, plain
from data.ingest.findings import Problem, Remark, mistakes
from data.ingest.rejected import ReadFile, rejected_workbook
from data.ingest.sheets import LARGEST_FILE
from pages.shared import done, offered, rows
from pages.shared.opened import store

MEGABYTES = LARGEST_FILE // 1024**2
KEPT = "gelezen"
READABLE = 12
# A row of a table in which long texts are shown on three lines.
WRAPPED = 76
_ONE_LINE = 80


def upload(key: str, label: str) -> Any:
    """The uploader; it is emptied after a load by taking another key.

    Any type may be chosen: what cannot be read is refused by the reader, in Dutch.
    """
    round_ = st.session_state.setdefault("laadronde", 0)
    return st.file_uploader(
        f"{label}: Excel (.xlsx) of CSV, ten hoogste {MEGABYTES} MB",
        key=f"{key}_{round_}",
        help="Kies een bestand met de knop, of sleep het naar dit vak.",
        max_upload_size=MEGABYTES,
    )


def once(what: Hashable, read: Callable[[Callable[[float], None]], Any]) -> Any:
    """What `read` makes of a file, from memory on a rerun as long as the data is the same.

    `read` is given a function that shows how far it is (0-1).
    """
    asked = (what, store().data_version)
    kept = st.session_state.setdefault(KEPT, {})
    if asked not in kept:
        if any(was == what for was, _ in kept):
            st.info(
                "De gegevens zijn intussen gewijzigd. Hieronder staat wat er nu zou veranderen.",
                icon=":material/sync:",
            )
        bar = st.progress(0.0, "Het bestand wordt gelezen …")
        shown = 0.0

        def show(part: float) -> None:
            nonlocal shown
            if part - shown >= 0.02:
                shown = part
                bar.progress(min(part, 1.0), f"Het bestand wordt gelezen: {part:.0%}")

        try:
            found = read(show)
        finally:
            bar.empty()
        kept.clear()
        kept[asked] = found
    return kept[asked]


def load_button(label: str, *, key: str, disabled: bool = False) -> bool:
    """Whether what is shown may be loaded: another button after each change of the data.

    So a click on what was shown before somebody else's change loads nothing that was not seen.
    """
    return st.button(
        label,
        type="primary",
        icon=":material/save:",
        key=f"{key}_{store().data_version}",
        disabled=disabled,
    )


def finish(text: str, batch: int | None) -> None:
    """Say what was done on the next run, with an empty uploader."""
    done.remember(text, batch)
    st.session_state["laadronde"] = st.session_state.get("laadronde", 0) + 1
    st.session_state.pop(KEPT, None)
    st.rerun()


def rejected_rows(rejected: Iterable[Problem]) -> int:
    """How many rows are rejected; one row can have several problems."""
    return len({one.row for one in rejected})


def show_rejected(preview: ReadFile, *, alt: str, key: str) -> None:
    """Each mistake once, with the rows that have it; the download has every row."""
    found = [
        {
            "rows": one.where,
            "times": len(one.rows),
            "column": one.column,
            "value": one.value,
            "reason": one.reason,
        }
        for one in mistakes(preview.rejected)
    ]
    is_long = any(len(one.reason) > _ONE_LINE for one in preview.rejected)
    rows.table(
        pa.Table.from_pylist(found),
        {
            "rows": "Rij",
            "times": "Aantal rijen",
            "column": "Kolom",
            "value": "Waarde",
            "reason": "Reden",
        },
        alt=alt,
        row_height=WRAPPED if is_long else None,
    )
    offered.file(
        "Afgekeurde rijen (Excel)",
        lambda: rejected_workbook(preview),
        file_name="afgekeurde-rijen.xlsx",
        icon=":material/download:",
        key=key,
        on_click="ignore",
    )


def show_remarks(remarks: Iterable[Remark]) -> None:
    """What the reader noticed that stops no row: in full, or as a table where it is much."""
    remarks = list(remarks)
    with st.expander(f"Opmerkingen ({len(remarks)})", icon=":material/info:"):
        if len(remarks) > READABLE:
            _remarks_table(remarks)
        elif remarks:
            st.markdown("\n".join(f"- {_remark(one)}" for one in remarks))


def _remark(one: Remark) -> str:
    """A remark in one paragraph: a cell of a table shows its beginning only."""
    more = f" en {counted(one.times - 1, 'andere', 'andere')}" if one.times > 1 else ""
    where = f", {plain(one.column)}" if one.column else ""
    value = f" “{plain(one.value)}”" if one.value else ""
    return f"**Rij {one.row}{more}{where}{value}**: {plain(one.text)}"


def _remarks_table(remarks: list[Remark]) -> None:
    found = [
        {
            "row": one.row,
            "column": one.column,
            "value": one.value,
            "text": one.text,
            "times": one.times,
        }
        for one in remarks
    ]
    rows.table(
        pa.Table.from_pylist(found),
        {
            "row": "Rij",
            "column": "Kolom",
            "value": "Waarde",
            "text": "Opmerking",
            "times": "Keer",
        },
        alt="Opmerkingen bij het bestand",
    )
