"""Many people at the same time: `make load`, or `python -m bench.load`; `--help` lists the options.

Each page gets a server of its own with a copy of the store. In the first second after it starts
half of the people come at once (a cold start), then the others; what those add to the server's
memory is what a session takes. From then on each changes a filter every few seconds. They speak
Streamlit's protocol over websockets on this machine and take what a browser would be sent; drawing
it is not in the figures, but this driver's own work is on the same processors.

Bounded: people, minutes and waits have an upper limit, and the servers end with the command.
"""

import argparse
import asyncio
import json
import random
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from statistics import linear_regression

from bench.load_people import Person
from bench.stores import example
from bench.timing import Figure, show
from bench.watched import errors_in, memory, own_processor, processor
from tests.e2e.app_process import RunningApp, free_address, serve, stop

PAGES = (
    "start", "dekking", "doelen", "wat-als", "samenwerkingen", "partners", "krachten", "stijlen",
    "afweging", "stappenplan", "strategie", "dossier", "factsheet", "rapport",
)  # fmt: skip
MAIN = ("start", "dekking", "doelen", "samenwerkingen", "partners", "factsheet")
RESULTS = Path(__file__).parent / "results"
FEWEST_PEOPLE, MOST_PEOPLE, MOST_MINUTES = 2, 200, 60.0
WITHIN, PER_SESSION = 1_000.0, 5.0
# Seconds between two looks at the server's memory.
SAMPLED = 5.0
SEED = 7


@dataclass(frozen=True)
class Asked:
    """What the command was asked."""

    people: int
    pause: float
    minutes: float
    partnerships: int


def main() -> None:
    """Measure each page and print its table; all figures go into a file as well."""
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__)
    parser.add_argument("page", nargs="*", help=f"from: {', '.join(PAGES)}; without: {MAIN}")
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--pause", type=float, default=3.0, help="seconds between two changes")
    parser.add_argument("--minutes", type=float, default=1.0, help="on each page; 10 for flatness")
    parser.add_argument("--partnerships", type=int, default=100_000)
    given = parser.parse_args()
    if unknown := set(given.page) - set(PAGES):
        parser.error(f"unknown page: {', '.join(sorted(unknown))}")
    if not (FEWEST_PEOPLE <= given.people <= MOST_PEOPLE and 0 < given.minutes <= MOST_MINUTES):
        parser.error(f"{FEWEST_PEOPLE} to {MOST_PEOPLE} people, at most {MOST_MINUTES:.0f} minutes")
    asked = Asked(given.people, given.pause, given.minutes, given.partnerships)
    measured = {}
    for page in given.page or MAIN:
        figures, failures = measure(page, asked)
        show(f"{page}: {asked.people} people, {asked.partnerships:,} partnerships", figures)
        for failure in failures[:5]:
            print(f"  ! {failure}")
        measured[page] = [asdict(one) for one in figures]
    RESULTS.mkdir(exist_ok=True)
    kept = RESULTS / "load.json"
    kept.write_text(json.dumps({"asked": asdict(asked), "pages": measured}, indent=1))
    print(f"\nAll of it: {kept}")


def measure(page: str, asked: Asked) -> tuple[list[Figure], list[str]]:
    """The figures of one page on a server of its own, and what went wrong in words."""
    with tempfile.TemporaryDirectory(prefix="samenwerking-load-") as folder:
        app = RunningApp(free_address(), Path(folder) / "load.duckdb", Path(folder) / "app.log")
        shutil.copy2(example(asked.partnerships), app.store)
        process = serve("server.py", app)
        try:
            address = app.url if page == "start" else f"{app.url}/{page}"
            longest = asked.minutes * 60 + 300
            found = asyncio.run(asyncio.wait_for(_visits(process, address, asked), longest))
        finally:
            stop(process)
        complaints = errors_in(app.log)
    figures, failures = found
    figures.append(Figure("lines about errors in the log", len(complaints), 1, unit=""))
    return figures, failures + complaints


async def _visits(
    process: subprocess.Popen[bytes], address: str, asked: Asked
) -> tuple[list[Figure], list[str]]:
    people = [Person(address, random.Random(SEED + at)) for at in range(asked.people)]
    first, later = people[: asked.people // 2], people[asked.people // 2 :]
    failures = await _come(first, 1.0)
    cold = _cold_start(first, len(failures))
    await asyncio.sleep(1)
    before = memory(process.pid)
    failures += await _come(later, len(later) / 5)
    await asyncio.sleep(1)
    opened = memory(process.pid)
    start, server, ours = time.perf_counter(), processor(process.pid), own_processor()
    until = start + asked.minutes * 60
    held = asyncio.create_task(_sampled(process.pid, until))
    there = [one for one in people if one.visitor.opened.is_set()]
    try:
        await asyncio.gather(*(one.look(asked.pause, until) for one in there))
        took = time.perf_counter() - start
        server, ours = processor(process.pid) - server, own_processor() - ours
        kept = await held
    finally:
        held.cancel()
        await asyncio.gather(*(one.leave() for one in people))
    reruns = [rerun for one in people for rerun in one.reruns]
    failed = [rerun.failed for rerun in reruns if rerun.failed]
    spent = sorted(rerun.ms for rerun in reruns)
    return [
        *cold,
        Figure("reruns", len(reruns), unit="", note=f"{len(reruns) / took:.1f} a second"),
        Figure("a rerun, median", statistics.median(spent)),
        Figure("a rerun, 95 of 100 within", statistics.quantiles(spent, n=20)[-1], WITHIN),
        Figure("a rerun, longest", spent[-1]),
        Figure("failed", len(failed), 1, unit=""),
        Figure("processor of the server for a rerun", 1000 * server / len(reruns)),
        Figure("processor of the server", 100 * server / took, unit="%"),
        Figure("processor of this driver", 100 * ours / took, unit="%"),
        Figure("memory, one session opened", (opened - before) / len(later), PER_SESSION, "MB"),
        *_flatness(kept, opened, asked.people),
    ], failures + failed


def _cold_start(people: Sequence[Person], failed: int) -> list[Figure]:
    waits = [one.opening for one in people if one.opening]
    return [
        Figure("cold start, got no page", failed, 1, unit="", note=f"of {len(people)} in 1 s"),
        Figure("cold start, median wait", statistics.median(waits or [0.0])),
        Figure("cold start, longest wait", max(waits, default=0.0)),
    ]


async def _come(people: Sequence[Person], within: float) -> list[str]:
    """All of them open the page within so many seconds; what went wrong."""
    coming = [one.come(within * at / len(people)) for at, one in enumerate(people)]
    came = await asyncio.gather(*coming, return_exceptions=True)
    return [f"no page: {one!r}" for one in came if isinstance(one, BaseException)]


async def _sampled(process: int, until: float) -> list[tuple[float, float]]:
    """The server's memory in MB at so many seconds from now, until then."""
    start, kept = time.perf_counter(), []
    while time.perf_counter() < until:
        kept.append((time.perf_counter() - start, memory(process)))
        await asyncio.sleep(SAMPLED)
    return kept


def _flatness(kept: Sequence[tuple[float, float]], opened: float, people: int) -> list[Figure]:
    """How much memory there was at the end, and how fast it still grew in the second half."""
    late = kept[len(kept) // 2 :]
    grows = linear_regression(*zip(*late, strict=True)).slope if len(late) > 2 else 0.0
    quarters = [held for _, held in kept[:: max(1, len(kept) // 4)]]
    steps = ", ".join(f"{after - before:+.0f}" for before, after in pairwise(quarters))
    return [
        Figure("memory, at the end for a person", (kept[-1][1] - opened) / people, unit="MB"),
        Figure("memory of the server at the end", kept[-1][1], unit="MB", note=f"steps {steps}"),
        Figure("memory, growth in the second half", grows * 60 / people, unit="MB",
               note="a minute for a person"),
    ]  # fmt: skip


if __name__ == "__main__":
    main()
