import io

import openpyxl

from data.ingest.partnerships import load_partnerships, read_partnerships
from data.ingest.template import template_workbook


def test_the_unchanged_template_reads_back_with_nothing_rejected(store):
    preview = read_partnerships(store, template_workbook(store), "sjabloon.xlsx")
    assert (preview.rows, preview.rejected, preview.unknown_columns) == ((), (), ())
    assert "voorbeeldrij" in preview.remarks[0].text


def test_a_filled_template_loads(store):
    book = openpyxl.load_workbook(io.BytesIO(template_workbook(store)))
    sheet = book["Samenwerkingen"]
    headers = [cell.value for cell in sheet[1]]
    for column, cell in enumerate(sheet[2], 1):
        sheet.cell(3, column, cell.value)
    sheet.cell(3, 1, "BoekStart")
    memory = io.BytesIO()
    book.save(memory)
    preview = read_partnerships(store, memory.getvalue(), "sjabloon.xlsx")
    assert not preview.rejected
    assert load_partnerships(store, preview, "Anna").new == 1
    assert headers[:3] == ["naam", "bibliotheek", "partner"]
    assert headers[-7:] == ["SD1", "SD2", "SD3", "SD4", "SD5", "SD6", "SD7"]


def test_the_template_helps_to_fill_it_in(store):
    book = openpyxl.load_workbook(io.BytesIO(template_workbook(store)))
    assert book.sheetnames == ["Samenwerkingen", "Toelichting", "Lijsten"]
    sheet = book["Samenwerkingen"]
    assert sheet.freeze_panes == "B2"
    assert all(cell.comment for cell in sheet[1])
    ruled = {str(rule.sqref).split(":")[0] for rule in sheet.data_validations.dataValidation}
    assert len(ruled) == 8 + 7
    assert len([cell for cell in book["Lijsten"]["G"] if cell.value]) == 343
