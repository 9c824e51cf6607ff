import pytest

from data.errors import InputRefused
from data.ingest.columns import ColumnsRefused, checked, find_table
from data.ingest.layouts import partnership_layout
from data.ingest.sheets import Sheet, Sheets

GOALS = [{"code": "SD1", "label": "Geletterd en leesplezier"}]


def table(*rows, **options):
    sheets = Sheets([Sheet("Blad1", [list(row) for row in rows])])
    return find_table(sheets, partnership_layout(GOALS), **options)


def test_headers_match_by_meaning():
    found = table(
        ["Naam samenwerking", "PARTNERS", "Thema's", "Stand", "Uren per jaar", "uren_per_jaar2",
         "SD1: Geletterd", "begindatum", "Gemeente(n)"],
    )  # fmt: skip
    assert found.index == {
        "naam": 0, "partner": 1, "thema": 2, "status": 3, "uren_per_jaar": 4, "SD1": 6,
        "start": 7, "gemeente": 8,
    }  # fmt: skip
    assert found.unknown == ("uren_per_jaar2",)


def test_title_rows_and_row_numbers():
    found = table(["Overzicht 2026"], [], ["naam", "partner", "thema", "status"], [], ["A", "B"])
    assert found.header_row == 3
    assert [number for number, _ in found.rows()] == [5]


def test_missing_columns_are_named_with_what_is_there():
    with pytest.raises(ColumnsRefused, match="status ontbreekt") as refused:
        checked(table(["naam", "partner", "thema", "Hoe staat het"]))
    assert "Hoe staat het" in refused.value.advice
    assert refused.value.table.missing == ("status",)


def test_a_mapping_gives_a_header_its_column():
    row = ["naam", "partner", "thema", "Hoe staat het", "x"]
    found = checked(table(row, mapping={"hoe staat het": "status", "x": None}))
    assert found.index["status"] == 3
    assert not found.unknown


def test_doubled_columns_are_refused_by_both_names():
    with pytest.raises(ColumnsRefused, match="'partner' en 'Organisatie'"):
        checked(table(["naam", "partner", "Organisatie", "thema", "status"]))


def test_a_column_without_header_is_reported():
    found = table(["naam", "", "partner", "thema", "status"], ["A", "kwijt", "B", "PO", "actief"])
    assert found.unknown == ("kolom B (zonder kop)",)


def test_no_headers_at_all():
    with pytest.raises(InputRefused, match="geen kolomkoppen"):
        table(["Beste collega"], ["hierbij de lijst"])
