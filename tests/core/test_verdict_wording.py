"""What is said of a verdict, literally, for tables that were worked out by hand."""

from typing import Any

import pytest

from core.consideration_table import ConsiderationTable
from core.verdict import verdicts
from core.verdict_wording import (
    agreement_in_words,
    band_in_words,
    band_of,
    finding,
    first_to_solve,
    in_points,
    moved,
    ranking,
    strong_and_weak,
    to_answer,
    total_in_words,
)
from tests.core.considered import found, given, table
from tests.decisions import criteria, options

THREE = ("Taalhuis", "Leesclub", "Maakplaats")

# The outcome


@pytest.mark.parametrize(
    ("names", "rows", "said"),
    [
        ((), {}, "Er zijn nog geen scores van 1 tot 5. De uitkomst verschijnt bij de eerste."),
        (
            (),
            {"A": "???", "B": "??-"},
            "Er zijn nog geen scores van 1 tot 5. De uitkomst verschijnt bij de eerste.",
        ),
        (
            (),
            {"A": "531", "B": "333"},
            "Taalhuis staat eerst, met 65 van 100 (bespreken), vóór Leesclub met 50 van 100.",
        ),
        (
            (),
            {"A": "333", "B": "333"},
            "Taalhuis en Leesclub staan gelijk, met 50 van 100 (bespreken).",
        ),
        (
            THREE,
            {"A": "333", "B": "511", "C": "333"},
            "Taalhuis, Leesclub en Maakplaats staan gelijk, met 50 van 100 (bespreken).",
        ),
        (
            (),
            {"A": "3-3", "B": "3-3"},
            "Taalhuis en Leesclub staan gelijk, met een totaal tussen 35 en 65 van 100 (zorg tot "
            "bespreken). De scores die nog open staan, beslissen.",
        ),
        (
            (),
            {"A": "-55", "B": "-55"},
            "Taalhuis en Leesclub staan gelijk, met een totaal tussen 50 en 100 van 100 (bespreken "
            "tot sterk). De scores die nog open staan, beslissen.",
        ),
        (  # the second, with 57.5, can no longer pass; the third can
            THREE,
            {"A": "531", "B": "432", "C": "-51"},
            "Taalhuis staat eerst, met 65 van 100 (bespreken), maar dat staat nog niet vast: "
            "Maakplaats (tussen 30 en 80 van 100) kan er met de scores die nog open staan voorbij.",
        ),
        (
            THREE,
            {"A": "531", "B": "-51", "C": "4--"},
            "Taalhuis staat eerst, met 65 van 100 (bespreken), maar dat staat nog niet vast: "
            "Maakplaats (tussen 38 en 88 van 100) en Leesclub (tussen 30 en 80 van 100) kunnen er "
            "met de scores die nog open staan voorbij.",
        ),
        (  # level now, and a third that can pass both
            THREE,
            {"A": "333", "B": "333", "C": "--1"},
            "Taalhuis en Leesclub staan gelijk, met 50 van 100 (bespreken), maar dat staat nog "
            "niet vast: Maakplaats (tussen 0 en 80 van 100) kan er met de scores die nog open "
            "staan voorbij.",
        ),
        (
            (),
            {"A": "333", "B": "-11"},
            "Taalhuis staat eerst, met 50 van 100 (bespreken), maar dat staat nog niet vast: "
            "Leesclub (tussen 0 en 50 van 100) kan met de scores die nog open staan gelijk komen.",
        ),
        (  # one can pass, another only come level: who can pass is named
            THREE,
            {"A": "333", "B": "-11", "C": "-12"},
            "Taalhuis staat eerst, met 50 van 100 (bespreken), maar dat staat nog niet vast: "
            "Maakplaats (tussen 5 en 55 van 100) kan er met de scores die nog open staan voorbij.",
        ),
        (
            (),
            {"A": "55-", "B": "333"},
            "Taalhuis staat eerst, met een totaal tussen 80 en 100 van 100 (sterk), vóór Leesclub "
            "met 50 van 100. Dat blijft zo, wat de open scores ook worden.",
        ),
        (
            (),
            {"A": "555", "B": "3-1"},
            "Taalhuis staat eerst, met 100 van 100 (sterk), vóór Leesclub met een totaal tussen 25 "
            "en 55 van 100. Dat blijft zo, wat de open scores ook worden.",
        ),
        (
            (),
            {"A": "-55", "B": "311"},
            "Taalhuis staat eerst, met een totaal tussen 50 en 100 van 100 (bespreken tot sterk), "
            "vóór Leesclub met 25 van 100. Dat hangt nog af van een randvoorwaarde die nog niet is "
            "beantwoord.",
        ),
        (
            (),
            {"A": "255", "B": "311"},
            "Leesclub kan als enige verder, met 25 van 100 (zorg). Taalhuis moet eerst aan een "
            "randvoorwaarde voldoen.",
        ),
        (
            (),
            {"A": "255", "B": "-11"},
            "Leesclub kan als enige verder, met een totaal tussen 0 en 50 van 100 (zorg tot "
            "bespreken). Dat hangt nog af van een randvoorwaarde die nog niet is beantwoord. "
            "Taalhuis moet eerst aan een randvoorwaarde voldoen.",
        ),
        (
            THREE,
            {"A": "255", "B": "311", "C": "111"},
            "Leesclub kan als enige verder, met 25 van 100 (zorg). Taalhuis en Maakplaats moeten "
            "eerst aan een randvoorwaarde voldoen.",
        ),
        (
            (),
            {"A": "255", "B": "111"},
            "Geen van de opties kan nu verder: alle moeten eerst aan een randvoorwaarde voldoen. "
            "Taalhuis staat eerst, met 62 van 100 (bespreken), vóór Leesclub met 0 van 100.",
        ),
        (("Taalhuis",), {"A": "531"}, "Taalhuis krijgt 65 van 100: bespreken."),
        (
            ("Taalhuis",),
            {"A": "53-"},
            "Taalhuis krijgt tussen 65 en 85 van 100: bespreken tot sterk. 1 criterium is nog niet "
            "beantwoord; daarom is het een bereik.",
        ),
        (
            ("Taalhuis",),
            {"A": "5??"},
            "Taalhuis krijgt tussen 50 en 100 van 100: bespreken tot sterk. 2 criteria zijn nog "
            "niet beantwoord; daarom is het een bereik.",
        ),
        (
            ("Taalhuis",),
            {"A": "231"},
            "Taalhuis moet eerst aan een randvoorwaarde voldoen; het totaal is 28 van 100 (zorg).",
        ),
    ],
)
def test_the_outcome_in_words(names: tuple[str, ...], rows: dict[str, str], said: str) -> None:
    assert finding(found(*names, **rows)) == said


def test_without_options_there_is_something_to_do() -> None:
    assert finding([]) == "Er zijn nog geen opties. Voeg toe wat u wilt afwegen."


def test_what_weighs_nothing_makes_no_range() -> None:
    light = table("Taalhuis", P1=50, T1=50, R1=0)
    assert finding(verdicts(light, given(A="33-"))) == (
        "Taalhuis krijgt 50 van 100: bespreken. 1 criterium is nog niet beantwoord."
    )


def test_two_preconditions_that_are_open() -> None:
    asked = tuple(
        one.model_copy(update={"precondition": one.code != "T1"}) for one in table().criteria
    )
    both = ConsiderationTable(criteria=asked, options=table().options).weighing(
        {"P1": 10, "T1": 80, "R1": 10}
    )
    assert finding(verdicts(both, given(A="-5-", B="313"))) == (
        "Taalhuis staat eerst, met een totaal tussen 80 en 100 van 100 (sterk), vóór Leesclub met "
        "10 van 100. Dat hangt nog af van randvoorwaarden die nog niet zijn beantwoord."
    )


def test_level_while_a_precondition_without_weight_is_open() -> None:
    light = table(P1=0, T1=60, R1=40)
    said = (
        "Taalhuis en Leesclub staan gelijk, met 50 van 100 (bespreken). Dat hangt nog af van een "
        "randvoorwaarde die nog niet is beantwoord."
    )
    for rows in ({"A": "333", "B": "-33"}, {"A": "-33", "B": "333"}):
        assert finding(verdicts(light, given(**rows))) == said


def test_a_name_with_a_full_stop_stays_inside_its_sentence() -> None:
    names = ("Bibliotheek e.o.", "Zorg B.V.")
    before, after = found(*names, A="531", B="333"), found(*names, A="331", B="333")
    said = [
        finding(before),
        finding(found(*names, A="255", B="311")),
        finding(found(*names, A="255", B="111")),
        moved(before, after, "A"),
        moved(after, before, "A"),
        *ranking(table(*names), given(A="531", B="333"), before),
    ]
    assert not [one for one in said if ".." in one or "  " in one or not one.endswith(".")]


# A total


@pytest.mark.parametrize(
    ("row", "total", "word"),
    [
        ("531", "65 van 100", "bespreken"),
        ("53-", "tussen 65 en 85 van 100", "bespreken tot sterk"),
        ("---", "tussen 0 en 100 van 100", "zorg tot sterk"),
        ("55-", "tussen 80 en 100 van 100", "sterk"),
        ("231", "28 van 100", "zorg"),
    ],
)
def test_a_total_and_its_band(row: str, total: str, word: str) -> None:
    [one] = found("Taalhuis", A=row)
    assert (total_in_words(one), band_in_words(one)) == (total, word)


def test_a_range_that_is_not_seen_is_not_named() -> None:
    light = table("Taalhuis", P1=50, T1=49.8, R1=0.2)
    [one] = verdicts(light, given(A="33-"))
    assert total_in_words(one) == "50 van 100"


def test_the_band_of_a_group() -> None:
    totals = {"passendheid": (25.0, 75.0), "toegevoegde waarde": (80.0, 90.0)}
    assert band_of(totals, "passendheid") == "zorg tot sterk"
    assert band_of(totals, "toegevoegde waarde") == "sterk"
    assert band_of(totals, "realiseerbaarheid") == ""


@pytest.mark.parametrize(
    ("points", "said"),
    [
        (1.0, "1 punt"), (1.04, "1 punt"), (0.5, "0,5 punten"), (1.1, "1,1 punten"),
        (15.0, "15 punten"), (12.34, "12,3 punten"),
    ],
)  # fmt: skip
def test_points_in_words(points: float, said: str) -> None:
    assert in_points(points) == said


# An option


@pytest.mark.parametrize(
    ("anchor", "said"),
    [
        ("Er is een plan", "Past: er is een plan"),
        ("VVE is geregeld", "Past: VVE is geregeld"),
        ("IJkpunt gehaald", "Past: IJkpunt gehaald"),
        ("B is bekend", "Past: B is bekend"),
        ("2 partners doen mee", "Past: 2 partners doen mee"),
        ("", "Past: ten minste een 3"),
    ],
)
def test_what_is_first_to_solve(anchor: str, said: str) -> None:
    past, *others = table().criteria
    asked = (past.model_copy(update={"anchor_3": anchor}), *others)
    whole = ConsiderationTable(criteria=asked, options=table().options)
    blocked, free = (verdicts(whole, given(A="2--", B="3--"))[at] for at in (1, 0))
    assert first_to_solve(whole, blocked) == [said]
    assert first_to_solve(whole, free) == []


def test_which_preconditions_are_to_be_answered() -> None:
    asked = tuple(
        one.model_copy(update={"precondition": one.code != "T1"}) for one in table().criteria
    )
    whole = ConsiderationTable(criteria=asked, options=table("Taalhuis").options)
    assert to_answer(whole, verdicts(whole, given(A="?--"))[0]) == ["Past", "Kan"]
    assert to_answer(whole, verdicts(whole, given(A="2-5"))[0]) == []


def test_the_strongest_and_weakest_of_an_option() -> None:
    asked = criteria(9)
    points = dict(zip([one.code for one in asked], (1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
    whole = ConsiderationTable(criteria=asked, options=options("Taalhuis")).weighing(points)
    row = (5, 4, 4, 5, 1, 2, 2, 1, 3)
    scores: Any = {("A", code): score for code, score in zip(whole.codes, row, strict=True)}
    # Fives before fours and ones before twos; among those the heaviest first.
    assert strong_and_weak(whole, scores, "A") == (
        ["Criterium 3", "Criterium 0", "Criterium 2"],
        ["Criterium 7", "Criterium 4", "Criterium 6"],
    )
    assert strong_and_weak(whole, scores, "B") == ([], [])
    assert strong_and_weak(table(), given(A="342"), "A") == (["Waarde"], ["Kan"])
    assert strong_and_weak(table(), given(A="33?"), "A") == ([], [])


# Why one is before another


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            {"A": "531", "B": "333"},
            "Taalhuis staat 15 punten vóór Leesclub, vooral door Past (+25); Leesclub is beter op "
            "Kan (+10).",
        ),
        (
            {"A": "533", "B": "333"},
            "Taalhuis staat 25 punten vóór Leesclub, vooral door Past (+25).",
        ),
        (
            {"A": "555", "B": "334"},
            "Taalhuis staat 45 punten vóór Leesclub, vooral door Past (+25), Waarde (+15) en Kan "
            "(+5).",
        ),
        ({"A": "333", "B": "333"}, "Taalhuis en Leesclub staan gelijk."),
        (
            {"A": "511", "B": "333"},
            "Taalhuis en Leesclub staan gelijk; Taalhuis is beter op Past (+25); Leesclub is beter "
            "op Waarde (+15) en Kan (+10).",
        ),
        (
            {"A": "53-", "B": "333"},
            "Taalhuis staat 25 punten vóór Leesclub als open scores halverwege uitkomen, vooral "
            "door Past (+25).",
        ),
        (
            {"A": "333", "B": "33-"},
            "Taalhuis en Leesclub staan gelijk als open scores halverwege uitkomen.",
        ),
        (  # nothing that both were scored on
            {"A": "5--", "B": "-3-"},
            "Taalhuis staat 25 punten vóór Leesclub als open scores halverwege uitkomen.",
        ),
    ],
)  # fmt: skip
def test_why_one_is_before_another(rows: dict[str, str], said: str) -> None:
    assert ranking(table(), given(**rows), found(**rows)) == [said]


@pytest.mark.parametrize(
    ("light", "said"),
    [
        (0.4, "Taalhuis en Leesclub staan vrijwel gelijk."),
        (2.0, "Taalhuis staat 0,5 punten vóór Leesclub, vooral door Kan (+0,5)."),
        (4.0, "Taalhuis staat 1 punt vóór Leesclub, vooral door Kan (+1)."),
    ],
)
def test_a_small_lead(light: float, said: str) -> None:
    close = table("Taalhuis", "Leesclub", P1=60, T1=40 - light, R1=light)
    scores = given(A="334", B="333")
    assert ranking(close, scores, verdicts(close, scores)) == [said]


def test_each_beside_the_one_before_it_and_those_that_are_blocked_left_out() -> None:
    rows = {"A": "333", "B": "555", "C": "255", "D": "355"}
    names = (*THREE, "Danslab")
    said = ranking(table(*names), given(**rows), found(*names, **rows))
    assert [one.partition(",")[0] for one in said] == [
        "Leesclub staat 25 punten vóór Danslab",
        "Danslab staat 25 punten vóór Taalhuis",
    ]
    assert ranking(table(), {}, []) == []


def test_of_many_reasons_the_three_largest() -> None:
    asked = criteria(5)
    points = dict(zip([one.code for one in asked], (10, 30, 15, 25, 20), strict=True))
    whole = ConsiderationTable(criteria=asked, options=options("Taalhuis", "Leesclub"))
    whole = whole.weighing(points)
    scores: Any = {(option, code): 5 if option == "A" else 3 for option in "AB" for code in points}
    assert ranking(whole, scores, verdicts(whole, scores)) == [
        "Taalhuis staat 50 punten vóór Leesclub, vooral door Criterium 1 (+15), Criterium 3 "
        "(+12,5) en Criterium 4 (+10)."
    ]


# What a change did


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            {"A": "531", "B": "333"},
            {"A": "231", "B": "333"},
            "Het totaal van Taalhuis was 65 van 100 en is nu 28 van 100. Nu moet Taalhuis "
            "eerst aan een randvoorwaarde voldoen. In plaats van Taalhuis staat Leesclub nu eerst.",
        ),
        (
            {"A": "231", "B": "333"},
            {"A": "531", "B": "333"},
            "Het totaal van Taalhuis was 28 van 100 en is nu 65 van 100. De randvoorwaarden staan "
            "een start niet meer in de weg. In plaats van Leesclub staat Taalhuis nu eerst.",
        ),
        (
            {"A": "231", "B": "333"},
            {"A": "131", "B": "333"},
            "Het totaal van Taalhuis was 28 van 100 en is nu 15 van 100. Leesclub blijft eerst.",
        ),
        (
            {"A": "531", "B": "333"},
            {"A": "532", "B": "333"},
            "Het totaal van Taalhuis was 65 van 100 en is nu 70 van 100. Taalhuis blijft eerst.",
        ),
        (
            {"A": "53-", "B": "333"},
            {"A": "533", "B": "333"},
            "Het totaal van Taalhuis was tussen 65 en 85 van 100 en is nu 75 van 100. Taalhuis "
            "blijft eerst.",
        ),
        (
            {"A": "334", "B": "333"},
            {"A": "333", "B": "333"},
            "Het totaal van Taalhuis was 55 van 100 en is nu 50 van 100. Taalhuis en Leesclub "
            "staan nu gelijk.",
        ),
        (
            {"A": "333", "B": "333"},
            {"A": "334", "B": "333"},
            "Het totaal van Taalhuis was 50 van 100 en is nu 55 van 100. Taalhuis staat nu eerst.",
        ),
        (
            {"A": "333", "B": "333"},
            {"A": "333", "B": "333"},
            "Het totaal van Taalhuis blijft 50 van 100. Taalhuis en Leesclub blijven gelijk staan.",
        ),
        (
            {},
            {"A": "5--"},
            "Het totaal van Taalhuis was tussen 0 en 100 van 100 en is nu tussen 50 en 100 van "
            "100. Taalhuis staat nu eerst.",
        ),
    ],
)
def test_what_a_change_did(before: dict[str, str], after: dict[str, str], said: str) -> None:
    assert moved(found(**before), found(**after), "A") == said


def test_a_change_too_small_to_show() -> None:
    light = table("Taalhuis", P1=50, T1=49.6, R1=0.4)
    of = [verdicts(light, given(A=row)) for row in ("333", "334", "333")]
    assert moved(of[0], of[1], "A") == "Het totaal van Taalhuis blijft afgerond 50 van 100."
    assert moved(of[0], of[2], "A") == "Het totaal van Taalhuis blijft 50 van 100."


def test_nothing_is_said_of_an_option_that_was_not_there() -> None:
    assert moved(found("Taalhuis", A="333"), found(A="333", B="333"), "B") == ""
    assert moved(found(A="333", B="333"), found("Taalhuis", A="333"), "B") == ""


# Agreement


@pytest.mark.parametrize(
    ("w", "said"),
    [
        (1.0, "groot (Kendalls W 1,00"), (0.7, "groot (Kendalls W 0,70"),
        (0.697, "groot (Kendalls W 0,70"), (0.694, "redelijk (Kendalls W 0,69"),
        (0.5, "redelijk (Kendalls W 0,50"), (0.49, "beperkt (Kendalls W 0,49"),
        (0.3, "beperkt (Kendalls W 0,30"), (0.294, "klein (Kendalls W 0,29"),
        (0.0, "klein (Kendalls W 0,00"),
    ],
)  # fmt: skip
def test_agreement_in_words(w: float, said: str) -> None:
    assert agreement_in_words(w, 4) == (
        f"De overeenstemming tussen de 4 deelnemers is {said} op een schaal van 0 tot 1)."
    )


def test_one_person_agrees_with_nobody() -> None:
    assert agreement_in_words(0.8, 1) == ""
    assert agreement_in_words(0.8, 2)
    assert agreement_in_words(None, 4) == ""
