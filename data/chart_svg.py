"""Draws a chart of the dashboard as SVG, for on paper: the same factory, colours and numbers."""

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import vl_convert

from core.charts.shared import DUTCH, ROWS, Chart

_THEME = Path(__file__).parents[1] / ".streamlit" / "config.toml"
# The type of the documents (templates/house.typ) is inside the typesetter only. Room for words is
# measured in the next of these, which comes with the drawer and is as wide.
_FONT = "Libertinus Serif, Liberation Serif, serif"


def chart_svg(
    factory: Callable[..., Chart],
    rows: pa.Table,
    *,
    width: int,
    datasets: Mapping[str, pa.Table] | None = None,
    **options: Any,
) -> str:
    """The chart that `factory(**options)` makes of `rows`, `width` pixels wide, as SVG.

    `rows` are numbered in their order (`place`), as on a page.
    """
    numbered = rows.append_column("place", pa.array(range(rows.num_rows), pa.int32()))
    tables = {ROWS: numbered, **(datasets or {})}
    specification = factory(**options).to_dict() | {
        "width": width,
        "datasets": {name: _plain(table) for name, table in tables.items()},
    }
    drawn: str = vl_convert.vegalite_to_svg(
        specification,
        config=_config(),
        allowed_base_urls=[],
        format_locale=DUTCH["number"],
        time_format_locale=DUTCH["time"],
    )
    return drawn


def _plain(table: pa.Table) -> list[dict[str, Any]]:
    """Rows for JSON: a date as text."""
    return [
        {
            key: value.isoformat() if hasattr(value, "isoformat") else value
            for key, value in row.items()
        }
        for row in table.to_pylist()
    ]


@cache
def _config() -> dict[str, Any]:
    """What Streamlit makes of the light theme for a chart, as far as it matters on paper."""
    theme = tomllib.loads(_THEME.read_text(encoding="utf-8"))["theme"]["light"]
    words = {"labelColor": theme["textColor"], "titleColor": theme["textColor"]}
    lines = {"gridColor": theme["borderColor"], "domainColor": theme["borderColor"]}
    return {
        "font": _FONT,
        "background": None,
        "padding": 0,
        "view": {"stroke": None},
        "axis": {**words, **lines, "tickColor": theme["borderColor"], "labelFontSize": 12},
        "header": words,
        "legend": words,
        "range": {
            "category": theme["chartCategoricalColors"],
            "ordinal": theme["chartSequentialColors"],
            "ramp": theme["chartSequentialColors"],
            "heatmap": theme["chartSequentialColors"],
            "diverging": theme["chartDivergingColors"],
        },
    }
