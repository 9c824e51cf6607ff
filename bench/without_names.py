"""The store without names: what everybody who looks through a link waits for after a change.

made          all of it anew, as after a change of figures
with a past   the same where every partnership was changed once: former names are looked for as well
"""

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from bench.stores import example
from bench.timing import THREADS, Figure, median_ms, show
from core.bulk_change import BulkChange
from data.anonymous import anonymous
from data.bulk import bulk_change
from data.record import stored_partnerships
from data.store import Store

TARGET_FOR_1000 = 50.0


def run(sizes: Iterable[int], rounds: int) -> None:
    """Print a table for each size."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "names.duckdb"
            shutil.copy2(example(size, registers=True), path)
            with Store.open(path, THREADS) as store:
                target = max(1_000.0, TARGET_FOR_1000 * size / 1_000)
                made = median_ms(lambda: anonymous(store, True).close(), rounds)
                _change_all(store, size)
                later = median_ms(lambda: anonymous(store, True).close(), rounds)
            show(
                f"Without names, {size:,} partnerships",
                [Figure("made", made, target), Figure("with a past", later, target)],
            )


def _change_all(store: Store, size: int) -> None:
    """Give every partnership another owner: the log then holds each as it was, with its name."""
    versions = {
        row["id"]: row["version"] for row in stored_partnerships(store, list(range(1, size + 1)))
    }
    bulk_change(store, versions, BulkChange("owner", "bench"), "bench")
