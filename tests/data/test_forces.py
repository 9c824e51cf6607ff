"""Assessments are dated, not overwritten by later ones; changing one is versioned and undone."""

from datetime import date

import pytest

from core.filters import Filters
from core.forces import Assessment
from data import forces as module
from data.errors import ChangedMeanwhile, InputRefused
from data.forces import assess, assessments, forces, remove_assessment
from data.store import Store
from data.undo import undo_batch
from tests.portfolio import ALKMAAR, DAY, ZAANSTAD, Portfolio, goals, two_goals, weigh

FILTERS = Filters(measure_date=DAY)


def held(partner: int, day: date = DAY, influence: int = 4, note: str = "") -> Assessment:
    return Assessment(
        partner=partner, day=day, influence=influence, interest=3, stance=1, brings=4, asks=2,
        note=note,
    )  # fmt: skip


def written(store: Store, assessment: Assessment, who: str = "Anna") -> int:
    batch = assess(store, "School", assessment, who)
    assert batch is not None
    return batch


def test_forces_have_the_last_assessment_and_the_one_before_it(store: Store) -> None:
    two_goals(store)
    rows = {one["name"]: one for one in forces(store, FILTERS)}
    assert set(rows) == {"School", "Zorg", "Gemeente"}
    school = rows["School"]["id"]
    assert (rows["School"]["day"], rows["School"]["hours"]) == (None, 160)
    written(store, held(school, date(2026, 1, 1), 2))
    written(store, held(school, note="Nieuwe directeur"))
    [now] = forces(store, FILTERS, [school])
    assert (now["influence"], now["previous_influence"]) == (4, 2)
    assert now["note"] == "Nieuwe directeur"
    [then] = forces(store, Filters(measure_date=date(2026, 6, 1)), [school])
    assert (then["influence"], then["previous_influence"], then["note"]) == (2, None, "")


def test_a_partner_carries_goals_and_places(store: Store) -> None:
    """4 schools in Zaanstad and 2 in Alkmaar, and a theme that counts the gemeenten."""
    made = Portfolio(store)
    library = made.library("Bibliotheek", ZAANSTAD, ALKMAAR)
    weigh(made, library, {"A": 60.0, "B": 40.0})
    schools = [made.location("po", f"0{nth}AA00", ZAANSTAD) for nth in range(4)]
    schools += [made.location("po", f"1{nth}AA00", ALKMAAR) for nth in range(2)]
    board, town, new = (made.partner(name) for name in ("Bestuur", "Gemeente", "Nieuw"))
    made.partnership(
        "Lezen", partners=[board, town], gemeenten=[ZAANSTAD], contributions=goals(A=3, B=1),
        locations=schools[:3],
    )  # fmt: skip
    made.partnership("Samen", theme="GEM", partners=[town], gemeenten=[ALKMAAR])
    made.partnership("Straks", partners=[new], gemeenten=[ALKMAAR], status="verkenning")
    rows = {one["name"]: one for one in forces(store, FILTERS)}
    carried = {
        name: tuple(one[field] for field in ("goals_share", "reached", "places"))
        for name, one in rows.items()
    }
    # Three of six schools; for the gemeente one of two gemeenten more; nothing runs with the new.
    assert carried["Bestuur"] == (0.5, 3, 6)
    assert carried["Gemeente"] == (0.5, 4, 8)
    assert carried["Nieuw"] == (None, None, None)
    assert rows["Gemeente"]["coverage_share"] == 0.5
    [there] = forces(store, Filters(measure_date=DAY, gemeenten=(ZAANSTAD,)), [board])
    assert (there["reached"], there["places"]) == (3, 4)


def test_those_with_an_assessment_stay_in_a_list_that_is_too_long(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_goals(store)
    [care] = [one["id"] for one in forces(store, FILTERS) if one["name"] == "Zorg"]
    written(store, held(care))
    monkeypatch.setattr(module, "LISTED", 2)
    found = forces(store, FILTERS)
    assert [(one["name"], one["total"]) for one in found] == [("School", 3), ("Zorg", 3)]


def test_assessments_of_a_day_are_rewritten_on_the_version_that_was_seen(store: Store) -> None:
    written(store, held(1))
    with pytest.raises(InputRefused):
        assess(store, "School", held(1, influence=1), "Bert")
    [seen] = assessments(store, [1])
    batch = assess(store, "School", held(1, influence=1), "Anna", (seen["id"], seen["version"]))
    assert batch is not None
    with pytest.raises(ChangedMeanwhile):
        assess(store, "School", held(1, influence=5), "Bert", (seen["id"], seen["version"]))
    assert assessments(store, [1])[0]["content"].influence == 1
    undo_batch(store, batch, "Anna")
    assert assessments(store, [1])[0]["content"].influence == 4


def test_a_second_click_writes_nothing_more(store: Store) -> None:
    written(store, held(1))
    assert assess(store, "School", held(1), "Anna") is None
    assert len(assessments(store, [1])) == 1


def test_assessments_of_several_partners_are_the_newest_first(store: Store) -> None:
    for partner, day in ((1, date(2026, 1, 1)), (1, DAY), (2, DAY), (3, DAY)):
        written(store, held(partner, day))
    found = [(one["content"].partner, one["content"].day) for one in assessments(store, [1, 2])]
    assert found == [(1, DAY), (1, date(2026, 1, 1)), (2, DAY)]


def test_removing_is_undone(store: Store) -> None:
    written(store, held(1))
    [one] = assessments(store, [1])
    batch = remove_assessment(store, one["id"], one["version"], "Anna")
    assert assessments(store, [1]) == []
    undo_batch(store, batch, "Anna")
    assert [row["content"] for row in assessments(store, [1])] == [one["content"]]
