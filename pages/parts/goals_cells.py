"""The heatmap of contributions, of partnerships or of groups: its cells, and drawing them."""

from collections.abc import Callable, Iterable
from typing import Any

import pyarrow as pa
import streamlit as st

from core.charts.heatmap import contribution_heatmap
from core.charts.shared import FILLED
from pages.shared import charts

# So many rows stand on a screen; more scroll in a frame of their own.
FRAMED, FRAME = 40, 720
# As many marks as a chart can have and be quick; a cell is a box and a number.
MARKS, MARKS_OF_A_CELL = 4_000, 2
_SCHEMA = pa.schema(
    {
        "row": pa.string(),
        "column": pa.string(),
        "key": pa.string(),
        "value": pa.float64(),
        "cell": pa.string(),
        "text": pa.string(),
        "dark": pa.bool_(),
        "total": pa.bool_(),
    }
)


def most_rows(columns: int) -> int:
    """How many rows of so many cells a chart can have."""
    return max(1, MARKS // (MARKS_OF_A_CELL * max(1, columns)))


def cell(
    row: str, column: str, key: str, value: float | None, shown: str, text: str
) -> dict[str, Any]:
    """A contribution (0-3, None: not judged) with what stands in it and what its tooltip says."""
    return {
        "row": row,
        "column": column,
        "key": key,
        "value": value,
        "cell": shown,
        "text": text,
        "dark": value is not None and (value / 3 > FILLED) != charts.is_dark(),
        "total": False,
    }


def total(row: str, column: str, key: str | None, shown: str, text: str) -> dict[str, Any]:
    """A figure in a margin; `key` is None where it is that of no row."""
    return {
        "row": row,
        "column": column,
        "key": key,
        "value": None,
        "cell": shown,
        "text": text,
        "dark": False,
        "total": True,
    }


def draw(
    cells: Iterable[dict[str, Any]],
    *,
    rows: int,
    alt_text: str,
    key: str,
    on_select: Callable[[], None],
) -> None:
    """The heatmap; `rows` is how many it has, `key` that of its selection `cel`."""
    with st.container(height=FRAME if rows > FRAMED else "content", border=False):
        charts.draw(
            contribution_heatmap,
            pa.Table.from_pylist(list(cells), schema=_SCHEMA),
            alt_text=alt_text,
            key=key,
            on_select=on_select,
        )
