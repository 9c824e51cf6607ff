"""Considerations: what is weighed against what, versioned, in the change log.

What is scored on them is in data.scoring, and stays when a consideration is taken away.
"""

from collections.abc import Sequence

from core.consideration_table import ConsiderationTable
from data import documents
from data.store import Reader, Row, Store

KIND = documents.Kind("consideration", "afweging", ConsiderationTable, shared_names=True)


def considerations(
    store: Reader,
    libraries: Sequence[int] | None = None,
    id: int | None = None,
    partnership: int | None = None,
) -> list[Row]:
    """The considerations of these libraries (None: all), changed last first, or the one of an id.

    Those of no library in particular are always among them. id, name (the question), name_key,
    content (core.consideration_table.ConsiderationTable), version, changed_at (UTC), changed_by;
    scored: cells with a score of the consideration itself (? counts), decided: the day of the
    last decision or None, session: the id of the session that runs or None.
    """
    found = store.rows(
        "considerations",
        libraries=None if libraries is None else list(libraries),
        id=id,
        partnership=partnership,
    )
    return [_read(row) for row in found]


def consideration(store: Reader, id: int) -> Row | None:
    """The consideration of an id: as in `considerations`, without scored, decided and session.

    Those take ten times as long, and a page that looks again every few seconds shows none of them.
    """
    found = store.rows("consideration", id=id)
    return next((_read(row) for row in found), None)


def considerations_of(store: Reader, partnership: int) -> list[Row]:
    """The considerations in which this partnership (id) is an option, as `considerations` does."""
    return considerations(store, partnership=partnership)


def make_consideration(
    store: Store, question: str, content: ConsiderationTable, who: str
) -> tuple[int, int]:
    """A new consideration: see data.documents.make; two may ask the same question."""
    return documents.make(store, KIND, question, content, who)


def begin_consideration(
    store: Store, question: str, content: ConsiderationTable, who: str
) -> tuple[int, int | None]:
    """The same from a click, of which two make one: see data.documents.make_once."""
    return documents.make_once(store, KIND, question, content, who)


def change_consideration(
    store: Store, id: int, version: int, question: str, content: ConsiderationTable, who: str
) -> int:
    """Write another question or content: see data.documents.rewrite."""
    return documents.rewrite(store, KIND, id, version, question, content, who)


def remove_consideration(store: Store, id: int, version: int, who: str) -> int:
    """Take a consideration away: see data.documents.remove.

    Its scores stay stored, so that undoing this brings all back.
    """
    return documents.remove(store, KIND, id, version, who)


def _read(row: Row) -> Row:
    return {**row, "content": ConsiderationTable.model_validate_json(row["content"])}
