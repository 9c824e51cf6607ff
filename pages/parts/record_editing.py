"""Forms for what people write down in a record: opened, kept through a conflict, saved.

What was typed stays when somebody else was first: the form then shows what stands there now beside
it, and saving once more is a choice with both in sight.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import streamlit as st
from pydantic import ValidationError

from core.consideration_table import reasons
from core.wording import plain
from data.errors import ChangedMeanwhile, InputRefused, StoreError
from pages.shared import done

NEW = 0
WHOSE = "dossier_van"
Row = dict[str, Any]


def follow(partnership: int, forms: Iterable[str]) -> None:
    """Keep an open form filled while another part of the page is shown.

    On another record the forms are closed, and after another page too: Streamlit forgets there what
    their fields hold, and saving empty fields would empty what is stored.
    """
    moved = st.session_state.get(WHOSE) != partnership
    st.session_state[WHOSE] = partnership
    for form in forms:
        keys = [f"{form}_{field}" for field in st.session_state.get(f"{form}_velden", ())]
        if moved or any(key not in st.session_state for key in keys):
            close(form)
            continue
        for key in keys:
            st.session_state[key] = st.session_state[key]


def begin(form: str, row: Row | None, fields: Mapping[str, Any]) -> None:
    """Open the form on a document, or on a new one (None), filled so; for a callback."""
    done.forget()
    close(form)
    st.session_state[f"{form}_open"] = (row["id"], row["version"]) if row else (NEW, 0)
    st.session_state[f"{form}_velden"] = tuple(fields)
    for field, value in fields.items():
        st.session_state[f"{form}_{field}"] = value


def close(form: str) -> None:
    """Close the form without saving; for a callback."""
    for part in ("open", "botsing", "velden"):
        st.session_state.pop(f"{form}_{part}", None)


def buttons(form: str, save: Callable[..., None], *args: Any) -> None:
    """The buttons below the fields of a form: `save` is called with `args`, or it closes."""
    with st.container(horizontal=True):
        st.form_submit_button(
            "Bewaren", type="primary", key=f"{form}_bewaren", on_click=save, args=args
        )
        st.form_submit_button("Annuleren", key=f"{form}_annuleren", on_click=close, args=(form,))


def opened(form: str, rows: Iterable[Row]) -> int | None:
    """The id of the document of `rows` that the form is open on, NEW, or None: it is closed."""
    found = st.session_state.get(f"{form}_open")
    if found and found[0] != NEW and found[0] not in {row["id"] for row in rows}:
        close(form)  # somebody took it away
        return None
    return found[0] if found else None


def typed(form: str, field: str) -> Any:
    """What a field of the form holds."""
    return st.session_state.get(f"{form}_{field}")


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
        done.refuse(_refused(error))
    except ChangedMeanwhile as error:
        st.session_state[f"{form}_botsing"] = True
        done.refuse(error)
    except StoreError as error:
        done.refuse(error)
    else:
        close(form)
        done.remember(said, batch, in_sight=False)


def _refused(error: ValidationError) -> InputRefused:
    """What is wrong with what was typed."""
    return InputRefused("Dit kan zo niet worden bewaard", " ".join(reasons(error)))


def say_conflict(form: str, row: Row) -> None:
    """What somebody else made of it meanwhile, beside what was typed; saving then replaces that."""
    if not st.session_state.get(f"{form}_botsing"):
        return
    st.session_state[f"{form}_open"] = (row["id"], row["version"])
    now = " · ".join(
        f"{plain(title)}: {plain(text)}" for title, text in row["content"].in_words().items()
    )
    st.warning(
        f"**Zo staat het er nu** (gewijzigd door {plain(row['changed_by'])}): {now}  \n"
        "Hieronder staat wat u invulde. Bewaart u nogmaals, dan vervangt dat wat er nu staat; met "
        "Annuleren blijft staan wat er nu is.",
        icon=":material/compare_arrows:",
    )


def carry_out(work: Callable[[], int], said: str) -> None:
    """Do what needs no form (`work` answers the batch) and offer to undo it; for a callback."""
    batch = done.doing(work)
    if batch is not None:
        done.remember(said, batch, in_sight=False)
