"""What is kept in tables equals what their views say, after every kind of change."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest

from data.demo.clear import clear_example
from data.demo.generate import add_example
from data.derived import DERIVED
from data.ingest.linking import accept_links, suggestions
from data.ingest.partnerships import load_partnerships, read_partnerships
from data.ingest.register_writing import load_register
from data.ingest.registers import read_register
from data.libraries import change_library
from data.migrate import FOLDER, RECORD, known
from data.partner_types import give_types, untyped_partners
from data.query_files import query
from data.record import stored_partnerships
from data.store import Store
from data.undo import undo_batch
from tests.derived import KEPT, stale
from tests.portfolio import DAY

from .ingest.files import HEADER, lines

REGISTER = (
    "BRIN,vestigingsnaam,gemeente",
    "00AA00,Openbare basisschool De Ster,Zaanstad",
    "00AB00,De Maan,Zaanstad",
)


def imported(store: Store) -> int:
    rows = (
        "Lezen;Bibliotheek Aa;OBS De Ster;basisschool;PO;Zaanstad;actief",
        "Vaag;Bibliotheek Aa;De Maan;;PO;Zaanstad;actief",
        "Beleid;Bibliotheek Aa;Gemeente Zaanstad;gemeente;GEM;;actief",
    )
    preview = read_partnerships(store, lines(HEADER, *rows), "x.csv")
    loaded = load_partnerships(store, preview, "Anna")
    assert loaded.batch is not None
    return loaded.batch


def registered(store: Store) -> None:
    load_register(store, read_register(store, "po", lines(*REGISTER), "po.csv"), "Anna")


def linked(store: Store) -> int | None:
    found = [
        (one.partner, one.register, one.location, one.likeness) for one in suggestions(store, DAY)
    ]
    assert found
    return accept_links(store, found, "Anna")


def typed(store: Store) -> int | None:
    found = {row["id"]: "basisschool" for row in untyped_partners(store, DAY)}
    assert found
    return give_types(store, found, "Anna")


def widened(store: Store) -> int:
    [row] = store.rows("libraries")
    wider = [*row["gemeenten"], "GM0361"]
    return change_library(store, row["id"], row["version"], "Bibliotheek Bee", wider, "Anna")


def test_after_every_change_and_its_undo(store: Store) -> None:
    add_example(store, partnerships=60, today=date(2026, 11, 22))
    assert stale(store) == {}
    with store.change("ik", "weg") as change:
        clear_example(change)
    assert stale(store) == {}
    imported(store)
    assert stale(store) == {}
    registered(store)
    assert stale(store) == {}
    steps: list[Callable[[Store], int | None]] = [typed, linked, widened]
    for step in steps:
        before = content(store)
        batch = step(store)
        assert batch is not None
        assert content(store) != before, step
        assert stale(store) == {}, step
        undo_batch(store, batch, "Bert")
        assert content(store) == before, step
        assert stale(store) == {}, step
        undo_batch(store, batch + 1, "Bert")
        assert stale(store) == {}, step


def content(store: Store) -> list[object]:
    return [store._connection.execute(f"from {name} order by all").fetchall() for name in KEPT]


def test_a_store_of_the_first_version_gets_its_tables(tmp_path: Path) -> None:
    path = tmp_path / "old.duckdb"
    name, checksum, text = known()[1]
    with duckdb.connect(str(path)) as old:
        old.execute((FOLDER / "migrations" / "ledger.sql").read_text())
        old.execute(text)
        old.execute(RECORD, {"number": 1, "name": name, "checksum": checksum})
        old.execute("""
            insert into library (name, name_key, gemeenten, changed_by)
            values ('Aa', 'aa', ['GM0479'], 'ik');
            insert into location (register, id, name, gemeente)
            values ('po', '00AA00', 'A', 'GM0479');
            insert into partnership
                (library, name, name_key, partners, themes, locations, status, history, changed_by)
            values (1, 'Lezen', 'lezen', [], ['PO', 'GEM'], ['00AA00'], 'actief',
                [{'status': 'actief', 'since': null}], 'ik');
        """)
    with Store.open(path) as store:
        assert stale(store) == {}
        reached = store._connection.execute(
            "select theme, place from partnership_reach join gemeente_population using (cell) "
            "order by theme"
        ).fetchall()
    assert reached == [("GEM", 0), ("PO", 1)]
    assert list(tmp_path.glob("backups/*/*-migration"))


def test_a_change_from_before_a_migration_can_be_undone(tmp_path: Path) -> None:
    """Logged when a contribution had no reason and a library no goals."""
    path = tmp_path / "old.duckdb"
    with duckdb.connect(str(path)) as old:
        old.execute((FOLDER / "migrations" / "ledger.sql").read_text())
        for number in (1, 2, 3):
            name, checksum, text = known()[number]
            old.execute(text)
            old.execute(RECORD, {"number": number, "name": name, "checksum": checksum})
        old.execute("""
            insert into library (name, name_key, gemeenten, changed_by)
            values ('Aa', 'aa', ['GM0479', 'GM0361'], 'ik');
            insert into partnership
                (library, name, name_key, partners, themes, status, contributions, note, history,
                changed_by)
            values (1, 'Lezen', 'lezen', [], ['PO'], 'actief', [{'goal': 'SD1', 'value': 3}],
                '{"goal":"SD9","value":1}', [{'status': 'actief', 'since': null}], 'ik');
            insert into batch (who, action) values ('ik', 'oud');
            insert into change (batch, entity, entity_id, before, after)
            select 1, 'partnership', '1', replace(to_json(p)::text, '"value":3', '"value":1'),
                to_json(p)
            from partnership p;
            insert into change (batch, entity, entity_id, before, after)
            select 1, 'library', '1', replace(to_json(l)::text, ',"GM0361"', ''), to_json(l)
            from library l;
        """)
    with Store.open(path) as store:
        undo_batch(store, 1, "Anna")
        assert stale(store) == {}
        [row] = stored_partnerships(store, [1])
        [library] = store.rows("libraries")
    assert row["contributions"] == [{"goal": "SD1", "value": 1, "realised": None, "reason": None}]
    assert row["note"] == '{"goal":"SD9","value":1}'
    assert library["gemeenten"] == ["GM0479"]


@pytest.mark.parametrize("table", KEPT)
def test_every_table_is_filled_from_its_view_only(table: str) -> None:
    written = {
        path.stem
        for path in (FOLDER / "changes").glob("*.sql")
        if re.search(rf"^(insert into|update|delete from) {table}\b", path.read_text(), re.M)
    }
    assert len(written) == 1
    assert written.pop().startswith("derive_")


def test_what_changes_the_portfolio_says_which_rows() -> None:
    """Else all tables are made anew after it. These are of the whole portfolio anyway."""
    sources = set().union(*DERIVED.values())
    silent = {
        path.stem
        for path in (FOLDER / "changes").glob("*.sql")
        if query(path.stem).writes & sources and not query(path.stem).returns_id
    }
    assert silent == {
        "clear_example_libraries",
        "clear_example_links",
        "clear_example_partners",
        "clear_example_partnerships",
        "leave_register",
        "write_example_libraries",
        "write_example_partners",
        "write_locations",
    }
