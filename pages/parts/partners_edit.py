"""Changing the facts of one partner; when somebody else did so too, the choice between the two."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from core.partner import TypedPartner, read_partner
from core.wording import by_whom, local_moment, plain
from data import choices, partner_register, partner_types
from data.errors import ChangedMeanwhile, InputRefused
from pages.shared import done
from pages.shared.failure import show_failure
from pages.shared.opened import may_change, result, store

FIELDS = {"name": "Naam", "type": "Type", "gemeente": "Gemeente"}
ABSENT = "niet ingevuld"
Row = dict[str, Any]


def show(row: Row) -> None:
    """The form, folded; or both versions when somebody else saved first."""
    id_ = row["id"]
    theirs_since = st.session_state.get(_key(id_, "botsing"))
    if theirs_since is not None:
        _conflict(row, theirs_since)
        return
    if may_change():
        with st.expander("Gegevens wijzigen", icon=":material/edit:", key=f"wijzigen_{id_}"):
            _form(row)


def _form(row: Row) -> None:
    id_ = row["id"]
    basis = st.session_state.get(_key(id_, "basis"))
    typed = [st.session_state.get(_key(id_, field)) for field in FIELDS]
    untouched = basis is not None and typed == [basis[field] or "" for field in FIELDS]
    if basis is None or None in typed or (untouched and basis["version"] != row["version"]):
        # Nothing was typed on an older version: what holds now takes its place.
        st.session_state[_key(id_, "basis")] = {**row}
        for field in FIELDS:
            st.session_state[_key(id_, field)] = row[field] or ""
    # No form of Streamlit's: what is typed there is unknown here until it is sent.
    st.text_input("Naam", key=_key(id_, "name"))
    st.selectbox(
        "Type",
        ["", *result(partner_types.partner_types)],
        key=_key(id_, "type"),
        format_func=lambda one: one or ABSENT,
    )
    places = _gemeenten()
    st.selectbox(
        "Gemeente",
        ["", *places],
        key=_key(id_, "gemeente"),
        format_func=lambda one: places.get(one, ABSENT),
        help="Typ om te zoeken.",
    )
    if why := st.session_state.pop(_key(id_, "waarom"), None):
        show_failure(why)  # here, where it was typed: the top of the page is out of sight
    st.caption("Onder de oude naam blijft de partner vindbaar, ook bij het laden van een bestand.")
    st.button("Opslaan", type="primary", on_click=_save, args=(id_,), key=_key(id_, "opslaan"))


def _key(id_: int, what: str) -> str:
    return f"partner_{what}_{id_}"


def _gemeenten() -> dict[str, str]:
    return {row["code"]: row["searched"] for row in result(choices.gemeenten)}


def _save(id_: int) -> None:
    basis = st.session_state[_key(id_, "basis")]
    typed, why = read_partner(*(st.session_state.get(_key(id_, field)) or "" for field in FIELDS))
    if typed is None:
        _refuse(id_, InputRefused("Deze gegevens kunnen zo niet", why))
        return
    _write(id_, basis["version"], typed)


def _write(id_: int, version: int, typed: TypedPartner) -> None:
    try:
        batch = partner_register.change_partner(store(), id_, version, typed, "app")
    except ChangedMeanwhile as error:
        if partner_register.partner_record(store(), id_):
            done.forget()
            st.session_state[_key(id_, "botsing")] = typed
        else:
            done.refuse(error)
    except InputRefused as error:
        _refuse(id_, error)
    else:
        _forget(id_)
        done.remember(f"{plain(typed.name)} is gewijzigd.", batch, in_sight=False)


def _refuse(id_: int, error: InputRefused) -> None:
    done.forget()
    st.session_state[_key(id_, "waarom")] = error


def _forget(id_: int) -> None:
    for what in (*FIELDS, "basis", "botsing"):
        st.session_state.pop(_key(id_, what), None)


def _conflict(row: Row, mine: TypedPartner) -> None:
    """Both versions side by side, and what to keep."""
    places = _gemeenten()
    st.warning(
        f"**Iemand anders wijzigde deze partner terwijl u bezig was** "
        f"({local_moment(row['changed_at'])}{by_whom(row['changed_by'])}). Er is nog niets van u "
        "opgeslagen. Welke versie moet blijven?",
        icon=":material/compare_arrows:",
    )
    sides: tuple[tuple[str, Row, str, Callable[..., None], tuple[Any, ...]], ...] = (
        ("Uw versie", mine.model_dump(), "Neem de mijne", _take_mine, (row, mine)),
        ("Die van de ander", row, "Houd die van de ander", _forget, (row["id"],)),
    )
    for column, (title, values, label, act, arguments) in zip(st.columns(2), sides, strict=True):
        with column.container(border=True):
            st.markdown(f"**{title}**")
            for field, name in FIELDS.items():
                value = values[field] or ABSENT
                said = plain(places.get(value, value) if field == "gemeente" else value)
                differs = (mine.model_dump()[field] or None) != (row[field] or None)
                st.markdown(f"{name}: {f'**{said}** (verschilt)' if differs else said}")
            st.button(label, on_click=act, args=arguments, width="stretch")


def _take_mine(row: Row, mine: TypedPartner) -> None:
    """On the version that was shown: a third change asks again, and what is refused stays typed."""
    st.session_state[_key(row["id"], "basis")] = {**row}
    for field, value in mine.model_dump().items():
        st.session_state[_key(row["id"], field)] = value or ""
    st.session_state.pop(_key(row["id"], "botsing"), None)
    _write(row["id"], row["version"], mine)
