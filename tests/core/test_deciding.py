"""A decision holds all that was known and shown on the day it was taken."""

from datetime import date
from typing import Any

from core.certainty import certainty
from core.certainty_wording import certainty_in_words
from core.deciding import decide, outcomes
from core.decision import Action, Decision, Spread
from core.verdict import verdicts
from core.verdict_wording import finding, ranking
from tests.core.considered import POINTS, found, given, table

DAY = date(2026, 11, 28)
SPREAD = Spread(
    round=1, count=2, median=4.5, low=4, high=5, quartile_low=4.25, quartile_high=4.75
)  # fmt: skip


def deciding(rows: dict[str, str], is_sure: bool = True, **fields: Any) -> Any:
    """A decision on Taalhuis and Leesclub with these scores, and what is wrong with it."""
    whole, scores = table(), given(**rows)
    of = verdicts(whole, scores)
    typed: dict[str, Any] = {
        "consideration": 7,
        "question": "Wat eerst?",
        "library": "Waterland",
        "table": whole,
        "scores": scores,
        "notes": {("A", "P1"): "Dicht bij huis", ("C", "P1"): "Van een optie die er niet meer is"},
        "spreads": {("A", "P1"): [SPREAD]},
        "found": of,
        "sure": certainty(whole, scores, of, draws=100) if is_sure else None,
        "took_part": ["Anna", "Bert"],
        "decision": "We beginnen.",
        "chosen": ["A"],
        "actions": [Action(what="Bellen")],
        "review_on": date(2027, 11, 28),
        "decided_on": DAY,
        "agreement": 0.5,
        "raters": 2,
        "data_version": "wijziging 1",
    }
    return decide(**typed | fields)


def test_all_of_it_is_in_the_decision() -> None:
    made, wrong = deciding({"A": "531", "B": "33?"})
    assert wrong == []
    assert (made.consideration, made.question, made.library) == (7, "Wat eerst?", "Waterland")
    assert (made.decided_on, made.review_on) == (DAY, date(2027, 11, 28))
    assert (made.took_part, made.chosen) == (("Anna", "Bert"), ("A",))
    assert (made.options, made.criteria) == (table().options, table().criteria)
    assert (made.criteria_name, made.criteria_version) == ("Standaardcriteria", 0)
    assert (made.points, made.agreement) == (POINTS, 0.5)
    assert (made.decision, made.actions) == ("We beginnen.", (Action(what="Bellen"),))
    assert made.data_version == "wijziging 1"
    assert Decision.model_validate_json(made.model_dump_json()).hash == made.hash


def test_every_cell_of_the_table_and_none_besides() -> None:
    made, _ = deciding({"A": "531", "B": "3-?", "C": "555"})
    assert [(one.option, one.criterion, one.score) for one in made.cells] == [
        ("A", "P1", 5), ("A", "T1", 3), ("A", "R1", 1),
        ("B", "P1", 3), ("B", "T1", None), ("B", "R1", None),
    ]  # fmt: skip
    assert [one.note for one in made.cells] == ["Dicht bij huis", "", "", "", "", ""]
    assert [one.spread for one in made.cells] == [(SPREAD,), (), (), (), (), ()]


def test_the_sentences_are_those_of_the_screen() -> None:
    rows = {"A": "531", "B": "333"}
    made, _ = deciding(rows)
    whole, scores, of = table(), given(**rows), found(**rows)
    sure = certainty(whole, scores, of, draws=100)
    assert made.finding == finding(of)
    assert made.certainty == (
        *ranking(whole, scores, of),
        *certainty_in_words(whole, sure),
    )
    assert len(made.certainty) == 3
    without, _ = deciding(rows, is_sure=False)
    assert without.certainty == tuple(ranking(whole, scores, of))


def test_the_outcome_of_each_option_best_first() -> None:
    of = found("Taalhuis", "Leesclub", "Maakplaats", A="333", B="255", C="54-")
    sure = certainty(
        table("Taalhuis", "Leesclub", "Maakplaats"), given(A="333", B="255", C="54-"), of, draws=100
    )
    first, second, third = outcomes(of, sure)
    assert (first.option, first.rank, first.total) == ("C", 1, (72.5, 92.5))
    assert first.band == "bespreken tot sterk"
    assert first.preconditions == {"P1": "met"}
    assert first.groups["realiseerbaarheid"] == (0.0, 100.0)
    assert (first.first_near, first.first_free) == (
        sure.chances[0].near[0],
        sure.chances[0].free[0],
    )
    assert (second.option, second.rank, second.first_near) == ("A", 2, sure.chances[1].near[0])
    # What must first solve something takes no part in the chances.
    assert (third.option, third.rank) == ("B", 3)
    assert third.preconditions == {"P1": "unmet"}
    assert (third.first_near, third.first_free) == (None, None)
    assert [one.first_near for one in outcomes(of, None)] == [None] * 3
    assert outcomes([], None) == ()


def test_what_stands_level_shares_a_rank() -> None:
    names = ("Taalhuis", "Leesclub", "Maakplaats", "Danslab")
    of = found(*names, A="333", B="511", C="331", D="155")
    assert [(one.option, one.rank) for one in outcomes(of, None)] == [
        ("A", 1), ("B", 1), ("C", 3), ("D", 4),
    ]  # fmt: skip
    assert of[0].total == of[3].total  # but one of them is blocked


def test_what_is_wrong_is_said_in_dutch() -> None:
    made, wrong = deciding({"A": "531"}, decision=" ", actions=[Action(what="Bellen")] * 31)
    assert made is None
    assert wrong == [
        "Schrijf het besluit op, in ten hoogste 2000 tekens.",
        "Deze waarde kan niet worden gebruikt.",
    ]


def test_not_knowing_is_told_from_not_filled_in() -> None:
    made, _ = deciding({"A": "?4-", "B": "333"})
    assert [made.cell("A", code).said for code in ("P1", "T1", "R1")] == [
        "weet niet", 4, "niet ingevuld",
    ]  # fmt: skip
