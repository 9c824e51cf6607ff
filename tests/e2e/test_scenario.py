"""Wat als in a browser: a scenario is built, and its link shows it to somebody else."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.e2e.dashboard import chart, choose, figure
from tests.e2e.visit import WAIT_SECONDS, WATCH_CHANGES, PageLog, open_page, rerun

LIBRARY = "Bibliotheek Langs de Schie"


def test_a_scenario_is_built_and_its_link_shows_it(
    page: Page, app_url: str, browser: Browser
) -> None:
    open_page(page, f"{app_url}/wat-als")
    choose(page, "Bibliotheek", LIBRARY)
    page.get_by_label("Naam van het scenario").fill("Minder in 2027")
    with rerun(page):
        page.keyboard.press("Enter")
    with rerun(page):
        page.get_by_role("button", name="Maken").click()
    running = int(figure(page, "Samenwerkingen"))
    for _ in range(2):
        box = page.get_by_role("combobox", name="Deze samenwerkingen stoppen")
        box.click()
        with rerun(page):
            page.get_by_role("option").first.click()
        page.keyboard.press("Escape")
    assert int(figure(page, "Samenwerkingen")) == running - 2
    link = page.get_by_test_id("stCode").inner_text().strip()
    assert "scenario=" in link
    _somebody_else_sees(browser, link, running - 2)
    with rerun(page):
        page.reload()
    assert int(figure(page, "Samenwerkingen")) == running - 2


def _somebody_else_sees(browser: Browser, link: str, running: int) -> None:
    context = browser.new_context(locale="nl-NL")
    other = PageLog()
    context.add_init_script(WATCH_CHANGES)
    other.watch(context)
    visitor = context.new_page()
    open_page(visitor, link)
    expect(visitor.get_by_text("Met Minder in 2027 vraagt de portefeuille")).to_be_visible()
    assert int(figure(visitor, "Samenwerkingen")) == running
    expect(visitor.get_by_text(f"U ziet {LIBRARY}")).to_be_visible()
    context.close()


def test_the_best_choice_is_found_while_the_page_waits(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}/wat-als?vraag=Kiezen+bij+een+plafond")
    expect(page.get_by_text("Beter kan het onder dit plafond niet.")).to_be_visible()
    line = chart(page, "De meeste punten die voor een aantal uren")
    expect(line).to_be_visible(timeout=WAIT_SECONDS * 1000)
    expect(page.get_by_text("Voor alle punten zijn")).to_be_visible()
    said = page.get_by_text(re.compile(r"^Houd \d+ van de"))
    before = said.inner_text()
    hours = page.get_by_label("Uren per jaar, ten hoogste")
    hours.fill("3000")
    with rerun(page):
        hours.press("Enter")
    expect(page.get_by_text("Van wat stopt, geeft")).to_be_visible()
    expect(said).not_to_have_text(before)
