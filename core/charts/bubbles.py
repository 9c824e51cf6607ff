"""The bubble portfolio: what each partnership asks, what it serves, and what it alone reaches."""

from typing import Any

import altair as alt

from core.charts.shared import GREY, THEME_GROUPS, Chart, rows, tooltip
from core.effort import EFFORTS, QUADRANTS

MIDDLE = "middle"
GROUP_LABELS = dict(
    zip(THEME_GROUPS, ("Onderwijs en opvang", "Community", "Gemeente", "Verder"), strict=True)
)
# On a phone all is smaller; areas by the square of this.
SMALLER = "(containerSize()[0] < 500 ? 0.65 : 1)"
# Where the scale of alignment can end. Most portfolios stay below half: no partnership serves all
# goals. As a part of it the room above and below, in which the quadrants are named.
TOPS = (50, 75, 100)
ROOM = 0.13
# Those that would lie on each other stand around each other, like the seeds of a sunflower, and
# more beside than above each other: height says more than place from left to right.
APART = "sqrt(datum.nth) * {turn}(datum.nth * 2.4) * {step} * " + SMALLER


def top_for(highest: float) -> int:
    """Where the scale of alignment ends when this is the highest."""
    return next((top for top in TOPS if highest <= top), TOPS[-1])


def portfolio_bubbles(*, effort: str, top: int, dense: bool) -> Chart:
    """A bubble per partnership: a click selects it (selection `bol`).

    Rows: `id`, `name`, `library`, `theme_group`, `theme_label`, `alignment` (0-100), `effort`,
    `reached`, `added` (the size), `nth` of those in one place. Dataset MIDDLE: one row, `effort`
    and `alignment`, where the quadrants meet. `effort` is one of EFFORTS, `top` one of TOPS;
    `dense` makes the bubbles smaller.
    """
    x = alt.X(
        "effort:Q",
        title=EFFORTS[effort],
        scale=alt.Scale(type="sqrt", domainMin=0, nice=True),
        axis=alt.Axis(format=",.0f", grid=False, tickCount=6, labelColor=GREY, titleColor=GREY),
    )
    y = alt.Y(
        "alignment:Q",
        title="Aansluiting op de doelen (0-100)",
        scale=alt.Scale(domain=[-ROOM * top, (1 + ROOM) * top], nice=False),
        axis=alt.Axis(
            values=list(range(0, top + 1, 25)), grid=False, labelColor=GREY, titleColor=GREY
        ),
    )
    chosen = alt.selection_point("bol", fields=["id"], on="click")
    most = alt.ExprRef(f"{450 if dense else 1000} * pow({SMALLER}, 2)")
    moved: dict[str, Any] = {
        side: alt.ExprRef(APART.format(step=step if dense else 2 * step, turn=turn))
        for side, turn, step in (("xOffset", "cos", 4.5), ("yOffset", "sin", 2.5))
    }
    bubbles = (
        alt.Chart(rows())
        .mark_point(filled=True, cursor="pointer", strokeWidth=1, **moved)
        .encode(
            x=x,
            y=y,
            size=alt.Size("added:Q", scale=alt.Scale(range=[24, most], domainMin=0), legend=None),
            # The largest first: none hides a smaller one.
            order=alt.Order("added:Q", sort="descending"),
            color=_group(),
            opacity=alt.when(chosen, empty=False)
            .then(alt.value(1))
            .otherwise(alt.value(0.5 if dense else 0.6)),
            tooltip=tooltip(
                ("name:N", "Samenwerking", None),
                ("library:N", "Bibliotheek", None),
                ("theme_label:N", "Thema", None),
                ("alignment:Q", "Aansluiting", ",.0f"),
                ("effort:Q", EFFORTS[effort], ",.0f"),
                ("reached:Q", "Bereikte plekken", ",d"),
                ("added:Q", "Waarvan alleen door deze", ",d"),
            ),
        )
        .add_params(chosen)
    )
    ring = (
        alt.Chart(rows())
        .transform_filter(chosen, empty=False)
        .mark_point(filled=False, strokeWidth=2.5, size=most, color=GREY, **moved)
        .encode(x=x, y=y)
    )
    return alt.layer(*_lines(x, y), bubbles, ring, *_names()).properties(height=460)


def _group() -> alt.Color:
    """The colour of a theme group, with a legend in words."""
    said = " : ".join(f"datum.value == '{code}' ? '{GROUP_LABELS[code]}'" for code in THEME_GROUPS)
    return alt.Color(
        "theme_group:N",
        scale=alt.Scale(domain=list(THEME_GROUPS)),
        legend=alt.Legend(
            title=None,
            orient="top",
            columns=alt.ExprRef("containerSize()[0] < 500 ? 2 : 4"),
            labelExpr=f"{said} : datum.label",
            labelFontSize=12,
            symbolOpacity=0.8,
        ),
    )


def _lines(x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Where the quadrants meet."""
    base = alt.Chart(alt.NamedData(name=MIDDLE))
    style: dict[str, Any] = {"color": GREY, "strokeDash": [4, 4], "strokeWidth": 1}
    return [base.mark_rule(**style).encode(x=x), base.mark_rule(**style).encode(y=y)]


def _names() -> list[alt.Chart]:
    """The quadrants by name, each in its corner."""
    base = alt.Chart(alt.NamedData(name=MIDDLE))
    corners = zip(
        QUADRANTS.values(), ((0, 0), ("width", 0), (0, "height"), ("width", "height")), strict=True
    )
    return [
        base.mark_text(
            align="left" if x == 0 else "right",
            baseline="top" if y == 0 else "bottom",
            dx=8 if x == 0 else -8,
            dy=6 if y == 0 else -6,
            fontSize=13,
            fontWeight="bold",
            color=GREY,
        ).encode(x=alt.value(x), y=alt.value(y), text=alt.value(quadrant.label))
        for quadrant, (x, y) in corners
    ]
