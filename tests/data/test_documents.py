"""What is stored as a document comes back by name, and a kind is not another's."""

from core.criteria import CriteriaSet
from core.scenario import Scenario
from data.criteria_sets import make_criteria_set
from data.documents import documents
from data.scenarios import make_scenario
from data.store import Store
from tests.weighing import CRITERIA


def test_documents_are_those_of_one_kind(store: Store) -> None:
    """Two kinds may use a name each."""
    scenario, _ = make_scenario(store, "Zelfde", "Anna")
    set_, _ = make_criteria_set(store, "Zelfde", CriteriaSet(criteria=CRITERIA), "Anna")
    make_scenario(store, "Andere", "Anna")
    found = documents(store, "scenario", Scenario)
    assert [row["name"] for row in found] == ["Andere", "Zelfde"]
    assert documents(store, "scenario", Scenario, scenario) == found[1:]
    assert documents(store, "scenario", Scenario, set_) == []
    [row] = documents(store, "criteria_set", CriteriaSet)
    assert (row["id"], row["content"].criteria) == (set_, CRITERIA)
