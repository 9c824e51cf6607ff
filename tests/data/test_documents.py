"""What is stored as a document comes back by name, and a kind is not another's."""

import pytest

from core.criteria import CriteriaSet
from data import criteria_sets, documents, scenarios
from data.criteria_sets import make_criteria_set
from data.errors import ChangedMeanwhile
from data.scenarios import make_scenario
from data.store import Store
from tests.weighing import CRITERIA


def test_documents_are_those_of_one_kind(store: Store) -> None:
    """Two kinds may use a name each."""
    scenario, _ = make_scenario(store, "Zelfde", "Anna")
    set_, _ = make_criteria_set(store, "Zelfde", CriteriaSet(criteria=CRITERIA), "Anna")
    make_scenario(store, "Andere", "Anna")
    found = documents.documents(store, scenarios.KIND)
    assert [row["name"] for row in found] == ["Andere", "Zelfde"]
    assert documents.documents(store, scenarios.KIND, scenario) == found[1:]
    assert documents.documents(store, scenarios.KIND, set_) == []
    [row] = documents.documents(store, criteria_sets.KIND)
    assert (row["id"], row["content"].criteria) == (set_, CRITERIA)


def test_a_document_of_another_kind_is_not_changed_or_removed(store: Store) -> None:
    id_, _ = make_scenario(store, "Zelfde", "Anna")
    empty = CriteriaSet(criteria=CRITERIA)
    with pytest.raises(ChangedMeanwhile):
        documents.rewrite(store, criteria_sets.KIND, id_, 1, "Anders", empty, "Bert")
    with pytest.raises(ChangedMeanwhile):
        documents.remove(store, criteria_sets.KIND, id_, 1, "Bert")
    [row] = documents.documents(store, scenarios.KIND)
    assert (row["name"], row["version"]) == ("Zelfde", 1)
