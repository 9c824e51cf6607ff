"""Dekking in a browser: from a cell of the heatmap to the locations behind it."""

from playwright.sync_api import Page, expect

from tests.e2e.dashboard import cells, chart, table
from tests.e2e.visit import open_page, rerun


def test_click_on_a_cell_shows_what_is_behind_it(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}/dekking?gemeente=Zaanstad")
    cell = chart(page, "Dekking per gemeente en thema").locator(
        'path[aria-label*="Gemeente: Zaanstad; Thema: Gemeente;"]'
    )
    with rerun(page):
        cell.first.click()
    expect(page.get_by_text("Gemeente in Zaanstad")).to_be_visible()
    found = cells(table(page, "Gemeente in Zaanstad"))
    assert "Zaanstad" in found
    assert "gedekt" in found
