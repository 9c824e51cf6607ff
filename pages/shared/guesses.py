"""Wrong codes, counted by the address that they come from and over everybody.

Who guesses on one device holds up that device alone; who guesses on many holds up the room. With
six characters of twenty-one and this many tries a minute, one device finds a session that runs in
the eight years that it takes to try them all; it runs for twelve hours.
"""

import time
from collections import defaultdict, deque
from threading import Lock

import streamlit as st

MOST, MOST_TOGETHER, WINDOW = 20, 500, 60.0


class _Tries:
    def __init__(self) -> None:
        self.lock = Lock()
        self.moments: defaultdict[str | None, deque[float]] = defaultdict(deque)

    def recent(self, now: float) -> dict[str | None, int]:
        for address, moments in list(self.moments.items()):
            while moments and now - moments[0] >= WINDOW:
                moments.popleft()
            if not moments:
                del self.moments[address]
        return {address: len(moments) for address, moments in self.moments.items()}


@st.cache_resource(show_spinner=False)
def _tried() -> _Tries:
    return _Tries()


def count(address: str | None) -> None:
    """One more wrong code from an address; None is this computer."""
    tried = _tried()
    with tried.lock:
        tried.moments[address].append(time.monotonic())


def are_too_many(address: str | None) -> bool:
    """Whether so many were tried in the last minute that this address has to wait."""
    tried = _tried()
    with tried.lock:
        recent = tried.recent(time.monotonic())
    return recent.get(address, 0) >= MOST or sum(recent.values()) >= MOST_TOGETHER
