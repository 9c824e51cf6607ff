"""Rows as a file for people: an Excel workbook that explains itself, or CSV for Excel.

`headings` says which columns of the table go into the file, in which order and under which
heading; those that the table does not have are left out. A column named `share`, or with a
name that ends in `_share`, holds shares (0-1).
"""

import csv
import io
import math
import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from core.formulas import harmless

_SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
_LONGEST_CELL = 32_767  # more characters Excel does not hold in a cell
_WIDTHS = (10, 60)
_MEASURED_ROWS = 500
_AT_ONCE = 5_000
# Of a sheet of Excel, below the headings.
MOST_ROWS = 1_048_575


def delimited(table: pa.Table, headings: dict[str, str]) -> str:
    """CSV with semicolons and decimal commas, and no live formulas.

    Encode it as `utf-8-sig`: Excel wants the mark in front.
    """
    memory = io.StringIO(newline="")
    writer = csv.writer(memory, delimiter=";")
    columns = _present(table, headings)
    writer.writerow([harmless(headings[name]) for name in columns])
    written = [[_typed(cell, name) for cell in table[name].to_pylist()] for name in columns]
    writer.writerows(zip(*written, strict=True))
    return memory.getvalue()


def workbook(
    table: pa.Table, headings: dict[str, str], about: dict[str, str], *, sheet: str
) -> bytes:
    """An .xlsx with the rows on one sheet, and on the next what they are: the `about` pairs."""
    memory = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(memory, options) as book:
        add_rows(book, sheet, table, headings)
        explain(book, "Toelichting", about)
    return memory.getvalue()


def add_rows(
    book: xlsxwriter.Workbook,
    sheet: str,
    table: pa.Table,
    headings: dict[str, str],
    written: Callable[[float], None] = lambda _share: None,
) -> None:
    """A sheet with these rows below frozen headings with a filter; written row by row.

    Rows that do not fit on a sheet of Excel are left out. `written` hears now and then which share
    of the rows is there.
    """
    page = book.add_worksheet(_SHEET_NAME.sub(" ", sheet)[:31].strip() or "Rijen")
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    columns = _present(table, headings)
    page.freeze_panes(1, 0)
    for at, name in enumerate(columns):
        cells = table[name].slice(0, _MEASURED_ROWS).to_pylist()
        page.set_column(at, at, _width(headings[name], cells))
        page.write_string(0, at, headings[name], bold)
    forms = [book.add_format({"num_format": _number_format(name, table[name])}) for name in columns]
    table = table.select(columns).slice(0, MOST_ROWS)
    for start in range(0, table.num_rows, _AT_ONCE):
        written(start / table.num_rows)
        part = [column.to_pylist() for column in table.slice(start, _AT_ONCE).columns]
        for row, cells in enumerate(zip(*part, strict=True), start + 1):
            for at, cell in enumerate(cells):
                _write_cell(page, row, at, cell, forms[at])
    if columns:
        page.autofilter(0, 0, table.num_rows, len(columns) - 1)


def _present(table: pa.Table, headings: dict[str, str]) -> list[str]:
    return [name for name in headings if name in table.column_names]


def is_share(name: str) -> bool:
    """Whether a column of this name holds shares of one, which people read as percentages."""
    return name == "share" or name.endswith("_share")


def _typed(cell: Any, name: str) -> str:
    """The cell as a Dutch reader types it; what only looks like a formula gets a `'`."""
    if cell is None:
        return ""
    if isinstance(cell, int | float | Decimal) and not isinstance(cell, bool):
        value = round(float(cell), 4) if is_share(name) else cell
        if not math.isfinite(value):
            return ""
        plain = format(Decimal(repr(value) if isinstance(value, float) else value), "f")
        return re.sub(r"\.0+$", "", plain).replace(".", ",")
    return harmless(_text(cell))


def _text(cell: Any) -> str:
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, datetime):
        return f"{cell:%d-%m-%Y %H:%M}"
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    if isinstance(cell, list):
        return "; ".join(_text(one) for one in cell if one is not None)
    return str(cell)


def _number_format(name: str, column: pa.ChunkedArray) -> str:
    kind = column.type
    if pa.types.is_timestamp(kind):
        return "dd-mm-yyyy hh:mm"
    if pa.types.is_date(kind):
        return "dd-mm-yyyy"
    if is_share(name):
        return "0.0%"
    if pa.types.is_integer(kind):
        return "#,##0"
    if pa.types.is_floating(kind) or pa.types.is_decimal(kind):
        known = pc.drop_null(column).cast(pa.float64())
        whole = pc.all(pc.equal(known, pc.round(known))).as_py() is not False
        return "#,##0" if whole else "#,##0.00"
    return "General"


def _write_cell(page: Worksheet, row: int, at: int, cell: Any, form: Format) -> None:
    if cell is None:
        return
    if isinstance(cell, int | float | Decimal) and not isinstance(cell, bool):
        if math.isfinite(cell):
            page.write_number(row, at, float(cell), form)
    elif isinstance(cell, datetime):
        page.write_datetime(row, at, cell.replace(tzinfo=None), form)
    elif isinstance(cell, date):
        page.write_datetime(row, at, cell, form)
    elif text := _text(cell):
        page.write_string(row, at, text[:_LONGEST_CELL])


def _width(heading: str, cells: list[Any]) -> int:
    shown = [_text(cell) for cell in cells[:_MEASURED_ROWS] if cell is not None]
    longest = max(map(len, shown), default=0)
    return max(_WIDTHS[0], min(_WIDTHS[1], max(longest, len(heading) + 4) + 2))


def explain(book: xlsxwriter.Workbook, sheet: str, about: dict[str, str]) -> None:
    """A sheet that says what the workbook holds, one pair a row."""
    page = book.add_worksheet(sheet)
    bold = book.add_format({"bold": True, "valign": "top"})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    page.set_column(0, 0, 22)
    page.set_column(1, 1, 90)
    for row, (what, text) in enumerate(about.items()):
        page.write_string(row, 0, what, bold)
        page.write_string(row, 1, text[:_LONGEST_CELL], wrap)
