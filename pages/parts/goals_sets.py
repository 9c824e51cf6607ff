"""The goals of a library and their weights: what holds now, what held or will, and a change."""

from datetime import date
from typing import Any

import pyarrow as pa
import streamlit as st

from core.charts.bars import weight_bars
from core.filters import Filters, today
from core.goal_set import no_longer_counted, points
from core.wording import amount, counted, long_date, plain
from data import choices as chosen_from
from data import goal_sets
from pages.parts import goals_editing
from pages.shared import allowed, by_name, charts, done, rows
from pages.shared.opened import result, store

LIBRARY = "doelen_bibliotheek"
COLUMNS = {
    "code": "Code",
    "label": "Doel",
    "weight": "Gewicht (punten)",
    "source": "Herkomst",
    "partnerships": "Beoordeelde samenwerkingen",
    "active": "Waarvan nu lopend",
}
Row = dict[str, Any]


def show(filters: Filters) -> None:
    """The sets of the chosen library; the only one, also of the filters, is chosen already."""
    st.subheader("Doelen en gewichten", anchor=False)
    libraries = {
        row["id"]: row
        for row in result(chosen_from.libraries)
        if not filters.libraries or row["id"] in filters.libraries
    }
    if not libraries:
        st.caption(
            "Er is nog geen bibliotheek; die ontstaat bij het laden van samenwerkingen op "
            "Gegevens. Daarna kiest u hier haar doelen."
        )
        return
    names = {id_: row["name"] for id_, row in libraries.items()}
    chosen = by_name.choose("Bibliotheek", LIBRARY, names, width=420)
    if chosen is None:
        st.caption("Kies een bibliotheek om haar doelen te zien en te wijzigen.")
        return
    library, sets = libraries[chosen], result(goal_sets.goal_sets, chosen, today())
    _now(library, next(one for one in sets if one["holds"]), filters)
    if len(sets) > 1:
        _in_time(library, sets)
    goals_editing.show(library, sets)


def _now(library: Row, holding: Row, filters: Filters) -> None:
    goals = holding["goals"]
    st.markdown(f"**{plain(library['name'])}** {_said(holding)}.")
    drawn = [
        {
            "label": f"{goal['code']} {goal['label']}",
            "weight": goal["weight"],
            "text": points(round(goal["weight"], 1)),
        }
        for goal in goals
    ]
    charts.draw(
        weight_bars,
        pa.Table.from_pylist(drawn),
        alt_text="Gewicht van elk doel in punten",
        key="gewichten_grafiek",
    )
    if holding["valid_from"] is None:
        with st.expander("Waar komen de standaarddoelen vandaan?", icon=":material/menu_book:"):
            st.markdown(
                "\n".join(f"- **{plain(one['code'])}**: {plain(one['source'])}" for one in goals)
            )
    rows.twin(
        pa.Table.from_pylist(goals),
        {name: title for name, title in COLUMNS.items() if _is_filled(name, goals)},
        what=f"Doelen van {library['name']}",
        filters=filters,
        key="gewichten_rijen",
    )


def _is_filled(name: str, goals: list[Row]) -> bool:
    return any(goal[name] is not None for goal in goals)


def _said(holding: Row) -> str:
    many = len(holding["goals"])
    until = f", tot {long_date(holding['valid_to'])}" if holding["valid_to"] else ""
    if holding["valid_from"] is None:
        return f"gebruikt de {many} standaarddoelen, die even zwaar wegen{until}"
    since = long_date(holding["valid_from"])
    return f"heeft {counted(many, 'eigen doel', 'eigen doelen')}, sinds {since}{until}"


def _in_time(library: Row, sets: list[Row]) -> None:
    """Every set in its time, the newest first, each own one to change or remove."""
    st.markdown("**Eerder, nu en later**")
    for before, one in reversed(list(zip([None, *sets], sets, strict=False))):
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            with st.container(width="stretch", gap=None):
                st.markdown(f"{_period(one)}{' · **geldt nu**' if one['holds'] else ''}")
                st.caption(
                    " · ".join(
                        f"{plain(goal['code'])} {amount(round(goal['weight'], 1))}"
                        for goal in one["goals"]
                    )
                )
            if before is None:
                continue
            _buttons(library, one, before)


def _buttons(library: Row, one: Row, before: Row) -> None:
    key, since = f"{library['id']}_{one['valid_from']}", one["valid_from"]
    with st.container(horizontal=True, width="content"):
        if allowed.button("Wijzig", icon=":material/edit:", key=f"wijzig_{key}"):
            goals_editing.begin(library, one["goals"], since)
            st.toast(f"De doelen vanaf {long_date(since)} staan hieronder klaar om te wijzigen.")
        if allowed.button("Verwijder", icon=":material/delete:", key=f"verwijder_{key}"):
            _confirm(library, one, before)


def _period(one: Row) -> str:
    if one["valid_from"] is None:
        return f"Tot {long_date(one['valid_to'])}: standaarddoelen"
    until = f" tot {long_date(one['valid_to'])}" if one["valid_to"] else ""
    return (
        f"Vanaf {long_date(one['valid_from'])}{until}: "
        f"{counted(len(one['goals']), 'doel', 'doelen')}"
    )


@st.dialog("Deze doelen verwijderen?")
def _confirm(library: Row, one: Row, before: Row) -> None:
    """What holds again when a set is taken away, and what is no longer counted then."""
    since = one["valid_from"]
    again = (
        "de standaarddoelen"
        if before["valid_from"] is None
        else f"de doelen van {long_date(before['valid_from'])}"
    )
    st.markdown(f"Vanaf {long_date(since)} gelden dan weer {again}.")
    kept = {goal["code"] for goal in before["goals"]}
    lost = [goal for goal in one["goals"] if goal["partnerships"] and goal["code"] not in kept]
    said = [
        no_longer_counted(goal["code"], goal["partnerships"], goal["active"], since)
        for goal in lost
    ]
    if said:
        st.markdown("\n".join(f"- {sentence}" for sentence in said))
    with st.container(horizontal=True):
        if st.button(
            "Ja, verwijder", type="primary", on_click=_remove, args=(library, since), key="weg_ja"
        ):
            st.rerun()
        if st.button("Annuleren", key="weg_nee"):
            st.rerun()


def _remove(library: Row, since: date) -> None:
    batch = done.doing(
        lambda: goal_sets.remove_goals(store(), library["id"], library["version"], since, "app")
    )
    if batch:
        done.remember(
            f"De doelen van {plain(library['name'])} vanaf {long_date(since)} zijn verwijderd.",
            batch,
        )
