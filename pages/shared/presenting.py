"""Showing the dashboard to a room: large, without what is not needed, page by page.

That it is on stands in the address, so that it travels in a link and stays after a refresh.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import streamlit as st

from pages.components.stage import SIZE, stage

IN_ADDRESS = "presentatie"
_ON = "presenteren"
_GO = "naar_pagina"
_TOGETHER = "samen_werken"
# At these pages a group sits together and writes down what it agrees on.
WORKED_ON = {"afweging", "krachten", "stappenplan", "strategie"}
# What is opened from a page and shown in its place: back is to that page, on is what comes after.
OPENED_FROM = {"samenwerking": "samenwerkingen"}


def is_on() -> bool:
    """Whether this visitor is presenting."""
    return bool(st.session_state.get(_ON))


def size() -> float:
    """How many times as large as usual everything is."""
    return SIZE if is_on() else 1


def works_together() -> bool:
    """Whether people work on the page that is shown: always, but for most pages in a room."""
    return not is_on() or bool(st.session_state.get(_TOGETHER))


def begin() -> None:
    """Follow the address at the start of a visit; from then on the address says what is on.

    Back in the browser brings an address from before: what somebody began or ended stays so.
    """
    if _ON not in st.session_state:
        st.session_state[_ON] = IN_ADDRESS in st.query_params
    if is_on() and IN_ADDRESS not in st.query_params:
        st.query_params[IN_ADDRESS] = "ja"
    if not is_on():
        st.query_params.pop(IN_ADDRESS, None)


def offer() -> None:
    """The button that begins it."""
    st.button(
        "Presenteren",
        icon=":material/slideshow:",
        on_click=_begin,
        width="stretch",
        help="Groot en rustig op een scherm; blader met de pijltjestoetsen, stop met Esc.",
    )


def bar(pages: Sequence[Any], shown: Any, said: Iterable[str]) -> None:
    """Which page this is and what is `said` of all, the ways on and back, and the way out."""
    st.session_state[_TOGETHER] = shown.url_path in WORKED_ON
    place = OPENED_FROM.get(shown.url_path, shown.url_path)
    at = next((at for at, one in enumerate(pages) if one.url_path == place), None)
    before = pages[at - 1] if at else None
    after = pages[at + 1] if at is not None and at + 1 < len(pages) else None
    if at is not None and place != shown.url_path:
        before = pages[at]

    def turn(by: int) -> None:
        if by == 0:
            _end()
        else:
            st.session_state[_GO] = before if by < 0 else after

    stage(key="podium", on_turn=turn)
    if target := st.session_state.pop(_GO, None):
        # Without query_params it refuses where a filter is in the address; the filters stay.
        st.switch_page(target, query_params={})
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "Vorig scherm", icon=":material/arrow_back:", disabled=before is None,
            on_click=turn, args=(-1,), type="tertiary",
        )  # fmt: skip
        st.button(
            "Volgend scherm", icon=":material/arrow_forward:", disabled=after is None,
            on_click=turn, args=(1,), type="tertiary",
        )  # fmt: skip
        where = [f"{at + 1} van {len(pages)}"] if at is not None else []
        st.caption(" · ".join([*where, *said]), width="stretch")
        st.button("Stop presenteren", icon=":material/close:", on_click=_end, type="tertiary")


def _begin() -> None:
    st.session_state[_ON] = True


def _end() -> None:
    st.session_state[_ON] = False
