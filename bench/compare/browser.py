"""What a person waits for, in a real browser: the same measure for all.

A chart is being drawn as long as anything changes inside it: elements of an SVG, or strokes on a
canvas. The last of that, before a second in which nothing is drawn, is when the last chart stands;
and the key figures must say something else than before.
"""

from playwright.sync_api import Browser, Page

from bench.compare.apps import Running

QUIET = 1_000
LONGEST = 20_000
CHARTS = 3
SCRIPT = """
(() => {
    const within = '.js-plotly-plot, [data-testid="stVegaLiteChart"]';
    const drawn = window.drawn = new Map();
    const note = node => {
        const chart = (node.closest ? node : node.parentElement)?.closest?.(within);
        if (chart) drawn.set(chart, performance.now());
    };
    new MutationObserver(changes => changes.forEach(change => {
        note(change.target);
        change.addedNodes.forEach(node => node.querySelectorAll?.(within).forEach(note));
    })).observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
    const brush = CanvasRenderingContext2D.prototype;
    for (const stroke of ['fill', 'fillRect', 'stroke', 'fillText', 'clearRect']) {
        const original = brush[stroke];
        brush[stroke] = function (...given) {
            note(this.canvas);
            return original.apply(this, given);
        };
    }
    const figures = () => [
        ...document.querySelectorAll('[data-testid="stMetricValue"], [id^="figure"]')
    ].map(one => one.innerText).join(' ');
    let before = '';
    window.clicked = 0;
    document.addEventListener('pointerdown', () => {
        drawn.clear();
        before = figures();
        window.clicked = performance.now();
    }, {capture: true});
    window.last = () => Math.max(0, ...drawn.values());
    window.stands = ([charts, quiet]) =>
        drawn.size >= charts && performance.now() - last() > quiet
        && /\\d/.test(figures()) && figures() !== before;
})()
"""


def open_page(browser: Browser, running: Running) -> tuple[Page, float]:
    """A new visitor's page, and the milliseconds until its last chart stood."""
    page = browser.new_context(viewport={"width": 1280, "height": 2400}).new_page()
    page.add_init_script(SCRIPT)
    page.goto(running.url)
    page.wait_for_function("stands(%s)" % [CHARTS, QUIET], timeout=LONGEST)
    return page, float(page.evaluate("last()"))


def click(page: Page, running: Running, gemeente: str) -> tuple[float, int]:
    """Milliseconds from choosing a gemeente to the last chart; how many charts were drawn."""
    running.kind.offer(page, gemeente)
    page.wait_for_timeout(300)
    page.mouse.down()
    page.mouse.up()
    page.wait_for_function("stands(%s)" % [CHARTS, QUIET], timeout=LONGEST / 2)
    spent, charts = page.evaluate("[last() - clicked, drawn.size]")
    return float(spent), int(charts)
