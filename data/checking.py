"""Whether a store is sound: all of it can be read, and it does not contradict itself."""

from collections.abc import Iterator

import duckdb
from pydantic import ValidationError

from core.wording import counted, enumerated, number
from data import partner_register, saved_views, shared_links
from data.anonymous import KINDS
from data.backup import stored_tables
from data.derived import DERIVED
from data.errors import translated
from data.query_files import query
from data.store import Row, Store

_KINDS = KINDS | {
    kind.code: kind for kind in (partner_register.ALIAS, saved_views.KIND, shared_links.KIND)
}
_ENTITIES = {
    "partnership": "samenwerkingen",
    "partner": "partners",
    "library": "bibliotheken",
    "document": "documenten",
}
_SHOWN = 5


def findings(store: Store) -> list[str]:
    """What is wrong, each as a Dutch sentence; nothing where the store is sound."""
    try:
        with store.cursor() as cursor:
            cursor.execute("begin")  # one moment: somebody may be changing it
            unread = list(_unreadable(cursor))
            if unread:
                return unread
            stale = [name for name in _derived() if _differs(cursor, name)]
    except duckdb.Error as error:
        return [f"{translated(error).title}."]
    said = [f"De berekende tabel {name} klopt niet met haar definitie." for name in stale]
    said += [_missing(row) for row in broken_references(store)]
    said += [
        f"Van {number(row['rows'])} {_ENTITIES[row['entity']]} is de laatste versie niet die van "
        "het wijzigingenlogboek."
        for row in log_gaps(store)
    ]
    return said + list(_documents(store))


def broken_references(store: Store) -> list[Row]:
    """Rows that point to one that is not there: what, missing, rows."""
    return store.rows("broken_references")


def log_gaps(store: Store) -> list[Row]:
    """Rows that are not as the change log left them: entity, rows."""
    return store.rows("log_gaps")


def _unreadable(cursor: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """Read every block of every table: its checksum is compared."""
    for name in stored_tables(cursor):
        try:
            for _ in cursor.table(name).to_arrow_reader(100_000):
                pass
        except duckdb.Error:
            yield f"De tabel {name} is niet te lezen."
            return  # the driver may have given the file up


def _derived() -> list[str]:
    return sorted(set().union(*(query(name).writes for name in DERIVED)))


def _differs(cursor: duckdb.DuckDBPyConnection, name: str) -> bool:
    kept = cursor.table(name)
    now = _definition(cursor, name).select(*kept.columns)
    return any(one.limit(1).fetchall() for one in (kept.except_(now), now.except_(kept)))


def _definition(cursor: duckdb.DuckDBPyConnection, name: str) -> duckdb.DuckDBPyRelation:
    """What says what a table holds: a view, or a macro that can be asked of some alone."""
    try:
        return cursor.view(f"{name}_now")
    except duckdb.CatalogException:
        return cursor.table_function(f"{name}_now", [None])


def _missing(row: Row) -> str:
    return (
        f"{number(row['rows'])} keer ontbreekt waar een {row['what']} naar verwijst: een "
        f"{row['missing']}."
    )


def _documents(store: Store) -> Iterator[str]:
    wrong = []
    for code, kind in _KINDS.items():
        for row in store.rows("documents", kind=code, id=None):
            try:
                kind.form.model_validate_json(row["content"])
            except ValidationError:
                wrong.append(f"{kind.noun} “{row['name']}” (nummer {row['id']})")
    if wrong:
        yield (
            f"{counted(len(wrong), 'document is', 'documenten zijn')} niet te lezen: "
            f"{enumerated(wrong, _SHOWN)}."
        )
