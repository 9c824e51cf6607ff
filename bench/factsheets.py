"""Factsheets: one as a PDF, its picture on the page, and a hundred in one file.

The library of the hundred serves a hundred gemeenten and has all partnerships of the example, with
key figures, a story and an ask for each gemeente.
"""

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from bench.stores import DAY, example
from bench.timing import Figure, median_ms, once_ms, show
from core.coverage import Definition
from core.factsheet_words import FactsheetWords
from core.filters import Filters
from core.gemeente_figures import GemeenteFigures, gemeente_number
from data import choices, documents
from data.factsheet_documents import FIGURES, WORDS
from data.factsheet_pdf import all_factsheets_pdf, factsheet_picture, one_factsheet_pdf
from data.store import Store

MANY = 100
ONE_TARGET, MANY_TARGET = 2_000.0, 60.0
STORY = "Zij oefende elke week met een taalmaatje en helpt nu zelf anderen op weg. " * 6
ASK = "Zet de bijdrage voort.\nVerwijs gezinnen door.\nGeef ons een plek in het nieuwe kindcentrum."


def run(sizes: Iterable[int], rounds: int) -> None:
    """Print a table for each size."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "factsheets.duckdb"
            shutil.copy2(example(size, registers=True), path)
            with Store.open(path) as store:
                gemeenten = _prepare(store)
                show(f"Factsheets, {size:,} partnerships", _figures(store, gemeenten, rounds))


def _prepare(store: Store) -> tuple[int, list[str]]:
    """One library for everything, and what it wrote down of each of its gemeenten."""
    served: dict[str, int] = {}
    for row in choices.libraries(store):
        for code in row["gemeenten"]:
            served.setdefault(code, row["id"])
    codes = sorted(served)[:MANY]
    library = served[codes[0]]
    with store.change("bench", "bench") as change:
        change.cursor.execute("update library set gemeenten = $g where id = $id",
                              {"g": codes, "id": library})  # fmt: skip
        change.cursor.execute("update partnership set library = $id", {"id": library})
        change.written.tables |= {"library", "partnership"}
        for code in codes:
            about = {"library": library, "gemeente": gemeente_number(code)}
            figures = GemeenteFigures(**about, year=DAY.year - 1, members=12_345, visits=98_765)
            documents.insert(change, FIGURES, code, figures)
            documents.insert(change, WORDS, code, FactsheetWords(**about, story=STORY, ask=ASK))
    return library, codes


def _figures(store: Store, of: tuple[int, list[str]], rounds: int) -> list[Figure]:
    library, codes = of
    asked = (store, Filters(measure_date=DAY), Definition.CONTACT, library)
    # Another each time: what was set before is remembered by the typesetter.
    nth = iter(range(10_000))

    def one() -> None:
        one_factsheet_pdf(*asked, codes[next(nth) % len(codes)])

    def picture() -> None:
        factsheet_picture(*asked, codes[next(nth) % len(codes)])

    def many() -> None:
        all_factsheets_pdf(*asked, codes, lambda _: True)

    return [
        Figure("one as PDF", median_ms(one, rounds), ONE_TARGET),
        Figure("its picture", median_ms(picture, rounds), ONE_TARGET),
        Figure(f"{len(codes)} in one file", once_ms(many) / 1000, MANY_TARGET, "s"),
    ]
