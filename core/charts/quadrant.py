"""The power-interest grid: who to approach how, where each stands and where each came from."""

from typing import Any

import altair as alt

from core.charts.above import WRITTEN, layered
from core.charts.shared import GREY, INK, Chart, rows, tooltip
from core.forces import APPROACHES, SIGNS

# Between 2 and 3, because 3 counts as high.
CUT = 2.5
STEPS = 5
NARROW, WIDE = "width < 450", "width > 850"
AGAINST, FOR = "#b06a26", "#1f716e"
STANCE_COLOURS = (AGAINST, "#cf9350", "#9aa3a8", "#549f9b", FOR)
SIZES = alt.Scale(type="sqrt", domain=[0, 100], range=[150, 420])
# How far before a mark its arrow ends, in pixels.
AWAY = 14


def quadrant(*, named: bool) -> Chart:
    """A mark per partner at `x` (interest) and `y` (influence), as core.force_places has them.

    A click on a mark is the selection `stip`, with the `id` of its row.

    Rows: `id`, `name`, `number`, `interest`, `influence`, `stance` and `sign`, `value` (0-100 or
    null), `faded`, `chosen`, `x`, `y` and `room`, `from_x` and `from_y` or null.
    `named`: names beside the marks, else numbers.
    """
    x = _axis("x", "Belang", alt.X)
    y = _axis("y", "Invloed", alt.Y)
    base = alt.Chart(rows()).encode(x=x, y=y)
    faded = _faded(base, 0.35)
    # Without a value a mark is as small as one that adds nothing; it would not be drawn.
    sized = faded.transform_calculate(sized="isValid(datum.value) ? datum.value : 0")
    marks = sized.mark_circle().encode(
        size=alt.Size("sized:Q", scale=SIZES, legend=None),
        color=alt.Color(
            "stance:O",
            scale=alt.Scale(domain=list(SIGNS), range=list(STANCE_COLOURS)),
            legend=None,
        ),
    )
    ring = (
        base.transform_filter("datum.chosen")
        .mark_point(filled=False, size=620, strokeWidth=2.5, color=WRITTEN)
        .encode()
    )
    # Numbers that stand side by side have no room on a phone: there the mark itself bears its own.
    inside = "datum.sign" if named else f"{NARROW} ? datum.number : datum.sign"
    signs = (
        faded.transform_calculate(inside=inside)
        .mark_text(fontSize=10, fontWeight="bold", color=INK)
        .encode(text="inside:N")
    )
    return layered(
        *_lines(x, y),
        *_names(),
        *_movement(x, y),
        marks,
        ring,
        signs,
        _words(base, named),
        _touched(base),
    ).properties(height=560)


def _touched(base: alt.Chart) -> alt.Chart:
    """What is pointed at: above the signs, which would be in the way."""
    found: alt.Chart = (
        base.mark_circle(opacity=0, size=500, cursor="pointer")
        .encode(
            tooltip=tooltip(
                ("name:N", "Partner", None), ("influence:Q", "Invloed", "d"),
                ("interest:Q", "Belang", "d"), ("sign:N", "Houding", None),
                ("value:Q", "Toegevoegde waarde", ",.0f"), ("day:T", "Ingeschat op", "%d-%m-%Y"),
            ),
        )
        .add_params(alt.selection_point("stip", fields=["id"], on="click"))
    )  # fmt: skip
    return found


def _words(base: alt.Chart, named: bool) -> alt.Chart:
    """The name beside each mark, or its number."""
    label = f"{NARROW} ? datum.number : datum.name" if named else f"{NARROW} ? '' : datum.number"
    written: alt.Chart = (
        _faded(base, 0.7)
        .transform_calculate(label=label)
        .mark_text(
            align="left",
            baseline="middle",
            dx=14,
            fontSize=alt.ExprRef(f"{WIDE} ? 14 : 12"),
            fontWeight=alt.ExprRef("datum.chosen ? 'bold' : 'normal'"),
            color=WRITTEN,
            limit=alt.ExprRef("datum.room * width / 5 - 30" if named else "24"),
        )
        .encode(text=alt.Text("label:N"))
    )
    return written


def _faded(base: alt.Chart, opacity: float) -> alt.Chart:
    """So much of an outdated assessment is seen; its name stays readable."""
    return base.transform_calculate(seen=f"datum.faded ? {opacity} : 1").encode(
        opacity=alt.Opacity("seen:Q", scale=None)
    )


def _axis(field: str, title: str, kind: Any) -> Any:
    return kind(
        f"{field}:Q",
        title=f"{title} (1 = weinig, 5 = veel)",
        scale=alt.Scale(domain=[0.5, STEPS + 0.5], nice=False),
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
    """Where high begins, and faintly the cells: a mark stands anywhere in that of its scores."""
    cut = _once().transform_calculate(edge=str(CUT))
    cells = _once().transform_calculate(edge="[1.5, 3.5, 4.5]").transform_flatten(["edge"])
    return [
        base.mark_rule(color=GREY, strokeWidth=1, **style).encode(**{way: _at(axis, "edge")})
        for base, style in ((cells, {"opacity": 0.18}), (cut, {"strokeDash": [4, 4]}))
        for way, axis in (("x", x), ("y", y))
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
    """An arrow from where a partner stood before, open there; that of the chosen one stands out."""
    base = (
        alt.Chart(rows())
        .transform_filter("isValid(datum.from_x)")
        .transform_calculate(strength="datum.chosen ? 1 : 0.45")
    )
    across = f"(datum.x - datum.from_x) * width / {STEPS}"
    up = f"(datum.y - datum.from_y) * height / {STEPS}"
    long = f"sqrt(pow({across}, 2) + pow({up}, 2))"
    strength = alt.Opacity("strength:Q", scale=None)
    before = base.encode(x=_at(x, "from_x"), y=_at(y, "from_y"), opacity=strength)
    line = before.mark_rule(color=GREY, strokeWidth=alt.ExprRef("datum.chosen ? 2.5 : 1.5")).encode(
        x2=alt.X2("x:Q"), y2=alt.Y2("y:Q")
    )
    head = base.mark_point(
        shape="triangle-up",
        filled=True,
        size=70,
        color=GREY,
        angle=alt.ExprRef(f"atan2({across}, {up}) * 180 / PI"),
        xOffset=alt.ExprRef(f"-{AWAY} * {across} / {long}"),
        yOffset=alt.ExprRef(f"{AWAY} * {up} / {long}"),
    ).encode(x=x, y=y, opacity=strength)
    start = before.mark_point(filled=False, size=40, color=GREY)
    return [line, start, head]
