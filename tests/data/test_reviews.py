"""Looking back: what was hoped for, what came of it, and what is still to be looked at."""

from datetime import date
from typing import Any

import pytest

from core.criteria import Criterion
from data.considerations import make_consideration, remove_consideration
from data.decisions import decisions, take_decision
from data.errors import InputRefused
from data.reviews import add_review, due_reviews, expectations, reviews
from data.store import Store
from data.undo import undo_batch
from tests.decided import decided, looked_back
from tests.portfolio import Portfolio
from tests.weighing import CRITERIA, weighed

LATER = date(2027, 11, 28)


def taken(store: Store, scores: dict[str, int | None] | None = None, **fields: Any) -> int:
    return take_decision(store, decided(scores, **fields), "Anna")[0]


def back(
    store: Store, decision: int, option: str = "A", on: date = LATER, **actual: int | None
) -> int:
    return add_review(store, looked_back(decision, option, on, **actual), "Anna")[1]


def hopes(store: Store, libraries: list[int] | None = None) -> dict[str, tuple[Any, ...]]:
    return {
        row["criterion"]: (row["reviews"], row["expected"], row["actual"], row["difference"])
        for row in expectations(store, libraries)
    }


def test_reviews_are_added_newest_first(store: Store) -> None:
    one, other = taken(store), taken(store, question="Wat dan?")
    review = looked_back(one, "B", LATER, P1=2, T1=None)
    id_, batch = add_review(store, review, "Bert")
    back(store, other)
    assert [row["id"] for row in decisions(store)] == [other, one]
    [row] = reviews(store, one)
    assert (row["id"], row["name"], row["content"]) == (id_, "Wat eerst?", review)
    assert row["changed_by"] == "Bert"
    back(store, one, on=date(2028, 1, 1))
    back(store, one, on=date(2027, 1, 1))
    days = [row["content"].reviewed_on.year for row in reviews(store)]
    assert days == [2028, 2027, 2027, 2027]
    assert [row["content"].decision for row in reviews(store)][1:3] == [other, one]
    undo_batch(store, batch, "Bert")
    assert len(reviews(store, one)) == 2


def test_a_review_must_fit_the_decision(store: Store) -> None:
    id_ = taken(store)
    for wrong in (looked_back(99), looked_back(id_, "C"), looked_back(id_, X1=3)):
        with pytest.raises(InputRefused):
            add_review(store, wrong, "Anna")
    twice = looked_back(id_, P1=3)
    with pytest.raises(InputRefused):
        add_review(store, twice.model_copy(update={"scores": twice.scores * 2}), "Anna")
    assert reviews(store) == []


def test_expectations_are_means_of_what_is_known_of_both(store: Store) -> None:
    assert expectations(store) == []
    one = taken(store, {"AP1": 5, "AT1": 2, "AR1": None, "BP1": 4, "BT1": 4})
    other = taken(store, {"AP1": 3, "AT1": 1, "AR1": 4})
    back(store, one, P1=2, T1=3, R1=3)
    back(store, one, "B", P1=4, T1=None)
    back(store, other, P1=4)
    found = expectations(store)
    assert [(row["criterion"], row["label"]) for row in found] == [("P1", "Past"), ("T1", "Waarde")]
    assert hopes(store) == {
        "P1": (3, 4.0, pytest.approx(10 / 3), pytest.approx(2 / 3)),
        "T1": (1, 2.0, 3.0, -1.0),
    }


def test_the_latest_review_of_an_option_counts(store: Store) -> None:
    id_ = taken(store, {"AP1": 5, "AT1": 5, "BP1": 5})
    back(store, id_, on=date(2028, 1, 1), P1=3)
    back(store, id_, on=date(2027, 1, 1), P1=1, T1=1)
    back(store, id_, "B", on=date(2026, 1, 1), P1=5)
    assert hopes(store) == {"P1": (2, 5.0, 4.0, 1.0)}
    last = back(store, id_, on=date(2028, 1, 1), P1=5, T1=4)
    assert hopes(store) == {"P1": (2, 5.0, 5.0, 0.0), "T1": (1, 5.0, 4.0, 1.0)}
    assert [row["criterion"] for row in expectations(store)] == ["T1", "P1"]
    undo_batch(store, last, "Anna")
    assert hopes(store) == {"P1": (2, 5.0, 4.0, 1.0)}


def test_a_criterion_is_called_as_in_the_newest_decision(store: Store) -> None:
    renamed = tuple(
        one.model_copy(update={"label": "Past goed"}) if one.code == "P1" else one
        for one in CRITERIA
    )
    taken(store, criteria=renamed, decided_on=date(2027, 1, 1))
    back(store, taken(store, {"AP1": 3}), P1=3)
    assert [row["label"] for row in expectations(store)] == ["Past goed"]
    extra = Criterion(code="P9", label="Extra", group="passendheid", question="Nog iets?")
    taken(store, criteria=(extra,), decided_on=date(2028, 1, 1), points={"P9": 100.0}, cells=())
    assert [row["label"] for row in expectations(store)] == ["Past goed"]


def test_expectations_of_a_library(store: Store) -> None:
    made = Portfolio(store)
    one, other = made.library("Een"), made.library("Ander")
    about, _ = make_consideration(store, "Wat?", weighed(library=one), "Anna")
    gone, _ = make_consideration(store, "Weg?", weighed(library=one), "Anna")
    remove_consideration(store, gone, 1, "Anna")
    fields: list[dict[str, Any]] = [
        {"consideration": about, "library": "Zoals die heette"},
        {"consideration": gone, "library": "Een"},
        {"consideration": 98, "library": "Ander"},
        {"consideration": 97, "library": None},
        {"consideration": 96, "library": "Onbekend"},
    ]
    for actual, more in enumerate(fields, start=1):
        back(store, taken(store, {"AP1": 5}, **more), P1=actual)
    actual_of = {
        key: hopes(store, None if key is None else [key])["P1"][:3:2] for key in (None, one, other)
    }
    assert actual_of == {None: (5, 3.0), one: (3, pytest.approx(7 / 3)), other: (2, 3.5)}
    assert hopes(store, [])["P1"][0] == 1


def test_a_decision_that_was_taken_back_says_nothing(store: Store) -> None:
    id_, batch = take_decision(store, decided({"AP1": 5}, review_on=LATER), "Anna")
    back(store, id_, P1=1)
    undo_batch(store, batch, "Anna")
    assert expectations(store) == []
    assert due_reviews(store, LATER) == []


def test_due_reviews_are_those_nobody_looked_at_yet(store: Store) -> None:
    late = taken(store, review_on=date(2027, 3, 1), question="Laat?")
    early = taken(store, review_on=date(2027, 1, 1))
    looked_at = taken(store, review_on=date(2027, 1, 1))
    taken(store)
    back(store, looked_at)
    assert due_reviews(store, date(2026, 12, 31)) == []
    assert [row["id"] for row in due_reviews(store, date(2027, 1, 1))] == [early]
    assert (
        due_reviews(store, date(2027, 3, 1))
        == due_reviews(store, date(2027, 3, 1), [])
        == [
            {"id": early, "question": "Wat eerst?", "review_on": date(2027, 1, 1)},
            {"id": late, "question": "Laat?", "review_on": date(2027, 3, 1)},
        ]
    )
