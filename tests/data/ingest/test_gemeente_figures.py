"""Key figures from a file: each row judged, all loaded at once, and undone at once."""

import io
from typing import Any

import openpyxl
import pytest

from core.filters import today
from core.gemeente_figures import GemeenteFigures
from data.errors import ChangedMeanwhile, InputRefused
from data.factsheet_documents import FIGURES, factsheet_documents, write_factsheet_document
from data.ingest.columns import ColumnsRefused
from data.ingest.figures_template import TemplateRow, figures_workbook
from data.ingest.gemeente_figures import (
    FiguresPreview,
    load_gemeente_figures,
    read_gemeente_figures,
)
from data.ingest.rejected import rejected_workbook
from data.store import Store
from data.undo import undo_batch
from tests.portfolio import ALKMAAR, VEENDAM, ZAANSTAD, Portfolio

from .files import lines, workbook

HEADER = (
    "Bibliotheek;Gemeente;Jaar;Vestigingen;Aantal leden;Jeugdleden;FTE;Subsidie per inwoner (€)"
)
NEXT_YEAR = today().year + 1


@pytest.fixture
def libraries(store: Store) -> tuple[int, int]:
    """Aa serves Zaanstad and Alkmaar, Bee serves Alkmaar."""
    made = Portfolio(store)
    return (
        made.library("Bibliotheek Aa", ZAANSTAD, ALKMAAR),
        made.library("Bibliotheek Bee", ALKMAAR),
    )


def read(store: Store, *rows: str, header: str = HEADER) -> FiguresPreview:
    return read_gemeente_figures(store, lines(header, *rows), "kerncijfers.csv")


def load(store: Store, *rows: str, header: str = HEADER) -> int | None:
    return load_gemeente_figures(store, read(store, *rows, header=header), "Anna")


def known(store: Store) -> dict[tuple[int, int, int], dict[str, float]]:
    return {
        (row["library"], row["gemeente"], row["year"]): row["content"].given()
        for row in factsheet_documents(store, FIGURES)
    }


def rejected(preview: FiguresPreview) -> list[tuple[int, str, str]]:
    return [(one.row, one.column, one.reason) for one in preview.rejected]


def test_good_rows_are_read_the_dutch_way_and_loaded_at_once(
    store: Store, libraries: tuple[int, int]
) -> None:
    aa, bee = libraries
    batch = load(
        store,
        "Bibliotheek Aa;Zaanstad;2025;6;31.250;18.400;38,5;€ 17,85",
        ";gemeente Zaanstad;2024;6;;;;",
        "bibliotheek bee;GM0361;2025;4;22400;;;",
    )
    assert known(store) == {
        (aa, 479, 2025): {
            "branches": 6, "members": 31250, "youth_members": 18400, "fte": 38.5,
            "subsidy_per_inhabitant": 17.85,
        },
        (aa, 479, 2024): {"branches": 6},
        (bee, 361, 2025): {"branches": 4, "members": 22400},
    }  # fmt: skip
    assert batch is not None
    undo_batch(store, batch, "Anna")
    assert known(store) == {}


def test_twice_changes_nothing_and_a_change_is_told(
    store: Store, libraries: tuple[int, int]
) -> None:
    row = "Bibliotheek Aa;Zaanstad;2025;6;31250;18400;38,5;17,85"
    load(store, row)
    again = read(store, row)
    assert [one.kind for one in again.rows] == ["unchanged"]
    assert load_gemeente_figures(store, again, "Anna") is None
    [changed] = read(store, row.replace("31250", "32000").replace("18400", "")).rows
    assert (changed.kind, changed.columns) == ("changed", ("leden", "jeugdleden"))
    assert changed.changes == ("Leden 31.250 → 32.000", "Jeugdleden 18.400 → niet aangeleverd")


def test_columns_that_the_file_lacks_stay_as_they_were(
    store: Store, libraries: tuple[int, int]
) -> None:
    load(store, "Bibliotheek Aa;Zaanstad;2025;6;31250;;;")
    load(store, "Zaanstad;2025;215", header="gemeente;jaar;vrijwilligers")
    [given] = known(store).values()
    assert given == {"branches": 6, "members": 31250, "volunteers": 215}


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        (";;2025;6;;;;", "Gemeente", "Vul de gemeente in."),
        (";Zaanstat;2025;6;;;;", "Gemeente", "Bedoelt u Zaanstad?"),
        (";Alkmaar;2025;6;;;;", "Bibliotheek", "door meer bibliotheken. Bedoelt u Bibliotheek Aa"),
        (";Veendam;2025;6;;;;", "Bibliotheek", "Geen bibliotheek bedient Veendam."),
        ("Bieb Cee;Zaanstad;2025;6;;;;", "Bibliotheek", "Deze bibliotheek is niet bekend."),
        ("Bibliotheek Bee;Zaanstad;2025;6;;;;", "Gemeente", "hoort niet bij het werkgebied van"),
        (";Zaanstad;;6;;;;", "Jaar", "Vul het jaar in"),
        (f";Zaanstad;{NEXT_YEAR};6;;;;", "Jaar", "Vul een jaar van 1990 tot en met"),
        (";Zaanstad;vorig jaar;6;;;;", "Jaar", "Vul een jaar van 1990"),
        (";Zaanstad;2025;zes;;;;", "Vestigingen", "Dit is geen getal."),
        (";Zaanstad;2025;6,5;;;;", "Vestigingen", "Vul een geheel aantal in"),
        (";Zaanstad;2025;6;10;11;;", "Jeugdleden", "meer jeugdleden (11) dan leden (10)"),
        (";Zaanstad;2025;6;;;-3;", "FTE", "negatief"),
    ],
)
def test_a_wrong_row_says_where_and_why(
    store: Store, libraries: tuple[int, int], row: str, column: str, said: str
) -> None:
    preview = read(store, row, "Bibliotheek Aa;Zaanstad;2023;1;;;;")
    [(number, where, reason)] = rejected(preview)
    assert (number, where) == (2, column)
    assert said in reason
    assert [one.kind for one in preview.rows] == ["new"]


@pytest.mark.parametrize("first", ["6", "zes"], ids=["both good", "the first is rejected"])
def test_of_the_same_gemeente_and_year_twice_none_is_taken(
    store: Store, libraries: tuple[int, int], first: str
) -> None:
    rows = (f";Zaanstad;2025;{first};;;;", ";Zaanstad;2024;5;;;;", ";zaanstad;2025;7;;;;")
    preview = read(store, *rows)
    said = "Zaanstad in 2025 staat in rij 2 en 4. Laat één rij staan."
    assert {(2, "Jaar", said), (4, "Jaar", said)} <= set(rejected(preview))
    assert [one.row for one in preview.rows] == [3]


def test_all_that_is_wrong_with_a_row_is_named(store: Store, libraries: tuple[int, int]) -> None:
    """Not the first fault only: who mends that would be refused again for the next."""
    preview = read(store, "Bieb Cee;Zaanstat;vorig jaar;zes;10;11;;")
    assert [column for _, column, _ in rejected(preview)] == [
        "Gemeente", "Bibliotheek", "Jaar", "Vestigingen", "Jeugdleden",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "row", [";Totaal;2025;6;;;;", ";TOTAAL gemeenten:;;6;;;;", "Eindtotaal;;;6;;;;"]
)
def test_a_row_that_adds_up_others_is_left_out(
    store: Store, libraries: tuple[int, int], row: str
) -> None:
    preview = read(store, ";Zaanstad;2025;6;;;;", row)
    assert (len(preview.rows), preview.rejected) == (1, ())
    assert "totaal van andere rijen" in preview.remarks[0].text


@pytest.mark.parametrize(
    "heading", ["Subsidie p/inw", "subsidie per inw.", "Subsidie/inwoner", "subsidie p/inwoner"]
)
def test_subsidy_per_inhabitant_as_people_write_it(
    store: Store, libraries: tuple[int, int], heading: str
) -> None:
    preview = read(store, "Zaanstad;2025;17,85", header=f"gemeente;jaar;{heading}")
    assert preview.table.unknown == ()
    assert preview.rows[0].content.subsidy_per_inhabitant == 17.85


def test_rows_of_the_template_that_nobody_filled_in_are_left_out(
    store: Store, libraries: tuple[int, int]
) -> None:
    preview = read(store, ";Zaanstad;2025;;;;;", ";Zaanstad;2024;6;;;;")
    assert (len(preview.rows), preview.rejected) == (1, ())
    assert "overgeslagen" in preview.remarks[0].text


def test_rejected_rows_come_back_under_their_own_headings(
    store: Store, libraries: tuple[int, int]
) -> None:
    preview = read(store, ";Zaanstad;2025;=1+1;;;;")
    sheet = openpyxl.load_workbook(io.BytesIO(rejected_workbook(preview))).active
    assert sheet is not None
    found = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert found[0][:4] == ["reden", "Bibliotheek", "Gemeente", "Jaar"]
    assert str(found[1][0]).startswith("Vestigingen: Dit is geen getal")
    assert sheet["E2"].data_type == "s"


def test_what_somebody_wrote_meanwhile_is_not_overwritten(
    store: Store, libraries: tuple[int, int]
) -> None:
    aa, _ = libraries
    load(store, ";Zaanstad;2025;6;;;;")
    changing = read(store, ";Zaanstad;2025;7;;;;", ";Zaanstad;2024;7;;;;")
    [row] = factsheet_documents(store, FIGURES)
    other = GemeenteFigures(library=aa, gemeente=479, year=2025, branches=8)
    write_factsheet_document(store, row["id"], row["version"], "Zaanstad", other, "Bert")
    with pytest.raises(ChangedMeanwhile):
        load_gemeente_figures(store, changing, "Anna")
    assert known(store) == {(aa, 479, 2025): {"branches": 8}}


def test_a_file_without_the_needed_columns(store: Store, libraries: tuple[int, int]) -> None:
    with pytest.raises(ColumnsRefused, match="jaar"):
        read(store, "Zaanstad;6", header="gemeente;vestigingen")
    with pytest.raises(InputRefused):
        read_gemeente_figures(store, b"%PDF-1.7", "x.pdf")


def test_the_template_is_read_back_as_it_was_filled_in(
    store: Store, libraries: tuple[int, int]
) -> None:
    aa, bee = libraries
    figures = GemeenteFigures(library=aa, gemeente=479, year=2025, members=10, fte=2.5)
    rows = [
        TemplateRow("Bibliotheek Aa", "Zaanstad", figures),
        TemplateRow("Bibliotheek Bee", "Alkmaar", None),
    ]
    content = figures_workbook(rows, 2025)
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book["Kerncijfers"]
    assert (sheet.freeze_panes, sheet.max_row) == ("D2", 3)
    sheet["D3"] = 4
    memory = io.BytesIO()
    book.save(memory)
    preview = read_gemeente_figures(store, memory.getvalue(), "kerncijfers.xlsx")
    assert preview.rejected == ()
    load_gemeente_figures(store, preview, "Anna")
    assert known(store) == {
        (aa, 479, 2025): {"members": 10, "fte": 2.5},
        (bee, 361, 2025): {"branches": 4},
    }


def test_a_template_keeps_names_that_look_like_formulas_as_text() -> None:
    content = figures_workbook([TemplateRow("=cmd()", "Zaanstad", None)], 2025)
    sheet: Any = openpyxl.load_workbook(io.BytesIO(content))["Kerncijfers"]
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=cmd()", "s")


def test_an_xlsx_with_numbers_as_numbers(store: Store, libraries: tuple[int, int]) -> None:
    rows: list[list[Any]] = [["Gemeente", "Jaar", "Leden", "fte"], ["Zaanstad", 2025, 31250, 38.5]]
    preview = read_gemeente_figures(store, workbook(("Blad1", rows)), "x.xlsx")
    [one] = preview.rows
    assert one.content.given() == {"members": 31250, "fte": 38.5}


def test_where_one_library_serves_a_gemeente_it_need_not_be_named(
    store: Store, libraries: tuple[int, int]
) -> None:
    Portfolio(store).library("Bibliotheek Veen", VEENDAM)
    assert [one.library for one in read(store, ";Veendam;2025;1;;;;").rows] == ["Bibliotheek Veen"]
