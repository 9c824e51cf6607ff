"""Sorted horizontal bars with direct labels."""

import altair as alt

from core.charts.shared import GREY, Chart, group_colour, in_order, rows, tooltip

# Of the scale of amounts, and told from the background of both themes.
GROUPLESS = "#388884"


def composition_bars() -> Chart:
    """Partnerships per label: active as a full bar, those in preparation lighter behind it.

    Rows in drawing order: `label`, `theme_group` (may be empty), `active`, `pipeline`, `text`.
    A click anywhere on a row selects its label (selection `balk`).
    """
    chosen = alt.selection_point("balk", fields=["label"], on="click")
    y = alt.Y("label:N", sort=in_order(), title=None, axis=alt.Axis(labelLimit=230, ticks=False))
    base = alt.Chart(rows()).transform_calculate(total="datum.active + datum.pipeline").encode(y=y)
    # Forms, types and statuses are of no group, and have none of the colours of groups.
    colour = alt.when("datum.theme_group").then(group_colour()).otherwise(alt.value(GROUPLESS))
    all_of_it = base.mark_bar(opacity=0.35, cornerRadiusEnd=2).encode(
        x=alt.X("total:Q", title=None, axis=None), color=colour
    )
    active = base.mark_bar(cornerRadiusEnd=2).encode(
        x=alt.X("active:Q", title=None, axis=None), color=colour
    )
    text = base.mark_text(align="left", dx=5, color=GREY).encode(
        x=alt.X("total:Q"), text=alt.Text("text:N")
    )
    touched = (
        alt.Chart(rows())
        .mark_bar(opacity=0, cursor="pointer")
        .encode(
            y=y,
            x=alt.value(0),
            x2=alt.value("width"),
            tooltip=tooltip(
                ("label:N", "Wat", None),
                ("active:Q", "Lopend", ",d"),
                ("pipeline:Q", "In voorbereiding", ",d"),
            ),
        )
        .add_params(chosen)
    )
    return alt.layer(all_of_it, active, text, touched).properties(height=alt.Step(24))


# Of a bar and what stands above it, in pixels; measured from the middle of its band.
BAND, BAR, BELOW, ABOVE = 46, 14, 8, -9


def labels_above(beside: int = 95) -> alt.Axis:
    """Labels above their bar, which then has the whole width however long the words are.

    `beside` are the pixels that the text at the right of a label needs.
    """
    return alt.Axis(
        domain=False,
        ticks=False,
        labelAlign="left",
        labelPadding=0,
        labelFlush=False,
        labelOffset=ABOVE,
        labelFontSize=13,
        labelLimit=alt.ExprRef(f"width - {beside}"),
    )


def coverage_bars() -> Chart:
    """Coverage per theme as a share, with the pipeline behind it and a published figure as a line.

    Theme and figure stand above their bar: so every bar has the whole width, and those of
    different groups can be compared however long their words are.

    Rows in drawing order: `theme_label`, `theme_group`, `share` (null is unknown), `with_pipeline`
    (0-1), `text` (numerator, denominator and percentage in words), `published` (0-1 or null),
    `published_text`.
    """
    scale = alt.Scale(domain=[0, 1], clamp=True)
    y = alt.Y(
        "theme_label:N",
        sort=in_order(),
        title=None,
        axis=labels_above(),
        scale=alt.Scale(padding=0),
    )
    base = alt.Chart(rows()).encode(y=y)
    said = tooltip(("theme_label:N", "Thema", None), ("text:N", "Dekking", None))
    axis = alt.Axis(
        format=".0%", grid=False, values=[0, 0.5, 1], title=None, labelColor=GREY, labelPadding=2
    )
    whole = base.transform_calculate(full="1").encode(
        x=alt.X("full:Q", scale=scale, axis=axis), tooltip=said
    )
    track = whole.mark_bar(
        size=BAR, yOffset=BELOW, color=GREY, opacity=alt.ExprRef("isValid(datum.share) ? 0.16 : 0")
    )
    unknown = whole.transform_filter("!isValid(datum.share)").mark_bar(
        size=BAR, yOffset=BELOW, fill="transparent", stroke=GREY, strokeDash=[3, 2]
    )
    pipeline = base.mark_bar(size=BAR, yOffset=BELOW, opacity=0.35).encode(
        x=alt.X("with_pipeline:Q", scale=scale), color=group_colour(), tooltip=said
    )
    covered = base.mark_bar(size=BAR, yOffset=BELOW).encode(
        x=alt.X("share:Q", scale=scale), color=group_colour(), tooltip=said
    )
    published = (
        base.transform_filter("isValid(datum.published)")
        .mark_tick(thickness=2.5, size=BAR + 4, yOffset=BELOW, color=GREY)
        .encode(
            x=alt.X("published:Q", scale=scale),
            tooltip=tooltip(("published_text:N", "Landelijk gepubliceerd", None)),
        )
    )
    text = base.mark_text(
        align="right", dy=ABOVE, fontSize=12, color=GREY, limit=alt.ExprRef("width - 95")
    ).encode(x=alt.value("width"), text=alt.Text("text:N"))
    return alt.layer(track, unknown, pipeline, covered, published, text).properties(
        height=alt.Step(BAND)
    )


def carried_bars() -> Chart:
    """What each carries, as a full bar; what only it carries is the dark part of that.

    Rows in drawing order: `label`, `carried`, `alone` (points), `text`, `text_short`.
    """
    y = alt.Y(
        "label:N", sort=in_order(), title=None, axis=labels_above(), scale=alt.Scale(padding=0)
    )
    base = alt.Chart(rows()).encode(y=y)
    said = tooltip(
        ("label:N", "Samenwerking", None),
        ("carried:Q", "Draagt (punten)", ",.2f"),
        ("alone:Q", "Waarvan alleen door deze", ",.2f"),
    )
    scale = alt.Scale(domainMin=0)
    carried = base.mark_bar(size=BAR, yOffset=BELOW, opacity=0.4).encode(
        x=alt.X("carried:Q", scale=scale, axis=None), tooltip=said
    )
    alone = base.mark_bar(size=BAR, yOffset=BELOW).encode(
        x=alt.X("alone:Q", scale=scale, axis=None), tooltip=said
    )
    return alt.layer(carried, alone, *_said_beside(base)).properties(height=alt.Step(BAND))


def _said_beside(base: alt.Chart) -> list[alt.Chart]:
    """Words at the right of the label; on a phone, where there is no room, the short ones."""
    return [
        base.mark_text(
            align="right",
            dy=ABOVE,
            fontSize=12,
            color=GREY,
            opacity=alt.ExprRef(f"width < 560 ? {narrow} : {1 - narrow}"),
        ).encode(x=alt.value("width"), text=alt.Text(f"{field}:N"))
        for field, narrow in (("text", 0), ("text_short", 1))
    ]


def goal_bars() -> Chart:
    """What each goal gets of the effort, with its weight as a line: longer is over-invested.

    Rows in drawing order: `label`, `share` and `weight` (0-1), `text`, `text_short` (for a phone),
    `text_weight`.
    """
    scale = alt.Scale(domainMin=0, nice=True)
    y = alt.Y(
        "label:N",
        sort=in_order(),
        title=None,
        axis=labels_above(),
        scale=alt.Scale(padding=0),
    )
    base = alt.Chart(rows()).encode(y=y)
    said = tooltip(("label:N", "Doel", None), ("text:N", "Krijgt", None))
    axis = alt.Axis(format=".0%", grid=False, tickCount=4, title=None, labelColor=GREY)
    share = base.mark_bar(size=BAR, yOffset=BELOW).encode(
        x=alt.X("share:Q", scale=scale, axis=axis), tooltip=said
    )
    weight = base.mark_tick(thickness=2.5, size=BAR + 4, yOffset=BELOW, color=GREY).encode(
        x=alt.X("weight:Q", scale=scale), tooltip=tooltip(("text_weight:N", "Gewicht", None))
    )
    return alt.layer(share, weight, *_said_beside(base)).properties(height=alt.Step(BAND))


def weight_bars() -> Chart:
    """How heavy each goal weighs, of 100 points.

    Rows in drawing order: `label`, `weight` (points), `text`.
    """
    y = alt.Y(
        "label:N", sort=in_order(), title=None, axis=labels_above(), scale=alt.Scale(padding=0)
    )
    base = alt.Chart(rows()).encode(y=y)
    scale = alt.Scale(domain=[0, 100])
    said = tooltip(("label:N", "Doel", None), ("text:N", "Gewicht", None))
    track = (
        base.transform_calculate(full="100")
        .mark_bar(size=BAR, yOffset=BELOW, color=GREY, opacity=0.16)
        .encode(x=alt.X("full:Q", scale=scale, axis=None), tooltip=said)
    )
    bar = base.mark_bar(size=BAR, yOffset=BELOW).encode(
        x=alt.X("weight:Q", scale=scale, axis=None), tooltip=said
    )
    text = base.mark_text(align="right", dy=ABOVE, fontSize=12, color=GREY).encode(
        x=alt.value("width"), text=alt.Text("text:N")
    )
    return alt.layer(track, bar, text).properties(height=alt.Step(BAND))
