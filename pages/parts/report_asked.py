"""What goes into the report: its parts, the definition of coverage, and what it compares with."""

import streamlit as st

from core.filters import Filters
from core.report import ALL_PARTS, PARTS, ReportAsked, year_before
from core.wording import as_typed, long_date
from data.report import kept
from pages.shared import definition, linked
from pages.shared.filters import in_words
from pages.shared.opened import recorded

EARLIER = "vorig"
YEAR = "jaar"


def choose(filters: Filters) -> ReportAsked:
    """Draw the choices; they are kept in the address."""
    with st.container(border=True):
        parts = linked.picks(
            "Onderdelen",
            {code: chapter.title for code, chapter in PARTS.items()},
            key="onderdelen",
            placeholder="Alle onderdelen",
        )
        earlier = _earlier(filters)
        chosen = definition.choose()
    return ReportAsked(
        filters=filters,
        definition=chosen,
        parts=tuple(one for one in PARTS if one in parts) or ALL_PARTS,
        earlier=None if earlier == YEAR else int(earlier),
    )


def _earlier(filters: Filters) -> str:
    """What to compare with: YEAR or the id of a kept report of an earlier day.

    As long as nothing is chosen the last report under the same filters, if there is one.
    """
    before = kept.comparable(recorded(kept.kept_reports), filters.measure_date)
    names = {YEAR: f"Een jaar eerder: {long_date(year_before(filters.measure_date))}"}
    names |= {str(row["id"]): _named(row["content"].filters) for row in before}
    usual = str(kept.latest_of(before, filters) or YEAR)
    chosen = linked.pick("Vergelijken met", names, key=EARLIER, placeholder=names[usual])
    return chosen or usual


def _named(filters: Filters) -> str:
    words = as_typed(in_words(filters)).removeprefix("U ziet ").partition(" · peildatum")[0]
    return f"Rapport van {long_date(filters.measure_date)} ({words})"
