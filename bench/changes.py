"""What one change costs with all that follows from it, against making all of that anew.

The file itself is brought up to date afterwards, while nobody waits: a figure of its own.
"""

import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import partial
from pathlib import Path

from bench.stores import DAY, example
from bench.timing import THREADS, Figure, once_ms, show
from core.bulk_change import BulkChange
from core.partner import TypedPartner
from core.partnership_edit import LABELS
from data.bulk import bulk_change
from data.derived import derive
from data.editing import change_partnership
from data.merging import merge, partners_searched
from data.record import stored_partnerships
from data.store import Store
from data.undo import undo_batch

# At most so many ms for a change of a few rows.
TARGET = 500.0
Step = Callable[[Store, int], Callable[[], int | None]]


def run(sizes: Iterable[int], rounds: int) -> None:
    """Print the times by number of partnerships."""
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="samenwerking-changes-") as folder:
            path = Path(folder) / "changes.duckdb"
            shutil.copy2(example(size, registers=True), path)
            with Store.open(path, THREADS) as store:
                figures = _figures(store, rounds)
        show(f"{size:,} partnerships: one change", figures)


def _figures(store: Store, rounds: int) -> list[Figure]:
    whole = statistics.median(once_ms(lambda: _all_anew(store)) for _ in range(rounds))
    written: list[float] = []
    figures = []
    for what, step in STEPS.items():
        done, undone = [], []
        for nth in range(rounds):
            spent, batch = _timed(step(store, nth))
            done.append(spent)
            written.append(once_ms(store._checkpoint))
            undone.append(_timed(partial(undo_batch, store, batch, "bench"))[0])
            written.append(once_ms(store._checkpoint))
        spent = statistics.median(done)
        note = f"{spent / whole:.2f} of making all anew"
        figures.append(Figure(what, spent, TARGET, note=note))
        figures.append(Figure(f"{what}, undone", statistics.median(undone), TARGET))
    return [
        *figures,
        Figure("making anew all that follows", whole),
        Figure("the file up to date, afterwards", statistics.median(written)),
    ]


def _timed(change: Callable[[], int | None]) -> tuple[float, int]:
    """How many milliseconds a change took, and its batch."""
    start = time.perf_counter()
    batch = change()
    spent = (time.perf_counter() - start) * 1000
    if batch is None:
        raise RuntimeError("Nothing was changed")
    return spent, batch


def _all_anew(store: Store) -> None:
    with store.imagined() as change:
        derive(change.cursor)


def _edit(store: Store, nth: int) -> Callable[[], int | None]:
    [row] = stored_partnerships(store, [nth + 1])
    values = {field: row[field] for field in LABELS} | {"owner": "bench"}
    return lambda: change_partnership(store, row["id"], row["version"], values, "bench")


def _step_of_life(store: Store, nth: int) -> Callable[[], int | None]:
    rows = stored_partnerships(store, list(range(1000 + 50 * nth, 1050 + 50 * nth)))
    row = next(row for row in rows if row["status"] == "actief")
    values = {field: row[field] for field in LABELS} | {"status": "slapend"}
    since = max(row["history"][-1]["since"] or DAY, DAY) + timedelta(days=1)
    return lambda: change_partnership(store, row["id"], row["version"], values, "bench", since)


def _few(store: Store, nth: int) -> Callable[[], int | None]:
    rows = stored_partnerships(store, list(range(5000 + 5 * nth, 5005 + 5 * nth)))
    versions = {row["id"]: row["version"] for row in rows}
    return lambda: bulk_change(store, versions, BulkChange("owner", "bench"), "bench")


def _merge(store: Store, nth: int) -> Callable[[], int | None]:
    kept, gone = partners_searched(store, limit=2 * nth + 2)[-2:]
    versions = {row["id"]: row["version"] for row in (kept, gone)}
    typed = TypedPartner(name=f"Bench {nth}", type=kept["type"], gemeente=kept["gemeente"])
    return lambda: merge(store, kept["id"], versions, typed, "bench")


STEPS: dict[str, Step] = {
    "one edit": _edit,
    "a step of its life": _step_of_life,
    "one owner for five": _few,
    "two partners merged": _merge,
}
