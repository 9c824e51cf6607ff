"""Streamlit's own words are Dutch, where they come up and each time they come up again."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.dashboard import table, upload
from tests.e2e.visit import assert_no_error_shown, open_page, rerun, wait_until_idle

ENGLISH = re.compile(
    r"\b(Upload|per file|Press (Ctrl\+)?Enter|No results|Add:|Sort (as|des)cending|Pin column|"
    r"Autosize|Hide column|Clear (all|value)|Show/hide|Fullscreen|Choose (an option|options|date)|"
    r"Show data)"
)
NAMED = "[aria-label], [placeholder], [title]"
ALL_NAMES = (
    "all => all.flatMap(one => ['aria-label', 'placeholder', 'title'].map(name => "
    "one.getAttribute(name) ?? ''))"
)


def assert_no_english(page: Page) -> None:
    """Neither in what is seen nor in what is read out."""
    said = [page.locator("body").inner_text(), *page.locator(NAMED).evaluate_all(ALL_NAMES)]
    assert [one for one in said if ENGLISH.search(one)] == []


def test_uploading_and_taking_the_file_away_again(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}/gegevens")
    expect(page.get_by_role("button", name="Kies bestand").first).to_be_visible()
    expect(page.get_by_test_id("stFileUploader").first).to_contain_text("ten hoogste 20 MB)")
    assert_no_english(page)
    assert page.evaluate("document.documentElement.lang") == "nl"
    for _ in range(2):
        upload(page, "lijst.csv", b"naam;partner\nx;y\n")
        chip = page.get_by_test_id("stFileChip")
        expect(chip).to_contain_text("17 bytes")
        assert_no_english(page)
        with rerun(page):
            page.get_by_role("button", name="Haal weg: lijst.csv").click()
        expect(chip).to_have_count(0)
        expect(page.get_by_role("button", name="Kies bestand").first).to_be_visible()
    page.get_by_test_id("stFileUploader").locator("input[type=file]").first.set_input_files(
        {"name": "Upload", "mimeType": "text/csv", "buffer": b"naam;partner\nx;y\n"}
    )
    wait_until_idle(page)
    expect(page.get_by_test_id("stFileChipName")).to_have_text("Upload")  # their word, not ours
    assert_no_error_shown(page)


def test_choosing_typing_and_adding_a_new_name(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}/samenwerkingen?bewerk=nieuw")
    assert_no_english(page)
    partners = page.get_by_role("combobox", name=re.compile("^Partners"))
    for name in ("Search", "Nieuwe partner"):
        partners.click()
        partners.fill(name)
        with rerun(page):
            page.get_by_role("option", name=f"Voeg toe: {name}").click()
        page.keyboard.press("Tab")
        expect(page.get_by_test_id("stMultiSelectDropdown")).to_have_count(0)
        expect(page.get_by_role("button", name=f"Haal weg: {name}")).to_be_visible()
    expect(page.get_by_test_id("stMultiSelect").get_by_text("Search", exact=True)).to_be_visible()
    for _ in range(2):
        themes = page.get_by_test_id("stMain").get_by_role("combobox", name=re.compile("^Thema"))
        themes.click()
        themes.fill("qqqq")
        expect(page.get_by_text("Niets gevonden", exact=True)).to_be_visible()
        themes.fill("")
        page.keyboard.press("Tab")
        expect(page.get_by_test_id("stMultiSelectDropdown")).to_have_count(0)
    page.get_by_label("Naam *").fill("Iets")
    expect(page.get_by_text("Druk op Enter")).to_be_visible()
    assert_no_english(page)
    assert_no_error_shown(page)


def test_the_menus_of_a_table(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}/samenwerkingen")
    assert_no_english(page)
    grid = table(page, "Samenwerkingen")
    drawn = page.get_by_test_id("stDataFrame")
    drawn.hover()
    page.get_by_role("button", name="Kolommen tonen of verbergen").click()
    expect(page.get_by_test_id("stDataFrameColumnVisibilityMenu")).to_contain_text("Kies alle")
    page.keyboard.press("Escape")
    place = grid.bounding_box() or drawn.bounding_box()
    assert place is not None
    menu = page.get_by_test_id("stDataFrameColumnMenu")
    for across in range(480, 580, 10):  # the three dots at the end of a heading are drawn
        page.mouse.move(place["x"] + across, place["y"] + 18)
        page.mouse.click(place["x"] + across, place["y"] + 18)
        page.wait_for_timeout(150)
        if menu.count():
            break
    expect(menu).to_contain_text("Sorteer oplopend")
    expect(menu).to_contain_text("Zet de kolom vast")
    assert_no_english(page)
