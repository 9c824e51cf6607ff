"""Whatever fails, nobody sees what an error says: a reference instead, which the log has too."""

import json
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.app_process import ROOT, RunningApp, running_app
from tests.e2e.secret import SECRET
from tests.e2e.visit import assert_no_error_shown, open_page, rerun

REFERENCE = re.compile(r"\b[A-Z2-7]{8}\b")
# An operator who wants to see more must not let everybody see more.
OPERATOR = {"STREAMLIT_CLIENT_SHOW_ERROR_DETAILS": "full", "STREAMLIT_LOGGER_ENABLE_RICH": "true"}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    settings = OPERATOR | {"PYTHONPATH": str(ROOT), "SAMENWERKING_LOG_LEVEL": "DEBUG"}
    folder = tmp_path_factory.mktemp("app")
    with running_app(folder, "empty", settings, script="tests/e2e/failing_server.py") as running:
        yield running
    assert SECRET.split()[0] not in running.log.read_text()  # colours may cut the rest


def _logged(app: RunningApp) -> list[dict[str, Any]]:
    lines = app.log.read_text().splitlines()
    return [json.loads(line) for line in lines if line.startswith("{")]


def _errors(app: RunningApp) -> int:
    return sum(one["level"] == "ERROR" for one in _logged(app))


@pytest.mark.parametrize(
    "button", ["Op de pagina", "Bij het klikken", "In een deel", "Open venster", "Opgevangen"]
)
def test_an_error_is_said_with_a_reference(page: Page, app: RunningApp, button: str) -> None:
    open_page(page, app.url)
    before = _errors(app)
    with rerun(page):
        page.get_by_role("button", name=button, exact=True).click()
    if button == "Open venster":
        with rerun(page):
            page.get_by_role("button", name="In het venster").click()
    said = page.get_by_test_id("stAlert").filter(has_text="Er ging iets mis in het programma")
    expect(said).to_have_count(1)
    [reference] = REFERENCE.findall(said.inner_text())
    assert_no_error_shown(page)
    assert SECRET not in page.content()
    assert "Traceback" not in page.content()
    [line] = [one for one in _logged(app) if one.get("reference") == reference]
    assert _errors(app) == before + 1, "logged twice"
    assert line["error"] == "ValueError"
    assert re.fullmatch(r"tests/e2e/failing_pages.py:\d+ fail", line["at"][-1])


def test_an_error_outside_all_pages_is_said_in_dutch(app: RunningApp) -> None:
    with pytest.raises(urllib.error.HTTPError) as answered:
        urllib.request.urlopen(f"{app.url}/stuk")
    said = answered.value.read().decode()
    assert answered.value.code == 500
    assert "script-src" in answered.value.headers["content-security-policy"]
    assert said.startswith("Er ging iets mis in het programma.")
    assert SECRET not in said
    assert {one.get("reference") for one in _logged(app)} >= set(REFERENCE.findall(said))


def test_who_asks_for_what_is_in_no_log(page: Page, app: RunningApp) -> None:
    open_page(page, f"{app.url}/?anoniem=sleutelvananna&code=WXYZ")
    with rerun(page):
        page.get_by_role("button", name="Elders").click()
    assert [one["message"] for one in _logged(app) if one["logger"] == "streamlit.elsewhere"] == [
        "no such value: %s"
    ]
    for word in ("sleutelvananna", "WXYZ", "127.0.0.1"):
        lines = [one for one in _logged(app) if word in json.dumps(one)]
        assert (word, lines) == (word, [])


def test_the_store_says_that_it_answers(app: RunningApp) -> None:
    with urllib.request.urlopen(f"{app.url}/gezondheid") as answer:
        assert json.load(answer).keys() == {"store", "version"}
        assert answer.headers["cache-control"] == "no-store"


def test_a_store_that_cannot_be_opened_is_not_healthy(tmp_path: Path) -> None:
    (tmp_path / "e2e.duckdb").write_bytes(b"geen gegevens" * 1000)
    with running_app(tmp_path, "first start") as app:
        with pytest.raises(urllib.error.HTTPError) as answered:
            urllib.request.urlopen(f"{app.url}/gezondheid")
        assert answered.value.code == 503
        assert json.load(answered.value) == {"store": "StoreUnreadable"}
