"""Adding, changing and taking away a force, and the name of the field."""

from collections.abc import Callable
from typing import Any

import streamlit as st
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from core.force_field import Force, ForceField, in_order, put, without
from core.forces import SIGNS
from core.names import name_key
from core.wording import plain
from data import forces
from data.errors import InputRefused
from pages.shared import allowed, documents, done, linked
from pages.shared.opened import may_change, store

Row = dict[str, Any]
Changed = Callable[[ForceField], ForceField]
KEY = "kracht_veld"
CHOSEN, WHAT, WAY, STRENGTH, TITLE = (
    f"{KEY}_{one}" for one in ("kies", "wat", "richting", "sterkte", "naam")
)
FIELD = "veld"
# No force is called so.
NEW = ""
WAYS = ("drijft", "remt")
OFFERED = 5


def show(row: Row, found: list[Row]) -> None:
    """One force, new or one of the field; and partners that drive or restrain, to be added."""
    field: ForceField = row["content"]
    options = [NEW, *(one.what for one in in_order(field))]
    if (
        st.session_state.get(CHOSEN) not in options
        or st.session_state.get(f"{KEY}_van") != row["id"]
    ):
        st.session_state[CHOSEN], st.session_state[f"{KEY}_van"] = NEW, row["id"]
        _fill(None)
    st.selectbox(
        "Kracht",
        options,
        key=CHOSEN,
        on_change=_filled,
        args=(field,),
        format_func=lambda one: one or "Nieuwe kracht",
    )
    chosen = st.session_state[CHOSEN] or None
    with st.form(f"{KEY}_vorm", border=False):
        st.text_input("Wat is het?", key=WHAT, persist_state="page")
        st.segmented_control("Richting", WAYS, key=WAY, required=True, persist_state="page")
        st.slider("Sterkte", 1, 5, key=STRENGTH, persist_state="page")
        st.form_submit_button(
            "Wijzigen" if chosen else "Toevoegen", type="primary", on_click=_put, args=(row, chosen)
        )
    if chosen:
        allowed.button("Kracht verwijderen", on_click=_take_away, args=(row, chosen))
    _partners(row, field, found)


def _filled(field: ForceField) -> None:
    chosen = st.session_state[CHOSEN]
    _fill(next((one for one in field.forces if one.what == chosen), None))


def _fill(force: Force | None) -> None:
    st.session_state[WHAT] = force.what if force else ""
    st.session_state[WAY] = WAYS[0] if force is None or force.drives else WAYS[1]
    st.session_state[STRENGTH] = force.strength if force else 3


def _partners(row: Row, field: ForceField, found: list[Row]) -> None:
    """Those in view who are for or against and are no force yet, the most influence first."""
    there = {name_key(one.what) for one in field.forces}
    offered = sorted(
        (
            one
            for one in found
            if one["day"] and one["stance"] and name_key(one["name"]) not in there
        ),
        key=lambda one: -one["influence"],
    )
    if not offered:
        return
    st.caption("Uit de krachtenanalyse, met de invloed als sterkte:")
    for one in offered[:OFFERED]:
        allowed.button(
            f"{plain(one['name'])} ({SIGNS[one['stance']]})",
            key=f"{KEY}_partner_{one['id']}",
            icon=":material/add:",
            on_click=_add,
            args=(row, one),
        )


def of_the_whole(row: Row) -> None:
    """Calling the field something else, and taking it away."""
    if may_change():
        with st.popover("Naam wijzigen of verwijderen", type="tertiary", icon=":material/edit:"):
            with st.form(f"{TITLE}_vorm", border=False):
                key = f"{TITLE}_{row['id']}_{row['version']}"
                st.text_input("Naam", row["name"], key=key)
                st.form_submit_button("Naam wijzigen", on_click=_rename, args=(row, key))
            allowed.button("Krachtenveld verwijderen", on_click=_remove, args=(row,))


def _put(row: Row, chosen: str | None) -> None:
    said = "De kracht is gewijzigd." if chosen else "De kracht is toegevoegd."
    if _change(row, lambda now: put(now, _typed(), chosen), said):
        st.session_state[CHOSEN] = NEW
        _fill(None)


def _typed() -> Force:
    return Force(
        what=str(st.session_state.get(WHAT) or ""),
        drives=st.session_state.get(WAY) != WAYS[1],
        strength=st.session_state.get(STRENGTH) or 0,
    )


def _take_away(row: Row, chosen: str) -> None:
    _change(row, lambda now: without(now, chosen), "De kracht is weggehaald.")


def _add(row: Row, partner: Row) -> None:
    def added(now: ForceField) -> ForceField:
        what, drives = partner["name"], partner["stance"] > 0
        return put(now, Force(what=what, drives=drives, strength=partner["influence"]))

    _change(row, added, "De kracht is toegevoegd.")


def _change(row: Row, change: Changed, said: str) -> bool:
    """Change the forces; whether it was done."""

    def write(now: Row) -> int:
        try:
            content = change(now["content"])
        except ValidationError:
            raise InputRefused(
                "Deze kracht kan zo niet",
                "Beschrijf die in 1 tot 200 tekens, met letters of cijfers; sterkte 1 tot 5.",
            ) from None
        except PydanticCustomError as error:
            raise InputRefused("Deze kracht kan zo niet", str(error)) from None
        return forces.change_force_field(store(), now, now["name"], content, "app")

    return _written(row, write, said)


def _rename(row: Row, key: str) -> None:
    name = str(st.session_state.get(key) or "")
    _written(
        row,
        lambda now: forces.change_force_field(store(), now, name, now["content"], "app"),
        "Het krachtenveld heet anders.",
    )


def _remove(row: Row) -> None:
    if _written(
        row,
        lambda now: forces.remove_force_field(store(), now["id"], now["version"], "app"),
        f"Het krachtenveld {plain(row['name'])} is verwijderd.",
    ):
        linked.point(FIELD, None)


def _written(row: Row, write: Callable[[Row], int], said: str) -> bool:
    batch = done.doing(
        lambda: documents.on_the_latest(row, forces.force_field(store(), row["id"]), write)
    )
    if batch:
        done.remember(said, batch, in_sight=False)
    return bool(batch)
