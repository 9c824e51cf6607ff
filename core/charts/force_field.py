"""A force field: what drives a change pushes from the left, what restrains it from the right."""

import altair as alt

from core.charts.above import BELOW, STEP, WRITTEN, by_label, labels, layered
from core.charts.bars import BAR
from core.charts.quadrant import AGAINST, FOR
from core.charts.shared import GREY, Chart, rows, tooltip

MOST = 5


def force_field() -> Chart:
    """A bar per force that ends at the middle line, as long as the force is strong.

    Rows in drawing order: `label` (one of a kind), `way` (in words), `strength` (1-5) and
    `at` (where the bar begins: -strength where it drives, strength where it restrains).
    """
    base = alt.Chart(rows()).encode(y=by_label())
    ends = [alt.ExprRef("14"), alt.ExprRef("width - 14")]
    scale = alt.Scale(domain=[-MOST, MOST], nice=False, range=ends)
    x = alt.X("at:Q", scale=scale, axis=None)
    colour = alt.Color(
        "drives:N", scale=alt.Scale(domain=[True, False], range=[FOR, AGAINST]), legend=None
    )
    bars = base.mark_bar(size=BAR, yOffset=BELOW).encode(
        x=x,
        x2=alt.X2Datum(0),
        color=colour,
        tooltip=tooltip(
            ("label:N", "Kracht", None), ("way:N", "Richting", None), ("strength:Q", "Sterkte", "d")
        ),
    )
    figures = base.mark_text(
        align=alt.ExprRef("datum.drives ? 'right' : 'left'"),
        dx=alt.ExprRef("datum.drives ? -5 : 5"),
        yOffset=BELOW,
        fontSize=12,
        color=GREY,
    ).encode(x=x, text=alt.Text("strength:Q", format="d"))
    middle = base.mark_tick(thickness=2, size=BAR + 8, yOffset=BELOW, color=WRITTEN).encode(
        x=alt.XDatum(0, scale=scale, axis=None)
    )
    names = (
        labels(base.transform_filter(f"{'!' if right else ''}datum.drives"), right=right)
        for right in (False, True)
    )
    return layered(bars, middle, figures, *names).properties(height=alt.Step(STEP))
