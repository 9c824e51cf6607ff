"""A store from before considerations: its scenarios and their change log stay what they were."""

import json
from pathlib import Path

import duckdb
import pytest

from core.scenario import Scenario
from data.choices import batches
from data.considerations import considerations
from data.criteria_sets import shipped_criteria
from data.errors import ChangedMeanwhile, InputRefused
from data.migrate import FOLDER, RECORD, known
from data.scenarios import change_scenario, make_scenario, remove_scenario, scenarios
from data.store import Store
from data.undo import undo_batch
from tests.data.test_scenarios import WHOLE

EMPTY, STOPS = Scenario(), Scenario(stopped=(7,))

# As the statements of then wrote it.
MADE = """
    insert into scenario (name, name_key, content, changed_by) values ($name, $key, $content, 'ik');
    insert into batch (who, action) values ('ik', 'scenario gemaakt');
    insert into change (batch, entity, entity_id, after)
    select (select max(id) from batch), 'scenario', id::text, to_json(s)
    from scenario s where name = $name;
"""
CHANGED = """
    insert into batch (who, action) values ('ik', 'scenario gewijzigd');
    insert into change (batch, entity, entity_id, before)
    select (select max(id) from batch), 'scenario', id::text, to_json(s)
    from scenario s where name = $name;
    update scenario
    set name = $new, name_key = $key, content = $content, version = version + 1, changed_by = 'zij'
    where name = $name;
    update change set after = to_json(s)
    from scenario s where s.name = $new and batch = (select max(id) from batch);
"""
REMOVED = """
    insert into batch (who, action) values ('ik', 'scenario verwijderd');
    insert into change (batch, entity, entity_id, before)
    select (select max(id) from batch), 'scenario', id::text, to_json(s)
    from scenario s where name = $name;
    delete from scenario where name = $name;
"""


def run(old: duckdb.DuckDBPyConnection, text: str, **values: str) -> None:
    for statement in duckdb.extract_statements(text):
        names = {name: values[name] for name in values if f"${name}" in statement.query}
        old.execute(statement, names).fetchall()


def as_json(content: Scenario) -> str:
    return content.model_dump_json()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Batches: 1 made one, 2 changed it, 3 made another, 4 removed that, 5 made a third."""
    file = tmp_path / "old.duckdb"
    with duckdb.connect(str(file)) as old:
        old.execute((FOLDER / "migrations" / "ledger.sql").read_text())
        for number in range(1, 6):
            name, checksum, text = known()[number]
            old.execute(text)
            old.execute(RECORD, {"number": number, "name": name, "checksum": checksum})
        run(old, MADE, name="Minder 'uren'", key="minderuren", content=as_json(EMPTY))
        run(
            old, CHANGED, name="Minder 'uren'", new="Veel minder", key="veelminder",
            content=as_json(WHOLE),
        )  # fmt: skip
        run(old, MADE, name="Weg", key="weg", content=as_json(STOPS))
        run(old, REMOVED, name="Weg")
        run(old, MADE, name="Derde", key="derde", content=as_json(STOPS))
    return file


def test_scenarios_keep_what_links_and_people_know_of_them(path: Path) -> None:
    with Store.open(path) as store:
        third, first = scenarios(store)
        assert (first["id"], first["name"], first["version"]) == (1, "Veel minder", 2)
        assert (first["content"], first["changed_by"]) == (WHOLE, "zij")
        assert (third["id"], third["name"], third["content"]) == (3, "Derde", STOPS)
        assert scenarios(store, 3) == [third]
        assert [row["rows_changed"] for row in batches(store)] == [1] * 5
        assert considerations(store) == []
        assert len(shipped_criteria(store)) == 16
        change_scenario(store, 1, 2, "Veel minder", EMPTY, "Anna")
        assert scenarios(store, 1)[0]["version"] == 3
    assert list(path.parent.glob("backups/*/*-migration"))


def test_what_was_done_before_can_be_undone(path: Path) -> None:
    with Store.open(path) as store:
        undo_batch(store, 5, "Anna")
        assert scenarios(store, 3) == []
        undo_batch(store, 4, "Anna")
        [back] = scenarios(store, 2)
        assert (back["name"], back["content"]) == ("Weg", STOPS)
        undo_batch(store, 3, "Anna")
        assert scenarios(store, 2) == []
        undo_batch(store, 2, "Anna")
        [only] = scenarios(store)
        assert (only["id"], only["name"], only["content"]) == (1, "Minder 'uren'", EMPTY)
        undo_batch(store, 1, "Anna")
        assert scenarios(store) == []


def test_an_undo_of_then_can_be_undone_now(path: Path) -> None:
    with Store.open(path) as store:
        undone = undo_batch(store, 4, "Anna")
        undo_batch(store, undone, "Anna")
        assert scenarios(store, 2) == []
    with Store.open(path) as store:
        undone = undo_batch(store, 5, "Anna")
    with Store.open(path) as store:
        undo_batch(store, undone, "Anna")
        assert scenarios(store, 3)[0]["content"] == STOPS


def test_what_was_changed_since_is_not_undone_unseen(path: Path) -> None:
    with Store.open(path) as store:
        with pytest.raises(ChangedMeanwhile):
            undo_batch(store, 1, "Anna")
        remove_scenario(store, 3, 1, "Anna")
        with pytest.raises(ChangedMeanwhile):
            undo_batch(store, 5, "Anna")
        with pytest.raises(InputRefused):
            undo_batch(store, 99, "Anna")


@pytest.mark.parametrize("given_out", [0, 1, 6_000])
def test_new_ids_come_after_all_that_were_given_out(path: Path, given_out: int) -> None:
    """Also of those that were removed: their links must not lead to something else."""
    with duckdb.connect(str(path)) as old:
        run(old, REMOVED, name="Derde")
        old.execute("select nextval('scenario_id') from range(?)", [given_out]).fetchall()
    with Store.open(path) as store:
        id_, _ = make_scenario(store, "Nieuw", "Anna")
        assert id_ > 3 + given_out
        undo_batch(store, 6, "Anna")
        assert [row["id"] for row in scenarios(store)] == [3, id_, 1]


def test_a_store_without_scenarios_goes_on(path: Path) -> None:
    with duckdb.connect(str(path)) as old:
        old.execute("delete from scenario; delete from change; delete from batch")
    with Store.open(path) as store:
        assert scenarios(store) == []
        make_scenario(store, "Nieuw", "Anna")
        assert len(scenarios(store)) == 1


def test_the_log_holds_rows_as_they_would_be_now(path: Path) -> None:
    """Nothing where there was nothing: that tells what was made from what was changed."""
    with Store.open(path) as store:
        rows = store._connection.execute(
            "select entity, before, after from change order by batch"
        ).fetchall()
    assert {row[0] for row in rows} == {"document"}
    assert [(row[1] is None, row[2] is None) for row in rows] == [
        (True, False), (False, False), (True, False), (False, True), (True, False),
    ]  # fmt: skip
    assert all(json.loads(one)["kind"] == "scenario" for row in rows for one in row[1:] if one)
