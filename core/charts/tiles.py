"""The tile map: one square per gemeente, placed so that neighbours stay neighbours."""

import altair as alt
import pyarrow as pa

from core.charts.shared import GREY, INK, Chart, rows, tooltip

FRAME = "frame"
STEPS = (72, 56, 40, 30, 24, 18)
ROOM = 415
NAMES_FROM = 56


def frame(tiles: pa.Table) -> pa.Table:
    """Every row and column of the box around the tiles, so that water keeps its place.

    A few tiles get columns of nothing beside them: one tile is not to be as wide as the map. The
    values 0 and 1 keep the scale of colours from being empty where every tile has 0.
    """
    places = []
    for field in ("tile_row", "tile_col"):
        values = [value for value in tiles.column(field).to_pylist() if value is not None]
        places.append(range(min(values), max(values) + 1) if values else range(1))
    down = places[0]
    beside = max(len(places[1]), ROOM // step_for(tiles))
    across = range(places[1].start, places[1].start + beside)
    longest = max(len(across), len(down), 2)
    return pa.table(
        {
            "tile_row": [down[min(i, len(down) - 1)] for i in range(longest)],
            "tile_col": [across[min(i, len(across) - 1)] for i in range(longest)],
            "value": [min(i, 1) for i in range(longest)],
        }
    )


def step_for(tiles: pa.Table) -> int:
    """The largest size of a tile, in pixels, at which the map fits beside a text of its width."""
    columns = tiles.column("tile_col").to_pylist()
    across = max(columns) - min(columns) + 1 if columns else 1
    return next((step for step in STEPS if step * across <= ROOM), STEPS[-1])


def tile_map(*, step: int, share: bool) -> Chart:
    """Tiles coloured by `value`; a click selects a gemeente (selection `tegel`).

    Rows: `gemeente_name`, `short_name`, `tile_row`, `tile_col`, `value` (null is unknown),
    `text` (what the tooltip says). `step` is the height of a tile (see `step_for`), its width
    follows the room there is: a large one has room for the name. `share` fixes the scale to 0-1.
    """
    large = step >= NAMES_FROM
    x = alt.X("tile_col:O", axis=None, scale=alt.Scale(paddingInner=0.05))
    y = alt.Y("tile_row:O", axis=None, scale=alt.Scale(paddingInner=0.05))
    # Amounts by their root: one large city would leave all others nearly without colour.
    scale = (
        alt.Scale(domain=[0, 1], clamp=True)
        if share
        else alt.Scale(type="sqrt", domainMin=0, zero=True)
    )
    chosen = alt.selection_point("tegel", fields=["gemeente_name"], on="click", empty=True)
    base = alt.Chart(rows()).encode(x=x, y=y)
    known = base.transform_filter("isValid(datum.value)")
    colour = alt.Color(
        "value:Q",
        scale=scale,
        legend=alt.Legend(
            title="Dekking" if share else "Lopende samenwerkingen",
            orient="bottom",
            format=".0%" if share else ",.0f",
            tickMinStep=alt.Undefined if share else 1,
            gradientLength=160,
            titleFontSize=12,
            labelFontSize=12,
            padding=0,
        ),
    )
    tiles = (
        known.mark_rect(cornerRadius=3, cursor="pointer")
        .encode(
            color=colour,
            tooltip=tooltip(("gemeente_name:N", "Gemeente", None), ("text:N", "Stand", None)),
        )
        .add_params(chosen)
    )
    unknown = (
        base.transform_filter("!isValid(datum.value)")
        .mark_rect(cornerRadius=3, fill="transparent", stroke=GREY, strokeDash=[3, 2])
        .encode(tooltip=tooltip(("gemeente_name:N", "Gemeente", None), ("text:N", "Stand", None)))
    )
    names = base.mark_text(
        # Three letters, as large as they can be: a tile is wider where there is more room.
        fontSize=11 if large else alt.ExprRef("clamp(bandwidth('x') / 2.4, 7, 11)"),
        limit=alt.ExprRef("bandwidth('x') - 4") if large else 0,
    ).encode(
        text=alt.Text("gemeente_name:N" if large else "short_name:N"),
        opacity=alt.value(0.95),
        color=alt.condition("datum.dark", alt.value("#ffffff"), alt.value(INK)),
    )
    box = alt.Chart(alt.NamedData(name=FRAME)).mark_rect(opacity=0).encode(x=x, y=y, color=colour)
    return alt.layer(box, tiles, unknown, names).properties(height=alt.Step(step))
