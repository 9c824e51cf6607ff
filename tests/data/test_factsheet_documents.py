"""Key figures, words and colours: one of each, versioned, and each change can be undone."""

from typing import Any

import pytest

from core.factsheet_words import FactsheetWords
from core.gemeente_figures import GemeenteFigures
from core.library_style import LibraryStyle
from data import factsheet_documents as stored
from data.errors import ChangedMeanwhile, InputRefused
from data.factsheet_documents import factsheet_documents, write_factsheet_document
from data.store import Store
from data.undo import undo_batch

ZAANSTAD, ALKMAAR = 479, 361


def figures(year: int = 2025, gemeente: int = ZAANSTAD, **given: Any) -> GemeenteFigures:
    return GemeenteFigures(library=1, gemeente=gemeente, year=year, **(given or {"members": 10}))


def write(store: Store, content: stored.Content, id_: int = 0, version: int = 0) -> int:
    return write_factsheet_document(store, id_, version, "Zaanstad", content, "Anna")


def test_factsheet_documents_of_a_gemeente_last_year_first(store: Store) -> None:
    for content in (figures(2024), figures(2025), figures(2025, ALKMAAR)):
        write(store, content)
    write(store, FactsheetWords(library=1, gemeente=ZAANSTAD, story="Amina"))
    found = factsheet_documents(store, stored.FIGURES, 1, ZAANSTAD)
    assert [(row["year"], row["content"].members) for row in found] == [(2025, 10), (2024, 10)]
    assert len(factsheet_documents(store, stored.FIGURES)) == 3
    assert factsheet_documents(store, stored.FIGURES, 2) == []
    assert [row["name"] for row in found] == ["Zaanstad 2025", "Zaanstad 2024"]


@pytest.mark.parametrize(
    "content",
    [
        figures(),
        FactsheetWords(library=1, gemeente=ZAANSTAD, story="Amina"),
        LibraryStyle(library=1, colour=(0, 0, 0)),
    ],
)
def test_there_is_one_of_each(store: Store, content: stored.Content) -> None:
    write(store, content)
    with pytest.raises(InputRefused, match="Iemand anders heeft dit intussen ook ingevuld"):
        write(store, content)


def test_the_first_to_save_is_not_overwritten(store: Store) -> None:
    write(store, figures())
    [row] = factsheet_documents(store, stored.FIGURES)
    write(store, figures(members=11), row["id"], row["version"])
    with pytest.raises(ChangedMeanwhile):
        write(store, figures(members=12), row["id"], row["version"])
    assert [one["content"].members for one in factsheet_documents(store, stored.FIGURES)] == [11]


def test_a_change_and_a_removal_are_undone(store: Store) -> None:
    write(store, figures())
    [row] = factsheet_documents(store, stored.FIGURES)
    changed = write(store, figures(members=11), row["id"], row["version"])
    undo_batch(store, changed, "Anna")
    [row] = factsheet_documents(store, stored.FIGURES)
    assert row["content"].members == 10
    removed = stored.remove_factsheet_document(
        store, stored.FIGURES, row["id"], row["version"], "Anna"
    )
    assert factsheet_documents(store, stored.FIGURES) == []
    undo_batch(store, removed, "Anna")
    assert len(factsheet_documents(store, stored.FIGURES)) == 1


def test_a_library_with_a_long_name_has_a_colour(store: Store) -> None:
    style = LibraryStyle(library=1, colour=(0, 0, 0))
    assert write_factsheet_document(store, 0, 0, "B" * 200, style, "Anna")
