"""The record of a partnership in a browser: two checks and their trend, a late agreement."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.dashboard import chart, heading, rows, table
from tests.e2e.visit import assert_no_error_shown, at_both_widths, open_page, pixels_too_wide, rerun

LATE = re.compile("^Afspraak te laat")
RECORD = "/samenwerking?nr=12"


def press(page: Page, label: str) -> None:
    with rerun(page):
        page.get_by_role("button", name=label, exact=True).click()


def type_day(page: Page, label: str, day: str, month: str, year: str) -> None:
    """Type a date in the parts of its field, in the Dutch order."""
    main = page.get_by_test_id("stMain")
    field = main.get_by_test_id("stDateInput").filter(has_text=label)
    for part, typed in zip(field.get_by_role("spinbutton").all(), (day, month, year), strict=True):
        part.click()
        page.keyboard.type(typed)
    page.keyboard.press("Tab")


def judge(page: Page, condition: str, score: str) -> None:
    page.get_by_role("radiogroup", name=condition).get_by_role(
        "radio", name=score, exact=True
    ).click()


@at_both_widths
def test_two_health_checks_show_a_trend(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}{RECORD}&onderdeel=Gezondheid")
    name = heading(page).inner_text()
    assert name != "Samenwerking"
    for day, score in (("01", "4"), ("02", "2")):
        press(page, "Nieuwe gezondheidscheck")
        type_day(page, "Datum", day, "06", "2026")
        judge(page, "Vertrouwen", score)
        judge(page, "Waarde", "5")
        press(page, "Bewaren")
        expect(page.get_by_text("De gezondheidscheck is bewaard.").first).to_be_visible()
    expect(page.get_by_text("ging vertrouwen (4 naar 2) omlaag")).to_be_visible()
    expect(chart(page, "Gezondheid per voorwaarde op 02-06-2026")).to_be_visible()
    expect(chart(page, "Verloop per voorwaarde")).to_be_visible()
    assert pixels_too_wide(page) == 0
    assert_no_error_shown(page)
    for _ in range(2):  # as it was, for the other width
        if not page.get_by_role("button", name="Verwijderen").first.is_visible():
            page.get_by_text("De checks wijzigen of verwijderen").click()
        with rerun(page):
            page.get_by_role("button", name="Verwijderen").first.click()
    expect(page.get_by_text("Er is nog geen gezondheidscheck gedaan.")).to_be_visible()


def test_an_agreement_that_is_late_leaves_the_overview_when_done(page: Page, app_url: str) -> None:
    open_page(page, app_url)
    expect(page.get_by_role("radio", name=LATE)).to_have_count(0)

    open_page(page, f"{app_url}{RECORD}&onderdeel=Afspraken")
    press(page, "Afspraak of evaluatie toevoegen")
    page.get_by_label("Wat is afgesproken").fill("Leerlijn *sturen*")
    type_day(page, "Vóór", "01", "06", "2026")
    press(page, "Bewaren")
    expect(page.get_by_text("Leerlijn *sturen*", exact=True)).to_be_visible()
    expect(page.get_by_text("Kom terug op de afspraak die te laat is.")).to_be_visible()

    open_page(page, app_url)
    reason = page.get_by_role("radio", name=LATE)
    with rerun(page):
        reason.click()
    assert rows(table(page, "Aandacht Afspraak te laat")) == 1

    open_page(page, f"{app_url}{RECORD}&onderdeel=Afspraken")
    press(page, "Gedaan")
    open_page(page, app_url)
    expect(page.get_by_role("radio", name=LATE)).to_have_count(0)
    assert_no_error_shown(page)


def test_what_is_typed_stays_while_another_part_is_looked_at(page: Page, app_url: str) -> None:
    """In a form of Streamlit's it would be lost; and who saves at once, saves what was typed."""
    open_page(page, f"{app_url}/samenwerking?nr=13&onderdeel=Afspraken")
    press(page, "Afspraak of evaluatie toevoegen")
    page.get_by_label("Wat is afgesproken").fill("Half getypt")
    with rerun(page):
        page.get_by_role("radio", name="Gezondheid").click(delay=100)
    expect(page.get_by_text("Nog niet bewaard: wat u invulde bij Afspraken.")).to_be_visible()
    with rerun(page):
        page.get_by_role("radio", name="Afspraken").click()
    expect(page.get_by_label("Wat is afgesproken")).to_have_value("Half getypt")
    page.get_by_label("Notitie").fill("Met een toelichting")
    with rerun(page):
        page.get_by_role("button", name="Bewaren", exact=True).click(delay=100)
    expect(page.get_by_text("De afspraak is bewaard.").first).to_be_visible()
    expect(page.get_by_text("Met een toelichting", exact=True)).to_be_visible()
    press(page, "Verwijderen")
    expect(page.get_by_text("De afspraak is verwijderd.").first).to_be_visible()
    assert_no_error_shown(page)


def test_an_unknown_number_leads_back(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}/samenwerking?nr=99999")
    expect(page.get_by_text("Er is geen samenwerking met nummer “99999”")).to_be_visible()
    with rerun(page):
        page.get_by_role("link", name="Naar alle samenwerkingen").click()
    expect(heading(page)).to_have_text("Samenwerkingen")
