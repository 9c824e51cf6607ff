"""What was expected of partnerships against what came of them."""

import altair as alt

from core.charts.above import BELOW, STEP, at_the_right, by_label, labels, layered
from core.charts.score_line import from_1_to_5, score_line, score_words
from core.charts.shared import GREY, Chart, rows, tooltip


def expectation_dots() -> Chart:
    """Per criterion the mean that was expected (open) and that came true (full), joined.

    Rows in drawing order: `label`, `expected` and `actual` (1-5), `text` (of at most some 25
    letters, as "0,8 te hoopvol, 5 keer").
    """
    x = from_1_to_5("7", "7")
    base = alt.Chart(rows()).encode(y=by_label())
    first = base.transform_filter("datum.place === 0")
    said = tooltip(
        ("label:N", "Criterium", None),
        ("expected:Q", "Verwacht", ",.1f"),
        ("actual:Q", "Uitgekomen", ",.1f"),
        ("text:N", "Verschil", None),
    )
    expected = alt.X("expected:Q", **x)
    between = base.mark_rule(yOffset=BELOW, strokeWidth=3, color=GREY, opacity=0.6).encode(
        x=expected, x2=alt.X2("actual:Q")
    )
    open_ = base.mark_point(
        yOffset=BELOW, size=110, strokeWidth=2, fill=alt.ExprRef("background"), opacity=1
    ).encode(x=expected, tooltip=said)
    full = base.mark_circle(yOffset=BELOW, size=110, opacity=1).encode(
        x=alt.X("actual:Q", **x), tooltip=said
    )
    return layered(
        *score_words(first.encode(y=alt.value(0)), x, -8),
        *score_line(base, x, BELOW),
        between,
        full,
        open_,
        labels(base, "length(datum.text) * 5.4 + 12"),
        at_the_right(base),
    ).properties(height=alt.Step(STEP))
