"""The change log as questions: what was done, what was before, what stands in the way of undo."""

from datetime import date

from data.choices import batches, register_loads
from data.ingest.partnerships import load_partnerships, read_partnerships
from data.ingest.register_writing import load_register
from data.ingest.registers import last_register_load, read_register
from data.store import Store
from data.undo import batch_partnerships_before, batch_to_undo, undo_batch, undo_conflicts
from tests.data.ingest.files import HEADER, ROW, counts, lines
from tests.portfolio import ZAANSTAD, Portfolio

SCHOOLS = "BRIN,vestigingsnaam,gemeente"


def load(store: Store, *rows: str) -> int:
    preview = read_partnerships(store, lines(HEADER, *rows), "x.csv")
    batch = load_partnerships(store, preview, "Anna").batch
    assert batch is not None
    return batch


def test_batches_newest_first_with_what_undid_them(store: Store) -> None:
    assert batches(store) == []
    first = load(store, ROW)
    second = load(store, ROW.replace("actief", "slapend"))
    undone = undo_batch(store, second, "Bert")
    found = batches(store)
    assert [(row["id"], row["who"], row["undone_by"]) for row in found] == [
        (undone, "Bert", None),
        (second, "Anna", undone),
        (first, "Anna", None),
    ]
    # A library, a partner and a partnership; then the partnership alone.
    assert [row["rows_changed"] for row in found] == [1, 1, 3]
    assert [row["id"] for row in batches(store, limit=1)] == [undone]


def test_batch_partnerships_before(store: Store) -> None:
    """A partnership that the batch made comes as removed, one that it changed as it was."""
    load(store, ROW)
    second = load(store, ROW.replace("actief", "slapend"), ROW.replace("Voorlezen", "Leesfeest"))
    with store.change("test", "test") as change:
        before = batch_partnerships_before(change, second)
    assert [(row["name"], row["status"], row["removed_at"] is None) for row in before] == [
        ("Voorlezen", "actief", True),
        ("Leesfeest", "actief", False),
    ]
    assert before[0]["themes"] == ["PO"]
    assert before[0]["gemeenten"] == [ZAANSTAD]


def test_undo_conflicts_are_the_rows_changed_since(store: Store) -> None:
    first = load(store, ROW, ROW.replace("Voorlezen", "Leesfeest"))
    with store.change("test", "test") as change:
        assert undo_conflicts(change, first) == []
    load(store, ROW.replace("actief", "slapend"))
    with store.change("test", "test") as change:
        assert [row["entity"] for row in undo_conflicts(change, first)] == ["partnership"]


def test_batch_to_undo_counts_what_can_be_put_back(store: Store) -> None:
    batch = load(store, ROW)
    with store.change("test", "test") as change:
        [found] = batch_to_undo(change, batch)
        assert (found["undone_by"], found["changes"]) == (None, 3)
        assert batch_to_undo(change, batch + 100) == []


def test_register_loads_are_the_last_of_each(store: Store) -> None:
    assert register_loads(store) == []
    made = Portfolio(store)
    made.location("po", "00AA00")
    made.location("po", "00AB00", in_register=False)
    for day in (date(2024, 10, 1), date(2025, 10, 1)):
        made.ask(
            "insert into register_load (register, file_name, measure_date, locations, loaded_by) "
            "values ('po', ?, ?, 1, 'test')",
            f"{day:%Y}.csv",
            day,
        )
    [found] = register_loads(store)
    assert (found["register"], found["file_name"], found["locations"]) == ("po", "2025.csv", 1)
    assert found["measure_date"] == date(2025, 10, 1)


def test_last_register_load_of_a_register(store: Store) -> None:
    assert last_register_load(store.rows, "po") is None
    for day in (date(2025, 10, 1), date(2024, 10, 1)):
        preview = read_register(store, "po", lines(SCHOOLS, "00AA00,A,Delft"), f"{day:%Y}.csv")
        load_register(store, preview, "Anna", day)
    last = last_register_load(store.rows, "po")
    assert last is not None
    assert (last["file_name"], last["measure_date"]) == ("2024.csv", date(2024, 10, 1))
    assert last_register_load(store.rows, "vo") is None


def test_an_undo_can_be_undone_again_and_again(store: Store) -> None:
    batch = load(store, ROW)
    for _ in range(4):
        batch = undo_batch(store, batch, "Bert")
    assert counts(store)[:3] == (1, 1, 1)
    undo_batch(store, batch, "Bert")
    assert counts(store)[:3] == (0, 0, 0)
