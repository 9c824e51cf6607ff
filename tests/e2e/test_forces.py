"""Krachtenanalyse in a browser: a partner is assessed on two days, and its movement shows."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.dashboard import chart
from tests.e2e.visit import open_page, rerun


def test_a_partner_is_assessed_on_two_days_and_the_movement_shows(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}/krachten")
    offered = page.get_by_test_id("stMain").locator('[class*="st-key-inschatten_"] button').first
    with rerun(page):
        offered.click()
    expect(chart(page, "Partners naar belang en invloed")).to_be_visible()
    _on(page, "01062026")
    _save(page)
    expect(page.get_by_text("1 juni 2026").first).to_be_visible()
    with rerun(page):
        page.get_by_role("slider", name="Invloed").press("ArrowRight")
    _on(page, "02112026")
    _save(page)
    expect(page.get_by_text("(invloed 3 → 4)")).to_be_visible()


def _on(page: Page, day: str) -> None:
    page.get_by_role("spinbutton", name=re.compile(r", Dag")).first.click()
    with rerun(page):
        page.keyboard.type(day)
        # The day counts once its calendar is closed.
        page.get_by_role("heading", level=1).click()


def _save(page: Page) -> None:
    with rerun(page):
        page.get_by_role("button", name="Inschatting opslaan").click()
    expect(page.get_by_text(re.compile("is opgeslagen"))).to_be_visible()
