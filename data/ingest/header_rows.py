"""Which row of a sheet has the headers, where their words do not tell."""

from core.values import line
from data.ingest.sheets import Sheet

# Headers are looked for in so many rows from the top; a person may point at as many filled ones,
# so that the row that was found is always among them.
SEARCHED_ROWS = 60


def filled_rows(sheet: Sheet) -> dict[int, list[str]]:
    """The first rows with something in them, by number: their cells that are not empty."""
    found: dict[int, list[str]] = {}
    for number, row in enumerate(sheet.rows, 1):
        if len(found) == SEARCHED_ROWS:
            break
        if cells := [text for text in map(line, row) if text]:
            found[number] = cells
    return found


def likely_sheet(sheets: list[Sheet]) -> Sheet:
    """The sheet with the most rows."""
    return max(sheets, key=lambda one: len(one.rows))


def likely_header_row(rows: dict[int, list[str]]) -> int:
    """The first row that is as wide as any: above it stand titles."""
    widest = max(len(cells) for cells in rows.values())
    return next(number for number, cells in rows.items() if len(cells) == widest)
