"""What a visitor sees and does in the dashboard, by the Dutch words on the screen."""

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.e2e.visit import rerun

# The first figure of Overzicht: how many partnerships are active.
RUNNING = "Samenwerkingen"
PAGES = {
    "Overzicht": "/",
    "Dekking": "/dekking",
    "Doelen": "/doelen",
    "Wat als": "/wat-als",
    "Afwegingstabel": "/afweging",
    "Samenwerkingen": "/samenwerkingen",
    "Partners": "/partners",
    "Strategie": "/strategie",
    "Stappenplan": "/stappenplan",
    "Samenwerking": "/samenwerking",
    "Dossier": "/dossier",
    "Krachtenanalyse": "/krachten",
    "Communicatiestijlen": "/stijlen",
    "Factsheet gemeente": "/factsheet",
    "Rapport": "/rapport",
    "Gegevens": "/gegevens",
    "Bronnen": "/bronnen",
}


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
    """Choose a value of a filter in the sidebar, as a visitor does: click, type, click."""
    box = page.get_by_test_id("stSidebar").get_by_role("combobox", name=filter_name, exact=True)
    box.click()
    box.fill(value)
    with rerun(page):
        page.get_by_role("option", name=value, exact=True).click()
    page.keyboard.press("Tab")


def go_to(page: Page, title: str) -> None:
    """Go to a page through the navigation in the sidebar."""
    with rerun(page):
        page.get_by_test_id("stSidebarNav").get_by_role("link", name=title, exact=True).click()
    expect(heading(page)).to_have_text(title)


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def chart(page: Page, described: str) -> Locator:
    """The chart whose description begins so."""
    return page.locator(f'[data-testid="stVegaLiteChart"][aria-label^="{described}"]')


def tile(page: Page, described: str, place: str) -> Locator:
    """A tile of a tile map, by the name of its gemeente."""
    return chart(page, described).locator(f'path[aria-label*="Gemeente: {place};"]')


def upload(page: Page, name: str, content: bytes) -> None:
    """Hand a file to the uploader of the page."""
    with rerun(page):
        page.get_by_test_id("stFileUploader").locator("input[type=file]").set_input_files(
            {"name": name, "mimeType": "application/octet-stream", "buffer": content}
        )


def table(page: Page, described: str) -> Locator:
    """A table, by its description; what it holds is drawn, but also there for screen readers."""
    found = page.get_by_test_id("stDataFrame").filter(
        has=page.locator(f'[aria-label$="{described}"]')
    )
    expect(found).to_have_count(1)
    found.scroll_into_view_if_needed()
    return found.locator('[role="grid"]')


def rows(grid: Locator) -> int:
    """How many rows a table holds, its headings not counted."""
    expect(grid).to_have_attribute("aria-rowcount", re.compile(r"\d+"))
    return int(grid.get_attribute("aria-rowcount") or 0) - 1


def cells(grid: Locator) -> list[str]:
    """The texts in the part of a table that is on the screen."""
    found = grid.locator('[role="gridcell"]')
    expect(found.first).to_be_attached()
    return found.all_text_contents()
