"""Scoring before one screen: what a click does is seen at once, and nobody's score is lost."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.e2e.app_process import RunningApp
from tests.e2e.visit import PHONE, pixels_too_wide
from tests.e2e.weighing_room import SAVED, Room, app_with_considerations, cell, expect, give, press

QUESTIONS = ("klik en toets", "samen in één cel", "weging", "smal")


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    with app_with_considerations(tmp_path_factory.mktemp("app"), *QUESTIONS) as running:
        yield running


@pytest.fixture
def room(browser: Browser, app_url: str) -> Iterator[Room]:
    made = Room(browser, app_url)
    yield made
    made.close()


def test_click_and_keys_move_the_totals_and_say_what_moved(room: Room) -> None:
    page = room.step(1, "Scoren")
    expect(page.get_by_text("Er zijn nog geen scores")).to_be_visible()
    give(page, {"AP1": "5", "AT1": "3", "AR1": "3"})
    expect(_total(page, "A")).to_have_text("67 van 100")
    cell(page, "AT1").click(position={"x": 2, "y": 2})
    page.keyboard.press("5")
    expect(_total(page, "A")).to_have_text("83 van 100")
    expect(page.get_by_test_id("stMetricValue").first).to_have_text("83")
    said = page.locator(".last")
    expect(said).to_contain_text(
        "Waarde: 3 → 5. Het totaal van Taalhuis was 67 van 100 en is nu 83 van 100."
    )
    page.keyboard.press("ArrowDown")
    page.keyboard.press("1")
    expect(_total(page, "A")).to_have_text("67 van 100")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("?")
    expect(cell(page, "BR1")).to_have_attribute("data-value", "?")
    expect(said).to_contain_text("Kan: leeg → weet niet")
    expect(page.locator(".state")).to_have_text(SAVED)
    said.get_by_role("button", name="Ongedaan maken").click()
    expect(cell(page, "BR1")).to_have_attribute("data-value", "")
    expect(said).to_contain_text("Kan: weet niet → leeg")
    page.reload()
    expect(cell(page, "AP1")).to_have_attribute("data-value", "5")
    expect(_total(page, "A")).to_have_text("67 van 100")
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Dekking").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dekking")
    page.go_back()
    expect(cell(page, "AT1")).to_have_attribute("data-value", "5")


def test_two_people_in_one_cell_are_asked(room: Room) -> None:
    one, other = room.step(2, "Scoren"), room.step(2, "Scoren")
    for page in (one, other):
        expect(cell(page, "AP1")).to_be_visible()
    give(one, {"AP1": "4"})
    cell(other, "AP1").locator('button[data-score="2"]').click()
    asked = other.get_by_text("Past, Taalhuis: nu staat er 4, u gaf 2")
    expect(asked).to_be_visible()
    expect(cell(other, "AP1")).to_have_attribute("data-value", "4")
    press(other, "De mijne gebruiken")
    expect(cell(other, "AP1")).to_have_attribute("data-value", "2")
    expect(asked).to_have_count(0)
    cell(one, "AP1").locator('button[data-score="5"]').click()
    expect(one.get_by_text("nu staat er 2, u gaf 5")).to_be_visible()
    press(one, "Zo laten")
    expect(one.get_by_text("Iemand anders wijzigde")).to_have_count(0)
    expect(cell(one, "AP1")).to_have_attribute("data-value", "2")
    one.reload()
    expect(cell(one, "AP1")).to_have_attribute("data-value", "2")


def test_weights_of_two_people(room: Room) -> None:
    one, other = room.step(3, "Weging"), room.step(3, "Weging")
    for page in (one, other):
        expect(_points(page, "P1")).to_be_visible()
    _points(one, "P1").fill("50")
    _points(one, "P1").press("Enter")
    expect(one.locator(".state")).to_have_text(SAVED)
    _points(other, "P1").fill("20")
    _points(other, "P1").press("Enter")
    expect(other.get_by_test_id("stAlert")).to_contain_text("gewijzigd")
    expect(_points(other, "P1")).to_have_value("50")
    press(one, "Vorige weging terug")
    expect(_points(one, "P1")).to_have_value("33,34")


def test_on_a_narrow_screen_an_option_is_finished_first(room: Room) -> None:
    page = room.screen("afweging?afweging=4&stap=Scoren", PHONE)
    give(page, {"AP1": "4"})
    assert pixels_too_wide(page) == 0
    page.reload()
    expect(page.locator('[data-show="A"]')).to_have_attribute("aria-pressed", "true")
    expect(cell(page, "AT1")).to_be_visible()
    expect(page.locator('[data-show="A"] .total')).to_contain_text("van 100")


def _total(page: Page, option: str) -> Locator:
    return page.locator(f'.head [data-total="{option}"]')


def _points(page: Page, code: str) -> Locator:
    return page.locator(f'.field[data-code="{code}"]')
