"""The page as it is shown to a room: larger, and turned with the arrow keys.

A browser's own zoom would do for the size, but whoever follows a link does not set that.
"""

from collections.abc import Callable
from typing import Final

import streamlit as st

from pages.components.source import source

SIZE: Final = 1.3
TURNS: Final = (-1, 0, 1)
_MOUNT: Final = st.components.v2.component("stage", js=source("stage.js"))


def stage(*, key: str, on_turn: Callable[[int], object]) -> None:
    """Enlarge the page; hand on_turn -1 or 1 for a page back or on, and 0 for Escape."""

    def turned() -> None:
        turn = st.session_state[key].get("turn")
        if type(turn) is int and turn in TURNS:
            on_turn(turn)

    _MOUNT(key=key, data={"size": f"{SIZE:.0%}"}, on_turn_change=turned)
