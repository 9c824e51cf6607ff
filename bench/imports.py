"""Reading and loading 10,000 rows, as CSV and as a workbook, into an empty store."""

from collections.abc import Iterable
from functools import cache

from bench.stores import DAY, example
from bench.timing import Figure, once_ms, show
from core.filters import Filters
from data import portfolio
from data.export import delimited, workbook
from data.ingest.partnerships import Preview, load_partnerships, read_partnerships
from data.partnership_sheet import partnership_sheet
from data.store import Store

ROWS = 10_000
TARGET = 10.0


def run(_: Iterable[int], __: int) -> None:
    """Print a table; one round, because it takes seconds."""
    for name, content in _files().items():
        show(
            f"Import of {ROWS:,} rows, {name}, {len(content) / 1e6:.1f} MB", _figures(name, content)
        )


def _figures(name: str, content: bytes) -> list[Figure]:
    previews: list[Preview] = []
    with Store.open(None, 2) as store:
        read = once_ms(lambda: previews.append(read_partnerships(store, content, name))) / 1000
        load = once_ms(lambda: load_partnerships(store, previews[0], "bench")) / 1000
        again = once_ms(lambda: previews.append(read_partnerships(store, content, name))) / 1000
    first, second = previews
    return [
        Figure("read and judged", read, None, "s", f"{first.count('new'):,} new"),
        Figure("loaded", load, None, "s"),
        Figure("together", read + load, TARGET, "s"),
        Figure("read again", again, None, "s", f"{second.count('unchanged'):,} unchanged"),
    ]


@cache
def _files() -> dict[str, bytes]:
    """The example as people would send it: exported under the columns of the import."""
    with Store.open(example(ROWS)) as store:
        filters = Filters(measure_date=DAY)
        sheet = partnership_sheet(
            store, portfolio.partnerships(store, filters).to_pylist(), filters
        )
    headings = {name: name for name in sheet.table.column_names}
    return {
        "rows.csv": delimited(sheet.table, headings).encode("utf-8-sig"),
        "rows.xlsx": workbook(sheet.table, headings, {}, sheet="Samenwerkingen"),
    }
