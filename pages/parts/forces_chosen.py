"""Which partners an analysis is about: those of the filters, or a hand-picked network."""

import streamlit as st

from core.filters import Filters
from data import forces
from pages.shared.by_name import told_apart
from pages.shared.opened import recorded

NETWORK = "kracht_netwerk"


def network(filters: Filters) -> tuple[int, ...] | None:
    """The partners that were picked, or None for all of the selection."""
    rows = recorded(forces.forces, filters, None).to_pylist()
    kept = st.session_state.get(NETWORK) or []
    names = told_apart(
        {
            one["id"]: f"{one['name']} ({one['gemeente_name']})"
            if one["gemeente_name"]
            else one["name"]
            for one in rows
        }
    )
    st.session_state[NETWORK] = [one for one in kept if one in names]
    picked = st.multiselect(
        "Eén netwerk: kies zelf de partners",
        list(names),
        key=NETWORK,
        format_func=lambda one: names.get(one, ""),
        placeholder="Leeg: alle partners binnen de filters",
        select_all=False,
    )
    return tuple(picked) or None
