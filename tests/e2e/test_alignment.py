"""Doelen in a browser: a click on a group opens it, on a cell judges it, on a bubble names it."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.e2e.dashboard import chart
from tests.e2e.visit import at_both_widths, open_page, pixels_too_wide, rerun

GOALS = "Per doel het deel van alle uren"

ADDRESS = "/doelen?deel=Per+samenwerking"
MATRIX = "Bijdrage van elke samenwerking aan elk doel"
GROUPS = "Gemiddelde bijdrage aan elk doel per thema"
BUBBLES = "Elke samenwerking naar inzet in uren"


def test_a_click_on_a_group_opens_it(page: Page, app_url: str) -> None:
    open_page(page, app_url + ADDRESS)
    row = _cell(page, GROUPS, "Wat: Kinderopvang", "Doel: SD1")
    [held] = re.findall(r"van (\d+) beoordeeld", row.get_attribute("aria-label") or "")
    with rerun(page):
        row.click()
    expect(chart(page, GROUPS)).to_have_count(0)
    expect(page.get_by_text(re.compile(f"^{min(int(held), 40)} samenwerkingen"))).to_be_visible()
    with rerun(page):
        page.get_by_role("button", name="Alle groepen").click()
    expect(chart(page, GROUPS)).to_be_visible()
    expect(chart(page, MATRIX)).to_have_count(0)


def test_judging_a_cell_moves_the_total(page: Page, app_url: str) -> None:
    open_page(page, app_url + ADDRESS)
    with rerun(page):
        _cell(page, GROUPS, "Wat: Digitale inclusie", "Doel: SD2").click()
    before = _total(page)
    with rerun(page):
        _cell(page, MATRIX, "Doel: SD2", "3 (kern)").click()
    page.get_by_text("1 (indirect)", exact=True).first.click()
    page.get_by_label("Reden").fill("Alleen zijdelings")
    with rerun(page):
        page.get_by_role("button", name="Opslaan").click()
    assert _total(page) == before - 2
    expect(page.get_by_label("Reden")).to_have_value("Alleen zijdelings")


def test_other_weights_move_the_goals(page: Page, app_url: str) -> None:
    library = "bibliotheek=Bibliotheek+De+Trekvaart"
    open_page(page, f"{app_url}/doelen?{library}")
    assert _weights(page) == ["14% van de punten"] * 7
    open_page(page, f"{app_url}/doelen?{library}&deel=Doelen+en+gewichten")
    first = page.get_by_role("textbox", name="Gewicht").first
    with rerun(page):
        first.fill("64,3")  # without leaving the field: the sum follows what is typed
    expect(page.get_by_text("Samen 150 punten: 50 punten te veel.")).to_be_visible()
    with rerun(page):
        page.get_by_role("button", name="Maak er 100 van").click()
    expect(first).to_have_value("42,9")
    with rerun(page):
        page.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_text("De doelen van Bibliotheek De Trekvaart vanaf")).to_be_visible()
    with rerun(page):
        page.get_by_text("Per doel", exact=True).click()
    assert _weights(page) == ["43% van de punten", *["10% van de punten"] * 6]
    with rerun(page):
        page.get_by_role("button", name="Ongedaan maken").click()
    with rerun(page):
        page.get_by_role("button", name="Ja, maak ongedaan").click()
    assert _weights(page) == ["14% van de punten"] * 7


@at_both_widths
def test_goals_can_be_typed_at_any_width(page: Page, app_url: str) -> None:
    open_page(
        page, f"{app_url}/doelen?bibliotheek=Bibliotheek+Zaan+en+Veen&deel=Doelen+en+gewichten"
    )
    with rerun(page):
        page.get_by_role("button", name="Doel toevoegen").click()
    label = page.get_by_role("textbox", name="Omschrijving").last
    assert label.bounding_box()["width"] >= 200  # type: ignore[index]
    with rerun(page):
        label.press_sequentially("Lezen")
    expect(page.get_by_text("Druk op Enter")).to_have_count(0)
    with rerun(page):
        page.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_text("De doelen zijn nog niet opgeslagen.")).to_be_visible()
    expect(label).to_have_value("Lezen")
    assert pixels_too_wide(page) == 0


def _weights(page: Page) -> list[str]:
    """What the line of each goal says."""
    lines = chart(page, GOALS).locator('path[aria-label*="Gewicht: "]')
    expect(lines).to_have_count(7)
    said = [one.get_attribute("aria-label") or "" for one in lines.all()]
    return [one.partition("Gewicht: ")[2].partition(";")[0] for one in said]


def test_another_order_moves_the_rows(page: Page, app_url: str) -> None:
    """Also those that stand in both: new rows come in place of old ones, in a chart that stays."""
    open_page(page, app_url + ADDRESS)
    assert _rows(page, GROUPS)[:2] == ["Alle samenwerkingen", "Primair onderwijs"]
    with rerun(page):
        page.get_by_text("Naam", exact=True).click()
    named = _rows(page, GROUPS)[1:]
    assert named[0] == "Basisvaardigheden volwassenen"
    assert named == sorted(named)


def test_a_click_on_a_bubble_names_it(page: Page, app_url: str) -> None:
    open_page(page, app_url + ADDRESS)
    bubbles = chart(page, BUBBLES).locator('path[aria-label*="Samenwerking: "]')
    # The last is the smallest: nothing lies on it.
    label = bubbles.last.get_attribute("aria-label") or ""
    [name] = re.findall(r"Samenwerking: ([^;]+);", label)
    with rerun(page):
        bubbles.last.click()
    said = page.get_by_text(re.compile(r"aansluiting \d+ · "))
    expect(said).to_contain_text(name)


def _cell(page: Page, described: str, *said: str) -> Locator:
    """The first cell of a chart whose description says all of this."""
    wanted = "".join(f'[aria-label*="{one}"]' for one in said)
    return chart(page, described).locator(f"path{wanted}[aria-label*='value: ']").first


def _rows(page: Page, described: str) -> list[str]:
    """The names of the rows of a chart, from top to bottom."""
    labels = chart(page, described).locator(".mark-text.role-axis-label text").all()
    placed = [(one.bounding_box(), one.text_content() or "") for one in labels]
    beside = [(box["y"], text) for box, text in placed if box and len(text) > 3]
    columns = {"Aantal", "Aansluiting"}
    return [text for _, text in sorted(beside) if text not in columns]


def _total(page: Page) -> int:
    """The sum of the contributions to SD2: the second text, as the matrix starts with sums."""
    return int(
        chart(page, MATRIX).locator("g.mark-text.role-mark text").nth(1).text_content() or ""
    )
