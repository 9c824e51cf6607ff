"""The form for an agreement or an evaluation."""

from typing import Any

import streamlit as st

from core.agreement import SORTS, Agreement
from data import agreements
from pages.parts import record_editing
from pages.parts.record_state import Record
from pages.shared.opened import store

FORM = "afspraak"
Row = dict[str, Any]


def fields(content: Agreement | None) -> dict[str, Any]:
    """What the fields of the form hold for an agreement, or for a new one."""
    return {
        "soort": content.sort if content else "agreement",
        "wat": content.what if content else "",
        "wie": (content.owner if content else None) or "",
        "datum": content.due if content else None,
        "gedaan": content.done_on if content else None,
        "notitie": (content.note if content else None) or "",
    }


def show(record: Record, one: Row | None) -> None:
    """The form on an agreement that is there, or on a new one."""
    with st.container(border=True, key=f"{FORM}_vak"):
        st.segmented_control(
            "Soort", list(SORTS), key=f"{FORM}_soort", format_func=SORTS.__getitem__, required=True
        )
        st.text_input("Wat is afgesproken", key=f"{FORM}_wat")
        st.text_input("Wie doet het (mag leeg)", key=f"{FORM}_wie")
        with st.grid(2, min_column_width=180):
            record_editing.day_input(FORM, "datum", "Vóór (mag leeg)")
            record_editing.day_input(FORM, "gedaan", "Gedaan op (mag leeg)")
        st.text_area("Notitie (mag leeg)", key=f"{FORM}_notitie", height=80)
        st.caption(
            "Een afspraak met een datum komt dertig dagen vooraf in *Wat vraagt aandacht* op het "
            "overzicht, en blijft daar tot zij gedaan is."
        )
        record_editing.buttons(FORM, _save, record, one, row=one)


def _save(record: Record, one: Row | None) -> None:
    def write(id_: int, version: int) -> int:
        made = Agreement(
            partnership=record.id,
            what=str(record_editing.typed(FORM, "wat") or ""),
            sort=record_editing.typed(FORM, "soort") or "agreement",
            owner=record_editing.typed(FORM, "wie"),
            due=record_editing.typed(FORM, "datum"),
            done_on=record_editing.typed_day(FORM, "gedaan", "Gedaan op", record.on),
            note=record_editing.typed(FORM, "notitie"),
            decision=one["content"].decision if one else None,
            action=one["content"].action if one else None,
        )
        if id_ == record_editing.NEW:
            return agreements.make_agreement(store(), made, "app")[1]
        return agreements.change_agreement(store(), id_, version, made, "app")

    record_editing.save(FORM, write, "De afspraak is bewaard.")
