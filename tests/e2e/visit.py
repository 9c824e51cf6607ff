"""A visitor's browser: screen sizes, waiting for the app, watching what leaves the machine."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, WebSocket
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

DESKTOP: Final = (1440, 900)
PHONE: Final = (390, 844)
at_both_widths = pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["1440px", "390px"])

WAIT_SECONDS = 60
OWN_HOSTS = {"127.0.0.1", "localhost", "::1"}

# Remembers when the document last changed, so that "nothing moves any more" can be asked.
WATCH_CHANGES = """
window.lastChange = performance.now();
new MutationObserver(() => { window.lastChange = performance.now(); }).observe(
    document, {subtree: true, childList: true, characterData: true, attributes: true});
document.addEventListener('securitypolicyviolation', (refused) => console.error(
    `REFUSED ${refused.effectiveDirective} ${refused.blockedURI.slice(0, 80)}`));
"""
REFUSED: Final = "REFUSED "
# Streamlit keeps the state of the script on its outermost element, and marks elements that the
# run in progress has not renewed yet. Tables and charts come after the run, and their code is
# loaded when first needed: hence the skeletons, the empty charts and the quiet time.
IS_IDLE = """
() => {
    const app = document.querySelector('[data-testid="stApp"]');
    return app !== null
        && app.dataset.testScriptState === 'notRunning'
        && app.dataset.testConnectionState === 'CONNECTED'
        && document.querySelector('[data-stale="true"], [data-testid="stSkeleton"]') === null
        && [...document.querySelectorAll('[data-testid="stVegaLiteChart"]')].every(
            chart => chart.offsetParent === null || chart.querySelector('canvas, svg') !== null)
        && document.fonts.status === 'loaded'
        && performance.now() - window.lastChange > 200;
}
"""


@dataclass(eq=False)
class PageLog:
    """What happened in the pages of one browser window that a visitor does not see."""

    foreign_requests: list[str] = field(default_factory=list)
    console_errors: list[str] = field(default_factory=list)
    finished_runs: int = 0

    @property
    def refused(self) -> list[str]:
        """What the browser did not do because of the content security policy."""
        return [one for one in self.console_errors if one.startswith(REFUSED)]

    def watch(self, context: BrowserContext) -> None:
        """Keep this log for every page of the context, also those opened later."""
        context.on("request", self._note_request)
        context.on("console", self._note_console)
        context.on("page", self._watch_page)

    def _watch_page(self, page: Page) -> None:
        _logs[page] = self
        page.on("pageerror", lambda error: self.console_errors.append(str(error)))
        page.on("websocket", self._watch_socket)

    def _watch_socket(self, socket: WebSocket) -> None:
        self._note_address(socket.url)
        socket.on("framereceived", self._note_frame)

    def _note_request(self, request: Request) -> None:
        self._note_address(request.url)

    def _note_address(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in OWN_HOSTS:
            self.foreign_requests.append(address)

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.console_errors.append(f"{message.text} ({message.location.get('url', '')})")

    def _note_frame(self, frame: str | bytes) -> None:
        # What the server sends: the end of a run is one of its messages. A run that another one
        # overtook does not count, since that other one ends as well.
        if not isinstance(frame, bytes):
            return
        message = ForwardMsg.FromString(frame)
        if message.WhichOneof("type") == "script_finished":
            overtaken = message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN
            self.finished_runs += 0 if overtaken else 1


_logs: WeakKeyDictionary[Page, PageLog] = WeakKeyDictionary()


def open_page(page: Page, address: str) -> None:
    """Go to an address of the app and wait until its page stands."""
    with rerun(page):
        page.goto(address)


@contextmanager
def rerun(page: Page) -> Iterator[None]:
    """Wait, after what the block does, until the run that it causes is over and shown.

    Between a click and the moment the page says that it runs there is a gap in which it looks
    finished. Counting ended runs closes it; a block that causes no run makes this fail.
    """
    log = _logs[page]
    if page.url != "about:blank":
        wait_until_idle(page)
    before = log.finished_runs
    yield
    deadline = time.monotonic() + WAIT_SECONDS
    while log.finished_runs == before:
        if time.monotonic() > deadline:
            pytest.fail(f"No run of the app ended within {WAIT_SECONDS} s")
        page.wait_for_timeout(20)
    wait_until_idle(page)


def wait_until_idle(page: Page) -> None:
    """Wait until the app runs nothing and nothing on the page changes any more."""
    try:
        page.wait_for_function(IS_IDLE, timeout=WAIT_SECONDS * 1000, polling=50)
    except PlaywrightTimeoutError:
        app = page.get_by_test_id("stApp")
        state = app.get_attribute("data-test-script-state") if app.count() else "no app"
        pytest.fail(f"The page did not come to rest within {WAIT_SECONDS} s ({state})")


def assert_no_error_shown(page: Page) -> None:
    """Fail, with its text, when the page shows an exception."""
    errors_shown = page.get_by_test_id("stException").all_inner_texts()
    assert errors_shown == []


def pixels_too_wide(page: Page) -> int:
    """Return how far the page reaches beyond the right edge of the screen; 0 when it fits."""
    width = page.evaluate("document.documentElement.scrollWidth")
    assert page.viewport_size is not None
    return max(0, int(width) - page.viewport_size["width"])
