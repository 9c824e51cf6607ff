"""Loading partnerships: template, file, columns, preview, confirmation."""

from typing import Any

import pyarrow as pa
import streamlit as st

from core.wording import counted, enumerated, number, plain, short_date
from data import choices as chosen_from
from data.extract import partnerships_workbook
from data.ingest.columns import ColumnsRefused, HeadersNotFound
from data.ingest.partnerships import Preview, load_partnerships, read_partnerships
from data.ingest.template import template_workbook
from pages.parts import intake_columns
from pages.parts.intake_columns import Place
from pages.shared import offered, reading, rows
from pages.shared.failure import failing_softly
from pages.shared.filters import current
from pages.shared.opened import result, store

KINDS = {"new": "nieuw", "changed": "gewijzigd", "unchanged": "ongewijzigd"}
ROWS = {
    "row": "Rij",
    "kind": "Wat",
    "name": "Samenwerking",
    "library": "Bibliotheek",
    "columns": "Gewijzigde kolommen",
}


def show() -> None:
    """The steps, each appearing when the one before it is done."""
    st.subheader("1. Het bestand", anchor=False)
    st.markdown(
        "Een Excel-werkmap (.xlsx) of CSV, met één rij per samenwerking. Nodig zijn de kolommen "
        "**naam**, **partner**, **thema** en **status**; het sjabloon legt alle kolommen uit en "
        "heeft keuzelijsten. Er wordt niets opgeslagen voordat u dat bevestigt."
    )
    filters = current()
    with st.container(horizontal=True):
        offered.file(
            "Sjabloon (Excel)",
            lambda: template_workbook(store()),
            file_name="samenwerkingen-sjabloon.xlsx",
            icon=":material/download:",
            key="sjabloon",
        )
        offered.file(
            "Alle samenwerkingen (Excel)",
            lambda: partnerships_workbook(store(), filters),
            file_name=f"samenwerkingen-{short_date(filters.measure_date)}.xlsx",
            icon=":material/download:",
            key="alle_samenwerkingen",
            on_click="ignore",
            help="Wat binnen de filters valt, met alle kolommen van het sjabloon: om te verbeteren "
            "en opnieuw te laden. Wat u niet wijzigt, blijft zoals het is.",
        )
    file = reading.upload("bestand", "Bestand met samenwerkingen")
    if file is None:
        return
    library = _library()
    with failing_softly():
        preview = _preview(file, library)
        if preview is not None:
            _judge(preview)


def _library() -> str | None:
    """The library of rows without one, where the store cannot tell by itself."""
    names = [row["name"] for row in result(chosen_from.libraries) if not row["is_example"]]
    return st.selectbox(
        "Bibliotheek voor rijen waarin die niet staat",
        names,
        index=0 if len(names) == 1 else None,
        accept_new_options=True,
        placeholder="Kies of typ een naam",
        help="Alleen nodig als het bestand geen kolom ‘bibliotheek’ heeft.",
        key="bestand_bibliotheek",
        width=420,
    )


def _preview(file: Any, library: str | None) -> Preview | None:
    """Read the file; where its headers are not understood, ask what they are and read it again."""
    place: Place | None = None
    found, refused = _attempt(file, library, place)
    if refused is not None:
        place = intake_columns.ask_for_place(file, refused)
        if place is not None:
            found, refused = _attempt(file, library, place)
    table = found.table if found else getattr(refused, "table", None)
    mapping = intake_columns.ask_for_columns(table, must=found is None) if table else {}
    if mapping:
        return _read(file, library, place, mapping)
    if refused:
        raise refused
    return found


def _attempt(
    file: Any, library: str | None, place: Place | None
) -> tuple[Preview | None, HeadersNotFound | ColumnsRefused | None]:
    """The file without a mapping, or why it needs one."""
    try:
        return _read(file, library, place, {}), None
    except (HeadersNotFound, ColumnsRefused) as error:
        return None, error


def _read(
    file: Any, library: str | None, place: Place | None, mapping: dict[str, str | None]
) -> Preview:
    sheet, header_row = place or (None, None)
    found: Preview = reading.once(
        ("partnerships", file.file_id, library, place, tuple(sorted(mapping.items()))),
        lambda progress: read_partnerships(
            store(),
            file.getvalue(),
            file.name,
            library=library,
            mapping=mapping or None,
            sheet=sheet,
            header_row=header_row,
            progress=progress,
        ),
    )
    return found


def _judge(preview: Preview) -> None:
    st.subheader("2. Wat er in staat", anchor=False)
    new, changed, same = (preview.count(kind) for kind in ("new", "changed", "unchanged"))
    rejected = reading.rejected_rows(preview.rejected)
    with st.grid(4, min_column_width=150, gap="small"):
        st.metric("Nieuw", number(new), border=True)
        st.metric("Gewijzigd", number(changed), border=True)
        st.metric("Ongewijzigd", number(same), border=True)
        st.metric("Afgekeurd", number(rejected), border=True)
    st.caption(f"Gelezen: {plain(preview.file_name)}, blad {plain(preview.table.sheet)}.")
    if preview.unknown_columns:
        st.warning(
            f"Niet herkend en dus niet gelezen: {plain(enumerated(preview.unknown_columns, 8))}.",
            icon=":material/help:",
        )
    for one in preview.libraries_new:
        served = (
            f"werkgebied: {counted(len(one.gemeenten), 'gemeente', 'gemeenten')}"
            if one.gemeenten
            else ("het werkgebied is nog onbekend; vul het daarna in bij Bibliotheken")
        )
        st.info(f"Nieuwe bibliotheek: **{plain(one.name)}** ({served}).", icon=":material/add:")
    if preview.example_removed:
        st.info("Bij het laden verdwijnen de voorbeeldgegevens.", icon=":material/science:")
    _show_rejected(preview)
    _show_accepted(preview)
    _confirm(preview, new + changed)


def _show_rejected(preview: Preview) -> None:
    if rejected := reading.rejected_rows(preview.rejected):
        st.markdown(
            f"**{counted(rejected, 'rij kan', 'rijen kunnen')} nog niet mee.** "
            "Verbeter ze in het bestand hieronder en laad dat; de andere rijen kunnen nu al."
        )
        reading.show_rejected(preview, alt="Afgekeurde rijen met hun reden", key="afgekeurd")
    if preview.remarks:
        reading.show_remarks(preview.remarks)


def _show_accepted(preview: Preview) -> None:
    if not preview.rows:
        return
    with st.expander("Alle goedgekeurde rijen", on_change="rerun", key="goedgekeurd") as seen:
        if seen.open:
            rows.table(
                pa.Table.from_pylist(
                    [
                        {
                            "row": one.row,
                            "kind": KINDS[one.kind],
                            "name": one.name,
                            "library": one.library,
                            "columns": ", ".join(one.columns),
                        }
                        for one in preview.rows
                    ]
                ),
                ROWS,
                alt="Goedgekeurde rijen",
            )


def _confirm(preview: Preview, count: int) -> None:
    st.subheader("3. Laden", anchor=False)
    if count == 0:
        st.caption(
            "Er is niets om te laden: alles staat er al zo in."
            if preview.rows
            else "Er is niets om te laden; verbeter eerst de afgekeurde rijen."
        )
        return
    label = f"Laad {counted(count, 'samenwerking', 'samenwerkingen')}"
    if reading.load_button(label, key="laden"):
        with st.spinner("De samenwerkingen worden opgeslagen …"):
            loaded = load_partnerships(store(), preview, "app")
        reading.finish(
            f"{counted(loaded.new, 'samenwerking', 'samenwerkingen')} toegevoegd, "
            f"{number(loaded.changed)} gewijzigd uit {plain(preview.file_name)}.",
            loaded.batch,
        )
