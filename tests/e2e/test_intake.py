"""Loading a spreadsheet in a browser: good and wrong rows, the new figures, and back again."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.dashboard import RUNNING, cells, figure, go_to, table, upload
from tests.e2e.visit import open_page, rerun

SPREADSHEET = "\n".join(
    [
        "naam;bibliotheek;partner;partnertype;thema;gemeente;status;start;einde",
        "Voorlezen;Bibliotheek Aa;OBS De Ster;basisschool;PO;Zaanstad;actief;01-02-2024;",
        "Leesfeest;Bibliotheek Aa;OBS De Zon;basisschool;PO;Zaanstad;actief;01-02-2024;",
        "Taalcafé;Bibliotheek Aa;Welzijn Zaan;;Community;Wormerland;verkenning;;",
        "Dwaling;Bibliotheek Aa;OBS De Maan;basisschool;toverij;Zaanstad;actief;;",
        "Omgekeerd;Bibliotheek Aa;OBS De Maan;basisschool;PO;Zaanstad;actief;01-02-2024;01-01-2023",
    ]
).encode("cp1252")
WITHOUT_LIBRARY = b"naam;partner;thema;gemeente;status\nVoorlezen;De Ster;PO;Zaanstad;actief"


def test_library_is_typed_for_rows_without_one(page: Page, app_url: str) -> None:
    """The rows wait for it; with it, nothing is rejected. Nothing is loaded here."""
    open_page(page, f"{app_url}/gegevens")
    upload(page, "zonder.csv", WITHOUT_LIBRARY)
    assert (figure(page, "Nieuw"), figure(page, "Afgekeurd")) == ("0", "1")
    box = page.get_by_role("combobox", name="Bibliotheek voor rijen")
    box.fill("Bibliotheek Bee")
    with rerun(page):
        box.press("Enter")
    assert (figure(page, "Nieuw"), figure(page, "Afgekeurd")) == ("1", "0")
    expect(page.get_by_text("Nieuwe bibliotheek: Bibliotheek Bee")).to_be_visible()


def test_load_good_and_wrong_rows_and_undo(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}/gegevens")
    upload(page, "eigen lijst.csv", SPREADSHEET)
    assert figure(page, "Nieuw") == "3"
    assert figure(page, "Afgekeurd") == "2"
    reasons = cells(table(page, "Afgekeurde rijen met hun reden"))
    assert "toverij" in reasons
    assert "5" in reasons
    assert "6" in reasons
    expect(page.get_by_text("Bij het laden verdwijnen de voorbeeldgegevens.")).to_be_visible()
    with page.expect_download() as rejected:
        page.get_by_role("button", name="Afgekeurde rijen (Excel)").click()
    assert rejected.value.path().read_bytes()[:2] == b"PK"

    # Nothing is written before the visitor says so.
    go_to(page, "Overzicht")
    assert int(figure(page, RUNNING)) > 200
    go_to(page, "Gegevens")
    upload(page, "eigen lijst.csv", SPREADSHEET)

    with rerun(page):
        page.get_by_role("button", name="Laad 3 samenwerkingen").click()
    expect(page.get_by_text("3 samenwerkingen toegevoegd")).to_be_visible()
    expect(page.get_by_text("Voorbeeldgegevens.")).to_have_count(0)
    go_to(page, "Overzicht")
    assert figure(page, RUNNING) == "2"
    assert figure(page, "In voorbereiding") == "1"
    assert figure(page, "Partners") == "2"

    go_to(page, "Gegevens")
    with rerun(page):
        page.get_by_role("button", name="Ongedaan maken").click()
    expect(page.get_by_role("dialog")).to_contain_text("Wijziging ongedaan maken?")
    with rerun(page):
        page.get_by_role("button", name="Ja, maak ongedaan").click()
    expect(page.get_by_text("De wijziging is ongedaan gemaakt.")).to_be_visible()
    go_to(page, "Overzicht")
    expect(page.get_by_text("Er zijn nog geen samenwerkingen geladen.")).to_be_visible()


def test_large_file_shows_its_progress(page: Page, app_url: str) -> None:
    """10,000 rows: the reading is seen to go on, and all rows are offered. Nothing is loaded."""
    header, row, *_ = SPREADSHEET.decode("cp1252").splitlines()
    lines = [header, *(row.replace("Voorlezen", f"Voorlezen {n}") for n in range(10_000))]
    open_page(page, f"{app_url}/gegevens")
    page.get_by_test_id("stFileUploader").locator("input[type=file]").set_input_files(
        {"name": "groot.csv", "mimeType": "text/csv", "buffer": "\n".join(lines).encode()}
    )
    expect(page.get_by_text(re.compile(r"Het bestand wordt gelezen: \d+%"))).to_be_visible()
    expect(page.get_by_role("button", name="Laad 10.000 samenwerkingen")).to_be_visible(
        timeout=60_000
    )
    assert figure(page, "Nieuw") == "10.000"
