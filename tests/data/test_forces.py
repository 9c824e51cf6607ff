"""Assessments are dated, not overwritten by later ones; changing one is versioned and undone."""

from datetime import date

import pytest

from core.filters import Filters
from core.forces import Assessment
from data.errors import ChangedMeanwhile, InputRefused
from data.forces import assess, assessments, forces, remove_assessment
from data.store import Store
from data.undo import undo_batch
from tests.portfolio import DAY, two_goals

FILTERS = Filters(measure_date=DAY)


def held(partner: int, day: date = DAY, influence: int = 4) -> Assessment:
    return Assessment(
        partner=partner, day=day, influence=influence, interest=3, stance=1, brings=4, asks=2
    )


def test_forces_have_the_last_assessment_and_the_one_before_it(store: Store) -> None:
    two_goals(store)
    rows = {one["name"]: one for one in forces(store, FILTERS).to_pylist()}
    assert set(rows) == {"School", "Zorg", "Gemeente"}
    school = rows["School"]["id"]
    assert (rows["School"]["day"], rows["School"]["hours"]) == (None, 160)
    # It serves A of A and B, in both gemeenten of the werkgebied.
    assert (rows["School"]["goals_share"], rows["School"]["coverage_share"]) == (0.5, 1)
    assess(store, "School", held(school, date(2026, 1, 1), 2), "Anna")
    assess(store, "School", held(school), "Anna")
    [now] = forces(store, FILTERS, [school]).to_pylist()
    assert (now["influence"], now["previous_influence"]) == (4, 2)
    [then] = forces(store, Filters(measure_date=date(2026, 6, 1)), [school]).to_pylist()
    assert (then["influence"], then["previous_influence"]) == (2, None)


def test_assessments_of_a_day_are_rewritten_on_the_version_that_was_seen(store: Store) -> None:
    assess(store, "School", held(1), "Anna")
    with pytest.raises(InputRefused):
        assess(store, "School", held(1, influence=1), "Bert")
    [seen] = assessments(store, 1)
    batch = assess(store, "School", held(1, influence=1), "Anna", (seen["id"], seen["version"]))
    with pytest.raises(ChangedMeanwhile):
        assess(store, "School", held(1, influence=5), "Bert", (seen["id"], seen["version"]))
    assert assessments(store, 1)[0]["content"].influence == 1
    undo_batch(store, batch, "Anna")
    assert assessments(store, 1)[0]["content"].influence == 4


def test_removing_is_undone(store: Store) -> None:
    assess(store, "School", held(1), "Anna")
    [one] = assessments(store, 1)
    batch = remove_assessment(store, one["id"], one["version"], "Anna")
    assert assessments(store, 1) == []
    undo_batch(store, batch, "Anna")
    assert [row["content"] for row in assessments(store, 1)] == [one["content"]]
