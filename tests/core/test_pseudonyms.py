"""Hiding what people wrote: names are replaced, other words hidden, what is fixed stays."""

from datetime import date
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from core.pseudonyms import HIDDEN, SENTENCES, Hiding, Names, texts_in

NAMES = {"Stichting Kwarts": "Partner 3", "Kwarts": "Partner 4", "OBS (De Ster)": "Basisschool 5"}


class Part(BaseModel):
    what: str
    sort: Literal["a", "b"] = "a"


class Content(BaseModel):
    day: date
    finding: str = ""
    note: str | None = None
    parts: tuple[Part, ...] = ()
    points: dict[str, float] = {}
    said: dict[str, str] = {}
    pair: tuple[str, date] = ("", date(2026, 1, 1))
    band: str = "sterk"
    either: Literal["a", "b"] | str = "a"


def hidden(shown: set[str] = frozenset(), **content: Any) -> dict[str, Any]:  # type: ignore[assignment]
    made = Content(day=date(2026, 11, 28), **content).model_dump(mode="json")
    return Hiding(Content, shown).content(made, Names(NAMES).replacing(texts_in(made, SENTENCES)))


def replaced(text: str, harmless: set[str] | None = None) -> str:
    return Names(NAMES, harmless).replacing([text])(text)


def test_the_longest_name_is_replaced_whole_and_in_any_case() -> None:
    assert replaced("met STICHTING kwarts, Kwarts en OBS (De Ster)!") == (
        "met Partner 3, Partner 4 en Basisschool 5!"
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Stichting Kwarts", "Stichting  Kwarts"),
        ("Stichting Kwarts", "Stichting\N{NO-BREAK SPACE}Kwarts"),
        ("stichting  kwarts ", "stichting\nkwarts"),
        ("Café Ons Huis", "Cafe\u0301 Ons Huis"),
        ("Cafe\u0301 Ons Huis", "café ons huis"),
        ("Bäckerei Weiß", "Bäckerei Weiß"),
        ("Bäckerei Weiß", "BÄCKEREI WEISS"),
        ("İpek", "İpek"),
        ("Kwarts", "plan_Kwarts_2026"),
        ("O", "o"),
        ("مدرسة النور", "مدرسة النور"),
        ("Școala (nr. 1)", "școala (nr. 1)"),
    ],
)
def test_a_name_is_found_however_it_is_written(name: str, text: str) -> None:
    for harmless in (None, set[str]()):
        made = Names({name: "Partner 3"}, harmless).replacing([text])(text)
        assert made in {"Partner 3", "plan_Partner 3_2026"}


@pytest.mark.parametrize(
    "name", ["مدرسة النور", "光明 小学", "Bäckerei Weiß", "Cafe\u0301 Rozenhof"]
)
def test_a_word_of_a_name_is_hidden_in_any_script(name: str) -> None:
    word = name.split()[1]
    assert Names({name: "Partner 3"}, set()).replacing([f"met {word}"])(f"met {word}") == (
        f"met {HIDDEN}"
    )


def test_a_number_in_a_name_hides_no_other_number() -> None:
    said = "In 2026 is 40% bereikt."
    assert Names({"School 2026": "Partner 3"}, set()).replacing([said])(said) == said


def test_of_two_names_that_begin_alike_the_longest_is_meant() -> None:
    names = Names({"Kwarts": "Partner 4", "Kwarts Noord": "Partner 6"})
    for text in ("Kwarts Noord", "kwarts noord"):
        assert names.replacing([text])(text) == "Partner 6"


def test_a_dash_that_somebody_filled_in_as_a_name_is_none() -> None:
    said = "van 2024 - 2026"
    assert Names({"-": "Medewerker 3"}, set()).replacing([said])(said) == said


def test_a_name_within_a_word_is_no_name() -> None:
    assert replaced("Kwartsiet en Bergkwarts") == "Kwartsiet en Bergkwarts"


def test_a_telling_word_of_a_name_is_hidden_where_it_has_a_capital() -> None:
    text = "De Ster straalt; een ster, een stichting, een Stichting"
    assert replaced(text) == text
    assert replaced(text, {"de", "stichting"}) == (
        f"De {HIDDEN} straalt; een ster, een stichting, een Stichting"
    )


def test_words_are_hidden_numbers_dates_and_fixed_words_are_not() -> None:
    found = hidden(
        note="Bel Anna", parts=(Part(what="x", sort="b"),), points={"P1": 2.5}, said={"P1": "y"},
        pair=("z", date(2026, 2, 3)),
    )  # fmt: skip
    assert found == {
        "day": "2026-11-28", "finding": "", "note": HIDDEN,
        "parts": [{"what": HIDDEN, "sort": "b"}], "points": {"P1": 2.5}, "said": {"P1": HIDDEN},
        "pair": [HIDDEN, "2026-02-03"], "band": "sterk", "either": HIDDEN,
    }  # fmt: skip


def test_what_was_not_filled_in_stays_so() -> None:
    assert hidden(note=None)["note"] is None


def test_a_sentence_of_the_product_is_kept_without_the_names() -> None:
    assert hidden(finding="Kwarts staat voorop.")["finding"] == "Partner 4 staat voorop."


def test_a_shipped_text_is_shown_wherever_it_stands() -> None:
    assert hidden(shown={"Past het?"}, note="Past het?")["note"] == "Past het?"


@given(st.text(min_size=1), st.text(min_size=1))
def test_whatever_is_written_none_of_it_is_left(note: str, what: str) -> None:
    found = hidden(note=note, parts=(Part(what=what),))
    assert (found["note"], found["parts"][0]["what"]) == (HIDDEN, HIDDEN)


@given(st.sampled_from(sorted(NAMES)), st.text(alphabet=" .,!?-\n"), st.text(alphabet=" .,;:'\n"))
def test_no_name_is_left_whatever_stands_around_it(name: str, before: str, after: str) -> None:
    text = f"{before}{name}{after}"
    assert name not in replaced(text)
