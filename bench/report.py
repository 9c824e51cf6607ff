"""Making the report for a board: gathering its figures, the PDF, and the workbook with all rows.

The time of each named step is printed with the whole, to see where it goes.
"""

import time
from collections.abc import Callable, Iterable

from bench.stores import DAY, example
from bench.timing import THREADS, Figure, once_ms, show
from core.filters import Filters
from core.report import ReportAsked
from data.report.contents import Contents, gather
from data.report.pdf import report_pdf
from data.report.workbook import report_workbook
from data.store import Store

# A person waits for the PDF; the workbook of 100,000 partnerships has millions of cells.
PDF_TARGET, WORKBOOK_TARGET = 6_000.0, 60_000.0
_EXAMPLE = 400
_TOLD = 50.0


def run(sizes: Iterable[int], rounds: int) -> None:
    """Print a table for each size; `rounds` is not used, since a report is made once."""
    del rounds
    for size in (_EXAMPLE, *sizes):
        with Store.open(example(size, registers=size > _EXAMPLE), THREADS) as store:
            asked = ReportAsked(filters=Filters(measure_date=DAY))
            report_pdf(gather(store, asked), lambda _what, _share: None)  # starts what draws
            _show(store, asked, size)


def _show(store: Store, asked: ReportAsked, size: int) -> None:
    steps = _Steps()
    found: list[Contents] = []
    made: list[bytes] = []
    gathering = once_ms(lambda: found.append(gather(store, asked, steps)))
    typesetting = once_ms(lambda: made.append(report_pdf(found[0], steps)))
    writing = once_ms(lambda: made.append(report_workbook(store, found[0], steps)))
    steps("", 1.0)
    sizes = [f"{len(one) / 1e6:.1f} MB" for one in made]
    figures = [
        Figure("PDF, from click to file", gathering + typesetting, PDF_TARGET, note=sizes[0]),
        Figure("workbook", writing, WORKBOOK_TARGET, note=sizes[1]),
        *(Figure(f"  {what}", spent) for what, spent in steps.spent.items() if spent > _TOLD),
    ]
    show(f"Report, {size:,} partnerships", figures)


class _Steps:
    """Hears the steps of a report, and how long each took."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self.spent: dict[str, float] = {}
        self._clock, self._what, self._since = clock, "", clock()

    def __call__(self, what: str, _share: float) -> None:
        now = self._clock()
        if self._what:
            took = (now - self._since) * 1000
            self.spent[self._what] = self.spent.get(self._what, 0.0) + took
        self._what, self._since = what, now
