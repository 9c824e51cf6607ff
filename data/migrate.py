"""Numbered migrations with a ledger and checksums; each runs in one transaction.

Views are not migrated: they hold meaning, not data, and are created anew at every opening; the
migration that makes one needless drops it.
"""

import hashlib
import shutil
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from data.errors import StoreNewer, StoreUnreadable

FOLDER = Path(__file__).parent
LEDGER = (FOLDER / "migrations" / "ledger.sql").read_text(encoding="utf-8")
FORGET = (FOLDER / "limits" / "forget.sql").read_text(encoding="utf-8")
APPLIED = "from migration order by number"
RECORD = "insert into migration (number, name, checksum) values ($number, $name, $checksum)"


def known() -> dict[int, tuple[str, str, str]]:
    """The migrations of this version: number to (name, checksum, text)."""
    found = {}
    for path in sorted((FOLDER / "migrations").glob("[0-9]*.sql")):
        text = path.read_text(encoding="utf-8")
        found[int(path.stem.split("_")[0])] = (
            path.stem,
            hashlib.sha256(text.encode()).hexdigest(),
            text,
        )
    return found


def migrate(connection: duckdb.DuckDBPyConnection, path: Path | None) -> list[str]:
    """Bring the store at `path` (None: in memory) to this version; return what was applied.

    A file that already holds data is copied beside itself first. Raises StoreNewer for a
    store of a later version and StoreUnreadable when an applied migration was changed since.
    """
    connection.execute(LEDGER)
    applied = {row[0]: row for row in connection.execute(APPLIED).fetchall()}
    migrations = known()
    if set(applied) - set(migrations):
        raise StoreNewer
    for number, (_, _, checksum, *_) in applied.items():
        if checksum != migrations[number][1]:
            raise StoreUnreadable(
                advice=f"Migratie {number} is na toepassing gewijzigd. Zet een reservekopie terug."
            )
    pending = [number for number in migrations if number not in applied]
    if pending and applied and path is not None:
        back_up(connection, path)
    for number in pending:
        name, checksum, text = migrations[number]
        connection.execute("begin")
        try:
            connection.execute(text)
            connection.execute(RECORD, {"number": number, "name": name, "checksum": checksum})
            connection.execute("commit")
        except BaseException:
            connection.execute("rollback")
            raise
    return [migrations[number][0] for number in pending]


def back_up(connection: duckdb.DuckDBPyConnection, path: Path) -> Path:
    """Copy the file with everything committed in it to `<name>.<UTC time>.backup`."""
    connection.execute("checkpoint")
    copy = path.with_name(f"{path.name}.{datetime.now(UTC):%Y%m%dT%H%M%S}.backup")
    shutil.copy2(path, copy)
    return copy


def create_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Create every view anew, in the order of the file names; what data.limited made goes."""
    connection.execute(FORGET)
    for view in sorted((FOLDER / "views").glob("*.sql")):
        connection.execute(view.read_text(encoding="utf-8"))
