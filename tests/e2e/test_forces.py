"""Krachtenanalyse in a browser: two days and the movement between them, a click, a force field."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.dashboard import asked, chart
from tests.e2e.visit import assert_no_error_shown, open_page, rerun

GRID = "Partners naar belang en invloed"


def test_a_partner_is_assessed_on_two_days_and_the_movement_shows(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}/krachten")
    offered = page.get_by_test_id("stMain").locator('[class*="st-key-inschatten_"] button').first
    name = offered.inner_text()
    with rerun(page):
        offered.click()
    expect(chart(page, GRID)).to_be_visible()
    _on(page, "01062026")
    _save(page)
    expect(page.get_by_text("1 juni 2026").first).to_be_visible()
    with rerun(page):
        page.get_by_role("slider", name="Invloed").press("ArrowRight")
    _on(page, "02112026")
    _save(page)
    expect(page.get_by_text("(invloed 3 → 4)")).to_be_visible()
    # Who follows the link of a colleague sees the same partner.
    partner = asked(page)["wie"]
    open_page(page, page.url)
    expect(page.get_by_role("combobox", name="Partner", exact=True)).to_have_value(
        re.compile(re.escape(name))
    )
    # A click on its mark chooses it as well.
    open_page(page, f"{app_url}/krachten")
    mark = chart(page, GRID).locator(f'[aria-label*="Partner: {name}"]').last
    with rerun(page):
        mark.click(force=True)
    assert asked(page)["wie"] == partner
    with rerun(page):
        page.get_by_role("link", name="Welke stijl past hier?").click()
    expect(page.get_by_text("Op grond van de inschatting van 2 november 2026")).to_be_visible()
    assert_no_error_shown(page)


def test_a_force_field_is_made_and_seen(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}/krachten")
    page.get_by_text("Nieuw krachtenveld").click()
    box = page.get_by_role("combobox", name=re.compile("Welk doel of welke verandering"))
    box.click()
    box.fill("Een leescoalitie beginnen")
    with rerun(page):
        box.press("Enter")
    with rerun(page):
        page.get_by_role("button", name="Maken", exact=True).click()
    for what, way in (("De wethouder wil het", "drijft"), ("Er is geen geld", "remt")):
        page.get_by_role("radio", name=way).click()
        page.get_by_label("Wat is het?").fill(what)
        with rerun(page):
            page.get_by_label("Wat is het?").press("Enter")
        expect(page.get_by_label("Wat is het?")).to_have_value("")
    expect(page.get_by_text("zij houden elkaar in evenwicht")).to_be_visible()
    shown = chart(page, "Een leescoalitie beginnen: van links")
    expect(shown).to_contain_text("De wethouder wil het")
    expect(shown).to_contain_text("Er is geen geld")
    assert asked(page)["veld"]
    assert_no_error_shown(page)


def _on(page: Page, day: str) -> None:
    page.get_by_role("spinbutton", name=re.compile(r", Dag")).first.click()
    with rerun(page):
        page.keyboard.type(day)
        # The day counts once its calendar is closed.
        page.get_by_role("heading", level=1).click()


def _save(page: Page) -> None:
    with rerun(page):
        page.get_by_role("button", name="Inschatting opslaan").click()
    expect(page.get_by_text(re.compile("is opgeslagen")).first).to_be_visible()


def test_a_record_leads_to_how_its_partners_stand(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}/samenwerking?nr=1")
    with rerun(page):
        page.get_by_role("link", name="Hoe staan zij erin?").click()
    expect(page.get_by_role("heading", name="Krachtenanalyse")).to_be_visible()
    expect(page.get_by_text(re.compile(r"Van de \d+ partners? in deze keuze"))).to_be_visible()
    assert asked(page)["kring"]
    assert_no_error_shown(page)
