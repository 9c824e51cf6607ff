"""Reports that were made, kept as documents: the next one compares with one of them."""

from collections.abc import Sequence
from datetime import date

from core.filters import Filters
from core.report import KeptReport
from core.wording import long_date
from data import documents
from data.store import Reader, Row, Store

KIND = documents.Kind("report", "rapport", KeptReport, shared_names=True)


def kept_reports(store: Reader, id: int | None = None) -> list[Row]:
    """The kept reports, latest measure date first, or the one of an id; as data.documents has them.

    Of one measure date that which was made last comes first.
    """
    found = documents.documents(store, KIND, id)
    return sorted(
        found,
        key=lambda row: (row["content"].filters.measure_date, row["content"].made_on, row["id"]),
        reverse=True,
    )


def comparable(rows: Sequence[Row], on: date) -> list[Row]:
    """Those of an earlier measure date than `on`: what a report of that day can compare with."""
    return [row for row in rows if row["content"].filters.measure_date < on]


def latest_of(rows: Sequence[Row], filters: Filters) -> int | None:
    """Of `rows`, latest first, the id of the first that was made under the same filters.

    Their measure date apart.
    """
    return next(
        (
            row["id"]
            for row in rows
            if row["content"].filters
            == filters.model_copy(update={"measure_date": row["content"].filters.measure_date})
        ),
        None,
    )


def keep_report(store: Store, content: KeptReport, who: str) -> tuple[int, int | None]:
    """Keep a report; return its id and the batch, None where it was there with these figures.

    One that was made earlier on the same day under the same filters makes way for it: a report is
    often made a few times before it is good.
    """
    name = f"van {long_date(content.filters.measure_date)}"
    with_same = [
        row
        for row in kept_reports(store)
        if (row["content"].made_on, row["content"].filters, row["content"].definition)
        == (content.made_on, content.filters, content.definition)
    ]
    if not with_same:
        return documents.make_once(store, KIND, name, content, who)
    latest = with_same[0]
    if latest["content"].model_copy(update={"batch": content.batch}) == content:
        return latest["id"], None
    args = (latest["id"], latest["version"], name, content, who)
    return latest["id"], documents.rewrite(store, KIND, *args)


def remove_report(store: Store, id: int, version: int, who: str) -> int:
    """Take a kept report away: see data.documents.remove."""
    return documents.remove(store, KIND, id, version, who)
