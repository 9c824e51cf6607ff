"""A change that is only imagined: questions see it, and afterwards nothing of it is left."""

from pathlib import Path

import pyarrow as pa
import pytest

from core.filters import Filters
from data import portfolio
from data.contributions import partnership
from data.record import PARTNERSHIP, write_partnerships
from data.store import Reader, Store
from tests.portfolio import DAY, Portfolio

TODAY = Filters(measure_date=DAY)


def running(reader: Reader) -> tuple[int, float]:
    now = portfolio.key_figures(reader, TODAY).to_pylist()[-1]
    return now["partnerships"], now["hours"]


def test_what_is_imagined_is_seen_and_gone(tmp_path: Path) -> None:
    path = tmp_path / "imagined.duckdb"
    with Store.open(path) as store:
        made = Portfolio(store)
        read, meet = made.partnership("Lezen", hours=100.0), made.partnership("Meer", hours=20.0)
        version = store.data_version
        stored = partnership(store, read)
        assert stored is not None
        with store.imagined() as change:
            stopped = {**stored, "status": "beeindigd", "hours": 5.0}
            stopped["history"] = [{"status": "beeindigd", "since": None}]
            write_partnerships(change, pa.Table.from_pylist([stopped], PARTNERSHIP), log=False)
            change.settle()
            assert running(change) == (1, 20.0)
            assert running(store) == (2, 120.0)
        assert running(store) == (2, 120.0)
        assert store.data_version == version
    with Store.open(path) as store:
        assert partnership(store, read) == stored
        assert partnership(store, meet) is not None
        assert running(store) == (2, 120.0)


def test_what_goes_wrong_meanwhile_leaves_nothing_either(store: Store) -> None:
    made = Portfolio(store)
    read = made.partnership("Lezen")
    stored = partnership(store, read)
    assert stored is not None
    with pytest.raises(ZeroDivisionError), store.imagined() as change:  # noqa: PT012
        other = pa.Table.from_pylist([{**stored, "name": "Anders"}], PARTNERSHIP)
        write_partnerships(change, other, log=False)
        raise ZeroDivisionError
    assert partnership(store, read) == stored
    made.partnership("Nog een")  # and the next change can be made
