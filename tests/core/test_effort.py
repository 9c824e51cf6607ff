"""The quadrants and a partnership in them, as a person would say them."""

from typing import Any

import pytest

from core.charts.bubbles import GROUP_LABELS, portfolio_bubbles, top_for
from core.effort import (
    EFFORTS,
    QUADRANTS,
    middle_line,
    partnership_line,
    quadrant_line,
    unplaced_line,
)


def test_a_quadrant_in_words() -> None:
    row = {"partnerships": 17, "hours": 2600.0, "budget": 12_000.0}
    assert quadrant_line("reconsider", row, 20_000, "hours") == (
        "**Heroverwegen** (weinig aansluiting, veel inzet): 17 samenwerkingen, 2.600 uur per jaar "
        "(13%). Kan deze inzet elders meer betekenen?"
    )
    assert "€ 12.000 per jaar (100%)" in quadrant_line("hold", row, 12_000, "budget")
    assert "geen samenwerkingen. " in quadrant_line("build", None, 100, "hours")
    assert quadrant_line("build", row | {"hours": 0.0}, 0, "hours").count("uur") == 0


def test_where_the_quadrants_meet() -> None:
    row = {"middle_effort": 62.5, "middle_alignment": 23.8}
    assert "62 uur per jaar en een aansluiting van 24." in middle_line(row, "hours")


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((1, 1, 0), "1 samenwerking staat er niet in: 1 zonder uren."),
        ((5, 2, 3), "5 samenwerkingen staan er niet in: 2 zonder uren en 3 zonder beoordeeld"),
        ((4, 2, 3), "3 zonder beoordeeld doel, waarvan 1 allebei."),
    ],
)
def test_who_is_not_drawn(counts: tuple[int, int, int], said: str) -> None:
    names = ("partnerships", "without_effort", "unjudged")
    assert said in unplaced_line(dict(zip(names, counts, strict=True)), "hours")


def test_a_partnership_in_words() -> None:
    row: dict[str, Any] = {
        "name": "Lezen *en* meer", "library": "Bieb", "quadrant": "build", "alignment": 33.3,
        "hours": 40.0, "budget": None, "reached": 3, "added": 0,
    }  # fmt: skip
    assert partnership_line(row) == (
        r"**Lezen \*en\* meer** (Bieb), uitbouwen: aansluiting 33 · 40 uur per jaar · budget "
        "onbekend · 3 bereikte plekken, waarvan geen alleen door deze."
    )
    assert partnership_line(row | {"reached": 0}).endswith("geen bereikte plekken.")


@pytest.mark.parametrize(("highest", "top"), [(0, 50), (50, 50), (50.1, 75), (100, 100)])
def test_the_scale_ends_above_the_highest(highest: float, top: int) -> None:
    assert top_for(highest) == top


@pytest.mark.parametrize("effort", EFFORTS)
@pytest.mark.parametrize("dense", [True, False])
def test_the_chart_names_every_quadrant_and_group(effort: str, dense: bool) -> None:
    drawn = str(portfolio_bubbles(effort=effort, top=50, dense=dense).to_dict())
    for word in (*(one.label for one in QUADRANTS.values()), *GROUP_LABELS.values()):
        assert word in drawn
    assert EFFORTS[effort] in drawn
