"""How often each option comes first, over the weights that are conceivable."""

import altair as alt

from core.charts.above import (
    ON_COLOUR,
    SMALL_ABOVE,
    SMALL_BELOW,
    SMALL_HEADING,
    SMALL_STEP,
    WRITTEN,
    at_the_right,
    headed,
    labels,
    layered,
    under_headings,
)
from core.charts.shared import GREY, Chart, tooltip

BAR = 13
# How full the part of each place is, from the first to the eighth.
FULL = (1, 0.5, 0.36, 0.28, 0.22, 0.17, 0.13, 0.1)


def chance_bars() -> Chart:
    """Per option how often it takes each place: the first place full, the others ever lighter.

    Rows in drawing order, the first place first: `label` (of the option), `way` ("Rond de weging"
    or "Elke weging"), `rank` (1-8), `share` (0-1), `text` (of its chance to be first, the same on
    each row of a way).
    """
    head, line, every = under_headings()
    scale = alt.Scale(domain=[0, 1], nice=False)
    base = every.transform_filter("datum.share > 0").transform_stack(
        stack="share", as_=["start", "end"], groupby=["row"], sort=[alt.SortField("rank")]
    )
    said = tooltip(
        ("label:N", "Optie", None),
        ("way:N", "Over", None),
        ("rank:Q", "Plaats", ".0f"),
        ("share:Q", "Deel van de wegingen", ".0%"),
    )
    parts = base.mark_bar(size=BAR, yOffset=SMALL_BELOW, stroke=ON_COLOUR, strokeWidth=1).encode(
        x=alt.X("start:Q", scale=scale, axis=None),
        x2=alt.X2("end:Q"),
        opacity=alt.Opacity(
            "rank:Q",
            scale=alt.Scale(domain=list(range(1, len(FULL) + 1)), range=list(FULL)),
            legend=None,
        ),
        tooltip=said,
    )
    places = (
        base.transform_calculate(middle="(datum.start + datum.end) / 2")
        .mark_text(
            baseline="middle",
            yOffset=SMALL_BELOW,
            dy=0.5,
            fontSize=10,
            color=alt.ExprRef(f"datum.rank === 1 ? background : {WRITTEN.to_dict()['expr']}"),
            opacity=alt.ExprRef("datum.share * width > 12 ? 1 : 0"),
        )
        .encode(x=alt.X("middle:Q", scale=scale, axis=None), text=alt.Text("rank:Q"), tooltip=said)
    )
    way = line.mark_text(
        align="left", baseline="middle", dy=SMALL_ABOVE, fontSize=12, color=GREY
    ).encode(x=alt.value(0), text=alt.Text("way:N"))
    return headed(
        layered(
            labels(head, dy=SMALL_HEADING, heading=True),
            parts,
            places,
            way,
            at_the_right(line, dy=SMALL_ABOVE),
        ),
        "label",
        "way",
    ).properties(height=alt.Step(SMALL_STEP))
