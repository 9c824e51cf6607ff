"""Partners, libraries and themes as a graph, each kind with a shape of its own."""

from typing import Any

import altair as alt

from core.charts.bubbles import GROUP_LABELS
from core.charts.shared import GREY, THEME_GROUPS, Chart, rows, tooltip

EDGES = "edges"
KINDS = {"partner": "circle", "library": "square", "theme": "diamond"}
NARROW = "containerSize()[0] < 500"


def partner_graph() -> Chart:
    """A mark per node, with a line per tie below: a click selects it (selection `knoop`).

    Rows: `id`, `kind` (one of KINDS), `name`, `label` (empty: none), `theme_group`, `x`, `y` (-1 to
    1), `size`, `is_focus`, `described`. Dataset EDGES: `x`, `y`, `x2`, `y2`, `theme_group`,
    `opacity`.
    """
    # Room at the sides for the names that stand there; a phone has none, so there they stand above.
    side = alt.ExprRef(f"{NARROW} ? 1.1 : 1.72")
    x = alt.X(
        "x:Q",
        scale=alt.Scale(domainMin=alt.ExprRef(f"-({side.expr})"), domainMax=side, nice=False),
        axis=None,
    )
    y = alt.Y("y:Q", scale=alt.Scale(domain=[-1.04, 1.06], nice=False), axis=None)
    group = alt.Color(
        "theme_group:N",
        scale=alt.Scale(domain=list(THEME_GROUPS)),
        legend=_legend(),
    )
    lines = (
        alt.Chart(alt.NamedData(name=EDGES))
        .mark_rule(strokeWidth=1)
        .encode(
            x=x,
            y=y,
            x2="x2:Q",
            y2="y2:Q",
            opacity=alt.Opacity("opacity:Q", scale=None, legend=None),
            color=alt.when("datum.theme_group == ''").then(alt.value(GREY)).otherwise(group),
        )
    )
    chosen = alt.selection_point("knoop", fields=["id"], on="click")
    nodes = (
        alt.Chart(rows())
        .mark_point(filled=True, cursor="pointer", opacity=0.9)
        .encode(
            x=x,
            y=y,
            shape=alt.Shape(
                "kind:N",
                scale=alt.Scale(domain=list(KINDS), range=list(KINDS.values())),
                legend=None,
            ),
            size=alt.when("datum.kind == 'partner'")
            .then(
                alt.Size(
                    "size:Q",
                    scale=alt.Scale(range=[40, alt.ExprRef(f"{NARROW} ? 320 : 700")], domainMin=0),
                    legend=None,
                )
            )
            .otherwise(alt.value(170)),
            color=alt.when("datum.kind == 'library'").then(alt.value(GREY)).otherwise(group),
            order=alt.Order("size:Q", sort="descending"),
            tooltip=tooltip(("name:N", "Naam", None), ("described:N", "Heeft", None)),
        )
        .add_params(chosen)
    )
    ring = (
        alt.Chart(rows())
        .transform_filter("datum.is_focus")
        .mark_point(filled=False, size=1100, strokeWidth=2.5, color=GREY)
        .encode(x=x, y=y)
    )
    return alt.layer(lines, nodes, ring, *_names(x, y)).properties(height=640)


def _legend() -> alt.Legend:
    said = " : ".join(f"datum.value == '{code}' ? '{GROUP_LABELS[code]}'" for code in THEME_GROUPS)
    return alt.Legend(
        title=None,
        orient="top",
        columns=alt.ExprRef(f"{NARROW} ? 2 : 4"),
        labelExpr=f"{said} : datum.label",
        labelFontSize=12,
        symbolOpacity=0.8,
    )


def _names(x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """The names that found room: beside the columns, above partners; on a phone no partners.

    Each stands in a halo of the background, or lines run through the letters.
    """
    base = alt.Chart(rows()).transform_filter("datum.label != ''")
    where: list[dict[str, Any]] = [
        {
            "align": alt.ExprRef(f"{NARROW} ? '{inside}' : '{outside}'"),
            "dx": alt.ExprRef(f"{NARROW} ? {-dx / 2} : {dx}"),
            "dy": alt.ExprRef(f"{NARROW} ? -13 : 0"),
            "fontSize": 12,
            "fontWeight": "bold",
            "limit": alt.ExprRef(f"{NARROW} ? 150 : containerSize()[0] * 0.2"),
        }
        for inside, outside, dx in (("left", "right", -12), ("right", "left", 12))
    ]
    where.append({"dy": alt.ExprRef("datum.is_focus ? -27 : -17"), "fontSize": 11})
    halos: list[dict[str, Any]] = [{"stroke": alt.ExprRef("background"), "strokeWidth": 4}, {}]
    drawn = []
    for kind, place in zip(("library", "theme", "partner"), where, strict=True):
        seen = f"{NARROW} ? 0 : 1" if kind == "partner" else "1"
        of_kind = base.transform_filter(f"datum.kind == '{kind}'")
        for halo in halos:
            marked = of_kind.mark_text(**place, **halo, opacity=alt.ExprRef(seen))
            written = alt.value(GREY) if not halo else alt.value(alt.ExprRef("background"))
            drawn.append(marked.encode(x=x, y=y, text="label:N", color=written))
    return drawn
