"""Opening the record of one partnership, in a portfolio where many have something written down.

opened        a record that nobody looked at yet: no result of it in memory
after a note  the same after somebody wrote down an agreement: what is recorded is asked anew

and what the attention list of Overzicht asks beside it.
"""

import shutil
import statistics
import tempfile
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from bench.session import Session, opened
from bench.stores import DAY, example
from bench.timing import Figure, median_ms, show
from core.agreement import Agreement
from core.filters import Filters
from core.health import CONDITIONS, HealthCheck, Judged
from data import agreements, documents, health, portfolio
from data.store import Store

TARGET = 150.0
# As many of the partnerships have two health checks and three agreements.
WRITTEN_SHARE = 20
PARTS = ("Dossier", "Gezondheid", "Afspraken", "Wijzigingen")


def run(sizes: Iterable[int], rounds: int) -> None:
    """Print a table for each size."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "record.duckdb"
            shutil.copy2(example(size, registers=True), path)
            written = _write(path, size)
            with opened(path):
                figures = [figure for part in PARTS for figure in _part(part, rounds)]
                figures += _attention(rounds)
            show(f"A record, {size:,} partnerships, {written:,} documents", figures)


def _write(path: Path, size: int) -> int:
    many = size // WRITTEN_SHARE
    judged = tuple(Judged(condition=code, score=3) for code in CONDITIONS)
    with Store.open(path) as store, store.change("bench", "bench") as change:
        for id_ in range(1, many + 1):
            for year in (2025, 2026):
                check = HealthCheck(partnership=id_, checked_on=date(year, 3, 1), judged=judged)
                documents.insert(change, health.KIND, "check", check)
            for nth in range(3):
                due = DAY + timedelta(days=50 * (nth - 1) + id_ % 40)
                agreed = Agreement(partnership=id_, what="Bellen", due=due)
                documents.insert(change, agreements.KIND, "Bellen", agreed)
    return many * 5


def _part(part: str, rounds: int) -> list[Figure]:
    session = Session()
    session.go("Overzicht")
    session.at.switch_page("pages/partnership.py")
    _open(session, part, 10)
    fresh = [_open(session, part, 11 + nth) for nth in range(rounds)]
    return [Figure(f"{part}, opened", statistics.median(fresh), TARGET), _noted(part, session)]


def _open(session: Session, part: str, id_: int) -> float:
    session.at.query_params["nr"] = str(id_)
    session.at.query_params["onderdeel"] = part
    spent = session.rerun()
    if session.at.title[0].value == "Samenwerking":
        raise RuntimeError("The record was not found")
    return spent


def _noted(part: str, session: Session) -> Figure:
    from pages.shared.opened import whole_store

    spent = []
    for nth in range(3):
        agreements.make_agreement(
            whole_store(), Agreement(partnership=9, what=f"Nog {nth}"), "bench"
        )
        spent.append(session.rerun())
    return Figure(f"{part}, after a note", statistics.median(spent), TARGET)


def _attention(rounds: int) -> list[Figure]:
    from pages.shared.opened import whole_store

    filters = Filters(measure_date=DAY)
    return [
        Figure(
            "attention_counts",
            median_ms(lambda: portfolio.attention_counts(whole_store(), filters), rounds),
        ),
        Figure(
            "attention, agreements that are late",
            median_ms(
                lambda: portfolio.attention(whole_store(), filters, "promise_overdue", 500), rounds
            ),
        ),
    ]
