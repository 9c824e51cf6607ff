"""What a visitor sees and does in the dashboard, by the Dutch words on the screen."""

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.e2e.visit import rerun

PAGES = {"Overzicht": "/", "Dekking": "/dekking", "Gegevens": "/gegevens", "Bronnen": "/bronnen"}


def figure(page: Page, label: str) -> str:
    """The value of a figure; `label` is the beginning of its name."""
    cards = page.get_by_test_id("stMetric").filter(
        has=page.get_by_test_id("stMetricLabel").get_by_text(re.compile(f"^{re.escape(label)}"))
    )
    expect(cards).to_have_count(1)
    return cards.get_by_test_id("stMetricValue").inner_text().strip()


def shown_line(page: Page) -> Locator:
    """The line that says in words what is shown."""
    return page.get_by_text(re.compile("^U ziet "))


def asked(page: Page) -> dict[str, list[str]]:
    """The filters in the address."""
    return parse_qs(urlsplit(page.url).query)


def path(page: Page) -> str:
    return urlsplit(page.url).path


def choose(page: Page, filter_name: str, value: str) -> None:
    """Choose a value of a filter in the sidebar, as a visitor does: type, click."""
    box = page.get_by_test_id("stSidebar").get_by_role("combobox", name=filter_name, exact=True)
    box.fill(value)
    with rerun(page):
        page.get_by_role("option", name=value, exact=True).click()
    page.keyboard.press("Escape")


def go_to(page: Page, title: str) -> None:
    """Go to a page through the navigation in the sidebar."""
    with rerun(page):
        page.get_by_test_id("stSidebarNav").get_by_role("link", name=title, exact=True).click()
    expect(heading(page)).to_have_text(title)


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def tile(page: Page, chart: str, place: str) -> Locator:
    """A tile of a tile map, by the name of its gemeente; `chart` begins the map's description."""
    drawn = page.get_by_test_id("stVegaLiteChart").filter(
        has=page.locator(f'[aria-label^="{chart}"]')
    )
    both = page.locator(f'[data-testid="stVegaLiteChart"][aria-label^="{chart}"]').or_(drawn)
    return both.locator(f'path[aria-label*="{place}"]').first
