"""The store as somebody may use it who sees some libraries only, or may not do everything.

What is seen is settled in the store: every question is asked of a schema `seen`
(`data/limits/seen.sql`), in which the tables have the rows of these libraries alone. What is
written is judged at the end of its transaction by what stands in the change log: whatever a page,
a link or a crafted value asked for, nothing is committed that concerns another library.
"""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from core.access import Rights, Role
from data.derived import Written
from data.errors import InputRefused, StoreError
from data.query_files import query
from data.store import Change, Row, Store

FOLDER = Path(__file__).parent
# Steps with which somebody is erased (data/erasing.py), in this order: the log comes last.
ERASING = (
    "erase_account", "erase_partnership", "erase_library", "erase_partner", "erase_document",
    "erase_location", "erase_location_link", "erase_register_load", "erase_batch",
    "erase_session", "erase_participant", "erase_entry", "erase_material_file", "erase_change",
    "erase_versions",
)  # fmt: skip
# Steps that the change log does not tell of, and that are of everybody.
MANAGING = {
    "clear_example_documents",
    "clear_example_files",
    "clear_example_libraries",
    "clear_example_links",
    "clear_example_partners",
    "clear_example_partnerships",
    "clear_unused_files",
    *ERASING,
    "write_example_libraries",
    "write_example_partners",
    "forget_names",
    "forget_names_in_changes",
}
# What is asked of everybody's rows within a change: how much room all files take together.
OF_ALL = {"file_storage"}
# Steps with which a session is led, and those with which somebody takes part in one.
LEADING = {"insert_session", "begin_round", "reveal_round", "end_session"}
TAKING_PART = {"insert_participant", "leave_session", "return_to_session", "mark_ready"}
# Kinds of documents that are kept to who leads, and to who manages.
OF_LEADERS, OF_MANAGERS = "shared_link", "account"

_ONLY_LOOKS = ("Met uw toegang kunt u alleen kijken", "Vraag de beheerder als u wilt wijzigen.")
_NOT_YOURS = (
    "Dit is niet van uw bibliotheek",
    "Er is niets gewijzigd. Vraag de beheerder als u hier wel bij moet kunnen.",
)
_SHARED = (
    "Dit is ook van andere bibliotheken",
    "Er is niets gewijzigd. Vraag de beheerder om het voor iedereen te wijzigen.",
)
_NO_LIBRARY = (
    "Met uw toegang kunt u geen bibliotheek toevoegen",
    "Kies een van uw bibliotheken, of vraag de beheerder.",
)
_NOT_LEADING = (
    "Met uw toegang kunt u geen sessie leiden",
    "Vraag een adviseur, of vraag de beheerder om de rol Adviseur.",
)


def _make_seen(cursor: duckdb.DuckDBPyConnection) -> None:
    """Make the schema `seen` anew, with every view of the store in it."""
    for statement in (*query("limits/forget").statements, *query("limits/seen").statements):
        cursor.execute(statement)
    _look(cursor)
    for view in sorted((FOLDER / "views").glob("*.sql")):
        cursor.execute(view.read_text(encoding="utf-8"))


def _look(cursor: duckdb.DuckDBPyConnection, at: str = "limits/see_some") -> None:
    cursor.execute(query(at).parsed)


class LimitedChange(Change):
    """A change by somebody with rights: it asks what he sees, and writes no more than he may."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection, batch: int, rights: Rights) -> None:
        maker = None if rights.libraries is None else sorted(rights.libraries)
        super().__init__(cursor, batch, rights.who, maker)
        self._rights = rights

    @contextmanager
    def _looking(self) -> Iterator[None]:
        """Ask as he sees it. A question that fails ends the transaction, and needs no way back."""
        if self._rights.libraries is None:
            yield
            return
        _look(self.cursor)
        yield
        _look(self.cursor, "limits/see_all")

    def run(self, name: str, /, **values: Any) -> list[Row]:
        if not query(name).writes:
            with self._looking():
                return super().run(name, **values)
        self._refuse_step(name, values)
        return super().run(name, **values)

    def table(self, name: str, /, **values: Any) -> pa.Table:
        with self._looking():
            return super().table(name, **values)

    def rows(self, name: str, /, **values: Any) -> list[Row]:
        with nullcontext() if name in OF_ALL else self._looking():
            return super().rows(name, **values)

    def finish(self) -> None:
        super().finish()
        if not self._rights.may_manage:
            self._refuse_beyond()

    def _refuse_step(self, name: str, values: dict[str, Any]) -> None:
        rights = self._rights
        takes_part = name in TAKING_PART or (
            name == "insert_entries" and values["participant"] is not None
        )
        if not rights.may_change and not takes_part:
            raise InputRefused(*_ONLY_LOOKS)
        if name in LEADING and not rights.may_lead:
            raise InputRefused(*_NOT_LEADING)
        if name in MANAGING and not rights.may_manage:
            raise InputRefused(*_SHARED)
        if name == "insert_library" and rights.libraries is not None:
            raise InputRefused(*_NO_LIBRARY)

    def _refuse_beyond(self) -> None:
        """Raise InputRefused where the batch wrote what is not theirs (data/limits/beyond.sql)."""
        kept = [OF_MANAGERS] if self._rights.may_lead else [OF_MANAGERS, OF_LEADERS]
        file = query("limits/beyond")
        given = {
            "batch": self.batch,
            "unless": kept,
            "sees_all": self._rights.libraries is None,
        }
        found = self.cursor.execute(file.parsed, file.arguments(given)).fetchall()
        if found:
            raise InputRefused(*(_SHARED if all(shared for _, shared in found) else _NOT_YOURS))

    def refuse_recorded(self) -> None:
        """Raise InputRefused where an entry or a session was written that they do not see."""
        ids = self.written.ids
        given = {
            "sessions": sorted(ids["session"]),
            "participants": sorted(ids["participant"]),
            "entries": sorted(ids["entry"]),
        }
        _look(self.cursor)
        found = self.cursor.execute(query("limits/unseen").parsed, given).fetchone()
        if found != (0,):
            raise InputRefused(*_NOT_YOURS)
        _look(self.cursor, "limits/see_all")


class LimitedStore(Store):
    """The same store, as far as somebody's rights go. What he does is done in his name."""

    def __init__(self, whole: Store, rights: Rights) -> None:
        super().__init__(whole._connection, whole.path)
        self._whole, self.rights = whole, rights
        self.before_much = lambda: whole.before_much()
        self._writing, self._versions = whole._writing, whole._versions
        self.memory = whole.memory
        self.is_read_only = not rights.may_change
        if rights.libraries is not None:
            self.names = f"of {sorted(rights.libraries)}"
            with self._writing:
                if not whole.has_limits:
                    with whole.cursor() as cursor:
                        _make_seen(cursor)
                    whole.has_limits = True

    def close(self) -> None:
        """It is not his to close."""

    def cursor(self) -> duckdb.DuckDBPyConnection:
        return self._whole.cursor()

    def _failed(self, what: str, error: duckdb.Error) -> StoreError:
        return self._whole._failed(what, error)

    def _limited(self) -> duckdb.DuckDBPyConnection:
        cursor = self.cursor()
        if self.rights.libraries is not None:
            look = query("limits/look")
            cursor.execute(look.parsed, {"libraries": sorted(self.rights.libraries)})
        return cursor

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        return self._limited()

    def _looking(self) -> duckdb.DuckDBPyConnection:
        cursor = self._limited()
        if self.rights.libraries is not None:
            _look(cursor)
        return cursor

    def _made(self, cursor: duckdb.DuckDBPyConnection, batch: int, who: str) -> Change:
        return LimitedChange(cursor, batch, self.rights)

    def _imagining(self, cursor: duckdb.DuckDBPyConnection) -> Change:
        """Who only looks may imagine: it is taken back."""
        return LimitedChange(cursor, 0, replace(self.rights, role=Role.EDITOR))

    def _refuse_recorded(self, change: Change) -> None:
        if isinstance(change, LimitedChange) and self.rights.libraries is not None:
            change.refuse_recorded()

    def _who(self, who: str) -> str:
        return self.rights.who

    def _settle(self) -> None:
        self._whole._settle()

    def _changed(self, written: Written) -> None:
        self._whole._changed(written)
