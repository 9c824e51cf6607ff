"""Addresses that people type, keep or guess land on the page they mean."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.app_process import StoreKind, running_app
from tests.e2e.dashboard import asked, go_to, heading, path, shown_line
from tests.e2e.visit import assert_no_error_shown, open_page

FILTERS = "regio=Zaanstreek-Waterland&thema=Primair+onderwijs"


@pytest.fixture(scope="module")
def store_kind() -> StoreKind:
    return "empty"


@pytest.mark.parametrize(
    ("address", "title", "lands_on"),
    [
        ("coverage", "Dekking", "/dekking"),
        ("overview", "Overzicht", "/"),
        ("overzicht", "Overzicht", "/"),
        ("intake", "Gegevens", "/gegevens"),
        ("sources", "Bronnen", "/bronnen"),
    ],
)
def test_other_address_lands_with_its_filters(
    page: Page, app_url: str, address: str, title: str, lands_on: str
) -> None:
    open_page(page, f"{app_url}/{address}?{FILTERS}")
    _landed(page, title)
    assert path(page) == lands_on
    assert asked(page) == {"regio": ["Zaanstreek-Waterland"], "thema": ["Primair onderwijs"]}


@pytest.mark.parametrize("address", ["dekkingen", "bestaat niet", "GM0479"])
def test_an_address_without_a_page_is_said_in_dutch(page: Page, app_url: str, address: str) -> None:
    open_page(page, f"{app_url}/{address}?{FILTERS}")
    _landed(page, "Overzicht")
    assert path(page) == "/"
    expect(page.get_by_text(f"Er is geen pagina met het adres “{address}”")).to_be_visible()
    go_to(page, "Dekking")
    expect(page.get_by_text("Er is geen pagina")).to_have_count(0)


def test_very_first_request_of_a_server_lands(page: Page, browser: Browser, tmp_path: Path) -> None:
    """Before any page was run, Streamlit takes `pages/` for pages of its own kind."""
    with running_app(tmp_path, "empty") as fresh:
        open_page(page, f"{fresh.url}/dekking?{FILTERS}")
        _landed(page, "Dekking")
        assert path(page) == "/dekking"


@pytest.mark.parametrize("address", ["coverage", "overview"])
def test_very_first_request_to_a_file_name_lands(
    page: Page, browser: Browser, tmp_path: Path, address: str
) -> None:
    """The name of a page's file, at which Streamlit would run that file without the frame."""
    with running_app(tmp_path, "empty") as fresh:
        open_page(page, f"{fresh.url}/{address}?{FILTERS}")
        _landed(page, {"coverage": "Dekking", "overview": "Overzicht"}[address])


def _landed(page: Page, title: str) -> None:
    expect(heading(page)).to_have_text(title)
    expect(shown_line(page)).to_contain_text("Zaanstreek-Waterland · Primair onderwijs")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_text("Page not found")).to_have_count(0)
    assert_no_error_shown(page)
