"""Making the report and handing it over; and the reports that were made before."""

from typing import Any

import pyarrow as pa
import streamlit as st

from core.filters import Filters
from core.report import ReportAsked
from core.wording import as_typed, counted, long_date, number
from data.report import kept
from data.report.contents import reported_change
from data.report.made import Made, make_report
from data.store import Reader
from pages.shared import allowed, done, making, offered, rows
from pages.shared.filters import in_words
from pages.shared.opened import recorded, store

KEY = "rapport"
# A report of 100,000 partnerships is some 20 MB.
KEPT = 8
KEPT_COLUMNS = {
    "measure_date": "Peildatum",
    "made_on": "Gemaakt op",
    "about": "Keuze",
    "partnerships": "Samenwerkingen",
    "hours": "Uren per jaar",
    "attention": "Vraagt aandacht",
}


def offer(asked: ReportAsked) -> None:
    """The button that makes it, its progress, and the files when they are there."""
    question = (asked, _version())
    with st.container(border=True):
        if made := making.made(KEY, question):
            _hand_over(made)
            return
        st.button(
            "Maak het rapport",
            icon=":material/print:",
            type="primary",
            on_click=_start,
            args=(asked, question),
            disabled=making.is_busy(KEY, question),
        )
        st.caption(
            "Een PDF om te lezen en een Excel-bestand met alle rijen. De kerncijfers worden "
            "bewaard, zodat een volgend rapport ermee kan vergelijken."
        )


def _version() -> tuple[Any, ...]:
    """What a report that was made holds for: the same store, figures and documents."""
    last = recorded(reported_change)
    there = store()
    return (there.names, there.data_version, last["id"] if last else None)


def _start(asked: ReportAsked, question: tuple[Any, ...]) -> None:
    there, version = store(), question[1]

    def work(step: making.Step) -> Made:
        made: Made = _made(asked, version, there, step)
        if not there.is_read_only:
            kept.keep_report(there, made.kept, "app")
        return made

    making.start(KEY, question, work)


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def _made(asked: ReportAsked, version: Any, _store: Reader, _step: making.Step) -> Made:
    return make_report(_store, asked, _step)


def _hand_over(made: Made) -> None:
    st.success("Het rapport is klaar.", icon=":material/check_circle:")
    with st.container(horizontal=True):
        offered.file(
            f"PDF ({_size(made.pdf)})",
            made.pdf,
            file_name=f"{made.name}.pdf",
            mime="application/pdf",
            icon=":material/download:",
            type="primary",
            key="rapport_pdf",
            on_click="ignore",
        )
        offered.file(
            f"Excel ({_size(made.workbook)})",
            made.workbook,
            file_name=f"{made.name}.xlsx",
            icon=":material/download:",
            key="rapport_xlsx",
            on_click="ignore",
        )


def _size(file: bytes) -> str:
    return f"{number(max(len(file) / 1e6, 0.1), 1)} MB"


def show_kept(filters: Filters) -> None:
    """The reports that were made, each with a way to take it away."""
    found = recorded(kept.kept_reports)
    if not found:
        return
    st.subheader("Gemaakte rapporten", anchor=False)
    st.caption(
        f"{counted(len(found), 'rapport', 'rapporten')} om mee te vergelijken. Bewaard zijn de "
        "kerncijfers en de dekking per thema, niet het bestand."
    )
    picked = rows.table(
        pa.Table.from_pylist([_line(row) for row in found]),
        KEPT_COLUMNS,
        alt="Gemaakte rapporten",
        key="gemaakte_rapporten",
        pick=True,
    )
    if picked is not None:
        row = found[picked]
        allowed.button(
            f"Verwijder het rapport van {long_date(row['content'].filters.measure_date)}",
            icon=":material/delete:",
            on_click=_remove,
            args=(row["id"], row["version"]),
        )


def _line(row: dict[str, Any]) -> dict[str, Any]:
    content = row["content"]
    words = as_typed(in_words(content.filters)).removeprefix("U ziet ")
    return {
        "measure_date": content.filters.measure_date,
        "made_on": content.made_on,
        "about": words.partition(" · peildatum")[0],
        "partnerships": content.figures.partnerships,
        "hours": content.figures.hours,
        "attention": content.figures.attention,
    }


def _remove(id_: int, version: int) -> None:
    batch = done.doing(lambda: kept.remove_report(store(), id_, version, "app"))
    if batch is not None:
        done.remember("Het rapport is verwijderd uit de lijst.", batch)
