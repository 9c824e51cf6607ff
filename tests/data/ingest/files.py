"""Files for the tests of the import."""

import io
from typing import Any

import openpyxl

HEADER = "naam;bibliotheek;partner;partnertype;thema;gemeente;status"
ROW = "Voorlezen;Bibliotheek Aa;OBS De Ster;basisschool;PO;Zaanstad;actief"


def lines(*rows: str) -> bytes:
    return "\n".join(rows).encode()


def workbook(*sheets: tuple[str, list[list[Any]]], merged: tuple[str, ...] = ()) -> bytes:
    """An .xlsx made by another library than ours; `merged` ranges are on the last sheet."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    for cells in merged:
        book.worksheets[-1].merge_cells(cells)
    memory = io.BytesIO()
    book.save(memory)
    return memory.getvalue()


def counts(store) -> tuple[int, int, int, int]:
    """Partnerships, partners, libraries and batches: what a load may change."""
    found = store._connection.execute(
        "select (select count(*) from partnership where removed_at is null), "
        "(select count(*) from partner), (select count(*) from library), "
        "(select count(*) from batch)"
    )
    return found.fetchall()[0]
