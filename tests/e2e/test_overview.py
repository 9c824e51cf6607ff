"""Overzicht in a browser: the first start, and from a figure to the rows behind it."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.dashboard import RUNNING, asked, figure, heading, rows, shown_line, table, tile
from tests.e2e.visit import assert_no_error_shown, open_page, rerun

MAP = "Tegelkaart van gemeenten"


def test_first_start_shows_the_example_and_says_so(page: Page, app_url: str) -> None:
    open_page(page, app_url)
    expect(heading(page)).to_have_text("Overzicht")
    expect(page.get_by_text("Voorbeeldgegevens.")).to_be_visible()
    expect(shown_line(page)).to_contain_text("U ziet alle bibliotheken · alle thema’s · peildatum")
    running = figure(page, RUNNING)
    assert int(running) > 200
    expect(page.get_by_text(f"{running} samenwerkingen lopen")).to_be_visible()
    assert_no_error_shown(page)

    with rerun(page):
        page.get_by_role("link", name="Begin met eigen gegevens").click()
    expect(heading(page)).to_have_text("Gegevens")


def test_figure_leads_to_its_rows(page: Page, app_url: str) -> None:
    open_page(page, app_url)
    running = figure(page, RUNNING)
    with rerun(page):
        page.get_by_role("button", name="Toon de lopende samenwerkingen").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text(f"{running} samenwerkingen op")).to_be_visible()
    assert rows(table(page, "Lopende samenwerkingen")) == int(running)
    with page.expect_download() as found:
        dialog.get_by_role("button", name="CSV").click()
    lines = found.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("Samenwerking;Bibliotheek;Partners;")
    assert len(lines) == 1 + int(running)


def test_reason_for_attention_shows_its_rows(page: Page, app_url: str) -> None:
    open_page(page, app_url)
    reason = page.get_by_role("radio", name=re.compile("^Geen eigenaar"))
    with rerun(page):
        reason.click()
    expect(reason).to_be_checked()
    count = int(reason.inner_text().split("·")[1])
    assert rows(table(page, "Geen eigenaar")) == count > 0


def test_click_on_a_tile_filters(page: Page, app_url: str) -> None:
    open_page(page, app_url)
    everything = figure(page, RUNNING)
    with rerun(page):
        tile(page, MAP, "Zaanstad").click()
    assert asked(page) == {"gemeente": ["Zaanstad"]}
    expect(shown_line(page)).to_contain_text("alle bibliotheken · Zaanstad · alle thema’s")
    here = figure(page, RUNNING)
    assert 0 < int(here) < int(everything)
    expect(tile(page, MAP, "Zaanstad")).to_have_count(1)
    expect(tile(page, MAP, "Wormerland")).to_have_count(0)
