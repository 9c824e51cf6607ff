"""Fixtures of the browser tests: the real app, a real Chromium, a Dutch visitor.

Every test in this folder is marked `e2e` (without them: `pytest -m "not e2e"`). Each module gets
an app and a browser of its own, each test a page of its own. A module that wants another store:

    @pytest.fixture(scope="module")
    def store_kind() -> StoreKind:
        return "empty"

A test at two screen sizes: `@at_both_widths`. After a failure the app's log is in the report and
a screenshot in test-results/.
"""

import re
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.e2e.app_process import ROOT, RunningApp, StoreKind, running_app
from tests.e2e.find_chromium import find_chromium
from tests.e2e.visit import DESKTOP, WAIT_SECONDS, WATCH_CHANGES, PageLog

SCREENSHOTS = ROOT / "test-results"
CHROMIUM_FLAGS = (
    # The browser's own traffic (updates, safe browsing), which is not the app's.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    "--disable-gpu",
    # A page that asks for another host must not depend on whether there is a network.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder `e2e`."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="module")
def store_kind() -> StoreKind:
    """Say what the store holds when the app starts; a module may override this."""
    return "first start"


@pytest.fixture(scope="module")
def app(store_kind: StoreKind, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    """Run the app with a fresh store; one for all tests of a module."""
    with running_app(tmp_path_factory.mktemp("app"), store_kind) as running:
        yield running


@pytest.fixture(scope="module")
def app_url(app: RunningApp) -> str:
    """Return the address of the running app, without a slash at its end."""
    return app.url


# Per module, not per session: while Playwright runs, asyncio.run() fails in the same process.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start a Chromium; one for all tests of a module."""
    chromium = find_chromium()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(CHROMIUM_FLAGS))
        yield started
        started.close()


@pytest.fixture
def viewport() -> tuple[int, int]:
    """Return width and height of the screen; `at_both_widths` overrides this."""
    return DESKTOP


@pytest.fixture
def page_log() -> PageLog:
    """Record what the page does unseen: requests to other hosts, errors on the console."""
    return PageLog()


@pytest.fixture
def page(browser: Browser, viewport: tuple[int, int], page_log: PageLog) -> Iterator[Page]:
    """Open an empty page as a Dutch visitor; afterwards no request may have left the machine."""
    width, height = viewport
    context = browser.new_context(
        viewport={"width": width, "height": height},
        has_touch=width < 600,
        is_mobile=width < 600,
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
    )
    context.set_default_timeout(WAIT_SECONDS * 1000)
    context.add_init_script(WATCH_CHANGES)
    page_log.watch(context)
    yield context.new_page()
    context.close()
    assert page_log.foreign_requests == [], "requests left the machine"
    assert page_log.refused == [], "the content security policy is too tight"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Add the app's log to the report of a failed test, and make a screenshot."""
    report = yield
    if report.failed:
        fixtures: dict[str, Any] = getattr(item, "funcargs", {})
        if isinstance(app := fixtures.get("app"), RunningApp):
            report.sections.append(
                ("log of the app", app.log.read_text(errors="replace")[-20_000:])
            )
        if isinstance(page := fixtures.get("page"), Page) and not page.is_closed():
            report.sections.append(("screenshot", _take_screenshot(page, item.nodeid)))
    return report


def _take_screenshot(page: Page, name: str) -> str:
    SCREENSHOTS.mkdir(exist_ok=True)
    path = SCREENSHOTS / f"{re.sub(r'[^A-Za-z0-9]+', '-', name).strip('-')}.png"
    try:
        page.screenshot(path=path, full_page=True, timeout=10_000)
    except Exception as error:  # noqa: BLE001 - a failed picture must not hide the failed test
        return f"none: {error}"
    return str(path.relative_to(ROOT))
