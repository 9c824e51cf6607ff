"""What is no store is refused: DuckDB itself would take a table file for one, and lose the rows."""

import shutil
import time
from contextlib import suppress
from pathlib import Path

import pytest

from data.errors import StoreUnreadable
from data.store import Store
from tests.derived import stale


@pytest.mark.parametrize("name", ["tabel.csv", "tabel.json", "tabel.PARQUET"])
@pytest.mark.parametrize("there", [True, False])
def test_a_name_of_a_table_is_refused(tmp_path: Path, name: str, there: bool) -> None:
    path = tmp_path / name
    if there:
        path.write_text("a;b\n1;2\n")
    with pytest.raises(StoreUnreadable, match="geen naam voor een gegevensbestand"):
        Store.open(path)
    assert path.exists() == there


@pytest.mark.parametrize("content", [b"", b"a;b\n1;2\n", b"geen gegevensbestand" * 1000])
def test_another_file_under_the_name_of_a_store_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "store.duckdb"
    path.write_bytes(content)
    with pytest.raises(StoreUnreadable):
        Store.open(path)
    assert path.read_bytes() == content


def test_a_store_is_made_and_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "samen"
    Store.open(path).close()
    with Store.open(path) as store:
        assert len(store.rows("known_gemeenten")) >= 342


def _libraries(path: Path) -> list[str]:
    with Store.open(path) as store:
        return [row["name"] for row in store.rows("libraries")]


def _named(store: Store, name: str) -> None:
    with store.change("Anna", "bibliotheek") as change:
        change.run("insert_library", title=name, key=name.lower(), gemeenten=[])


def _stopped(path: Path, *files: str) -> Path:
    """What there would be if the app stopped dead now: these files, or a copy of one alone."""
    copy = path.with_name("copy.duckdb")
    for ending in files:
        shutil.copy2(f"{path}{ending}", f"{copy}{ending}")
    return copy


def test_what_was_changed_is_kept_when_the_app_stops_dead(tmp_path: Path) -> None:
    path = tmp_path / "store.duckdb"
    Store.open(path).close()
    with Store.open(path) as store:
        _named(store, "Bee")
        assert _libraries(_stopped(path, "", ".wal")) == ["Bee"]


def test_a_change_that_broke_off_is_kept_in_no_part(tmp_path: Path) -> None:
    path = tmp_path / "store.duckdb"
    Store.open(path).close()
    with Store.open(path) as store:
        _named(store, "Bee")
        with suppress(ZeroDivisionError), store.change("Anna", "half") as change:
            change.run("insert_library", title="Cee", key="cee", gemeenten=[])
            change.settle()
            raise ZeroDivisionError
        assert _libraries(_stopped(path, "", ".wal")) == ["Bee"]
        assert stale(store) == {}


def test_a_moment_after_a_change_the_file_alone_is_complete(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.store.SOON", 0.01)
    path = tmp_path / "store.duckdb"
    with Store.open(path) as store:
        for name in ("Aa", "Bee"):
            _named(store, name)
        for _ in range(200):
            if store._settling is None and not Path(f"{path}.wal").exists():
                break
            time.sleep(0.05)
        assert _libraries(_stopped(path, "")) == ["Aa", "Bee"]


def test_a_store_is_closed_with_all_that_was_changed_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "store.duckdb"
    with Store.open(path) as store:
        _named(store, "Bee")
    assert not Path(f"{path}.wal").exists()
    assert _libraries(path) == ["Bee"]
