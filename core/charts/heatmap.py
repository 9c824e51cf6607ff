"""The heatmaps: gemeente by theme, partnership by goal, in which what is missing shows."""

from collections.abc import Sequence
from typing import Any

import altair as alt

from core.charts.shared import FILLED, GREY, INK, Chart, in_order, rows, tooltip
from core.coverage import in_words, short

PHONE = "containerSize()[0] < 500"
# Names often differ at their end only, so on a phone the middle goes.
SHORTENED = (
    f"{PHONE} && length(datum.label) > 19"
    " ? slice(datum.label, 0, 7) + '…' + slice(datum.label, -10) : datum.label"
)


def coverage_heatmap() -> Chart:
    """One cell per gemeente and theme, coloured by `share`; a click selects it (selection `cel`).

    White in a thin line: nothing is covered. Dashed: the share is not known.

    Rows in drawing order: `gemeente_name`, `theme_label`, `share` (null without a denominator),
    `cell` (short text), `text` (in words), `dark` (whether the cell is dark in the light theme).
    """
    base = _grid(("theme_label", -60, 170), ("gemeente_name", 130))
    said = tooltip(
        ("gemeente_name:N", "Gemeente", None),
        ("theme_label:N", "Thema", None),
        ("text:N", "Dekking", None),
    )
    chosen = alt.selection_point("cel", fields=["gemeente_name", "theme_label"], on="click")
    unknown = (
        base.transform_filter("!isValid(datum.share)")
        .mark_rect(cornerRadius=2, fill="transparent", stroke=GREY, strokeDash=[3, 2])
        .encode(tooltip=said)
    )
    # On a phone a cell has room for a sign, not for a percentage: then its colour says it.
    fits = alt.ExprRef("length(datum.cell) > 1 && bandwidth('x') < 26 ? 0 : 1")
    known = _known(base, "share", 1, said).add_params(chosen)
    return _layered(base, known, unknown, _words(base, "share", opacity=fits))


def heatmap_rows(
    cells: Sequence[dict[str, Any]], shown: Sequence[str], *, on_dark: bool
) -> list[dict[str, Any]]:
    """The rows of coverage_heatmap: of `cells` those of the gemeenten `shown`, in that order."""
    place = {name: index for index, name in enumerate(shown)}
    kept = [row for row in cells if row["gemeente_name"] in place]
    kept.sort(key=lambda row: (place[row["gemeente_name"]], row["position"]))
    return [
        {
            "gemeente_name": row["gemeente_name"],
            "theme_label": row["theme_label"],
            "share": row["share"],
            "cell": short(row),
            "text": in_words(row),
            "dark": ((row["share"] or 0) > FILLED) != on_dark and row["share"] is not None,
        }
        for row in kept
    ]


def contribution_heatmap() -> Chart:
    """One cell per row and goal, coloured by contribution; a click selects it (`cel`).

    White in a thin line: no contribution. Dashed: not judged. A total has no box, and where a
    goal is none of that row's there is no cell.

    Rows: `row`, `column` (labels), `key` (of the partnership or group), `value` (0-3 or null),
    `cell` (short text), `text` (in words), `dark`, `total` (whether it is a total). Totals hold
    every row and column, in drawing order.
    """
    wide = alt.ExprRef(f"{PHONE} ? 105 : 300")
    base = _grid(("column", -40, 190), ("row", wide), labelExpr=SHORTENED)
    said = tooltip(("row:N", "Wat", None), ("column:N", "Doel", None), ("text:N", "Bijdrage", None))
    chosen = alt.selection_point("cel", fields=["key", "column"], on="click")
    unjudged = (
        base.transform_filter("!isValid(datum.value) && !datum.total")
        .mark_rect(
            cornerRadius=2,
            cursor="pointer",
            fill="transparent",
            stroke=GREY,
            strokeDash=[2, 3],
            strokeOpacity=0.6,
        )
        .encode(tooltip=said)
    )
    judged = _known(base, "value", 3, said).add_params(chosen)
    totals = base.transform_filter("datum.total").encode(tooltip=said)
    return _layered(totals, judged, unjudged, _words(base.transform_filter("datum.cell"), "value"))


def _grid(columns: tuple[str, int, int], lines: tuple[str, Any], **of_lines: Any) -> alt.Chart:
    """The cells by field: columns with the angle and room of their labels, lines with room.

    `of_lines` is what else their axis has.
    """
    column, angle, room = columns
    line, beside = lines
    axis: dict[str, Any] = {"labelOverlap": False, "ticks": False, "domain": False}
    return alt.Chart(rows()).encode(
        x=alt.X(
            f"{column}:N",
            sort=in_order(),
            title=None,
            axis=alt.Axis(orient="top", labelAngle=angle, labelLimit=room, **axis),
            scale=alt.Scale(paddingInner=0.04),
        ),
        y=alt.Y(
            f"{line}:N",
            sort=in_order(),
            title=None,
            axis=alt.Axis(labelLimit=beside, **axis, **of_lines),
            scale=alt.Scale(paddingInner=0.08),
        ),
    )


def _known(base: alt.Chart, field: str, most: int, said: list[alt.Tooltip]) -> alt.Chart:
    """The cells with an amount; nought is left white in a thin line.

    The palest tint would look like a little.
    """
    some = f"datum.{field} > 0"
    shade = alt.Color(f"{field}:Q", scale=alt.Scale(domain=[0, most], clamp=True), legend=None)
    filled: alt.Chart = (
        base.transform_filter(f"isValid(datum.{field})")
        .mark_rect(cornerRadius=2, cursor="pointer", stroke=GREY, strokeWidth=1)
        .encode(
            fill=alt.condition(some, shade, alt.value("transparent")),
            strokeOpacity=alt.condition(some, alt.value(0), alt.value(0.35)),
            tooltip=said,
        )
    )
    return filled


def _words(base: alt.Chart, field: str, **mark: Any) -> alt.Chart:
    """The short text of each cell, readable on what it stands on."""
    written: alt.Chart = base.mark_text(fontSize=11, **mark).encode(
        text=alt.Text("cell:N"),
        color=alt.when("datum.dark")
        .then(alt.value("#ffffff"))
        .when(f"datum.{field} > 0")
        .then(alt.value(INK))
        .otherwise(alt.value(GREY)),
    )
    return written


def _layered(every: alt.Chart, known: alt.Chart, unknown: alt.Chart, words: alt.Chart) -> Chart:
    """Every row and column first, unseen: so they keep the order in which they come."""
    return alt.layer(every.mark_rect(opacity=0), known, unknown, words).properties(
        height=alt.Step(26)
    )
