"""What the form of a partnership holds: from what is stored to what somebody fills in, and back."""

from collections import Counter
from typing import Any

import streamlit as st

from core.alignment import JUDGEMENTS, NOT_JUDGED, contribution
from core.names import name_key
from core.partnership_edit import LABELS, NewPartner
from core.wording import exact
from data import choices, form_choices
from data.contributions import partnership
from data.partner_register import partners_stored
from data.scenario_steps import partners_named
from pages.parts.partnership_opened import AGREEMENT, Form
from pages.shared.by_name import told_apart
from pages.shared.opened import result, store

Values = dict[str, Any]
NEW = "nieuw"
ASKED = "bewerk"
_WORDS = {yes: word for word, yes in AGREEMENT.items()}


def asked() -> str | None:
    """What the address asks to edit: the id of a partnership, or NEW."""
    return st.query_params.get(ASKED)


def open_for(what: int | str) -> None:
    """Open the form on a clean copy of what is stored; for a callback."""
    forget(str(what))
    st.query_params[ASKED] = str(what)


def close(what: str) -> None:
    """Close the form without saving; for a callback."""
    forget(what)
    st.query_params.pop(ASKED, None)


def forget(what: str) -> None:
    """Let go of what was filled in; first of all that the form is open."""
    st.session_state.pop(_begin(what), None)
    for key in [one for one in st.session_state if str(one).startswith(f"{key_of(what)}_")]:
        del st.session_state[key]


def is_open(what: str) -> bool:
    """Whether the form was begun, and not saved or closed since."""
    return _begin(what) in st.session_state


def key_of(what: str) -> str:
    """The beginning of the widget keys of a form."""
    return f"sw_{what}"


def opened(what: str) -> Form | None:
    """The form, begun with what is stored; None where that is not there.

    What it began with is kept while it is open, so that a change meanwhile is seen.
    """
    key = key_of(what)
    if not is_open(what):
        base = _stored(what)
        if base is None:
            return None
        forget(what)
        st.session_state.update({f"{key}_{field}": one for field, one in _filled(base).items()})
        st.session_state[_begin(what)] = base
    return Form(key, st.session_state[_begin(what)])


def is_changed(form: Form) -> bool:
    """Whether something is filled in that differs from what the form began with."""
    began = _filled(form.base)
    goals = [f"{one}_{row['goal']}" for row in form.goals() for one in ("goal", "why")]
    return any(_some(form.value(one)) != _some(began.get(one)) for one in {*LABELS, *goals})


def unsaved() -> list[Form]:
    """The forms with something filled in that were left without saving or closing them."""
    begun = [str(key) for key in st.session_state if str(key).endswith("_begin")]
    forms = [
        Form(key.removesuffix("_begin"), st.session_state[key])
        for key in begun
        if key.startswith(key_of(""))
    ]
    return [form for form in forms if is_changed(form)]


def go_on(what: str) -> None:
    """Show a form as it was left; for a callback."""
    st.query_params[ASKED] = what


def partners(form: Form) -> dict[Any, str]:
    """The partners of the library and those that were chosen; namesakes told apart."""
    ids = [one for one in form.value("partners") or () if isinstance(one, int)]
    found = result(form_choices.library_partners, form.library) if form.library else []
    rows = {row["id"]: row for row in [*found, *partners_stored(store(), ids)]}
    gemeenten = {row["code"]: row["name"] for row in result(choices.gemeenten)}

    def called(row: Values, *more: str | None) -> str:
        said = ", ".join(filter(None, more))
        return f"{row['name']} ({said})" if said else str(row["name"])

    short = {
        id_: called(row, gemeenten.get(row["gemeente"]) or row["type"]) for id_, row in rows.items()
    }
    times = Counter(short.values())
    return told_apart(
        {
            id_: short[id_]
            if times[short[id_]] == 1
            else called(row, gemeenten.get(row["gemeente"]), row["type"])
            for id_, row in rows.items()
        }
    )


def stated(form: Form) -> Values:
    """What the form says now, as core.partnership_edit has it."""
    values = {field: form.value(field) for field in LABELS}
    values["library"] = form.value("library") if form.is_new else form.base["library"]
    values["agreement"] = AGREEMENT.get(form.value("agreement") or "")
    values["agreement_date"] = form.value("agreement_date") if values["agreement"] else None
    values["contributions"] = _contributions(form)
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


def _contributions(form: Form) -> list[Values]:
    """What was judged of the goals in sight; what stands of the others stays."""
    known = {one["goal"]: one for one in form.base["contributions"] or ()}
    shown = [row["goal"] for row in form.goals()]
    found = {goal: one for goal, one in known.items() if goal not in shown}
    for goal in shown:
        value = JUDGEMENTS.get(form.value(f"goal_{goal}") or "")
        if value is not None:
            realised = known.get(goal, {}).get("realised")
            reason = " ".join((form.value(f"why_{goal}") or "").split()) or None
            found[goal] = {"goal": goal, "value": value, "realised": realised, "reason": reason}
    return [found[goal] for goal in sorted(found)]


def _some(value: Any) -> Any:
    """What stands in a field; None where that is nothing yet."""
    return None if value in ("", [], NOT_JUDGED) else value


def _begin(what: str) -> str:
    return f"{key_of(what)}_begin"


def _stored(what: str) -> Values | None:
    if what == NEW:
        libraries = result(choices.libraries)
        library = libraries[0]["id"] if len(libraries) == 1 else None
        return {**dict.fromkeys(LABELS), "library": library}
    return partnership(store(), int(what)) if what.isdecimal() and len(what) < 10 else None


def _filled(base: Values) -> Values:
    """What stands in the fields at first, by field; empty ones are left out."""
    found = {field: base[field] for field in LABELS if base[field] is not None}
    found |= {one: exact(found[one]) for one in ("hours", "budget") if one in found}
    if "agreement" in found:
        found["agreement"] = _WORDS[found["agreement"]]
    for one in found.pop("contributions", ()):
        found[f"goal_{one['goal']}"] = contribution(one["value"])
        if one["reason"]:
            found[f"why_{one['goal']}"] = one["reason"]
    return {field: list(one) if isinstance(one, list) else one for field, one in found.items()}
