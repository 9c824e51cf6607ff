"""What a library writes down for its factsheets: key figures, its words, its colour: documents."""

from typing import Any

from core.factsheet_words import FactsheetWords
from core.gemeente_figures import GemeenteFigures
from core.library_style import LibraryStyle
from data import documents
from data.errors import InputRefused
from data.store import Change, Reader, Row, Store

FIGURES = documents.Kind("gemeente_figures", "kerncijfers", GemeenteFigures, shared_names=True)
WORDS = documents.Kind("factsheet_words", "factsheettekst", FactsheetWords, shared_names=True)
STYLE = documents.Kind("library_style", "kleur van", LibraryStyle, shared_names=True)
Content = GemeenteFigures | FactsheetWords | LibraryStyle
_KINDS: dict[type[Any], documents.Kind] = {one.form: one for one in (FIGURES, WORDS, STYLE)}
_LONGEST = 80


def factsheet_documents(
    store: Reader, kind: documents.Kind, library: int | None = None, gemeente: int | None = None
) -> list[Row]:
    """The documents of a kind, of a library (id) and a gemeente (its number) or of all.

    As data.documents has them, with library, gemeente and year, the last year first.
    """
    found = store.rows("factsheet_documents", kind=kind.code, library=library, gemeente=gemeente)
    return documents.read(kind, found)


def write_factsheet_document(
    store: Store, id: int, version: int, about: str, content: Content, who: str
) -> int:
    """Write a document (id 0: a new one) about a gemeente or library so named; return the batch.

    There is one of a kind for each library, gemeente and year. Raises InputRefused where a new one
    is there already, and ChangedMeanwhile as data.documents.rewrite does.
    """
    kind = _KINDS[type(content)]
    title = documents.titled(kind, _title(about, content))
    with store.change(who, f"{kind.noun} {title} bewaard") as change:
        if id:
            documents.alter(change, kind, id, version, title, content)
        else:
            _refuse_taken(change, kind, content)
            documents.insert(change, kind, title, content)
        return change.batch


def remove_factsheet_document(
    store: Store, kind: documents.Kind, id: int, version: int, who: str
) -> int:
    """Take a document away: see data.documents.remove."""
    return documents.remove(store, kind, id, version, who)


def insert_figures(change: Change, about: str, content: GemeenteFigures) -> None:
    """New key figures within a change; raises as write_factsheet_document does."""
    _refuse_taken(change, FIGURES, content)
    documents.insert(change, FIGURES, documents.titled(FIGURES, _title(about, content)), content)


def alter_figures(
    change: Change, id: int, version: int, about: str, content: GemeenteFigures
) -> None:
    """Write key figures anew within a change; raises ChangedMeanwhile where they changed."""
    title = documents.titled(FIGURES, _title(about, content))
    documents.alter(change, FIGURES, id, version, title, content)


def _title(about: str, content: Content) -> str:
    shown = about[:_LONGEST]
    return f"{shown} {content.year}" if isinstance(content, GemeenteFigures) else shown


def _refuse_taken(change: Change, kind: documents.Kind, content: Content) -> None:
    gemeente = None if isinstance(content, LibraryStyle) else content.gemeente
    year = content.year if isinstance(content, GemeenteFigures) else None
    held = factsheet_documents(change, kind, content.library, gemeente)
    if any(row["year"] == year for row in held):
        raise InputRefused(
            "Iemand anders heeft dit intussen ook ingevuld",
            "Kijk wat er nu staat en pas dat aan.",
        )
