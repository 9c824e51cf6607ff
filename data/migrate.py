"""Numbered migrations with a ledger and checksums; those that are due run in one transaction.

Views are not migrated: they hold meaning, not data, and are created anew at every opening; the
migration that makes one needless drops it.
"""

import hashlib
import logging
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path

import duckdb

from data.errors import MigrationFailed, StoreNewer, StoreUnreadable

FOLDER = Path(__file__).parent
LOG = logging.getLogger(__name__)
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


def migrate(
    connection: duckdb.DuckDBPyConnection,
    before: Callable[[], object] | None = None,
    only: Collection[int] | None = None,
) -> list[str]:
    """Apply what is due (or what of it is in `only`); return the names of what was applied.

    `before` is called when a store that already holds data is going to be changed. All happens or
    nothing. Raises StoreNewer for a store of a later version, StoreUnreadable when an applied
    migration was changed since, and MigrationFailed where one cannot be applied.
    """
    connection.execute(LEDGER)
    applied = {row[0]: row for row in connection.execute(APPLIED).fetchall()}
    migrations = known()
    refuse_unknown({number: row[2] for number, row in applied.items()})
    pending = [n for n in migrations if n not in applied and (only is None or n in only)]
    if pending and applied and before is not None:
        before()
    connection.execute("begin")
    try:
        for number in pending:
            _apply(connection, number, *migrations[number])
        connection.execute("commit")
    except BaseException:
        with suppress(duckdb.Error):  # a commit that failed has done so itself
            connection.execute("rollback")
        raise
    return [migrations[number][0] for number in pending]


def refuse_unknown(applied: dict[int, str]) -> None:
    """Refuse what was applied (number: checksum) in a later version, or is another now."""
    migrations = known()
    if set(applied) - set(migrations):
        raise StoreNewer
    for number, checksum in applied.items():
        if checksum != migrations[number][1]:
            raise StoreUnreadable(
                "De gegevens zijn gemaakt met een andere versie van het programma",
                f"Migratie {number} is sindsdien gewijzigd. Gebruik de versie waarmee de gegevens "
                "zijn gemaakt, of zet een back-up terug.",
            )


def _apply(
    connection: duckdb.DuckDBPyConnection, number: int, name: str, checksum: str, text: str
) -> None:
    try:
        connection.execute(text)
    except (duckdb.IOException, duckdb.FatalException):
        raise  # the disk, not what is in the migration
    except duckdb.Error as error:
        LOG.error("migration %s failed: %s", name, error)
        raise MigrationFailed from error
    connection.execute(RECORD, {"number": number, "name": name, "checksum": checksum})


def create_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Create every view anew, in the order of the file names; what data.limited made goes."""
    connection.execute(FORGET)
    for view in sorted((FOLDER / "views").glob("*.sql")):
        connection.execute(view.read_text(encoding="utf-8"))
