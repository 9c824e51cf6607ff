"""Strategies: built on what the store knows, written by several people without loss."""

from datetime import date

import pytest
from pydantic import ValidationError

from core.filters import Filters
from core.forces import Assessment
from core.strategy import Choice, Strategy
from data import forces, strategies
from data.decisions import take_decision
from data.errors import ChangedMeanwhile
from data.store import Store
from data.undo import undo_batch
from tests.decided import decided
from tests.portfolio import ALKMAAR, ZAANSTAD, Portfolio, two_goals
from tests.weighing import consideration

FILTERS = Filters(measure_date=date(2026, 11, 28))


def made(store: Store) -> int:
    return strategies.make_strategy(store, "Samen", Strategy(), "Anna")[0]


def held(store: Store) -> Strategy:
    [row] = strategies.strategies(store)
    content: Strategy = row["content"]
    return content


def test_two_people_on_two_parts_both_keep_their_words(store: Store) -> None:
    id_ = made(store)
    first = strategies.change_part(store, id_, 1, {"ambition": ""}, {"ambition": "Lezen"}, "Anna")
    strategies.change_part(store, id_, 1, {"goals_words": ""}, {"goals_words": "Want"}, "Bert")
    assert (held(store).ambition, held(store).goals_words) == ("Lezen", "Want")
    with pytest.raises(ChangedMeanwhile):
        undo_batch(store, first, "Anna")


def test_two_people_on_one_part_are_told(store: Store) -> None:
    id_ = made(store)
    strategies.change_part(store, id_, 1, {"ambition": ""}, {"ambition": "Lezen"}, "Anna")
    with pytest.raises(ChangedMeanwhile):
        strategies.change_part(store, id_, 1, {"ambition": ""}, {"ambition": "Spelen"}, "Bert")
    assert held(store).ambition == "Lezen"
    strategies.change_part(store, id_, 2, {"ambition": ""}, {"ambition": "Spelen"}, "Bert")
    assert held(store).ambition == "Spelen"


def test_what_cannot_be_leaves_all_as_it_was(store: Store) -> None:
    id_ = made(store)
    with pytest.raises(ValidationError):
        strategies.change_part(store, id_, 1, {}, {"ambition": "x" * 501}, "Anna")
    assert held(store) == Strategy()


def test_a_part_of_what_is_gone_is_told(store: Store) -> None:
    id_ = made(store)
    strategies.remove_strategy(store, id_, 1, "Anna")
    with pytest.raises(ChangedMeanwhile):
        strategies.change_part(store, id_, 1, {}, {"ambition": "x"}, "Bert")


def test_those_of_a_library_and_of_all(store: Store) -> None:
    for name, library in (("Een", 1), ("Twee", 2), ("Samen", None)):
        strategies.make_strategy(store, name, Strategy(library=library), "Anna")
    names = [[row["name"] for row in strategies.strategies(store, ids)] for ids in ((), (1,))]
    assert names == [["Een", "Samen", "Twee"], ["Een", "Samen"]]


def test_goals_come_least_reached_first(store: Store) -> None:
    two_goals(store)
    found = strategies.goals_known(store, FILTERS)
    assert [one.key for one in found] == ["B", "A"]
    assert found[0].said == "gewicht 40%, bereikt 50%, 1 samenwerking draagt rechtstreeks bij"
    assert all(one.suggested for one in found)


def test_white_spots_are_cells_without_anything_schools_first(store: Store) -> None:
    made_ = Portfolio(store)
    made_.library("Bibliotheek", ZAANSTAD, ALKMAAR)
    school = made_.partner("School", "basisschool", ZAANSTAD)
    made_.partnership("Lezen", partners=[school], gemeenten=[ZAANSTAD])
    keys = [one.key for one in strategies.spots_known(store, FILTERS)]
    assert "PO.GM0361" in keys
    assert "PO.GM0479" not in keys
    schools = [key for key in keys if key.split(".")[0] in {"PO", "VO"}]
    assert keys[: len(schools)] == schools


def test_partners_come_by_influence(store: Store) -> None:
    two_goals(store)
    ids = {one.name: one.key for one in strategies.partners_known(store, FILTERS)}
    forces.assess(
        store,
        Assessment(
            partner=ids["Zorg"], day=date(2026, 11, 1), influence=5, interest=4, stance=1,
            brings=3, asks=3,
        ),
        "Anna",
    )  # fmt: skip
    first, *rest = strategies.partners_known(store, FILTERS)
    assert (first.name, first.said, first.suggested) == (
        "Zorg", "actief betrekken; staat positief", True,
    )  # fmt: skip
    assert {(one.said, one.suggested) for one in rest} == {
        ("nog niet ingeschat; 160 uur per jaar", False),
        ("nog niet ingeschat; 90 uur per jaar", False),
    }


def test_considerations_are_those_without_a_decision(store: Store) -> None:
    open_, done = (consideration(store, question=one) for one in ("Wat eerst?", "Wat dan?"))
    take_decision(store, decided(consideration=done), "Anna")
    [found] = strategies.considerations_known(store, FILTERS)
    assert (found.key, found.name, found.said) == (
        open_,
        "Wat eerst?",
        "2 opties, nog niet besloten",
    )


def test_chosen_things_have_their_names_and_what_is_gone_has_none(store: Store) -> None:
    two_goals(store)
    strategy = Strategy(
        goals=("A", "Z"), spots=("PO.GM0361", "XX.GM9999"), partners=(1, 99), considerations=(9,)
    )
    assert strategies.names_chosen(store, strategy, FILTERS) == {
        "goals": {"A": "Doel A"},
        "spots": {"PO.GM0361": "Primair onderwijs in Alkmaar"},
        "partners": {1: "School"},
        "considerations": {},
    }


def test_an_empty_store_knows_the_country_only(store: Store) -> None:
    found = {name: known(store, FILTERS) for name, known in strategies.KNOWN.items()}
    assert found.pop("spots")[0].name == "Primair onderwijs in Amsterdam"
    assert found == {"goals": [], "partners": [], "considerations": []}


def test_a_strategy_is_built_on_its_own_library(store: Store) -> None:
    own = strategies.of_strategy(
        Strategy(library=3), FILTERS.model_copy(update={"libraries": (1,)})
    )
    assert own.libraries == (3,)
    assert strategies.of_strategy(Strategy(), FILTERS) == FILTERS


def test_a_choice_keeps_its_day(store: Store) -> None:
    choice = Choice(what="Beginnen", owner="Anna", due=date(2027, 9, 1))
    id_ = made(store)
    strategies.change_part(
        store, id_, 1, {"choices": ()}, {"choices": [choice.model_dump()]}, "Anna"
    )
    assert held(store).choices == (choice,)
