"""Two who write and twenty who read, for a minute on one store: errors, and changes that got lost.

Both writers count in the same few rows as fast as they can, so what one overwrote of the other is
missing at the end; who comes too late is told so and does it again. Readers ask what pages ask and
look at it for a moment.
"""

import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event, Thread

from bench.stores import DAY, example
from bench.timing import THREADS, Figure, once_ms, show
from core.filters import Filters
from core.partnership_edit import LABELS
from data import portfolio
from data.editing import change_partnership
from data.errors import ChangedMeanwhile
from data.partnership_list import partnership_list
from data.partnership_record import partnership_record
from data.record import stored_partnerships
from data.store import Store

SECONDS, WRITERS, READERS, ROWS = 60, 2, 20, 5
# Somebody who reads asks something else every so many seconds.
PAUSE = 3.0
NOW = Filters(measure_date=DAY)


class Together:
    """What people do on one store until it is over."""

    def __init__(self, store: Store) -> None:
        self.store, self.over = store, Event()
        self.reads: list[float] = []
        self.writes: list[float] = []
        self.too_late = 0
        self.errors: list[BaseException] = []

    def write(self) -> None:
        """One hour more, on what is there by now."""
        [row] = stored_partnerships(self.store, [random.randint(1, ROWS)])
        values = {field: row[field] for field in LABELS} | {"hours": (row["hours"] or 0) + 1}
        try:
            spent = once_ms(
                lambda: change_partnership(self.store, row["id"], row["version"], values, "bench")
            )
            self.writes.append(spent)
        except ChangedMeanwhile:
            self.too_late += 1

    def read(self) -> None:
        """What somebody opens: the table, a record, or the figures."""
        asked: list[Callable[[], object]] = [
            lambda: partnership_list(self.store, NOW, "boek", limit=100),
            lambda: partnership_record(self.store, random.randint(1, ROWS), DAY),
            lambda: portfolio.key_figures(self.store, NOW),
        ]
        self.reads.append(once_ms(random.choice(asked)))
        self.over.wait(random.uniform(0.5, 1.5) * PAUSE)

    def keep_doing(self, work: Callable[[], None]) -> None:
        """The same again until it is over; who meets an error is counted and goes on."""
        while not self.over.is_set():
            try:
                work()
            except Exception as error:  # noqa: BLE001 - every error counts
                self.errors.append(error)

    def run(self, seconds: float) -> None:
        """Let everybody work for so long, and end with them."""
        threads = [
            Thread(target=self.keep_doing, args=(work,), daemon=True)
            for work in (*[self.write] * WRITERS, *[self.read] * READERS)
        ]
        for thread in threads:
            thread.start()
        time.sleep(seconds)
        self.over.set()
        for thread in threads:
            thread.join(60)


def run(sizes: Iterable[int], rounds: int) -> None:
    """Print what happened in the minute, by number of partnerships."""
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="samenwerking-together-") as folder:
            path = Path(folder) / "together.duckdb"
            shutil.copy2(example(size, registers=True), path)
            with Store.open(path, THREADS) as store:
                before = _hours(store)
                people = Together(store)
                people.run(SECONDS)
                lost = len(people.writes) - (_hours(store) - before)
        title = f"{size:,} partnerships, {WRITERS} write and {READERS} read for {SECONDS} s"
        show(title, _figures(people, lost))
        for error in people.errors[:5]:
            print(f"  {error!r}")


def _hours(store: Store) -> float:
    rows = stored_partnerships(store, list(range(1, ROWS + 1)))
    return float(sum(row["hours"] or 0 for row in rows))


def _figures(people: Together, lost: float) -> list[Figure]:
    return [
        Figure("reads", len(people.reads), unit=""),
        Figure("writes", len(people.writes), unit=""),
        Figure("told that another was first", people.too_late, unit=""),
        Figure("errors", len(people.errors), unit=""),
        Figure("lost updates", lost, unit=""),
        *_times("a read", people.reads),
        *_times("a write", people.writes),
    ]


def _times(what: str, spent: list[float]) -> list[Figure]:
    if len(spent) < 2:
        return []
    ordered = statistics.quantiles(spent, n=20)
    return [
        Figure(f"{what}, median", statistics.median(spent)),
        Figure(f"{what}, 95 of 100 within", ordered[-1]),
    ]
