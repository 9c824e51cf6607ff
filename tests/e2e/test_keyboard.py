"""The main paths with the keyboard alone, and at each stop it can be seen where one is."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.dashboard import heading
from tests.e2e.visit import open_page, rerun, wait_until_idle

MOST_STOPS = 120
# What has the focus, by the name that is read out.
NAME = """() => {
    const one = document.activeElement
    if (!one.matches("a, button, input, textarea, summary, [role=button], [role=tab]")) return ""
    const label = one.labels?.[0]?.innerText ?? ""
    return [one.getAttribute("aria-label") ?? "", label, one.innerText ?? ""].join(" ").trim()
}"""
# Whether it, or what is close around it, is drawn otherwise than without the focus.
SHOWS = """async () => {
    const around = []
    for (let one = document.activeElement; one && around.length < 9; one = one.parentElement) {
        around.push(one)
    }
    const drawn = () => around.map((one) => {
        const style = getComputedStyle(one)
        return [style.outlineStyle, style.outlineColor, style.boxShadow, style.borderColor,
            style.backgroundColor].join()
    })
    const moment = (ms) => new Promise((done) => setTimeout(done, ms))
    await moment(300)  // Streamlit draws a focus a moment later
    const focused = drawn(), held = document.activeElement
    held.blur()
    for (let tries = 0; tries < 30; tries += 1) {
        await moment(50)
        const blurred = drawn()
        if (focused.some((one, at) => one !== blurred[at])) {
            held.focus({ focusVisible: true })
            return true
        }
    }
    return false
}"""


def go_to(page: Page, name: str) -> None:
    """Press Tab until what has this name has the focus; it must show that."""
    seen = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(NAME))
        if re.search(name, seen[-1]):
            assert page.evaluate(SHOWS), f"not to be seen: {seen[-1]}"
            return
    pytest.fail(f"no way to {name}: {seen}")


def test_another_page_through_the_menu(page: Page, app_url: str) -> None:
    open_page(page, app_url)
    go_to(page, "Dekking")
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("Dekking")


def test_a_filter(page: Page, app_url: str) -> None:
    open_page(page, app_url)
    go_to(page, "Thema")
    page.keyboard.type("Primair")
    with rerun(page):
        page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("thema=Primair"))


def test_a_dialog_is_opened_and_left(page: Page, app_url: str) -> None:
    open_page(page, app_url)
    go_to(page, "Anoniem tonen")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_partnership_is_added(page: Page, app_url: str) -> None:
    open_page(page, app_url + "/samenwerkingen")
    go_to(page, "Nieuwe samenwerking|Samenwerking toevoegen")
    page.keyboard.press("Enter")
    wait_until_idle(page)
    go_to(page, "^Naam")
    page.keyboard.type("Voorlezen met toetsen")
    for field, typed in (
        ("^Bibliotheek", "Lekoever"), ("^Partners", "Hertjes"), ("^Thema", "Primair"),
        ("^Status", "Actief"),
    ):  # fmt: skip
        go_to(page, field)
        page.keyboard.type(typed)
        page.keyboard.press("Enter")
        wait_until_idle(page)
    go_to(page, "Opslaan|Bewaren")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Voorlezen met toetsen is toegevoegd").first).to_be_visible()


def test_from_a_record_to_its_partner(page: Page, app_url: str) -> None:
    open_page(page, app_url + "/samenwerking?nr=1")
    go_to(page, r"^hub\b")
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("Partners")
