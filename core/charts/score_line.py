"""The line from 1 to 5 on which scores stand."""

from typing import Any, Literal

import altair as alt

from core.charts.shared import GREY
from core.scale import SCORES

Side = Literal["left", "center", "right"]
ENDS: tuple[tuple[int, str, Side, int], ...] = (
    (1, "1 ongunstig", "left", -3),
    (3, "3", "center", 0),
    (5, "gunstig 5", "right", 3),
)


def from_1_to_5(left: str, right: str) -> dict[str, Any]:
    """For an x: its scale, with room in pixels at its sides as expressions."""
    ends = [alt.ExprRef(left), alt.ExprRef(f"width - ({right})")]
    return {
        "scale": alt.Scale(domain=[1, 5], nice=False, zero=False, range=ends),
        "axis": None,
    }


def score_line(base: alt.Chart, x: dict[str, Any], below: int) -> list[alt.Chart]:
    """The line of each row of `base`, with a speck at every score."""
    return [
        base.mark_rule(yOffset=below, color=GREY, opacity=0.3).encode(
            x=alt.XDatum(1, **x), x2=alt.X2Datum(5)
        ),
        base.transform_calculate(step=str(list(SCORES)))
        .transform_flatten(["step"])
        .mark_circle(yOffset=below, size=16, color=GREY, opacity=0.5)
        .encode(x=alt.X("step:Q", **x)),
    ]


def score_words(base: alt.Chart, x: dict[str, Any], dy: int) -> list[alt.Chart]:
    """What the ends of the line mean."""
    return [
        base.mark_text(
            align=align, baseline="middle", dx=dx, dy=dy, fontSize=12, color=GREY, text=words
        ).encode(x=alt.XDatum(score, **x))
        for score, words, align, dx in ENDS
    ]
