"""Which cells hold a formula without an outcome, in workbooks of several makers."""

import io
import zipfile

import pytest
import xlsxwriter

from data.ingest.formulas import Uncomputed, uncomputed
from data.ingest.registers import read_register
from data.ingest.sheets import read_sheets

from .files import workbook

BOOK = (
    '<workbook xmlns:r="r"><sheets><sheet name="A &amp; B" sheetId="1" r:id="rId7"/></sheets>'
    "</workbook>"
)
LINKS = '<Relationships><Relationship Id="rId7" Target="worksheets/sheet1.xml"/></Relationships>'


def archive(cells: str) -> zipfile.ZipFile:
    made = zipfile.ZipFile(io.BytesIO(), "w")
    made.writestr("xl/workbook.xml", BOOK)
    made.writestr("xl/_rels/workbook.xml.rels", LINKS)
    made.writestr("xl/worksheets/sheet1.xml", f"<sheetData><row>{cells}</row></sheetData>")
    return made


@pytest.mark.parametrize(
    ("cell", "empty"),
    [
        ('<c r="B2"><f>A1</f><v/></c>', True),
        ('<c r="B2"><f>A1</f><v></v></c>', True),
        ('<c r="B2" s="1"><f t="shared" si="0"/></c>', True),
        ('<x:c r="B2"><x:f>A1</x:f></x:c>', True),
        ('<c r="B2" t="str"><f>A1</f></c>', True),
        # Excel writes a text that came out empty like this.
        ('<c r="B2" t="str"><f>A1</f><v></v></c>', False),
        ('<c r="B2"><f>A1</f><v>0</v></c>', False),
        ('<c r="B2" s="1"/><c r="C2"><v>1</v></c>', False),
    ],
)
def test_uncomputed(cell: str, empty: bool) -> None:
    assert uncomputed(archive(cell)) == ({"A & B": [(1, 1)]} if empty else {})


def test_a_cell_that_a_part_of_the_file_ends_in() -> None:
    """The sheet is read in parts of four megabytes."""
    filler = '<c r="A1"><v>1</v></c>' * 200_000
    formula = '<c r="B2"><f>A1</f></c>'
    assert len(uncomputed(archive(filler + formula + filler + formula))["A & B"]) == 2


def test_the_cell_reads_as_empty_and_can_be_told_from_it() -> None:
    [sheet] = read_sheets(workbook(("Blad", [["naam"], ["x"], ["", "", "=1+1"]])), "x.xlsx").sheets
    assert sheet.rows[2] == ["", "", ""]
    assert [isinstance(cell, Uncomputed) for cell in sheet.rows[2]] == [False, False, True]


def test_what_was_computed_is_its_value() -> None:
    memory = io.BytesIO()
    with xlsxwriter.Workbook(memory) as book:
        book.add_worksheet("Blad").write_formula("A1", "=1+1", None, 2)
    assert read_sheets(memory.getvalue(), "x.xlsx").sheets[0].rows == [[2.0]]


def test_a_register_says_it_too(store) -> None:
    rows = [["code", "naam", "gemeente", "inwoners"]]
    rows += [["WK1", "Centrum", "Delft", "=1+1"], ["WK2", "=1+1", "Delft", "5"]]
    preview = read_register(store, "generic", workbook(("Blad", rows)), "wijken.xlsx")
    assert [one.id for one in preview.new] == ["WK1"]
    assert [(one.row, one.column) for one in preview.remarks] == [(2, "inwoners")]
    assert "formule zonder uitkomst" in preview.remarks[0].text
    assert [(one.row, one.column) for one in preview.rejected] == [(3, "naam")]
    assert "formule zonder uitkomst" in preview.rejected[0].reason
