"""Two who write and twenty who read, on one store in a file: no error, and no change is lost."""

import time
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

from core.filters import Filters
from core.partnership_edit import LABELS
from data.editing import change_partnership
from data.errors import ChangedMeanwhile
from data.partnership_list import partnership_list
from data.record import stored_partnerships
from data.store import Store
from tests.portfolio import DAY, ZAANSTAD, Portfolio

# A whole minute of it: `python -m bench together`.
SECONDS, READERS = 5.0, 20
BUSY = 60
# Somebody who reads looks at what they asked for.
PAUSE = 0.3
NOW = Filters(measure_date=DAY)


class Together:
    """What people do on one store until it is over."""

    def __init__(self, store: Store) -> None:
        self.store, self.over = store, Event()
        self.written = {"Anna": 0, "Bert": 0}
        self.wrong: list[BaseException] = []

    def add_hours(self, who: str) -> None:
        """Both count in the same row: what one overwrote would be missing at the end."""
        while not self.over.is_set():
            [row] = stored_partnerships(self.store, [1])
            values = {field: row[field] for field in LABELS} | {"hours": row["hours"] + 1}
            try:
                if change_partnership(self.store, 1, row["version"], values, who):
                    self.written[who] += 1
            except ChangedMeanwhile:
                continue

    def read(self, _: str) -> None:
        while not self.over.is_set():
            found = partnership_list(self.store, NOW, "lezen")
            assert found["total"].to_pylist() == [10] * 10
            time.sleep(PAUSE)

    def run(self, work: Callable[[str], None], who: str) -> None:
        try:
            work(who)
        except BaseException as error:  # noqa: BLE001 - the test says what went wrong in a thread
            self.wrong.append(error)


def test_two_writers_and_twenty_readers_lose_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store.duckdb") as store:
        made = Portfolio(store)
        made.library("Bibliotheek", ZAANSTAD)
        school = made.partner("School")
        for number in range(10):
            made.partnership(f"Lezen {number}", partners=[school], hours=0.0)
        people = Together(store)
        work = [(people.add_hours, who) for who in people.written] + [(people.read, "")] * READERS
        threads = [Thread(target=people.run, args=one) for one in work]
        for thread in threads:
            thread.start()
        time.sleep(SECONDS)
        for _ in range(BUSY):  # a busy machine: until both had their turn
            if min(people.written.values()) == 0:
                time.sleep(1)
        people.over.set()
        for thread in threads:
            thread.join()
        [row] = stored_partnerships(store, [1])
    assert people.wrong == []
    assert min(people.written.values()) > 0
    assert row["hours"] == sum(people.written.values())
    assert row["version"] == 1 + sum(people.written.values())
