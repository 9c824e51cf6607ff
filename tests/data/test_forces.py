"""Assessments are dated, not overwritten by later ones; changing one is versioned and undone."""

from datetime import date

import pytest

from core.filters import Filters
from core.forces import Assessment
from core.partner import TypedPartner
from data import forces as module
from data.errors import ChangedMeanwhile, InputRefused
from data.forces import assess, assessments, forces, remove_assessment
from data.merging import merge
from data.partner_register import change_partner
from data.store import Store
from data.undo import undo_batch
from tests.portfolio import ALKMAAR, DAY, ZAANSTAD, Portfolio, goals, two_goals, weigh

FILTERS = Filters(measure_date=DAY)


def held(partner: int, day: date = DAY, influence: int = 4, note: str = "") -> Assessment:
    return Assessment(
        partner=partner, day=day, influence=influence, interest=3, stance=1, brings=4, asks=2,
        note=note,
    )  # fmt: skip


@pytest.fixture
def school(store: Store) -> int:
    return Portfolio(store).partner("School")


def written(store: Store, assessment: Assessment, who: str = "Anna") -> int:
    batch = assess(store, assessment, who)
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


def test_assessments_of_a_day_are_rewritten_on_the_version_that_was_seen(
    store: Store, school: int
) -> None:
    written(store, held(school))
    with pytest.raises(InputRefused):
        assess(store, held(school, influence=1), "Bert")
    [seen] = assessments(store, [school])
    batch = assess(store, held(school, influence=1), "Anna", (seen["id"], seen["version"]))
    assert batch is not None
    with pytest.raises(ChangedMeanwhile):
        assess(store, held(school, influence=5), "Bert", (seen["id"], seen["version"]))
    assert assessments(store, [school])[0]["content"].influence == 1
    undo_batch(store, batch, "Anna")
    assert assessments(store, [school])[0]["content"].influence == 4


def test_a_second_click_writes_nothing_more(store: Store, school: int) -> None:
    written(store, held(school))
    assert assess(store, held(school), "Anna") is None
    assert len(assessments(store, [school])) == 1


def test_assessments_of_several_partners_are_the_newest_first(store: Store, school: int) -> None:
    care, town = (Portfolio(store).partner(name) for name in ("Zorg", "Gemeente"))
    days = ((school, date(2026, 1, 1)), (school, DAY), (care, DAY), (town, DAY))
    for partner, day in days:
        written(store, held(partner, day))
    found = assessments(store, [school, care])
    assert [(one["content"].partner, one["content"].day) for one in found] == [
        (school, DAY),
        (school, date(2026, 1, 1)),
        (care, DAY),
    ]


def test_removing_is_undone(store: Store, school: int) -> None:
    written(store, held(school))
    [one] = assessments(store, [school])
    batch = remove_assessment(store, one["id"], one["version"], "Anna")
    assert assessments(store, [school]) == []
    undo_batch(store, batch, "Anna")
    assert [row["content"] for row in assessments(store, [school])] == [one["content"]]


def test_a_partner_that_is_no_more_is_not_assessed(store: Store, school: int) -> None:
    """What would be written about it, nobody would ever see."""
    other = Portfolio(store).partner("De School")
    written(store, held(school, date(2026, 1, 1)))
    merge(store, other, {school: 1, other: 1}, TypedPartner(name="De School"), "Bert")
    with pytest.raises(InputRefused, match="er niet meer"):
        assess(store, held(school), "Anna")
    assert [one["content"].partner for one in assessments(store, [school, other])] == [other]


def test_assessments_bear_the_name_that_the_partner_has_now(store: Store, school: int) -> None:
    written(store, held(school))
    change_partner(store, school, 1, TypedPartner(name="Brede School"), "Bert")
    assert [one["name"] for one in assessments(store, [school])] == ["Brede School"]


def test_two_assessments_of_one_day_are_no_movement(store: Store, school: int) -> None:
    """Merged partners can both have been assessed that day; what was before it is before both."""
    other = Portfolio(store).partner("De School")
    written(store, held(school, date(2026, 1, 1), 1))
    written(store, held(school, DAY, 2))
    written(store, held(other, DAY, 4))
    merge(store, other, {school: 1, other: 1}, TypedPartner(name="De School"), "Bert")
    [row] = forces(store, FILTERS, [other])
    assert (row["influence"], row["previous_influence"]) == (4, 1)


def test_the_day_of_an_assessment_is_corrected_not_doubled(store: Store) -> None:
    two_goals(store)
    written(store, held(1, date(2026, 1, 1)))
    written(store, held(1))
    _, first = assessments(store, [1])
    seen = (first["id"], first["version"])
    with pytest.raises(InputRefused):  # there is another of that day
        assess(store, held(1, influence=1), "Anna", seen)
    batch = assess(store, held(1, date(2026, 2, 2)), "Anna", seen)
    assert [one["content"].day for one in assessments(store, [1])] == [DAY, date(2026, 2, 2)]
    assert batch is not None
    undo_batch(store, batch, "Anna")
    assert [one["content"].day for one in assessments(store, [1])] == [DAY, date(2026, 1, 1)]
