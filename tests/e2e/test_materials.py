"""Dossier in a browser: somebody finds what to begin with, adds their own, and takes it back."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.e2e.dashboard import go_to, heading, upload
from tests.e2e.visit import assert_no_error_shown, at_both_widths, open_page, pixels_too_wide, rerun
from tests.uploads import PDF

HOSTILE = "../../plan\u202e<b>.exe.pdf"


def press(page: Page, label: str) -> None:
    with rerun(page):
        page.get_by_role("button", name=label, exact=True).click()


def look_for(page: Page, words: str) -> None:
    field = page.get_by_label("Zoek materiaal")
    field.fill(words)
    with rerun(page):
        field.press("Enter")


def cards(page: Page) -> Locator:
    """What is found, a card each."""
    return page.locator('[class*="st-key-kaart_"]')


@at_both_widths
def test_misspelled_words_find_a_guide_that_is_read_and_downloaded(
    page: Page, app_url: str
) -> None:
    open_page(page, f"{app_url}/dossier")
    look_for(page, "vve kinderopvnag")
    expect(cards(page).filter(has_text="Samenwerken met de kinderopvang")).to_have_count(1)
    assert parse_qs(urlsplit(page.url).query)["zoek"] == ["vve kinderopvnag"]
    with rerun(page):
        card = cards(page).filter(has_text="Samenwerken met de kinderopvang")
        card.get_by_role("button", name="Lees verder").click()
    expect(page.get_by_role("heading", name="Valkuilen")).to_be_visible()
    with page.expect_download() as started:
        page.get_by_role("button", name="Download (pdf)", exact=True).click()
    assert started.value.suggested_filename == "Samenwerken met de kinderopvang.pdf"
    assert Path(started.value.path()).read_bytes().startswith(b"%PDF-")
    with rerun(page):
        page.go_back()
    expect(cards(page).first).to_be_visible()
    assert pixels_too_wide(page) == 0
    assert_no_error_shown(page)


def test_a_material_with_a_file_is_added_downloaded_removed_and_brought_back(
    page: Page, app_url: str
) -> None:
    open_page(page, f"{app_url}/dossier")
    press(page, "Materiaal toevoegen")
    page.get_by_label("Titel").fill("Draaiboek [ouderochtend](http://kwaad.example)")
    upload(page, HOSTILE, PDF)
    press(page, "Bewaren")
    expect(page.get_by_text("Het materiaal is bewaard.").first).to_be_visible()
    _downloaded(page)
    press(page, "Verwijderen")
    expect(page.get_by_text("is verwijderd.").first).to_be_visible()
    press(page, "Ongedaan maken")
    press(page, "Ja, maak ongedaan")
    look_for(page, "draaiboek oudrochtend")
    expect(cards(page).first).to_contain_text("Draaiboek [ouderochtend]")
    _downloaded(page)
    assert_no_error_shown(page)


def _downloaded(page: Page) -> None:
    with page.expect_download() as started:
        page.get_by_role("button", name="Download (pdf, 1 kB)").click()
    assert started.value.suggested_filename == "plan b .exe.pdf"
    assert Path(started.value.path()).read_bytes() == PDF
    # Served as a download only, under the type that was found, whatever the browser said it is.
    served = page.request.get(started.value.url)
    assert served.headers["content-disposition"].startswith("attachment")
    assert served.headers["content-type"] == "application/pdf"


def test_a_page_in_disguise_is_refused_and_what_was_typed_stays(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}/dossier")
    press(page, "Materiaal toevoegen")
    page.get_by_label("Titel").fill("Vermomd")
    upload(page, "plan.pdf", b"<!DOCTYPE html><script>alert(1)</script>")
    press(page, "Bewaren")
    expect(page.get_by_text("Dit is geen pdf-bestand, al heet het zo")).to_be_visible()
    expect(page.get_by_label("Titel")).to_have_value("Vermomd")
    press(page, "Annuleren")
    expect(cards(page).first).to_be_visible()


def test_what_is_typed_stays_while_another_page_is_looked_at(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}/dossier")
    press(page, "Materiaal toevoegen")
    with rerun(page):
        page.get_by_label("Titel").fill("Half af")
        page.keyboard.press("Tab")
    go_to(page, "Partners")
    go_to(page, "Dossier")
    expect(page.get_by_label("Titel")).to_have_value("Half af")
    press(page, "Annuleren")
    expect(cards(page).first).to_be_visible()


def test_a_record_leads_to_materials(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}/samenwerking?nr=12&onderdeel=Materialen")
    with rerun(page):
        page.get_by_role("link", name="Lees verder").first.click()
    expect(heading(page)).to_have_text("Dossier")
    assert "materiaal" in parse_qs(urlsplit(page.url).query)
    expect(page.get_by_role("button", name="Terug naar de materialen")).to_be_visible()
