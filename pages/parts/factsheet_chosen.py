"""Of which gemeente, and of which of the libraries that serve it, the factsheet is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from core.coverage import Definition
from core.factsheet import Factsheet
from core.filters import Filters
from core.gemeente_figures import gemeente_number
from core.wording import counted, enumerated, number, plain
from data import choices
from data.factsheet_documents import FIGURES, WORDS, factsheet_documents
from data.factsheets import factsheets
from pages.shared import linked
from pages.shared.empty import nothing_yet
from pages.shared.opened import recorded, result

PLACE, LIBRARY = "plaats", "namens"
Row = dict[str, Any]


@dataclass(frozen=True)
class Place:
    """A gemeente and a library that serves it; both as data.choices has them."""

    gemeente: Row
    library: Row

    @property
    def number(self) -> int:
        """The gemeente as documents name it."""
        return gemeente_number(self.gemeente["code"])


def places(filters: Filters) -> list[Place]:
    """What the shared filters leave: each gemeente with each library that serves it, by name."""
    libraries = [
        row
        for row in result(choices.libraries)
        if not filters.libraries or row["id"] in filters.libraries
    ]
    return [
        Place(gemeente, library)
        for gemeente in result(choices.gemeenten)
        if _inside(gemeente, filters)
        for library in libraries
        if gemeente["code"] in library["gemeenten"]
    ]


def _inside(gemeente: Row, filters: Filters) -> bool:
    if filters.gemeenten and gemeente["code"] not in filters.gemeenten:
        return False
    return not filters.regions or not set(filters.regions).isdisjoint(gemeente["regions"])


def say_why_none(filters: Filters) -> None:
    """What to do where no library serves any of the gemeenten."""
    if not result(choices.libraries):
        nothing_yet()
        return
    names = {row["code"]: row["name"] for row in result(choices.gemeenten)}
    chosen = [plain(names[code]) for code in filters.gemeenten if code in names]
    where = enumerated(chosen) if chosen else "een gemeente binnen deze filters"
    st.markdown(
        f"**Geen bibliotheek in deze keuze bedient {where}.** Een factsheet gaat over een "
        "bibliotheek in een gemeente van haar werkgebied. Verruim de filters, of voeg de gemeente "
        "toe aan het werkgebied van een bibliotheek."
    )
    st.page_link(
        "pages/intake.py",
        label="Werkgebied aanpassen",
        icon=":material/arrow_forward:",
        query_params={"stap": "Bibliotheken"},
    )


def choose(found: Sequence[Place], filters: Filters) -> Place | None:
    """Draw the choice of the gemeente, and of the library where more serve it."""
    names = {one.gemeente["code"]: one.gemeente["searched"] for one in found}
    if len(names) == 1 and linked.told(PLACE) == ("",):
        linked.point(PLACE, next(iter(names)))
    with st.grid(2, min_column_width=280, gap="small"):
        code = linked.pick("Gemeente", names, key=PLACE, placeholder="Kies een gemeente")
        here = [one for one in found if one.gemeente["code"] == code]
        if len(here) > 1:
            by_id = {str(one.library["id"]): one.library["name"] for one in here}
            if linked.asked(LIBRARY, by_id) is None:
                linked.point(LIBRARY, next(iter(by_id)))
            of = linked.pick("Bibliotheek", by_id, key=LIBRARY, placeholder="Kies een bibliotheek")
            here = [one for one in here if str(one.library["id"]) == of]
    if not here:
        st.markdown(_finding(found, filters))
        return None
    return here[0]


def _finding(found: Sequence[Place], filters: Filters) -> str:
    """For how many gemeenten there can be a factsheet, and how many are ready."""
    ready = sum(row["ready"] for row in readiness(found, filters))
    made = counted(len(found), "factsheet", "factsheets")
    complete = (
        "geen daarvan is helemaal ingevuld"
        if not ready
        else f"{number(ready)} daarvan {'is' if ready == 1 else 'zijn'} helemaal ingevuld"
    )
    return (
        f"Binnen deze keuze zijn **{made}** te maken; **{complete}**, met kerncijfers, een verhaal "
        "en een vraag aan de gemeente. Kies een gemeente om haar factsheet te zien."
    )


def readiness(found: Sequence[Place], filters: Filters) -> list[Row]:
    """What was filled in for each place: the last year of key figures, a story, an ask."""
    last = filters.measure_date.year
    years: dict[tuple[int, int], int] = {}
    for row in recorded(factsheet_documents, FIGURES):
        if row["year"] <= last:
            years.setdefault((row["library"], row["gemeente"]), row["year"])
    words = {
        (row["library"], row["gemeente"]): row["content"]
        for row in recorded(factsheet_documents, WORDS)
    }
    made = []
    for one in found:
        key = (one.library["id"], one.number)
        year, said = years.get(key), words.get(key)
        story, ask = bool(said and said.story), bool(said and said.ask)
        made.append(
            {
                "gemeente": one.gemeente["name"],
                "library": one.library["name"],
                "year": "nog niet" if year is None else f"over {year}",
                "story": "ja" if story else "nog niet",
                "ask": "ja" if ask else "nog niet",
                "ready": year is not None and story and ask,
            }
        )
    return made


def sheet_of(place: Place, filters: Filters, definition: Definition) -> Factsheet:
    """The factsheet of the place."""
    found: list[Factsheet] = recorded(
        factsheets, filters, definition, place.library["id"], (place.gemeente["code"],)
    )
    return found[0]
