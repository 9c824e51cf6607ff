"""Putting a backup back: into a new file, which takes the place of the store when it is complete.

The tables are made by the migrations that the backup names, filled, and brought to this version by
those that came after. The store that was there stays beside it.
"""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import duckdb

from data import migrate
from data.backup import ENDING, Backup, Manifest, Progress, folder_of, last_good, read
from data.checking import findings
from data.derived import derive
from data.errors import InputRefused, StoreInUse, StoreUnreadable, translated
from data.store import Store, prepare
from data.store_file import connect

MAKING, BEFORE = ".restoring", "before-restore"


def chosen(store: Path, named: str | None) -> Backup:
    """The backup that is meant: its number or folder, by default the latest that is whole."""
    folder = folder_of(store)
    if named is None:
        found = last_good(store)
        if found is None:
            raise InputRefused(
                f"In {folder} is geen bruikbare back-up",
                "Noem de map van een back-up, of kies met SAMENWERKING_BACKUPS waar ze staan.",
            )
        return found
    places = [Path(named)]
    if named.isdecimal():
        places = [one for one in sorted(folder.glob("*-*-*")) if _is(one, int(named))]
    for place in places:
        if (there := read(place)) is not None:
            return there
    raise InputRefused(
        f"De back-up {named} is er niet, of is niet heel",
        "Bekijk met python -m data restore --list welke er zijn.",
    )


@dataclass(frozen=True)
class Restored:
    """Where the store that was there is now, and what is not sound in what was put back."""

    old: Path | None
    wrong: list[str]


def restore(store: Path, backup: Backup, progress: Progress | None = None) -> Restored:
    """Put a backup in the place of the store.

    Raises StoreError, with everything as it was, where the store is in use or the backup is
    damaged or of a later version.
    """
    say = progress or (lambda _: None)
    _refuse_damaged(backup)
    migrate.refuse_unknown({one.number: one.checksum for one in backup.manifest.migrations})
    made = store.with_name(store.name + MAKING)
    try:
        _settle(store)
        _remove(made)
        _fill(made, backup, say)
        with Store.open(made) as filled:
            wrong = findings(filled)
        _settle(store)  # that took a while: somebody may have started the app
        return Restored(_swap(made, store), wrong)
    except (duckdb.Error, OSError) as error:
        raise translated(error) from error
    finally:
        with suppress(OSError):
            _remove(made)


def _refuse_damaged(backup: Backup) -> None:
    if damaged := backup.damage():
        raise StoreUnreadable(
            f"De {backup.described()} is beschadigd",
            f"Niet meer gelijk aan wat is weggeschreven: {', '.join(damaged)}. Kies een andere "
            "back-up; python -m data restore --list toont ze. Er is niets gewijzigd.",
        )


def _settle(store: Path) -> None:
    """Have the log of the store in its file; refuse where another program has it open."""
    if not store.exists():
        return
    try:
        connect(store).close()
    except (duckdb.Error, StoreUnreadable) as error:
        if isinstance(error, duckdb.Error) and isinstance(translated(error), StoreInUse):
            raise
        # It is damaged: that is why it is replaced.


def _fill(path: Path, backup: Backup, say: Progress) -> None:
    manifest = backup.manifest
    with connect(path) as connection:
        connection.execute("set wal_autocheckpoint = '0KB'")
        migrate.migrate(connection, only={one.number for one in manifest.migrations})
        connection.execute("begin")
        for done, name in enumerate(manifest.tables):
            say(0.8 * done / len(manifest.tables))
            rows = connection.read_parquet(str(backup.folder / f"{name}{ENDING}"))
            rows.insert_into(name)
        connection.execute("commit")
        _continue_numbers(connection, manifest)
        prepare(connection)
        connection.execute("begin")
        derive(connection)
        connection.execute("commit")
        say(0.9)


def _continue_numbers(connection: duckdb.DuckDBPyConnection, manifest: Manifest) -> None:
    """No number that was given out once is given out again: old links would lead to another."""
    for name, given in manifest.sequences.items():
        nextval = duckdb.FunctionExpression("nextval", duckdb.ConstantExpression(name))
        numbers = connection.table_function("range", [given]).select(nextval.alias("n"))
        numbers.max("n").fetchall()


def _swap(made: Path, store: Path) -> Path | None:
    """At no moment is there no store: who starts the app then would get the example."""
    old = None
    if store.exists():
        old = _free(store)
        try:
            os.link(store, old)
        except OSError:  # no hard links on this disk
            shutil.copy2(store, old)
        if (log := _log(store)).exists():
            log.rename(_log(old))
    made.replace(store)
    return old


def _free(store: Path) -> Path:
    names: Iterable[Path] = (
        store.with_name(f"{store.stem}-{BEFORE}-{count}{store.suffix}") for count in range(1, 10**6)
    )
    return next(path for path in names if not path.exists())


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    _log(path).unlink(missing_ok=True)


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}.wal")


def _is(folder: Path, number: int) -> bool:
    first = folder.name.split("-")[0]
    return first.isdecimal() and int(first) == number
