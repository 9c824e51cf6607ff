"""Forms for what people write down in a record: opened, kept through a conflict, saved.

What was typed stays while another part, another record or another page is looked at, and when
somebody else was first: the form then shows what stands there now beside it, and saving once more
is a choice with both in sight. These are no forms of Streamlit's: what is typed in one of those is
unknown here, and so lost, until it is sent.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

import streamlit as st
from pydantic import ValidationError

from core.consideration_table import reasons
from core.wording import by_whom, enumerated, long_date, plain
from data.errors import ChangedMeanwhile, InputRefused, StoreError
from pages.shared import done
from pages.shared.failure import show_failure

NEW = 0
WHOSE, DRAFTS = "dossier_van", "dossier_concepten"
# What is kept of a form beside its fields: on which document, whether somebody else was first or
# took that away, and what the fields held when it was opened.
PARTS = ("open", "botsing", "weg", "begin")
Row = dict[str, Any]


def follow(record: int | str, forms: Iterable[str]) -> None:
    """Have the forms of this record open as they were left, with what was typed in them.

    `record` tells the records apart: the id of a partnership, or a text for another one.

    Streamlit forgets what fields hold that are not drawn: so it is kept here at each run.
    """
    drafts: dict[tuple[int | str, str], Row] = st.session_state.setdefault(DRAFTS, {})
    was = st.session_state.get(WHOSE)
    st.session_state[WHOSE] = record
    for form in forms:
        if was is not None and (kept := _held(form)):
            drafts[was, form] = kept
        if was != record or not _held(form):
            _hide(form)
        for key, value in drafts.get((record, form), {}).items():
            st.session_state[key] = value


def _held(form: str) -> Row:
    """An open form by its keys of the session; nothing where it is closed or a field is gone."""
    begun = st.session_state.get(f"{form}_begin")
    if begun is None or any(f"{form}_{field}" not in st.session_state for field in begun):
        return {}
    keys = [f"{form}_{one}" for one in (*PARTS, *begun)]
    return {key: st.session_state[key] for key in keys if key in st.session_state}


def _hide(form: str) -> None:
    for part in PARTS:
        st.session_state.pop(f"{form}_{part}", None)


def begin(form: str, row: Row | None, fields: Mapping[str, Any]) -> None:
    """Open the form on a document, or on a new one (None), filled so; for a callback."""
    if is_unsaved(form):
        done.refuse(
            InputRefused(
                "Er staat nog een formulier open met iets dat niet is bewaard",
                "Bewaar dat eerst, of kies daar Annuleren.",
            )
        )
        return
    done.forget()
    close(form)
    st.session_state[f"{form}_open"] = (row["id"], row["version"]) if row else (NEW, 0)
    st.session_state[f"{form}_begin"] = dict(fields)
    for field, value in fields.items():
        st.session_state[f"{form}_{field}"] = value


def is_unsaved(form: str) -> bool:
    """Whether something was typed in the form that is not stored."""
    begun = st.session_state.get(f"{form}_begin", {})
    return any(typed(form, field) != value for field, value in begun.items())


def say_unsaved(forms: Mapping[str, str], shown: str) -> None:
    """Where something was typed and not saved, if not on the part that is shown.

    `forms` says by form on which part it stands.
    """
    others = [part for form, part in forms.items() if part != shown and is_unsaved(form)]
    if others:
        st.caption(
            f":material/edit_note: Nog niet bewaard: wat u invulde bij **{enumerated(others)}**. "
            "Het staat daar nog."
        )


def close(form: str) -> None:
    """Close the form without saving; for a callback."""
    _hide(form)
    st.session_state.get(DRAFTS, {}).pop((st.session_state.get(WHOSE), form), None)


def buttons(form: str, save: Callable[..., None], *args: Any, row: Row | None) -> None:
    """The buttons below the fields of a form: `save` is called with `args`, or it closes.

    Above them, where who pressed one looks: why it was not saved, and what somebody else made of
    `row`, the document that the form is open on, meanwhile.
    """
    if why := st.session_state.pop(f"{form}_waarom", None):
        show_failure(why)
    if row:
        _say_conflict(form, row)
    with st.container(horizontal=True):
        st.button("Bewaren", type="primary", key=f"{form}_bewaren", on_click=save, args=args)
        st.button("Annuleren", key=f"{form}_annuleren", on_click=close, args=(form,))


def opened(form: str, rows: Iterable[Row]) -> int | None:
    """The id of the document of `rows` that the form is open on, NEW, or None: it is closed.

    Where somebody took that document away, what was typed can be saved as a new one.
    """
    found = st.session_state.get(f"{form}_open")
    if found and found[0] != NEW and found[0] not in {row["id"] for row in rows}:
        if not is_unsaved(form):
            close(form)
            return None
        found = st.session_state[f"{form}_open"] = (NEW, 0)
        st.session_state[f"{form}_weg"] = True
    if st.session_state.get(f"{form}_weg"):
        st.warning(
            "**Iemand anders heeft dit verwijderd terwijl u het wijzigde.** Hieronder staat wat u "
            "invulde: met Bewaren komt het er weer bij, met Annuleren blijft het weg.",
            icon=":material/delete:",
        )
    return int(found[0]) if found else None


def typed(form: str, field: str) -> Any:
    """What a field of the form holds."""
    return st.session_state.get(f"{form}_{field}")


def day_input(form: str, field: str, title: str) -> None:
    """A date: what lies outside the limits of a field Streamlit refuses in English, and drops."""
    st.date_input(
        title,
        key=f"{form}_{field}",
        format="DD-MM-YYYY",
        value=None,
        min_value=date.min,
        max_value=date.max,
    )


def typed_day(form: str, field: str, title: str, last: date) -> date | None:
    """The day that a field holds; raises InputRefused when one that was typed is after `last`."""
    day: date | None = typed(form, field)
    if day and day > last and day != st.session_state[f"{form}_begin"].get(field):
        raise InputRefused(
            f"{title}: {long_date(day)} moet nog komen",
            f"Kies een dag tot en met {long_date(last)}, of laat dit veld leeg.",
        )
    return day


def save(form: str, write: Callable[[int, int], int], said: str) -> None:
    """Have `write` save what was typed, given id and version (NEW: 0), and say `said`; a callback.

    `write` answers the batch. Where it is refused the form stays open with what was typed.
    """
    if f"{form}_open" not in st.session_state:  # a second click
        return
    id_, version = st.session_state[f"{form}_open"]
    try:
        batch = write(id_, version)
    except ValidationError as error:
        st.session_state[f"{form}_waarom"] = _refused(error)
    except ChangedMeanwhile:
        st.session_state[f"{form}_botsing"] = True
    except StoreError as error:
        st.session_state[f"{form}_waarom"] = error
    else:
        close(form)
        done.remember(said, batch, in_sight=False)


def _refused(error: ValidationError) -> InputRefused:
    """What is wrong with what was typed."""
    return InputRefused("Dit kan zo niet worden bewaard", " ".join(reasons(error)))


def _say_conflict(form: str, row: Row) -> None:
    """What somebody else made of it meanwhile, beside what was typed; saving then replaces that."""
    if not st.session_state.get(f"{form}_botsing"):
        return
    st.session_state[f"{form}_open"] = (row["id"], row["version"])
    now = " · ".join(
        f"{plain(title)}: {plain(text)}" for title, text in row["content"].in_words().items()
    )
    by = by_whom(row["changed_by"])
    st.warning(
        f"**Zo staat het er nu**{f' (gewijzigd{by})' if by else ''}: {now}  \n"
        "Hierboven staat wat u invulde. Bewaart u nogmaals, dan vervangt dat wat er nu staat; met "
        "Annuleren blijft staan wat er nu is.",
        icon=":material/compare_arrows:",
    )


def carry_out(work: Callable[[], int], said: str) -> None:
    """Do what needs no form (`work` answers the batch) and offer to undo it; for a callback.

    A second click finds it done: what the first did stays said, with its way back.
    """
    try:
        batch = work()
    except ChangedMeanwhile as error:
        if done.said() != said:
            done.refuse(error)
    except StoreError as error:
        done.refuse(error)
    else:
        done.remember(said, batch, in_sight=False)
