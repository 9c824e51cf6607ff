"""The story and the ask keep to what fits on the page."""

import pytest
from pydantic import ValidationError

from core.factsheet_words import ASK_LENGTH, ASK_LINES, STORY_LENGTH, STORY_LINES, FactsheetWords


def words(story: str = "", ask: str = "") -> FactsheetWords:
    return FactsheetWords(library=1, gemeente=479, story=story, ask=ask)


def test_as_much_as_fits_is_taken() -> None:
    made = words("x" * STORY_LENGTH, "\n".join(["y"] * ASK_LINES))
    assert (len(made.story), made.ask.count("\n")) == (STORY_LENGTH, ASK_LINES - 1)


@pytest.mark.parametrize(
    ("story", "ask", "said"),
    [
        ("x" * (STORY_LENGTH + 1), "", f"Het verhaal telt {STORY_LENGTH + 1} tekens"),
        ("", "x" * (ASK_LENGTH + 1), f"De vraag telt {ASK_LENGTH + 1} tekens"),
        ("\n".join("x" * (STORY_LINES + 1)), "", f"meer dan {STORY_LINES} regels"),
        ("", "\n".join("x" * (ASK_LINES + 1)), f"meer dan {ASK_LINES} regels"),
    ],
)
def test_more_is_refused_in_words(story: str, ask: str, said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        words(story, ask)


def test_needless_spaces_and_empty_lines_go() -> None:
    assert words(" a  b \r\n\n c ").story == "a b\nc"


def test_only_what_was_written_is_told() -> None:
    assert words(ask="Geld").in_words() == {"Vraag": "Geld"}
    assert words().in_words() == {}
