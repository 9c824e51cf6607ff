"""Finding the table in a file: the sheet, the header row, and which column is which.

Title rows may stand above the header row and another sheet may come first. Headers match
without regard to case, spaces, punctuation or accents, by the names in a `Layout`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from core.names import name_key
from core.values import Cell, line
from data.errors import InputRefused
from data.ingest.formulas import Uncomputed
from data.ingest.header_rows import SEARCHED_ROWS
from data.ingest.sheets import Sheet, Sheets

_IN_BRACKETS = re.compile(r"[(\[].*?[)\]]")
REASON = "reden"


@dataclass(frozen=True)
class Layout:
    """The columns that a table can have: header key to column, and which it must have."""

    what: str
    columns: dict[str, str]
    required: tuple[str, ...]
    ignored: frozenset[str] = frozenset({REASON})

    def column(self, header: str) -> str | None:
        """The column that a header means: in full, without brackets, or before a colon."""
        for spelling in (header, _IN_BRACKETS.sub("", header), header.partition(":")[0]):
            if found := self.columns.get(name_key(spelling)):
                return found
        return None


def layout(
    what: str, names: dict[str, str], required: tuple[str, ...], ignored: tuple[str, ...] = ()
) -> Layout:
    """A layout from column to its spellings (separated by commas; the column itself is one)."""
    columns = {
        name_key(spelling): column
        for column, spellings in names.items()
        for spelling in [column, *spellings.split(",")]
        if spelling.strip()
    }
    return Layout(what, columns, required, frozenset({REASON, *map(name_key, ignored)}))


def _holds(cell: Cell) -> bool:
    """Whether a cell holds something, were it a formula without an outcome."""
    if cell is None or cell == "":
        return isinstance(cell, Uncomputed)
    return bool(line(cell))


@dataclass(frozen=True)
class Table:
    """A table found in a file: its headers, where each column stands, and its rows."""

    sheet: str
    sheets: Sheets = field(repr=False)
    header_row: int
    headers: tuple[str, ...]
    index: dict[str, int]
    unknown: tuple[str, ...]
    missing: tuple[str, ...]
    doubled: dict[str, tuple[str, ...]]
    body: list[list[Cell]] = field(repr=False)
    remarks: tuple[str, ...] = ()

    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """Every row that holds something, with its number in the spreadsheet."""
        for number, row in enumerate(self.body, self.header_row + 1):
            if any(map(_holds, row)):
                yield number, row

    def cells(self, row: list[Cell]) -> dict[str, Cell]:
        """The cells of a row by column; a row that is too short has empty cells."""
        width = len(row)
        return {name: row[at] if at < width else None for name, at in self.index.items()}

    def header(self, column: str) -> str:
        """The header of a column as the user wrote it."""
        return self.headers[self.index[column]] if column in self.index else column


class HeadersNotFound(InputRefused):
    """No row looks like headers; `sheets` is for pointing at the row that has them."""

    def __init__(self, layout: Layout, sheets: Sheets) -> None:
        super().__init__(
            "In dit bestand zijn geen kolomkoppen gevonden",
            f"Zet boven de gegevens een rij met koppen; voor {layout.what} zijn nodig: "
            f"{', '.join(layout.required)}.",
        )
        self.sheets = sheets


class ColumnsRefused(InputRefused):
    """Required columns are missing or a column is there twice; `table` is for mapping them."""

    def __init__(self, title: str, advice: str, table: Table) -> None:
        super().__init__(title, advice)
        self.table = table


def find_table(
    sheets: Sheets,
    layout: Layout,
    mapping: dict[str, str | None] | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
) -> Table:
    """The table with the most columns of the layout; `mapping` gives headers their column.

    `sheet` and `header_row` say where the headers are. Without the latter it raises
    HeadersNotFound when no row looks like headers. It says nothing yet of columns that are
    missing or doubled (see `checked`).
    """
    names = [one.name for one in sheets.sheets]
    if sheet is not None and sheet not in names:
        raise InputRefused(
            f"Het blad '{sheet}' bestaat niet", f"Deze werkmap heeft: {', '.join(names)}."
        )
    given = {name_key(header): column for header, column in (mapping or {}).items()}
    searched = [one for one in sheets.sheets if sheet is None or one.name == sheet]
    if header_row is not None:
        if not 1 <= header_row <= len(searched[0].rows):
            raise InputRefused(f"Rij {header_row} bestaat niet", "Kies een rij van het blad.")
        return _table(sheets, layout, given, searched[0], header_row)
    best: tuple[int, int, Sheet] | None = None
    for one in searched:
        for number, row in enumerate(one.rows[:SEARCHED_ROWS], 1):
            score = len(set(_columns(row, layout, given).values()))
            if score and (best is None or score > best[0]):
                best = (score, number, one)
    if best is None or (best[0] < 2 and len(layout.required) > 1 and not given):
        raise HeadersNotFound(layout, sheets)
    return _table(sheets, layout, given, best[2], best[1])


def _columns(row: list[Cell], layout: Layout, given: dict[str, str | None]) -> dict[int, str]:
    """Position to column, for the cells of a row that are headers."""
    found = {}
    for at, cell in enumerate(row):
        if isinstance(cell, str) and cell and len(cell) <= 200:
            key = name_key(cell)
            column = given[key] if key in given else layout.column(line(cell))
            if column:
                found[at] = column
    return found


def _table(
    sheets: Sheets,
    layout: Layout,
    given: dict[str, str | None],
    sheet: Sheet,
    number: int,
) -> Table:
    row, body = sheet.rows[number - 1], sheet.rows[number:]
    width = max([len(row), *(len(one) for one in body)])
    headers = tuple(line(row[at]) if at < len(row) else "" for at in range(width))
    columns = _columns(row, layout, given)
    index: dict[str, int] = {}
    doubled: dict[str, tuple[str, ...]] = {}
    for at, column in columns.items():
        if column in index:
            doubled[column] = (*doubled.get(column, (headers[index[column]],)), headers[at])
        index.setdefault(column, at)
    used = {at for one in body for at, cell in enumerate(one) if cell is not None and cell != ""}
    unknown = tuple(
        headers[at] or f"kolom {_letters(at)} (zonder kop)"
        for at in range(width)
        if at not in columns
        and name_key(headers[at]) not in layout.ignored
        and (headers[at] or at in used)
        and not (name_key(headers[at]) in given and headers[at])
    )
    missing = tuple(column for column in layout.required if column not in index)
    return Table(
        sheet.name, sheets, number, headers, index, unknown, missing, doubled, body, sheets.remarks
    )


def checked(table: Table) -> Table:
    """The table, if every required column is there once; else ColumnsRefused."""
    if table.doubled:
        column, headers = next(iter(table.doubled.items()))
        quoted = " en ".join(f"'{header}'" for header in headers)
        raise ColumnsRefused(
            f"De kolom {column} staat er dubbel in",
            f"De koppen {quoted} betekenen allebei {column}. Verwijder er een of geef die een "
            "andere kop.",
            table,
        )
    if table.missing:
        several = len(table.missing) > 1
        there = ", ".join(header for header in table.headers if header)
        raise ColumnsRefused(
            f"{'De kolommen' if several else 'De kolom'} {', '.join(table.missing)} "
            f"{'ontbreken' if several else 'ontbreekt'}",
            f"Voeg {'ze' if several else 'die'} toe of geef een bestaande kolom die kop. "
            f"Gevonden in rij {table.header_row} van '{table.sheet}': {there}.",
            table,
        )
    return table


def with_rows(table: Table) -> Table:
    """The table, if anything stands under its headers."""
    if not any(True for _ in table.rows()):
        raise InputRefused(
            "Dit bestand heeft alleen een kopregel, geen rijen",
            f"Zet de gegevens onder de koppen in rij {table.header_row} van '{table.sheet}'.",
        )
    return table


def _letters(at: int) -> str:
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
