"""Reruns take turns: too many at the same time hinder each other, and all come later.

Python runs one thread at a time. A second rerun uses the time in which the first waits for its
queries; each one more costs all of them: with eight at once a page took half as much processor
again, and the server did two thirds of the work.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

AT_ONCE = 2
# Seconds. Who works longer, on an import or a file, does not keep the others waiting.
LONGEST = 1.0


class Turns:
    """So many turns at the same time; one that lasts longer than `longest` seconds counts no more.

    Any thread may ask.
    """

    def __init__(self, at_once: int = AT_ONCE, longest: float = LONGEST) -> None:
        self._at_once, self._longest = at_once, longest
        self._end: dict[int, float] = {}
        self._changed = threading.Condition()

    @contextmanager
    def one(self) -> Iterator[None]:
        """Wait for a turn, and give it back at the end, whatever happens meanwhile."""
        me = threading.get_ident()
        with self._changed:
            while (wait := self._full_for()) > 0:
                self._changed.wait(wait)
            self._end[me] = time.monotonic() + self._longest
        try:
            yield
        finally:
            with self._changed:
                del self._end[me]
                self._changed.notify()

    def _full_for(self) -> float:
        """Seconds until a turn is free at the latest; 0 or below where one is."""
        ends = sorted(self._end.values())
        full = len(ends) >= self._at_once
        return ends[-self._at_once] - time.monotonic() if full else 0.0


TURNS = Turns()
