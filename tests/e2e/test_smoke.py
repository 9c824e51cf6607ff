"""The start page opens on a desktop and on a phone."""

from playwright.sync_api import Page, expect

from tests.e2e.visit import (
    PageLog,
    assert_no_error_shown,
    at_both_widths,
    open_page,
    pixels_too_wide,
)


@at_both_widths
def test_start_page_opens(page: Page, app_url: str, page_log: PageLog) -> None:
    """One heading, no error, nothing beyond the edge of the screen, nothing from the internet."""
    open_page(page, app_url)

    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    assert_no_error_shown(page)
    assert pixels_too_wide(page) == 0
    assert page_log.foreign_requests == []
    assert page_log.console_errors == []
