"""Coverage over the years: the chosen theme among the others."""

import altair as alt

from core.charts.shared import GREY, Chart, group_colour, rows, tooltip


def coverage_lines() -> Chart:
    """A line per theme; the one with `chosen` true is drawn in its colour, the others in grey.

    Rows: `measure_date`, `theme_label`, `theme_group`, `share` (0-1), `text`, `chosen`.
    """
    x = alt.X(
        "measure_date:O",
        timeUnit="year",
        title=None,
        axis=alt.Axis(format="%Y", labelAngle=0, grid=False, labelColor=GREY),
    )
    y = alt.Y(
        "share:Q",
        title=None,
        scale=alt.Scale(domain=[0, 1], clamp=True),
        axis=alt.Axis(format=".0%", tickCount=4, labelColor=GREY),
    )
    base = alt.Chart(rows()).encode(x=x, y=y)
    said = tooltip(
        ("theme_label:N", "Thema", None),
        ("measure_date:T", "Peildatum", "%d-%m-%Y"),
        ("text:N", "Dekking", None),
    )
    others = (
        base.transform_filter("!datum.chosen")
        .mark_line(color=GREY, opacity=0.35)
        .encode(detail=alt.Detail("theme_label:N"), tooltip=said)
    )
    chosen = base.transform_filter("datum.chosen")
    line = chosen.mark_line(strokeWidth=3, point=alt.OverlayMarkDef(size=60, filled=True)).encode(
        color=group_colour(), detail=alt.Detail("theme_label:N"), tooltip=said
    )
    label = chosen.mark_text(dy=-14, fontSize=12).encode(
        text=alt.Text("share:Q", format=".0%"), color=group_colour()
    )
    return alt.layer(others, line, label).properties(height=260)
