"""The same figures with pandas on the same rows, already in memory, and the ratio.

Every comparison first asserts that both give the same numbers.
"""

from collections.abc import Callable, Iterable

import pyarrow as pa

from bench.frames import Frames
from bench.stores import DAY, example
from bench.timing import THREADS, Figure, median_ms, show
from core.coverage import Definition
from core.filters import Filters
from data import coverage, portfolio
from data.memory import Memory
from data.store import Store

FILTERS = Filters(measure_date=DAY)
Rows = set[tuple[object, ...]]
Compared = tuple[Callable[[Store], pa.Table], tuple[str, ...], Callable[[Frames], Rows]]
QUERIES: dict[str, Compared] = {
    "key_figures": (
        lambda store: portfolio.key_figures(store, FILTERS),
        ("measure_date", "partnerships", "pipeline", "partners", "themes", "gemeenten", "hours",
         "budget", "under_agreement"),
        lambda frames: frames.key_figures([DAY.replace(year=DAY.year - back) for back in range(6)]),
    ),
    "attention_counts": (
        lambda store: portfolio.attention_counts(store, FILTERS),
        ("reason", "partnerships"),
        lambda frames: frames.attention_counts(DAY),
    ),
    "composition": (
        lambda store: portfolio.composition(store, FILTERS),
        ("dimension", "code", "active", "pipeline", "partnerships"),
        lambda frames: frames.composition(DAY),
    ),
    "partnerships_per_gemeente": (
        lambda store: portfolio.partnerships_per_gemeente(store, FILTERS),
        ("gemeente", "partnerships", "themes"),
        lambda frames: frames.per_gemeente(DAY),
    ),
    "coverage (contact)": (
        lambda store: coverage.coverage(store, FILTERS, Definition.CONTACT),
        ("theme", "gemeente", "numerator", "pipeline"),
        lambda frames: frames.coverage(DAY),
    ),
}  # fmt: skip


def run(sizes: Iterable[int], rounds: int) -> None:
    """Print for each size both medians and their ratio."""
    for size in sizes:
        frames = Frames.of(example(size))
        with Store.open(example(size), THREADS) as store:
            measured = {name: _both(name, store, frames, max(3, rounds // 3)) for name in QUERIES}
        duckdb, pandas = (sum(both[at] for both in measured.values()) for at in (0, 1))
        measured["together"] = (duckdb, pandas)
        show(
            f"pandas against DuckDB, {size:,} partnerships, the same numbers",
            [figure for name, both in measured.items() for figure in _figures(name, *both)],
        )


def _both(name: str, store: Store, frames: Frames, rounds: int) -> tuple[float, float]:
    """The medians of DuckDB and of pandas for one query, after both gave the same rows."""
    ask, columns, compute = QUERIES[name]
    _agree(name, _rows(ask(store), columns), compute(frames))

    def anew() -> pa.Table:
        store.memory = Memory()  # pandas keeps nothing either
        return ask(store)

    return median_ms(anew, rounds), median_ms(lambda: compute(frames), rounds)


def _figures(name: str, duckdb: float, pandas: float) -> list[Figure]:
    return [
        Figure(f"{name}, DuckDB", duckdb),
        Figure(f"{name}, pandas", pandas, note=f"{pandas / duckdb:.1f} x"),
    ]


def _rows(table: pa.Table, columns: tuple[str, ...]) -> Rows:
    kept = table.select(list(columns)).to_pylist()
    return {tuple(_plain(cell) for cell in row.values()) for row in kept}


def _plain(cell: object) -> object:
    return round(cell, 2) if isinstance(cell, float) else cell


def _agree(name: str, duckdb: Rows, pandas: Rows) -> None:
    if differing := duckdb ^ pandas:
        raise AssertionError(
            f"{name} differs in {len(differing)}: {sorted(map(str, differing))[:6]}"
        )
