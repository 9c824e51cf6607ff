"""The factsheets of all gemeenten: what each still lacks, and one file of a library's."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import streamlit as st

from core.coverage import Definition
from core.filters import Filters
from core.wording import counted, plain
from data.errors import StoreError
from data.factsheet_pdf import all_factsheets_pdf
from pages.parts.factsheet_chosen import Place, readiness
from pages.parts.factsheet_shown import file_name
from pages.shared import definition, offered, rows, search
from pages.shared.opened import store

COLUMNS = {
    "gemeente": "Gemeente",
    "library": "Bibliotheek",
    "year": "Kerncijfers",
    "story": "Verhaal",
    "ask": "Vraag",
}
SEARCH, MADE_FOR = "factsheets_maken", "factsheets_gevraagd"
# A hundred take ten seconds; on a machine that is busy with other things many times that.
LONGEST = 900.0
_READY = pa.schema(
    [(name, pa.string()) for name in ("gemeente", "library", "year", "story", "ask")]
)


Row = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """What a file is made of. What is written down meanwhile belongs in it: then it is another."""

    filters: Filters
    definition: Definition
    library: int
    gemeenten: tuple[str, ...]
    change_version: int


def show(places: Sequence[Place], chosen: Place | None, filters: Filters) -> None:
    """What was filled in for each, and the making of one file."""
    show_ready(places, filters)
    st.subheader("Alle factsheets van een bibliotheek in één bestand", anchor=False)
    library = _library(places, chosen)
    if library is None:
        return
    gemeenten = tuple(one.gemeente["code"] for one in places if one.library["id"] == library["id"])
    how = definition.choose()
    _make(library, Asked(filters, how, library["id"], gemeenten, store().change_version))


def show_ready(places: Sequence[Place], filters: Filters) -> None:
    """What was filled in for each gemeente."""
    st.subheader("Wat er is ingevuld", anchor=False)
    found = [{name: row[name] for name in _READY.names} for row in readiness(places, filters)]
    rows.with_download(
        pa.Table.from_pylist(found, schema=_READY),
        COLUMNS,
        what="Factsheets per gemeente",
        filters=filters,
        key="factsheets_rijen",
    )


def _library(places: Sequence[Place], chosen: Place | None) -> Row | None:
    by_id = {one.library["id"]: one.library for one in places}
    if len(by_id) == 1:
        return next(iter(by_id.values()))
    usual = list(by_id).index(chosen.library["id"]) if chosen else None
    id_ = st.selectbox(
        "Bibliotheek",
        list(by_id),
        index=usual,
        format_func=lambda one: str(by_id[one]["name"]),
        placeholder="Kies een bibliotheek",
        key="factsheets_van",
        width=420,
    )
    return by_id.get(id_)


def _make(library: Row, asked: Asked) -> None:
    """Begin it at a click; show how far it is; hand over the file."""
    name = str(library["name"])
    many = counted(len(asked.gemeenten), "factsheet", "factsheets")
    if st.session_state.get(MADE_FOR) != asked:
        st.button(
            f"Maak {many}",
            icon=":material/picture_as_pdf:",
            type="primary",
            key="factsheets_maak",
            on_click=_begin,
            args=(asked,),
        )
        st.caption(f"Eén pdf van {plain(name)}, met een A4 per gemeente binnen de filters.")
        return
    opened = store()

    def work(going: Callable[[float], bool]) -> bytes | None:
        return all_factsheets_pdf(
            opened, asked.filters, asked.definition, asked.library, asked.gemeenten, going
        )

    try:
        made = search.found(
            SEARCH,
            asked,
            work,
            label=f"{many} worden gemaakt …",
            stop="Stop",
            longest=LONGEST,
        )
    except OSError:
        st.session_state.pop(MADE_FOR)
        raise StoreError("De factsheets konden niet worden gemaakt") from None
    if made is search.PENDING:
        return
    if made is None:
        st.info("Het maken is gestopt; er is geen bestand.", icon=":material/stop_circle:")
        st.button("Maak ze opnieuw", key="factsheets_weer", on_click=_begin, args=(asked,))
        return
    st.success(f"{many} van {plain(name)} staan klaar.", icon=":material/check_circle:")
    offered.file(
        "Alle factsheets (PDF)",
        made,
        file_name=f"factsheets-{file_name(name)}.pdf",
        mime="application/pdf",
        icon=":material/download:",
        type="primary",
        key="factsheets_pdf",
        on_click="ignore",
    )


def _begin(asked: Asked) -> None:
    st.session_state[MADE_FOR] = asked
    st.session_state.pop(SEARCH, None)
