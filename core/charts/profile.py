"""The profile of each option: how it scores on every criterion, among the others."""

from typing import Any

import altair as alt

from core.charts.above import (
    ABOVE,
    BELOW,
    NARROW,
    ON_COLOUR,
    STEP,
    WRITTEN,
    at_the_right,
    capital,
    headed,
    labels,
    layered,
    under_headings,
)
from core.charts.score_line import from_1_to_5, score_line, score_words
from core.charts.shared import GREY, Chart, tooltip
from core.consideration_table import OPTION_CODES

# Beside each other at one score, in pixels; more than four go on in a second line.
IN_LINE = 4
APART = f"({NARROW} ? 13.5 : 18)"
DOT = alt.ExprRef(f"{NARROW} ? 140 : 240")
MANY_STEP = STEP + 14


def profile_dots(*, many: bool = False) -> Chart:
    """A dot per option on each criterion, from 1 to 5, with a line from the lowest to the highest.

    Options at the same score stand beside each other. Who did not score stands at the right,
    by letter. `many`: there are more than four options, which then may need two lines.

    Rows in drawing order: `label` (of the criterion), `group`, `option` (a letter), `name`,
    `score` (1-5 or null), `slot` (0, 1, ... among the options at one score), `weight` (points),
    `text` (the note, or empty).
    """
    head, line, every = under_headings()
    x = from_1_to_5(f"{NARROW} ? 28 : 38", f"{NARROW} ? 80 : 180")
    above, below = (ABOVE - 7, BELOW + 2) if many else (ABOVE, BELOW)
    known = every.transform_filter("isValid(datum.score)")
    joined = known.mark_line(strokeWidth=3, yOffset=below, color=GREY, opacity=0.55).encode(
        x=alt.X("score:Q", **x), detail=alt.Detail("row:N")
    )
    return headed(
        layered(
            labels(head.transform_calculate(label=capital("datum.group")), dy=-5, heading=True),
            *score_words(head, x, 15),
            *score_line(line, x, below),
            joined,
            *_dots(known, x, below),
            labels(line, f"{NARROW} ? 0 : 90", above),
            _weights(line, above),
            _unknown(every, below),
        ),
        "group",
        "label",
    ).properties(height=alt.Step(MANY_STEP if many else STEP))


def _dots(known: alt.Chart, x: dict[str, Any], below: int) -> list[alt.Chart]:
    """Each option in its colour and with its letter."""
    line_of = f"floor(datum.slot / {IN_LINE})"
    in_line = f"min(datum.equal - {IN_LINE} * {line_of}, {IN_LINE})"
    aside = alt.ExprRef(f"(datum.slot % {IN_LINE} - ({in_line} - 1) / 2) * {APART}")
    down = alt.ExprRef(f"{below} + (datum.equal > {IN_LINE} ? ({line_of} - 0.5) * {APART} : 0)")
    base = known.transform_joinaggregate(equal="count()", groupby=["row", "score"]).encode(
        x=alt.X("score:Q", **x),
        tooltip=tooltip(
            ("label:N", "Criterium", None),
            ("name:N", "Optie", None),
            ("score:Q", "Score", ".0f"),
            ("text:N", "Toelichting", None),
        ),
    )
    dots = base.mark_circle(
        size=DOT, opacity=1, xOffset=aside, yOffset=down, stroke=ON_COLOUR, strokeWidth=1
    ).encode(color=alt.Color("option:N", scale=alt.Scale(domain=list(OPTION_CODES)), legend=None))
    letters = base.mark_text(
        baseline="middle",
        fontSize=alt.ExprRef(f"{NARROW} ? 9 : 11"),
        fontWeight="bold",
        color=ON_COLOUR,
        xOffset=aside,
        yOffset=down,
        dy=0.5,
    ).encode(text=alt.Text("option:N"))
    return [dots, letters]


def _weights(line: alt.Chart, above: int) -> alt.Chart:
    """The weight at the right of the label; a phone has no room for it."""
    points = "format(datum.weight, ',.1~f')"
    words = f"{points} + ({points} === '1' ? ' punt' : ' punten')"
    return at_the_right(
        line.transform_calculate(points=f"isValid(datum.weight) && !({NARROW}) ? {words} : ''"),
        "points",
        above,
    )


def _unknown(every: alt.Chart, below: int) -> alt.Chart:
    """Who did not score, by letter."""
    base = every.transform_filter("!isValid(datum.score)").transform_aggregate(
        unknown="values(option)", at="min(at)", groupby=["row"]
    )
    letters = "join(pluck(datum.unknown, 'option'), ' ')"
    said = base.transform_calculate(
        words=f"{NARROW} ? ['geen score', {letters}] : ['geen score: ' + {letters}]"
    )
    written: alt.Chart = said.mark_text(
        align="right",
        baseline="middle",
        fontSize=alt.ExprRef(f"{NARROW} ? 11 : 12"),
        lineHeight=13,
        yOffset=below,
        dy=alt.ExprRef(f"{NARROW} ? -6 : 0"),
        color=WRITTEN,
    ).encode(x=alt.value("width"), text=alt.Text("words:N"))
    return written
