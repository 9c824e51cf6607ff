"""Doelen in a browser: judging a cell that was clicked moves the totals."""

from playwright.sync_api import Page, expect

from tests.e2e.dashboard import chart
from tests.e2e.visit import open_page, rerun

MATRIX = "Bijdrage van elke samenwerking aan elk doel"


def test_judging_a_cell_moves_the_total(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}/doelen?deel=Per+samenwerking")
    before = _total(page)
    cells = chart(page, MATRIX).locator('path[aria-label*="Doel: SD2;"][aria-label*="3 (kern)"]')
    with rerun(page):
        cells.first.click()
    page.get_by_text("1 (indirect)", exact=True).first.click()
    page.get_by_label("Reden").fill("Alleen zijdelings")
    with rerun(page):
        page.get_by_role("button", name="Opslaan").click()
    assert _total(page) == before - 2
    expect(page.get_by_label("Reden")).to_have_value("Alleen zijdelings")


def _total(page: Page) -> int:
    """The sum of the contributions to SD2: the second text, as the matrix starts with sums."""
    return int(
        chart(page, MATRIX).locator("g.mark-text.role-mark text").nth(1).text_content() or ""
    )
