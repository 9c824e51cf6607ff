"""The power-interest grid: who to approach how, where each stands and where each came from."""

from typing import Any

import altair as alt

from core.charts.above import WRITTEN, layered
from core.charts.shared import GREY, INK, Chart, rows, tooltip
from core.forces import APPROACHES, SIGNS

# Between 2 and 3, because 3 counts as high.
CUT = 2.5
NARROW = "containerSize()[0] < 500"
STANCE_COLOURS = ("#b06a26", "#cf9350", "#9aa3a8", "#549f9b", "#1f716e")
STEP = 19
SIZES = alt.Scale(type="sqrt", domain=[0, 100], range=[170, 700])


def quadrant(*, named: bool) -> Chart:
    """A mark per partner, listed in the cell of its interest (right) and influence (up).

    Rows: `name`, `number`, `interest`, `influence`, `stance` and `sign`, `value` (0-100 or null),
    `faded`, `nth` of `of` in one cell, `previous_interest` and `previous_influence` or null.
    `named`: names beside the marks, else numbers.
    """
    x = _axis("interest", "Belang", alt.X)
    y = _axis("influence", "Invloed", alt.Y)
    if named:
        aside: Any = alt.ExprRef(f"{NARROW} ? 0 : -width / 10 + 14")
        down: Any = alt.ExprRef(f"(datum.nth - (datum.of - 1) / 2) * {STEP}")
    else:
        aside = alt.ExprRef("(datum.nth % 5 - (min(datum.of, 5) - 1) / 2) * width / 30")
        down = alt.ExprRef("(floor(datum.nth / 5) - (ceil(datum.of / 5) - 1) / 2) * 17")
    base = alt.Chart(rows()).encode(x=x, y=y)
    seen = alt.Opacity(
        "faded:N", scale=alt.Scale(domain=[False, True], range=[1, 0.35]), legend=None
    )
    marks = base.mark_circle(xOffset=aside, yOffset=down).encode(
        size=alt.Size("value:Q", scale=SIZES, legend=None),
        color=alt.Color(
            "stance:O",
            scale=alt.Scale(domain=list(SIGNS), range=list(STANCE_COLOURS)),
            legend=None,
        ),
        opacity=seen,
        tooltip=tooltip(
            ("name:N", "Partner", None), ("influence:Q", "Invloed", "d"),
            ("interest:Q", "Belang", "d"), ("sign:N", "Houding", None),
            ("value:Q", "Toegevoegde waarde", ",.0f"), ("day:T", "Ingeschat op", "%d-%m-%Y"),
        ),
    )  # fmt: skip
    signs = base.mark_text(
        xOffset=aside, yOffset=down, fontSize=10, fontWeight="bold", color=INK
    ).encode(text="sign:N", opacity=seen)
    words = base.mark_text(
        align="left",
        baseline="middle",
        xOffset=aside,
        yOffset=down,
        dx=13 if named else 8,
        dy=0 if named else -6,
        fontSize=11,
        color=WRITTEN,
        limit=alt.ExprRef("width / 5 - 30" if named else "40"),
    ).encode(
        text=alt.Text("label:N"),
        opacity=seen,
    )
    words = words.transform_calculate(
        label=f"{NARROW} ? datum.number : datum.name" if named else "datum.number"
    )
    return layered(*_lines(x, y), *_names(), *_movement(x, y), marks, signs, words).properties(
        height=560
    )


def _axis(field: str, title: str, kind: Any) -> Any:
    return kind(
        f"{field}:Q",
        title=f"{title} (1 = weinig, 5 = veel)",
        scale=alt.Scale(domain=[0.5, 5.5], nice=False),
        axis=alt.Axis(
            values=[1, 2, 3, 4, 5], format="d", grid=False, labelColor=GREY, titleColor=GREY
        ),
    )


def _once() -> alt.Chart:
    """What is drawn once, whatever the rows are."""
    return alt.Chart(rows()).transform_filter("datum.place === 0")


def _at(axis: Any, field: str) -> Any:
    """The same axis, at another field."""
    found = axis.copy()
    found.shorthand = f"{field}:Q"
    return found


def _lines(x: Any, y: Any) -> list[alt.Chart]:
    base = _once().transform_calculate(cut=str(CUT))
    style: dict[str, Any] = {"color": GREY, "strokeDash": [4, 4], "strokeWidth": 1}
    return [
        base.mark_rule(**style).encode(x=_at(x, "cut")),
        base.mark_rule(**style).encode(y=_at(y, "cut")),
    ]


def _names() -> list[alt.Chart]:
    """Each approach in its outer corner."""
    return [
        _once()
        .mark_text(
            align="right" if interested else "left",
            baseline="top" if strong else "bottom",
            dx=-6 if interested else 6,
            dy=5 if strong else -5,
            fontSize=13,
            fontWeight="bold",
            color=GREY,
        )
        .encode(
            x=alt.value("width" if interested else 0),
            y=alt.value(0 if strong else "height"),
            text=alt.value(name),
        )
        for (strong, interested), (name, _) in APPROACHES.items()
    ]


def _movement(x: Any, y: Any) -> list[alt.Chart]:
    """A line from where a partner stood before, open there, to the middle of its cell now."""
    base = alt.Chart(rows()).transform_filter(
        "isValid(datum.previous_interest) && (datum.previous_interest !== datum.interest"
        " || datum.previous_influence !== datum.influence)"
    )
    before = base.encode(x=_at(x, "previous_interest"), y=_at(y, "previous_influence"))
    line = before.mark_rule(color=GREY, strokeWidth=1.5, opacity=0.7).encode(
        x2=alt.X2("interest:Q"), y2=alt.Y2("influence:Q")
    )
    turned = (
        "atan2((datum.interest - datum.previous_interest) * width,"
        " (datum.influence - datum.previous_influence) * height) * 180 / PI"
    )
    head = base.mark_point(
        shape="triangle-up", filled=True, size=90, color=GREY, angle=alt.ExprRef(turned)
    ).encode(x=x, y=y)
    start = before.mark_point(filled=False, size=40, color=GREY, opacity=0.7)
    return [line, start, head]
