"""Scenarios are written, versioned, undone and removed like everything else."""

import pytest

from core.scenario import Effort, Imagined, Scenario
from data.errors import ChangedMeanwhile, InputRefused
from data.scenarios import change_scenario, make_scenario, remove_scenario, scenarios
from data.store import Row, Store
from data.undo import undo_batch
from tests.portfolio import Portfolio

WHOLE = Scenario(
    stopped=(4, 5),
    efforts=(Effort(partnership=6, hours=12.5),),
    imagined=(
        Imagined(
            name="Droom 'met' \"tekens\" €", library=1, theme="PO", gemeenten=("GM0479",),
            contributions={"SD1": 3},
        ),
    ),
)  # fmt: skip


def only(store: Store) -> Row:
    [row] = scenarios(store)
    return row


def test_a_scenario_is_made_and_read_back(store: Store) -> None:
    id_, _ = make_scenario(store, "  Minder   uren ", "Anna")
    row = only(store)
    assert (row["id"], row["name"], row["version"]) == (id_, "Minder uren", 1)
    assert row["content"].is_empty
    change_scenario(store, id_, 1, "Minder uren", WHOLE, "Bert")
    row = only(store)
    assert (row["content"], row["version"], row["changed_by"]) == (WHOLE, 2, "Bert")
    assert scenarios(store, id_) == [row]
    assert scenarios(store, 99) == []


def test_a_scenario_is_no_change_of_the_figures(store: Store) -> None:
    """So what everybody's pages remember stays; what a partnership changes does not."""
    figures, anything = store.data_version, store.change_version
    id_, _ = make_scenario(store, "Minder uren", "Anna", WHOLE)
    change_scenario(store, id_, 1, "Meer uren", WHOLE, "Anna")
    remove_scenario(store, id_, 2, "Anna")
    assert (store.data_version, store.change_version) == (figures, anything + 3)
    Portfolio(store).partnership("Lezen")
    assert store.data_version == figures + 1


def test_they_come_by_name(store: Store) -> None:
    for name in ("beta", "Alfa", "Çeta"):
        make_scenario(store, name, "Anna", WHOLE)
    assert [row["name"] for row in scenarios(store)] == ["Alfa", "beta", "Çeta"]


@pytest.mark.parametrize("name", ["", "  ", "!?", "x" * 201, "minder-uren"])
def test_a_name_that_is_none_or_taken_is_refused(store: Store, name: str) -> None:
    make_scenario(store, "Minder uren", "Anna")
    with pytest.raises(InputRefused):
        make_scenario(store, name, "Anna")
    assert len(scenarios(store)) == 1
    other, _ = make_scenario(store, "Meer uren", "Anna")
    with pytest.raises(InputRefused):
        change_scenario(store, other, 1, name, WHOLE, "Anna")
    change_scenario(store, other, 1, "MEER uren", WHOLE, "Anna")  # its own name, spelled anew


def test_what_somebody_else_changed_is_not_overwritten(store: Store) -> None:
    id_, _ = make_scenario(store, "Minder uren", "Anna")
    change_scenario(store, id_, 1, "Minder uren", WHOLE, "Bert")
    with pytest.raises(ChangedMeanwhile):
        change_scenario(store, id_, 1, "Meer uren", Scenario(), "Anna")
    with pytest.raises(ChangedMeanwhile):
        remove_scenario(store, id_, 1, "Anna")
    assert (only(store)["name"], only(store)["content"]) == ("Minder uren", WHOLE)


def test_every_step_can_be_undone_and_that_too(store: Store) -> None:
    id_, made = make_scenario(store, "Minder uren", "Anna")
    changed = change_scenario(store, id_, 1, "Andere naam", WHOLE, "Anna")
    with pytest.raises(ChangedMeanwhile):
        undo_batch(store, made, "Anna")  # it was changed since
    undone = undo_batch(store, changed, "Anna")
    assert (only(store)["name"], only(store)["content"]) == ("Minder uren", Scenario())
    undo_batch(store, undone, "Anna")
    assert (only(store)["name"], only(store)["content"]) == ("Andere naam", WHOLE)
    removed = remove_scenario(store, id_, only(store)["version"], "Anna")
    assert scenarios(store) == []
    undo_batch(store, removed, "Anna")
    assert (only(store)["id"], only(store)["content"]) == (id_, WHOLE)


def test_a_scenario_that_was_just_made_can_be_unmade(store: Store) -> None:
    _, made = make_scenario(store, "Minder uren", "Anna")
    undone = undo_batch(store, made, "Anna")
    assert scenarios(store) == []
    undo_batch(store, undone, "Anna")
    assert only(store)["name"] == "Minder uren"
