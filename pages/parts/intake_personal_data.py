"""What there is of a person (AVG): found, handed over as a file, and erased."""

from collections.abc import Sequence

import pyarrow as pa
import streamlit as st

from core.personal_data import NOT_SEARCHED
from core.personal_wording import BEFORE, CONFIRM, erased, finding
from core.sought import LONGEST, MOST, Sought, variants
from data.erasing import erase
from data.errors import InputRefused, StoreError
from data.person_files import person_json, person_workbook
from data.personal_data import Found, find, sought_by
from pages.parts import intake_found_texts
from pages.shared import allowed, done, offered, rows
from pages.shared.failure import show_failure
from pages.shared.opened import may_manage, recorded, store

STEP = "Persoonsgegevens"
COLUMNS = {
    "label": "Waar",
    "now": "Nu",
    "logged": "In het logboek",
    "whose": "Van wie",
    "kept": "Hoe lang",
}
WHO, ALSO, TYPED = "persoon", "persoon_ook", "persoon_bevestigd"


def show() -> None:
    """Look somebody up; then what was found and what can be done with it."""
    st.subheader("Persoonsgegevens", anchor=False)
    st.markdown(
        "Vraagt iemand welke gegevens u van hem of haar hebt, of die te wissen? Zoek de persoon "
        "hier op."
    )
    st.page_link(
        "pages/sources.py",
        label="Welke persoonsgegevens dit programma bewaart",
        icon=":material/arrow_forward:",
        query_params={"onderdeel": "Persoonsgegevens"},
    )
    he = _asked()
    if he is None:
        return
    found: Found = recorded(find, he)
    texts = found.texts()
    logged = sum(row["logged"] is not None for row in found.rows)
    st.markdown(finding(len(found.rows) - logged, logged, len(texts)))
    for line in NOT_SEARCHED:
        st.caption(line)
    if not found.rows:
        return
    _where(found)
    _files(found)
    if may_manage():
        _erasing(he, intake_found_texts.show(texts), found)


def _asked() -> Sought | None:
    typed = st.text_input(
        "Naam, e-mailadres of telefoonnummer",
        key=WHO,
        max_chars=(LONGEST + 2) * MOST,
        help="Weet u er meer van één persoon, zet er dan een puntkomma tussen.",
    )
    terms = [one for one in (typed or "").split(";") if one.strip()]
    if not terms:
        if typed:
            st.caption("Vul een naam, e-mailadres of telefoonnummer in.")
        return None
    offers = [one for term in terms for one in variants(" ".join(term.split()))]
    also: Sequence[str] = ()
    if offers := list(dict.fromkeys(offers)):
        also = st.pills("Ook zoeken op", offers, selection_mode="multi", key=ALSO) or ()
    try:
        return sought_by([*terms, *also])
    except InputRefused as error:
        show_failure(error)
        return None


def _where(found: Found) -> None:
    drawn = [
        {
            "label": one.held.label,
            "now": one.now,
            "logged": one.logged,
            "whose": one.held.whose,
            "kept": one.held.kept,
        }
        for one in found.counts()
    ]
    rows.table(pa.Table.from_pylist(drawn), COLUMNS, alt="Waar deze persoon is gevonden")


def _files(found: Found) -> None:
    st.markdown("**Meegeven** wat er is vastgelegd, ook de scores uit sessies:")
    with st.container(horizontal=True):
        offered.file(
            "Excel",
            lambda: person_workbook(store(), found),
            file_name="persoonsgegevens.xlsx",
            icon=":material/download:",
            key="persoon_xlsx",
            on_click="ignore",
        )
        offered.file(
            "JSON",
            lambda: person_json(store(), found),
            file_name="persoonsgegevens.json",
            mime="application/json",
            icon=":material/download:",
            key="persoon_json",
            on_click="ignore",
        )


def _erasing(he: Sought, chosen: Sequence[str], found: Found) -> None:
    st.markdown("#### Wissen")
    st.warning(BEFORE, icon=":material/warning:")
    own = len(found.by_itself)
    st.caption(
        f"Gewist worden: {own} velden die van deze persoon zijn, en de naam in {len(chosen)} "
        "gekozen teksten."
    )
    typed = st.text_input(f"Typ {CONFIRM} om te bevestigen", key=TYPED, max_chars=20)
    allowed.button(
        "Deze persoon wissen",
        icon=":material/person_remove:",
        key="persoon_wissen",
        type="primary",
        disabled=(typed or "").strip().upper() != CONFIRM or not (own or chosen),
        on_click=_erase,
        args=(he, tuple(chosen)),
    )


def _erase(he: Sought, texts: Sequence[str]) -> None:
    if not may_manage() or str(st.session_state.get(TYPED, "")).strip().upper() != CONFIRM:
        return
    try:
        result = erase(store(), he, texts, "app")
    except StoreError as error:
        done.refuse(error)
        return
    for key in (WHO, TYPED):  # the name does not stay in the form either
        st.session_state[key] = ""
    done.remember(erased(result.rows, result.texts_left), None, in_sight=False)
