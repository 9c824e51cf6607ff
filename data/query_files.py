"""The SQL files: questions in `data/queries`, steps of a change in `data/changes`.

What the tables look like without names is in `data/pseudonyms` (data/anonymous.py).
"""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import duckdb

FILES = [Path(__file__).parent / folder for folder in ("queries", "changes", "")]
PARAMETER = re.compile(r"\$([a-z_]+)")
WRITES = re.compile(r"^(?:insert into|update|delete from|merge into) (\w+)", re.MULTILINE)
RETURNS_ID = re.compile(r"\breturning .*\bid\b")


@dataclass(frozen=True)
class Query:
    """A query file: its text, its parameters, the tables that it writes and if it says which rows.

    A statement that ends in `returning id` says of each row that it wrote whose it is.
    """

    text: str
    parameters: frozenset[str]
    writes: frozenset[str]
    returns_id: bool

    @cached_property
    def statements(self) -> list[duckdb.Statement]:
        """The statements of the file, parsed once: that took a tenth of a page's query."""
        return duckdb.extract_statements(self.text)

    @property
    def parsed(self) -> duckdb.Statement:
        """The one statement of the file."""
        [statement] = self.statements
        return statement

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """Those of the given values that this query names (DuckDB refuses any other)."""
        return {name: given[name] for name in self.parameters}


@cache
def query(name: str) -> Query:
    """The query in `data/queries/<name>.sql`, or the statement in `data/changes/<name>.sql`.

    One in another folder of `data` is named with it: `pseudonyms/partner`.
    """
    path = next(folder / f"{name}.sql" for folder in FILES if (folder / f"{name}.sql").exists())
    text = path.read_text(encoding="utf-8")
    code = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("--"))
    return Query(
        text,
        frozenset(PARAMETER.findall(code)),
        frozenset(WRITES.findall(code)),
        RETURNS_ID.search(code) is not None,
    )
