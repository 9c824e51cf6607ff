"""The report as a workbook, opened with another library than the one that wrote it."""

import io
from datetime import datetime

import pytest
from openpyxl import Workbook, load_workbook

from core.report import ReportAsked
from data.report.workbook import report_workbook
from data.store import Store
from tests.portfolio import ZAANSTAD, Portfolio
from tests.reporting import CASES, EVERYTHING, contents_of

FORMULA = '=HYPERLINK("http://x.nl";"klik")'


def workbook(store: Store, asked: ReportAsked = EVERYTHING) -> Workbook:
    made = report_workbook(store, contents_of(store, asked), lambda _what, _share: None)
    return load_workbook(io.BytesIO(made))


@pytest.mark.parametrize("case", CASES)
def test_every_sheet_has_a_frozen_filtered_heading(store: Store, case: str) -> None:
    CASES[case](store)
    book = workbook(store)
    assert book.sheetnames == [
        "Over dit rapport",
        "Kerncijfers",
        "Verdeling",
        "Dekking",
        "Doelen",
        "Aansluiting",
        "Afhankelijkheid",
        "Aandacht",
        "Besluiten",
        "Toen en nu",
        "Veranderingen",
        "Samenwerkingen",
    ]
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref
        assert all(cell.value for cell in sheet[1])


def test_all_rows_are_there_with_their_kind(store: Store) -> None:
    CASES["many"](store)
    book = workbook(store)
    assert book["Samenwerkingen"].max_row == 61
    assert book["Veranderingen"].max_row == 41
    assert book["Aandacht"].max_row > 30
    heads = [cell.value for cell in book["Samenwerkingen"][1]]
    ends = {row[heads.index("Einde")] for row in book["Samenwerkingen"].iter_rows(values_only=True)}
    assert datetime(2026, 1, 5) in ends
    shares = [row[1:] for row in book["Kerncijfers"].iter_rows(values_only=True)]
    assert isinstance(shares[-1][0], int | float)


def test_the_first_sheet_says_what_it_is_of(store: Store) -> None:
    CASES["one partnership"](store)
    said = dict(workbook(store)["Over dit rapport"].iter_rows(values_only=True))
    assert said["Rapport"] == "Rapport samenwerkingen, Bibliotheek Aa"
    assert said["Zonder beperking"] == "alle bibliotheken, regio’s, gemeenten, thema’s en statussen"
    assert said["Peildatum"] == "22 november 2026"
    assert said["Dekking"].startswith("Contact: ")
    assert "(versie " in said["Stand van de gegevens"]
    assert "Een bijdrage is 0 geen" in said["Bijdrage, aansluiting en doelbereik"]


def test_what_looks_like_a_formula_is_a_text(store: Store) -> None:
    made = Portfolio(store)
    made.library("Bibliotheek", ZAANSTAD)
    made.partnership(FORMULA, partners=[made.partner(FORMULA)], gemeenten=[ZAANSTAD], owner=FORMULA)
    for sheet in workbook(store).worksheets:
        for row in sheet.iter_rows():
            assert [cell.value for cell in row if cell.data_type == "f"] == []


def test_only_the_sheets_of_the_parts_that_were_asked_for(store: Store) -> None:
    CASES["one partnership"](store)
    asked = ReportAsked(filters=EVERYTHING.filters, parts=("coverage",))
    assert workbook(store, asked).sheetnames == ["Over dit rapport", "Dekking", "Samenwerkingen"]


def test_figures_of_then_and_now_stand_beside_each_other(store: Store) -> None:
    CASES["many"](store)
    sheet = workbook(store)["Toen en nu"]
    rows = {row[0]: row[1:] for row in sheet.iter_rows(values_only=True)}
    assert rows["Wat"][:2] == ("22-11-2025", "22-11-2026")
    assert rows["Lopende samenwerkingen"][:2] == (20, 60)
