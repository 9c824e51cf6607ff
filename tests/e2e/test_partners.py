"""Partners in a browser: two that are one are merged, that is seen and undone; the network."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.dashboard import asked, chart, table
from tests.e2e.visit import assert_no_error_shown, at_both_widths, open_page, rerun

# Two partners of the example that a person knows to be one.
FIRST, SECOND = "Welzijn Vlaardingen", "Buurtwerk Vlaardingen"


def _choose(page: Page, name: str) -> None:
    box = page.get_by_role("combobox", name=re.compile("Partners die één organisatie zijn"))
    box.click()  # it scrolls into sight, which would close its list again
    box.fill(name)
    with rerun(page):
        page.get_by_role("option", name=re.compile(f"^{name}")).first.click()
    page.keyboard.press("Escape")


def test_two_partners_are_merged_seen_and_put_back(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}/partners?beeld=Dubbelen")
    search = page.get_by_label("Zoek op naam of gemeente")
    search.fill("vlaardingen")
    with rerun(page):
        search.press("Enter")
    _choose(page, FIRST)
    _choose(page, SECOND)
    with rerun(page):
        page.get_by_role("button", name="Voeg samen").last.click()
    done = page.get_by_text("2 partners zijn samengevoegd tot").first
    expect(done).to_be_visible()
    kept = FIRST if FIRST in done.inner_text() else SECOND
    gone = SECOND if kept == FIRST else FIRST
    with rerun(page):
        page.get_by_text("Lijst", exact=True).click()
    _search(page, gone)
    expect(table(page, "Partners")).to_have_attribute("aria-rowcount", "2")
    box = page.get_by_role("combobox", name=re.compile("Open een partner"))
    box.click()
    with rerun(page):
        page.get_by_role("option").first.click()
    expect(page.get_by_role("heading", name=kept)).to_be_visible()
    expect(page.get_by_text(f"ook bekend als {gone}")).to_be_visible()
    assert asked(page)["partner"]
    page.get_by_role("button", name="Ongedaan maken").click()
    with rerun(page):
        page.get_by_role("button", name="Ja, maak ongedaan").click()
    expect(page.get_by_text("De wijziging is ongedaan gemaakt.")).to_be_visible()
    expect(page.get_by_text(f"ook bekend als {gone}")).to_have_count(0)
    with rerun(page):
        page.get_by_role("button", name="Terug naar de partners").click()
    _search(page, gone)
    expect(table(page, "Partners")).to_have_attribute("aria-rowcount", "2")
    assert_no_error_shown(page)


def _search(page: Page, words: str) -> None:
    box = page.get_by_label("Zoek op naam of gemeente")
    if box.input_value() != words:
        box.fill(words)
        with rerun(page):
            box.press("Enter")


def test_namesakes_in_two_gemeenten_are_decided_with_one_click(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}/partners?beeld=Dubbelen")
    expect(page.get_by_role("heading", name=re.compile("^Minder zeker"))).to_be_visible()
    with rerun(page):
        page.get_by_role("button", name="Geen dubbele").first.click()
    expect(page.get_by_text(re.compile("^Onthouden: ")).first).to_be_visible()
    page.get_by_role("button", name="Ongedaan maken").click()
    with rerun(page):
        page.get_by_role("button", name="Ja, maak ongedaan").click()
    expect(page.get_by_text("De wijziging is ongedaan gemaakt.")).to_be_visible()
    assert_no_error_shown(page)


def test_a_click_in_the_network_puts_one_in_the_middle(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}/partners?beeld=Netwerk")
    drawn = chart(page, "Netwerk van 50 partners")
    library = drawn.locator('path[aria-label*="Naam: Bibliotheek De Lekoever"]').first
    with rerun(page):
        library.click()
    assert asked(page)["knoop"][0].startswith("library-")
    expect(page.get_by_role("button", name="Hele netwerk")).to_be_visible()
    with rerun(page):
        page.get_by_role("button", name="Hele netwerk").click()
    assert "knoop" not in asked(page)
    expect(chart(page, "Netwerk van 50 partners")).to_be_visible()


@at_both_widths
def test_every_part_fits(page: Page, app_url: str) -> None:
    for address in ("partners?beeld=Netwerk", "partners?beeld=Dubbelen", "partners?partner=1"):
        open_page(page, f"{app_url}/{address}")
        assert_no_error_shown(page)
        main = "document.querySelector('[data-testid=stMain]')"
        assert page.evaluate(f"{main}.scrollWidth - {main}.clientWidth") == 0
