"""A chart for a room: its letters, marks and rows grow together, its width does not."""

from core.charts.bars import composition_bars, coverage_bars
from core.charts.shared import enlarged


def test_lengths_grow_and_all_else_stays() -> None:
    made = {
        "mark": {"type": "bar", "size": 14, "opacity": 0.35, "cornerRadiusEnd": 2},
        "encoding": {"x": {"scale": {"domain": [0, 1]}}},
        "height": {"step": 46},
        "width": "container",
        "layer": [{"mark": {"type": "text", "dx": 5, "fontSize": {"expr": "width / 50"}}}],
    }
    assert enlarged(made, 1.5) == {
        "mark": {"type": "bar", "size": 21, "opacity": 0.35, "cornerRadiusEnd": 3},
        "encoding": {"x": {"scale": {"domain": [0, 1]}}},
        "height": {"step": 69},
        "width": "container",
        "layer": [
            {"mark": {"type": "text", "dx": 7.5, "fontSize": {"expr": "(width / 50) * 1.5"}}}
        ],
    }


def test_the_surface_of_a_dot_grows_by_the_square() -> None:
    assert enlarged({"mark": {"type": "point", "size": 100}}, 2)["mark"]["size"] == 400


def test_once_as_large_is_the_same() -> None:
    for factory in (composition_bars, coverage_bars):
        made = factory().to_dict()
        assert enlarged(made, 1) == made
