"""The libraries: their name and the gemeenten they serve."""

import streamlit as st

from core.wording import counted, enumerated, plain
from data import choices as chosen_from
from data.libraries import change_library
from data.store import Row
from pages.shared import reading
from pages.shared.failure import failing_softly
from pages.shared.opened import result, store


def show() -> None:
    """A form for the chosen library."""
    st.subheader("Bibliotheken en hun werkgebied", anchor=False)
    libraries = {row["name"]: row for row in result(chosen_from.libraries)}
    if not libraries:
        st.caption("Er is nog geen bibliotheek; die ontstaat bij het laden van samenwerkingen.")
        return
    name = st.selectbox("Bibliotheek", list(libraries), key="te_wijzigen", width=420)
    if name in libraries:
        _form(libraries[name])


def _form(library: Row) -> None:
    names = {row["code"]: row["searched"] for row in result(chosen_from.gemeenten)}
    served = [names[code] for code in library["gemeenten"] if code in names]
    st.caption(
        f"{counted(library['partnerships'], 'samenwerking', 'samenwerkingen')}; werkgebied: "
        f"{plain(enumerated(served, 12)) if served else 'nog onbekend'}."
    )
    version = f"{library['id']}_{library['version']}"
    with st.form(f"bibliotheek_{version}"):
        title = st.text_input("Naam", library["name"], max_chars=200, key=f"naam_{version}")
        chosen = st.multiselect(
            "Gemeenten in het werkgebied",
            list(names.values()),
            served,
            key=f"werkgebied_{version}",
            placeholder="Kies gemeenten",
        )
        saved = st.form_submit_button("Opslaan", type="primary")
    if saved:
        codes = [code for code, label in names.items() if label in set(chosen)]
        with failing_softly():
            batch = change_library(store(), library["id"], library["version"], title, codes, "app")
            reading.finish(f"{plain(title)} is opgeslagen.", batch)
