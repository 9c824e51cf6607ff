"""A disk that is full, a folder that takes nothing, a file that is damaged, in use or too new.

Each is the real thing: a limit on what a process may write, another user, another process. What
was saved is there afterwards, and a person reads what to do.
"""

import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from data import migrate
from data.backup import backups, folder_of
from data.checking import findings
from data.errors import (
    DiskFull,
    MigrationFailed,
    StoreError,
    StoreInUse,
    StoreNewer,
    StoreUnreadable,
)
from data.guarding import Guard
from data.store import Store
from tests.portfolio import Portfolio

ROOT = Path(__file__).parents[2]
# Adds libraries until a file may not grow further; prints how many were acknowledged and what was
# said, then tries once more with room.
FILL = """
import resource, sys
from pathlib import Path
from data.errors import StoreError
from data.store import Store
def add(store, name):
    with store.change("Anna", "bibliotheek") as change:
        change.run("insert_library", title=name, key=name, gemeenten=["GM0479"])
path, at_checkpoint = Path(sys.argv[1]), sys.argv[2] == "checkpoint"
store = Store.open(path)
room = path.stat().st_size + 100_000 if at_checkpoint else 30_000
resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
done = 0
for number in range(12 if at_checkpoint else 100):
    try:
        add(store, f"{number} " + "x" * 40_000 * at_checkpoint + "y" * 2_000)
        done += 1
    except StoreError as error:
        print(type(error).__name__)
        break
store._checkpoint()
print(done, len(store.rows("libraries")))
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
add(store, "met ruimte")
print(len(store.rows("libraries")))
store.close()
"""
# What a user without rights meets, also where the tests run as root.
AS_NOBODY = """
import os, sys
from pathlib import Path
from data.errors import StoreError
from data.store import Store
if os.getuid() == 0:
    os.setgid(65534), os.setuid(65534)
try:
    Store.open(Path(sys.argv[1]))
except StoreError as error:
    print(error)
"""
posix_only = pytest.mark.skipif(os.name != "posix", reason="limits and users as POSIX has them")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with a partnership."""
    file = tmp_path / "store.duckdb"
    with Store.open(file) as store:
        made = Portfolio(store)
        made.partnership("Lezen", partners=[made.partner("School")])
    return file


def python(code: str, *arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@posix_only
def test_a_disk_that_is_full_at_a_change(path: Path) -> None:
    said, counts, after = python(FILL, str(path), "change")
    assert said == "DiskFull"
    done, there = map(int, counts.split())
    assert (done, there, int(after)) == (done, done + 1, done + 2)
    assert done > 0
    with Store.open(path) as store:
        assert len(store.rows("libraries")) == done + 2
        assert findings(store) == []


@posix_only
def test_a_disk_that_is_full_at_a_checkpoint(path: Path) -> None:
    """The change is committed; the driver gives the file up, and the store opens it anew."""
    counts, after = python(FILL, str(path), "checkpoint")
    assert (counts, after) == ("12 13", "14")
    with Store.open(path) as store:
        assert len(store.rows("libraries")) == 14
        assert findings(store) == []


def test_what_a_full_disk_is_called() -> None:
    assert "Maak ruimte" in DiskFull().advice
    assert "bewaard" in DiskFull().advice


@posix_only
@pytest.mark.parametrize("there", [True, False])
def test_a_folder_that_cannot_be_written(tmp_path: Path, path: Path, there: bool) -> None:
    folder = tmp_path / "vast"
    folder.mkdir()
    if there:
        path.rename(folder / path.name)
    _let_everybody_in(tmp_path)
    folder.chmod(0o555)
    (folder / path.name).chmod(0o444) if there else None
    [said] = python(AS_NOBODY, str(folder / path.name))
    folder.chmod(0o755)
    assert "kunnen niet worden opgeslagen" in said
    assert "mag schrijven" in said


def _let_everybody_in(folder: Path) -> None:
    """The folders of pytest are of their user alone."""
    for one in (folder, *folder.parents):
        if one.name.startswith(("pytest-", "test_")):
            one.chmod(0o755)


def test_a_store_in_use_by_another_process(path: Path) -> None:
    code = (
        "import sys, duckdb; c = duckdb.connect(sys.argv[1]); "
        "print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(StoreInUse, match="Sluit de app of de opdracht"):
            Store.open(path)
        other.communicate()
    Store.open(path).close()


def cut(share: float) -> Callable[[bytes], bytes]:
    return lambda content: content[: int(len(content) * share)]


def scribbled(at: int) -> Callable[[bytes], bytes]:
    noise = random.Random(1).randbytes(4096)
    return lambda content: content[:at] + noise + content[at + len(noise) :]


DAMAGE = {
    "empty": cut(0), "header only": cut(0.0005), "cut early": cut(0.05), "cut in half": cut(0.5),
    "no header": scribbled(0), "header 1": scribbled(4096), "catalog": scribbled(12288),
    "another file": lambda _: b"naam;partner\n" * 1000,
}  # fmt: skip


@pytest.fixture(scope="module")
def backed_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("damaged") / "store.duckdb"
    with Store.open(file) as store:
        Portfolio(store).partnership("Lezen")
        Guard(store, 0).make("hand")
    return file


@pytest.mark.parametrize("damage", list(DAMAGE))
def test_a_damaged_file_names_the_last_good_backup(backed_up: Path, damage: str) -> None:
    whole = backed_up.read_bytes()
    backed_up.write_bytes(DAMAGE[damage](whole))
    try:
        with pytest.raises(StoreUnreadable) as refused, Store.open(backed_up) as store:
            store.rows("libraries")
    finally:
        backed_up.write_bytes(whole)
    assert "De laatste goede is back-up 1 van" in refused.value.advice
    assert f'python -m data restore --store "{backed_up}"' in refused.value.advice


def test_a_damaged_file_without_a_backup_is_said_too(path: Path) -> None:
    path.write_bytes(cut(0.05)(path.read_bytes()))
    with pytest.raises(StoreUnreadable, match="Zet een back-up terug"):
        Store.open(path)


def with_migration(monkeypatch: pytest.MonkeyPatch, *texts: str) -> None:
    there = migrate.known()
    added = {
        max(there) + nr: (f"{nr:04}_later", str(nr), text) for nr, text in enumerate(texts, start=1)
    }
    monkeypatch.setattr(migrate, "known", lambda: there | added)


def test_a_migration_that_fails_halfway_leaves_all_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as later:
        with_migration(
            later,
            "create table one (a integer);",
            "alter table library add column more text; insert into absent values (1);",
        )
        with pytest.raises(MigrationFailed, match="vorige versie van het programma"):
            Store.open(path)
    made = backups(folder_of(path))
    assert [(one.manifest.reason, one.partnerships) for one in made] == [("migration", 1)]
    with Store.open(path) as store:  # the version before
        assert [row["name"] for row in store.rows("libraries")] == ["Bibliotheek"]
        assert "more" not in store._connection.table("library").columns
        assert findings(store) == []


def test_no_migration_without_a_backup(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "backups").write_text("a file")
    before = path.read_bytes()
    with monkeypatch.context() as later:
        with_migration(later, "create table one (a integer);")
        with pytest.raises(StoreError, match="De back-up is niet gelukt"):
            Store.open(path)
    with duckdb.connect(str(path)) as connection:
        assert ("one",) not in connection.execute("show tables").fetchall()
    assert len(before) == path.stat().st_size


def test_a_store_of_a_newer_version(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as later:
        with_migration(later, "create table one (a integer);")
        Store.open(path).close()
    with pytest.raises(StoreNewer, match="Werk het programma bij"):
        Store.open(path)
    assert backups(folder_of(path))
