"""What successive considerations said of one partnership."""

from typing import Any

import altair as alt

from core.charts.above import ON_COLOUR, capital, layered
from core.charts.shared import GREY, Chart, rows, tooltip
from core.charts.totals import TOTAL
from core.criteria import GROUPS
from core.scale import DISCUSS_FROM, STRONG_FROM

PARTS = (TOTAL, *GROUPS)


def totals_over_time() -> Chart:
    """The total at each consideration, and thinner what each group of criteria made of it.

    Rows by day: `day` (date), `part` ("Totaal" or one of GROUPS), `total` (0-100 or null),
    `question` (of the consideration), `text` (the total in words).
    """
    y = alt.Y(
        "total:Q",
        title=None,
        scale=alt.Scale(domain=[0, 100], nice=False),
        axis=alt.Axis(
            values=[0, DISCUSS_FROM, STRONG_FROM, 100],
            labelExpr=f"datum.value === {DISCUSS_FROM} ? '{DISCUSS_FROM} bespreken'"
            f" : datum.value === {STRONG_FROM} ? '{STRONG_FROM} sterk' : datum.label",
            gridDash=[3, 3],
            labelColor=GREY,
            ticks=False,
            domain=False,
            labelPadding=6,
            labelFlush=False,
            labelBaseline="middle",
        ),
    )
    x = alt.X(
        "day:T",
        title=None,
        scale=alt.Scale(padding=24),
        axis=alt.Axis(
            format="%b %Y",
            # A second line of nothing: else the tails of the letters are cut off.
            labelExpr="[datum.label, '']",
            grid=False,
            labelColor=GREY,
            tickCount=4,
            labelFlush=False,
            ticks=False,
        ),
    )
    base = alt.Chart(rows()).transform_filter("isValid(datum.total)").encode(x=x, y=y)
    said = tooltip(
        ("question:N", "Vraag", None),
        ("day:T", "Datum", "%d-%m-%Y"),
        ("part:N", "Deel", None),
        ("text:N", "Uitkomst", None),
    )
    colour = alt.Color("part:N", scale=alt.Scale(domain=list(PARTS)), legend=_legend())
    shape = alt.Shape(
        "part:N",
        scale=alt.Scale(domain=list(PARTS), range=["circle", "triangle-up", "square", "diamond"]),
        legend=_legend(),
    )
    groups = base.transform_filter(f"datum.part !== '{TOTAL}'")
    total = base.transform_filter(f"datum.part === '{TOTAL}'")
    number = total.encode(text=alt.Text("total:Q", format=",.0f"))
    above: dict[str, Any] = {"dy": -17, "fontSize": 13, "fontWeight": "bold"}
    return layered(
        groups.mark_line(strokeWidth=1.2, opacity=0.7).encode(color=colour),
        total.mark_line(strokeWidth=3).encode(color=colour),
        # The number stands on a rim, so that a line behind it does not cross it out.
        number.mark_text(stroke=ON_COLOUR, strokeWidth=4, strokeJoin="round", **above),
        groups.mark_point(size=45, filled=True, opacity=0.9).encode(
            color=colour, shape=shape, tooltip=said
        ),
        total.mark_point(size=120, filled=True, opacity=1).encode(
            color=colour, shape=shape, tooltip=said
        ),
        number.mark_text(**above).encode(color=colour),
    ).properties(height=300)


def _legend() -> alt.Legend:
    return alt.Legend(
        title=None,
        orient="top",
        columns=alt.ExprRef("containerSize()[0] < 500 ? 2 : 4"),
        labelExpr=capital("datum.label"),
        labelFontSize=12,
        symbolOpacity=1,
        symbolSize=80,
    )
