"""Loading key figures of many gemeenten: template, file, what is in it, confirmation."""

from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import streamlit as st

from core.filters import Filters, today
from core.wording import counted, enumerated, number, plain
from data.factsheet_documents import FIGURES, factsheet_documents
from data.ingest.figures_template import TemplateRow, figures_workbook
from data.ingest.gemeente_figures import (
    FiguresPreview,
    load_gemeente_figures,
    read_gemeente_figures,
)
from pages.parts.factsheet_chosen import Place
from pages.shared import offered, reading, rows
from pages.shared.failure import failing_softly
from pages.shared.opened import recorded, store

KINDS = {"new": "nieuw", "changed": "gewijzigd", "unchanged": "ongewijzigd"}
ROWS = {
    "row": "Rij",
    "kind": "Wat",
    "gemeente": "Gemeente",
    "library": "Bibliotheek",
    "year": "Jaar",
    "changes": "Kerncijfers",
}


def show(places: Sequence[Place], chosen: Place | None, filters: Filters) -> None:
    """The steps, each appearing when the one before it is done."""
    st.subheader("Kerncijfers inlezen", anchor=False)
    st.markdown(
        "Een Excel-werkmap (.xlsx) of CSV met één rij per gemeente en jaar. Nodig zijn de kolommen "
        "**gemeente** en **jaar**; het sjabloon heeft al een rij voor elke gemeente binnen de "
        "filters. Er wordt niets opgeslagen voordat u dat bevestigt."
    )
    year = st.selectbox(
        "Jaar van het sjabloon",
        [today().year - back for back in range(1, 6)],
        key="sjabloonjaar",
        width=220,
    )
    offered.file(
        "Sjabloon (Excel)",
        lambda: figures_workbook(_template(places, year), year),
        file_name=f"kerncijfers-{year}.xlsx",
        icon=":material/download:",
        key="kerncijfers_sjabloon",
        on_click="ignore",
    )
    file = reading.upload("kerncijfers", "Bestand met kerncijfers")
    if file is None:
        return
    with failing_softly():
        preview: FiguresPreview = reading.once(
            ("figures", file.file_id, store().change_version),
            lambda progress: read_gemeente_figures(
                store(), file.getvalue(), file.name, progress=progress
            ),
        )
        _judge(preview)


def _template(places: Sequence[Place], year: int) -> list[TemplateRow]:
    known = {
        (row["library"], row["gemeente"]): row["content"]
        for row in recorded(factsheet_documents, FIGURES)
        if row["year"] == year
    }
    return [
        TemplateRow(
            one.library["name"], one.gemeente["name"], known.get((one.library["id"], one.number))
        )
        for one in places
    ]


def _judge(preview: FiguresPreview) -> None:
    st.subheader("Wat er in staat", anchor=False)
    rejected = reading.rejected_rows(preview.rejected)
    with st.grid(4, min_column_width=150, gap="small"):
        st.metric("Nieuw", number(preview.count("new")), border=True)
        st.metric("Gewijzigd", number(preview.count("changed")), border=True)
        st.metric("Ongewijzigd", number(preview.count("unchanged")), border=True)
        st.metric("Afgekeurd", number(rejected), border=True)
    st.caption(f"Gelezen: {plain(preview.file_name)}, blad {plain(preview.table.sheet)}.")
    if preview.table.unknown:
        st.warning(
            f"Niet herkend en dus niet gelezen: {plain(enumerated(preview.table.unknown, 8))}.",
            icon=":material/help:",
        )
    if rejected:
        st.markdown(
            f"**{counted(rejected, 'rij kan', 'rijen kunnen')} nog niet mee.** Verbeter ze in het "
            "bestand hieronder en laad dat; de andere rijen kunnen nu al."
        )
        reading.show_rejected(
            preview, alt="Afgekeurde rijen met hun reden", key="kerncijfers_afgekeurd"
        )
    if preview.remarks:
        reading.show_remarks(preview.remarks)
    if changing := [one for one in preview.rows if one.kind != "unchanged"]:
        st.markdown("**Wat er verandert**, van oud → nieuw:")
        found = pa.Table.from_pylist([_row(one) for one in changing])
        rows.table(found, ROWS, alt="Wat er verandert", row_height=reading.WRAPPED)
    _confirm(preview)


def _row(one: Any) -> dict[str, Any]:
    return {
        "row": one.row,
        "kind": KINDS[one.kind],
        "gemeente": one.gemeente,
        "library": one.library,
        "year": str(one.content.year),
        "changes": "; ".join(one.changes),
    }


def _confirm(preview: FiguresPreview) -> None:
    todo = preview.count("new") + preview.count("changed")
    if not todo:
        st.caption("Er is niets te laden: geen enkele rij is nieuw of gewijzigd.")
        return
    label = f"Laad {counted(todo, 'rij', 'rijen')}"
    if reading.load_button(label, key="kerncijfers_laden"):
        batch = load_gemeente_figures(store(), preview, "app")
        loaded = counted(todo, "rij is", "rijen zijn")
        reading.finish(f"{loaded} met kerncijfers geladen.", batch)
