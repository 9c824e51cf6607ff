"""Goals of a library's own as columns of the import, the template and the export."""

import io
from datetime import date, timedelta

import openpyxl
import pytest

from core.filters import today
from data.goal_sets import write_goals
from data.ingest.layouts import partnership_layout
from data.ingest.partnerships import Preview, known_goals, load_partnerships, read_partnerships
from data.ingest.plan import counted_goals
from data.ingest.template import template_workbook
from data.store import Store
from tests.portfolio import ZAANSTAD, Portfolio

from .files import lines

HEADER = "naam;bibliotheek;partner;thema;status"
ROW = "Lezen;{};P;GEM;actief"
SHIPPED = [f"SD{n}" for n in range(1, 8)]


@pytest.fixture
def made(store: Store) -> Portfolio:
    """Bibliotheek Aa has goals of its own since 2020 and others next month, Bibliotheek Bee not."""
    made = Portfolio(store)
    aa = made.library("Bibliotheek Aa", ZAANSTAD)
    made.library("Bibliotheek Bee", ZAANSTAD)
    set_goals(made, aa, date(2020, 1, 1), LEZ="Lezen voor ieder", SD1="Geletterd Aa")
    set_goals(made, aa, today() + timedelta(days=30), LEZ="Lezen voor iedereen", TAAL="Taal")
    return made


def set_goals(made: Portfolio, library: int, since: date, **labels: str) -> None:
    [(version,)] = made.ask("select version from library where id = ?", library)
    typed = [
        {"code": code, "label": label, "weight": 100 / len(labels)}
        for code, label in labels.items()
    ]
    write_goals(made.store, library, version, typed, since, "test")


def preview(store: Store, columns: str, library: str, values: str) -> Preview:
    content = lines(f"{HEADER};{columns}", f"{ROW.format(library)};{values}")
    return read_partnerships(store, content, "x.csv")


def contributions(made: Portfolio) -> dict[str, int]:
    [(found,)] = made.ask("select contributions from partnership where name = 'Lezen'")
    return {one["goal"]: one["value"] for one in found}


def test_known_goals_are_those_of_any_library_as_they_are_called_now(made: Portfolio) -> None:
    found = {row["code"]: row["label"] for row in known_goals(made.store.rows)}
    assert list(found) == [*SHIPPED, "LEZ", "TAAL"]
    assert found["LEZ"] == "Lezen voor ieder"
    # One library each: the label that was given last.
    assert found["SD1"] == "Geletterd Aa"
    assert found["SD7"] == "Nabije en robuuste bibliotheek"


def test_counted_goals_are_those_of_now_and_later(made: Portfolio) -> None:
    found = counted_goals(made.store.rows, today())
    assert found == {1: {"LEZ", "SD1", "TAAL"}, 2: set(SHIPPED), None: set(SHIPPED)}


@pytest.mark.parametrize(
    "header", ["LEZ", "lez", " L E Z ", "l_e_z", "Lêz", "Bijdrage aan LEZ", "Lezen voor ieder"]
)
def test_a_header_that_is_a_goal_of_its_own_is_a_column(made: Portfolio, header: str) -> None:
    found = preview(made.store, header, "Bibliotheek Aa", "3")
    assert (found.unknown_columns, found.remarks) == ((), ())
    load_partnerships(made.store, found, "Anna")
    assert contributions(made) == {"LEZ": 3}


def test_a_contribution_outside_0_to_3_rejects_the_row(made: Portfolio) -> None:
    found = preview(made.store, "LEZ", "Bibliotheek Aa", "4")
    assert [(one.column, one.value) for one in found.rejected] == [("LEZ", "4")]


@pytest.mark.parametrize("library", ["Bibliotheek Bee", "Bibliotheek Nieuw"])
def test_a_goal_of_another_library_is_kept_with_a_remark(made: Portfolio, library: str) -> None:
    found = preview(made.store, "LEZ;TAAL;SD1", library, "3;;2")
    [remark] = found.remarks
    assert (remark.row, remark.column, remark.value) == (2, "LEZ", "3")
    assert f"LEZ is geen doel van {library}" in remark.text
    load_partnerships(made.store, found, "Anna")
    assert contributions(made) == {"LEZ": 3, "SD1": 2}
    # What is stored already is not said again.
    assert preview(made.store, "LEZ;SD1", library, "3;1").remarks == ()


def test_a_goal_that_the_library_had_is_kept_with_a_remark(made: Portfolio) -> None:
    found = preview(made.store, "SD2;TAAL", "Bibliotheek Aa", "1;1")
    assert [one.column for one in found.remarks] == ["SD2"]


def test_a_code_means_its_goal_and_a_shared_label_none() -> None:
    layout = partnership_layout(
        [
            {"code": "SD1", "label": "Lezen"},
            {"code": "DOELSD1", "label": "Lezen"},
            {"code": "X", "label": "Partner"},
            {"code": "Y", "label": "…"},
        ]
    )
    assert layout.column("doel SD1") == "DOELSD1"
    assert layout.column("score sd1") == "SD1"
    assert layout.column("Lezen") is None
    assert layout.column("SD1 Lezen") == "SD1"
    assert layout.column("partner") == "partner"
    assert layout.column("(?)") is None


def test_the_template_has_a_column_for_each(made: Portfolio) -> None:
    content = template_workbook(made.store)
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book["Samenwerkingen"]
    assert [cell.value for cell in sheet[1]][-9:] == [*SHIPPED, "LEZ", "TAAL"]
    assert "Lezen voor ieder: 0 geen" in sheet[1][-2].comment.text
    found = read_partnerships(made.store, content, "sjabloon.xlsx")
    assert (found.rejected, found.unknown_columns) == ((), ())
