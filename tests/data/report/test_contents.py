"""What a report is gathered from, and what of it is kept for the next."""

from datetime import date
from typing import Any, get_args

import pytest

from core.decision import Decision
from core.filters import Filters
from core.report import TURNS, ReportAsked, Theme, year_before
from core.report_wording import compared_with, turn_line, turns_of
from data import choices
from data.decisions import take_decision
from data.documents import remove as remove_document
from data.errors import InputRefused
from data.report.contents import (
    decided,
    gather,
    kept_of,
    report_changes,
    report_log,
    reported_change,
    then_of,
)
from data.report.kept import (
    KIND,
    comparable,
    keep_report,
    kept_reports,
    latest_of,
    remove_report,
)
from data.store import Store
from data.undo import undo_batch
from tests.decisions import a_decision
from tests.portfolio import ALKMAAR, DAY, ZAANSTAD, Portfolio, steps
from tests.reporting import CASES, EVERYTHING, SINCE

FILTERS = EVERYTHING.filters
BEFORE, BETWEEN = date(2024, 1, 1), date(2026, 3, 1)


@pytest.fixture
def turned(store: Store) -> Portfolio:
    """A partnership of each turn, and some that did not turn."""
    made = Portfolio(store)
    made.library("Bibliotheek", ZAANSTAD, ALKMAAR)

    def put(name: str, *history: tuple[str, date | None], **more: Any) -> None:
        status = history[-1][0]
        made.partnership(name, status=status, history=steps(*history), **more)

    put("Begon", ("verkenning", BEFORE), ("actief", BETWEEN), gemeenten=[ZAANSTAD])
    put("Nieuw", ("actief", BETWEEN), gemeenten=[ALKMAAR])
    put("Stopte", ("actief", BEFORE), ("beeindigd", BETWEEN), ended_reason="Geen geld.")
    put("Slaapt", ("actief", BEFORE), ("slapend", BETWEEN))
    put("Evalueert", ("actief", BEFORE), ("evaluatie", BETWEEN))
    put("Tekende", ("actief", BEFORE), agreement=True, agreement_date=BETWEEN)
    put("Verkent", ("verkenning", BETWEEN))
    put("Ging niet door", ("opstart", BEFORE), ("beeindigd", BETWEEN))
    put("Bleef", ("actief", BEFORE))
    put("Was voorbij", ("actief", BEFORE), ("beeindigd", date(2025, 1, 1)))
    return made


def test_report_changes(turned: Portfolio) -> None:
    found = report_changes(turned.store, FILTERS, SINCE).to_pylist()
    assert {row["name"]: row["turn"] for row in found} == {
        "Begon": "begun",
        "Nieuw": "begun",
        "Stopte": "ended",
        "Slaapt": "ended",
        "Evalueert": "changed",
        "Tekende": "changed",
        "Verkent": "prepared",
        "Ging niet door": "dropped",
    }
    assert [row["turn"] for row in found] == sorted(
        [row["turn"] for row in found], key=list(TURNS).index
    )
    assert turns_of([row["turn"] for row in found])["begun"] == 2
    assert {row["name"]: turn_line(row) for row in found} == {
        "Begon": "verkenning → actief",
        "Nieuw": "nieuw: actief",
        "Stopte": "actief → beëindigd; Geen geld.",
        "Slaapt": "actief → slapend",
        "Evalueert": "actief → evaluatie",
        "Tekende": "overeenkomst getekend",
        "Verkent": "nieuw: verkenning",
        "Ging niet door": "opstart → beëindigd",
    }


def test_report_changes_under_filters(turned: Portfolio) -> None:
    in_alkmaar = FILTERS.model_copy(update={"gemeenten": (ALKMAAR,)})
    names = report_changes(turned.store, in_alkmaar, SINCE)["name"].to_pylist()
    assert "Nieuw" in names
    assert "Begon" not in names
    # Of a status those that had it on either day: one that is no longer active is no other.
    asleep = FILTERS.model_copy(update={"statuses": ("slapend",)})
    assert report_changes(turned.store, asleep, SINCE)["turn"].to_pylist() == ["ended"]


def test_report_changes_of_one_day_are_none(turned: Portfolio) -> None:
    assert report_changes(turned.store, FILTERS, DAY).num_rows == 0


def test_report_log(store: Store) -> None:
    made = Portfolio(store)
    library = made.library()
    made.partnership("Een")
    last = reported_change(store)
    assert last is not None
    made.partnership("Twee")
    made.partnership("Drie")
    nothing = report_log(store, FILTERS, SINCE, last["id"] + 2)
    assert (nothing["entered"], nothing["batches"]) == (0, 0)
    since = report_log(store, FILTERS, SINCE, last["id"])
    assert (since["entered"], since["changed"], since["removed"]) == (2, 0, 0)
    undo_batch(store, last["id"], "test")
    assert report_log(store, FILTERS, SINCE, last["id"])["removed"] == 1
    assert report_log(store, FILTERS, SINCE, None)["entered"] == 3
    other = FILTERS.model_copy(update={"libraries": (library + 1,)})
    assert report_log(store, other, SINCE, None)["entered"] == 0


def test_reported_change_is_no_report_that_was_kept(store: Store) -> None:
    assert reported_change(store) is None
    CASES["one partnership"](store)
    before = reported_change(store)
    keep_report(store, kept_of(gather(store, EVERYTHING), DAY), "test")
    assert reported_change(store) == before


def test_a_report_compares_with_what_an_earlier_one_printed(turned: Portfolio) -> None:
    store = turned.store
    earlier = EVERYTHING.model_copy(
        update={"filters": FILTERS.model_copy(update={"measure_date": SINCE})}
    )
    printed = kept_of(gather(store, earlier), SINCE)
    id_, _ = keep_report(store, printed, "test")
    # Found out later: it was there all along.
    turned.partnership("Vergeten", status="actief", history=steps(("actief", BEFORE)))
    now = gather(store, EVERYTHING.model_copy(update={"earlier": id_}))
    assert now.then.is_comparable
    assert now.then.figures == printed.figures
    assert now.then.figures.partnerships == 5
    assert then_of(store, EVERYTHING).figures.partnerships == 6
    assert "het rapport van 22 november 2025" in now.then.said


def test_one_of_other_filters_gives_the_day_and_not_the_figures(turned: Portfolio) -> None:
    store = turned.store
    other = Filters(measure_date=SINCE, gemeenten=(ALKMAAR,))
    asked = EVERYTHING.model_copy(update={"filters": other})
    id_, _ = keep_report(store, kept_of(gather(store, asked), SINCE), "test")
    then = then_of(store, EVERYTHING.model_copy(update={"earlier": id_}))
    assert not then.is_comparable
    assert then.since == SINCE
    assert then.figures == then_of(store, EVERYTHING).figures
    assert "andere keuze: gemeente Alkmaar" in then.said
    assert then.figures.hours is None


def test_a_report_that_is_gone_is_not_compared_with(store: Store) -> None:
    with pytest.raises(InputRefused):
        gather(store, EVERYTHING.model_copy(update={"earlier": 99}))


def test_a_report_is_kept_once_and_made_better_on_its_day(turned: Portfolio) -> None:
    store = turned.store
    first, batch = keep_report(store, kept_of(gather(store, EVERYTHING), DAY), "test")
    assert batch is not None
    again = keep_report(store, kept_of(gather(store, EVERYTHING), DAY), "test")
    assert again == (first, None)
    turned.partnership("Nog een")
    better = keep_report(store, kept_of(gather(store, EVERYTHING), DAY), "test")
    assert better[0] == first
    assert better[1] is not None
    next_day = kept_of(gather(store, EVERYTHING), date(2026, 11, 23))
    assert keep_report(store, next_day, "test")[0] != first
    assert len(kept_reports(store)) == 2


def test_kept_reports_come_latest_first_and_only_earlier_ones_compare(store: Store) -> None:
    CASES["one partnership"](store)
    ids = []
    for day in (date(2024, 12, 31), date(2025, 12, 31), DAY):
        asked = ReportAsked(filters=Filters(measure_date=day))
        ids.append(keep_report(store, kept_of(gather(store, asked), day), "test")[0])
    rows = kept_reports(store)
    assert [row["id"] for row in rows] == ids[::-1]
    before = comparable(rows, DAY)
    assert [row["id"] for row in before] == [ids[1], ids[0]]
    assert latest_of(before, FILTERS) == ids[1]
    assert latest_of(before, FILTERS.model_copy(update={"themes": ("PO",)})) is None


def test_removing_a_report_can_be_undone(store: Store) -> None:
    id_, _ = keep_report(store, kept_of(gather(store, EVERYTHING), DAY), "test")
    batch = remove_report(store, id_, kept_reports(store)[0]["version"], "test")
    assert kept_reports(store) == []
    undo_batch(store, batch, "test")
    assert [row["id"] for row in kept_reports(store)] == [id_]
    remove_document(store, KIND, id_, kept_reports(store)[0]["version"], "test")


def test_decisions_of_the_period(store: Store) -> None:
    def take(day: date) -> None:
        fields = a_decision().decision.model_dump() | {"decided_on": day, "review_on": None}
        take_decision(store, Decision.model_validate(fields), "test")

    for day in (SINCE, date(2025, 11, 23), DAY, date(2026, 11, 23)):
        take(day)
    found = decided(store, FILTERS, SINCE)
    assert [row["content"].decision.decided_on for row in found] == [DAY, date(2025, 11, 23)]


def test_the_themes_of_a_kept_report_are_those_of_the_product(store: Store) -> None:
    assert set(get_args(Theme)) == {row["code"] for row in choices.themes(store)}


def test_a_year_before() -> None:
    assert year_before(date(2024, 2, 29)) == date(2023, 2, 28)
    assert year_before(DAY) == SINCE
    assert compared_with(SINCE, None, {}, is_comparable=False).startswith("Vergeleken met 22 nov")
