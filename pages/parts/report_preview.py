"""What the report will say, before it is made: each finding leads to the rows behind it."""

from datetime import date

import pyarrow as pa
import pyarrow.compute as pc
import streamlit as st

from core.alignment import goals_finding
from core.findings import coverage_finding, portfolio_finding
from core.report import PARTS, TURNS, Figures, Part, ReportAsked, figures_of
from core.report_wording import (
    attention_finding,
    changes_finding,
    decisions_finding,
    dependence_finding,
    figure_lines,
    method,
    turn_line,
    turns_of,
)
from core.wording import plain, short_date
from data import alignment, coverage, portfolio
from data.report import contents
from pages.parts import attention
from pages.shared import reasons, rows
from pages.shared.filters import go_on_to, set_measure_date
from pages.shared.opened import listed, prepare, recorded, result

PAGES: dict[Part, tuple[str, str]] = {
    "overview": ("pages/overview.py", "Naar Overzicht"),
    "coverage": ("pages/coverage.py", "Naar Dekking"),
    "goals": ("pages/alignment.py", "Naar Doelen"),
    "dependencies": ("pages/alignment.py", "Naar Afhankelijkheid"),
    "attention": ("pages/overview.py", "Naar de aandachtspunten"),
    "decisions": ("pages/consideration.py", "Naar de besluiten"),
}
ASKED = {"dependencies": {"deel": "Afhankelijkheid"}}
CHANGED = {
    "name": "Samenwerking",
    "library": "Bibliotheek",
    "partners": "Partners",
    "how": "Wat er veranderde",
    "since_status": "Status toen",
    "status": "Status nu",
    "start_date": "Start",
    "end_date": "Einde",
    "hours": "Uren per jaar",
}
FIGURES = {"label": "Kerncijfer", "was": "Toen", "now": "Nu", "moved": "Verschil"}


def lead(asked: ReportAsked) -> None:
    """The finding of the whole: what changed."""
    prepare(
        (portfolio.key_figures, asked.filters),
        (coverage.coverage, asked.filters, asked.definition),
        (alignment.goals, asked.filters),
        (alignment.alignment_summary, asked.filters),
        written=[(portfolio.attention_counts, asked.filters)],
    )
    since = _then(asked).since
    st.markdown(changes_finding(_turns(asked, since), since))


def show(asked: ReportAsked) -> None:
    """The findings of the parts that go in, and what changed."""
    st.subheader("Dit komt erin", anchor=False)
    for part in asked.parts:
        if part in PAGES:
            _part(part, asked)
    if "changes" in asked.parts:
        _changes(asked)
    with st.popover("Hoe is dit berekend?", icon=":material/calculate:", type="tertiary"):
        for title, text in method(asked.definition).items():
            st.markdown(f"**{title}**")
            st.markdown(text)


def _part(part: Part, asked: ReportAsked) -> None:
    page, label = PAGES[part]
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{PARTS[part].title}**", width="stretch")
            st.page_link(
                page,
                label=label,
                icon=":material/arrow_forward:",
                query_params=ASKED.get(part),
            )
        st.markdown(_finding(part, asked))


def _finding(part: Part, asked: ReportAsked) -> str:
    filters = asked.filters
    goals = listed(alignment.goals, filters)
    if part == "overview":
        counts = {row["reason"]: row["partnerships"] for row in attention.counts(filters)}
        return portfolio_finding(listed(portfolio.key_figures, filters), counts.get(None, 0))
    if part == "coverage":
        grid = listed(coverage.coverage, filters, asked.definition)
        totals = [row for row in grid if row["gemeente"] is None]
        return coverage_finding(totals, [row for row in grid if row["gemeente"] is not None])
    if part == "goals":
        return goals_finding(goals, listed(alignment.alignment_summary, filters)[0])
    if part == "dependencies":
        serving = listed(alignment.serving, filters)
        return dependence_finding(listed(alignment.dependencies, filters), serving)
    if part == "attention":
        counts = {row["reason"]: row["partnerships"] for row in attention.counts(filters)}
        return attention_finding(counts, counts.get(None, 0), filters.measure_date)
    since = _then(asked).since
    return decisions_finding(len(recorded(contents.decided, filters, since)), since)


def _changes(asked: ReportAsked) -> None:
    """The figures of then and now, and the partnerships that changed."""
    filters = asked.filters
    then = _then(asked)
    turns = _turns(asked, then.since)
    st.subheader("Veranderingen", anchor=False)
    st.caption(plain(then.said))
    compared = [
        dict(zip(FIGURES, line, strict=True)) for line in figure_lines(then.figures, _now(asked))
    ]
    headings = FIGURES | {"was": short_date(then.since), "now": short_date(filters.measure_date)}
    rows.table(pa.Table.from_pylist(compared), headings, alt="Cijfers van toen en nu")
    with st.container(horizontal=True):
        st.button(
            f"Toon {short_date(then.since)} op Overzicht",
            icon=":material/history:",
            on_click=_look_back,
            args=(then.since,),
        )
    if not turns:
        return
    turn = reasons.choose({one: turns[one] for one in TURNS if one in turns}, TURNS, key="omslag")
    changed = result(contents.report_changes, filters, then.since)
    found = changed.filter(pc.equal(changed["turn"], turn))
    how = pa.array([turn_line(row) for row in found.to_pylist()], pa.string())
    rows.with_download(
        found.append_column("how", how),
        CHANGED,
        what=f"{TURNS[turn]} sinds {short_date(then.since)}",
        filters=filters,
        key="omslag_rijen",
        to_record=True,
    )


def _look_back(on: date) -> None:
    set_measure_date(on)
    go_on_to("pages/overview.py")


def _then(asked: ReportAsked) -> contents.Then:
    found: contents.Then = recorded(contents.then_of, asked)
    return found


def _turns(asked: ReportAsked, since: date) -> dict[str, int]:
    return turns_of(result(contents.report_changes, asked.filters, since)["turn"].to_pylist())


def _now(asked: ReportAsked) -> Figures:
    counts = {row["reason"]: row["partnerships"] for row in attention.counts(asked.filters)}
    figures = listed(portfolio.key_figures, asked.filters)
    return figures_of(figures[-1], listed(alignment.goals, asked.filters), counts.get(None, 0))
