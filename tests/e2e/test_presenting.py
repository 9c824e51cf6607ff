"""Presenting with a keyboard, and a link without names in the hands of somebody else."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.dashboard import asked, choose, go_to, heading, path
from tests.e2e.visit import (
    PHONE,
    WATCH_CHANGES,
    PageLog,
    assert_no_error_shown,
    at_both_widths,
    open_page,
    pixels_too_wide,
    rerun,
    wait_until_idle,
)

KEY = "anoniem"


def press_key(page: Page, key: str, title: str) -> None:
    with rerun(page):
        page.keyboard.press(key)
    expect(heading(page)).to_have_text(title)


def letters(page: Page) -> float:
    return float(heading(page).evaluate("one => parseFloat(getComputedStyle(one).fontSize)"))


def begin(page: Page) -> None:
    with rerun(page):
        page.get_by_role("button", name="Presenteren").click(delay=60)


def test_the_arrow_keys_turn_the_pages_and_escape_ends_it(page: Page, app_url: str) -> None:
    open_page(page, app_url)
    usual = letters(page)
    choose(page, "Thema", "Kinderopvang")
    begin(page)
    assert letters(page) > 1.2 * usual
    expect(page.get_by_test_id("stSidebarNav")).to_have_count(0)
    expect(page.get_by_text("Tabel en download")).to_have_count(0)
    press_key(page, "ArrowRight", "Dekking")
    assert asked(page) == {"presentatie": ["ja"], "thema": ["Kinderopvang"]}
    press_key(page, "PageDown", "Doelen")
    press_key(page, "ArrowLeft", "Dekking")
    with rerun(page):
        page.keyboard.press("Escape")
    expect(page.get_by_test_id("stSidebarNav")).to_be_visible()
    assert letters(page) == usual
    assert asked(page) == {"thema": ["Kinderopvang"]}
    assert_no_error_shown(page)


def test_from_a_record_one_goes_on_after_its_list_and_back_to_it(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}/samenwerking?nr=1&presentatie=ja")
    press_key(page, "PageDown", "Partners")
    open_page(page, f"{app_url}/samenwerking?nr=1&presentatie=ja")
    press_key(page, "ArrowLeft", "Samenwerkingen")
    assert asked(page) == {"presentatie": ["ja"]}
    open_page(page, f"{app_url}/partners?partner=1&presentatie=ja")
    press_key(page, "ArrowRight", "Stappenplan")
    assert asked(page) == {"presentatie": ["ja"]}


def test_names_of_figures_wrap_and_tables_have_no_tools(page: Page, app_url: str) -> None:
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    open_page(page, f"{app_url}/partners?partner=1&presentatie=ja")
    label = page.get_by_test_id("stMetricLabel").filter(has_text="In voorbereiding")
    text = label.get_by_test_id("stMarkdownContainer")
    assert text.evaluate("one => one.scrollWidth <= one.clientWidth")
    drawn = page.get_by_test_id("stDataFrame").first
    drawn.hover()
    expect(drawn.get_by_test_id("stElementToolbar")).to_be_hidden()
    with rerun(page):
        page.keyboard.press("Escape")
    drawn.hover()
    expect(drawn.get_by_test_id("stElementToolbar")).to_be_visible()


def test_a_key_that_means_something_where_it_is_pressed_turns_no_page(
    page: Page, app_url: str
) -> None:
    open_page(page, f"{app_url}/dekking?presentatie=ja")
    page.get_by_role("radio", name="Contact").focus()
    page.keyboard.press("ArrowRight")
    wait_until_idle(page)
    expect(heading(page)).to_have_text("Dekking")


def test_what_lies_over_the_page_has_the_keys_and_text_can_be_selected(
    page: Page, app_url: str
) -> None:
    open_page(page, f"{app_url}/partners?presentatie=ja")
    page.get_by_role("button", name="Hoe is dit berekend?").first.click(delay=60)
    expect(page.get_by_role("dialog")).to_be_visible()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("Shift+ArrowRight")
    wait_until_idle(page)
    expect(heading(page)).to_have_text("Partners")
    expect(page.get_by_role("button", name="Stop presenteren")).to_be_visible()


def test_a_presentation_that_was_ended_does_not_begin_again_with_back(
    page: Page, app_url: str
) -> None:
    open_page(page, f"{app_url}/dekking?presentatie=ja")
    with rerun(page):
        page.keyboard.press("Escape")
    with rerun(page):
        page.go_back()
    expect(page.get_by_test_id("stSidebarNav")).to_be_visible()
    assert asked(page) == {}


@at_both_widths
def test_every_page_of_a_presentation_fits_the_screen(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}/?presentatie=ja")
    after = page.get_by_role("button", name="Volgend scherm")
    for _ in range(30):
        assert_no_error_shown(page)
        assert pixels_too_wide(page) == 0, path(page)
        if after.is_disabled():
            break
        with rerun(page):
            after.click(delay=60)
    assert path(page) != "/"
    assert after.is_disabled()


@pytest.fixture
def somebody(browser: Browser, page_log: PageLog) -> Iterator[Page]:
    """Another person, at another computer."""
    context = browser.new_context(locale="nl-NL", timezone_id="Europe/Amsterdam")
    context.add_init_script(WATCH_CHANGES)
    page_log.watch(context)
    yield context.new_page()
    context.close()


def anonymous_link(page: Page) -> str:
    with rerun(page):
        page.get_by_role("button", name="Anoniem tonen").click(delay=60)
    link = page.get_by_role("link", name="Open anoniem venster").get_attribute("href")
    assert link is not None
    return link


def test_a_tab_opened_from_a_page_without_names_is_without_names_too(
    page: Page, app_url: str
) -> None:
    """In the browser of who made the link, which may see names elsewhere."""
    open_page(page, f"{app_url}/partners")
    shown = page.context.new_page()
    open_page(shown, anonymous_link(page))
    for link in ("Samenwerkingen", "Dekking"):
        with page.context.expect_page() as opened:
            shown.get_by_role("link", name=link).first.click(button="middle")
        tab = opened.value
        expect(heading(tab)).to_have_text(link)
        expect(tab.get_by_text("Anoniem.", exact=True)).to_be_visible()
        assert asked(tab)[KEY] == asked(shown)[KEY]
        tab.close()
    open_page(page, f"{app_url}/partners")
    expect(page.get_by_text("Anoniem.", exact=True)).to_have_count(0)


def test_who_gets_a_link_without_names_cannot_see_them(
    page: Page, somebody: Page, app_url: str
) -> None:
    open_page(page, f"{app_url}/partners?gemeente=Alkmaar")
    link = anonymous_link(page)
    open_page(somebody, link)
    expect(somebody.get_by_text("Anoniem.", exact=True)).to_be_visible()
    key = asked(somebody)[KEY]
    assert asked(somebody) == {KEY: key, "gemeente": ["Alkmaar"]}
    go_to(somebody, "Samenwerkingen")
    assert asked(somebody)[KEY] == key
    for address in ("/partners", "/?bibliotheek=1", f"/dekking?{KEY}=x", "/samenwerking?nr=1"):
        somebody.goto(f"{app_url}{address}")
        wait_until_idle(somebody)
        gone = somebody.get_by_text("Deze link werkt niet meer")
        expect(somebody.get_by_text("Anoniem.", exact=True).or_(gone)).to_be_visible()


def test_who_made_the_link_goes_on_with_names(page: Page, app_url: str) -> None:
    open_page(page, app_url)
    open_page(page, anonymous_link(page))
    expect(page.get_by_text("Anoniem.", exact=True)).to_be_visible()
    open_page(page, f"{app_url}/partners")
    expect(page.get_by_text("Anoniem.", exact=True)).to_have_count(0)
