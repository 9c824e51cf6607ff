"""A search that may take long, beside the page: how far it is, and a way to stop it."""

import time
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import streamlit as st

from core.integer_programme import Going
from pages.shared.opened import later

# Two cores: a third search waits for its turn.
_POOL = ThreadPoolExecutor(max_workers=2, thread_name_prefix="search")
# As long is waited without a word: most searches are over by then.
GRACE = 0.8
LONGEST = 60.0
# A page that shows a search asks for it twice a second, a hidden one less often.
PATIENCE = 20.0
PENDING = object()
STOP = "Stop en toon het beste tot nu toe"


class Search:
    """One search of one visitor: what was asked, how far it is (0-1), and its answer to come."""

    def __init__(self, asked: Hashable, work: Callable[[Going], Any], longest: float) -> None:
        self.asked = asked
        self._longest = longest
        self.share = 0.0
        self._until: float | None = None
        self._stopped = False
        self.seen()
        self.answer: Future[Any] = _POOL.submit(later(lambda: work(self._going)))

    def seen(self) -> None:
        """Note that somebody waits for it: a search that nobody looks at ends."""
        self._looked = time.monotonic()

    def stop(self) -> None:
        """Have it end with the best that it has found."""
        self._stopped = True

    def _going(self, share: float) -> bool:
        """Take note of how far it is, and say whether to go on."""
        now = time.monotonic()
        self._until = self._until or now + self._longest
        self.share = max(self.share, min(share, 1.0))
        is_wanted = now < self._looked + PATIENCE
        return not self._stopped and is_wanted and now < self._until


def found(
    key: str,
    asked: Hashable,
    work: Callable[[Going], Any],
    *,
    label: str,
    stop: str = STOP,
    longest: float = LONGEST,
) -> Any:
    """What `work` finds for what is asked, or PENDING while it is still at it.

    `work` gets a function to say how far it is, which answers whether to go on. Meanwhile the
    page shows a bar with `label` and a button to `stop`; when it is done, the page runs again. It
    ends by itself after `longest` seconds.
    """
    search: Search | None = st.session_state.get(key)
    if search is None or search.asked != asked:
        if search is not None:
            search.stop()
        search = st.session_state[key] = Search(asked, work, longest)
    try:
        return search.answer.result(timeout=GRACE)
    except TimeoutError:
        _show_progress(key, label, stop)
        return PENDING


def offer_again(key: str) -> None:
    """A button to search again, where a search ended too early."""
    st.button(
        "Zoek opnieuw",
        icon=":material/refresh:",
        on_click=lambda: st.session_state.pop(key, None),
        key=f"{key}_opnieuw",
    )


@st.fragment(run_every=0.5)
def _show_progress(key: str, label: str, stop: str) -> None:
    search: Search = st.session_state[key]
    search.seen()
    if search.answer.done():
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.progress(search.share, label)
        st.button(
            stop,
            icon=":material/stop_circle:",
            on_click=search.stop,
            key=f"{key}_stop",
        )
