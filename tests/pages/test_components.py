"""What a browser sends to the components is believed only when it fits."""

import math
from typing import Any

import pytest

from core.score_edit import NOTE_LENGTH, Edit
from pages.components.score_table import read_edits
from pages.components.weights import read_weighing

GOOD = {
    "id": "0123456789abcdef-1",
    "option": "A",
    "criterion": "X",
    "field": "score",
    "value": "3",
    "base": 2,
    "attempt": 1,
}


def test_a_well_formed_edit_is_read() -> None:
    [edit] = read_edits([GOOD])
    assert edit == Edit("0123456789abcdef-1", "A", "X", "score", "3", 2)


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "x-1"},
        {"id": "0123456789abcdef-1\n"},
        {"id": "0" * 41 + "-1"},
        {"id": None},
        {"option": "b"},
        {"criterion": ["x"]},
        {"field": "weight"},
        {"value": "6"},
        {"value": 3},
        {"value": ["3"]},
        {"base": -1},
        {"base": True},
        {"base": 1.0},
        {"base": 2**60},
        {"field": "note", "value": "n" * (NOTE_LENGTH + 1)},
    ],
)
def test_what_does_not_fit_is_left_out(wrong: dict[str, Any]) -> None:
    good = GOOD | {"criterion": "Y"}
    assert [edit.criterion for edit in read_edits([GOOD | wrong, good])] == ["Y"]


@pytest.mark.parametrize("sent", [None, "edits", {}, [None, 1, "x", []]])
def test_what_is_no_list_of_edits_is_nothing(sent: object) -> None:
    assert read_edits(sent) == []


def test_a_note_holds_only_what_can_be_stored() -> None:
    sent = GOOD | {"field": "note", "value": "a\0b\ud800c\U0001f600"}
    [edit] = read_edits([sent])
    assert edit.value is not None
    assert edit.value.encode() == "ab\ufffdc\U0001f600".encode()


def test_points_are_brought_to_exactly_100() -> None:
    codes = frozenset("abcdefg")
    sent = {"id": GOOD["id"], "base": 0, "points": dict.fromkeys(codes, 14.3)}
    weighing = read_weighing(sent, codes)
    assert weighing is not None
    assert math.fsum(weighing.points.values()) == 100
    assert set(weighing.points) == codes


@pytest.mark.parametrize(
    "points",
    [
        None,
        {"x": 100},
        {"x": 50, "y": 50, "z": 0},
        {"x": 50, "y": 49},
        {"x": 110, "y": -10},
        {"x": math.nan, "y": 100},
        {"x": math.inf, "y": 0},
        {"x": "50", "y": 50},
        {"x": True, "y": 99},
    ],
)
def test_points_that_do_not_fit_are_refused(points: object) -> None:
    sent = {"id": GOOD["id"], "base": 0, "points": points}
    assert read_weighing(sent, frozenset({"x", "y"})) is None
