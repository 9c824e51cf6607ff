"""A force field is a document: rewritten on the version that was seen, and its balance is said."""

import pytest

from core.force_field import Force, ForceField, balance_in_words
from data.errors import ChangedMeanwhile
from data.forces import force_fields, write_force_field
from data.store import Store


def test_force_fields_are_versioned(store: Store) -> None:
    write_force_field(store, "Leescoalitie", ForceField(), "Anna")
    [row] = force_fields(store)
    push = Force(what="A", drives=True, strength=4)
    brake = Force(what="B", drives=False, strength=2)
    seen = (row["id"], row["version"])
    write_force_field(store, "Leescoalitie", ForceField(forces=(push, brake)), "Anna", seen)
    with pytest.raises(ChangedMeanwhile):
        write_force_field(store, "Leescoalitie", ForceField(), "Bert", seen)
    field = force_fields(store)[0]["content"]
    assert field.balance == 2
    assert "tot 4, de remmende tot 2" in balance_in_words(field)
