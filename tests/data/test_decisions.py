"""Decisions stay what they were on the day they were taken."""

from datetime import date, datetime
from pathlib import Path

import data.decisions
from core.consideration_table import Option
from core.decision import Action, StoredDecision
from data.considerations import (
    change_consideration,
    considerations,
    make_consideration,
    remove_consideration,
)
from data.decisions import data_version, decisions, decisions_with, last_batch, take_decision
from data.store import Store
from data.undo import undo_batch
from tests.decided import DAY, decided
from tests.portfolio import Portfolio
from tests.weighing import consideration, weighed


def test_a_decision_is_written_down_as_it_was_taken(tmp_path: Path) -> None:
    taken = decided(
        {"AP1": 3, "BP1": None}, agreement=0.1 + 0.2, took_part=("Anna", "Оксана"),
        actions=(Action(what="Bellen", owner="Bert", due=date(2027, 1, 5)),),
    )  # fmt: skip
    with Store.open(tmp_path / "store.duckdb") as store:
        id_, _ = take_decision(store, taken, "Anna")
    with Store.open(tmp_path / "store.duckdb") as store:
        [row] = decisions(store)
        assert (row["id"], row["name"], row["changed_by"]) == (id_, "Wat eerst?", "Anna")
        assert row["content"].decision == taken
        assert row["content"].is_unchanged
        assert row["content"].hash == taken.hash
        assert decisions(store, id=id_) == [row]
        assert decisions(store, id=id_ + 1) == []


def test_decisions_newest_first_and_by_consideration(store: Store) -> None:
    middle, _ = take_decision(store, decided(), "Anna")
    first, _ = take_decision(store, decided(decided_on=date(2026, 1, 1)), "Anna")
    last, _ = take_decision(store, decided(consideration=2), "Anna")
    assert [row["id"] for row in decisions(store)] == [last, middle, first]
    assert [row["id"] for row in decisions(store, 1)] == [middle, first]
    assert decisions(store, 3) == []


def test_a_decision_is_of_the_library_of_its_consideration_or_of_its_name(store: Store) -> None:
    made = Portfolio(store)
    one, other = made.library("Aa"), made.library("Bee")
    table = weighed("Taalhuis", library=one)
    asked, _ = make_consideration(store, "Wat?", table, "Anna")
    of_one, _ = take_decision(store, decided(consideration=asked, library="Oude naam"), "Anna")
    of_other, _ = take_decision(store, decided(consideration=999, library="Bee"), "Anna")
    of_none, _ = take_decision(store, decided(consideration=999), "Anna")
    gone, _ = take_decision(store, decided(consideration=999, library="Weg"), "Anna")

    def shown(*libraries: int) -> list[int]:
        return sorted(row["id"] for row in decisions(store, libraries=libraries))

    assert shown(one) == [of_one, of_none]
    assert shown(other) == [of_other, of_none]
    assert gone in [row["id"] for row in decisions(store)]


def test_a_decision_can_be_taken_back_and_that_too(store: Store) -> None:
    _, batch = take_decision(store, decided(), "Anna")
    undone = undo_batch(store, batch, "Anna")
    assert decisions(store) == []
    undo_batch(store, undone, "Anna")
    [row] = decisions(store)
    assert row["content"].decision == decided()
    assert row["content"].is_unchanged


def test_nothing_changes_a_decision() -> None:
    """But its scores and words in the file themselves, and that shows."""
    assert not [name for name in vars(data.decisions) if name.startswith(("change", "update"))]
    other = StoredDecision(decision=decided({"AP1": 4}), hash=decided().hash)
    assert not other.is_unchanged


def test_a_decision_in_the_file_that_was_altered_says_so(store: Store) -> None:
    take_decision(store, decided(), "Anna")
    Portfolio(store).ask(
        "update document set content = replace(content::text, 'beginnen', 'wachten')"
    )
    assert not decisions(store)[0]["content"].is_unchanged


def test_what_becomes_of_the_consideration_leaves_it_as_it_is(store: Store) -> None:
    about = consideration(store)
    take_decision(store, decided(consideration=about), "Anna")
    assert considerations(store)[0]["decided"] == DAY
    change_consideration(store, about, 1, "Iets anders?", weighed("Heel iets anders"), "Anna")
    remove_consideration(store, about, 2, "Anna")
    assert decisions(store, about)[0]["content"].decision == decided(consideration=about)


def test_a_consideration_says_when_it_was_decided_last(store: Store) -> None:
    about = consideration(store)
    assert considerations(store)[0]["decided"] is None
    take_decision(store, decided(consideration=about), "Anna")
    _, batch = take_decision(store, decided(consideration=about, decided_on=date(2027, 2, 1)), "A")
    take_decision(store, decided(consideration=about, decided_on=date(2026, 1, 1)), "Anna")
    take_decision(store, decided(consideration=about + 1, decided_on=date(2028, 1, 1)), "Anna")
    assert considerations(store)[0]["decided"] == date(2027, 2, 1)
    undo_batch(store, batch, "Anna")
    assert considerations(store)[0]["decided"] == DAY


def test_decisions_with_a_partnership_oldest_first(store: Store) -> None:
    second, _ = take_decision(store, decided(), "Anna")
    first, _ = take_decision(store, decided(decided_on=date(2026, 1, 1)), "Anna")
    take_decision(store, decided(options=(Option(code="A", name="Idee"),)), "Anna")
    assert [row["id"] for row in decisions_with(store, 12)] == [first, second]
    assert decisions_with(store, 1) == []


def test_last_batch_and_data_version(store: Store) -> None:
    assert last_batch(store) is None
    assert data_version(store) == "nog geen gegevens"
    consideration(store)
    id_ = consideration(store)
    last = last_batch(store)
    assert last is not None
    late = datetime(2026, 11, 27, 23, 30)  # the 28th in the Netherlands
    Portfolio(store).ask("update batch set made_at = ?", late)
    assert data_version(store) == f"28 november 2026 (versie {last['id']})"
    change_consideration(store, id_, 1, "Wat?", weighed(), "Anna")
    assert data_version(store).endswith(f" (versie {last['id'] + 1})")
