"""The strategy as it is read and printed: one page."""

from typing import Any

import streamlit as st

from core import strategy as words
from core.filters import Filters
from core.strategy import PARTS, Strategy
from core.wording import enumerated, plain, short_date
from data import choices, strategies
from data.strategy_pdf import strategy_pdf, strategy_workbook
from pages.parts import record_editing
from pages.parts.factsheet_shown import file_name
from pages.parts.strategy_steps import chosen_names
from pages.shared import allowed, offered
from pages.shared.opened import result, store

Row = dict[str, Any]


def show(row: Row, filters: Filters) -> None:
    """All of it, what is still open, and the files."""
    strategy: Strategy = row["content"]
    st.header(plain(words.as_title(row["name"], strategy)), anchor=False)
    if strategy.open_parts:
        st.caption(
            f":material/edit_note: Nog leeg: {enumerated(strategy.open_parts, 6).lower()}. "
            "Wat leeg is, blijft van de A4 weg."
        )
    _files(row, filters)
    if strategy.ambition:
        st.text(strategy.ambition)
    names = chosen_names(strategy, filters)
    with st.grid(2, min_column_width=300, gap="medium") as places:
        for title, fields in PARTS.items():
            if len(fields) == 2:
                with places.cell(), st.container(border=True, gap="small"):
                    _part(title, list(names[fields[0]].values()), getattr(strategy, fields[1]))
    st.subheader(words.CHOICES, anchor=False)
    st.markdown("\n".join(f"- {plain(words.in_a_line(one))}" for one in strategy.choices))
    if not strategy.choices:
        st.caption("Nog geen keuzes vastgelegd; dit deel blijft van de A4 weg.")
    allowed.button(
        "Strategie verwijderen",
        icon=":material/delete:",
        type="tertiary",
        on_click=record_editing.carry_out,
        args=(
            lambda: strategies.remove_strategy(store(), row["id"], row["version"], "app"),
            f"De strategie {plain(row['name'])} is verwijderd.",
        ),
    )


def _part(title: str, names: list[str], text: str) -> None:
    st.markdown(f"**{title}**")
    st.markdown("\n".join(f"- {plain(name)}" for name in names))
    if text:
        st.text(text)
    if not (names or text):
        st.caption("Nog niet ingevuld; dit deel blijft van de A4 weg.")


def _files(row: Row, filters: Filters) -> None:
    names = {one["id"]: one["name"] for one in result(choices.libraries)}
    whose = names.get(row["content"].library, "alle bibliotheken")
    name = f"strategie-{file_name(whose)}-{row['id']}-{short_date(filters.measure_date)}"
    with st.container(horizontal=True):
        offered.file(
            "PDF op één A4",
            lambda: strategy_pdf(store(), row, filters),
            file_name=f"{name}.pdf",
            mime="application/pdf",
            icon=":material/picture_as_pdf:",
            type="primary",
            key="strategie_pdf",
            on_click="ignore",
        )
        offered.file(
            "Excel",
            lambda: strategy_workbook(store(), row, filters),
            file_name=f"{name}.xlsx",
            icon=":material/download:",
            key="strategie_xlsx",
            on_click="ignore",
        )
