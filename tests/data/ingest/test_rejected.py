import io

import openpyxl

from data.ingest.findings import mistakes
from data.ingest.partnerships import read_partnerships
from data.ingest.registers import read_register
from data.ingest.rejected import rejected_workbook

from .files import HEADER, ROW, lines

BAD = "=cmd|'/c calc'!A0;Bibliotheek Aa;+31;basisschool;POO;Zaandsta;actief"


def preview(store):
    return read_partnerships(store, lines("Titel", HEADER, ROW, BAD), "x.csv")


def test_rejected_rows_come_back_with_their_reasons_and_headers(store):
    book = openpyxl.load_workbook(io.BytesIO(rejected_workbook(preview(store))))
    rows = list(book.active.iter_rows())
    assert [cell.value for cell in rows[0]] == ["reden", *HEADER.split(";")]
    assert [cell.value for cell in rows[1][1:]] == BAD.split(";")
    assert rows[1][0].value.startswith("thema: Dit thema is niet bekend.")
    assert all(cell.data_type == "s" for cell in rows[1])
    assert len(rows) == 2


def test_every_row_of_a_repeated_mistake_comes_back(store):
    seen = read_register(
        store,
        "po",
        lines("BRIN,vestigingsnaam,gemeente", "00AA00,A,Delf", "00AB00,B,Delft", "00AC00,C,Delf"),
        "x.csv",
    )
    assert [(one.where, one.value) for one in mistakes(seen.rejected)] == [("2 en 4", "Delf")]
    book = openpyxl.load_workbook(io.BytesIO(rejected_workbook(seen)))
    assert [row[1] for row in book.active.iter_rows(values_only=True)] == [
        "BRIN", "00AA00", "00AC00",
    ]  # fmt: skip


def test_corrected_rows_load_and_the_reason_is_no_unknown_column(store):
    book = openpyxl.load_workbook(io.BytesIO(rejected_workbook(preview(store))))
    book.active["F2"], book.active["G2"] = "PO", "Zaanstad"
    memory = io.BytesIO()
    book.save(memory)
    again = read_partnerships(store, memory.getvalue(), "x.xlsx")
    assert ([one.name for one in again.rows], again.rejected) == ([BAD.split(";")[0]], ())
    assert again.unknown_columns == ()
