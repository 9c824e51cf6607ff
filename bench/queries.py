"""The queries behind one page, each and together, under several choices of filters.

Each is asked as if nothing was asked before, and coverage once more with what is kept of it.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path

import pyarrow as pa

from bench.stores import DAY, example
from bench.timing import THREADS, Figure, median_ms, show
from core.coverage import Definition
from core.filters import Filters
from data import (
    alignment,
    coverage,
    effort,
    forces,
    partner_network,
    partner_register,
    portfolio,
    selection,
)
from data.memory import Memory
from data.store import Store

Query = Callable[[Store, Filters], pa.Table]
# At most so many ms for all queries of a page together, by number of partnerships.
TARGETS = {10_000: 50.0, 100_000: 100.0, 1_000_000: 600.0}
TARGETS_OF_GOALS = {10_000: 150.0}
CONTACT = Definition.CONTACT
OVERVIEW: dict[str, Query] = {
    "key_figures": portfolio.key_figures,
    "attention_counts": portfolio.attention_counts,
    "attention, one reason": lambda store, f: portfolio.attention(store, f, "agreement_ended", 500),
    "partnerships_per_gemeente": portfolio.partnerships_per_gemeente,
    "composition": portfolio.composition,
}
COVERAGE: dict[str, Query] = {
    "coverage": lambda store, f: coverage.coverage(store, f, CONTACT),
    "coverage_over_time": lambda store, f: coverage.coverage_over_time(store, f, CONTACT),
    "published_coverage": lambda store, _: coverage.published_coverage(store, CONTACT),
    "uncounted": coverage.uncounted,
}
# Of these something is kept that does not follow from the choice of gemeenten and themes.
KEPT = ("coverage", "coverage_over_time")
# Doelen asks these under every part, and then what the part shows.
GOALS: dict[str, Query] = {
    "alignment_summary": alignment.alignment_summary,
    "goals": alignment.goals,
}
GOALS_BY_PARTNERSHIP: dict[str, Query] = {
    "effort_quadrants": effort.effort_quadrants,
    "effort_bubbles (1,500)": lambda store, f: effort.effort_bubbles(store, f, limit=1500),
    "alignment_groups (by theme)": lambda store, f: alignment.alignment_groups(
        store, f, grouping="theme", limit=500
    ),
}
DEPENDENCE: dict[str, Query] = {
    "candidates": selection.candidates,
    "gains": selection.gains,
    "dependencies": alignment.dependencies,
    "serving": alignment.serving,
}
DRAWERS: dict[str, Query] = {
    "alignment_groups (by partner)": lambda store, f: alignment.alignment_groups(
        store, f, grouping="partner", limit=500
    ),
    "alignment (a theme that is opened)": lambda store, f: alignment.alignment(
        store, f, "", "theme", "PO", limit=500
    ),
    "alignment (a word, by strongest goal)": lambda store, f: alignment.alignment(
        store, f, "lezen", order="goal", limit=500
    ),
    "effort_bubbles (a quadrant)": lambda store, f: effort.effort_bubbles(
        store, f, "hours", "reconsider", 500
    ),
    "cell_locations (one cell)": lambda store, f: coverage.cell_locations(
        store, f, CONTACT, "PO", "GM0363"
    ),
    "partner_summary": partner_register.partner_summary,
    "partner_register (a page, by name)": lambda store, f: partner_register.partner_register(
        store, f, limit=100
    ),
    "partner_register (a word, by hours)": lambda store, f: partner_register.partner_register(
        store, f, "ster", order="hours", limit=100
    ),
    "partner_network (50)": lambda store, f: partner_network.partner_network(store, f, limit=50),
    "forces": forces.forces,
    "partnerships (first 500)": lambda store, f: portfolio.partnerships(
        store, f, ("active",), limit=500
    ),
    "partnerships (all that are active)": lambda store, f: portfolio.partnerships(
        store, f, ("active",)
    ),
}
PAGES = {
    "Overzicht": OVERVIEW,
    "Dekking": COVERAGE,
    "Doelen, per doel": GOALS,
    "Doelen, per samenwerking": GOALS | GOALS_BY_PARTNERSHIP,
    "Doelen, afhankelijkheid": GOALS | DEPENDENCE,
}
CHOICES = {
    "no filters": Filters(measure_date=DAY),
    "region Noord-Holland": Filters(measure_date=DAY, regions=("PV27",)),
    "theme kinderopvang": Filters(measure_date=DAY, themes=("KOV",)),
    "gemeente Amsterdam": Filters(measure_date=DAY, gemeenten=("GM0363",)),
}


def run(sizes: Iterable[int], rounds: int) -> None:
    """Print a table for each size, without and with registers."""
    for size in sizes:
        _show(f"{size:,} partnerships", example(size), size, rounds)
        registers = example(size, registers=True)
        _show(f"{size:,} partnerships, registers", registers, size, rounds)


def _show(title: str, path: Path, size: int, rounds: int) -> None:
    with Store.open(path, THREADS) as store:
        for words, filters in CHOICES.items():
            figures = []
            for page, queries in PAGES.items():
                each = [_figures(store, filters, one, rounds) for one in queries.items()]
                target = (TARGETS_OF_GOALS if page.startswith("Doelen") else TARGETS).get(size)
                total = sum(anew.measured for anew, *_ in each)
                figures += [
                    *chain.from_iterable(each),
                    Figure(f"{page}, one after another", total),
                    _together(page, store, filters, target, rounds),
                ]
            show(f"Queries, {title}, {words}", figures)
        drawers = [
            figure
            for one in DRAWERS.items()
            for figure in _figures(store, CHOICES["no filters"], one, max(3, rounds // 3))
        ]
        show(f"Queries of a drawer, {title}", drawers)


def _together(
    page: str, store: Store, filters: Filters, target: float | None, rounds: int
) -> Figure:
    """All queries of a page, as `pages.shared.opened.prepare` asks them."""
    with ThreadPoolExecutor() as pool:

        def ask_all() -> None:
            store.memory = Memory()
            list(pool.map(lambda ask: ask(store, filters), PAGES[page].values()))

        return Figure(f"{page} together, side by side", median_ms(ask_all, rounds), target)


def _figures(store: Store, filters: Filters, query: tuple[str, Query], rounds: int) -> list[Figure]:
    name, ask = query

    def anew() -> pa.Table:
        store.memory = Memory()
        return ask(store, filters)

    found, measured = anew(), median_ms(anew, rounds)
    figures = [Figure(f"  {name}", measured, note=f"{len(found):,} rows")]
    if name in KEPT:
        again = median_ms(lambda: ask(store, filters), rounds)
        figures.append(Figure("    of what is kept", again, note=f"{measured / again:.1f} x"))
    return figures
