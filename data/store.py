"""The DuckDB file: one process writes, every query takes its own cursor.

A change is one transaction. `data/queries` answer questions, and each has a function of its
name; the statements in `data/changes` are steps of a change and run inside one only.
"""

import logging
import threading
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self, cast

import duckdb
import pyarrow as pa

from data import migrate
from data.backup import before_migration, for_people, unreadable
from data.change import Answer, Change, Reader, Row, ask, rows_of
from data.derived import Written, derive
from data.errors import ChangedMeanwhile, NoStore, StoreError
from data.facts import load_facts
from data.log import new_reference
from data.memory import Memory
from data.query_files import Query, query
from data.store_file import connect

# A change of these alone leaves every figure as it is: they are no part of the portfolio.
APART = {"document", "material_file", "session", "participant", "entry", "change"}
# So many seconds after a change the file is brought up to date, once for all changes meanwhile.
SOON = 3.0
# So many seconds, one after the other, is waited for who uses the connection when it is closed.
WAITS = (0.01, 0.1, 0.5, 1.0)
LOG = logging.getLogger(__name__)

# Arrow straight from a statement costs a copy of its rows; the way without it (a relation) plans
# every query twice, which costs more.
warnings.filterwarnings("ignore", message="Arrow output on a DB-API result")


class Versions:
    """How often anything changed that figures are made of (`data`), and anything at all (`any`)."""

    def __init__(self) -> None:
        self.data = 0
        self.any = 0


class Store(Reader):
    """An open store. Use `Store.open`; close it when done, or use it as a context manager."""

    # Which names are in it: "all", or what else tells its answers from those with all names.
    names = "all"
    # Whether anything can be changed in it.
    is_read_only = False

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, path: Path | None, threads: int = 0
    ) -> None:
        self._connection = connection
        self._threads = threads
        # Set where the driver gave the file up, as it does when the disk was full.
        self._is_down = False
        # Called before a change of much at once: where backups are kept, one is made of it.
        self.before_much: Callable[[], object] = _nothing
        self._writing = threading.RLock()
        self._settling: threading.Timer | None = None
        # What was asked of it before; whoever sees less of it has `names` of its own.
        self.memory = Memory()
        self.path = path
        # Whether data.limited made its views.
        self.has_limits = False
        self._versions = Versions()

    @classmethod
    def open(cls, path: Path | None, threads: int = 0) -> Self:
        """Open the store at `path` (None: in memory), made with the reference facts if missing.

        Raises StoreError with a Dutch title and advice when the file is in use, damaged,
        from a newer version, or cannot be written.
        """
        try:
            connection = connect(path, threads)
            try:
                prepare(connection, lambda: before_migration(connection, path))
            except BaseException:
                with suppress(duckdb.Error):
                    connection.close()
                raise
        except (duckdb.Error, OSError) as error:
            raise for_people(error, path) from error
        except NoStore as error:
            raise unreadable(path) if path else error from error
        return cls(connection, path, threads)

    @property
    def data_version(self) -> int:
        """How often anything changed that figures are made of."""
        return self._versions.data

    @property
    def change_version(self) -> int:
        """How often anything changed at all."""
        return self._versions.any

    def is_as(self, data: int, change: int) -> None:
        """Take these versions: for a store that is a copy of another as it was."""
        self._versions.data, self._versions.any = data, change

    def close(self) -> None:
        """Write everything to the file and let it go."""
        with self._writing:
            self._stop_settling()
            try:
                self._let_go()
            except duckdb.Error as error:  # what was committed is in the log beside the file
                raise self._failed("close", error) from error

    def _let_go(self) -> None:
        """Close the connection, after who takes a cursor of it at this moment."""
        for wait in WAITS:
            with suppress(duckdb.ResourceInUseException):
                self._connection.close()
                return
            time.sleep(wait)
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        """For a transaction."""
        return self.cursor()

    def _looking(self) -> duckdb.DuckDBPyConnection:
        """For a question."""
        return self.cursor()

    def _made(self, cursor: duckdb.DuckDBPyConnection, batch: int, who: str) -> Change:
        return Change(cursor, batch, who)

    def _imagining(self, cursor: duckdb.DuckDBPyConnection) -> Change:
        return Change(cursor, 0, "")

    def _who(self, who: str) -> str:
        """In whose name a change is made."""
        return who

    def _refuse_recorded(self, change: Change) -> None:
        """Raise InputRefused where what was recorded may not be, by who sees not everything."""

    def _changed(self, written: Written) -> None:
        self._versions.any += 1
        if written.tables - APART:
            self._versions.data += 1
        self._settle()

    def table(self, name: str, /, **values: Any) -> pa.Table:
        """The rows of a query file as an Arrow table.

        A value that is an Arrow table is one that the query reads by that name.
        """
        try:
            with self._looking() as cursor:
                return ask(cursor, name, values).to_arrow_table()
        except duckdb.Error as error:
            raise self._failed(name, error) from error

    def rows(self, name: str, /, **values: Any) -> list[Row]:
        """The rows of a query file as dictionaries."""
        try:
            with self._looking() as cursor:
                return rows_of(ask(cursor, name, values))
        except duckdb.Error as error:
            raise self._failed(name, error) from error

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor of its own; the file is opened anew where the driver gave it up."""
        if self._is_down:
            self._open_again()
        return self._connection.cursor()

    def _open_again(self) -> None:
        """Nothing is lost by it: what was committed is in the file and the log beside it."""
        with self._writing:
            if not self._is_down:
                return
            with suppress(duckdb.Error):
                self._connection.close()
            try:
                self._connection = connect(self.path, self._threads)
            except OSError as error:
                raise for_people(error, self.path) from error
            self._is_down = False
            LOG.warning("the store was opened anew")

    def _failed(self, what: str, error: duckdb.Error) -> StoreError:
        """The error for people, with a reference to the line of the log that says where it arose.

        What the driver said can hold values of rows; the log leaves that out.
        """
        if isinstance(error, duckdb.FatalException) and self.path is not None:
            self._is_down = True
        found = for_people(error, self.path)
        if isinstance(found, ChangedMeanwhile):  # two people at once: nothing is wrong
            return found
        found.reference = new_reference()
        shown = {"query": what, "reference": found.reference, "shown": type(found).__name__}
        LOG.error("a query or change failed", exc_info=error, extra=shown)
        return found

    def _keep(self, asked: Callable[[], Answer], *of: Any) -> Answer:
        return self.memory.answer(asked, *of, self.names, self.data_version)

    def _settle(self) -> None:
        """Bring what was committed into the file itself soon, so that a copy of it is complete.

        Nobody waits for that: it takes longer than the change did. What was committed is in the log
        beside the file from the start, and a crash loses none of it.
        """
        if self.path is not None and self._settling is None:
            self._settling = threading.Timer(SOON, self._checkpoint)
            self._settling.daemon = True
            self._settling.start()

    def _stop_settling(self) -> None:
        if self._settling is not None:
            self._settling.cancel()
            self._settling = None

    def _checkpoint(self) -> None:
        with self._writing:
            self._stop_settling()
            try:
                with self.cursor() as cursor:
                    cursor.execute("checkpoint")
            except (duckdb.Error, StoreError) as error:  # committed; the next change tries again
                self._is_down |= isinstance(error, duckdb.FatalException)
                LOG.warning("checkpoint left for later", exc_info=error)

    @contextmanager
    def _transaction(self, kind: str) -> Iterator[duckdb.DuckDBPyConnection]:
        """What is done with the cursor happens all or not at all; raises StoreError."""
        with self._writing, self._cursor() as cursor:
            try:
                cursor.execute("begin")
                try:
                    yield cursor
                    cursor.execute("commit")
                except BaseException:
                    with suppress(duckdb.Error):  # a commit that failed has done so itself
                        cursor.execute("rollback")
                    raise
            except duckdb.Error as error:
                raise self._failed(kind, error) from error

    @contextmanager
    def change(self, who: str, action: str) -> Iterator[Change]:
        """One transaction, recorded as a batch in the change log: all of it happens or nothing."""
        with self._writing:
            with self._transaction("change") as cursor:
                opened = query("open_batch")
                given = {"who": self._who(who), "action": action}
                row = cursor.execute(opened.text, given).fetchone()
                change = self._made(cursor, cast(tuple[int], row)[0], who)
                yield change
                change.finish()
            self._changed(change.written)

    @contextmanager
    def recording(self, who: str) -> Iterator[Change]:
        """One transaction outside the change log, for what is a log itself (APART), and quick."""
        with self._writing:
            with self._transaction("record") as cursor:
                change = self._made(cursor, 0, who)
                yield change
                if wrong := change.written.tables - APART:
                    raise ValueError(f"only in a change: {wrong}")
                self._refuse_recorded(change)
            self._versions.any += 1

    def fill(self, tables: Mapping[str, pa.Table]) -> None:
        """Put rows into the (empty) tables of these names, and what follows from them."""
        with self._transaction("fill") as cursor:
            for name, rows in tables.items():
                cursor.from_arrow(rows).insert_into(name)
            derive(cursor)

    @contextmanager
    def imagined(self) -> Iterator[Change]:
        """A change that is taken back at the end: what it makes of the data can be asked meanwhile.

        Questions see it after `settle`. Nobody else does: it is in no file, log or other answer.
        Who wants to change something meanwhile waits, as for a real change.
        """
        with self._writing, self._cursor() as cursor:
            try:
                cursor.execute("begin")
                try:
                    yield self._imagining(cursor)
                finally:
                    cursor.execute("rollback")
            except duckdb.Error as error:
                raise self._failed("what if", error) from error


def prepare(
    connection: duckdb.DuckDBPyConnection, before: Callable[[], object] | None = None
) -> None:
    """Bring tables, views and facts to this version; `before`: see data.migrate.migrate."""
    # Straight into the file: DuckDB cannot read all of what changes tables back from its log, and
    # a process that died meanwhile would leave a store that nobody can open.
    connection.execute("set wal_autocheckpoint = '0KB'")
    migrate.migrate(connection, before)
    migrate.create_views(connection)
    _load_facts(connection)
    connection.execute("reset wal_autocheckpoint")


def _load_facts(connection: duckdb.DuckDBPyConnection) -> None:
    """The shipped facts and all that follows from them, together or not at all."""
    connection.execute("begin")
    try:
        if load_facts(connection):
            derive(connection)
        connection.execute("commit")
    except BaseException:
        with suppress(duckdb.Error):
            connection.execute("rollback")
        raise


def _nothing() -> None:
    pass


__all__ = ["Change", "Query", "Reader", "Row", "Store", "StoreError", "query"]
