"""What differs: the same figure now and under scenarios, as points on one line."""

import altair as alt

from core.charts.bars import BAND, BELOW, labels_above
from core.charts.shared import GREY, Chart, in_order, rows, tooltip

SERIES = ("now", "first", "second")


def before_after() -> Chart:
    """Per label a share now (hollow, grey) and under one or two scenarios (filled), joined.

    Rows in drawing order: `label`, `series` (one of SERIES), `share` (0-1), `name` (of the
    scenario), `text` (the figure in words), and with series `now` also `summary`, which stands
    above the line.
    """
    scale = alt.Scale(domain=[0, 1], clamp=True)
    y = alt.Y(
        "label:N", sort=in_order(), title=None, axis=labels_above(165), scale=alt.Scale(padding=0)
    )
    base = alt.Chart(rows()).encode(y=y)
    axis = alt.Axis(
        format=".0%", grid=False, values=[0, 0.5, 1], title=None, labelColor=GREY, labelPadding=2
    )
    track = (
        base.transform_filter("datum.series === 'now'")
        .transform_calculate(full="1")
        .mark_bar(size=2, yOffset=BELOW, color=GREY, opacity=0.25)
        .encode(x=alt.X("full:Q", scale=scale, axis=axis))
    )
    joined = base.mark_line(strokeWidth=3, yOffset=BELOW, color=GREY, opacity=0.6).encode(
        x=alt.X("share:Q", scale=scale), detail=alt.Detail("label:N")
    )
    said = tooltip(("label:N", "Wat", None), ("name:N", "Wanneer", None), ("text:N", "Stand", None))
    now = (
        base.transform_filter("datum.series === 'now'")
        .mark_point(size=90, yOffset=BELOW, color=GREY, strokeWidth=2, filled=False)
        .encode(x=alt.X("share:Q", scale=scale), tooltip=said)
    )
    then = (
        base.transform_filter("datum.series !== 'now'")
        .mark_point(size=90, yOffset=BELOW, filled=True, opacity=1)
        .encode(
            x=alt.X("share:Q", scale=scale),
            color=alt.Color("series:N", scale=alt.Scale(domain=SERIES[1:]), legend=None),
            shape=alt.Shape(
                "series:N",
                scale=alt.Scale(domain=SERIES[1:], range=["circle", "triangle-up"]),
                legend=None,
            ),
            tooltip=said,
        )
    )
    text = (
        base.transform_filter("datum.series === 'now'")
        .mark_text(align="right", dy=-9, fontSize=12, color=GREY, limit=alt.ExprRef("width - 95"))
        .encode(x=alt.value("width"), text=alt.Text("summary:N"))
    )
    return alt.layer(track, joined, now, then, text).properties(height=alt.Step(BAND))
