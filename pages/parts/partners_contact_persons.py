"""The persons at a partner whom the library can turn to: who they are, and how to reach them."""

from typing import Any

import pyarrow as pa
import streamlit as st

from core.contact_person import ContactPerson
from core.filters import Filters
from core.wording import plain
from data import contact_persons
from pages.parts import record_editing
from pages.shared import allowed, rows
from pages.shared.opened import recorded, store

FORM = "contactpersoon"
COLUMNS = {
    "name": "Naam",
    "role": "Functie",
    "phone": "Telefoon",
    "email": "E-mail",
    "note": "Notitie",
}
Row = dict[str, Any]


def show(partner: Row, filters: Filters) -> None:
    """The contact persons of a partner, each to be changed or taken away, and a form."""
    record_editing.follow(f"partner {partner['id']}", (FORM,))
    found = recorded(contact_persons.contact_persons, (partner["id"],))
    st.markdown("**Contactpersonen bij deze partner**")
    opened = record_editing.opened(FORM, found)
    for one in found:
        if opened == one["id"]:
            _form(partner, one)
        else:
            _one(one)
    if opened == record_editing.NEW:
        _form(partner, None)
    elif opened is None:
        allowed.button(
            "Contactpersoon toevoegen",
            icon=":material/person_add:",
            key="contactpersoon_erbij",
            on_click=record_editing.begin,
            args=(FORM, None, _fields(None)),
        )
    if found:
        rows.twin(
            pa.Table.from_pylist([one["content"].model_dump() for one in found]),
            COLUMNS,
            what="Contactpersonen",
            filters=filters,
            definition=f"contactpersonen bij {partner['name']}",
            key="contactpersonen_rijen",
        )


def _one(one: Row) -> None:
    content: ContactPerson = one["content"]
    with st.container(border=True, gap="small", key=f"contactpersoon_{one['id']}"):
        st.markdown(
            f"**{plain(content.name)}**" + (f", {plain(content.role)}" if content.role else "")
        )
        st.text(
            " · ".join(way for way in (content.phone, content.email) if way) or "Niet bereikbaar"
        )
        if content.note:
            st.text(content.note)
        with st.container(horizontal=True):
            allowed.button(
                "Wijzigen",
                icon=":material/edit:",
                key=f"contactpersoon_wijzig_{one['id']}",
                on_click=record_editing.begin,
                args=(FORM, one, _fields(content)),
            )
            allowed.button(
                "Verwijderen",
                icon=":material/delete:",
                key=f"contactpersoon_weg_{one['id']}",
                on_click=record_editing.carry_out,
                args=(
                    lambda: contact_persons.remove_contact_person(
                        store(), one["id"], one["version"], "app"
                    ),
                    "De contactpersoon is verwijderd.",
                ),
            )


def _fields(content: ContactPerson | None) -> dict[str, Any]:
    """What the fields of the form hold for a person, or for a new one."""
    return {field: (getattr(content, field) if content else None) or "" for field in COLUMNS}


def _form(partner: Row, one: Row | None) -> None:
    with st.container(border=True, key=f"{FORM}_vak"):
        with st.grid(2, min_column_width=200):
            for field in ("name", "role", "phone", "email"):
                st.text_input(COLUMNS[field], key=f"{FORM}_{field}")
        st.text_area("Notitie", key=f"{FORM}_note", height=80)
        st.caption(
            "Alleen de naam is nodig. Dit zijn persoonsgegevens: leg niet meer vast dan u nodig "
            "heeft, en verwijder wie er niet meer werkt."
        )
        record_editing.buttons(FORM, _save, partner, row=one)


def _save(partner: Row) -> None:
    def write(id_: int, version: int) -> int:
        made = ContactPerson(
            partner=partner["id"], **{field: record_editing.typed(FORM, field) for field in COLUMNS}
        )
        if id_ == record_editing.NEW:
            return contact_persons.add_contact_person(store(), partner["name"], made, "app")
        return contact_persons.change_contact_person(
            store(), id_, version, partner["name"], made, "app"
        )

    record_editing.save(FORM, write, "De contactpersoon is bewaard.")
