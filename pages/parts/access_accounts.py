"""Who may log in: a list with roles and libraries, each to be changed or taken away, and a form."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from core.access import MEANINGS, ROLES, Account, Role, email_key
from core.names import name_key
from core.wording import counted, enumerated, plain
from data import choices as chosen_from
from data.accounts import accounts, change_account, make_account, remove_account
from data.errors import InputRefused
from data.settings import settings
from pages.parts import record_editing
from pages.shared import allowed
from pages.shared.opened import recorded, result, store

FORM = "toegang"
ALL, SOME = "Alle bibliotheken", "Alleen deze bibliotheken"
SHOWN = 50
Row = dict[str, Any]


def finding() -> str:
    """How many may come in, in one sentence."""
    found = recorded(accounts)
    managing = {row["name"] for row in found if row["content"].role is Role.ADMINISTRATOR}
    managing = {email_key(one) for one in (*managing, *settings().administrators)}
    people = len({email_key(row["name"]) for row in found} | managing)
    if not people:
        return "Nog niemand heeft toegang gekregen."
    return (
        f"**{counted(people, 'persoon', 'mensen')}** {'heeft' if people == 1 else 'hebben'} "
        f"toegang; {counted(len(managing), 'beheerder', 'beheerders')}."
    )


def show() -> None:
    """The list, with what somebody who types part of an address looks for."""
    found = recorded(accounts)
    names = {row["id"]: row["name"] for row in result(chosen_from.libraries)}
    record_editing.follow("toegang", (FORM,))
    opened = record_editing.opened(FORM, found)
    with st.expander("Wat elke rol mag"):
        st.markdown("\n".join(f"- **{ROLES[one]}** {MEANINGS[one]}." for one in Role))
    if opened == record_editing.NEW:
        _form(None, names)
    elif opened is None:
        allowed.button(
            "Iemand toegang geven",
            icon=":material/person_add:",
            key="toegang_erbij",
            type="primary",
            on_click=record_editing.begin,
            args=(FORM, None, _fields(None, names)),
        )
    for address in settings().administrators:
        with st.container(border=True, gap="small"):
            st.markdown(f"**{plain(address)}** · Beheerder")
            st.caption("Staat in de instelling SAMENWERKING_ADMINISTRATORS; niet hier te wijzigen.")
    for row in _sought(found):
        if row["id"] == opened:
            _form(row, names)
        else:
            _one(row, names)


def _sought(found: list[Row]) -> list[Row]:
    if len(found) <= 10:
        return found
    words = st.text_input("Zoek een adres", key="toegang_zoek", max_chars=100)
    key = name_key(words or "")
    hits = [row for row in found if key in name_key(row["name"])]
    if not hits:
        st.caption("Geen adres gevonden met die letters.")
    if len(hits) > SHOWN:
        st.caption(f"De eerste {SHOWN} van {len(hits)}; zoek om er minder te zien.")
    return hits[:SHOWN]


def _one(row: Row, names: Mapping[int, str]) -> None:
    account: Account = row["content"]
    with st.container(border=True, gap="small", key=f"toegang_{row['id']}"):
        st.markdown(f"**{plain(row['name'])}** · {ROLES[account.role]}")
        st.caption(_whose(account, names))
        with st.container(horizontal=True):
            allowed.button(
                "Wijzigen",
                icon=":material/edit:",
                key=f"toegang_wijzig_{row['id']}",
                on_click=record_editing.begin,
                args=(FORM, row, _fields(row, names)),
            )
            allowed.button(
                "Toegang intrekken",
                icon=":material/person_remove:",
                key=f"toegang_weg_{row['id']}",
                on_click=record_editing.carry_out,
                args=(
                    lambda: remove_account(store(), row["id"], row["version"], "app"),
                    f"{plain(row['name'])} heeft geen toegang meer.",
                ),
            )


def _whose(account: Account, names: Mapping[int, str]) -> str:
    if account.libraries is None:
        return "alle bibliotheken"
    known = [plain(names[one]) for one in account.libraries if one in names]
    return enumerated(known, 6) if known else "nog geen bibliotheek: deze persoon ziet niets"


def _fields(row: Row | None, names: Mapping[int, str]) -> dict[str, Any]:
    account = row["content"] if row else Account(role=Role.VIEWER, libraries=())
    chosen = [names[one] for one in account.libraries or () if one in names]
    return {
        "adres": row["name"] if row else "",
        "rol": ROLES[account.role],
        "welke": ALL if account.libraries is None else SOME,
        "bibliotheken": chosen,
    }


def _form(row: Row | None, names: Mapping[int, str]) -> None:
    with st.container(border=True, key=f"{FORM}_vak"):
        st.text_input("E-mailadres waarmee deze persoon inlogt", key=f"{FORM}_adres", max_chars=254)
        role = st.selectbox("Rol", list(ROLES.values()), key=f"{FORM}_rol")
        is_administrator = role == ROLES[Role.ADMINISTRATOR]
        st.radio(
            "Ziet",
            [ALL, SOME],
            key=f"{FORM}_welke",
            horizontal=True,
            disabled=is_administrator,
        )
        st.multiselect(
            "Bibliotheken",
            list(names.values()),
            key=f"{FORM}_bibliotheken",
            placeholder="Kies bibliotheken",
            disabled=is_administrator or record_editing.typed(FORM, "welke") == ALL,
        )
        if is_administrator:
            st.caption("Een beheerder ziet en wijzigt alles, en geeft anderen toegang.")
        record_editing.buttons(FORM, _save, names, row=row)


def _save(names: Mapping[int, str]) -> None:
    def write(id_: int, version: int) -> int:
        address, account = str(record_editing.typed(FORM, "adres") or ""), _typed(names)
        if id_ == record_editing.NEW:
            return make_account(store(), address, account, "app")[1]
        return change_account(store(), id_, version, address, account, "app")

    record_editing.save(FORM, write, "De toegang is opgeslagen; zij geldt meteen.")


def _typed(names: Mapping[int, str]) -> Account:
    """What the form says; raises InputRefused for somebody who would see nothing."""
    role = next(
        (one for one in Role if ROLES[one] == record_editing.typed(FORM, "rol")), Role.VIEWER
    )
    if role is Role.ADMINISTRATOR or record_editing.typed(FORM, "welke") == ALL:
        return Account(role=role, libraries=None)
    asked = set(record_editing.typed(FORM, "bibliotheken") or ())
    chosen = tuple(id_ for id_, name in names.items() if name in asked)
    if not chosen:
        raise InputRefused(
            "Er is geen bibliotheek gekozen", "Kies er een of meer, of kies Alle bibliotheken."
        )
    return Account(role=role, libraries=chosen)
