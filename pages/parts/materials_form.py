"""The form to add or change a material, with its file."""

from typing import Any, get_args

import streamlit as st

from core.filters import today
from core.material import (
    BODY_LENGTH,
    KINDS,
    PHASES,
    SUMMARY_LENGTH,
    THEMES,
    Form,
    Material,
    Shelved,
    StoredFile,
    file_size,
)
from core.wording import number, plain
from data import form_choices, materials
from data.material_files import MOST_TOGETHER
from data.uploads import ALLOWED, MOST_BYTES, checked_upload
from pages.parts import record_editing
from pages.parts.materials_state import Shelf, open_
from pages.shared import allowed
from pages.shared.opened import result, store

FORM = "stuk"
ROUND = f"{FORM}_ronde"
COPIED = "(eigen versie)"
Row = dict[str, Any]


def opened(shelf: Shelf) -> int | None:
    """What the form is open on, as it was left: an id, record_editing.NEW, or nothing."""
    record_editing.follow("materialen", [FORM])
    return record_editing.opened(FORM, _rows(shelf))


def offer() -> None:
    """The button to add a material."""
    allowed.button(
        "Materiaal toevoegen",
        icon=":material/add:",
        type="primary",
        key="materiaal_erbij",
        on_click=_begin,
        args=(None, None),
    )


def offer_change(one: Shelved) -> None:
    """The button to change this one."""
    allowed.button(
        "Wijzigen", icon=":material/edit:", key="wijzig", on_click=_begin, args=(one, None)
    )


def offer_copy(one: Shelved) -> None:
    """The button to begin an own version of one that came along."""
    copy = one.content.model_copy(
        update={"title": f"{one.content.title} {COPIED}", "maker": None, "checked_on": today()}
    )
    allowed.button(
        "Maak een eigen versie",
        icon=":material/content_copy:",
        key="kopie",
        on_click=_begin,
        args=(None, copy),
    )


def _begin(one: Shelved | None, filled: Material | None) -> None:
    content = one.content if one else filled
    row = {"id": one.id, "version": one.version} if one else None
    record_editing.begin(FORM, row, _fields(content))
    _renew()


def _fields(content: Material | None) -> Row:
    """What the fields hold for a material, or for a new one."""
    return {
        "titel": content.title if content else "",
        "soort": content.kind if content else "format",
        "over": content.summary if content else "",
        "tekst": content.text if content else "",
        "link": content.link if content else "",
        "themas": list(content.themes) if content else [],
        "fasen": list(content.phases) if content else [],
        "vormen": list(content.forms) if content else [],
        "programmas": list(content.programmes) if content else [],
        "wie": (content.maker if content else None) or "",
        "gezien": content.checked_on if content else today(),
        "bestand_weg": False,
    }


def _rows(shelf: Shelf) -> list[Row]:
    return [
        {
            "id": one.id,
            "version": one.version,
            "content": one.content,
            "changed_by": one.changed_by,
        }
        for one in shelf
        if one.id is not None
    ]


def show(shelf: Shelf, id_: int) -> None:
    """The form on the material that it is open on, or on a new one."""
    row = next((row for row in _rows(shelf) if row["id"] == id_), None)
    st.subheader("Materiaal wijzigen" if row else "Materiaal toevoegen", anchor=False)
    with st.container(border=True, key=f"{FORM}_vak"):
        st.text_input("Titel", key=f"{FORM}_titel")
        st.segmented_control(
            "Soort", list(KINDS), key=f"{FORM}_soort", format_func=KINDS.__getitem__, required=True
        )
        st.text_area(
            f"Waar het over gaat (ten hoogste {number(SUMMARY_LENGTH)} tekens)",
            key=f"{FORM}_over",
            height=90,
        )
        st.text_input("Link (mag leeg)", key=f"{FORM}_link", placeholder="https://")
        _file(row["content"].file if row else None)
        _label()
        _text()
        record_editing.buttons(FORM, _save, row, row=row)


def _label() -> None:
    """What it is about: empty is for all."""
    words = result(form_choices.words)
    known = list(words["programme"])
    programmes = [*known, *(one for one in _held("programmas") if one not in known)]
    with st.grid(2, min_column_width=260):
        _several("Thema’s", "themas", THEMES)
        _several("Fasen", "fasen", PHASES)
        _several("Vormen", "vormen", {one: one for one in get_args(Form)})
        _several("Programma’s", "programmas", {one: one for one in programmes})
        st.text_input("Van wie (mag leeg)", key=f"{FORM}_wie")
        record_editing.day_input(FORM, "gezien", "Gecontroleerd op (mag leeg)")


def _several(title: str, field: str, names: Any) -> None:
    st.multiselect(
        title,
        list(names),
        key=f"{FORM}_{field}",
        format_func=lambda one: names.get(one, one),
        placeholder="Alle",
        select_all=False,
    )


def _held(field: str) -> list[str]:
    return list(record_editing.typed(FORM, field) or ())


def _text() -> None:
    with st.expander("Langere tekst (mag leeg)", key=f"{FORM}_lang"):
        st.text_area(
            f"Tekst (ten hoogste {number(BODY_LENGTH)} tekens)", key=f"{FORM}_tekst", height=320
        )
        st.caption(
            "Begin een kop met ##, een punt in een lijst met een streepje, een stap met 1. Een "
            "witregel begint een nieuwe alinea. De tekst is te downloaden als pdf."
        )


def _file(held: StoredFile | None) -> None:
    if held:
        st.caption(f"Bestand nu: {plain(held.name)} ({file_size(held.size)})")
        st.checkbox("Haal dit bestand weg", key=f"{FORM}_bestand_weg")
    st.file_uploader(
        f"{'Ander bestand' if held else 'Bestand'} (mag leeg): ten hoogste {file_size(MOST_BYTES)}",
        key=_uploader(),
        help="Kies een bestand met de knop, of sleep het naar dit vak.",
        max_upload_size=MOST_BYTES // 1_000_000,
    )
    st.caption(
        f"Soorten: {ALLOWED}; geen macro’s. Alle bestanden samen: {file_size(MOST_TOGETHER)}. "
        "Zet er geen persoonsgegevens in: iedereen die dit dashboard opent, kan het downloaden."
    )


def _uploader() -> str:
    return f"{FORM}_bestand_{st.session_state.setdefault(ROUND, 0)}"


def _renew() -> None:
    """Empty the uploader: only another key does."""
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def _save(row: Row | None) -> None:
    made: dict[str, int] = {}

    def write(id_: int, version: int) -> int:
        upload = st.session_state.get(_uploader())
        content = upload.getvalue() if upload else None
        stored = checked_upload(upload.name, content) if upload and content is not None else None
        material = _material(stored or _kept(row))
        if id_ == record_editing.NEW:
            made["id"], batch = materials.make_material(store(), material, "app", content)
            return batch
        return materials.change_material(store(), id_, version, material, "app", content)

    was_open = f"{FORM}_open" in st.session_state
    record_editing.save(FORM, write, "Het materiaal is bewaard.")
    if was_open and f"{FORM}_open" not in st.session_state:
        _renew()
        if made:
            open_(str(made["id"]))


def _kept(row: Row | None) -> StoredFile | None:
    """The file that was there, unless it is to go."""
    gone = row is None or record_editing.typed(FORM, "bestand_weg")
    return None if gone else row["content"].file  # type: ignore[index]


def _material(file: StoredFile | None) -> Material:
    def typed(field: str) -> Any:
        return record_editing.typed(FORM, field)

    return Material(
        title=typed("titel") or "",
        kind=typed("soort") or "format",
        summary=typed("over") or "",
        text=typed("tekst") or "",
        link=typed("link") or "",
        themes=tuple(_held("themas")),
        phases=tuple(_held("fasen")),
        forms=tuple(_held("vormen")),
        programmes=tuple(_held("programmas")),
        maker=typed("wie"),
        checked_on=record_editing.typed_day(FORM, "gezien", "Gecontroleerd op", today()),
        file=file,
    )
