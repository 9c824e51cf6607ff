"""No two partners stand on one place, each in its own cell, and an arrow starts in the old one."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from core.force_places import MOST, MOST_ARROWS, is_named, placed

SCALE = some.integers(1, 5)
CELLS = some.lists(some.tuples(SCALE, SCALE, some.none() | some.tuples(SCALE, SCALE)), max_size=60)


def rows(*cells: Any) -> list[dict[str, Any]]:
    return [
        {
            "name": f"Partner {nth}",
            "chosen": nth == 1,
            "interest": interest,
            "influence": influence,
            "previous_interest": before[0] if before else None,
            "previous_influence": before[1] if before else None,
        }
        for nth, (interest, influence, before) in enumerate(cells, 1)
    ]


@given(CELLS)
def test_each_has_a_place_of_its_own_in_its_cell(cells: list[Any]) -> None:
    found = placed(rows(*cells))
    many = sum(before is not None and before != (x, y) for x, y, before in cells) > MOST_ARROWS
    assert len({(one["x"], one["y"]) for one in found}) == len(found)
    for one in found:
        assert abs(one["x"] - one["interest"]) < 0.5
        assert abs(one["y"] - one["influence"]) < 0.5
        before = (one["previous_interest"], one["previous_influence"])
        if many and not one["chosen"]:
            assert one["from_x"] is None
        elif before[0] is None or before == (one["interest"], one["influence"]):
            assert (one["from_x"], one["from_y"]) == (None, None)
        else:
            assert round(one["from_x"] - one["x"]) == before[0] - one["interest"]
            assert round(one["from_y"] - one["y"]) == before[1] - one["influence"]


def test_names_until_a_cell_has_no_room() -> None:
    assert is_named([])
    assert is_named(rows(*[(3, 3, None)] * 5, (1, 1, None)))
    assert not is_named(rows(*[(3, 3, None)] * 6))


def test_the_first_of_a_full_cell_are_drawn() -> None:
    found = placed(rows(*[(3, 3, None)] * (MOST + 3), (1, 1, None)))
    names = [*range(1, MOST + 1), MOST + 4]
    assert [one["name"] for one in found] == [f"Partner {nth}" for nth in names]
    # They fill the cell around its middle.
    assert abs(sum(one["y"] for one in found[:MOST]) / MOST - 3) < 1e-9


def test_names_stand_below_each_other_in_order() -> None:
    found = placed(rows((2, 4, None), (2, 4, None)))
    assert found[0]["x"] == found[1]["x"]
    assert found[0]["y"] > 4 > found[1]["y"]


def test_of_too_many_that_moved_only_the_chosen_one_says_from_where() -> None:
    moved = [(3, 3, (2, 2)), *((1 + nth % 5, 5, (1, 1)) for nth in range(MOST_ARROWS))]
    some_moved = placed(rows(*moved[:MOST_ARROWS]))
    assert all(one["from_x"] is not None for one in some_moved)
    assert [one["name"] for one in placed(rows(*moved)) if one["from_x"] is not None] == [
        "Partner 1"
    ]


def test_a_name_has_room_until_the_next_cell_that_is_taken() -> None:
    found = placed(rows((1, 4, None), (4, 4, None), (2, 3, None), (5, 3, None)))
    assert [one["room"] for one in found] == [3, 2, 3, 1]
