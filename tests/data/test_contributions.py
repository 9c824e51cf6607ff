"""Judging a contribution: written with its reason, versioned, undoable; nonsense is refused."""

import pytest

from data.contributions import judge, library_goals, partnership
from data.errors import ChangedMeanwhile, InputRefused
from data.store import Row, Store
from data.undo import undo_batch
from tests.portfolio import Portfolio, goals


@pytest.fixture
def reading(store: Store) -> Row:
    made = Portfolio(store)
    return stored(store, made.partnership("Lezen", contributions=goals(SD1=1, SD3=2)))


def stored(store: Store, id_: int) -> Row:
    found = partnership(store, id_)
    assert found is not None
    return found


def judged(row: Row) -> dict[str, tuple[int, int | None, str | None]]:
    return {
        one["goal"]: (one["value"], one["realised"], one["reason"]) for one in row["contributions"]
    }


def test_a_contribution_is_judged_and_undone(store: Store, reading: Row) -> None:
    batch = judge(
        store, reading["id"], reading["version"], "SD2", 3, "Anna", realised=2, reason=" Taalhuis "
    )
    after = stored(store, reading["id"])
    assert judged(after) == {
        "SD1": (1, None, None),
        "SD2": (3, 2, "Taalhuis"),
        "SD3": (2, None, None),
    }
    undo_batch(store, batch, "Anna")
    assert judged(stored(store, reading["id"])) == judged(reading)


def test_not_judged_takes_it_away(store: Store, reading: Row) -> None:
    judge(store, reading["id"], reading["version"], "SD1", None, "Anna")
    assert list(judged(stored(store, reading["id"]))) == ["SD3"]


def test_what_somebody_else_changed_is_not_overwritten(store: Store, reading: Row) -> None:
    judge(store, reading["id"], reading["version"], "SD1", 3, "Anna")
    with pytest.raises(ChangedMeanwhile):
        judge(store, reading["id"], reading["version"], "SD1", 0, "Bert")
    assert judged(stored(store, reading["id"]))["SD1"][0] == 3


@pytest.mark.parametrize(
    ("goal", "value", "realised", "reason"),
    [
        ("SD1", 4, None, ""),
        ("SD1", -1, None, ""),
        ("SD1", 1, 4, ""),
        ("SD1", None, 2, ""),
        ("SD1", 1, None, "x" * 501),
        ("XX", 1, None, ""),
    ],
)
def test_nonsense_is_refused(
    store: Store, reading: Row, goal: str, value: int | None, realised: int | None, reason: str
) -> None:
    with pytest.raises(InputRefused):
        judge(
            store,
            reading["id"],
            reading["version"],
            goal,
            value,
            "Anna",
            realised=realised,
            reason=reason,
        )
    assert stored(store, reading["id"]) == reading


def test_a_partnership_that_is_not_there(store: Store) -> None:
    assert partnership(store, 99) is None
    with pytest.raises(ChangedMeanwhile):
        judge(store, 99, 1, "SD1", 1, "Anna")


def test_library_goals_are_the_shipped_ones_by_default(store: Store) -> None:
    made = Portfolio(store)
    library = made.library()
    made.partnership("Lezen")
    assert [row["goal"] for row in library_goals(store, library)] == [f"SD{n}" for n in range(1, 8)]
