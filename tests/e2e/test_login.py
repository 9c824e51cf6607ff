"""Logging in at a provider, in a real browser: who comes in, where to, and how one goes out."""

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from core.access import Account
from data.accounts import make_account
from data.demo.generate import add_example
from data.store import Store
from tests.e2e.app_process import RunningApp, free_address, running_app
from tests.e2e.visit import PageLog

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from oidc_provider_mock import run_server_in_thread

SECRETS = """
[auth]
redirect_uri = "{app}/oauth2callback"
cookie_secret = "{secret}"
client_id = "dashboard"
client_secret = "geheim"
server_metadata_url = "{provider}/.well-known/openid-configuration"
client_kwargs = {{ scope = "openid email" }}
"""


@contextmanager
def served(folder: Path, provider: str) -> Iterator[RunningApp]:
    """The app, where people log in at this provider."""
    with Store.open(folder / "e2e.duckdb") as store:
        add_example(store)
        [first, *_] = store.rows("libraries")
        make_account(store, "kijker@bieb.nl", Account(libraries=(first["id"],)), "test")
    secrets = folder / "secrets.toml"
    settings = {
        "STREAMLIT_SECRETS_FILES": str(secrets),
        "SAMENWERKING_ADMINISTRATORS": "chef@bieb.nl",
    }
    with running_app(
        folder,
        "first start",
        settings,
        prepare=lambda url: secrets.write_text(
            SECRETS.format(app=url, secret="x" * 48, provider=provider)
        ),
    ) as started:
        yield started


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    with (
        run_server_in_thread() as provider,
        served(
            tmp_path_factory.mktemp("login"), f"http://localhost:{provider.server_port}"
        ) as started,
    ):
        yield started


@pytest.fixture(autouse=True)
def page(page: Page, page_log: PageLog) -> Iterator[Page]:
    """The pages of the provider in this test ask for a style sheet elsewhere; ours ask nothing."""
    yield page
    asked = page_log.foreign_requests
    asked[:] = [one for one in asked if "cdn.jsdelivr.net/npm/@picocss" not in one]


def log_in(page: Page, email: str) -> None:
    page.get_by_role("button", name="Inloggen").click()
    page.locator("input[name=sub]").fill(email)
    page.get_by_role("button", name=re.compile("Authorize|Login|Sign")).first.click()


def test_a_link_is_opened_after_the_login_and_the_way_out_leads_out(
    page: Page, app: RunningApp
) -> None:
    page.goto(f"{app.url}/dekking?thema=Primair%20onderwijs")
    expect(page.get_by_text("Log in met het account van uw organisatie.")).to_be_visible()
    expect(page.get_by_test_id("stSidebarNav")).to_have_count(0)
    log_in(page, "kijker@bieb.nl")
    expect(page.get_by_role("heading", name="Dekking")).to_be_visible(timeout=30_000)
    expect(page).to_have_url(re.compile(r"/dekking\?.*thema="))
    expect(page.get_by_text("Kijker ·")).to_be_visible()
    page.get_by_role("button", name="Uitloggen").click()
    page.get_by_role("button", name=re.compile("end session", re.I)).click()
    expect(page.get_by_role("button", name="Inloggen")).to_be_visible(timeout=30_000)
    expect(page.get_by_text("Het inloggen is niet gelukt.")).to_have_count(0)


def test_who_is_not_known_comes_no_further_than_the_door(page: Page, app: RunningApp) -> None:
    page.goto(app.url)
    log_in(page, "wie@elders.nl")
    expect(page.get_by_text("Vraag de beheerder")).to_be_visible(timeout=30_000)
    expect(page.get_by_test_id("stSidebarNav")).to_have_count(0)
    expect(page.get_by_role("button", name="Uitloggen")).to_be_visible()


def test_an_administrator_comes_to_the_page_with_who_has_access(
    page: Page, app: RunningApp
) -> None:
    page.goto(f"{app.url}/toegang")
    log_in(page, "chef@bieb.nl")
    expect(page.get_by_role("heading", name="Toegang")).to_be_visible(timeout=30_000)
    expect(page.get_by_text(re.compile("kijker.?@bieb.nl"))).to_be_visible()


def test_whoever_turns_back_at_the_provider_is_told_and_still_comes_to_his_page(
    page: Page, app: RunningApp
) -> None:
    page.goto(f"{app.url}/dekking")
    expect(page.get_by_role("button", name="Inloggen")).to_be_visible(timeout=30_000)
    page.goto(f"{app.url}/oauth2callback?error=access_denied&state=x")
    expect(page.get_by_text("Het inloggen is niet gelukt.")).to_be_visible(timeout=30_000)
    log_in(page, "kijker@bieb.nl")
    expect(page.get_by_role("heading", name="Dekking")).to_be_visible(timeout=30_000)
    page.goto(f"{app.url}/?aanmelden=mislukt")
    expect(page.get_by_role("heading", name="Overzicht")).to_be_visible(timeout=30_000)
    expect(page).to_have_url(f"{app.url}/")


def test_a_provider_that_does_not_answer_is_told_at_the_door(page: Page, tmp_path: Path) -> None:
    with served(tmp_path, free_address()) as app:
        page.goto(app.url)
        page.get_by_role("button", name="Inloggen").click()
        expect(page.get_by_text("Het inloggen is niet gelukt.")).to_be_visible(timeout=30_000)
