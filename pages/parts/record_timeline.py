"""Every change of a record and of what was written down about it, newest first, with a way back."""

from typing import Any

import pyarrow as pa
import streamlit as st

from core.filters import Filters
from core.record_changes import Difference, status_line
from core.wording import by_whom, counted, local_moment, number, person, plain
from data import (
    agreements,
    health,
    partnership_record,
    record_timeline,
    step_plans,
    yearly_results,
)
from pages.parts.record_state import Record
from pages.shared import allowed, done, rows
from pages.shared.opened import recorded

SHOWN = 20
# As many letters of a text are shown; the table has all of it.
MOST_LETTERS = 240
KINDS = (
    *(one.KIND for one in (agreements, health, yearly_results)),
    *(step_plans.PLAN, step_plans.CHECK, step_plans.WISH),
)
NOUNS = {one.code: one.noun for one in KINDS} | {
    "partnership": "Samenwerking",
    "partner": "Partner",
    "location_link": "Locaties van partner",
}
WHAT = {
    "made": "toegevoegd",
    "removed": "verwijderd",
    "restored": "teruggezet",
    "changed": "gewijzigd",
    "merged": "samengevoegd met een andere",
}
COLUMNS = {
    "when": "Wanneer",
    "who": "Door",
    "about": "Wat",
    "what": "Wijziging",
    "field": "Gegeven",
    "old": "Was",
    "new": "Is geworden",
    "undone": "Ongedaan gemaakt",
}
Row = dict[str, Any]


def show(record: Record, filters: Filters) -> None:
    """The statuses on one line, then the changes."""
    st.markdown(
        f"**Status door de tijd.** {plain(status_line(record.row['history'], record.labels))}"
    )
    found: list[Row] = recorded(record_timeline.timeline, record.id)
    if not found:
        st.caption(
            "Er is nog niets gewijzigd sinds dit dossier er is. Voorbeeldgegevens staan niet in "
            "het logboek; elke wijziging vanaf nu wel."
        )
        return
    st.caption(f"{counted(len(found), 'wijziging', 'wijzigingen')}, de laatste bovenaan.")
    everything = len(found) <= SHOWN or st.toggle(
        f"Toon alle {number(len(found))} wijzigingen", key="alle_wijzigingen"
    )
    for row in found if everything else found[:SHOWN]:
        _change(row)
    if len(found) >= partnership_record.MOST_CHANGES:
        st.caption(f"Alleen de laatste {number(len(found))} wijzigingen worden getoond.")
    rows.twin(
        lambda: _table(found), COLUMNS, what="Wijzigingen", filters=filters, key="wijzigingen_rijen"
    )


def _change(row: Row) -> None:
    with st.container(
        border=True, gap="small", key=f"wijziging_{row['batch']}_{row['kind']}_{row['id']}"
    ):
        with st.container(horizontal=True, vertical_alignment="center"):
            with st.container(width="stretch", gap=None):
                st.markdown(f"**{plain(_about(row))}**")
                undone = " · ongedaan gemaakt" if row["undone_by"] is not None else ""
                st.caption(f"{local_moment(row['made_at'])}{by_whom(row['who'])}{undone}")
            _way_back(row)
        changed = [
            f"- **{plain(one.field)}**: {_shown(one.old)} → {_shown(one.new)}"
            for one in row["differences"]
        ]
        if changed:
            st.markdown("\n".join(changed))
        if row["what"] == "changed" and not row["differences"]:
            st.caption("Zonder zichtbaar verschil.")


def _about(row: Row) -> str:
    noun = NOUNS[row["kind"]]
    name = "" if row["kind"] == "partnership" else f" {row['about']}"
    return f"{noun[0].upper()}{noun[1:]}{name} {WHAT[row['what']]}"


def _way_back(row: Row) -> None:
    """A button where the batch is of this record alone; a larger one is undone on Gegevens."""
    if row["undone_by"] is not None:
        return
    if row["rows_changed"] == 1:
        if allowed.button("Ongedaan maken", icon=":material/undo:", key=f"terug_{row['id']}"):
            done.confirm_undo(row["batch"])
    else:
        st.caption(
            f"onderdeel van {plain(row['action'])} ({number(row['rows_changed'])} rijen)",
            help="Ongedaan maken van het geheel kan op Gegevens, bij Wijzigingen.",
        )


def _shown(text: str) -> str:
    return plain(text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS]}…")


def _table(found: list[Row]) -> pa.Table:
    nothing = [Difference("", "", "")]
    drawn = [
        {
            "when": local_moment(row["made_at"]),
            "who": person(row["who"]),
            "about": f"{NOUNS[row['kind']]} {row['about']}",
            "what": WHAT[row["what"]],
            "field": one.field,
            "old": one.old,
            "new": one.new,
            "undone": "ja" if row["undone_by"] is not None else "",
        }
        for row in found
        for one in row["differences"] or nothing
    ]
    return pa.Table.from_pylist(drawn)
