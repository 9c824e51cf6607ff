"""A step plan as a workbook, read back as Excel would."""

import io
from datetime import datetime
from typing import Any

import openpyxl

from core.step_plan_printed import PrintedPlan
from data.step_plan_workbook import step_plan_workbook
from data.step_plans import shipped
from tests.printed_plans import DAY, HOSTILE, a_hostile_plan, a_plan, a_point


def book(plan: PrintedPlan) -> Any:
    return openpyxl.load_workbook(io.BytesIO(step_plan_workbook(plan)))


def test_a_check_a_row_with_typed_cells_filters_and_a_frozen_header() -> None:
    page = book(a_plan())["Punten"]
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == f"A1:K{len(shipped().checks()) + 1}"
    found = {row[2].value: row for row in page.iter_rows(min_row=2)}
    late = found["Bezoekers, ook mensen met een beperking, hebben het ontwerp bekeken."]
    assert [one.value for one in late[:7]] == [
        "3 Ontwerp",
        "Controlepunt",
        late[2].value,
        "bezig",
        "Anna",
        datetime(2026, 11, 20),
        "ja",
    ]
    assert late[5].number_format == "dd-mm-yyyy"
    done = found[
        "Het ontwerp is met medewerkers van alle partners doorgelopen, ruimte voor ruimte."
    ]
    assert (done[3].value, done[7].value, done[8].value) == (
        "klaar",
        datetime(DAY.year, DAY.month, DAY.day),
        "Verslag van de rondgang",
    )


def test_a_wish_a_row_and_who_does_not_name_it() -> None:
    page = book(a_plan())["Wensen"]
    rows = [[one.value for one in row] for row in page.iter_rows(min_row=2)]
    assert rows[0] == [
        "Openingstijden",
        "verschil in gewicht",
        "Eigen MT",
        5,
        "5 onmisbaar",
        "Zeven dagen open",
    ]
    assert [
        "Kosten en verdeling",
        "door één genoemd",
        "Eigen MT",
        None,
        "noemt dit niet",
        None,
    ] in (rows)


def test_text_stays_text_whatever_it_starts_with() -> None:
    made = book(a_hostile_plan(HOSTILE))
    cells = [cell for page in made for row in page.iter_rows() for cell in row if cell.value]
    assert any(cell.value == HOSTILE for cell in cells)
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert all(cell.hyperlink is None for cell in cells)


def test_what_is_no_link_is_left_out() -> None:
    plan = a_plan(points=(a_point(301, link="javascript:alert(1)"),))
    assert book(plan)["Punten"]["J2"].value is None
    good = a_plan(points=(a_point(301, link="https://x.nl/a"),))
    assert book(good)["Punten"]["J2"].value == "https://x.nl/a"


def test_it_says_what_it_is_of() -> None:
    page = book(a_plan())["Toelichting"]
    said = {row[0].value: row[1].value for row in page.iter_rows()}
    assert said["Samenwerking"] == "Samen onder één dak"
    assert said["Fase"] == "3 Ontwerp"
    assert said["Stand van"] == "22 november 2026"


def test_a_plan_without_anything_still_opens() -> None:
    made = book(a_plan(points=(), wishes=(), partners=()))
    assert made.sheetnames == ["Punten", "Wensen", "Toelichting"]
