"""Every page, in light and dark: axe-core finds nothing that keeps anyone out."""

from typing import Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.e2e.dashboard import PAGES, heading
from tests.e2e.visit import open_page, wait_until_idle

OPTIONS: Final = {"resultTypes": ["violations"]}
GRAVE: Final = {"serious", "critical"}
# Beside the pages in the menu: one record, who joins a session, and who may log in.
OTHERS: Final = ("/samenwerking?nr=1", "/deelnemen", "/toegang")


def test_no_page_keeps_anyone_out(page: Page, app_url: str) -> None:
    for address in (*PAGES.values(), *OTHERS):
        open_page(page, app_url + address)
        expect(heading(page)).to_be_visible()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            wait_until_idle(page)
            assert grave_findings(page) == [], (address, scheme)


def test_what_cannot_be_read_is_found(page: Page, app_url: str) -> None:
    open_page(page, app_url)
    page.evaluate("document.querySelector('[data-testid=stMain] h1').style.color = '#ddd'")
    page.evaluate("document.querySelector('[data-testid=stMain] h1').style.fontSize = '14px'")
    assert [rule for rule, _ in grave_findings(page)] == ["color-contrast"]


def grave_findings(page: Page) -> list[tuple[str, str]]:
    """The rule and the element of each serious finding."""
    return [
        (rule["id"], f"{node['target']} {node['html'][:160]} {node['failureSummary'][-160:]}")
        for rule in Axe().run(page, options=OPTIONS).response["violations"]
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
    ]


pytestmark = pytest.mark.timeout(600)
