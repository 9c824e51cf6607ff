"""What a person pays who asks after a pause: the store's memory must not have been given back.

Each in a process of its own, as the setting (data/__init__.py) is read once.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable

import data  # noqa: F401  before anything that imports duckdb: it sets how memory is kept
from bench.stores import DAY, example
from bench.timing import THREADS, Figure, show

PAUSE = 1.0
SETTING = "DUCKDB_JE_MALLOC_CONF"


def run(sizes: Iterable[int], rounds: int) -> None:
    """Print what the queries of Overzicht take after a pause, with memory kept and given back."""
    for partnerships in sizes:
        given_back = _after_pauses(partnerships, rounds, {SETTING: ""})
        kept = _after_pauses(partnerships, rounds, {})
        show(
            f"The queries of Overzicht after {PAUSE:.0f} s, {partnerships:,} partnerships",
            [
                Figure("memory given back (DuckDB by itself), processor", given_back),
                Figure("memory kept, processor", kept),
                Figure("of that", 100 * kept / given_back, 100, unit="%"),
            ],
        )


def _after_pauses(partnerships: int, rounds: int, environment: dict[str, str]) -> float:
    asked = [sys.executable, "-m", "bench.pauses", str(partnerships), str(rounds)]
    clean = {name: value for name, value in os.environ.items() if name != SETTING}
    done = subprocess.run(
        asked, env=clean | environment, capture_output=True, check=True, text=True
    )
    return float(done.stdout)


def _measure(partnerships: int, rounds: int) -> float:
    """The median processor time in ms of one look at Overzicht after a pause."""
    from bench.queries import OVERVIEW
    from core.filters import Filters
    from data.choices import gemeenten
    from data.store import Store

    spent = []
    with Store.open(example(partnerships), THREADS) as store:
        codes = [row["code"] for row in gemeenten(store)]
        for nth in range(rounds + 1):
            time.sleep(PAUSE)
            filters = Filters(measure_date=DAY, gemeenten=(codes[nth], codes[-1 - nth]))
            begun = time.process_time()
            for query in OVERVIEW.values():
                query(store, filters)
            spent.append((time.process_time() - begun) * 1000)
    return statistics.median(spent[1:])


if __name__ == "__main__":
    print(_measure(int(sys.argv[1]), int(sys.argv[2])))
