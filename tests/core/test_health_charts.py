"""The charts of health: what they read, and fixed scales."""

import json
import re

import pytest

from core.charts.health import health_dots, health_strips

READ = {
    health_dots: {"label", "score", "before", "note", "text", "place"},
    health_strips: {"label", "day", "score", "note", "last", "place"},
}
MADE_BY_THE_CHART = {"cut", "words", "step"}


@pytest.mark.parametrize("factory", READ)
def test_a_chart_reads_what_it_says(factory: object) -> None:
    assert callable(factory)
    drawn = json.dumps(factory().to_dict())
    fields = set(re.findall(r'"field": "(\w+)"', drawn)) | set(re.findall(r"datum\.(\w+)", drawn))
    assert fields - MADE_BY_THE_CHART - {"value", "label"} <= READ[factory]


def test_scores_stand_on_a_fixed_scale() -> None:
    for factory in (health_dots, health_strips):
        assert '"domain": [1, 5]' in json.dumps(factory().to_dict())
