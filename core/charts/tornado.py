"""What one score more or less would do to the total of an option."""

from typing import Literal

import altair as alt

from core.charts.above import BELOW, STEP, WRITTEN, at_the_right, by_label, labels, layered
from core.charts.bars import BAR
from core.charts.shared import GREY, Chart, rows, tooltip

# Where the rival's total lies within a bar, that score alone decides who is first.
CROSSES = (
    "isValid(datum.rival) && (datum.rival <= datum.base"
    " ? datum.low < datum.rival : datum.high > datum.rival)"
)
RIVAL = "(datum.rival <= datum.base ? 'nummer twee ' : 'nummer één ')"
ENDS: tuple[tuple[str, Literal["left", "right"], int], ...] = (
    ("low", "right", -7),
    ("high", "left", 7),
)
LOSES, WINS = "kost de eerste plaats", "geeft de eerste plaats"


def tornado_bars() -> Chart:
    """Per criterion how low and how high the total can become: hollow below it, full above it.

    A thin line is the rival's total, and a thick one where a bar passes it; then the words say
    what that costs or gives.

    Rows in drawing order: `label`, `low`, `high`, `base`, `rival` (0-100, the last may be null),
    `text` (for the tooltip).
    """
    base = (
        alt.Chart(rows())
        .transform_calculate(crosses=CROSSES)
        .transform_calculate(
            decides=f"!datum.crosses ? '' : datum.rival <= datum.base ? '{LOSES}' : '{WINS}'"
        )
        .encode(y=by_label())
    )
    scale = alt.Scale(zero=False, nice=False, padding=40)
    said = tooltip(("label:N", "Criterium", None), ("text:N", "Totaal", None))
    start = alt.X("base:Q", scale=scale, axis=None)
    lower = base.mark_bar(
        size=BAR - 1.5, yOffset=BELOW, filled=False, strokeWidth=1.5, fillOpacity=0
    ).encode(x=start, x2=alt.X2("low:Q"))
    higher = base.mark_bar(size=BAR, yOffset=BELOW).encode(x=start, x2=alt.X2("high:Q"))
    now = base.mark_tick(thickness=2, size=BAR + 5, yOffset=BELOW, color=WRITTEN).encode(x=start)
    touched = base.mark_bar(opacity=0).encode(x=alt.value(0), x2=alt.value("width"), tooltip=said)
    return layered(
        lower,
        higher,
        now,
        *_rival(base, scale),
        *_ends(base, scale),
        labels(base, "datum.crosses ? 140 : 0"),
        at_the_right(base, "decides"),
        *_names(base, scale),
        touched,
    ).properties(height=alt.Step(STEP))


def _rival(base: alt.Chart, scale: alt.Scale) -> list[alt.Chart]:
    """The rival's total on each row: thin, and thick where the bar passes it."""
    known = base.transform_filter("isValid(datum.rival)")
    return [
        known.transform_filter(f"{which}datum.crosses")
        .mark_tick(thickness=thick, size=BAR + 7, yOffset=BELOW, color=colour, opacity=opacity)
        .encode(x=alt.X("rival:Q", scale=scale, axis=None))
        for which, thick, colour, opacity in (("!", 1.5, GREY, 0.7), ("", 4, WRITTEN, 1))
    ]


def _ends(base: alt.Chart, scale: alt.Scale) -> list[alt.Chart]:
    """The lowest and the highest total beside their end of the bar, where there is a difference."""
    return [
        base.transform_filter(f"datum.{end} !== datum.base")
        .mark_text(align=align, baseline="middle", dx=dx, yOffset=BELOW, fontSize=12, color=GREY)
        .encode(
            x=alt.X(f"{end}:Q", scale=scale, axis=None), text=alt.Text(f"{end}:Q", format=",.0f")
        )
        for end, align, dx in ENDS
    ]


def _names(base: alt.Chart, scale: alt.Scale) -> list[alt.Chart]:
    """Above the first row what the lines are, each to the side where there is room."""
    first = base.transform_filter("datum.place === 0")
    return [
        first.transform_filter(f"isValid(datum.{field})")
        .transform_calculate(named=f"{name} + format(datum.{field}, ',.0f')")
        .mark_text(
            align=alt.ExprRef(f"scale('x', datum.{field}) > width / 2 ? 'right' : 'left'"),
            baseline="middle",
            fontSize=12,
            fontWeight="bold" if field == "base" else "normal",
            color=WRITTEN if field == "base" else GREY,
        )
        .encode(
            x=alt.X(f"{field}:Q", scale=scale, axis=None),
            y=alt.value(above),
            text=alt.Text("named:N"),
        )
        for field, name, above in (("base", "'nu '", -8), ("rival", RIVAL, -24))
    ]
