"""The goals of a library: written from a day on, removed, versioned, undoable, and counted."""

from datetime import date
from typing import Any

import pytest

from core.filters import Filters
from data.alignment import alignment, goals
from data.errors import ChangedMeanwhile, InputRefused
from data.goal_sets import goal_sets, read_goals, remove_goals, write_goals
from data.store import Row, Store
from data.undo import undo_batch
from tests.portfolio import DAY, Portfolio
from tests.portfolio import goals as contributions

NEW_YEAR = date(2026, 1, 1)
NEXT_YEAR = date(2027, 1, 1)
SHIPPED = [f"SD{n}" for n in range(1, 8)]


@pytest.fixture
def made(store: Store) -> Portfolio:
    """Judged partnerships: two active, one asleep, one to come, and one of another library."""
    made = Portfolio(store)
    made.library()
    made.partnership("Lezen", contributions=contributions(SD1=3, SD7=1, LEZ=2))
    made.partnership("Taal", contributions=contributions(SD1=0, LEZ=3))
    made.partnership("Slaapt", status="slapend", contributions=contributions(SD1=2))
    made.partnership("Straks", status="verkenning", contributions=contributions(SD1=2))
    other = made.library("Andere")
    made.partnership("Elders", library=other, contributions=contributions(SD1=2, SD2=2))
    return made


def typed(**weights: Any) -> list[Row]:
    return [
        {"code": code, "label": f"Doel {code}", "weight": weight}
        for code, weight in weights.items()
    ]


def version(made: Portfolio) -> int:
    return int(made.ask("select version from library where id = ?", made.home)[0][0])


def write(made: Portfolio, since: date | str | None = NEW_YEAR, **weights: Any) -> int:
    return write_goals(made.store, made.home, version(made), typed(**weights), since, "Anna")


def remove(made: Portfolio, since: date = NEW_YEAR) -> int:
    return remove_goals(made.store, made.home, version(made), since, "Anna")


def sets(made: Portfolio, on: date = DAY) -> list[tuple[date | None, date | None, bool, list[str]]]:
    return [
        (row["valid_from"], row["valid_to"], row["holds"], [one["code"] for one in row["goals"]])
        for row in goal_sets(made.store, made.home, on)
    ]


def figures(made: Portfolio, on: date = DAY) -> dict[str, float]:
    found = alignment(made.store, Filters(measure_date=on, libraries=(made.home,))).to_pylist()
    return {row["name"]: row["alignment"] for row in found}


def test_goal_sets_of_a_new_library_are_the_shipped_ones(made: Portfolio) -> None:
    [one] = goal_sets(made.store, made.home, DAY)
    assert (one["valid_from"], one["valid_to"], one["holds"]) == (None, None, True)
    assert [goal["code"] for goal in one["goals"]] == SHIPPED
    first = one["goals"][0]
    assert (first["partnerships"], first["active"]) == (4, 2)
    assert first["weight"] == pytest.approx(100 / 7)
    assert "Bibliotheekconvenant" in first["source"]
    assert [goal["partnerships"] for goal in one["goals"]] == [4, 0, 0, 0, 0, 0, 1]


def test_goals_hold_from_a_day_on(made: Portfolio) -> None:
    write(made, NEXT_YEAR, LEZ=100)
    write(made, "1-1-2026", LEZ="62,5", sd1=37.5)
    assert sets(made) == [
        (None, NEW_YEAR, False, SHIPPED),
        (NEW_YEAR, NEXT_YEAR, True, ["LEZ", "SD1"]),
        (NEXT_YEAR, None, False, ["LEZ"]),
    ]
    [(stored,)] = made.ask("select goal_sets from library where id = ?", made.home)
    assert [one["valid_from"] for one in stored] == [NEW_YEAR, NEXT_YEAR]
    _, now, _ = goal_sets(made.store, made.home, DAY)
    assert [(g["weight"], g["partnerships"], g["source"]) for g in now["goals"]] == [
        (62.5, 2, None),
        (37.5, 4, None),
    ]


def test_figures_move_as_computed_by_hand(made: Portfolio) -> None:
    before = figures(made)
    # Of seven equal goals: (3 + 1) / 3 / 7 and 0.
    assert before == {"Lezen": pytest.approx(400 / 21), "Taal": 0}
    write(made, LEZ=60, SD1=40)
    # (60 x 2 + 40 x 3) / 3 and (60 x 3 + 40 x 0) / 3; on the last day of 2025 as before.
    assert figures(made) == {"Lezen": pytest.approx(80), "Taal": pytest.approx(60)}
    assert figures(made, date(2025, 12, 31)) == before
    found = goals(made.store, Filters(measure_date=DAY, libraries=(made.home,))).to_pylist()
    assert [(row["goal"], row["weight"], row["strength"]) for row in found] == [
        ("LEZ", 60, 5),
        ("SD1", 40, 3),
    ]


def test_the_same_day_replaces_that_set(made: Portfolio) -> None:
    write(made, LEZ=100)
    write(made, LEZ=50, TAAL=50)
    assert [codes for *_, codes in sets(made)] == [SHIPPED, ["LEZ", "TAAL"]]


def test_a_dropped_goal_keeps_its_judgements_and_counts_when_it_returns(made: Portfolio) -> None:
    stored = made.ask("select contributions from partnership order by id")
    write(made, SD1=100)
    assert figures(made)["Lezen"] == pytest.approx(100)
    assert figures(made, date(2025, 1, 1))["Lezen"] == pytest.approx(400 / 21)
    write(made, NEXT_YEAR, SD1=50, SD7=50)
    assert figures(made, NEXT_YEAR)["Lezen"] == pytest.approx((50 * 3 + 50 * 1) / 3)
    assert made.ask("select contributions from partnership order by id") == stored


def test_removing_goes_back_to_what_held_before(made: Portfolio) -> None:
    write(made, LEZ=100)
    write(made, date(2026, 6, 1), TAAL=100)
    remove(made, date(2026, 6, 1))
    assert sets(made)[-1] == (NEW_YEAR, None, True, ["LEZ"])
    remove(made)
    assert sets(made) == [(None, None, True, SHIPPED)]


def test_writing_and_removing_are_undone_and_redone(made: Portfolio) -> None:
    shipped, shipped_figures = sets(made), figures(made)
    batch = write(made, LEZ=60, SD1=40)
    own, own_figures = sets(made), figures(made)
    undone = undo_batch(made.store, batch, "Anna")
    assert (sets(made), figures(made)) == (shipped, shipped_figures)
    undo_batch(made.store, undone, "Anna")
    assert (sets(made), figures(made)) == (own, own_figures)
    removed = remove(made)
    assert sets(made) == shipped
    undo_batch(made.store, removed, "Anna")
    assert sets(made) == own


def test_the_change_log_says_who_changed_what(made: Portfolio) -> None:
    batch = write(made, LEZ=100)
    [(who, action)] = made.ask("select who, action from batch where id = ?", batch)
    assert (who, action) == ("Anna", "doelen vanaf 01-01-2026 vastgelegd")
    [(before, after)] = made.ask(
        "select before ->> '$.goal_sets', after ->> '$.goal_sets[0].goals[0].code' "
        "from change where batch = ?",
        batch,
    )
    assert (before, after) == ("[]", "LEZ")


def test_what_somebody_else_changed_is_not_overwritten(made: Portfolio) -> None:
    seen = version(made)
    write(made, LEZ=100)
    with pytest.raises(ChangedMeanwhile):
        write_goals(made.store, made.home, seen, typed(TAAL=100), NEW_YEAR, "Bert")
    with pytest.raises(ChangedMeanwhile):
        remove_goals(made.store, made.home, seen, NEW_YEAR, "Bert")
    with pytest.raises(ChangedMeanwhile):
        write_goals(made.store, 99, 1, typed(TAAL=100), NEW_YEAR, "Bert")
    assert sets(made)[-1] == (NEW_YEAR, None, True, ["LEZ"])


@pytest.mark.parametrize(
    ("since", "weights", "says"),
    [
        (NEW_YEAR, {}, "minstens één doel"),
        (NEW_YEAR, {"A": 60, "B": 30}, "nog 10 punten"),
        (NEW_YEAR, {"A": 100, "a": 0}, "dubbel"),
        (NEW_YEAR, {"naam": 100}, "kop van een andere kolom"),
        (NEW_YEAR, {"TREKKER": 100}, "kop van een andere kolom"),
        (NEW_YEAR, {"Reden": 100}, "kop van een andere kolom"),
        (NEW_YEAR, {"A": "x", "B": -1}, "en nog 1 fout"),
        (None, {"A": 100}, "ontbreekt"),
        ("ooit", {"A": 100}, "geen datum"),
        ("1-1-1066", {"A": 100}, "kan niet kloppen"),
    ],
)
def test_nonsense_is_refused(
    made: Portfolio, since: date | str | None, weights: dict[str, Any], says: str
) -> None:
    with pytest.raises(InputRefused, match=says):
        write(made, since, **weights)
    assert sets(made) == [(None, None, True, SHIPPED)]
    assert version(made) == 1


def test_what_is_there_already_or_not_there_is_no_change(made: Portfolio) -> None:
    write(made, LEZ=100)
    with pytest.raises(InputRefused, match="niets gewijzigd"):
        write(made, LEZ=100)
    with pytest.raises(InputRefused, match="zijn er niet"):
        remove(made, NEXT_YEAR)
    assert version(made) == 2


def test_read_goals_knows_the_columns_of_the_import() -> None:
    _, faults = read_goals(typed(partner=100))
    assert [one.field for one in faults] == ["code"]
