"""Dekking in a browser: what a cell of the heatmap looks like, and how it opens."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.dashboard import chart, tile
from tests.e2e.visit import PHONE, at_both_widths, open_page, rerun

HEATMAP = "Dekking per gemeente en thema"
# Of the example: no mbo programme in Opmeer, the gemeente itself is a partner there.
PLACE, MISSING, COVERED, UNKNOWN = "Opmeer", "Mbo", "Gemeente", "Kinderopvang"


def cell(page: Page, theme: str) -> Locator:
    said = f'path[aria-label*="Gemeente: {PLACE}; Thema: {theme};"]'
    return chart(page, HEATMAP).locator(said)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_white_spot_covered_and_unknown_look_different(
    page: Page, app_url: str, scheme: str
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    open_page(page, f"{app_url}/dekking?gemeente={PLACE}")
    expect(page.get_by_text(re.compile("^Niet gekleurd: witte vlek"))).to_be_visible()
    for theme, coloured, dashed in (
        (MISSING, False, False),
        (COVERED, True, False),
        (UNKNOWN, False, True),
    ):
        fill, dash = (
            cell(page, theme).get_attribute(name) for name in ("fill", "stroke-dasharray")
        )
        assert (theme, fill not in {None, "none", "transparent"}) == (theme, coloured)
        assert (theme, bool(dash)) == (theme, dashed)


def test_click_on_a_white_spot_opens_it(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}/dekking")
    with rerun(page):
        cell(page, MISSING).click()
    expect(page.get_by_text(f"{MISSING} in {PLACE} — 0 van 1 (0%)")).to_be_visible()


@pytest.mark.parametrize("viewport", [PHONE])
def test_a_cell_opens_by_name_with_the_keyboard(page: Page, app_url: str) -> None:
    """Where a cell is too small to touch."""
    open_page(page, f"{app_url}/dekking")
    for title, name in (("Gemeente", PLACE), ("Thema", COVERED)):
        box = page.get_by_test_id("stMain").get_by_role("combobox", name=title, exact=True)
        box.focus()
        page.keyboard.type(name)
        with rerun(page):
            page.get_by_role("option", name=name, exact=True).wait_for()
            box.press("ArrowDown")
            box.press("Enter")
    expect(page.get_by_text(f"{COVERED} in {PLACE} — 1 van 1 (100%)")).to_be_visible()


@at_both_widths
def test_bars_of_every_group_have_the_same_length(page: Page, app_url: str) -> None:
    """Else nobody can compare them."""
    open_page(page, f"{app_url}/dekking")
    charts = chart(page, "Dekking per thema").all()
    tracks = [one.locator('path[aria-label^="full: 1"]').first.bounding_box() for one in charts]
    assert len({round(one["width"]) for one in tracks if one}) == 1
    assert len(tracks) == 4


@at_both_widths
def test_the_tile_of_one_gemeente_is_no_larger_than_its_name_needs(
    page: Page, app_url: str
) -> None:
    open_page(page, f"{app_url}/dekking?gemeente={PLACE}")
    box = tile(page, "Tegelkaart", PLACE).bounding_box()
    assert box
    assert 50 < box["width"] < 100
    assert 50 < box["height"] < 100
