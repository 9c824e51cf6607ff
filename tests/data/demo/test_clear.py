"""Own data stays when the example goes."""

from datetime import date
from typing import Any

import pytest

from data.demo.clear import clear_example, count_example_partnerships
from data.demo.generate import add_example
from data.store import Store

TABLES = ["library", "partner", "partnership", "location_link", "document"]


def count(store: Store, table: str) -> int:
    answer = store._connection.execute(f"select count(*) from {table}").fetchone()  # noqa: S608
    assert answer is not None
    return int(answer[0])


def ask(store: Store, sql: str) -> list[Any]:
    return store._connection.execute(sql).fetchall()


@pytest.fixture
def mixed(store: Store) -> Store:
    """The example, and a library of its own that shares one partner with it."""
    add_example(store, partnerships=60, today=date(2026, 11, 22))
    store._connection.execute("""
        insert into library (id, name, name_key, changed_by) values (9000, 'Eigen', 'eigen', 'ik');
        insert into partner (id, name, name_key, changed_by) values
            (9000, 'Eigen partner', 'eigenpartner', 'ik'),
            (9001, 'Zonder samenwerking', 'zondersamenwerking', 'ik');
        insert into partnership (id, library, name, name_key, partners, themes, status, changed_by)
        values (9000, 9000, 'Eigen', 'eigen', [9000, (select min(id) from partner)], ['PO'],
            'actief', 'ik');
        insert into location_link (partner, register, location, decided_by)
        select id, 'po', 'X' || id, 'ik' from partner
        where id in (9000, (select min(id) from partner), (select min(id) + 1 from partner));
        delete from document;
        insert into document (kind, name, name_key, content, changed_by)
        select kind, about, about, content, if(about = 'example', 'voorbeeld', 'ik') from (values
            ('assessment', 'own', '{"partner": 9000}'),
            ('assessment', 'shared', '{"partner": ' || (select min(id) from partner) || '}'),
            ('partner_alias', 'gone', '{"partner": ' || (select min(id) + 1 from partner) || '}'),
            ('agreement', 'own', '{"partnership": 9000}'),
            ('agreement', 'gone', '{"partnership": ' || (select min(id) from partnership) || '}'),
            ('distinct_partners', 'own', '{"partners": [9000, 9001]}'),
            ('distinct_partners', 'gone',
                '{"partners": [9000, ' || (select min(id) + 1 from partner) || ']}'),
            ('gemeente_figures', 'own', '{"library": 9000, "gemeente": 479, "year": 2025}'),
            ('library_style', 'gone', '{"library": ' || (select min(id) from library) || '}'),
            ('force_field', 'example', '{}'),
            ('force_field', 'own', '{}'),
            ('report', 'gone', '{"is_example": true}'),
            ('report', 'own', '{"is_example": false}'),
            ('criteria_set', 'own', '{"partner": "in words", "partnership": null}')
        ) written(kind, about, content);
    """)
    return store


def test_clear_example(mixed: Store) -> None:
    facts = ["gemeente", "theme", "programme", "partner_type", "goal", "source"]
    before = {table: count(mixed, table) for table in facts}
    shared = ask(mixed, "select min(id) from partner")[0][0]
    with mixed.change("ik", "Begonnen met eigen gegevens") as change:
        assert clear_example(change) == 60
    assert {table: count(mixed, table) for table in facts} == before
    assert ask(mixed, "select id from library") == [(9000,)]
    assert ask(mixed, "select id from partnership") == [(9000,)]
    assert ask(mixed, "select id from partner order by id") == [(shared,), (9000,), (9001,)]
    links = ask(mixed, "select partner from location_link order by partner")
    assert links == [(shared,), (9000,)]
    written = ask(mixed, "select kind, name from document order by kind, name")
    assert written == [
        ("agreement", "own"),
        ("assessment", "own"),
        ("assessment", "shared"),
        ("criteria_set", "own"),
        ("distinct_partners", "own"),
        ("force_field", "own"),
        ("gemeente_figures", "own"),
        ("report", "own"),
    ]


def test_count_example_partnerships(mixed: Store) -> None:
    with mixed.change("ik", "weg") as change:
        assert count_example_partnerships(change) == 60
        clear_example(change)
        assert count_example_partnerships(change) == 0


@pytest.mark.parametrize(
    ("query", "table", "left"),
    [
        ("clear_example_documents", "document", 8),
        ("clear_example_links", "location_link", 2),
        ("clear_example_partners", "partner", 3),
        ("clear_example_partnerships", "partnership", 1),
        ("clear_example_libraries", "library", 1),
    ],
)
def test_each_statement_alone(mixed: Store, query: str, table: str, left: int) -> None:
    before = {name: count(mixed, name) for name in TABLES}
    with mixed.change("ik", "test") as change:
        change.run(query)
    after = {name: count(mixed, name) for name in TABLES}
    assert after == before | {table: left}


def test_again_and_anew(store: Store) -> None:
    add_example(store, partnerships=50)
    with store.change("ik", "weg") as change:
        clear_example(change)
    with store.change("ik", "weg") as change:
        assert clear_example(change) == 0
    assert [count(store, table) for table in TABLES] == [0] * len(TABLES)
    add_example(store, partnerships=50)
    assert count(store, "partnership") == 50
