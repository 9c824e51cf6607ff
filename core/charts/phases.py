"""How many step plans stand in each phase."""

import altair as alt

from core.charts.shared import GREY, Chart, in_order, rows, tooltip

LEAST = 8


def phase_bars() -> Chart:
    """Plans per phase, in the order of the phases; the dark part has something late.

    Rows in drawing order: `label`, `plans`, `late`, `text`. A click anywhere on a row selects its
    label (selection `balk`).
    """
    chosen = alt.selection_point("balk", fields=["label"], on="click")
    y = alt.Y(
        "label:N",
        sort=in_order(),
        title=None,
        axis=alt.Axis(labelLimit=160, ticks=False, labelFlush=False),
    )
    base = alt.Chart(rows()).encode(y=y)
    # One or two plans are no bar over the whole width.
    room = (
        base.transform_calculate(least=str(LEAST))
        .mark_point(opacity=0)
        .encode(x=alt.X("least:Q", title=None, axis=None))
    )
    plans = base.mark_bar(opacity=0.4, cornerRadiusEnd=2).encode(
        x=alt.X("plans:Q", title=None, axis=None)
    )
    late = base.mark_bar(cornerRadiusEnd=2).encode(x=alt.X("late:Q", title=None, axis=None))
    text = base.mark_text(align="left", dx=5, color=GREY).encode(
        x=alt.X("plans:Q"), text=alt.Text("text:N")
    )
    touched = base.mark_bar(opacity=0, cursor="pointer").encode(
        x=alt.value(0),
        x2=alt.value("width"),
        tooltip=tooltip(
            ("label:N", "Fase", None),
            ("plans:Q", "Stappenplannen", ",d"),
            ("late:Q", "Met iets over de datum", ",d"),
        ),
    )
    layers = (room, plans, late, text, touched.add_params(chosen))
    return alt.layer(*layers).properties(height=alt.Step(24))
