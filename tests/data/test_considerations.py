"""Considerations are written, versioned, undone and removed; the list says how far each is."""

from threading import Barrier, Thread

import pytest

import data.considerations
from core.consideration_table import ConsiderationTable
from data.considerations import (
    begin_consideration,
    change_consideration,
    considerations,
    considerations_of,
    make_consideration,
    remove_consideration,
)
from data.errors import ChangedMeanwhile, InputRefused
from data.scoring import Place, enter
from data.store import Store
from data.undo import undo_batch
from tests.weighing import consideration, noted, scored, weighed

TABLE = weighed("Taalhuis 'met' \"tekens\" €", "Leesclub")


def test_a_consideration_is_made_changed_and_removed(store: Store) -> None:
    id_, _ = make_consideration(store, " Wat  eerst? ", TABLE, "Anna")
    [row] = considerations(store)
    assert (row["id"], row["name"], row["version"], row["content"]) == (id_, "Wat eerst?", 1, TABLE)
    fewer = TABLE.dropping("B")
    change_consideration(store, id_, 1, "Wat dan?", fewer, "Bert")
    [row] = considerations(store, id=id_)
    assert (row["name"], row["content"], row["version"]) == ("Wat dan?", fewer, 2)
    assert row["changed_by"] == "Bert"
    removed = remove_consideration(store, id_, 2, "Anna")
    assert considerations(store) == []
    undo_batch(store, removed, "Anna")
    assert considerations(store)[0]["content"] == fewer


def test_two_may_ask_the_same_but_not_nothing(store: Store) -> None:
    first, second = consideration(store), consideration(store)
    assert [row["id"] for row in considerations(store)] == [second, first]
    with pytest.raises(InputRefused):
        make_consideration(store, " ? ", TABLE, "Anna")
    with pytest.raises(InputRefused):
        change_consideration(store, first, 1, "x" * 201, TABLE, "Anna")


def test_what_somebody_else_changed_is_not_overwritten(store: Store) -> None:
    id_ = consideration(store)
    change_consideration(store, id_, 1, "Wat dan?", TABLE, "Bert")
    with pytest.raises(ChangedMeanwhile):
        change_consideration(store, id_, 1, "Wat nu?", TABLE, "Anna")
    with pytest.raises(ChangedMeanwhile):
        remove_consideration(store, id_, 1, "Anna")
    assert considerations(store)[0]["name"] == "Wat dan?"


def test_the_one_changed_last_comes_first(store: Store) -> None:
    first, second = consideration(store), consideration(store)
    change_consideration(store, first, 1, "Wat dan?", TABLE, "Anna")
    assert [row["id"] for row in considerations(store)] == [first, second]


def test_those_of_a_library_and_those_of_all(store: Store) -> None:
    for name, library in (("Van een", 1), ("Van twee", 2), ("Van allemaal", None)):
        make_consideration(store, name, weighed(library=library), "Anna")
    assert {row["name"] for row in considerations(store, [1])} == {"Van een", "Van allemaal"}
    assert {row["name"] for row in considerations(store, [])} == {"Van allemaal"}
    assert len(considerations(store, [1, 2])) == len(considerations(store)) == 3


def test_cells_with_a_score_are_counted_as_the_table_is_now(store: Store) -> None:
    id_ = consideration(store)
    place = Place(id_)
    assert considerations(store)[0]["scored"] == 0
    edits = [scored("AP1", "3"), scored("BP1", "?"), scored("AT1", "5"), noted("AR1", "Nog vragen")]
    enter(store, place, edits, "Anna")
    enter(store, place, [scored("AP1", "4"), scored("AT1", None)], "Anna")
    enter(store, Place(consideration(store)), [scored("AP1", "1")], "Anna")
    enter(store, Place(id_, 1, 1, 1), [scored("AR1", "1")], "Deelnemer")
    assert considerations(store, id=id_)[0]["scored"] == 2
    change_consideration(store, id_, 1, "Wat?", weighed().dropping("B"), "Anna")
    assert considerations(store, id=id_)[0]["scored"] == 1
    other = weighed().judging_by(weighed().criteria[1:], None, "Anders", 1)
    change_consideration(store, id_, 2, "Wat?", other, "Anna")
    assert considerations(store, id=id_)[0]["scored"] == 0


def test_scores_outlive_the_removal(store: Store) -> None:
    id_ = consideration(store)
    enter(store, Place(id_), [scored("AP1", "3")], "Anna")
    undo_batch(store, remove_consideration(store, id_, 1, "Anna"), "Anna")
    assert considerations(store)[0]["scored"] == 1


def test_considerations_of_a_partnership(store: Store) -> None:
    table = ConsiderationTable(criteria=TABLE.criteria)
    both = table.adding("Taalhuis", partnership=12).adding("Leesclub", partnership=1)
    id_, _ = make_consideration(store, "Welke?", both, "Anna")
    make_consideration(store, "Idee?", table.adding("Taalhuis"), "Anna")
    assert [row["id"] for row in considerations_of(store, 12)] == [id_]
    assert considerations_of(store, 1)[0]["content"] == both
    assert considerations_of(store, 2) == []


def test_a_consideration_is_no_change_of_the_figures(store: Store) -> None:
    figures, anything = store.data_version, store.change_version
    id_ = consideration(store)
    enter(store, Place(id_), [scored("AP1", "3")], "Anna")
    assert (store.data_version, store.change_version) == (figures, anything + 2)


def test_one_alone_is_the_same_without_what_is_counted(store: Store) -> None:
    id_, other = consideration(store), consideration(store)
    alone = data.considerations.consideration(store, id_)
    [counted] = considerations(store, id=id_)
    assert alone is not None
    assert set(counted) - set(alone) == {"scored", "decided", "session"}
    assert alone.items() <= counted.items()
    remove_consideration(store, other, 1, "Anna")
    assert data.considerations.consideration(store, other) is None


def test_of_two_clicks_at_once_one_consideration_comes(store: Store) -> None:
    ready, made = Barrier(2), []

    def click() -> None:
        ready.wait()
        made.append(begin_consideration(store, "Wat  eerst?", weighed("Taalhuis"), "Anna"))

    threads = [Thread(target=click) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {id_ for id_, _ in made} == {1}
    assert [batch is None for _, batch in made].count(True) == 1
    assert len(considerations(store)) == 1
    change_consideration(store, 1, 1, "Wat eerst?", weighed("Ander"), "Anna")
    assert begin_consideration(store, "Wat eerst?", weighed("Taalhuis"), "Anna")[0] == 2
