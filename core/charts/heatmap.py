"""The heatmaps: gemeente by theme, partnership by goal, in which what is missing shows."""

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


def contribution_heatmap() -> Chart:
    """One cell per row (a partnership, or a group of them) and goal, coloured by contribution.

    A click selects the cell (selection `cel`). White in a thin line: no contribution. Dashed: not
    judged. Cells without a `goal` of their own (the totals) have no box.

    Rows in drawing order: `row`, `column` (labels), `key` (what the row stands for), `value` (0-3
    or null), `cell` (short text), `text` (in words), `dark`, `total` (whether it is a total).
    """
    x = alt.X(
        "column:N",
        sort=None,
        title=None,
        axis=alt.Axis(
            orient="top", labelAngle=-40, labelLimit=190, labelOverlap=False, ticks=False,
            domain=False,
        ),
        scale=alt.Scale(paddingInner=0.04),
    )  # fmt: skip
    y = alt.Y(
        "row:N",
        sort=None,
        title=None,
        axis=alt.Axis(
            labelLimit=alt.ExprRef("containerSize()[0] < 500 ? 105 : 300"),
            labelOverlap=False,
            ticks=False,
            domain=False,
        ),
        scale=alt.Scale(paddingInner=0.08),
    )
    chosen = alt.selection_point("cel", fields=["key", "column"], on="click")
    base = alt.Chart(rows()).encode(x=x, y=y)
    said = tooltip(("row:N", "Wat", None), ("column:N", "Doel", None), ("text:N", "Bijdrage", None))
    order = base.mark_rect(opacity=0)
    shade = alt.Color("value:Q", scale=alt.Scale(domain=[0, 3], clamp=True), legend=None)
    judged = (
        base.transform_filter("isValid(datum.value) && !datum.total")
        .mark_rect(cornerRadius=2, cursor="pointer", stroke=GREY, strokeWidth=1)
        .encode(
            fill=alt.condition("datum.value > 0", shade, alt.value("transparent")),
            strokeOpacity=alt.condition("datum.value > 0", alt.value(0), alt.value(0.35)),
            tooltip=said,
        )
        .add_params(chosen)
    )
    open_ = (
        base.transform_filter("!isValid(datum.value) && !datum.total")
        .mark_rect(
            cornerRadius=2, cursor="pointer", fill="transparent", stroke=GREY, strokeDash=[2, 3],
            strokeOpacity=0.6,
        )
        .encode(tooltip=said)
    )  # fmt: skip
    text = base.mark_text(fontSize=11).encode(
        text=alt.Text("cell:N"),
        color=alt.when("datum.dark")
        .then(alt.value("#ffffff"))
        .when("datum.value > 0 && !datum.total")
        .then(alt.value(INK))
        .otherwise(alt.value(GREY)),
    )
    return alt.layer(order, judged, open_, text).properties(height=alt.Step(26))
