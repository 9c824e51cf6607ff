"""What can be gained at most for so many hours."""

import altair as alt

from core.charts.shared import GREY, Chart, rows, tooltip


def frontier_line() -> Chart:
    """The best choice under ever more hours, with the asked ceiling and today as points.

    Rows by hours: `hours`, `points` (0-100), `kind` (frontier, chosen or now), `name`, `text`.
    """
    base = alt.Chart(rows()).encode(
        x=alt.X(
            "hours:Q",
            title="Uren per jaar",
            axis=alt.Axis(format=",.0f", grid=False, labelColor=GREY, titleColor=GREY, tickCount=6),
            scale=alt.Scale(domainMin=0),
        ),
        y=alt.Y(
            "points:Q",
            title="Punten",
            axis=alt.Axis(tickCount=5, labelColor=GREY, titleColor=GREY),
            scale=alt.Scale(domainMin=0, nice=True),
        ),
    )
    said = tooltip(
        ("name:N", "Wat", None),
        ("hours:Q", "Uren per jaar", ",.0f"),
        ("points:Q", "Punten", ",.1f"),
        ("text:N", "Samenwerkingen", None),
    )
    # Between two ceilings at least as much can be gained as under the lower one.
    line = base.transform_filter("datum.kind === 'frontier'").mark_line(
        strokeWidth=2.5, interpolate="step-after", point=alt.OverlayMarkDef(size=45, filled=True)
    )
    touched = (
        base.transform_filter("datum.kind === 'frontier'")
        .mark_point(size=300, opacity=0)
        .encode(tooltip=said)
    )
    others = base.transform_filter("datum.kind !== 'frontier'")
    marked = others.mark_point(size=170, filled=True, opacity=1, stroke=GREY, strokeWidth=1).encode(
        shape=alt.Shape(
            "kind:N",
            scale=alt.Scale(domain=["chosen", "now"], range=["diamond", "square"]),
            legend=None,
        ),
        color=alt.Color(
            "kind:N", scale=alt.Scale(domain=["frontier", "chosen", "now"]), legend=None
        ),
        tooltip=said,
    )
    # Today has the most hours of all: its name stands at its left, above.
    here = base.transform_filter("datum.kind === 'chosen'").mark_text(
        align="left", dx=8, dy=14, fontSize=12, color=GREY
    )
    today = base.transform_filter("datum.kind === 'now'").mark_text(
        align="right", dx=4, dy=-14, fontSize=12, color=GREY
    )
    words = [one.encode(text=alt.Text("name:N")) for one in (here, today)]
    return alt.layer(line, touched, marked, *words).properties(height=300)
