"""A store of the version before this one, whatever is in it, becomes one of this version."""

import json
import tempfile
from pathlib import Path
from typing import Any

import duckdb
from hypothesis import Phase, given, settings
from hypothesis import strategies as some

from data import migrate
from data.store import Store
from data.store_file import connect
from tests.derived import stale

BEFORE = 9
LIBRARIES = (1, 2)
# Of libraries 1, 1 and 2; the last one is gone.
OF = {1: 1, 2: 1, 3: 2}
NUMBER = some.sampled_from([1, 2, 3, 99, None]) | some.text(max_size=3)
CONTENT = some.fixed_dictionaries(
    {},
    optional={
        "library": some.sampled_from([1, 2, None]),
        "partnership": NUMBER,
        "options": some.lists(some.fixed_dictionaries({"partnership": NUMBER}), max_size=3),
        "stopped": some.lists(NUMBER, max_size=3),
        "partner": NUMBER,
    },
)
KINDS = some.sampled_from(["consideration", "scenario", "agreement", "material", "criteria_set"])
DOCUMENTS = some.lists(some.tuples(KINDS, CONTENT), min_size=10, max_size=25)
FOR_ALL = {"material", "criteria_set"}


def as_it_was(path: Path, documents: list[tuple[str, dict[str, Any]]]) -> None:
    """Make a store of version BEFORE with two libraries, three partnerships and these documents."""
    connection = connect(path)
    connection.execute(migrate.LEDGER)
    for number, (name, checksum, text) in migrate.known().items():
        if number <= BEFORE:
            connection.execute(text)
            connection.execute(
                migrate.RECORD, {"number": number, "name": name, "checksum": checksum}
            )
    for id_ in LIBRARIES:
        connection.execute(
            "insert into library (id, name, name_key, gemeenten, changed_by) "
            "values ($1, $2, $2, ['GM0479'], 'test')", [id_, f"bieb{id_}"],
        )  # fmt: skip
    for id_, library in OF.items():
        connection.execute(
            "insert into partnership (id, library, name, name_key, partners, themes, status, "
            "history, changed_by) values ($1, $2, $3, $3, [1], ['PO'], 'actief', "
            "[{'status': 'actief', 'since': null}], 'test')", [id_, library, f"lezen{id_}"],
        )  # fmt: skip
    for kind, content in documents:
        connection.execute(
            "insert into document (kind, name, name_key, content, changed_by) "
            "values ($1, 'x', 'x', $2, 'test')", [kind, json.dumps(content)],
        )  # fmt: skip
    connection.execute(
        "insert into batch (who, action) select 'test', 'gemaakt' from range(4); "
        "insert into change (batch, entity, entity_id, after) "
        "select 1, 'document', id::text, to_json(d) from document d; "
        "insert into change (batch, entity, entity_id, after) "
        "select 2, 'partnership', id::text, to_json(p) from partnership p; "
        "insert into change (batch, entity, entity_id, after) "
        "select 3, 'location', 'po|09KW00', '{}'"
    )
    connection.close()


def about(content: dict[str, Any]) -> tuple[list[int], bool]:
    """The libraries that a document is about, and whether it names a partnership at all."""
    named = [content.get("partnership"), *content.get("stopped", ())]
    named += [one["partnership"] for one in content.get("options", ())]
    numbers = [number for number in map(_number, named) if number is not None]
    found = {OF[number] for number in numbers if number in OF}
    found |= {content["library"]} if content.get("library") else set()
    return sorted(found), bool(numbers)


def _number(value: Any) -> int | None:
    """As DuckDB reads it, which knows more ways to write a number than are met here."""
    row = duckdb.execute("select try_cast($1 as integer)", [value]).fetchone()
    return row[0] if row else None


@settings(max_examples=3, derandomize=True, deadline=None, phases=(Phase.generate,))
@given(DOCUMENTS)
def test_of_each_document_it_is_known_whose_it_is(
    documents: list[tuple[str, dict[str, Any]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.duckdb"
        as_it_was(path, documents)
        with Store.open(path) as store:
            rows = store._connection.execute(
                "select kind, content::text, libraries from document order by id"
            ).fetchall()
            assert stale(store) == {}
            batches = store._connection.execute("select libraries from batch order by id")
            assert batches.fetchall()[1:4] == [([1, 2],), (None,), ([],)]
        assert [(kind, json.loads(content)) for kind, content, _ in rows] == documents
        for (kind, content), (_, _, libraries) in zip(documents, rows, strict=True):
            found, is_about = about(content)
            expected = found if found or is_about else None if kind in FOR_ALL else []
            assert libraries == expected, (kind, content)
        with Store.open(path) as store:
            again = store._connection.execute(
                "select kind, content::text, libraries from document order by id"
            ).fetchall()
        assert again == rows
