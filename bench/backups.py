"""A backup, putting it back and checking, beside computing anew what follows from the portfolio.

The ratios compare what was measured in one run, so they say the same on another machine.
"""

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from bench.stores import example
from bench.timing import THREADS, Figure, median_ms, once_ms, show
from data.backup import last_good
from data.checking import findings
from data.derived import derive
from data.guarding import Guard
from data.restoring import restore
from data.store import Store


def run(sizes: Iterable[int], rounds: int) -> None:
    """Print a table for each size."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "backups.duckdb"
            shutil.copy2(example(size, registers=True), path)
            show(f"Backups, {size:,} partnerships", _figures(path, rounds))


def _figures(path: Path, rounds: int) -> list[Figure]:
    with Store.open(path, THREADS) as store:
        guard = Guard(store, 0)
        derived = once_ms(lambda: _derive(store))
        made = median_ms(lambda: guard.make("hand"), rounds)
        checked = once_ms(lambda: findings(store))
    backup = last_good(path)
    assert backup is not None
    restored = once_ms(lambda: restore(path, backup))
    note = f"{backup.size / 1e6:.1f} MB, store {path.stat().st_size / 1e6:.0f} MB"
    return [
        Figure("derived anew as a whole", derived),
        Figure("backup", made, note=note),
        *_ratio("backup", made, derived),
        Figure("check", checked),
        *_ratio("check", checked, derived),
        Figure("restore", restored),
        *_ratio("restore", restored, derived),
    ]


def _ratio(what: str, measured: float, derived: float) -> list[Figure]:
    return [Figure(f"{what} / derived anew", measured / derived, unit="x")]


def _derive(store: Store) -> None:
    with store.cursor() as cursor:
        cursor.execute("begin")
        derive(cursor)
        cursor.execute("rollback")
