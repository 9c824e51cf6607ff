"""The list of materials: searched, filtered, each with what was found in it."""

from collections.abc import Iterable
from typing import Any

import pyarrow as pa
import streamlit as st

from core.filters import Filters, today
from core.material import KINDS, PHASES, THEMES, Shelved, is_stale
from core.material_search import Finding, excerpt, is_too_short, marked, search
from core.material_wording import about_line, checked_line, finding
from core.wording import counted, plain
from core.written_text import as_plain
from data import materials
from pages.parts import materials_actions, materials_form, partners_paging
from pages.parts.materials_state import Shelf, open_
from pages.shared import linked, rows
from pages.shared.opened import recorded

PAGE = 20
SEARCH, SHOWN = "zoek", "toon"
EVERYTHING, TO_CHECK = "Alles", "Links om te controleren"
COLUMNS = {
    "title": "Titel",
    "kind": "Soort",
    "themes": "Thema’s",
    "phases": "Fasen",
    "forms": "Vormen",
    "programmes": "Programma’s",
    "summary": "Waar het over gaat",
    "maker": "Van wie",
    "link": "Link",
    "file": "Bestand",
    "size": "Grootte (bytes)",
    "checked_on": "Gecontroleerd op",
    "remark": "Let op",
}
CALCULATION = """
**Wat wordt gevonden.** Een materiaal waarin elk woord van uw vraag voorkomt, in de titel, op het
label (soort, thema’s, fasen, vormen, programma’s, van wie, bestandsnaam) of in de tekst. De inhoud
van bestanden en van pagina’s achter een link wordt niet doorzocht. Hoofdletters en accenten maken
niet uit; losse letters en woordjes als *de* en *voor* tellen niet mee. Heeft niets alle woorden,
dan ziet u wat de meeste ervan heeft.

**De volgorde.** Per woord telt hoe goed het past: als heel woord (4), als begin van een woord (3),
als eind van een samengesteld woord (2) of met een tikfout (1). Dat getal telt driemaal; daarbij
komt waar het staat: titel 3, label 2, tekst 1. Een heel woord gaat dus altijd voor een begin, en
daarbinnen de titel voor de tekst. De som over uw woorden bepaalt de volgorde; bij gelijke stand
staat de kortste titel vooraan.

**Tikfouten.** Eén fout in een woord vanaf vijf letters en twee vanaf negen letters: een letter te
veel, te weinig of anders, of twee die verwisseld zijn (de *optimal string alignment*-afstand naar
Damerau, 1964). In korte woorden moet de eerste letter kloppen.
"""


def show(shelf: Shelf, filters: Filters) -> None:
    """The finding, the search, and what it finds."""
    place = st.empty()
    typed, kinds, phases = _asked(filters)
    within = [one for one in shelf if one.hidden_by is None and _fits(one, kinds, phases, filters)]
    place.markdown(finding(within, today()))
    with st.container(horizontal=True, vertical_alignment="center"):
        materials_form.offer()
        within = _to_check(within)
    found: Finding | None = None
    shown = within
    if is_too_short(typed):
        st.caption("Typ ten minste twee letters om te zoeken; hieronder staat alles.")
    elif typed:
        found = search(recorded(materials.material_index), typed)
        inside = {one.key: one for one in within}
        shown = [inside[one.key] for one in found.found if one.key in inside]
        _say(typed, found, shown)
    if not shown:
        if not typed:
            st.caption("Er is hier niets om te tonen. Kies een andere soort, fase of thema.")
        return
    _cards(shown, found, (typed, len(within), kinds, phases, filters.themes))
    rows.twin(
        lambda: _table(shown),
        COLUMNS,
        what="Materialen",
        filters=filters,
        definition="thema en status uit de filters; bibliotheek, gemeente en peildatum tellen niet",
        key="materialen_rijen",
    )


def _to_check(within: list[Shelved]) -> list[Shelved]:
    """Those whose link is to be checked, if that is asked; offered where there are any."""
    stale = [one for one in within if is_stale(one.content, today())]
    if not stale and st.query_params.get(SHOWN) is None:
        return within
    chosen = linked.choice("Toon", [EVERYTHING, TO_CHECK], key=SHOWN, hide_title=True)
    return stale if chosen == TO_CHECK else within


def _asked(filters: Filters) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The words, kinds and phases that are asked for; draws those choices."""
    typed = linked.words(
        "Zoek materiaal",
        key=SEARCH,
        placeholder="bijvoorbeeld vve, of intentieovereenkomst",
    )
    with st.grid(2, min_column_width=240, gap="small") as places:
        with places.cell():
            kinds = linked.picks("Soort", KINDS, key="soort", placeholder="Alle soorten")
        with places.cell():
            phases = linked.picks("Fase", PHASES, key="fase", placeholder="Alle fasen")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(
            "Het thema kiest u links bij de filters. Bibliotheek, regio, gemeente en peildatum "
            "doen hier niet mee.",
            width="stretch",
        )
        with st.popover("Hoe is dit berekend?", icon=":material/calculate:", type="tertiary"):
            st.markdown(CALCULATION)
    return typed, kinds, phases or filters.statuses


def _fits(one: Shelved, kinds: tuple[str, ...], phases: tuple[str, ...], filters: Filters) -> bool:
    """Whether it is of this kind and for this theme and phase; naming none it is for all."""
    content = one.content
    return (
        (not kinds or content.kind in kinds)
        and _shares(content.phases, phases)
        and _shares(content.themes, filters.themes)
    )


def _shares(said: Iterable[str], asked: Iterable[str]) -> bool:
    return not (wanted := set(asked)) or not (own := set(said)) or bool(own & wanted)


def _say(typed: str, found: Finding, shown: list[Shelved]) -> None:
    """How many there are with these words, or why there is nothing and what to do."""
    if not shown:
        elsewhere = found.found
        if elsewhere and not found.partial:
            what = counted(len(elsewhere), "materiaal", "materialen")
            st.markdown(
                f"Niets gevonden met “{plain(typed)}” binnen deze keuze. Zonder de filters is er "
                f"wel {what}."
            )
        else:
            st.markdown(
                f"Niets gevonden met “{plain(typed)}”. Probeer minder woorden of een ander woord, "
                "of voeg het materiaal zelf toe."
            )
        st.button(
            "Wis het zoekveld", icon=":material/close:", on_click=linked.point, args=(SEARCH, None)
        )
        return
    what = counted(len(shown), "materiaal", "materialen")
    if found.partial:
        st.markdown(f"Niets heeft alle woorden van “{plain(typed)}”; {what} een deel ervan.")
    else:
        st.markdown(f"**{what}** met “{plain(typed)}”, het best passende eerst.")


def _cards(shown: list[Shelved], found: Finding | None, asked: Any) -> None:
    at = partners_paging.page("materialen", asked, len(shown), PAGE)
    words = {one.key: one.words for one in found.found} if found else {}
    for one in shown[at * PAGE : (at + 1) * PAGE]:
        _card(one, words.get(one.key, frozenset()))
    partners_paging.turn("materialen", at, PAGE, len(shown), what="materialen")


def _card(one: Shelved, words: frozenset[str]) -> None:
    content = one.content
    with st.container(border=True, gap="xsmall", key=f"kaart_{one.key}"):
        st.markdown(f"**{plain(content.title)}**")
        st.caption(" · ".join(filter(None, (about_line(content), checked_line(content, today())))))
        text = f"{content.summary}\n{as_plain(content.text)}"
        held = any(is_hit for _, is_hit in marked(text, words))
        if shown := excerpt(text if held else content.summary, words):
            st.markdown(in_bold(shown, words))
        with st.container(horizontal=True):
            st.button(
                "Lees verder",
                icon=":material/description:",
                key=f"open_{one.key}",
                on_click=open_,
                args=(one.key,),
            )
            materials_actions.use(one)
            if not one.is_shipped and is_stale(content, today()):
                materials_actions.check(one)


def in_bold(text: str, words: Iterable[str]) -> str:
    """The text as Markdown, letter by letter, with these words in bold."""
    return "".join(
        f"**{plain(piece)}**" if is_hit else _spaced(piece) for piece, is_hit in marked(text, words)
    )


def _spaced(piece: str) -> str:
    """`plain` takes the spaces around a text away; between words in bold they are needed."""
    if not (shown := plain(piece)):
        return " "
    return f"{' ' * piece[0].isspace()}{shown}{' ' * piece[-1].isspace()}"


def _table(shown: list[Shelved]) -> pa.Table:
    found = [
        {
            **one.content.model_dump(include=set(COLUMNS) - {"file"}),
            "kind": KINDS[one.content.kind],
            "themes": [THEMES[code] for code in one.content.themes],
            "phases": [PHASES[code] for code in one.content.phases],
            "file": one.content.file.name if one.content.file else None,
            "size": one.content.file.size if one.content.file else None,
            "remark": "link langer dan een jaar niet gecontroleerd"
            if is_stale(one.content, today())
            else None,
        }
        for one in shown
    ]
    lists = pa.list_(pa.string())
    kinds = {
        **dict.fromkeys(("themes", "phases", "forms", "programmes"), lists),
        "size": pa.int64(),
        "checked_on": pa.date32(),
    }
    schema = pa.schema([(name, kinds.get(name, pa.string())) for name in COLUMNS])
    return pa.Table.from_pylist(found, schema=schema)
