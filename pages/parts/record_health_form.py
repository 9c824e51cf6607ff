"""The form of a health check: seven questions with what 1, 3 and 5 look like."""

from datetime import date
from typing import Any

import streamlit as st

from core.health import CONDITIONS, HealthCheck, Judged
from data import health
from data.errors import InputRefused
from pages.parts import record_editing
from pages.parts.record_state import Record
from pages.shared.opened import store

FORM = "check"
UNKNOWN = "weet niet"
CHOICES = ("1", "2", "3", "4", "5", UNKNOWN)
NOTE_LENGTH = 500
Row = dict[str, Any]


def fields(check: HealthCheck | None, on: date) -> dict[str, Any]:
    """What the fields of the form hold for a check, or for a new one."""
    scores = check.scores if check else {}
    notes = check.notes if check else {}
    found: dict[str, Any] = {
        "datum": check.checked_on if check else on,
        "door": (check.by if check else None) or "",
    }
    for code in CONDITIONS:
        found[code] = str(scores[code]) if code in scores else UNKNOWN if check else None
        found[f"{code}_toelichting"] = notes.get(code, "")
    return found


def show(record: Record, one: Row | None) -> None:
    """The form on a check that is there, or on a new one."""
    with st.container(border=True, key=f"{FORM}_vak"):
        with st.grid(2, min_column_width=200):
            record_editing.day_input(FORM, "datum", "Datum")
            st.text_input("Door wie (mag leeg)", key=f"{FORM}_door")
        for code, condition in CONDITIONS.items():
            with st.container(gap="small"):
                st.markdown(f"**{condition.label}.** {condition.question}")
                st.caption(
                    "  \n".join(f"**{score}** {text}" for score, text in condition.anchors.items())
                )
                st.segmented_control(
                    condition.label,
                    CHOICES,
                    key=f"{FORM}_{code}",
                    label_visibility="collapsed",
                )
                st.text_input(
                    f"Toelichting bij {condition.label.lower()} (mag leeg)",
                    key=f"{FORM}_{code}_toelichting",
                    label_visibility="collapsed",
                    placeholder="Toelichting (mag leeg)",
                )
        record_editing.buttons(FORM, _save, record, row=one)


def _save(record: Record) -> None:
    def write(id_: int, version: int) -> int:
        day = record_editing.typed_day(FORM, "datum", "Datum", record.on)
        if day is None:
            raise InputRefused("De datum ontbreekt", "Vul in op welke dag de check is gedaan.")
        made = HealthCheck(
            partnership=record.id,
            checked_on=day,
            by=record_editing.typed(FORM, "door"),
            judged=tuple(_judged(code) for code in CONDITIONS),
        )
        if id_ == record_editing.NEW:
            return health.add_health_check(store(), made, "app")[1]
        return health.change_health_check(store(), id_, version, made, "app")

    record_editing.save(FORM, write, "De gezondheidscheck is bewaard.")


def _judged(code: str) -> Judged:
    given = record_editing.typed(FORM, code)
    return Judged(
        condition=code,
        score=int(given) if given in CHOICES and given != UNKNOWN else None,
        note=record_editing.typed(FORM, f"{code}_toelichting"),
    )
