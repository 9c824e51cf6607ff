"""Draws a chart of `core.charts`: its specification is built once, its rows travel as Arrow."""

from collections.abc import Callable
from copy import deepcopy
from functools import cache
from typing import Any, Literal

import pyarrow as pa
import streamlit as st

from core.charts.shared import DUTCH, ROWS, Chart, enlarged
from pages.shared import presenting

# Of marks that say nothing of their letters.
LETTERS = 11


@cache
def _specification(factory: Callable[..., Chart], options: tuple[Any, ...], by: float) -> Any:
    """As Streamlit is to draw it: with Dutch numbers, without the 20 pixels it adds below."""
    built = enlarged(factory(**dict(options)).to_dict(), by)
    config = {"locale": DUTCH} | ({"text": {"fontSize": LETTERS * by}} if by != 1 else {})
    return {**built, "config": config, "padding": {"bottom": 0}}


def draw(
    factory: Callable[..., Chart],
    rows: pa.Table,
    *,
    alt_text: str,
    key: str,
    on_select: Callable[[], None] | None = None,
    datasets: dict[str, pa.Table] | None = None,
    width: int | Literal["stretch"] = "stretch",
    **options: Any,
) -> None:
    """Draw `rows`, numbered in their order (`place`).

    `alt_text` says what the chart shows, `key` names its selection, if any.
    """
    specification = deepcopy(
        _specification(factory, tuple(sorted(options.items())), presenting.size())
    )
    numbered = rows.append_column("place", pa.array(range(rows.num_rows), pa.int32()))
    specification["datasets"] = {ROWS: numbered, **(datasets or {})}
    if on_select is None:
        st.vega_lite_chart(specification, key=key, alt=alt_text, width=width)
    else:
        st.vega_lite_chart(specification, key=key, alt=alt_text, on_select=on_select, width=width)


def picked(key: str, selection: str) -> dict[str, Any]:
    """The fields of the mark that was clicked last, or nothing when a click cleared it."""
    state = st.session_state.get(key)
    marks = state["selection"].get(selection) if state else None
    return dict(marks[0]) if marks else {}


def is_dark() -> bool:
    """Whether the visitor looks at the dark theme."""
    return st.context.theme.type == "dark"
