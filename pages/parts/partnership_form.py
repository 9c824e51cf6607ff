"""The form of one partnership: a new one, or one that is there."""

from typing import Any

import streamlit as st

from core.names import name_key
from core.partnership_edit import LABELS, NewPartner
from core.wording import plain
from data import choices, editing, form_choices
from data.contributions import partnership
from data.editing_checks import FormRefused
from data.errors import ChangedMeanwhile, StoreError
from data.partner_register import partners_stored
from data.scenario_steps import partners_named
from pages.parts import partnership_conflict
from pages.parts import partnership_fields as fields
from pages.parts.consideration_state import keep
from pages.parts.partnership_fields import AGREEMENT, Form
from pages.shared import done
from pages.shared.opened import result, store

NEW = "nieuw"
ASKED = "bewerk"
_WORDS = {yes: word for word, yes in AGREEMENT.items()}


def asked() -> str | None:
    """What the address asks to edit: the id of a partnership, or NEW."""
    return st.query_params.get(ASKED)


def open_for(what: int | str) -> None:
    """Open the form on a clean copy of what is stored; for a callback."""
    _forget(str(what))
    st.query_params[ASKED] = str(what)


def show(what: str) -> None:
    """The form, and beside it what somebody else changed while it was open."""
    base = _base(what)
    if base is None:
        st.warning("Deze samenwerking is er niet (meer). Misschien ligt zij in de prullenbak.")
        st.button("Naar alle samenwerkingen", on_click=_close, args=(what,))
        return
    keep(f"{_key(what)}_")
    form = Form(_key(what), base, st.session_state.get(f"{_key(what)}_fouten", {}))
    st.header("Nieuwe samenwerking" if form.is_new else plain(base["name"]), anchor=False)
    theirs: dict[str, Any] | None = st.session_state.get(f"{_key(what)}_hunne")
    if theirs is not None:
        partnership_conflict.show(form, theirs, _stated(form), _save_choice, _close)
    _fields(form)


@st.fragment
def _fields(form: Form) -> None:
    sections = {
        "Wat en met wie": lambda: fields.what_and_with_whom(form, _partners(form)),
        "Waar": lambda: fields.where(form),
        "Status en data": lambda: fields.status_and_days(form),
        "Afspraken en inzet": lambda: fields.agreed(form),
        "Resultaat en notitie": lambda: fields.results(form),
    }
    for title, draw in sections.items():
        with st.container(border=True):
            st.subheader(title, anchor=False)
            draw()
    missing = [LABELS[one] for one in fields.REQUIRED if not form.value(one)]
    if missing:
        st.caption(f"Nog in te vullen: {', '.join(missing)}.")
    what = str(form.base.get("id", NEW))
    with st.container(horizontal=True):
        if st.button("Opslaan", type="primary", icon=":material/save:"):
            _save(form, what)
        st.button("Annuleren", on_click=_close, args=(what,), key=f"annuleer_{what}")


def _partners(form: Form) -> dict[Any, str]:
    """The partners of the library and those that were chosen; namesakes with their gemeente."""
    ids = [one for one in form.value("partners") or () if isinstance(one, int)]
    found = result(form_choices.library_partners, form.library) if form.library else []
    found = [*found, *partners_stored(store(), ids)]
    gemeenten = {row["code"]: row["name"] for row in result(choices.gemeenten)}
    return {
        row["id"]: f"{row['name']} ({gemeenten.get(row['gemeente'], row['type'] or '?')})"
        if row["gemeente"] or row["type"]
        else str(row["name"])
        for row in found
    }


def _key(what: str) -> str:
    return f"sw_{what}"


def _base(what: str) -> dict[str, Any] | None:
    """What the form started from: kept while it is open, so that a change meanwhile is seen."""
    kept = f"{_key(what)}_begin"
    if kept not in st.session_state:
        base = _stored(what)
        if base is None:
            return None
        st.session_state[kept] = base
        _fill(_key(what), base)
    found: dict[str, Any] = st.session_state[kept]
    return found


def _stored(what: str) -> dict[str, Any] | None:
    if what == NEW:
        libraries = result(choices.libraries)
        library = libraries[0]["id"] if len(libraries) == 1 else None
        return {**dict.fromkeys(LABELS), "library": library}
    return partnership(store(), int(what)) if what.isdecimal() and len(what) < 10 else None


def _fill(key: str, base: dict[str, Any]) -> None:
    for field in LABELS:
        value = base[field]
        if field in ("hours", "budget") and value is not None:
            value = f"{value:.2f}".removesuffix("0").removesuffix(".0").replace(".", ",")
        if field == "agreement":
            value = _WORDS.get(value)
        if isinstance(value, list):
            value = list(value)
        if value is not None:
            st.session_state[f"{key}_{field}"] = value


def _stated(form: Form) -> dict[str, Any]:
    """What the form says now, as core.partnership_edit has it."""
    values = {field: form.value(field) for field in LABELS}
    values["library"] = form.value("library") if form.is_new else form.base["library"]
    values["agreement"] = AGREEMENT.get(form.value("agreement") or "")
    values["agreement_date"] = form.value("agreement_date") if values["agreement"] else None
    typed = values["partners"] or []
    keys = {one: name_key(one) for one in typed if isinstance(one, str)}
    known = {}
    if keys:
        gemeenten = values["gemeenten"] or []
        rows = partners_named(store(), form.library or 0, gemeenten, list(keys.values()))
        known = {row["name_key"]: row["id"] for row in rows}
    place = form.value("new_gemeente")
    values["partners"] = [
        known.get(keys[one]) or NewPartner(one, form.value("new_type"), place)
        if isinstance(one, str)
        else one
        for one in typed
    ]
    return values


def _save(form: Form, what: str) -> None:
    values = _stated(form)
    try:
        if form.is_new:
            id_, batch = editing.make_partnership(store(), values, "app")
        else:
            id_ = form.base["id"]
            version = form.base["version"]
            made = editing.change_partnership(
                store(), id_, version, values, "app", fields.since(form)
            )
            if made is None:
                done.remember("Er was niets gewijzigd.", None)
                _finish(what)
            batch = made or 0
    except ChangedMeanwhile:
        _note_conflict(form, what)
    except FormRefused as error:
        _note_faults(form, error)
        done.refuse(error)
        st.rerun()
    except StoreError as error:
        done.refuse(error)
        st.rerun()
    said = "toegevoegd" if form.is_new else "gewijzigd"
    done.remember(f"**{plain(str(values['name']))}** is {said}.", batch)
    _finish(what)


def _note_faults(form: Form, error: FormRefused) -> None:
    st.session_state[f"{form.key}_fouten"] = {
        one.field: (one.reason, form.value(one.field)) for one in error.faults
    }


def _note_conflict(form: Form, what: str) -> None:
    st.session_state[f"{form.key}_hunne"] = partnership(store(), form.base["id"]) or {}
    st.session_state.pop(f"{form.key}_fouten", None)
    st.rerun()


def _save_choice(form: Form, values: dict[str, Any], theirs: dict[str, Any]) -> None:
    """Save the merged version on top of theirs; for a callback."""
    what = str(form.base["id"])
    try:
        since = fields.since(form) if values["status"] != theirs["status"] else None
        batch = editing.change_partnership(
            store(), form.base["id"], theirs["version"], values, "app", since
        )
    except ChangedMeanwhile:
        st.session_state[f"{form.key}_hunne"] = partnership(store(), form.base["id"]) or {}
        return
    except FormRefused as error:
        _note_faults(form, error)
        done.refuse(error)
        return
    except StoreError as error:
        done.refuse(error)
        return
    done.remember("De samenwerking is opgeslagen, met wat u koos.", batch)
    _close(what)


def _close(what: str) -> None:
    _forget(what)
    st.query_params.pop(ASKED, None)


def _finish(what: str) -> None:
    _close(what)
    st.rerun()


def _forget(what: str) -> None:
    for key in [one for one in st.session_state if str(one).startswith(f"{_key(what)}_")]:
        del st.session_state[key]
