"""A director takes the factsheet of a gemeente along, and those of all as one file."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.dashboard import go_to
from tests.e2e.visit import rerun
from tests.typeset import bare, opened, text_of


def _downloaded(page: Page, label: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=label).click()
    path = download.value.path()
    return Path(path).read_bytes()


def _choose(page: Page, name: str, value: str) -> None:
    box = page.get_by_test_id("stMain").get_by_role("combobox", name=name, exact=True)
    box.click()
    box.fill(value)
    with rerun(page):
        page.get_by_role("option", name=value, exact=True).click()


def test_one_factsheet_is_filled_in_and_downloaded(dashboard: Page) -> None:
    go_to(dashboard, "Factsheet gemeente")
    _choose(dashboard, "Gemeente", "Heiloo")
    expect(dashboard.get_by_text("Nog in te vullen:")).to_be_visible()
    with rerun(dashboard):
        dashboard.get_by_role("button", name="Verhaal en vraag invullen").click()
    with rerun(dashboard):
        dashboard.get_by_role("button", name="Invullen", exact=True).click()
    dashboard.get_by_label("Wat wij de gemeente vragen").fill("Een tweede Taalcafé")
    with rerun(dashboard):
        dashboard.get_by_role("button", name="Bewaren").click()
    expect(dashboard.get_by_text("Het verhaal en de vraag zijn bewaard.").first).to_be_visible()
    with rerun(dashboard):
        dashboard.get_by_test_id("stMain").get_by_text("Factsheet", exact=True).click()
    pdf = opened(_downloaded(dashboard, "Factsheet (PDF, één A4)"))
    assert len(pdf.pages) == 1
    assert bare("Een tweede Taalcafé") in text_of(pdf)


def test_all_of_a_library_come_as_one_file(dashboard: Page) -> None:
    go_to(dashboard, "Factsheet gemeente")
    _choose(dashboard, "Bibliotheek", "Bibliotheek IJsselhanze")
    with rerun(dashboard):
        dashboard.get_by_role("button", name="Maak 3 factsheets").click()
    expect(dashboard.get_by_role("button", name="Alle factsheets (PDF)")).to_be_visible()
    pdf = opened(_downloaded(dashboard, "Alle factsheets (PDF)"))
    assert len(pdf.pages) == 3
