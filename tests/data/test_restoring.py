"""What is put back is what was backed up, whatever became of the store since."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data import migrate
from data.backup import Backup, make, stored_tables
from data.checking import findings
from data.demo.generate import add_example
from data.errors import InputRefused, StoreError, StoreInUse, StoreNewer
from data.guarding import Guard
from data.migrate import LEDGER, known
from data.restoring import chosen, restore
from data.store import Store
from tests.derived import stale
from tests.portfolio import Portfolio


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a backup beside it."""
    path = tmp_path_factory.mktemp("example") / "store.duckdb"
    with Store.open(path) as store:
        add_example(store, partnerships=50)
        made = Portfolio(store)
        made.home = 1
        made.partnership("Van ons")
        Guard(store, 0).make("hand")
    return path


@pytest.fixture
def path(example: Path, tmp_path: Path) -> Path:
    copied = tmp_path / example.name
    shutil.copy2(example, copied)
    shutil.copytree(example.parent / "backups", tmp_path / "backups")
    return copied


def content(path: Path) -> dict[str, list[Any]]:
    """Every table but the ledger, which says when."""
    with Store.open(path) as store, store.cursor() as cursor:
        names = [name for name in stored_tables(cursor) if name != "migration"]
        return {name: sorted(map(repr, cursor.table(name).fetchall())) for name in names}


def one(path: Path) -> Backup:
    return chosen(path, None)


@pytest.mark.parametrize("became", ["changed", "damaged", "cut off", "gone"])
def test_all_is_as_it_was(path: Path, became: str) -> None:
    before = content(path)
    if became == "changed":
        with Store.open(path) as store:
            Portfolio(store).library("Later")
    elif became == "damaged":
        path.write_bytes(path.read_bytes()[:8192] + b"\0" * 10_000)
    elif became == "cut off":
        path.write_bytes(path.read_bytes()[:100_000])
    else:
        path.unlink()
    there = path.read_bytes() if path.exists() else None
    done = restore(path, one(path))
    assert done.wrong == []
    assert content(path) == before
    assert (done.old.read_bytes() if done.old else None) == there or became == "changed"
    with Store.open(path) as store:
        assert (stale(store), findings(store)) == ({}, [])


def test_what_was_there_can_be_opened_beside_it(path: Path) -> None:
    with Store.open(path) as store:
        Portfolio(store).library("Later")
    done = restore(path, one(path))
    assert done.old is not None
    with Store.open(done.old) as store:
        assert "Later" in [row["name"] for row in store.rows("libraries")]
    assert restore(path, one(path)).old not in (None, done.old)


def test_no_number_is_given_out_twice(path: Path) -> None:
    """A link to a partnership that was removed must not lead to another one."""
    restore(path, one(path))
    with Store.open(path) as store:
        made = Portfolio(store)
        made.home = 1
        assert made.partnership("Nieuw") == 52
        [(batches,)] = made.ask("select count(*) from batch where id = (select max(id) from batch)")
        assert batches == 1


@contextmanager
def in_use(path: Path) -> Iterator[None]:
    """Another program has it open."""
    code = (
        "import sys, duckdb; c = duckdb.connect(sys.argv[1]); "
        "print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holding:
        assert holding.stdout is not None
        assert holding.stdout.readline() == b"open\n"
        yield
        holding.communicate(b"")


def test_it_is_not_put_back_over_a_store_in_use(path: Path) -> None:
    before = path.read_bytes()
    with in_use(path), pytest.raises(StoreInUse):
        restore(path, one(path))
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.glob("*.duckdb*")] == [path.name]


def test_nor_over_one_that_was_opened_while_it_was_read(path: Path) -> None:
    with ExitStack() as meanwhile:

        def begun(share: float) -> None:
            if share == 0:
                meanwhile.enter_context(in_use(path))

        with pytest.raises(StoreInUse):
            restore(path, one(path), begun)
    assert sorted(one.name for one in path.parent.iterdir()) == ["backups", path.name]


def test_one_that_was_tampered_with_is_refused(path: Path) -> None:
    backup = one(path)
    file = backup.folder / "partner.parquet"
    file.write_bytes(file.read_bytes()[:-8] + b"\0" * 8)
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"beschadigd.*partner.*niets gewijzigd"):
        restore(path, backup)
    assert path.read_bytes() == before


def test_one_of_a_later_version_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backup = one(path)
    monkeypatch.setattr(migrate, "known", lambda: {1: known()[1]})
    with pytest.raises(StoreNewer):
        restore(path, backup)


def test_one_from_before_migrations_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.duckdb"
    with duckdb.connect(str(path)) as old:
        old.execute(LEDGER)
        migrate.migrate(old, only={1, 2, 3})
        old.execute("""
            insert into library (name, name_key, gemeenten, changed_by)
            values ('Aa', 'aa', ['GM0479'], 'ik');
            insert into partnership
                (library, name, name_key, partners, themes, status, history, changed_by)
            values (1, 'Lezen', 'lezen', [], ['GEM'], 'actief',
                [{'status': 'actief', 'since': null}], 'ik');
        """)
        with old.cursor() as cursor:
            cursor.execute("begin")
            backup = make(cursor, path, "hand")
    path.unlink()
    restore(path, backup)
    with Store.open(path) as store:
        assert [row["name"] for row in store.rows("libraries")] == ["Aa"]
        assert (stale(store), findings(store)) == ({}, [])


def test_which_one_is_meant(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        second = Guard(store, 0).make("hand")
    assert chosen(path, None).manifest.number == 2
    assert chosen(path, "1").manifest.number == 1
    assert chosen(tmp_path / "elsewhere.duckdb", str(second.folder)).manifest == second.manifest
    for named in ("3", "nergens"):
        with pytest.raises(InputRefused, match="--list"):
            chosen(path, named)
    with pytest.raises(InputRefused):
        chosen(tmp_path / "elsewhere.duckdb", None)
