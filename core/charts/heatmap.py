"""The heatmap of gemeente by theme, in which white spots show at a glance."""

import altair as alt

from core.charts.shared import GREY, INK, Chart, rows, tooltip


def coverage_heatmap() -> Chart:
    """One cell per gemeente and theme, coloured by `share`; a click selects it (selection `cel`).

    White in a thin line: nothing is covered. Dashed: the share is not known.

    Rows in drawing order: `gemeente_name`, `theme_label`, `share` (null without a denominator),
    `cell` (short text), `text` (in words), `dark` (whether the cell is dark in the light theme).
    """
    x = alt.X(
        "theme_label:N",
        sort=None,
        title=None,
        axis=alt.Axis(
            orient="top",
            labelAngle=-60,
            labelLimit=170,
            labelOverlap=False,
            ticks=False,
            domain=False,
        ),
        scale=alt.Scale(paddingInner=0.04),
    )
    y = alt.Y(
        "gemeente_name:N",
        sort=None,
        title=None,
        axis=alt.Axis(labelLimit=130, labelOverlap=False, ticks=False, domain=False),
        scale=alt.Scale(paddingInner=0.08),
    )
    chosen = alt.selection_point("cel", fields=["gemeente_name", "theme_label"], on="click")
    base = alt.Chart(rows()).encode(x=x, y=y)
    said = tooltip(
        ("gemeente_name:N", "Gemeente", None),
        ("theme_label:N", "Thema", None),
        ("text:N", "Dekking", None),
    )
    # All cells first, unseen: so rows and columns keep the order in which they come.
    order = base.mark_rect(opacity=0)
    # A white spot is left white in a thin line: the palest tint would look like a little.
    shade = alt.Color("share:Q", scale=alt.Scale(domain=[0, 1], clamp=True), legend=None)
    known = (
        base.transform_filter("isValid(datum.share)")
        .mark_rect(cornerRadius=2, cursor="pointer", stroke=GREY, strokeWidth=1)
        .encode(
            fill=alt.condition("datum.share > 0", shade, alt.value("transparent")),
            strokeOpacity=alt.condition("datum.share > 0", alt.value(0), alt.value(0.35)),
            tooltip=said,
        )
        .add_params(chosen)
    )
    unknown = (
        base.transform_filter("!isValid(datum.share)")
        .mark_rect(cornerRadius=2, fill="transparent", stroke=GREY, strokeDash=[3, 2])
        .encode(tooltip=said)
    )
    # On a phone a cell has room for a sign, not for a percentage: then its colour says it.
    text = base.mark_text(
        fontSize=11,
        opacity=alt.ExprRef("length(datum.cell) > 1 && bandwidth('x') < 26 ? 0 : 1"),
    ).encode(
        text=alt.Text("cell:N"),
        color=alt.when("datum.dark")
        .then(alt.value("#ffffff"))
        .when("datum.share > 0")
        .then(alt.value(INK))
        .otherwise(alt.value(GREY)),
    )
    return alt.layer(order, known, unknown, text).properties(height=alt.Step(26))
