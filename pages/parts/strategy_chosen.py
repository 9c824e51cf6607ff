"""Which strategy is worked on, and beginning one."""

from typing import Any

import streamlit as st

from core.filters import Filters
from core.strategy import Strategy
from core.wording import plain
from data import choices, strategies
from pages.shared import done, linked
from pages.shared.opened import may_change, result, store

KEY = "strategie"
NAME, UNTIL, LIBRARY = f"{KEY}_naam", f"{KEY}_tot", f"{KEY}_bieb"
YEARS_AHEAD = 8
Row = dict[str, Any]


def choose(there: list[Row], filters: Filters) -> Row | None:
    """The strategy that the address names, or the only one there is."""
    names = {str(row["id"]): row["name"] for row in there}
    if linked.unknown(KEY, names):
        st.warning("De strategie van deze link is er niet (meer).", icon=":material/link_off:")
    chosen = None
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if there:
            chosen = linked.pick(
                "Welke strategie?", names, key=KEY, placeholder="Kies een strategie"
            )
        if may_change():
            with st.popover("Nieuwe strategie", icon=":material/add:"):
                _new(filters)
    if chosen is None and len(there) == 1:
        chosen = next(iter(names))
    return next((row for row in there if str(row["id"]) == chosen), None)


def _new(filters: Filters) -> None:
    libraries = result(choices.libraries)
    names = {row["id"]: row["name"] for row in libraries}
    usual = filters.libraries[0] if len(filters.libraries) == 1 else None
    with st.form(f"{KEY}_nieuw", border=False):
        st.text_input(
            "Naam", key=NAME, persist_state="page", placeholder="bijvoorbeeld Samen verder"
        )
        year = filters.measure_date.year
        st.selectbox(
            "Tot en met", range(year, year + YEARS_AHEAD), index=3, key=UNTIL, persist_state="page"
        )
        st.selectbox(
            "Bibliotheek",
            [None, *names],
            index=[None, *names].index(usual),
            key=LIBRARY,
            format_func=lambda one: names.get(one, "Alle bibliotheken samen"),
            persist_state="page",
        )
        st.form_submit_button("Beginnen", type="primary", on_click=_make)


def _make() -> None:
    name = str(st.session_state.get(NAME) or "")
    content = Strategy(until=st.session_state[UNTIL], library=st.session_state[LIBRARY])
    made = done.doing(lambda: strategies.make_strategy(store(), name, content, "app"))
    if made:
        id_, batch = made
        linked.point(KEY, str(id_))
        if batch is None:
            return  # a second click
        done.remember(f"De strategie {plain(name)} is begonnen.", batch, in_sight=False)
