"""Sets of criteria: the shipped one, and those that people make."""

import pytest

from core.criteria import GROUPS, CriteriaSet
from data.criteria_sets import (
    change_criteria_set,
    criteria_sets,
    make_criteria_set,
    remove_criteria_set,
    shipped_criteria,
)
from data.errors import ChangedMeanwhile, InputRefused
from data.store import Store
from data.undo import undo_batch
from tests.weighing import CRITERIA

OURS = CriteriaSet(criteria=CRITERIA)
FEWER = CriteriaSet(library=3, criteria=CRITERIA[:2])


def test_shipped_criteria_come_by_group_and_number(store: Store) -> None:
    found = shipped_criteria(store)
    groups = [[one.code for one in found if one.group == group] for group in GROUPS]
    assert groups == [
        ["P1", "P2", "P3", "P4", "P5"],
        ["T1", "T2", "T3", "T4", "T5"],
        ["R1", "R2", "R3", "R4", "R5", "R6"],
    ]
    assert [one.code for one in found] == [code for group in groups for code in group]
    assert {one.code for one in found if one.precondition} == {
        "P1",
        "P3",
        "P5",
        "T1",
        "R1",
        "R3",
        "R5",
    }
    assert all(one.question and all(one.anchors.values()) and one.literature for one in found)
    assert CriteriaSet(criteria=found).criteria == found


def test_a_set_is_made_changed_and_removed(store: Store) -> None:
    id_, _ = make_criteria_set(store, "  Onze   set ", OURS, "Anna")
    [row] = criteria_sets(store)
    assert (row["id"], row["name"], row["version"], row["content"]) == (id_, "Onze set", 1, OURS)
    change_criteria_set(store, id_, 1, "Kort", FEWER, "Bert")
    make_criteria_set(store, "Andere", OURS, "Anna")
    assert [row["name"] for row in criteria_sets(store)] == ["Andere", "Kort"]
    [row] = criteria_sets(store, id_)
    assert (row["content"], row["version"], row["changed_by"]) == (FEWER, 2, "Bert")
    removed = remove_criteria_set(store, id_, 2, "Anna")
    assert criteria_sets(store, id_) == []
    undo_batch(store, removed, "Anna")
    assert criteria_sets(store, id_)[0]["content"] == FEWER


@pytest.mark.parametrize("name", ["", "!?", "onze-set", "x" * 201])
def test_a_name_that_is_none_or_taken_is_refused(store: Store, name: str) -> None:
    make_criteria_set(store, "Onze set", OURS, "Anna")
    other, _ = make_criteria_set(store, "Andere", OURS, "Anna")
    with pytest.raises(InputRefused):
        make_criteria_set(store, name, OURS, "Anna")
    with pytest.raises(InputRefused):
        change_criteria_set(store, other, 1, name, OURS, "Anna")
    change_criteria_set(store, other, 1, "ANDERE", FEWER, "Anna")


def test_what_somebody_else_changed_is_not_overwritten(store: Store) -> None:
    id_, _ = make_criteria_set(store, "Onze set", OURS, "Anna")
    change_criteria_set(store, id_, 1, "Onze set", FEWER, "Bert")
    with pytest.raises(ChangedMeanwhile):
        change_criteria_set(store, id_, 1, "Onze set", OURS, "Anna")
    with pytest.raises(ChangedMeanwhile):
        remove_criteria_set(store, id_, 1, "Anna")
    assert criteria_sets(store)[0]["content"] == FEWER
