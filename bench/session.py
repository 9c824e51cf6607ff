"""A session of the app without a browser: Streamlit's script runner, timed by its own events.

The timing starts when the script starts and ends when it has finished, so what AppTest does
before and after (a runtime, a tree of elements) does not count.
"""

import logging
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from streamlit.runtime.scriptrunner import ScriptRunnerEvent
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

from bench.timing import THREADS
from data.memory import Memory

APP = Path(__file__).resolve().parent.parent / "app.py"
TIMEOUT = 600
PAGES = {"Overzicht": "pages/overview.py", "Dekking": "pages/coverage.py"}


@contextmanager
def opened(store: Path) -> Iterator[None]:
    """The app over this store; the store is closed and forgotten at the end."""
    import streamlit as st
    from streamlit.logger import set_log_level

    from data.settings import settings
    from pages.shared import opened as shared

    set_log_level(logging.ERROR)
    os.environ |= {"SAMENWERKING_STORE": str(store), "SAMENWERKING_THREADS": str(THREADS)}
    settings.cache_clear()
    st.cache_resource.clear()
    try:
        yield
    finally:
        shared.whole_store().close()
        st.cache_resource.clear()


def forget_results() -> None:
    """As if nothing was asked of the store before."""
    from pages.shared import opened as shared

    shared.whole_store().memory = Memory()


class Session:
    """One visitor."""

    def __init__(self) -> None:
        self.at = AppTest.from_file(str(APP), default_timeout=TIMEOUT)
        self.has_run = False

    def go(self, page: str) -> float:
        """Open a page and return how many milliseconds its script took."""
        if self.has_run:
            self.at.switch_page(PAGES[page])
        return self.rerun()

    def rerun(self, **choices: Any) -> float:
        """Run the page with these filters changed; milliseconds from start to end of the script."""
        for key, value in choices.items():
            self.at.session_state[key] = value
        with _timed() as spent:
            self.at.run()
        self.has_run = True
        if self.at.exception or self.at.error:
            raise RuntimeError(f"The page failed: {self.at.exception or self.at.error}")
        return sum(spent)


@contextmanager
def _timed() -> Iterator[list[float]]:
    """The duration of each script run inside, in milliseconds."""
    spent: list[float] = []
    started = 0.0
    original = LocalScriptRunner.__init__

    def listen(_: object, event: ScriptRunnerEvent, **__: Any) -> None:
        nonlocal started
        if event == ScriptRunnerEvent.SCRIPT_STARTED:
            started = time.perf_counter()
        elif event in (
            ScriptRunnerEvent.SCRIPT_STOPPED_WITH_SUCCESS,
            ScriptRunnerEvent.SCRIPT_STOPPED_FOR_RERUN,
        ):
            spent.append((time.perf_counter() - started) * 1000)

    def watched(self: LocalScriptRunner, *arguments: Any, **named: Any) -> None:
        original(self, *arguments, **named)
        self.on_event.connect(listen, weak=False)

    LocalScriptRunner.__init__ = watched  # type: ignore[method-assign]
    try:
        yield spent
    finally:
        LocalScriptRunner.__init__ = original  # type: ignore[method-assign]
