"""Making a document that takes a while, beside the page: which step it is at, and a way to stop it.

Two clicks make one: what is being made for the same question is waited for.
"""

import time
from collections.abc import Callable, Hashable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from typing import Any

import streamlit as st

from data.errors import StoreError
from pages.shared.failure import show_any
from pages.shared.opened import later

# Two cores: a third document waits for its turn.
_POOL = ThreadPoolExecutor(max_workers=2, thread_name_prefix="making")
# As long is waited without a word: most documents are there by then.
GRACE = 0.3
# What nobody looks at any more is not made further; a page asks twice a second, a hidden one less.
PATIENCE = 30.0
WAITING = "Wachten op een ander document"
# Says what is done and how far it is (0-1); raises Stopped where it is not wanted any more.
Step = Callable[[str, float], None]


class Stopped(Exception):
    """The visitor cancelled, or left."""


class Making:
    """One document of one visitor: what was asked, which step it is at, and what it becomes."""

    def __init__(self, asked: Hashable, work: Callable[[Step], Any]) -> None:
        self.asked = asked
        self.what, self.share = WAITING, 0.0
        self._cancelled = False
        self.seen()
        self.answer: Future[Any] = _POOL.submit(later(lambda: work(self._step)))

    def seen(self) -> None:
        """Note that somebody waits for it."""
        self._looked = time.monotonic()

    def cancel(self) -> None:
        """Have it end at its next step."""
        self._cancelled = True
        self.answer.cancel()

    @property
    def is_over(self) -> bool:
        """Whether it was cancelled, by the visitor or because nobody looked."""
        ended = self.answer.cancelled() or (
            self.answer.done() and isinstance(self.answer.exception(), Stopped)
        )
        return self._cancelled or ended

    def _step(self, what: str, share: float) -> None:
        if self._cancelled or time.monotonic() > self._looked + PATIENCE:
            raise Stopped
        self.what, self.share = what, max(self.share, min(share, 1.0))


def start(key: str, asked: Hashable, work: Callable[[Step], Any]) -> None:
    """Begin, unless the same is being made or was made already; for a callback."""
    there: Making | None = st.session_state.get(key)
    if there is not None and there.asked == asked and not _failed(there):
        return
    if there is not None:
        there.cancel()
    st.session_state[key] = Making(asked, work)


def made(key: str, asked: Hashable) -> Any:
    """What was made for this question, or None; meanwhile its progress, and why it failed."""
    there: Making | None = st.session_state.get(key)
    if there is None or there.asked != asked:
        return None
    try:
        if there.is_over:
            raise Stopped
        return there.answer.result(timeout=GRACE)
    except TimeoutError:
        _show_progress(key)
    except (Stopped, CancelledError):  # before this, or while it was waited for
        st.info("Gestopt. Er is niets gemaakt.", icon=":material/cancel:")
    except StoreError as error:
        show_any(error)
    return None


def is_busy(key: str, asked: Hashable) -> bool:
    """Whether this is being made now."""
    there: Making | None = st.session_state.get(key)
    return there is not None and there.asked == asked and not (there.answer.done() or there.is_over)


def _failed(there: Making) -> bool:
    return there.is_over or (there.answer.done() and there.answer.exception() is not None)


@st.fragment(run_every=0.5)
def _show_progress(key: str) -> None:
    there: Making = st.session_state[key]
    there.seen()
    if there.answer.done() or there.is_over:
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.progress(there.share, f"{there.what} …")
        st.button(
            "Annuleren", icon=":material/cancel:", on_click=there.cancel, key=f"{key}_annuleren"
        )
