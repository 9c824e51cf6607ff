"""The total of each option, with what unknown scores leave open."""

from typing import Any

import altair as alt

from core.charts.above import (
    SMALL_ABOVE,
    SMALL_BELOW,
    SMALL_HEADING,
    SMALL_STEP,
    at_the_right,
    capital,
    headed,
    labels,
    layered,
    under_headings,
)
from core.charts.bars import BAR
from core.charts.shared import GREY, Chart, tooltip
from core.scale import DISCUSS_FROM, STRONG_FROM

TOTAL = "Totaal"
SCALE = alt.Scale(domain=[0, 100], nice=False)


def part_bars() -> Chart:
    """Per option its total and what each group of criteria makes of it.

    Full to what is certain, dashed to what may still be added; hollow is an option that has
    something to solve first.

    Rows in drawing order: `label` (of the option), `part` ("Totaal" or a group), `low`, `high`
    (0-100), `text` (of at most some 20 letters; for a blocked option it says "eerst oplossen"),
    `blocked`.
    """
    head, line, _ = under_headings()
    said = ("part:N", "Deel", None)
    total = line.transform_filter(f"datum.part === '{TOTAL}'")
    groups = line.transform_filter(f"datum.part !== '{TOTAL}'")
    named = (
        line.transform_calculate(named=capital("datum.part"))
        .mark_text(align="left", baseline="middle", dy=SMALL_ABOVE, fontSize=12, color=GREY)
        .encode(x=alt.value(0), text=alt.Text("named:N"))
    )
    return headed(
        layered(
            *_bars(total, said, BAR - 3, SMALL_BELOW),
            *_bars(groups, said, 7, SMALL_BELOW - 2),
            labels(head, dy=SMALL_HEADING, heading=True),
            named,
            at_the_right(line, dy=SMALL_ABOVE),
        ),
        "label",
        "part",
    ).properties(height=alt.Step(SMALL_STEP))


def _bars(
    rows_: alt.Chart, what: tuple[str, str, str | None], size: int, below: int
) -> list[alt.Chart]:
    """A bar on its track, with the marks from which a total is worth discussing or strong."""
    axis = alt.Axis(
        orient="top",
        values=[DISCUSS_FROM, STRONG_FROM],
        labelExpr=f"datum.value === {DISCUSS_FROM} ? '{DISCUSS_FROM} bespreken'"
        f" : '{STRONG_FROM} sterk'",
        domain=False,
        ticks=False,
        grid=False,
        title=None,
        labelColor=GREY,
        labelOverlap=False,
    )
    said = tooltip(what, ("text:N", "Stand", None))
    style: dict[str, Any] = {"yOffset": below}
    base = rows_.transform_calculate(zero="0", full="100")
    zero = alt.X("zero:Q", scale=SCALE, axis=axis)
    low = alt.X("low:Q", scale=SCALE, axis=axis)
    track = base.mark_bar(size=size, color=GREY, opacity=0.16, **style).encode(
        x=zero, x2=alt.X2("full:Q"), tooltip=said
    )
    certain = (
        base.transform_filter("!datum.blocked")
        .mark_bar(size=size, **style)
        .encode(x=zero, x2=alt.X2("low:Q"), tooltip=said)
    )
    blocked = (
        base.transform_filter("datum.blocked")
        .mark_bar(size=size - 1.5, filled=False, strokeWidth=1.5, **style)
        .encode(x=zero, x2=alt.X2("low:Q"), tooltip=said)
    )
    unsure = base.transform_filter("datum.high > datum.low")
    shade = unsure.mark_bar(size=size, opacity=0.3, **style).encode(
        x=low, x2=alt.X2("high:Q"), tooltip=said
    )
    edge = unsure.mark_bar(
        size=size - 1, filled=False, strokeWidth=1, strokeDash=[3, 2], **style
    ).encode(x=low, x2=alt.X2("high:Q"), tooltip=said)
    marks = [
        base.mark_tick(thickness=1.5, size=size + 4, color=GREY, **style).encode(
            x=alt.XDatum(at, type="quantitative", scale=SCALE, axis=axis), tooltip=said
        )
        for at in (DISCUSS_FROM, STRONG_FROM)
    ]
    return [track, certain, blocked, shade, edge, *marks]
