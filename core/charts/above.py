"""Words above what they belong to, which then has the whole width however long they are.

As marks and not as labels of an axis: so on a phone they go on to a second line, and a heading
looks unlike what stands under it.
"""

import altair as alt

from core.charts.shared import GREY, INK, Chart, in_order, rows

# Of a row and of one under a heading, in pixels, measured from the middle of its band.
STEP, ABOVE, BELOW = 54, -8, 11
SMALL_STEP, SMALL_ABOVE, SMALL_BELOW, SMALL_HEADING = 34, -7, 7, 7
PAPER = "#e8ebe8"
# Streamlit sets the background of a chart to that of its theme, a mark can ask for it.
WRITTEN = alt.ExprRef(f"luminance(background) < 0.4 ? '{PAPER}' : '{INK}'")
# On a mark in a colour of the theme: those are dark in the light theme and light in the dark one.
ON_COLOUR = alt.ExprRef("background")
NARROW = "width < 500"
# Of one letter at most, on average and in pixels, at the size of a label and at that of a heading.
LETTER, HEADING_LETTER = 6.2, 6.8


def by_label() -> alt.Y:
    """A band for each label, in the order of the rows."""
    return alt.Y("label:N", sort=in_order(), axis=None, scale=alt.Scale(padding=0))


def labels(
    base: alt.Chart,
    beside: str = "0",
    dy: int = ABOVE,
    *,
    heading: bool = False,
    right: bool = False,
) -> alt.Chart:
    """The label of each row of `base`, over two lines where it does not fit on one.

    `beside` are the pixels that something at its right needs, as an expression; the last line
    leaves them free. `dy` is where that line stands. `right`: the label ends at that side.
    """
    letter = HEADING_LETTER if heading else LETTER
    fits = f"length(datum.label) * {letter} < width - ({beside})"
    whole = f"slice(datum.label, 0, 1 + floor(width / {letter}))"
    written: alt.Chart = (
        base.transform_calculate(cut=f"{fits} ? -1 : lastindexof({whole}, ' ')")
        .transform_calculate(
            words="datum.cut > 0"
            " ? [slice(datum.label, 0, datum.cut), slice(datum.label, datum.cut + 1)]"
            " : [datum.label]"
        )
        .mark_text(
            align="right" if right else "left",
            baseline="middle",
            lineHeight=14,
            dy=alt.ExprRef(f"datum.cut > 0 ? {dy - 14} : {dy}"),
            limit=alt.ExprRef(f"width - (datum.cut > 0 ? 0 : {beside})"),
            color=WRITTEN,
            fontSize=14 if heading else 13,
            fontWeight="bold" if heading else "normal",
        )
        .encode(x=alt.value("width" if right else 0), text=alt.Text("words:N"))
    )
    return written


def at_the_right(base: alt.Chart, field: str = "text", dy: int = ABOVE) -> alt.Chart:
    """A text of `base` in grey, on the line of its label."""
    written: alt.Chart = base.mark_text(
        align="right", baseline="middle", dy=dy, fontSize=12, color=GREY
    ).encode(x=alt.value("width"), text=alt.Text(f"{field}:N"))
    return written


def layered(*layers: alt.Chart) -> Chart:
    """The layers in one chart; those without a tooltip show none, instead of all their fields."""
    return alt.layer(
        *(
            one.encode(tooltip=alt.value(None))
            if one.encoding is alt.Undefined or one.encoding.tooltip is alt.Undefined
            else one
            for one in layers
        )
    )


def capital(field: str) -> str:
    """As an expression: a text with its first letter as a capital."""
    return f"upper(slice({field}, 0, 1)) + slice({field}, 1)"


def headed(chart: Chart, heading: str, line: str) -> Chart:
    """Give a chart over `under_headings` its rows: a heading has one of its own, above its first.

    The heading has `heads` true, and of what stands under it the fields of the first row.
    """
    first = f"'# ' + datum.{heading}"
    under = f"datum.{heading} + ' / ' + datum.{line}"
    return (
        chart.transform_window(nth="row_number()", groupby=[heading])
        .transform_window(nth_of_line="row_number()", groupby=[heading, line])
        .transform_calculate(row=f"datum.nth === 1 ? [{first}, {under}] : [{under}]")
        .transform_flatten(["row"])
        .transform_calculate(heads=f"datum.row === {first}")
        .transform_calculate(at="datum.heads ? datum.place - 0.5 : datum.place")
    )


def under_headings() -> tuple[alt.Chart, alt.Chart, alt.Chart]:
    """For the layers of a chart that is `headed`: the headings, one of each line, all rows."""
    base = alt.Chart(rows()).encode(
        y=alt.Y(
            "row:N",
            sort=alt.EncodingSortField("at", op="min"),
            axis=None,
            scale=alt.Scale(padding=0),
        )
    )
    return (
        base.transform_filter("datum.heads"),
        base.transform_filter("!datum.heads && datum.nth_of_line === 1"),
        base.transform_filter("!datum.heads"),
    )
