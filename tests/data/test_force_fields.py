"""A force field is a document: rewritten on the version that was seen, taken away, undone."""

import pytest

from core.force_field import Force, ForceField
from data.errors import ChangedMeanwhile, InputRefused
from data.forces import (
    change_force_field,
    force_field,
    force_fields,
    make_force_field,
    remove_force_field,
)
from data.store import Store
from data.undo import undo_batch


def test_force_fields_are_versioned(store: Store) -> None:
    id_, _ = make_force_field(store, "Leescoalitie", "Anna")
    [row] = force_fields(store)
    assert (row["id"], row["content"]) == (id_, ForceField())
    pushed = ForceField(forces=(Force(what="A", drives=True, strength=4),))
    change_force_field(store, row, "Leescoalitie 2027", pushed, "Anna")
    with pytest.raises(ChangedMeanwhile):
        change_force_field(store, row, "Leescoalitie", ForceField(), "Bert")
    [now] = force_fields(store)
    assert (now["name"], now["content"], now["version"]) == ("Leescoalitie 2027", pushed, 2)


def test_a_name_is_taken_once(store: Store) -> None:
    make_force_field(store, "Leescoalitie", "Anna")
    with pytest.raises(InputRefused):
        make_force_field(store, "leescoalitie ", "Bert")


def test_a_second_click_makes_no_second_field(store: Store) -> None:
    made, batch = make_force_field(store, "Leescoalitie", "Anna")
    assert batch is not None
    assert make_force_field(store, "Leescoalitie", "Anna") == (made, None)
    assert len(force_fields(store)) == 1


def test_removing_a_force_field_is_undone(store: Store) -> None:
    id_, _ = make_force_field(store, "Leescoalitie", "Anna")
    batch = remove_force_field(store, id_, 1, "Anna")
    assert force_field(store, id_) is None
    undo_batch(store, batch, "Anna")
    found = force_field(store, id_)
    assert found is not None
    assert found["name"] == "Leescoalitie"
