"""Doelen in a browser: judging a cell that was clicked moves the totals."""

from playwright.sync_api import Page, expect

from tests.e2e.dashboard import chart
from tests.e2e.visit import at_both_widths, open_page, pixels_too_wide, rerun

GOALS = "Per doel het deel van de uren"
MATRIX = "Bijdrage van elke samenwerking aan elk doel"


def test_judging_a_cell_moves_the_total(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}/doelen?deel=Per+samenwerking")
    before = _total(page)
    cells = chart(page, MATRIX).locator('path[aria-label*="Doel: SD2;"][aria-label*="3 (kern)"]')
    with rerun(page):
        cells.first.click()
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
    expect(page.get_by_text("Press Enter")).to_have_count(0)
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


def _total(page: Page) -> int:
    """The sum of the contributions to SD2: the second text, as the matrix starts with sums."""
    return int(
        chart(page, MATRIX).locator("g.mark-text.role-mark text").nth(1).text_content() or ""
    )
