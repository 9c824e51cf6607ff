"""What is kept in tables although it follows from others, computed anew at the end of a change.

A view or macro whose name ends in `_now` says what its table holds. A change costs what it
touched: statements that end in `returning id` say which rows they wrote, and of the tables about
partnerships only the rows of the partnerships that follow from those are made anew. A statement
that does not say so, a change of many, a register and the shipped facts make them anew as a whole.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import duckdb

from data.query_files import Query, query

# The statements that compute tables anew, in this order, and the tables whose change asks for that.
DERIVED = {
    "derive_population": {"location"},
    "derive_goal_weights": {"library"},
    "derive_portfolio": {"location", "location_link", "library", "partner", "partnership"},
}
# Of what the id is that a statement returns which writes one of these tables, as touched.sql asks
# for it. A location is not among them: a register is loaded as a whole.
RETURNED = {
    "partnership": "partnerships",
    "partner": "partners",
    "location_link": "partners",
    "library": "libraries",
}
# Of more it gains little, and rows that are made anew alone are no longer in the order in which
# queries read them fastest. Of 100,000, a thousand took a tenth as long as all, 20,000 half.
MANY = 10_000


class Written:
    """The tables that were written, and which rows of them as far as that is known."""

    def __init__(self) -> None:
        self.tables: set[str] = set()
        self._ids: dict[str, set[int]] = {kind: set() for kind in RETURNED.values()}
        # The ids that statements returned, by the table that they wrote.
        self.ids: defaultdict[str, set[int]] = defaultdict(set)
        self._whole = False

    def note(self, file: Query, rows: Iterable[Mapping[str, Any]]) -> None:
        """Remember what a statement wrote: the rows that it returned, or nobody knows which."""
        ids = {row["id"] for row in rows} if file.returns_id else set()
        if file.returns_id and not ids:
            return
        self.tables |= file.writes
        for table in file.writes:
            self.ids[table] |= ids
        for table in file.writes & DERIVED["derive_portfolio"]:
            if file.returns_id and table in RETURNED:
                self._ids[RETURNED[table]] |= ids
            else:
                self._whole = True

    def touched(self, cursor: duckdb.DuckDBPyConnection) -> list[int] | None:
        """The partnerships that follow from the rows that were written; None: any of them."""
        given = {kind: list(ids) for kind, ids in self._ids.items()}
        written = sum(map(len, given.values()))
        if self._whole or written > MANY:
            return None
        if not written:
            return []
        found = [id_ for (id_,) in cursor.execute(query("touched").parsed, given).fetchall()]
        return found if len(found) <= MANY else None


def derive(cursor: duckdb.DuckDBPyConnection, written: Written | None = None) -> None:
    """Compute anew what follows from what was written (None: from anything)."""
    partnerships = None if written is None else written.touched(cursor)
    for name, sources in DERIVED.items():
        if written is None or sources & written.tables:
            _compute(cursor, name, partnerships)


def _compute(cursor: duckdb.DuckDBPyConnection, name: str, partnerships: list[int] | None) -> None:
    for statement in query(name).statements:
        if not statement.named_parameters:
            cursor.execute(statement)
        elif partnerships != []:
            cursor.execute(statement, {"partnerships": partnerships})
