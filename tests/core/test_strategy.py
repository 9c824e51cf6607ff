"""A strategy holds few choices and short words, and says what is still open."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from core.strategy import (
    MOST_CHOICES,
    MOST_CHOSEN,
    PARTS,
    QUESTIONS,
    SAVED,
    WORDS_LENGTH,
    Choice,
    Strategy,
    as_title,
    choices_suggestion,
    goals_suggestion,
    in_a_line,
    strategy_finding,
)

WHOLE = Strategy(
    ambition="Iedereen leest.",
    goals=("SD1",),
    spots=("KOV.GM0479",),
    partners=(3,),
    considerations=(4,),
    choices=(Choice(what="Beginnen", owner="Anna", due=date(2027, 9, 1)),),
    until=2029,
)


def test_an_empty_one_is_open_everywhere_and_a_whole_one_nowhere() -> None:
    assert Strategy().open_parts == list(PARTS)
    assert WHOLE.open_parts == []


def test_every_part_has_a_question_and_says_that_it_is_saved() -> None:
    assert set(QUESTIONS) == set(SAVED) == set(PARTS)
    fields = {field for own in PARTS.values() for field in own}
    assert fields == set(Strategy.model_fields) - {"form", "library", "until"}


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"goals_words": "x" * (WORDS_LENGTH + 1)}, "Kort hem in tot 400"),
        ({"partners": range(1, MOST_CHOSEN + 2)}, "ten hoogste 6"),
        ({"spots": ("KOV.Zaanstad",)}, "pattern"),
        ({"until": 1999}, "van 2020 tot en met 2100"),
        ({"choices": [{"what": "", "owner": "Anna"}]}, "wat u kiest"),
        ({"choices": [{"what": "x"}] * (MOST_CHOICES + 1)}, "ten hoogste 6"),
        ({"partners": (0,)}, "greater than or equal"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_reason(wrong: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        Strategy(**wrong)


def test_the_same_thing_chosen_twice_counts_once_and_needless_spaces_go() -> None:
    made = Strategy(goals=("SD1", "SD1"), ambition="  Iedereen \t leest.\n\n Overal. ")
    assert (made.goals, made.ambition) == (("SD1",), "Iedereen leest.\n\nOveral.")


def test_in_words() -> None:
    assert WHOLE.in_words() == {
        "Ambitie": "Iedereen leest.",
        "Doelen": "1 gekozen",
        "Witte vlekken": "1 gekozen",
        "Partners": "1 gekozen",
        "Afwegingen": "1 gekozen",
        "Keuzes": "Beginnen (Anna, 01-09-2027)",
    }
    assert in_a_line(Choice(what="Beginnen")) == "Beginnen"
    assert as_title("Samen", WHOLE) == "Samen tot en met 2029"


@pytest.mark.parametrize(
    ("there", "said"),
    [
        ([], "Er is nog **geen strategie**"),
        ([Strategy()], "Er is **1 strategie**; daarin is nog iets open."),
        ([WHOLE], "Er is **1 strategie**; die is compleet."),
        ([WHOLE, Strategy()], "Er zijn **2 strategieën**; 1 daarvan is compleet."),
        ([Strategy(), Strategy()], "Er zijn **2 strategieën**; geen daarvan is compleet."),
        ([WHOLE, WHOLE], "Er zijn **2 strategieën**; 2 daarvan zijn compleet."),
    ],
)
def test_the_finding(there: list[Strategy], said: str) -> None:
    assert strategy_finding(there).startswith(said)


def test_suggestions_follow_what_was_chosen_and_fit() -> None:
    made = choices_suggestion(["a" * 300, "b"], ["c", "d", "e"], ["f", "g"])
    assert len(made) == MOST_CHOICES
    assert [one.what for one in made[1:4]] == [
        "Witte vlek invullen: b",
        "Besluiten: f",
        "Besluiten: g",
    ]
    assert choices_suggestion([], [], []) == []
    assert goals_suggestion([]) == ""
