"""Every page on a desktop and on a phone: it fits, and nothing goes wrong unseen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.dashboard import PAGES, heading
from tests.e2e.visit import (
    PageLog,
    assert_no_error_shown,
    at_both_widths,
    open_page,
    pixels_too_wide,
)


@at_both_widths
def test_every_page_fits_and_stays_quiet(page: Page, app_url: str, page_log: PageLog) -> None:
    """One heading, no error, nothing beyond the edge of the screen, nothing from the internet."""
    for title, address in PAGES.items():
        open_page(page, app_url + address)
        expect(heading(page)).to_have_text(title)
        assert_no_error_shown(page)
        page.evaluate("document.querySelector('[data-testid=stMain]').scrollTo(0, 100000)")
        assert (title, too_wide(page)) == (title, 0)
        assert (title, page_log.foreign_requests) == (title, [])
        assert (title, _errors(page_log)) == (title, [])


def test_only_our_own_code_runs_and_in_no_frame(
    page: Page, app_url: str, page_log: PageLog
) -> None:
    open_page(page, app_url)
    for try_it in (
        "const s = document.createElement('script'); s.text = 'window.ran = 1'; "
        "document.body.append(s)",
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = 1\">')",
        "const s = document.createElement('script'); s.src = 'https://elders.example/x.js'; "
        "document.body.append(s)",
        "fetch('https://elders.example/').catch(() => 0)",
        "document.body.append(Object.assign(new Image(), {src: 'https://elders.example/x.png'}))",
        "const f = document.createElement('iframe'); f.src = '/'; document.body.append(f)",
    ):
        page_log.console_errors.clear()
        page.evaluate(f"() => {{ {try_it} }}")
        with_patience(lambda: page_log.refused != [], page, try_it)
    assert page.evaluate("window.ran") is None
    page_log.console_errors.clear()
    page_log.foreign_requests.clear()


def with_patience(holds: Callable[[], bool], page: Page, what: str) -> None:
    for _ in range(100):
        if holds():
            return
        page.wait_for_timeout(20)
    pytest.fail(f"the browser did not refuse: {what}")


def _errors(page_log: PageLog) -> list[str]:
    """What went wrong on the console, apart from how Streamlit finds its own server.

    At an address below the root it asks there first, is told 404, and asks at the root.
    """
    asks = ("/_stcore/health)", "/_stcore/host-config)")
    return [one for one in page_log.console_errors if not ("404" in one and one.endswith(asks))]


def too_wide(page: Page) -> int:
    """How far the page, or the part of it that scrolls by itself, can be scrolled sideways."""
    main = "document.querySelector('[data-testid=stMain]')"
    inside = page.evaluate(f"{main}.scrollWidth - {main}.clientWidth")
    return max(pixels_too_wide(page), int(inside))
