"""A backup holds what is committed, or it does not count."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.backup_rotation import LATEST
from data.backup import (
    Backup,
    BackupFailed,
    backups,
    folder_of,
    last_good,
    make,
    refuse_lost,
    sequences,
    stored_tables,
)
from data.errors import StoreError
from data.guarding import Guard
from data.store import Store
from tests.portfolio import Portfolio


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "store.duckdb") as opened:
        made = Portfolio(opened)
        made.partnership("Lezen", partners=[made.partner("School")])
        yield opened


def back_up(store: Store) -> Backup:
    return Guard(store, 0).make("hand")


def there(store: Store) -> list[int]:
    assert store.path is not None
    return [one.manifest.number for one in backups(folder_of(store.path))]


def test_it_says_what_it_holds(store: Store, tmp_path: Path) -> None:
    made = back_up(store)
    assert made.folder.parent == tmp_path / "backups" / "store"
    assert made.partnerships == 1
    assert made.manifest.tables["gemeente"].rows >= 342
    assert last_good(tmp_path / "store.duckdb") == made
    assert made.damage() == []


def test_it_holds_every_table_but_what_follows_from_others(store: Store) -> None:
    """Stored_tables names them all; the migrations stand in the manifest."""
    made = back_up(store)
    with store.cursor() as cursor:
        absent = set(stored_tables(cursor)) - set(made.manifest.tables)
    assert {"migration", "partnership_reach", "goal_weight"} <= absent
    assert not {"partnership", "change", "entry", "document", "material_file"} & absent
    assert [one.number for one in made.manifest.migrations] == list(
        range(1, len(made.manifest.migrations) + 1)
    )


def test_sequences_say_how_many_numbers_were_given_out(store: Store) -> None:
    with store.cursor() as cursor:
        given = sequences(cursor)
    assert (given["partner_id"], given["partnership_id"], given["session_id"]) == (1, 1, 0)


def test_what_is_not_committed_is_not_in_it(store: Store) -> None:
    with store.cursor() as other:
        other.execute("begin")
        other.execute("delete from partnership")
        assert back_up(store).partnerships == 1
        other.execute("rollback")


def test_it_is_of_one_moment(store: Store, tmp_path: Path) -> None:
    """What is changed while it is made is in none of its tables."""
    with store.cursor() as cursor:
        cursor.execute("begin")
        cursor.execute("from library").fetchall()
        later = Portfolio(store)
        later.home = 1
        later.partnership("Later", partners=[1])
        made = make(cursor, tmp_path / "store.duckdb", "hand")
    assert made.partnerships == 1
    assert made.manifest.tables["batch"].rows == 1


@pytest.mark.parametrize("broken", ["manifest.json", "partner.parquet"])
@pytest.mark.parametrize("gone", [True, False])
def test_one_that_is_not_whole_does_not_count(store: Store, broken: str, gone: bool) -> None:
    first, second = back_up(store), back_up(store)
    file = second.folder / broken
    file.unlink() if gone else file.write_bytes(file.read_bytes()[:-20])
    assert there(store) == [first.manifest.number]
    assert back_up(store).manifest.number == 3  # never the number of another


def test_one_that_breaks_off_leaves_no_trace(store: Store, tmp_path: Path) -> None:
    first = back_up(store)

    def stop(share: float) -> None:
        if share > 0.5:
            raise OSError(28, "No space left on device")

    with pytest.raises(BackupFailed, match="schijf is vol"):
        Guard(store, 0).make("hand", stop)
    assert list(first.folder.parent.iterdir()) == [first.folder]
    (first.folder.parent / "000002-x-hand.part").mkdir()  # as when the power failed
    second = back_up(store)
    assert sorted(first.folder.parent.iterdir()) == [first.folder, second.folder]


def test_old_ones_make_place(store: Store) -> None:
    for _ in range(LATEST + 3):
        back_up(store)
    assert there(store) == list(range(LATEST + 3, 3, -1))


def test_a_folder_that_cannot_be_is_said(store: Store, tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("a file")
    with pytest.raises(BackupFailed) as failed:
        back_up(store)
    assert "SAMENWERKING_BACKUPS" in failed.value.advice
    assert store.rows("libraries")


def test_a_store_that_is_gone_is_not_begun_anew(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "store.duckdb"
    refuse_lost(path)
    back_up(store)
    with pytest.raises(StoreError, match=r"verdwenen.*back-up 1.*python -m data restore"):
        refuse_lost(path)
    shutil.rmtree(tmp_path / "backups")
    refuse_lost(path)
