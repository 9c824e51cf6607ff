"""The register in a browser: add, edit, two at once, many at once, the bin, and back again."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.app_process import StoreKind
from tests.e2e.dashboard import rows, table
from tests.e2e.visit import PHONE, open_page, pixels_too_wide, rerun
from tests.e2e.weighing_room import Room

PAGE = "samenwerkingen"


@pytest.fixture(scope="module")
def store_kind() -> StoreKind:
    return "empty"


def register(page: Page, app_url: str) -> Locator:
    open_page(page, f"{app_url}/{PAGE}")
    return table(page, "Samenwerkingen")


def pick(page: Page, field: str, value: str) -> None:
    """Choose in a box by typing; what is not among the choices is taken as typed."""
    box = page.get_by_role("combobox", name=field, exact=True)
    box.click()
    box.fill(value)
    with rerun(page):
        box.press("Enter")
    page.keyboard.press("Tab")


def fill(page: Page, field: str, value: str) -> None:
    box = page.get_by_label(field, exact=True)
    box.fill(value)
    with rerun(page):
        box.press("Tab")


def press(page: Page, name: str) -> None:
    with rerun(page):
        page.get_by_role("button", name=name, exact=True).click()


def said(page: Page, text: str) -> Locator:
    """What was done last, as it stands above the page; for a moment it is said over it as well."""
    return page.get_by_test_id("stAlertContentSuccess").get_by_text(text)


def tick(page: Page, *numbers: int) -> None:
    """Choose rows of the table, which is drawn: by where they are."""
    drawn = page.get_by_test_id("stDataFrame").first
    drawn.scroll_into_view_if_needed()
    box = drawn.bounding_box()
    assert box is not None
    for number in numbers:
        with rerun(page):
            page.mouse.click(box["x"] + 16, box["y"] + 52 + 35 * number)


def add(page: Page, name: str, partner: str) -> None:
    press(page, "Nieuwe samenwerking")
    fill(page, "Naam *", name)
    pick(page, "Partners *", partner)
    pick(page, "Thema’s *", "Primair onderwijs")
    pick(page, "Status *", "Actief")


def test_from_nothing_to_a_register(page: Page, app_url: str) -> None:
    """The first partnership makes its library; what is missing is said before."""
    open_page(page, f"{app_url}/{PAGE}")
    press(page, "Nieuwe samenwerking")
    press(page, "Opslaan")
    # Under each of the five fields that must be filled in.
    expect(page.get_by_role("img", name="error icon")).to_have_count(5)
    fill(page, "Naam *", "Lezen in de wijk")
    pick(page, "Bibliotheek *", "Bibliotheek Zaan")
    pick(page, "Partners *", "OBS De Zon")
    expect(page.get_by_text("Nieuwe partner: OBS De Zon.")).to_be_visible()
    pick(page, "Thema’s *", "Primair onderwijs")
    pick(page, "Gemeenten", "Zaanstad")
    pick(page, "Status *", "Actief")
    fill(page, "Uren per jaar", "1.250,5")
    press(page, "Opslaan")
    expect(said(page, "Lezen in de wijk is toegevoegd.")).to_be_visible()
    assert rows(table(page, "Samenwerkingen")) == 1
    add(page, "Taalcafé", "Welzijn <b>Zaan</b>")
    press(page, "Opslaan")
    assert rows(table(page, "Samenwerkingen")) == 2
    press(page, "Ongedaan maken")
    press(page, "Ja, maak ongedaan")
    assert rows(table(page, "Samenwerkingen")) == 1


def test_two_who_edit_at_once_choose(page: Page, browser: Browser, app_url: str) -> None:
    register(page, app_url)
    tick(page, 0)
    press(page, "Bewerk Lezen in de wijk")
    room = Room(browser, app_url)
    other = room.screen(f"{PAGE}?bewerk=1")
    note = other.get_by_label("Notitie", exact=True)
    note.fill("Notitie van de ander")
    note.press("Tab")
    other.get_by_label("Uren per jaar", exact=True).fill("80")
    other.get_by_label("Uren per jaar", exact=True).press("Tab")
    other.get_by_role("button", name="Opslaan", exact=True).click()
    expect(said(other, "Lezen in de wijk is gewijzigd.")).to_be_visible(timeout=20_000)
    fill(page, "Notitie", "Mijn notitie")
    press(page, "Opslaan")
    expect(page.get_by_text("Iemand anders heeft dit intussen gewijzigd")).to_be_visible()
    expect(page.get_by_text("Uren per jaar: 1.250,5 → 80 (Zij)")).to_be_visible()
    expect(page.get_by_text("Notitie van de ander")).to_be_visible()
    with rerun(page):
        page.get_by_role("radio", name="Mijn versie").click()
    press(page, "Opslaan met deze keuze")
    expect(said(page, "De samenwerking is opgeslagen, met wat u koos.")).to_be_visible()
    tick(page, 0)
    press(page, "Bewerk Lezen in de wijk")
    expect(page.get_by_label("Notitie", exact=True)).to_have_value("Mijn notitie")
    expect(page.get_by_label("Uren per jaar", exact=True)).to_have_value("80")


def test_two_quick_clicks_save_once_and_cancelling_closes(page: Page, app_url: str) -> None:
    register(page, app_url)
    add(page, "Snel", "OBS De Zon")
    save = page.get_by_role("button", name="Opslaan", exact=True)
    with rerun(page):
        save.dblclick()
    expect(said(page, "Snel is toegevoegd.")).to_be_visible()
    expect(page.get_by_text("heet.")).to_have_count(0)
    fill(page, "Zoek", "snel")
    tick(page, 0)
    press(page, "Bewerk Snel")
    fill(page, "Notitie", "twee keer geklikt")
    with rerun(page):
        save.dblclick()
    expect(said(page, "Snel is gewijzigd.")).to_be_visible()
    tick(page, 0)
    press(page, "Bewerk Snel")
    press(page, "Annuleren")
    expect(page.get_by_label("Zoek", exact=True)).to_have_value("snel")
    tick(page, 0)
    press(page, "Naar de prullenbak")


def test_what_follows_a_removed_row_is_not_chosen(page: Page, app_url: str) -> None:
    register(page, app_url)
    for name in ("Eerste", "Tweede"):
        add(page, name, "OBS De Zon")
        press(page, "Opslaan")
    tick(page, 0)
    press(page, "Naar de prullenbak")
    expect(page.get_by_text("Kies rijen om ze te openen")).to_be_visible()
    expect(page.get_by_role("button", name="Naar de prullenbak")).to_have_count(0)
    press(page, "Ongedaan maken")
    press(page, "Ja, maak ongedaan")
    tick(page, 0, 1)
    press(page, "Naar de prullenbak")


def test_many_at_once_and_the_bin(page: Page, app_url: str) -> None:
    register(page, app_url)
    for name in ("Aap", "Noot"):
        add(page, name, "OBS De Zon")
        press(page, "Opslaan")
    tick(page, 0, 1)
    press(page, "Wijzig 2 samenwerkingen tegelijk")
    asked = page.get_by_role("dialog")
    pick(page, "Wat", "Eigenaar wijzigen")
    fill(page, "Eigenaar", "Juf Ank")
    expect(asked.get_by_text("2 samenwerkingen wijzigen")).to_be_visible()
    press(page, "Wijzig 2")
    expect(said(page, "2 samenwerkingen zijn gewijzigd.")).to_be_visible()
    fill(page, "Zoek", "juf ank")
    assert rows(table(page, "Samenwerkingen")) == 2
    tick(page, 0, 1)
    press(page, "Naar de prullenbak")
    expect(page.get_by_text("Niets gevonden met “juf ank”")).to_be_visible()
    with rerun(page):
        page.get_by_role("radio", name="Prullenbak").click()
    tick(page, 0)
    press(page, "Haal terug")
    expect(page.get_by_text("1 samenwerking is terug.")).to_be_visible()


def test_it_fits_on_a_phone(browser: Browser, app_url: str) -> None:
    room = Room(browser, app_url)
    page = room.screen(PAGE, PHONE)
    expect(page.get_by_text(re.compile(r"samenwerking(en)? binnen de filters"))).to_be_visible()
    assert pixels_too_wide(page) == 0
    page.get_by_role("button", name="Nieuwe samenwerking").click()
    expect(page.get_by_role("heading", name="Nieuwe samenwerking")).to_be_visible()
    assert pixels_too_wide(page) == 0
    room.close()
