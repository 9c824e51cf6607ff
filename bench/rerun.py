"""The server's whole rerun of each page: frame, filters, queries, charts and tables.

cold          a first visitor after the data changed: no result in memory
new visitor   a first visit while the results are in memory
warm          the same page again under the same filters
new filter    a gemeente that nobody chose yet
"""

import itertools
import statistics
from collections.abc import Iterable

from bench.session import PAGES, Session, forget_results, opened
from bench.stores import example
from bench.timing import Figure, show

WARM_TARGET = 150.0


def run(sizes: Iterable[int], rounds: int) -> None:
    """Print a table for each size."""
    for size in sizes:
        with opened(example(size)):
            Session().go("Overzicht")
            figures = [figure for page in PAGES for figure in _page(page, rounds)]
        show(f"Rerun on the server, {size:,} partnerships", figures)


def _page(page: str, rounds: int) -> list[Figure]:
    few = max(3, rounds // 3)
    visitor = _at(page)
    warm = [visitor.rerun() for _ in range(rounds)]
    filtered = [visitor.rerun(gemeente=[name]) for name in itertools.islice(_gemeenten(), rounds)]
    new = [_first(page) for _ in range(few)]
    cold = []
    for _ in range(few):
        visitor = _at("Dekking" if page == "Overzicht" else "Overzicht")
        forget_results()
        cold.append(visitor.go(page))
    return [
        Figure(f"{page}, cold", statistics.median(cold)),
        Figure(f"{page}, new visitor", statistics.median(new)),
        Figure(f"{page}, warm", statistics.median(warm), WARM_TARGET),
        Figure(f"{page}, new filter", statistics.median(filtered)),
    ]


def _at(page: str) -> Session:
    session = Session()
    session.go("Overzicht")
    if page != "Overzicht":
        session.go(page)
    return session


def _first(page: str) -> float:
    """What the first view of a page costs a new visitor."""
    session = Session()
    spent = session.go("Overzicht")
    return spent if page == "Overzicht" else session.go(page)


def _gemeenten() -> Iterable[str]:
    from data import choices
    from pages.shared.opened import whole_store

    return (row["name"] for row in choices.gemeenten(whole_store()))
