"""Give and take: what each partner brings and asks, on one axis."""

import altair as alt

from core.charts.above import BELOW, STEP, at_the_right, by_label, labels, layered
from core.charts.score_line import from_1_to_5, score_line
from core.charts.shared import GREY, Chart, rows, tooltip


def give_and_take() -> Chart:
    """Per partner what it brings (full) and what it asks (open), joined.

    Rows in drawing order: `label`, `brings` and `asks` (1-5), `text` (as "brengt 2 meer").
    """
    x = from_1_to_5("7", "7")
    base = alt.Chart(rows()).encode(y=by_label())
    said = tooltip(
        ("label:N", "Partner", None), ("brings:Q", "Brengt", "d"), ("asks:Q", "Vraagt", "d")
    )
    asks = alt.X("asks:Q", **x)
    between = base.mark_rule(yOffset=BELOW, strokeWidth=3, color=GREY, opacity=0.6).encode(
        x=asks, x2=alt.X2("brings:Q")
    )
    full = base.mark_circle(yOffset=BELOW, size=110, opacity=1).encode(
        x=alt.X("brings:Q", **x), tooltip=said
    )
    # Larger than the full one: where both lie at one place, it is a ring around it.
    open_ = base.mark_point(yOffset=BELOW, size=230, strokeWidth=2, opacity=1).encode(
        x=asks, tooltip=said
    )
    return layered(
        *score_line(base, x, BELOW),
        between,
        full,
        open_,
        labels(base, "length(datum.text) * 5.4 + 12"),
        at_the_right(base),
    ).properties(height=alt.Step(STEP))
