"""What is stored as a document comes back by name, and a kind is not another's."""

from core.criteria import CriteriaSet
from data import criteria_sets, scenarios
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
    found = documents(store, scenarios.KIND)
    assert [row["name"] for row in found] == ["Andere", "Zelfde"]
    assert documents(store, scenarios.KIND, scenario) == found[1:]
    assert documents(store, scenarios.KIND, set_) == []
    [row] = documents(store, criteria_sets.KIND)
    assert (row["id"], row["content"].criteria) == (set_, CRITERIA)
