"""The charts of a consideration: what they read, and the words that they say themselves."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from core.charts.chances import FULL, chance_bars
from core.charts.considered_over_time import totals_over_time
from core.charts.expectation import expectation_dots
from core.charts.profile import profile_dots
from core.charts.shared import ROWS, Chart
from core.charts.tornado import LOSES, WINS, tornado_bars
from core.charts.totals import part_bars
from core.consideration_table import MOST_OPTIONS, OPTION_CODES
from core.criteria import GROUPS
from core.scale import DISCUSS_FROM, STRONG_FROM

READ: dict[Callable[..., Chart], set[str]] = {
    profile_dots: {"label", "group", "option", "name", "score", "slot", "weight", "text"},
    tornado_bars: {"label", "low", "high", "base", "rival", "text"},
    chance_bars: {"label", "way", "rank", "share", "text"},
    part_bars: {"label", "part", "low", "high", "text", "blocked"},
    totals_over_time: {"day", "part", "total", "question", "text"},
    expectation_dots: {"label", "expected", "actual", "text"},
}
BY_DRAW = {"place"}


def drawn(factory: Callable[..., Chart], **options: Any) -> str:
    return json.dumps(factory(**options).to_dict(), ensure_ascii=False)


def inside(part: Any) -> Iterator[dict[str, Any]]:
    """Every object of a specification."""
    if isinstance(part, dict):
        yield part
    for one in part.values() if isinstance(part, dict) else part if isinstance(part, list) else []:
        yield from inside(one)


@pytest.mark.parametrize("factory", READ)
def test_a_chart_reads_the_fields_that_it_names_and_no_others(
    factory: Callable[..., Chart],
) -> None:
    specification = factory().to_dict()
    read = set(re.findall(r"datum\.(\w+)", json.dumps(specification)))
    made: set[str] = set()
    for one in inside(specification):
        names = one.get("as", [])
        made |= {names} if isinstance(names, str) else set(names)
        made |= set(one.get("flatten", []))
        read |= {one[key] for key in ("field", "stack") if isinstance(one.get(key), str)}
    # An aggregate that counts has a field without a name; an axis has a value and a label.
    of_axis = {"value", "label"} - READ[factory]
    assert read - made - BY_DRAW - of_axis - {""} == READ[factory] - made


@pytest.mark.parametrize("factory", READ)
def test_a_chart_holds_no_rows_of_its_own(factory: Callable[..., Chart]) -> None:
    data = [one["data"] for one in inside(factory().to_dict()) if "data" in one]
    assert data
    assert all(one == {"name": ROWS} for one in data)


def test_every_option_has_a_colour_and_a_letter() -> None:
    for many in (False, True):
        specification = profile_dots(many=many).to_dict()
        colours = [
            one["color"] for one in inside(specification) if "option" in str(one.get("color"))
        ]
        assert colours[0]["scale"]["domain"] == list(OPTION_CODES)
        assert {"field": "option", "type": "nominal"} in [
            one.get("text") for one in inside(specification)
        ]


def test_more_than_four_options_get_higher_rows() -> None:
    few, many = (profile_dots(many=one).to_dict()["height"]["step"] for one in (False, True))
    assert many > few


def test_what_is_unknown_is_said() -> None:
    assert "geen score" in drawn(profile_dots)


def test_the_words_of_what_is_decided() -> None:
    said = drawn(tornado_bars)
    assert all(word in said for word in (LOSES, WINS, "nummer twee", "nummer één"))


def test_the_marks_of_a_total_have_words() -> None:
    for factory in (part_bars, totals_over_time):
        said = drawn(factory)
        assert f"{DISCUSS_FROM} bespreken" in said
        assert f"{STRONG_FROM} sterk" in said


def test_there_is_a_shade_for_every_place() -> None:
    assert len(FULL) == MOST_OPTIONS
    assert list(FULL) == sorted(FULL, reverse=True)


def test_the_groups_are_drawn_in_their_order() -> None:
    assert json.dumps(["Totaal", *GROUPS], ensure_ascii=False) in drawn(totals_over_time)
