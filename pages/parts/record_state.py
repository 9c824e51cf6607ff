"""The record that the address asks for, with what was written down about it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import streamlit as st

from core.agreement import State, state_on
from core.filters import today
from core.history import status_on
from core.life_cycle import Facts
from core.wording import long_date, plain
from data import (
    agreements,
    choices,
    considerations,
    decisions,
    health,
    partnership_record,
    yearly_results,
)
from pages.shared.opened import recorded, result

KEY = "nr"
# Where one partnership is found among the others.
LIST, LIST_LABEL = "pages/partnerships.py", "Naar alle samenwerkingen"
MOST_DIGITS = 9
Row = dict[str, Any]


@dataclass(frozen=True)
class Record:
    """A partnership as it is stored; what is asked about it more than once is kept."""

    row: Row
    on: date

    @property
    def id(self) -> int:
        return int(self.row["id"])

    @cached_property
    def status(self) -> str:
        """The status today: what is stated last may begin later."""
        history = [(step["status"], step["since"]) for step in self.row["history"]]
        return status_on(history, self.on) or str(self.row["status"])

    @cached_property
    def labels(self) -> dict[str, str]:
        return {row["code"]: row["label"] for row in result(choices.statuses)}

    @property
    def status_label(self) -> str:
        return self.labels.get(self.status, self.status)

    @property
    def since(self) -> date | None:
        """Since when it has that status, if that is known."""
        steps = [s for s in self.row["history"] if s["since"] is None or s["since"] <= self.on]
        found: date | None = steps[-1]["since"] if steps else None
        return found

    @cached_property
    def checks(self) -> list[Row]:
        return list(recorded(health.health_checks, self.id))

    @cached_property
    def agreements(self) -> list[Row]:
        return list(recorded(agreements.agreements, self.id, self.on))

    @cached_property
    def results(self) -> list[Row]:
        return list(recorded(yearly_results.yearly_results, self.id))

    @cached_property
    def considerations(self) -> list[Row]:
        return list(recorded(considerations.considerations_of, self.id))

    @cached_property
    def decisions(self) -> list[Row]:
        """Those in which it was an option, the newest first."""
        return list(recorded(decisions.decisions_with, self.id))[::-1]

    @cached_property
    def facts(self) -> Facts:
        """What the stages ask."""
        row = self.row
        results = [one["content"] for one in self.results]
        checked = [one["content"].checked_on for one in self.checks]
        states = [state_on(one["content"], self.on) for one in self.agreements]
        return Facts(
            on=self.on,
            status=self.status,
            since=self.since,
            has_owner=bool(row["owner"]),
            is_signed=bool(row["agreement"]),
            has_effort=row["hours"] is not None or row["budget"] is not None,
            has_intended=bool(row["intended_result"]) or any(one.intended for one in results),
            has_actual=bool(row["actual_result"]) or any(one.actual for one in results),
            is_judged=any(one["value"] is not None for one in row["goals"]),
            is_weighed=bool(self.considerations),
            is_decided=bool(self.decisions),
            has_reason_to_end=bool(row.get("ended_reason") or row["note"]),
            start_date=row["start_date"],
            end_date=row["end_date"],
            evaluation_date=row["evaluation_date"],
            checked_on=max((day for day in checked if day <= self.on), default=None),
            overdue=states.count(State.OVERDUE),
            open_agreements=sum(one is not State.DONE for one in states),
        )


def asked() -> Record | None:
    """The record of the address; None where there is none, or it was removed."""
    row = _row()
    return Record(row, today()) if row and row["removed_at"] is None else None


def say_what_is_missing() -> None:
    """Why there is no record, and the way back."""
    wanted = st.query_params.get(KEY)
    row = _row()
    if not wanted:
        st.markdown("Kies een samenwerking in een lijst; haar dossier staat op deze pagina.")
    elif row:
        st.warning(
            f"**{plain(row['name'])}** is verwijderd op {long_date(row['removed_at'].date())}. "
            "Wat er in het dossier stond, is bewaard.",
            icon=":material/delete:",
        )
    else:
        st.warning(
            f"Er is geen samenwerking met nummer “{plain(wanted[:40])}”. Misschien klopt de link "
            "niet, of is het gegevensbestand een ander.",
            icon=":material/link_off:",
        )
    st.page_link(LIST, label=LIST_LABEL, icon=":material/arrow_back:")


def _row() -> Row | None:
    wanted = st.query_params.get(KEY, "")
    if not (wanted.isascii() and wanted.isdecimal() and len(wanted) <= MOST_DIGITS):
        return None
    found: Row | None = result(partnership_record.partnership_record, int(wanted), today())
    return found
