"""From a key on a score to the changed total on the screen, in a real browser; and for a weight.

A score: from the key down until the total of that option says something else and is drawn. A
weight: from Enter in the field until the component has its bands by the new points.
"""

import statistics
import tempfile
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Page, sync_playwright

from bench.timing import Figure, show
from core.consideration_table import ConsiderationTable
from core.score_edit import Edit
from data.considerations import make_consideration
from data.criteria_sets import shipped_criteria
from data.scoring import Place, enter
from data.store import Store
from tests.e2e.app_process import RunningApp, free_address, serve, stop
from tests.e2e.find_chromium import find_chromium

OPTIONS = (2, 6)
CLICKS, QUICK_CLICKS = 40, 10
TARGET = 300.0
PAUSE = 400
# The components are in shadow roots; their totals are Streamlit's own.
SCRIPT = """
(() => {
    const roots = () => [...document.querySelectorAll('*')]
        .map(one => one.shadowRoot ?? one)
        .flatMap(one => [...one.querySelectorAll?.(':scope > [data-root], [data-root]') ?? []]);
    window.inComponent = query => roots().map(one => one.querySelector(query)).find(Boolean);
    window.total = option => [...document.querySelectorAll('[data-testid="stMetric"]')]
        .find(one => one.innerText.startsWith(option))
        ?.querySelector('[data-testid="stMetricValue"]').innerText;
    window.until = (key, state, changed) => {
        window.spent = null;
        let start = null;
        const look = () => {
            if (start !== null && changed(state)) window.spent = performance.now() - start;
            else requestAnimationFrame(look);
        };
        document.addEventListener('keydown', event => {
            if (event.key === key) start = performance.now();
        }, {capture: true, once: true});
        requestAnimationFrame(look);
    };
})()
"""
SCORED = "key => until(key, total('A'), before => total('A') && total('A') !== before)"
WEIGHED = """
() => until('Enter', null, () =>
    !inComponent('.foot').parentElement.classList.contains('stale')
    && inComponent('.foot .state').innerText === 'Alles opgeslagen')
"""


def run(_: Iterable[int], rounds: int) -> None:
    """Print both waits with few and with many options."""
    clicks = QUICK_CLICKS if rounds == 1 else CLICKS
    for options in OPTIONS:
        with tempfile.TemporaryDirectory(prefix="samenwerking-click-") as folder:
            app = RunningApp(free_address(), Path(folder) / "s.duckdb", Path(folder) / "app.log")
            id_ = _prepared(app.store, options)
            process = serve("server.py", app)
            try:
                figures = _figures(f"{app.url}/afweging", id_, clicks)
            finally:
                stop(process)
        show(f"{options} options, {clicks} times, in a browser", figures)


def _prepared(path: Path, options: int) -> int:
    """A store with a consideration in which everything is scored."""
    with Store.open(path) as store:
        table = ConsiderationTable(criteria=shipped_criteria(store))
        for number in range(options):
            table = table.adding(f"Samenwerking {number + 1}")
        id_, _ = make_consideration(store, "Met wie gaan we verder?", table, "bench")
        cells = [(option.code, code) for option in table.options for code in table.codes]
        scores = [
            Edit(f"bench-{at}", *cell, "score", str(3 + at % 2), 0) for at, cell in enumerate(cells)
        ]
        assert not enter(store, Place(id_), scores, "bench")
    return id_


def _figures(page_address: str, id_: int, clicks: int) -> list[Figure]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium())
        page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="nl-NL")
        waits = {}
        for step, wait in (("Scoren", _scores), ("Weging", _weights)):
            page.goto(f"{page_address}?{urlencode({'afweging': id_, 'stap': step})}")
            page.locator("[data-root] .foot").wait_for()
            page.wait_for_timeout(3 * PAUSE)
            page.evaluate(SCRIPT)
            waits[step] = sorted(wait(page, clicks))
        browser.close()
    return [
        figure
        for step, waited in waits.items()
        for figure in (
            Figure(f"{step}: until it shows", statistics.median(waited), TARGET),
            Figure("  one in twenty longer than", waited[-max(1, len(waited) // 20)]),
        )
    ]


def _scores(page: Page, clicks: int) -> list[float]:
    cells = page.locator('.cell[data-option="A"]')
    waited = []
    for number in range(clicks):
        # Twice the same row, so that each key changes what stands there.
        cell = cells.nth(number // 2 % 16)
        cell.focus()
        key = "15"[number % 2]
        page.evaluate(SCORED, key)
        page.keyboard.press(key)
        waited.append(_spent(page))
    return waited


def _weights(page: Page, clicks: int) -> list[float]:
    fields = page.locator("input.field")
    waited = []
    for number in range(clicks):
        fields.nth(number % 16).fill(str(4 + number % 7))
        page.evaluate(WEIGHED)
        page.keyboard.press("Enter")
        waited.append(_spent(page))
    return waited


def _spent(page: Page) -> float:
    page.wait_for_function("() => window.spent !== null", timeout=30_000)
    spent: float = page.evaluate("() => window.spent")
    page.wait_for_timeout(PAUSE)
    return spent
