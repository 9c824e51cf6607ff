"""The step plan in a browser: a team works through its phase, lays wishes beside each other."""

import re

import pypdf
from playwright.sync_api import Page, expect

from tests.e2e.dashboard import asked, go_to, heading
from tests.e2e.visit import assert_no_error_shown, at_both_widths, open_page, pixels_too_wide, rerun

LATE = re.compile("^Stappenplan te laat")


def press(page: Page, label: str) -> None:
    with rerun(page):
        page.get_by_role("button", name=label, exact=True).first.click()


def open_half_way(page: Page, app_url: str) -> None:
    """The plan of the example that is furthest: what is late comes first."""
    open_page(page, f"{app_url}/stappenplan")
    box = page.get_by_role("combobox", name="Open een stappenplan")
    box.click()
    with rerun(page):
        page.get_by_role("option").first.click()
    expect(page.get_by_text("Nu in fase 3 Ontwerp")).to_be_visible()


@at_both_widths
def test_a_team_works_through_the_phase(page: Page, app_url: str) -> None:
    open_half_way(page, app_url)
    assert "plan" in asked(page)
    assert pixels_too_wide(page) == 0
    points = page.get_by_role("radiogroup", name=re.compile("^Stand van: Netwerk, kassa"))
    with rerun(page):
        points.get_by_role("radio", name="klaar").click()
    expect(page.get_by_text("Nu in fase 3 Ontwerp: 2 van de 9 punten klaar.")).to_be_visible()
    expect(points.get_by_role("radio", name="klaar")).to_be_checked()
    with rerun(page):
        points.get_by_role("radio", name="open").click()
    expect(page.get_by_text("Nu in fase 3 Ontwerp: 1 van de 9 punten klaar.")).to_be_visible()
    with rerun(page):  # two clicks that know the same version
        points.get_by_role("radio", name="bezig").click()
        points.get_by_role("radio", name="klaar").click()
    expect(points.get_by_role("radio", name="klaar")).to_be_checked()
    expect(page.get_by_text("Iemand anders heeft dit")).to_have_count(0)
    with rerun(page):
        points.get_by_role("radio", name="open").click()
    press(page, "2 Definitie")
    assert asked(page)["planfase"] == ["2"]
    link = page.url
    open_page(page, link)
    expect(page.get_by_role("heading", name="Fase 2 Definitie")).to_be_visible()
    page.go_back()
    assert_no_error_shown(page)


def test_a_link_as_evidence_opens_elsewhere(page: Page, app_url: str) -> None:
    open_half_way(page, app_url)
    press(page, "4 Realisatie")
    press(page, "Wie, wanneer, bewijs")
    page.get_by_label("Wie doet het").fill("Anna *de Wit*")
    page.get_by_label("Link naar het bewijs").fill("javascript:alert(1)")
    press(page, "Bewaren")
    expect(page.get_by_text("Een link begint met https")).to_be_visible()
    page.get_by_label("Link naar het bewijs").fill("https://voorbeeld.nl/afspraak?a=1")
    press(page, "Bewaren")
    expect(page.get_by_text("Het punt is bewaard.").first).to_be_visible()
    expect(page.get_by_text("Anna *de Wit*")).to_be_visible()
    opened = page.get_by_role("link", name="Bewijs openen")
    expect(opened).to_have_attribute("href", "https://voorbeeld.nl/afspraak?a=1")
    assert "noreferrer" in (opened.get_attribute("rel") or "")
    assert_no_error_shown(page)


@at_both_widths
def test_wishes_are_laid_beside_each_other(page: Page, app_url: str) -> None:
    open_half_way(page, app_url)
    with rerun(page):
        page.get_by_role("radio", name="Wensen").click()
    expect(page.get_by_text("Begin het gesprek bij openingstijden.")).to_be_visible()
    expect(page.get_by_text("verschil in gewicht").first).to_be_visible()
    assert pixels_too_wide(page) == 0
    with rerun(page):
        page.get_by_role("button", name=re.compile(r"Eigen MT \(\d")).click()
    page.get_by_label("De wens, in eigen woorden").fill("Een <b>eigen</b> ingang")
    press(page, "Bewaren")
    expect(page.get_by_text("De wens is bewaard.").first).to_be_visible()
    expect(page.get_by_text("Een <b>eigen</b> ingang")).to_be_visible()
    press(page, "Ongedaan maken")
    press(page, "Ja, maak ongedaan")
    expect(page.get_by_text("Een <b>eigen</b> ingang")).to_have_count(0)
    assert_no_error_shown(page)


def test_paper_for_the_table_and_the_way_from_the_overview(page: Page, app_url: str) -> None:
    open_page(page, app_url)
    with rerun(page):
        page.get_by_role("radio", name=LATE).click()
    go_to(page, "Stappenplan")
    open_half_way(page, app_url)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="PDF van fase 3 Ontwerp").click()
    pdf = pypdf.PdfReader(waiting.value.path())
    assert len(pdf.pages) == 1
    assert "Ontwerp" in pdf.pages[0].extract_text()
    page.get_by_role("link", name="Dossier van de samenwerking").click()
    expect(heading(page)).to_contain_text("Samen onder één dak")
    with rerun(page):
        page.get_by_role("radio", name="Stappenplan").click()
    expect(page.get_by_text("dagen te laat").first).to_be_visible()
    assert_no_error_shown(page)
