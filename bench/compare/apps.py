"""The applications that are compared: how each is started, and how a person uses its filters."""

import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from bench.watched import memory, processor
from tests.e2e.app_process import free_address, stop

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
THEIRS = ROOT / ".venv-compare" / "bin" / "python"
START_SECONDS = 60


def _in_streamlit(page: Page, gemeente: str) -> None:
    field = page.get_by_role("combobox", name="Gemeente")
    field.click()
    field.fill(gemeente)
    page.get_by_role("option", name=gemeente, exact=True).hover()


def _in_dash(page: Page, gemeente: str) -> None:
    if not page.locator(".dash-dropdown-search").is_visible():
        page.locator("#gemeente").click()
    page.locator(".dash-dropdown-search").fill(gemeente)
    page.locator(".dash-dropdown-option", has_text=re.compile(f"^{re.escape(gemeente)}$")).hover()


def _in_shiny(page: Page, gemeente: str) -> None:
    field = page.locator("#gemeente-selectized")
    field.click()
    field.fill(gemeente)
    page.locator(f'.selectize-dropdown-content [data-value="{gemeente}"]').hover()


@dataclass(frozen=True)
class Kind:
    """`offer` brings the option under the mouse, so that the next click chooses it."""

    name: str
    command: Callable[[str], list[str]]
    offer: Callable[[Page, str], None]
    protocol: str
    is_ours: bool = False


def _streamlit(script: str, python: str) -> Callable[[str], list[str]]:
    return lambda port: [
        *(python, "-m", "streamlit", "run", script, f"--server.port={port}"),
        *("--server.address=127.0.0.1", "--server.headless=true"),
    ]


KINDS = (
    Kind(
        "ours",
        _streamlit("bench/compare/ours_server.py", sys.executable),
        _in_streamlit,
        "streamlit",
        is_ours=True,
    ),
    Kind(
        "Dash",
        lambda port: [
            *(str(THEIRS), "-m", "gunicorn", "dash_app:server"),
            *(f"--bind=127.0.0.1:{port}", "--threads=4"),
        ],
        _in_dash,
        "dash",
    ),
    Kind(
        "Shiny for Python",
        lambda port: [str(THEIRS), "-m", "shiny", "run", "shiny_app.py", f"--port={port}"],
        _in_shiny,
        "shiny",
    ),
    Kind(
        "plain Streamlit",
        _streamlit("plain_streamlit.py", str(THEIRS)),
        _in_streamlit,
        "streamlit",
    ),
)


@dataclass
class Running:
    """One that was started."""

    kind: Kind
    url: str
    process: subprocess.Popen[bytes]

    def processes(self) -> list[int]:
        """The process and those that it started."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [self.process.pid, *map(int, children.read_text().split())]

    def memory(self) -> float:
        """MB of all of them."""
        return sum(map(memory, self.processes()))

    def processor(self) -> float:
        """Seconds of processor time of all of them until now."""
        return sum(map(processor, self.processes()))

    def stop(self) -> None:
        stop(self.process)


def start(kind: Kind, store: Path, log: Path) -> Running:
    """Start one on a copy of the store, and wait until it answers."""
    url = free_address()
    clean = {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")}
    ours = {"SAMENWERKING_STORE": str(store), "PYTHONPATH": str(ROOT)}
    environment = clean | (ours if kind.is_ours else {"COMPARE_STORE": str(store)})
    with log.open("ab") as said:
        process = subprocess.Popen(
            kind.command(url.rsplit(":", 1)[1]),
            cwd=ROOT if kind.is_ours else HERE,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
    running = Running(kind, url, process)
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return running
        except OSError:
            time.sleep(0.1)
    running.stop()
    raise RuntimeError(f"{kind.name} did not start:\n{log.read_text()}")
