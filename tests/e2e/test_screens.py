"""Every page on a desktop and on a phone: it fits, and nothing goes wrong unseen."""

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
        assert (title, pixels_too_wide(page), _too_wide_inside(page)) == (title, 0, 0)
        assert (title, page_log.foreign_requests) == (title, [])
        assert (title, _errors(page_log)) == (title, [])


def _errors(page_log: PageLog) -> list[str]:
    """What went wrong on the console, apart from how Streamlit finds its own server.

    At an address below the root it asks there first, is told 404, and asks at the root.
    """
    asks = ("/_stcore/health)", "/_stcore/host-config)")
    return [one for one in page_log.console_errors if not ("404" in one and one.endswith(asks))]


def _too_wide_inside(page: Page) -> int:
    """How far the part of the page that scrolls by itself can be scrolled sideways."""
    main = "document.querySelector('[data-testid=stMain]')"
    return int(page.evaluate(f"{main}.scrollWidth - {main}.clientWidth"))
