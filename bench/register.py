"""The table of partnerships: the first page, a search, an order, the last page."""

from collections.abc import Callable, Iterable
from functools import partial

from bench.stores import DAY, example
from bench.timing import Figure, median_ms, show
from core.filters import Filters
from data.partnership_list import partnership_list
from data.store import Store

# At most so many ms for the answer to a filter or a search, at any size.
TARGET = 200.0
PAGE = 100
ALL = Filters(measure_date=DAY)
FEW = Filters(measure_date=DAY, themes=("PO",), statuses=("actief",))


def run(sizes: Iterable[int], rounds: int) -> None:
    """Print the times by number of partnerships."""
    for size in sizes:
        with Store.open(example(size)) as store:
            asked: dict[str, Callable[[], object]] = {
                "first page": lambda: partnership_list(store, ALL, limit=PAGE),
                "under filters": lambda: partnership_list(store, FEW, limit=PAGE),
                "a word": lambda: partnership_list(store, ALL, "school", limit=PAGE),
                "two words": lambda: partnership_list(store, ALL, "boek zaan", limit=PAGE),
                "by hours, most first": lambda: partnership_list(
                    store, ALL, "", "hours", True, limit=PAGE
                ),
                "last page": partial(partnership_list, store, ALL, limit=PAGE, offset=size - PAGE),
            }
            figures = [Figure(what, median_ms(ask, rounds), TARGET) for what, ask in asked.items()]
        show(f"{size:,} partnerships: the table, {PAGE} rows", figures)
