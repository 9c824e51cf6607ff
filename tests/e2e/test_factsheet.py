"""A director takes the factsheet of a gemeente along, and those of all as one file."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.dashboard import asked, heading, path
from tests.e2e.visit import assert_no_error_shown, at_both_widths, open_page, pixels_too_wide, rerun
from tests.typeset import bare, opened, text_of

PAGE = "/factsheet"


def press(page: Page, label: str) -> None:
    with rerun(page):
        page.get_by_role("button", name=label, exact=True).click()


def downloaded(page: Page, label: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=label).click()
    return Path(download.value.path()).read_bytes()


def choose(page: Page, name: str, value: str) -> None:
    """Choose in a field of the page itself."""
    box = page.get_by_test_id("stMain").get_by_role("combobox", name=name, exact=True)
    box.click()
    box.fill(value)
    with rerun(page):
        page.get_by_role("option", name=value, exact=True).click()


@at_both_widths
def test_one_factsheet_is_looked_at_and_downloaded(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}{PAGE}")
    choose(page, "Gemeente", "Zaanstad")
    expect(page.get_by_text("werkt in Zaanstad samen met").first).to_be_visible()
    assert_no_error_shown(page)
    assert pixels_too_wide(page) == 0
    pdf = opened(downloaded(page, "Factsheet (PDF, één A4)"))
    assert len(pdf.pages) == 1
    assert bare("Wat wij u vragen") in text_of(pdf)


def test_the_way_to_the_rows_shows_what_is_counted(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}{PAGE}?plaats=GM0479")
    press(page, "Toon ze bij Samenwerkingen")
    expect(heading(page)).to_have_text("Samenwerkingen")
    expect(page.get_by_text("18 samenwerkingen binnen de filters.")).to_be_visible()
    assert path(page) == "/samenwerkingen"
    assert asked(page).keys() == {"bibliotheek", "gemeente", "status"}


def test_an_ask_is_filled_in_and_printed(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}{PAGE}?plaats=GM0399")
    press(page, "Verhaal en vraag invullen")
    press(page, "Invullen")
    page.get_by_role("textbox", name="Wat wij de gemeente vragen").fill("Een tweede Taalcafé")
    press(page, "Bewaren")
    expect(page.get_by_text("Het verhaal en de vraag zijn bewaard.").first).to_be_visible()
    open_page(page, f"{app_url}{PAGE}?plaats=GM0399")
    assert bare("Een tweede Taalcafé") in text_of(
        opened(downloaded(page, "Factsheet (PDF, één A4)"))
    )


def test_all_of_a_library_come_as_one_file(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}{PAGE}?bibliotheek=Bibliotheek+IJsselhanze&blad=Alle+gemeenten")
    press(page, "Maak 3 factsheets")
    expect(page.get_by_role("button", name="Alle factsheets (PDF)")).to_be_visible()
    assert len(opened(downloaded(page, "Alle factsheets (PDF)")).pages) == 3
