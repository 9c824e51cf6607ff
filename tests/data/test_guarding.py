"""When backups are made by themselves, also where the clock or the disk plays up."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import count
from pathlib import Path
from typing import Any

import duckdb
import pytest

from core.bulk_change import BulkChange
from data import guarding
from data.backup import backups, folder_of, make
from data.bulk import bulk_change
from data.errors import StoreError
from data.guarding import Guard
from data.ingest.partnerships import load_partnerships, read_partnerships
from data.store import Store
from data.undo import undo_batch
from tests.portfolio import Portfolio

ROW = b"naam;bibliotheek;partner;thema;status\nVoorlezen;Bibliotheek Aa;OBS De Ster;PO;actief"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "store.duckdb") as opened:
        yield opened


@pytest.fixture
def guard(store: Store) -> Iterator[Guard]:
    made = Guard(store, 24)
    store.before_much = made.before_much
    yield made
    made.stop()


def reasons(store: Store) -> list[str]:
    assert store.path is not None
    return [one.manifest.reason for one in backups(folder_of(store.path))]


def wait_for(store: Store, count: int) -> list[str]:
    until = time.monotonic() + 20
    while len(found := reasons(store)) < count and time.monotonic() < until:
        time.sleep(0.02)
    return found


def test_one_is_made_at_the_start_and_when_it_is_due(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guarding, "LOOK_SECONDS", 0.05)
    guard = Guard(store, 0.5 / 3600)
    guard.start()
    assert wait_for(store, 2)[-2:] == ["daily", "start"]
    guard.stop()
    assert not guard.is_late


def test_without_hours_none_is_made(store: Store) -> None:
    guard = Guard(store, 0)
    guard.start()
    load(store)
    time.sleep(0.1)
    assert (reasons(store), guard.is_late) == ([], False)


def load(store: Store) -> int:
    batch = load_partnerships(store, read_partnerships(store, ROW, "x.csv"), "Anna").batch
    assert batch is not None
    return batch


def test_one_is_made_before_much_changes_unless_there_is_a_fresh_one(
    store: Store, guard: Guard, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = load(store)
    assert (reasons(store), guard.last and guard.last.partnerships) == (["much"], 0)
    undo_batch(store, batch, "Anna")
    assert reasons(store) == ["much"]
    monkeypatch.setattr(guarding, "FRESH_SECONDS", 0)
    Portfolio(store).partnership("Lezen")
    [(id_, version)] = Portfolio(store).ask(
        "select id, version from partnership where name = 'Lezen'"
    )
    bulk_change(store, {id_: version}, BulkChange("owner", "Bert"), "Anna")
    assert reasons(store) == ["much", "much"]


def test_one_that_fails_stops_nothing_and_is_remembered(
    store: Store, guard: Guard, tmp_path: Path
) -> None:
    (tmp_path / "backups").write_text("a file, where a folder should be")
    load(store)
    assert len(store.rows("libraries")) == 1
    assert guard.failure is not None
    assert "back-up is niet gelukt" in guard.failure.title
    (tmp_path / "backups").unlink()
    guard.make("hand")
    assert guard.failure is None


@pytest.mark.parametrize(
    ("passed", "due"),
    [
        (timedelta(hours=1), False),
        (timedelta(hours=25), True),
        (-timedelta(minutes=2), False),  # a clock that was put right
        (-timedelta(days=400), True),  # the backup is from the future
        (timedelta(days=9000), True),
    ],
)
def test_a_clock_that_jumped_delays_no_backup(store: Store, passed: timedelta, due: bool) -> None:
    Guard(store, 24).make("start")
    restarted = Guard(store, 24)
    assert restarted.is_due(datetime.now(UTC) + passed) is due


def test_a_clock_that_jumps_while_the_app_runs_changes_nothing(guard: Guard) -> None:
    guard.make("start")
    for jump in (timedelta(days=400), -timedelta(days=400)):
        assert not guard.is_due(datetime.now(UTC) + jump)


def test_what_is_latest_follows_from_the_numbers(
    store: Store, guard: Guard, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Ahead(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Ahead":
            return cls(2099, 1, 1, tzinfo=tz)

    monkeypatch.setattr("data.backup.datetime", Ahead)
    guard.make("hand")
    monkeypatch.undo()
    made = guard.make("daily")
    assert reasons(store) == ["daily", "hand"]
    assert Guard(store, 24).last == made


def test_a_store_in_memory_has_none() -> None:
    with Store.open(None) as store:
        guard = Guard(store, 24)
        guard.start()
        load(store)
        with pytest.raises(StoreError):
            guard.make("hand")


@pytest.mark.parametrize("error", [ValueError("cut off"), duckdb.IOException("gone")])
def test_whatever_goes_wrong_the_change_goes_on_and_the_next_backup_is_made(
    store: Store, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setattr(guarding, "LOOK_SECONDS", 0.05)
    calls = count()

    def fails_at_first(*given: Any) -> Any:
        if next(calls) < 2:
            raise error
        return make(*given)

    monkeypatch.setattr(guarding, "make", fails_at_first)
    guard = Guard(store, 24)
    guard.start()
    guard.before_much()
    assert wait_for(store, 1) == ["daily"]
    guard.stop()
    with guard._making:  # the files are there just before the backup is done
        assert guard.failure is None


def test_it_is_said_where_there_never_was_a_backup(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    guard = Guard(store, 24)
    assert not guard.is_late
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now + 49 * 3600)
    assert guard.is_late
