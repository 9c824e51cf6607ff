"""All that a report says, gathered from the store in named steps. No words are made here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

import pyarrow as pa

from core.attention import REASONS
from core.filters import Filters, day_number, today
from core.report import (
    Figures,
    KeptReport,
    ReportAsked,
    figures_of,
    theme_figures,
    year_before,
)
from core.report_wording import compared_with
from data import alignment, choices, coverage, decisions, effort, portfolio, sources
from data.errors import InputRefused
from data.named_filters import in_words
from data.report.kept import kept_reports
from data.scope import parameters
from data.store import Reader, Row

# What is done and how far it is (0-1). It may raise, which ends the work.
Step = Callable[[str, float], None]
# So many partnerships stand under each reason for attention and in the list to reconsider.
MOST_URGENT, MOST_RECONSIDERED = 6, 10


def _no_step(_what: str, _share: float) -> None:
    pass


@dataclass(frozen=True)
class Then:
    """The day `since` that a report compares with, and the kept report of it if one was chosen.

    `words`: its filters. `is_comparable`: it was of the same filters and definition. Then figures
    and coverage (per theme numerator and denominator) are what it printed, and else what the store
    now knows of that day.
    """

    since: date
    earlier: KeptReport | None
    words: dict[str, str]
    is_comparable: bool
    figures: Figures
    coverage: dict[str, tuple[int, int | None]]

    @property
    def said(self) -> str:
        """What is compared with, in words."""
        return compared_with(self.since, self.earlier, self.words, is_comparable=self.is_comparable)


@dataclass(frozen=True)
class Contents:
    """What a report is made of: rows as the queries of data give them."""

    asked: ReportAsked
    libraries: list[Row]
    filter_words: dict[str, str]
    batch: Row | None
    figures: list[Row]
    now: Figures
    then: Then
    composition: list[Row]
    coverage: list[Row]
    published: dict[str, Row]
    goals: list[Row]
    summary: Row
    alignment: list[float | None]
    reconsidered: list[Row]
    dependencies: list[Row]
    serving: list[Row]
    attention_counts: dict[str, int]
    attention_total: int
    attention: dict[str, list[Row]]
    decisions: list[Row]
    changes: pa.Table
    log: Row
    meanings: dict[str, list[Row]] = field(default_factory=dict)

    @property
    def filters(self) -> Filters:
        return self.asked.filters

    @property
    def since(self) -> date:
        return self.then.since

    @property
    def totals(self) -> list[Row]:
        return [row for row in self.coverage if row["gemeente"] is None]

    @property
    def cells(self) -> list[Row]:
        return [row for row in self.coverage if row["gemeente"] is not None]


def report_changes(store: Reader, filters: Filters, since: date) -> pa.Table:
    """One row per partnership that stood otherwise on `since`: its `turn` and status on both days.

    See core.report.TURNS.
    """
    return store.table("report_changes", **parameters(store, filters), since_day=day_number(since))


def report_log(store: Reader, filters: Filters, since: date, batch: int | None) -> Row:
    """One row: batches, and partnerships entered, changed and removed after `batch` or `since`."""
    libraries = list(filters.libraries) or None
    return store.rows("report_log", libraries=libraries, since=since, batch=batch)[0]


def reported_change(store: Reader) -> Row | None:
    """The last change that a report can show, if there is one: id, made_at (UTC)."""
    return next(iter(store.rows("reported_change")), None)


def gather(store: Reader, asked: ReportAsked, step: Step = _no_step) -> Contents:
    """All of it. Raises InputRefused where the report to compare with is no more."""
    filters = asked.filters
    step("Kerncijfers ophalen", 0.02)
    figures = portfolio.key_figures(store, filters).to_pylist()
    counts = _counts(store, filters)
    goals = alignment.goals(store, filters).to_pylist()
    step("Dekking berekenen", 0.1)
    grid = coverage.coverage(store, filters, asked.definition).to_pylist()
    step("Bijdragen aan doelen optellen", 0.2)
    aligned = alignment.alignment(store, filters)
    reconsidered = effort.effort_bubbles(store, filters, "hours", "reconsider", MOST_RECONSIDERED)
    serving = [
        {"goal": row["goal"], "partnerships": bool(row["partnerships"])}
        for row in alignment.serving(store, filters).to_pylist()
    ]
    dependencies = alignment.dependencies(store, filters).to_pylist()
    step("Aandachtspunten ordenen", 0.3)
    attention = {
        reason: portfolio.attention(store, filters, reason, MOST_URGENT).to_pylist()
        for reason in REASONS
        if counts.get(reason)
    }
    step("Vergelijken met eerder", 0.4)
    then = then_of(store, asked)
    since, earlier = then.since, then.earlier
    return Contents(
        asked=asked,
        libraries=choices.libraries(store),
        filter_words=in_words(store, filters),
        batch=reported_change(store),
        figures=figures,
        now=figures_of(figures[-1], goals, counts.get(None, 0)),
        then=then,
        composition=portfolio.composition(store, filters).to_pylist(),
        coverage=grid,
        published={
            row["theme"]: row
            for row in coverage.published_coverage(store, asked.definition).to_pylist()
        },
        goals=goals,
        summary=alignment.alignment_summary(store, filters).to_pylist()[0],
        alignment=aligned["alignment"].to_pylist(),
        reconsidered=reconsidered.to_pylist(),
        dependencies=dependencies,
        serving=serving,
        attention_counts={key: count for key, count in counts.items() if key is not None},
        attention_total=counts.get(None, 0),
        attention=attention,
        decisions=decided(store, filters, since),
        changes=report_changes(store, filters, since),
        log=report_log(store, filters, since, earlier.batch if earlier else None),
        meanings={
            "statuses": sources.status_meanings(store).to_pylist(),
            "themes": sources.theme_meanings(store).to_pylist(),
            "sources": sources.sources(store).to_pylist(),
        },
    )


def kept_of(contents: Contents, made_on: date | None = None) -> KeptReport:
    """What of a report is kept for the next."""
    chosen = set(contents.filters.libraries)
    about = [row for row in contents.libraries if not chosen or row["id"] in chosen]
    return KeptReport(
        made_on=made_on or today(),
        filters=contents.filters,
        definition=contents.asked.definition,
        figures=contents.now,
        coverage=theme_figures(contents.totals),
        batch=contents.batch["id"] if contents.batch else None,
        is_example=bool(about) and all(row["is_example"] for row in about),
    )


def _earlier(store: Reader, asked: ReportAsked) -> KeptReport | None:
    if asked.earlier is None:
        return None
    found = kept_reports(store, asked.earlier)
    if not found:
        raise InputRefused(
            "Het rapport om mee te vergelijken is er niet meer",
            "Kies een ander rapport of een dag.",
        )
    content: KeptReport = found[0]["content"]
    return content


def _printed(earlier: KeptReport | None, asked: ReportAsked) -> KeptReport | None:
    """The earlier report if it was made under the same filters, its measure date apart."""
    if earlier is None or earlier.definition != asked.definition:
        return None
    moved = earlier.filters.model_copy(update={"measure_date": asked.filters.measure_date})
    return earlier if moved == asked.filters else None


def then_of(store: Reader, asked: ReportAsked) -> Then:
    """What a report compares with. Raises InputRefused where the kept report is no more."""
    earlier = _earlier(store, asked)
    since = earlier.filters.measure_date if earlier else year_before(asked.filters.measure_date)
    printed = _printed(earlier, asked)
    if printed is not None:
        figures, found = printed.figures, printed.coverage
    else:
        of_then = asked.filters.model_copy(update={"measure_date": since})
        rows = coverage.coverage(store, of_then, asked.definition).to_pylist()
        found = theme_figures([row for row in rows if row["gemeente"] is None])
        figures = figures_of(
            portfolio.key_figures(store, of_then).to_pylist()[-1],
            alignment.goals(store, of_then).to_pylist(),
            _counts(store, of_then).get(None, 0),
            with_efforts=False,
        )
    return Then(
        since=since,
        earlier=earlier,
        words=in_words(store, earlier.filters) if earlier else {},
        is_comparable=printed is not None,
        figures=figures,
        coverage={one.theme: (one.numerator, one.denominator) for one in found},
    )


def _counts(store: Reader, filters: Filters) -> dict[str | None, int]:
    rows = portfolio.attention_counts(store, filters).to_pylist()
    return {row["reason"]: row["partnerships"] for row in rows}


def decided(store: Reader, filters: Filters, since: date) -> list[Row]:
    """The decisions after `since` up to the measure date, newest first."""
    found: Iterable[Row] = decisions.decisions(store, libraries=filters.libraries or None)
    return [
        row for row in found if since < row["content"].decision.decided_on <= filters.measure_date
    ]
