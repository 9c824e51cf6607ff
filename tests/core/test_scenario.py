"""What a scenario says, changed step by step, and what cannot be imagined."""

from typing import Any

import pytest
from pydantic import ValidationError

from core.scenario import MOST, Effort, Imagined, Scenario, read_imagined, spread

DREAM: dict[str, Any] = {"name": "Droom", "library": 1, "theme": "PO", "gemeenten": ["GM0479"]}


def test_what_stops_has_no_other_effort_and_the_other_way_round() -> None:
    shifted = Scenario().stopping([1, 2]).shifting(Effort(partnership=2, hours=5))
    assert (shifted.stopped, [one.partnership for one in shifted.efforts]) == ((1,), [2])
    stopped = shifted.stopping([2, 1])
    assert (stopped.stopped, stopped.efforts) == ((1, 2), ())
    assert stopped.keeping([1, 2]).is_empty
    assert not stopped.is_empty


def test_an_effort_is_replaced_by_the_next() -> None:
    twice = (
        Scenario()
        .shifting(Effort(partnership=1, hours=5))
        .shifting(Effort(partnership=1, budget=7))
    )
    assert twice.efforts == (Effort(partnership=1, budget=7),)


def test_the_same_name_in_the_same_library_is_the_same_dream() -> None:
    one = Imagined.model_validate(DREAM)
    other = Imagined.model_validate(DREAM | {"name": "DROOM", "hours": 10})
    elsewhere = Imagined.model_validate(DREAM | {"library": 2})
    three = Scenario().imagining(one).imagining(other).imagining(elsewhere)
    assert three.imagined == (other, elsewhere)
    assert three.forgetting("droom", 1).imagined == (elsewhere,)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": " "}, "Vul een naam in"),
        ({"name": "?!"}, "Vul een naam in"),
        ({"name": "x" * 201}, "1 tot 200 tekens"),
        ({"gemeenten": []}, "ten minste één gemeente"),
        ({"hours": -1}, "0 of meer"),
        ({"budget": 1e12}, "ten hoogste een miljard"),
        ({"hours": float("nan")}, "0 of meer"),
        ({"locations": -1}, "0 tot 1.000 locaties"),
        ({"locations": MOST + 1}, "0 tot 1.000 locaties"),
        ({"contributions": {"SD1": 4}}, "De bijdrage aan SD1 is"),
        ({"theme": None}, "De waarde van thema"),
    ],
)
def test_what_cannot_be_imagined_is_said(wrong: dict[str, Any], said: str) -> None:
    assert read_imagined(DREAM)[0] is not None
    one, reasons = read_imagined(DREAM | wrong)
    assert one is None
    assert said in " ".join(reasons)


def test_an_effort_below_nought_is_refused() -> None:
    with pytest.raises(ValidationError):
        Effort(partnership=1, hours=-1)


def test_a_scenario_comes_back_from_its_text() -> None:
    whole = Scenario(stopped=(3,), efforts=(Effort(partnership=4, hours=1.5),)).imagining(
        Imagined.model_validate(DREAM | {"contributions": {"SD1": 3}, "partners": ["A", "B"]})
    )
    assert Scenario.model_validate_json(whole.model_dump_json()) == whole


def test_locations_are_spread_as_far_as_there_is_room() -> None:
    assert spread(5, [3, 1, 4]) == [3, 1, 1]
    assert spread(9, [3, 1]) == [3, 1]
    assert spread(5, [None, 3]) == [5, 0]
    assert spread(0, [3]) == [0]
    assert spread(2, []) == []
