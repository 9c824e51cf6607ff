"""What the example libraries wrote down for their factsheets, from factsheets.toml."""

import tomllib
from datetime import date
from pathlib import Path

from core.factsheet_words import FactsheetWords
from core.gemeente_figures import GemeenteFigures, gemeente_number
from core.library_style import LibraryStyle
from data import choices
from data.demo.written import write
from data.factsheet_documents import FIGURES, STYLE, WORDS
from data.store import Store


def add_example_factsheets(store: Store, today: date) -> None:
    """Write key figures, stories, asks and a colour; not in the change log, as the example."""
    said = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    names = {row["code"]: row["name"] for row in choices.gemeenten(store)}
    serving = {
        code: row
        for row in choices.libraries(store)
        if row["is_example"]
        for code in row["gemeenten"]
    }
    with store.recording("voorbeeld") as change:
        for entry in said["colour"]:
            library = serving[entry["gemeente"]]
            style = LibraryStyle(library=library["id"], colour=entry["colour"])
            write(change, STYLE, library["name"], style)
        for entry in said["gemeente"]:
            code, library = entry["code"], serving[entry["code"]]["id"]
            about = {"library": library, "gemeente": gemeente_number(code)}
            words = {name: entry[name] for name in ("story", "ask") if name in entry}
            if words:
                write(change, WORDS, names[code], FactsheetWords(**about, **words))
            for back, figures in entry["figures"].items():
                year = today.year - int(back)
                made = GemeenteFigures(**about, year=year, **figures)
                write(change, FIGURES, f"{names[code]} {year}", made)
