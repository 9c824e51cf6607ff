"""`make compare`: the same page in four ways, in the same browser and the same run, as a table.

In turn each is opened by new visitors and clicked on; then in turn each gets as many reruns as it
can do. Medians of all turns; the table is in Markdown, also in bench/results/compare.md.
"""

import argparse
import asyncio
import json
import math
import random
import shutil
import statistics
import tempfile
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path

import duckdb
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from bench.compare import saturation
from bench.compare.apps import KINDS, THEIRS, Running, start
from bench.compare.browser import click, open_page
from bench.load import RESULTS
from bench.stores import example
from tests.e2e.find_chromium import find_chromium

Measured = dict[str, dict[str, list[float]]]
ROWS = {
    "click": "Click to last chart (ms)",
    "load": "First load to last chart (ms)",
    "rate": "Reruns a second at saturation",
    "processor": "Processor for a rerun (ms)",
    "memory": "Memory after that (MB)",
}
# One of so many gemeenten is clicked on: in each something is running, also in a small store.
LARGEST = 50
# A page that stands is left alone for so long before the first click.
SETTLED = 3_000
# Of these more is better.
MORE = {"rate"}


def main() -> None:
    """Measure all four and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.compare", description=__doc__)
    parser.add_argument("--partnerships", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5, help="turns of each in the browser")
    parser.add_argument("--clicks", type=int, default=4, help="in each turn")
    parser.add_argument("--seconds", type=float, default=20.0, help="of saturation, twice")
    given = parser.parse_args()
    if not THEIRS.exists():
        parser.error("the alternatives are not installed: make compare")
    with (
        tempfile.TemporaryDirectory(prefix="samenwerking-compare-") as folder,
        ExitStack() as open_,
    ):
        running = []
        for kind in KINDS:
            store = Path(folder) / f"{kind.protocol}-{kind.is_ours}.duckdb"
            shutil.copy2(example(given.partnerships), store)
            running.append(start(kind, store, store.with_suffix(".log")))
            open_.callback(running[-1].stop)
        measured: Measured = defaultdict(lambda: defaultdict(list))
        gemeenten, themes = _choices(example(given.partnerships))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium())
            for turn in range(given.rounds):
                for one in running:
                    _look(browser, one, measured, gemeenten, given.clicks, turn)
            first = {one.url: saturation.first_message(browser, one) for one in running}
            browser.close()
        asked = {one.url: saturation.choices(gemeenten, themes) for one in running}
        for _ in range(2):
            for one in running:
                _saturate(one, measured, first[one.url], asked[one.url], given.seconds)
    table = _table(measured)
    print(table)
    (RESULTS / "compare.md").write_text(table)
    (RESULTS / "compare.json").write_text(json.dumps({"asked": vars(given), "all": measured}))


def _look(
    browser: Browser,
    one: Running,
    measured: Measured,
    gemeenten: list[str],
    clicks: int,
    turn: int,
) -> None:
    """A new visitor who opens the page and chooses gemeenten one after another."""
    page, spent = open_page(browser, one)
    found = measured[one.kind.name]
    if turn:  # the very first visitor of each does not count
        found["load"].append(spent)
    page.wait_for_timeout(SETTLED)
    for gemeente in random.Random(turn).sample(gemeenten[:LARGEST], clicks):
        try:
            spent, charts = click(page, one, gemeente)
        except PlaywrightError:
            picture = RESULTS / f"compare-missed-{one.kind.protocol}.png"
            page.screenshot(path=picture)
            print(f"{one.kind.name}: not all charts drawn after a click on {gemeente}: {picture}")
            found["missed"].append(1)
            break
        found["missed"].append(0)
        found["click"].append(spent)
        found["charts"].append(charts)
    page.context.close()


def _saturate(
    one: Running, measured: Measured, first: str, asked: saturation.Choices, seconds: float
) -> None:
    found = measured[one.kind.name]
    rate, spent = asyncio.run(saturation.reruns(one, first, asked, seconds))
    found["rate"].append(rate)
    found["processor"].append(spent)
    found["memory"].append(one.memory())


def _choices(store: Path) -> tuple[list[str], list[str]]:
    """Gemeenten that partnerships name, those of the most first, and all themes."""
    with duckdb.connect(str(store), read_only=True) as opened:
        gemeenten = opened.sql(
            "select name from partnership_gemeente join gemeente on code = gemeente "
            "group by name order by count(*) desc, name"
        ).fetchall()
        themes = opened.sql("select label from theme order by position").fetchall()
    return [name for (name,) in gemeenten], [label for (label,) in themes]


def _table(measured: Measured) -> str:
    names = list(measured)
    lines = ["| | " + " | ".join(names) + " |", "|---|" + "---:|" * len(names)]
    for key, title in ROWS.items():
        medians = {name: statistics.median(measured[name][key] or [math.nan]) for name in names}
        ours = medians[names[0]]
        cells = []
        for name, value in medians.items():
            ratio = ours / value if key in MORE else value / ours
            said = f"{value:,.1f}" if key in MORE else f"{value:,.0f}"
            cells.append(said if name == names[0] else f"{said} ({ratio:.1f}×)")
        lines.append(f"| {title} | " + " | ".join(cells) + " |")
    missed = [f"{sum(measured[name]['missed']):.0f}" for name in names]
    lines.append("| Clicks after which not all charts were drawn | " + " | ".join(missed) + " |")
    lines.append("\nIn brackets: how many times ours is better; below 1 it is worse.")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
