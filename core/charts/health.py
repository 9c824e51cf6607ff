"""The health of a partnership: the profile of the last check, and how each condition moved."""

import altair as alt

from core.charts.above import BELOW, NARROW, STEP, WRITTEN, by_label, labels, layered
from core.charts.score_line import from_1_to_5, score_line, score_words
from core.charts.shared import GREY, Chart, in_order, rows, tooltip

# At the left of a line its condition, at the right its last score.
MARGIN = f"({NARROW} ? 182 : 230)"
STRIP = 54


def health_dots() -> Chart:
    """Per condition the last score (full) and the one before it (open), on a line from 1 to 5.

    Rows in drawing order: `label`, `score` and `before` (1-5 or null), `note` (or empty), `text`
    (at the right, of at most some 20 letters: the score in words where there is no dot).
    """
    x = from_1_to_5("7", "7")
    base = alt.Chart(rows()).encode(y=by_label())
    first = base.transform_filter("datum.place === 0")
    said = tooltip(
        ("label:N", "Voorwaarde", None),
        ("score:Q", "Score", ",d"),
        ("before:Q", "Vorige keer", ",d"),
        ("note:N", "Toelichting", None),
    )
    known = base.transform_filter("isValid(datum.score)")
    both = known.transform_filter("isValid(datum.before)")
    between = both.mark_rule(yOffset=BELOW, strokeWidth=3, color=GREY, opacity=0.6).encode(
        x=alt.X("before:Q", **x), x2=alt.X2("score:Q")
    )
    open_ = both.mark_point(
        yOffset=BELOW, size=130, strokeWidth=2, fill=alt.ExprRef("background"), opacity=1
    ).encode(x=alt.X("before:Q", **x), tooltip=said)
    full = known.mark_circle(yOffset=BELOW, size=150, opacity=1).encode(
        x=alt.X("score:Q", **x), tooltip=said
    )
    right = base.mark_text(align="right", baseline="middle", dy=-8, fontSize=12, color=GREY).encode(
        x=alt.value("width"), text=alt.Text("text:N")
    )
    return layered(
        *score_words(first.encode(y=alt.value(0)), x, -8),
        *score_line(base, x, BELOW),
        between,
        open_,
        full,
        labels(base, "length(datum.text) * 5.4 + 12"),
        right,
    ).properties(height=alt.Step(STEP))


def health_strips() -> Chart:
    """Small multiples under each other: a line in time per condition, each between its 1 and 5.

    Rows by condition and day: `label`, `day`, `score` (1-5), `note`, `last` (of the newest check of
    that condition).
    """
    x = alt.X(
        "day:T",
        title=None,
        scale=alt.Scale(range=[alt.ExprRef(MARGIN), alt.ExprRef("width - 28")]),
        axis=alt.Axis(
            format="%b %Y",
            labelExpr="[datum.label, '']",
            grid=False,
            labelColor=GREY,
            tickCount=3,
            labelFlush=False,
            labelOverlap=True,
            ticks=False,
            domain=False,
        ),
    )
    y = alt.Y("label:N", sort=in_order(), axis=None, scale=alt.Scale(padding=0))
    # Within its band of 54 pixels: 5 stands 19 above the middle, 1 as many below it.
    within = alt.YOffset("score:Q", scale=alt.Scale(domain=[1, 5], range=[46, 8]))
    base = alt.Chart(rows()).encode(y=y)
    said = tooltip(
        ("label:N", "Voorwaarde", None),
        ("day:T", "Datum", "%d-%m-%Y"),
        ("score:Q", "Score", ",d"),
        ("note:N", "Toelichting", None),
    )
    last = base.transform_filter("datum.last")
    level = last.mark_rule(color=GREY, opacity=0.25).encode(
        x=alt.value(alt.ExprRef(MARGIN)), x2=alt.value("width")
    )
    line = base.mark_line(strokeWidth=2).encode(x=x, yOffset=within, detail=alt.Detail("label:N"))
    dots = base.mark_circle(size=60, opacity=1).encode(x=x, yOffset=within, tooltip=said)
    name = last.mark_text(align="left", baseline="middle", fontSize=13, color=WRITTEN).encode(
        x=alt.value(0), text=alt.Text("label:N")
    )
    score = last.mark_text(
        align="left", baseline="middle", dx=9, fontSize=13, fontWeight="bold", color=WRITTEN
    ).encode(x=x, yOffset=within, text=alt.Text("score:Q", format=",d"))
    return layered(level, line, dots, name, score).properties(height=alt.Step(STRIP))
