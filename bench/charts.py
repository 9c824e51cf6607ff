"""Charts: what building a specification costs, and how many rows each chart gets."""

from collections.abc import Callable, Iterable
from copy import deepcopy
from typing import Any
from unittest.mock import patch

import pyarrow as pa

from bench.session import PAGES, Session, opened
from bench.stores import example
from bench.timing import Figure, median_ms, show
from core.charts import bars, heatmap, lines, tiles
from core.charts.shared import Chart

MOST_ROWS = 5_000
FACTORIES: dict[str, Callable[[], Chart]] = {
    "composition_bars": bars.composition_bars,
    "coverage_bars": bars.coverage_bars,
    "coverage_heatmap": heatmap.coverage_heatmap,
    "coverage_lines": lines.coverage_lines,
    "tile_map": lambda: tiles.tile_map(step=30, share=True),
}


def run(sizes: Iterable[int], rounds: int) -> None:
    """Print what specifications cost, and for each size how many rows are sent."""
    figures = [figure for one in FACTORIES.items() for figure in _costs(*one, rounds)]
    show("Chart specifications", figures)
    for size in sizes:
        with opened(example(size)):
            sent = _sent()
        show(
            f"Rows sent to a chart, {size:,} partnerships",
            [Figure(chart, rows, MOST_ROWS, "rows") for chart, rows in sent.items()],
        )


def _costs(name: str, factory: Callable[[], Chart], rounds: int) -> list[Figure]:
    ready = factory().to_dict()
    return [
        Figure(f"{name}, built", median_ms(lambda: factory().to_dict(), rounds)),
        Figure(f"{name}, from the cache", median_ms(lambda: deepcopy(ready), rounds)),
    ]


def _sent() -> dict[str, int]:
    """Rows by chart, on pages that show as much as they can."""
    from pages.shared import charts

    sent: dict[str, int] = {}
    original = charts.draw

    def counting(factory: Callable[..., Chart], rows: pa.Table, **options: Any) -> None:
        more = sum(table.num_rows for table in (options.get("datasets") or {}).values())
        sent[f"{page}, {options['key']}"] = rows.num_rows + more
        original(factory, rows, **options)

    with patch.object(charts, "draw", counting):
        page = "Overzicht"
        visitor = Session()
        visitor.go(page)
        for page in list(PAGES)[1:]:
            visitor.go(page)
            if page == "Dekking":
                visitor.rerun(alle_gemeenten=True)
    return sent
