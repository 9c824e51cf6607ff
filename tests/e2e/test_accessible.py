"""Every page, in light and dark: axe-core finds nothing serious that is not known here."""

from typing import Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.e2e.dashboard import PAGES, heading
from tests.e2e.visit import open_page, wait_until_idle

OPTIONS: Final = {"resultTypes": ["violations"]}
GRAVE: Final = {"serious", "critical"}


@pytest.mark.timeout(600)
def test_no_page_keeps_anyone_out(page: Page, app_url: str) -> None:
    found: set[tuple[str, str, str, str]] = set()
    for title, address in PAGES.items():
        open_page(page, app_url + address)
        expect(heading(page)).to_have_text(title)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            wait_until_idle(page)
            found |= {(title, scheme, *one) for one in _grave_findings(page)}
    assert sorted(found) == []


def _grave_findings(page: Page) -> set[tuple[str, str]]:
    """The rule and the element of each serious finding."""
    return {
        (rule["id"], f"{node['target']} {node['html'][:120]} {node['failureSummary'][-160:]}")
        for rule in Axe().run(page, options=OPTIONS).response["violations"]
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
    }
