"""The report of the example libraries of a year ago, for the first own report to compare with."""

from datetime import date

from core.filters import Filters
from core.report import ReportAsked, year_before
from core.wording import long_date
from data.demo.written import write
from data.report.contents import gather, kept_of
from data.report.kept import KIND
from data.store import Store

# The end of a year is what boards get a report of.
_MONTH, _DAY = 12, 31


def add_example_report(store: Store, today: date) -> None:
    """Keep the report of the last day of the year before; not in the change log, as the example."""
    on = date(year_before(today).year, _MONTH, _DAY)
    content = kept_of(gather(store, ReportAsked(filters=Filters(measure_date=on))), on)
    name = f"van {long_date(on)}"
    with store.recording("voorbeeld") as change:
        write(change, KIND, name, content.model_copy(update={"batch": None}))
