"""Pages are drawn in turns: too many at the same time hinder each other, and all come later.

Python runs one thread at a time. A second page uses the time in which the first waits for its
queries; each one more costs all of them: with eight at once a page took half as much processor
again, and the server did two thirds of the work. What a fragment or a click does by itself takes no
turn.
"""

import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

AT_ONCE = 2
# Seconds. Who takes longer, with an import or a file, or because he waits for one, does not keep
# the others waiting: so two more begin each second, however long all of them take.
LONGEST = 1.0


class Turns:
    """So many turns at the same time, in the order in which they are asked.

    One that lasts longer than `longest` seconds counts no more. Any thread may ask.
    """

    def __init__(self, at_once: int = AT_ONCE, longest: float = LONGEST) -> None:
        self._at_once, self._longest = at_once, longest
        self._lock = threading.Lock()
        self._waiting: deque[threading.Condition] = deque()
        self._ends: dict[threading.Condition, float] = {}

    @contextmanager
    def one(self) -> Iterator[None]:
        """Wait for a turn, and give it back at the end, whatever happens meanwhile."""
        me = threading.Condition(self._lock)
        with self._lock:
            self._waiting.append(me)
            try:
                while self._waiting[0] is not me:
                    me.wait()
                while (wait := self._full_for()) > 0:
                    me.wait(wait)
                self._ends[me] = time.monotonic() + self._longest
            finally:
                self._waiting.remove(me)
                self._call_next()
        try:
            yield
        finally:
            with self._lock:
                del self._ends[me]
                self._call_next()

    def _call_next(self) -> None:
        if self._waiting:
            self._waiting[0].notify()

    def _full_for(self) -> float:
        """Seconds until a turn is free at the latest; 0 or below where one is."""
        ends = sorted(self._ends.values())
        full = len(ends) >= self._at_once
        return ends[-self._at_once] - time.monotonic() if full else 0.0


TURNS = Turns()
