"""A loaded register is a change like any other: in the list, and with a way back."""

from pathlib import Path

import pytest

from data.choices import batches, register_loads
from data.errors import ChangedMeanwhile
from data.ingest.linking import accept_links
from data.ingest.register_writing import load_register
from data.ingest.registers import read_register
from data.store import Row, Store
from data.undo import undo_batch
from tests.portfolio import ZAANSTAD, Portfolio

from .files import lines

REAL = Path(__file__).parents[3].parent / "shared" / "data" / "registers"
HEADER = "BRIN,vestigingsnaam,gemeente,plaats,type,leerlingen"
FIRST = (HEADER, "00AA00,De Ster,Delft,Delft,Bo,10", "00AB00,De Maan,Zaanstad,Krommenie,Sbo,20")
SECOND = (HEADER, "00AB00,De Nieuwe Maan,Delft,Delft,Bo,25", "00AC00,De Zon,Delft,,,")


def load(store: Store, *rows: str, name: str = "po.csv") -> int:
    preview = read_register(store, "po", lines(*rows), name)
    batch = load_register(store, preview, "Anna", replace=True).batch
    assert batch is not None
    return batch


def places(store: Store) -> list[Row]:
    return sorted(store.rows("register_locations", register="po"), key=lambda row: row["id"])


def population(store: Store) -> list[tuple[str, str, int]]:
    """What coverage counts with: the number of schools per gemeente, and where it is from."""
    return store._connection.execute(
        "select gemeente, counted_from, locations from gemeente_population "
        "where theme = 'PO' and gemeente in ('GM0503', 'GM0479') order by all"
    ).fetchall()


def test_a_load_is_in_the_list_of_changes_with_its_locations(store: Store) -> None:
    load(store, *FIRST, name="eerste.csv")
    load(store, *SECOND, name="tweede.csv")
    # One new, one changed and one that is no longer there; then the two of the first file.
    assert [(row["action"], row["who"], row["rows_changed"]) for row in batches(store)] == [
        ("register po tweede.csv", "Anna", 3),
        ("register po eerste.csv", "Anna", 2),
    ]
    logged = store._connection.execute(
        "select entity_id, before ->> 'name', after ->> 'name', after ->> 'in_register' "
        "from change where batch = 2 and entity = 'location' order by all"
    ).fetchall()
    assert logged == [
        ("po|00AA00", "De Ster", "De Ster", "false"),
        ("po|00AB00", "De Maan", "De Nieuwe Maan", "true"),
        ("po|00AC00", None, "De Zon", "true"),
    ]


def test_undo_puts_the_register_back_and_can_be_undone(store: Store) -> None:
    load(store, *FIRST, name="eerste.csv")
    before, counted = places(store), population(store)
    batch = load(store, *SECOND, name="tweede.csv")
    after, recounted = places(store), population(store)
    assert counted != recounted
    for _ in range(2):
        batch = undo_batch(store, batch, "Bert")
        assert (places(store), population(store)) == (before, counted)
        assert [row["file_name"] for row in register_loads(store)] == ["eerste.csv"]
        batch = undo_batch(store, batch, "Bert")
        assert (places(store), population(store)) == (after, recounted)
        assert [row["file_name"] for row in register_loads(store)] == ["tweede.csv"]


def test_undo_of_the_first_load_falls_back_on_the_school_counts(store: Store) -> None:
    counted = population(store)
    undo_batch(store, load(store, *FIRST), "Bert")
    assert (places(store), register_loads(store)) == ([], [])
    assert population(store) == counted


def test_a_later_load_or_link_is_undone_first(store: Store) -> None:
    first = load(store, *FIRST)
    second = load(store, *SECOND)
    with pytest.raises(ChangedMeanwhile):
        undo_batch(store, first, "Bert")
    partner = Portfolio(store).partner("De Zon", "basisschool", ZAANSTAD)
    linked = accept_links(store, [(partner, "po", "00AC00", None)], "Anna")
    assert linked is not None
    with pytest.raises(ChangedMeanwhile):
        undo_batch(store, second, "Bert")
    undo_batch(store, linked, "Bert")
    undo_batch(store, second, "Bert")
    undo_batch(store, first, "Bert")
    assert places(store) == []


TEN = (HEADER, *(f"00A{letter}00,School {letter},Delft,Delft,Bo,10" for letter in "ABCDEFGHIJ"))
ELEVENTH = "00AK00,School K,Delft,Delft,Bo,10"


def test_a_load_that_a_later_one_stands_on_is_not_undone(store: Store) -> None:
    """The later load logs only its one new row: no row of the first has changed since."""
    first = load(store, *TEN)
    second = load(store, *TEN, ELEVENTH)
    with pytest.raises(ChangedMeanwhile, match="is 1 van de gegevens opnieuw gewijzigd"):
        undo_batch(store, first, "Bert")
    assert len(places(store)) == 11
    undo_batch(store, second, "Bert")
    undo_batch(store, first, "Bert")
    assert places(store) == []


def test_a_load_of_another_register_does_not_stand_in_the_way(store: Store) -> None:
    first = load(store, *TEN)
    preview = read_register(store, "vo", lines(HEADER, "00VA00,Het Baken,Delft,,,"), "vo.csv")
    load_register(store, preview, "Anna")
    undo_batch(store, first, "Bert")
    assert places(store) == []


def test_a_load_does_not_come_back_without_what_it_stands_on(store: Store) -> None:
    first = load(store, *TEN)
    undone = undo_batch(store, load(store, *TEN, ELEVENTH), "Bert")
    first_undone = undo_batch(store, first, "Bert")
    with pytest.raises(ChangedMeanwhile):
        undo_batch(store, undone, "Bert")
    undo_batch(store, first_undone, "Bert")
    undo_batch(store, undone, "Bert")
    assert len(places(store)) == 11


def test_a_load_does_not_come_back_beside_another(store: Store) -> None:
    undone = undo_batch(store, load(store, *TEN), "Bert")
    load(store, HEADER, ELEVENTH)
    with pytest.raises(ChangedMeanwhile):
        undo_batch(store, undone, "Bert")
    assert [row["id"] for row in places(store)] == ["00AK00"]


@pytest.mark.skipif(not REAL.exists(), reason=f"the real registers are not in {REAL}")
def test_a_whole_register_is_loaded_and_undone(store: Store) -> None:
    content = (REAL / "po_schools.csv").read_bytes()
    loaded = load_register(store, read_register(store, "po", content, "po.csv"), "Anna")
    assert loaded.batch is not None
    undo_batch(store, loaded.batch, "Bert")
    assert places(store) == []
