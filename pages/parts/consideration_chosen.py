"""Which consideration: choosing or starting one, and the steps through it."""

from typing import Any

import pyarrow as pa
import streamlit as st

from core.consideration_table import ConsiderationTable
from core.filters import Filters
from core.wording import counted, plain
from data import choices, considerations, criteria_sets
from pages.parts import (
    consideration_decision,
    consideration_outcome,
    consideration_scoring,
    consideration_session,
    consideration_setup,
    consideration_weighing,
)
from pages.shared import done, linked, rows
from pages.shared.opened import may_change, recorded, result, store

KEY, STEP, QUESTION = "afweging", "stap", "afweging_vraag"
STEPS = {
    "Opties": consideration_setup.show,
    "Weging": consideration_weighing.show,
    "Scoren": consideration_scoring.show,
    "Samen scoren": consideration_session.show,
    "Uitkomst": consideration_outcome.show,
    "Besluit": consideration_decision.show,
}
COLUMNS = {
    "question": "Vraag",
    "library": "Bibliotheek",
    "options": "Opties",
    "scored": "Scores",
    "decided": "Besloten op",
}
Row = dict[str, Any]


def show(filters: Filters) -> None:
    """The chosen consideration with its steps, or how to start one."""
    found = {
        str(row["id"]): row
        for row in recorded(considerations.considerations, filters.libraries or None)
    }
    names = {id_: row["name"] for id_, row in found.items()}
    if linked.unknown(KEY, names):
        st.warning(
            "De afweging van deze link bestaat niet (meer), of valt buiten de gekozen bibliotheek.",
            icon=":material/link_off:",
        )
    chosen = linked.asked(KEY, names)
    if chosen is None:
        _nothing_chosen(found, names, filters)
        return
    row = found[chosen]
    st.subheader(plain(row["name"]), anchor=False)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        # In sight: a box that is folded away does not hear that another one was begun or opened,
        # and would put back what it last knew.
        with st.container(width=420):
            linked.pick("Afweging", names, key=KEY, placeholder="Kies een afweging")
        if may_change():
            with st.popover("Nieuwe afweging", icon=":material/add:"):
                _start(filters)
    step = linked.choice("Stap", list(STEPS), key=STEP, hide_title=True)
    STEPS[step](row, filters)


def _nothing_chosen(found: dict[str, Row], names: dict[str, str], filters: Filters) -> None:
    decided = sum(row["decided"] is not None for row in found.values()) or "geen daarvan"
    if found:
        st.markdown(
            f"Er {'is' if len(found) == 1 else 'zijn'} "
            f"**{counted(len(found), 'afweging', 'afwegingen')}**; over {decided} "
            "is een besluit genomen."
        )
        # Above the rows, but drawn after them: what a row opens is set before the choice exists.
        above = st.container()
        _list(found)
        with above:
            linked.pick("Afweging", names, key=KEY, placeholder="Kies een afweging")
    else:
        st.markdown(
            "Past een samenwerking bij ons, voegt zij iets toe en is zij haalbaar? De "
            "afwegingstabel helpt een groep om dat samen te wegen: stel de vraag, zet de opties "
            "naast elkaar, geef scores en zie hoe zeker de uitkomst is. De tabel adviseert, "
            "mensen besluiten."
        )
    if may_change():
        with st.container(border=True):
            st.markdown("**Begin een afweging**")
            _start(filters)


def _list(found: dict[str, Row]) -> None:
    libraries = {row["id"]: row["name"] for row in result(choices.libraries)}
    shown = [
        {
            "question": row["name"],
            "library": libraries.get(row["content"].library, "Alle bibliotheken"),
            "options": len(row["content"].options),
            "scored": row["scored"],
            "decided": row["decided"],
        }
        for row in found.values()
    ]
    picked = rows.table(
        pa.Table.from_pylist(shown),
        COLUMNS,
        alt="Afwegingen; kies een rij om haar te openen",
        key="afwegingen_rijen",
        pick=True,
    )
    if picked is not None:
        linked.point(KEY, list(found)[picked])
        st.rerun()


def _start(filters: Filters) -> None:
    """The question that a new consideration answers, and the library that asks it."""
    with st.form("afweging_nieuw", border=False):
        st.text_input(
            "De vraag",
            key=QUESTION,
            max_chars=200,
            placeholder="Bijvoorbeeld: gaan we door met het Taalhuis in Zaanstad?",
        )
        st.form_submit_button("Beginnen", type="primary", on_click=_make, args=(filters,))


def _make(filters: Filters) -> None:
    question = str(st.session_state.get(QUESTION) or "")
    library = filters.libraries[0] if len(filters.libraries) == 1 else None
    table = _first_table(library)
    made = done.doing(lambda: considerations.begin_consideration(store(), question, table, "app"))
    if made:
        linked.point(KEY, str(made[0]))
        linked.point(STEP, None)
        st.session_state[QUESTION] = ""
        done.remember("De afweging is begonnen. Voeg nu toe wat u wilt afwegen.", made[1])


def _first_table(library: int | None) -> ConsiderationTable:
    """Without options; by the set of criteria of the library, or the shipped one."""
    own = next(
        (
            row
            for row in criteria_sets.criteria_sets(store())
            if library is not None and row["content"].library == library
        ),
        None,
    )
    if own is None:
        return ConsiderationTable(library=library, criteria=criteria_sets.shipped_criteria(store()))
    return ConsiderationTable(
        library=library,
        criteria=own["content"].criteria,
        criteria_set=own["id"],
        criteria_name=own["name"],
        criteria_version=own["version"],
    )
