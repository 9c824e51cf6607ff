"""Partners, libraries and themes as a graph, each kind with a shape of its own."""

import altair as alt

from core.charts.bubbles import GROUP_LABELS
from core.charts.shared import GREY, THEME_GROUPS, Chart, rows, tooltip

EDGES = "edges"
KINDS = {"partner": "circle", "library": "square", "theme": "diamond"}
NARROW = "containerSize()[0] < 500"


def partner_graph() -> Chart:
    """A mark per node, with a line per tie below: a click selects it (selection `knoop`).

    Rows: `id`, `kind` (one of KINDS), `name`, `label` (empty: none), `theme_group`, `x`, `y` (-1 to
    1), `size`, `is_focus`, `described`. Dataset EDGES: `x`, `y`, `x2`, `y2`, `theme_group`.
    """
    # Room at the sides for the names of what stands there.
    x = alt.X("x:Q", scale=alt.Scale(domain=[-1.18, 1.18], nice=False), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[-1.08, 1.12], nice=False), axis=None)
    group = alt.Color(
        "theme_group:N",
        scale=alt.Scale(domain=list(THEME_GROUPS)),
        legend=_legend(),
    )
    lines = (
        alt.Chart(alt.NamedData(name=EDGES))
        .mark_rule(strokeWidth=1, opacity=0.28)
        .encode(
            x=x,
            y=y,
            x2="x2:Q",
            y2="y2:Q",
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
    return alt.layer(lines, nodes, ring, *_names(x, y)).properties(height=620)


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
    """The names that found room; on a phone only those of libraries and themes."""
    base = alt.Chart(rows()).transform_filter("datum.label != ''")
    return [
        base.transform_filter(f"(datum.kind == 'partner') == {is_partner}")
        .mark_text(
            dy=-14,
            fontSize=11 if is_partner == "true" else 12,
            fontWeight="normal" if is_partner == "true" else "bold",
            opacity=alt.ExprRef(f"{NARROW} ? 0 : 1") if is_partner == "true" else 1,
            limit=alt.ExprRef(f"{NARROW} ? 110 : 220"),
        )
        .encode(x=x, y=y, text="label:N", color=alt.value(GREY))
        for is_partner in ("true", "false")
    ]
