"""What a browser sends is an edit, or it is refused."""

from typing import Any

import pytest
from pydantic import ValidationError

from core.score_edit import Edit

GOOD: dict[str, Any] = {
    "id": "a1B2-7", "option": "A", "criterion": "P1", "field": "score", "value": "3", "base": 0,
}  # fmt: skip


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        *(("score", value, value) for value in ("1", "2", "3", "4", "5", "?", None)),
        ("note", "  Goed gesprek.\nVolgende week verder. ", "Goed gesprek.\nVolgende week verder."),
        ("note", "x" * 2_000, "x" * 2_000),
        ("note", "Half \ud83d", "Half �"),
        *(("note", nothing, None) for nothing in ("", " \n ", None)),
    ],
)
def test_an_edit_holds_a_score_or_a_note(field: str, typed: str | None, value: str | None) -> None:
    assert Edit(**GOOD | {"field": field, "value": typed}).value == value


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "abc-1"}, {"id": "a" * 41 + "-1"}, {"id": "abcd-"}, {"id": "abcd-1234567890"},
        {"id": "abcd"}, {"id": "ab_d-1"}, {"id": "abcd-1\n"}, {"id": "terug 12"}, {"id": None},
        {"option": "AA"}, {"option": "a"}, {"option": ""},
        {"criterion": "p1"}, {"criterion": "1P"}, {"criterion": "P" * 13}, {"criterion": ""},
        {"field": "rank"},
        {"value": "0"}, {"value": "6"}, {"value": ""}, {"value": "3 "}, {"value": 3},
        {"field": "note", "value": "x" * 2_001},
        {"base": -1}, {"base": None}, {"base": 2**63},
    ],
)  # fmt: skip
def test_anything_else_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Edit(**GOOD | wrong)


def test_the_edits_of_one_browser_are_known_by_its_name() -> None:
    assert Edit(**GOOD).browser == "a1B2"
