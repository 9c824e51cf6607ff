"""What was agreed with the partner: what is late, what comes, what is done, and how to say so."""

from typing import Any

import pyarrow as pa
import streamlit as st

from core.agreement import SORTS, Agreement, State, agreements_finding, state_on
from core.decision import Action
from core.filters import Filters
from core.wording import counted, long_date, plain, short_date
from data import agreements
from pages.parts import record_agreement_form, record_editing
from pages.parts.record_agreement_form import FORM
from pages.parts.record_state import Record
from pages.shared import allowed, rows
from pages.shared.opened import store

ICONS = {
    State.OVERDUE: ":material/error:",
    State.SOON: ":material/schedule:",
    State.OPEN: ":material/radio_button_unchecked:",
    State.DONE: ":material/check_circle:",
}
COLUMNS = {
    "sort": "Soort",
    "what": "Wat",
    "owner": "Wie",
    "due": "Vóór",
    "done_on": "Gedaan op",
    "state": "Stand",
    "note": "Notitie",
}
Row = dict[str, Any]


def show(record: Record, filters: Filters) -> None:
    """The agreements, the open ones first, with what decisions agreed and dates of the record."""
    st.markdown(agreements_finding([one["content"] for one in record.agreements], record.on))
    _dates(record)
    opened = record_editing.opened(FORM, record.agreements)
    if opened == record_editing.NEW:
        record_agreement_form.show(record, None)
    elif opened is None:
        allowed.button(
            "Afspraak of evaluatie toevoegen",
            icon=":material/add:",
            key="afspraak_erbij",
            type="primary",
            on_click=record_editing.begin,
            args=(FORM, None, record_agreement_form.fields(None)),
        )
    for one in record.agreements:
        if opened == one["id"]:
            record_agreement_form.show(record, one)
        else:
            _one(record, one)
    _from_decisions(record)
    if record.agreements:
        rows.twin(
            _table(record),
            COLUMNS,
            what="Afspraken",
            filters=filters,
            key="afspraken_rijen",
        )


def _dates(record: Record) -> None:
    """The dates of the partnership itself that ask for something."""
    for field, what in (
        ("evaluation_date", "Evaluatie gepland op"),
        ("end_date", "Loopt tot en met"),
    ):
        if day := record.row[field]:
            passed = " (voorbij)" if day < record.on else ""
            st.caption(f"{what} {long_date(day)}{passed}.")


def _one(record: Record, one: Row) -> None:
    content: Agreement = one["content"]
    state = state_on(content, record.on)
    with st.container(border=True, gap="small", key=f"afspraak_{one['id']}"):
        st.markdown(f"{ICONS[state]} **{plain(content.what)}**")
        st.caption(_about(content, state, record))
        if content.note:
            st.text(content.note)
        with st.container(horizontal=True):
            if state is not State.DONE:
                allowed.button(
                    "Gedaan",
                    icon=":material/check:",
                    key=f"afspraak_gedaan_{one['id']}",
                    on_click=_done,
                    args=(record, one),
                )
            allowed.button(
                "Wijzigen",
                icon=":material/edit:",
                key=f"afspraak_wijzig_{one['id']}",
                on_click=record_editing.begin,
                args=(FORM, one, record_agreement_form.fields(content)),
            )
            allowed.button(
                "Verwijderen",
                icon=":material/delete:",
                key=f"afspraak_weg_{one['id']}",
                on_click=record_editing.carry_out,
                args=(
                    lambda: agreements.remove_agreement(store(), one["id"], one["version"], "app"),
                    "De afspraak is verwijderd.",
                ),
            )


def _about(content: Agreement, state: State, record: Record) -> str:
    parts = [SORTS[content.sort], plain(content.owner) if content.owner else "nog niemand"]
    if content.done_on:
        parts.append(f"gedaan op {long_date(content.done_on)}")
    elif content.due:
        parts.append(f"vóór {long_date(content.due)}")
    if state is State.OVERDUE and content.due:
        days = (record.on - content.due).days
        parts.append(f"**{counted(days, 'dag', 'dagen')} te laat**")
    elif state is State.SOON and content.due:
        days = (content.due - record.on).days
        parts.append(f"over {counted(days, 'dag', 'dagen')}" if days else "vandaag")
    return " · ".join(parts)


def _done(record: Record, one: Row) -> None:
    made = one["content"].model_copy(update={"done_on": record.on})
    record_editing.carry_out(
        lambda: agreements.change_agreement(store(), one["id"], one["version"], made, "app"),
        "De afspraak is gedaan en vraagt geen aandacht meer.",
    )


def _from_decisions(record: Record) -> None:
    """What was agreed at decisions that it was an option of, and is not among these yet."""
    taken = {(one["content"].decision, one["content"].action) for one in record.agreements}
    open_ = [
        (row, number, action)
        for row in record.decisions
        for number, action in enumerate(row["content"].decision.actions)
        if (row["id"], number) not in taken
    ]
    if not open_:
        return
    st.subheader("Afgesproken bij een besluit", anchor=False)
    st.caption(
        "Een besluit ligt vast en houdt niet bij wat gedaan is. Neem een afspraak over om haar "
        "hier te volgen."
    )
    for row, number, action in open_:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            who = plain(action.owner) if action.owner else "nog niemand"
            when = f", vóór {short_date(action.due)}" if action.due else ""
            st.markdown(
                f"{plain(action.what)} — {who}{when}  \n:small[Besluit: {plain(row['name'])}]",
                width="stretch",
            )
            allowed.button(
                "Overnemen",
                icon=":material/playlist_add:",
                key=f"overnemen_{row['id']}_{number}",
                on_click=_take_over,
                args=(record.id, row["id"], number, action),
            )


def _take_over(partnership: int, decision: int, number: int, action: Action) -> None:
    made = Agreement(
        partnership=partnership,
        what=action.what,
        owner=action.owner,
        due=action.due,
        decision=decision,
        action=number,
    )
    record_editing.carry_out(
        lambda: agreements.take_over(store(), made, "app"),
        "De afspraak van het besluit staat nu in dit dossier.",
    )


def _table(record: Record) -> pa.Table:
    found = [
        {
            **one["content"].model_dump(),
            "sort": SORTS[one["content"].sort],
            "state": state_on(one["content"], record.on).value,
        }
        for one in record.agreements
    ]
    dates = {name: pa.date32() for name in ("due", "done_on")}
    schema = pa.schema([(name, dates.get(name, pa.string())) for name in COLUMNS])
    return pa.Table.from_pylist(found, schema=schema)
