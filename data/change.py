"""A change as it is made, and what questions are asked of: a change, or the store itself."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar, cast

import duckdb
import pyarrow as pa

from data.derived import Written, derive
from data.query_files import query

Row = dict[str, Any]
Answer = TypeVar("Answer")


class Reader(Protocol):
    """What questions are asked of: the store as it is, or as a change that is going on makes it."""

    def table(self, name: str, /, **values: Any) -> pa.Table: ...

    def rows(self, name: str, /, **values: Any) -> list[Row]: ...

    def remembered(self, name: str, /, **values: Any) -> list[Row]:
        """What `rows` answers, kept until it can be another: for what many queries ask first.

        By plain values: what is asked of an Arrow table is not kept.
        """
        return self._keep(lambda: self.rows(name, **values), "rows", name, values)

    def remembered_table(self, name: str, /, **values: Any) -> pa.Table:
        """What `table` answers, kept in the same way."""
        return self._keep(lambda: self.table(name, **values), "table", name, values)

    def _keep(self, asked: Callable[[], Answer], *of: Any) -> Answer: ...


class Change(Reader):
    """One transaction and its batch in the change log."""

    def __init__(
        self,
        cursor: duckdb.DuckDBPyConnection,
        batch: int,
        who: str,
        maker: Sequence[int] | None = None,
    ) -> None:
        self.cursor = cursor
        self.batch = batch
        self.who = who
        # The libraries that who makes it sees; None: all.
        self.maker = maker
        self.written = Written()
        self._unsettled = Written()
        self._remembered: dict[str, Any] = {}

    def run(self, name: str, /, **values: Any) -> list[Row]:
        """Run a query file inside this transaction; `$batch` and `$who` are filled in."""
        file = query(name)
        given = {"batch": self.batch, "who": self.who, **values}
        rows = rows_of(self.cursor.execute(file.text, file.arguments(given)))
        self.written.note(file, rows)
        self._unsettled.note(file, rows)
        return rows

    def settle(self) -> None:
        """Compute anew what follows from what was written; then questions see the change."""
        derive(self.cursor, self._unsettled)
        self._unsettled, self._remembered = Written(), {}

    def finish(self) -> None:
        """The last steps: what follows from what was written, and whose it is."""
        self.settle()
        steps = {
            "mark_moved": "partnership",
            "mark_reviews": "partnership",
            "mark_documents": "document",
            "mark_log": "document",
            "mark_batch": "change",
        }
        for step in (name for name, table in steps.items() if table in self.written.tables):
            file = query(step)
            self.cursor.execute(
                file.parsed, file.arguments({"batch": self.batch, "maker": self.maker})
            )

    def table(self, name: str, /, **values: Any) -> pa.Table:
        """The rows of a query file as an Arrow table, as this change makes them."""
        return ask(self.cursor, name, values).to_arrow_table()

    def rows(self, name: str, /, **values: Any) -> list[Row]:
        """The rows of a query file as dictionaries, as this change makes them."""
        return rows_of(ask(self.cursor, name, values))

    def _keep(self, asked: Callable[[], Answer], *of: Any) -> Answer:
        key = repr(of)
        if key not in self._remembered:
            self._remembered[key] = asked()
        return cast(Answer, self._remembered[key])

    def offer(self, name: str, table: pa.Table) -> None:
        """Make rows readable under a name for the queries of this transaction."""
        self.cursor.register(name, table)


def ask(
    cursor: duckdb.DuckDBPyConnection, name: str, values: dict[str, Any]
) -> duckdb.DuckDBPyConnection:
    """Ask a query file; a value that is an Arrow table is one that it reads by that name."""
    file = query(name)
    for read, rows in values.items():
        if isinstance(rows, pa.Table):
            cursor.register(read, rows)
    return cursor.execute(file.parsed, file.arguments(values))


def rows_of(cursor: duckdb.DuckDBPyConnection) -> list[Row]:
    """What was asked, as dictionaries."""
    names = [column[0] for column in cursor.description or []]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
