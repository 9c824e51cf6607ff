"""Wrong codes, counted over everybody: who guesses opens as many windows as he likes.

With six characters of twenty-one and this many tries a minute, finding a session that runs takes
the better part of a year; it runs for twelve hours.
"""

import time
from collections import deque
from threading import Lock

import streamlit as st

MOST, WINDOW = 100, 60.0


@st.cache_resource(show_spinner=False)
def _tried() -> tuple[deque[float], Lock]:
    return deque(maxlen=MOST), Lock()


def count() -> None:
    """One more wrong code."""
    moments, lock = _tried()
    with lock:
        moments.append(time.monotonic())


def are_too_many() -> bool:
    """Whether so many were tried in the last minute that everybody has to wait."""
    moments, lock = _tried()
    with lock:
        return len(moments) == MOST and time.monotonic() - moments[0] < WINDOW
