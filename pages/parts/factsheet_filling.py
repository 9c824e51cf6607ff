"""What a library says itself on the factsheet: a story, what it asks, and its colour."""

from typing import Any

import streamlit as st

from core.coverage import Definition
from core.factsheet import Factsheet, Result
from core.factsheet_words import ASK_LENGTH, ASK_LINES, STORY_LENGTH, STORY_LINES, FactsheetWords
from core.filters import Filters
from core.library_style import USUAL, LibraryStyle, as_hex, from_hex
from core.wording import plain
from data.errors import InputRefused
from data.factsheet_documents import (
    STYLE,
    WORDS,
    factsheet_documents,
    remove_factsheet_document,
    write_factsheet_document,
)
from pages.parts import record_editing
from pages.parts.factsheet_chosen import Place, sheet_of
from pages.shared import allowed
from pages.shared.opened import recorded, store

FORM, COLOUR = "factsheettekst", "huisstijl"
# On which part of the page each form stands.
FORMS = {
    FORM: "Verhaal, vraag en kleur",
    COLOUR: "Verhaal, vraag en kleur",
    "kerncijfers": "Kerncijfers",
}
Row = dict[str, Any]


def show(place: Place, filters: Filters) -> None:
    """The words of this gemeente, then the colour of the library on all of its factsheets."""
    sheet = sheet_of(place, filters, Definition.CONTACT)
    st.subheader(f"Verhaal en vraag voor {plain(place.gemeente['name'])}", anchor=False)
    found = recorded(factsheet_documents, WORDS, place.library["id"], place.number)
    _words(place, sheet, found)
    st.subheader(f"Kleur van {plain(place.library['name'])}", anchor=False)
    _colour(place, recorded(factsheet_documents, STYLE, place.library["id"]))


def follow(place: Place) -> None:
    """Have the forms of this place as they were left, whatever part is looked at."""
    record_editing.follow(f"factsheet {place.library['id']} {place.number}", FORMS)


def say_unsaved(part: str) -> None:
    """Where something was typed on another part than this one and not saved."""
    record_editing.say_unsaved(FORMS, part)


def _words(place: Place, sheet: Factsheet, found: list[Row]) -> None:
    one = found[0] if found else None
    opened = record_editing.opened(FORM, found)
    if opened is not None:
        _words_form(place, sheet, one)
        return
    content = one["content"] if one else None
    for title, text in (
        ("Verhaal of resultaat", content.story if content else ""),
        ("Wat wij de gemeente vragen", content.ask if content else ""),
    ):
        with st.container(gap=None):
            st.caption(title)
            st.text(text or "nog niet ingevuld")
    allowed.button(
        "Wijzigen" if one else "Invullen",
        icon=":material/edit:",
        key="factsheettekst_open_knop",
        on_click=record_editing.begin,
        args=(
            FORM,
            one,
            {
                "verhaal": content.story if content else "",
                "vraag": content.ask if content else "",
                "bron": content.partnership if content else None,
            },
        ),
    )


def _words_form(place: Place, sheet: Factsheet, one: Row | None) -> None:
    with st.container(border=True, key=f"{FORM}_vak"):
        _offer_results(sheet)
        st.text_area(
            "Verhaal of resultaat",
            key=f"{FORM}_verhaal",
            height=180,
            help="Wat het voor één inwoner of één school betekende.",
        )
        st.text_area(
            "Wat wij de gemeente vragen",
            key=f"{FORM}_vraag",
            height=120,
            help="Elke regel wordt een punt.",
        )
        st.caption(
            f"Op de A4 passen een verhaal van {STORY_LENGTH} tekens ({STORY_LINES} regels) en een "
            f"vraag van {ASK_LENGTH} tekens ({ASK_LINES} punten). Noem geen namen van inwoners "
            "zonder hun toestemming: dit wordt afgedrukt en gedeeld."
        )
        record_editing.buttons(FORM, _save_words, place, row=one)


def _offer_results(sheet: Factsheet) -> None:
    """The results that partnerships wrote down, to begin a story with."""
    if not sheet.results:
        return
    by_id = {one.partnership: one for one in sheet.results}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            "Begin met een behaald resultaat",
            list(by_id),
            index=None,
            format_func=lambda id_: _named(by_id[id_]),
            placeholder="Kies een samenwerking",
            key="resultaat",
        )
        allowed.button(
            "Neem over",
            icon=":material/content_paste:",
            key="resultaat_over",
            disabled=chosen is None,
            on_click=_take_over,
            args=(by_id.get(chosen or 0),),
        )
    if chosen in by_id:
        st.caption(plain(by_id[chosen].text))


def _named(one: Result) -> str:
    return f"{one.name} ({one.year})" if one.year else one.name


def _take_over(one: Result | None) -> None:
    if one is not None:
        typed = str(record_editing.typed(FORM, "verhaal") or "").strip()
        text = f"{typed}\n{one.text}" if typed else one.text
        st.session_state[f"{FORM}_verhaal"] = text[:STORY_LENGTH]
        st.session_state[f"{FORM}_bron"] = one.partnership


def _save_words(place: Place) -> None:
    def write(id_: int, version: int) -> int:
        made = FactsheetWords(
            library=place.library["id"],
            gemeente=place.number,
            story=record_editing.typed(FORM, "verhaal") or "",
            ask=record_editing.typed(FORM, "vraag") or "",
            partnership=record_editing.typed(FORM, "bron"),
        )
        about = place.gemeente["name"]
        return write_factsheet_document(store(), id_, version, about, made, "app")

    record_editing.save(FORM, write, "Het verhaal en de vraag zijn bewaard.")


def _colour(place: Place, found: list[Row]) -> None:
    one = found[0] if found else None
    now = as_hex(one["content"].colour if one else USUAL)
    if record_editing.opened(COLOUR, found) is not None:
        with st.container(border=True, key=f"{COLOUR}_vak"):
            st.color_picker("Kleur", key=f"{COLOUR}_kleur")
            st.caption(
                "De kleur van de kop, de cijfers en de balken op alle factsheets van deze "
                "bibliotheek. Witte letters moeten erop te lezen zijn; zo niet, dan leest u welke "
                "tint wel kan."
            )
            record_editing.buttons(COLOUR, _save_colour, place, row=one)
        return
    st.caption(f"Nu {now}" + ("." if one else ": de kleur van dit programma."))
    with st.container(horizontal=True):
        allowed.button(
            "Kleur kiezen",
            icon=":material/palette:",
            key="huisstijl_open_knop",
            on_click=record_editing.begin,
            args=(COLOUR, one, {"kleur": now}),
        )
        if one:
            allowed.button(
                "Terug naar de kleur van dit programma",
                key="huisstijl_weg",
                on_click=record_editing.carry_out,
                args=(
                    lambda: remove_factsheet_document(
                        store(), STYLE, one["id"], one["version"], "app"
                    ),
                    "De eigen kleur is verwijderd.",
                ),
            )


def _save_colour(place: Place) -> None:
    def write(id_: int, version: int) -> int:
        colour = from_hex(str(record_editing.typed(COLOUR, "kleur") or ""))
        if colour is None:
            raise InputRefused("Dit is geen kleur", "Kies een kleur, bijvoorbeeld #0f5f66.")
        made = LibraryStyle(library=place.library["id"], colour=colour)
        about = place.library["name"]
        return write_factsheet_document(store(), id_, version, about, made, "app")

    record_editing.save(COLOUR, write, "De kleur is bewaard.")
