"""The app in this process, without a browser: each test has a store and caches of its own."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from core.charts.shared import ROWS
from core.wording import as_typed
from data.demo.generate import add_example
from data.settings import settings
from data.store import Store
from pages.shared import opened, visitor
from tests.portfolio import Portfolio

ROOT = Path(__file__).parents[2]
Visit = Callable[..., AppTest]
Fill = Callable[[Portfolio], object]


@pytest.fixture(scope="session")
def example_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the example portfolio, as the app makes it at its first start."""
    path = tmp_path_factory.mktemp("example") / "example.duckdb"
    with Store.open(path) as store:
        add_example(store)
    return path


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the reference facts and nothing else, as `python -m data init` makes it."""
    path = tmp_path_factory.mktemp("empty") / "empty.duckdb"
    Store.open(path).close()
    return path


@pytest.fixture
def app_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the app under test keeps its data; nothing is there yet."""
    path = tmp_path / "samenwerking.duckdb"
    monkeypatch.setenv("SAMENWERKING_STORE", str(path))
    monkeypatch.setenv("SAMENWERKING_BACKUP_HOURS", "0")  # where no test asks for any
    monkeypatch.chdir(ROOT)
    _forget()
    yield path
    if path.exists():
        opened.whole_store().close()
    _forget()


def _forget() -> None:
    settings.cache_clear()
    visitor._configured.cache_clear()
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture
def example(app_store: Path, example_store: Path) -> Path:
    """Give the app the example portfolio."""
    shutil.copy(example_store, app_store)
    return app_store


@pytest.fixture
def empty(app_store: Path, empty_store: Path) -> Path:
    """Give the app an empty store."""
    shutil.copy(empty_store, app_store)
    return app_store


@pytest.fixture
def filled(empty: Path) -> Callable[[Fill], None]:
    """Put something into the empty store before the app opens it."""

    def fill(put: Fill) -> None:
        with Store.open(empty) as store:
            put(Portfolio(store))

    return fill


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test call what a click calls, without the run of a page around it."""
    monkeypatch.setattr("pages.shared.opened.get_script_run_ctx", lambda **_: object())


def visit(page: str = "", **asked: str | list[str]) -> AppTest:
    """Open the app at a link with these query parameters, at a page file of `pages/`."""
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in asked.items():
        at.query_params[key] = value
    at.run()
    return at.switch_page(f"pages/{page}.py").run() if page else at


def texts(at: AppTest) -> str:
    """What the page says in sentences, without the signs that keep Markdown from reading it."""
    shown = (*at.main.markdown, *at.main.caption, *at.main.success, *at.main.error)
    return as_typed(" ".join(one.value for one in (*shown, *at.main.warning)))


def drawn(at: AppTest, described: str) -> list[dict[str, Any]]:
    """The rows of the one chart that is described so, in drawing order."""
    [chart] = [one for one in at.get("vega_lite_chart") if described in one.proto.alt]
    [dataset] = [one for one in chart.proto.datasets if one.name == ROWS]
    found: list[dict[str, Any]] = pa.ipc.open_stream(dataset.data.data).read_all().to_pylist()
    return found
