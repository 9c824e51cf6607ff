"""Rejected rows as a file to correct and load again.

The original rows under their own headers, with the reasons in a column `reden` in front, which
the import does not read.
"""

import io
from datetime import date, datetime, time
from typing import Protocol

import xlsxwriter

from core.values import Cell, text
from data.ingest.columns import REASON, Table
from data.ingest.findings import Problem


class ReadFile(Protocol):
    """A file that was read: its table, and what is wrong with single rows."""

    @property
    def table(self) -> Table: ...

    @property
    def rejected(self) -> tuple[Problem, ...]: ...


def rejected_workbook(preview: ReadFile) -> bytes:
    """The rejected rows as .xlsx: every text is written as text, whatever it starts with."""
    memory = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(memory, options) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        wrap = book.add_format({"text_wrap": True, "valign": "top", "font_color": "#9C0006"})
        day = book.add_format({"num_format": "dd-mm-yyyy"})
        sheet = book.add_worksheet("Afgekeurde rijen")
        sheet.write_row(0, 0, [REASON, *preview.table.headers], bold)
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, 0, 60)
        sheet.set_column(1, max(len(preview.table.headers), 1), 18)
        reasons = _reasons(preview)
        for at, (number, row) in enumerate(_rejected(preview, reasons), 1):
            sheet.write_string(at, 0, reasons[number], wrap)
            for column, cell in enumerate(row, 1):
                _write(sheet, at, column, cell, day)
    return memory.getvalue()


def _write(
    sheet: xlsxwriter.worksheet.Worksheet,
    at: int,
    column: int,
    cell: Cell,
    day: xlsxwriter.format.Format,
) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(at, column, cell)
    elif isinstance(cell, int | float):
        sheet.write_number(at, column, cell)
    elif isinstance(cell, datetime | date):
        sheet.write_datetime(at, column, cell, day)
    elif isinstance(cell, time):
        sheet.write_string(at, column, text(cell))
    elif cell:
        # Excel holds at most 32,767 characters in a cell.
        sheet.write_string(at, column, text(cell)[:32_767])


def _rejected(preview: ReadFile, reasons: dict[int, str]) -> list[tuple[int, list[Cell]]]:
    return [(number, row) for number, row in preview.table.rows() if number in reasons]


def _reasons(preview: ReadFile) -> dict[int, str]:
    found: dict[int, list[str]] = {}
    for problem in preview.rejected:
        found.setdefault(problem.row, []).append(f"{problem.column}: {problem.reason}")
    return {row: "\n".join(reasons) for row, reasons in found.items()}
