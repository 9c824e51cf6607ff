"""Backups: what is committed at one moment, each table as Parquet, with a manifest beside them.

The manifest holds the schema as the migrations that made it, and of each table its rows and hash.
It is written last, and the folder gets its name when all was read back: what has a name is whole.
Tables that follow from others are left out; `data.restoring` computes them anew.
"""

import hashlib
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import duckdb
import pyarrow.parquet as pq
from pydantic import BaseModel, ConfigDict, ValidationError

from core.backup_rotation import Made, kept
from core.wording import local_moment, number
from data.derived import DERIVED
from data.errors import StoreError, StoreNotWritable, StoreUnreadable, translated
from data.migrate import APPLIED
from data.query_files import query
from data.settings import settings

Reason = Literal["start", "daily", "migration", "much", "hand"]
REASONS: dict[str, str] = {
    "start": "bij het starten",
    "daily": "volgens het rooster",
    "migration": "vóór het bijwerken van het programma",
    "much": "vóór een grote wijziging",
    "hand": "op verzoek",
}
MANIFEST, ENDING, PART = "manifest.json", ".parquet", ".part"
LEFT_OUT = {"migration"}.union(*(query(name).writes for name in DERIVED))
# Says how far it is, 0 to 1.
Progress = Callable[[float], None]


class BackupFailed(StoreNotWritable):
    """A backup could not be made; what it should hold is untouched."""

    title = "De back-up is niet gelukt"


class StoreLost(StoreError):
    """There is no file any more, and there was one."""

    title = "Het gegevensbestand is verdwenen"


class Migration(BaseModel):
    """A migration that made the tables of a backup."""

    model_config = ConfigDict(frozen=True)

    number: int
    name: str
    checksum: str


class Table(BaseModel):
    """What the file of a table holds."""

    model_config = ConfigDict(frozen=True)

    rows: int
    size: int
    sha256: str


class Manifest(BaseModel):
    """What a backup holds. `made_at` is UTC; `number` tells which of two is later."""

    model_config = ConfigDict(frozen=True)

    number: int
    made_at: datetime
    reason: str
    migrations: tuple[Migration, ...]
    tables: dict[str, Table]
    sequences: dict[str, int]


@dataclass(frozen=True)
class Backup:
    """A backup that is whole, as far as its names and sizes say; see `verify`."""

    folder: Path
    manifest: Manifest

    @property
    def size(self) -> int:
        """The bytes of all its tables."""
        return sum(table.size for table in self.manifest.tables.values())

    @property
    def partnerships(self) -> int:
        """How many partnerships it holds, removed ones too."""
        found = self.manifest.tables.get("partnership")
        return found.rows if found else 0

    def described(self) -> str:
        """Which one it is, for people."""
        return (
            f"back-up {self.manifest.number} van {local_moment(self.manifest.made_at)} "
            f"({number(self.partnerships)} samenwerkingen)"
        )

    def damage(self) -> list[str]:
        """The tables whose file is not what was written; reads all of it."""
        return [
            name
            for name, table in self.manifest.tables.items()
            if _hash(self.folder / f"{name}{ENDING}") != table.sha256
        ]


def folder_of(store: Path) -> Path:
    """Where the backups of a store are."""
    return (settings().backups or store.parent / "backups") / store.stem


def backups(folder: Path) -> list[Backup]:
    """The backups in a folder that are whole, the latest first."""
    found = [backup for path in _named(folder) if (backup := read(path)) is not None]
    return sorted(found, key=lambda one: -one.manifest.number)


def not_whole(folder: Path) -> list[str]:
    """The names in a folder of backups of those that are there and not whole, the latest first."""
    wrong = [path for path in _named(folder) if read(path) is None]
    return [path.name for path in sorted(wrong, key=_number, reverse=True)]


def read(path: Path) -> Backup | None:
    """The backup in this folder; None where it is none, or not whole."""
    try:
        text = (path / MANIFEST).read_text(encoding="utf-8")
        manifest = Manifest.model_validate_json(text)
        sizes = {name: (path / f"{name}{ENDING}").stat().st_size for name in manifest.tables}
    except (OSError, UnicodeDecodeError, ValidationError):
        return None
    whole = all(sizes[name] == table.size for name, table in manifest.tables.items())
    return Backup(path, manifest) if whole else None


def last_good(store: Path) -> Backup | None:
    """The latest backup of a store that is whole."""
    return next(iter(backups(folder_of(store))), None)


def make(
    cursor: duckdb.DuckDBPyConnection,
    store: Path,
    reason: Reason,
    progress: Progress | None = None,
) -> Backup:
    """Back up what the cursor's transaction sees, and remove backups that are older than needed.

    Without a transaction it begins one. Raises BackupFailed; the backups before are then all there.
    """
    try:
        folder = folder_of(store)
        folder.mkdir(parents=True, exist_ok=True)
        made = _make(cursor, folder, reason, progress or (lambda _: None))
        _rotate(folder)
        return made
    except (duckdb.Error, OSError) as error:
        why = translated(error)
        raise BackupFailed(
            None,
            f"{why.title}. Kijk of er ruimte is op de schijf en of de map {folder_of(store)} "
            "beschreven mag worden; een andere map kiest u met SAMENWERKING_BACKUPS.",
        ) from error


def before_migration(connection: duckdb.DuckDBPyConnection, store: Path | None) -> None:
    """Back up a store that is going to be migrated; nothing happens to it where that fails."""
    if store is not None:
        with connection.cursor() as cursor:
            cursor.execute("begin")
            make(cursor, store, "migration")


def for_people(error: duckdb.Error | OSError, store: Path | None) -> StoreError:
    """The error of a store's file for people; of a damaged one which backup there is, and how."""
    wrong = translated(error)
    if isinstance(wrong, StoreUnreadable) and store is not None:
        return unreadable(store)
    return wrong


def unreadable(store: Path) -> StoreUnreadable:
    """That a file is damaged or no store, with the backup to put back if there is one."""
    there = last_good(store)
    if there is None:
        return StoreUnreadable()
    return StoreUnreadable(
        None,
        f"Het bestand {store.name} is beschadigd of is geen gegevensbestand van dit programma. "
        f"De laatste goede is {there.described()}. Stop de app en zet die terug met: "
        f"{_command(store)}. Het beschadigde bestand blijft daarbij bewaard.",
    )


def _command(store: Path) -> str:
    named = "" if store == settings().store else f' --store "{store}"'
    return f"python -m data restore{named}"


def refuse_lost(store: Path) -> None:
    """Refuse to begin anew where the file of a store is gone and its backups are there."""
    folder = folder_of(store)
    if there := next(iter(backups(folder)), None):
        raise StoreLost(
            None,
            f"Het bestand {store.name} is er niet meer. Er is wel {there.described()}; zet die "
            f"terug met: {_command(store)}. Staat het bestand ergens anders, zet die plaats dan in "
            "SAMENWERKING_STORE. Wilt u juist opnieuw beginnen, geef dan de map "
            f"{folder.parent.name}/{folder.name} een andere naam.",
        )


def _make(
    cursor: duckdb.DuckDBPyConnection, folder: Path, reason: Reason, progress: Progress
) -> Backup:
    for unfinished in folder.glob(f"*{PART}"):
        shutil.rmtree(unfinished, ignore_errors=True)
    count = max((_number(path) for path in _named(folder)), default=0) + 1
    now = datetime.now(UTC).replace(tzinfo=None)
    name = f"{count:06}-{now:%Y%m%dT%H%M%S}-{reason}"
    part = folder / f"{name}{PART}"
    part.mkdir()
    try:
        manifest = Manifest(
            number=count,
            made_at=now,
            reason=reason,
            migrations=tuple(
                Migration(number=row[0], name=row[1], checksum=row[2])
                for row in cursor.execute(APPLIED).fetchall()
            ),
            tables=_write_tables(cursor, part, progress),
            sequences=sequences(cursor),
        )
        _write(part / MANIFEST, manifest.model_dump_json(indent=1))
        if read(part) is None:
            raise OSError(f"{part} does not read back")
        part.rename(folder / name)
        _settle(folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return Backup(folder / name, manifest)


def _write_tables(
    cursor: duckdb.DuckDBPyConnection, part: Path, progress: Progress
) -> dict[str, Table]:
    names = [name for name in stored_tables(cursor) if name not in LEFT_OUT]
    written = {}
    for done, name in enumerate(names):
        progress(done / len(names))
        path = part / f"{name}{ENDING}"
        rows = cursor.table(name)
        rows.write_parquet(str(path), compression="zstd")
        _settle(path)
        [(expected,)] = rows.count("*").fetchall()
        found = pq.read_metadata(path).num_rows
        if found != expected:
            raise OSError(f"{path}: {found} rows instead of {expected}")
        written[name] = Table(rows=found, size=path.stat().st_size, sha256=_hash(path))
    return written


def stored_tables(cursor: duckdb.DuckDBPyConnection) -> list[str]:
    """The tables of a store, whatever its version."""
    return [name for (name,) in cursor.execute(query("stored_tables").parsed).fetchall()]


def sequences(cursor: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """How many numbers each sequence of a store gave out."""
    return dict(cursor.execute(query("sequences").parsed).fetchall())


def _rotate(folder: Path) -> None:
    """Remove what is not kept; what is not whole goes when good ones were made after it."""
    good = backups(folder)
    keep = kept([Made(one.manifest.number, one.manifest.made_at) for one in good])
    for path in _named(folder):
        if _number(path) not in keep:
            shutil.rmtree(path, ignore_errors=True)


def _named(folder: Path) -> list[Path]:
    with suppress(OSError):
        return [path for path in folder.iterdir() if _number(path) and path.suffix != PART]
    return []


def _number(path: Path) -> int:
    first = path.name.split("-")[0]
    return int(first) if first.isdecimal() else 0


def _hash(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    _settle(path)


def _settle(path: Path) -> None:
    """Have the disk hold it, so that a power cut leaves no name without its content."""
    with suppress(PermissionError):  # Windows opens no folder
        opened = os.open(path, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
