"""What a scenario changes: what stops, what gets another effort, what is imagined."""

from typing import Any

import streamlit as st

from core.filters import Filters
from core.scenario import Effort, Scenario
from core.wording import amount, plain
from data import choices, selection
from data.errors import InputRefused
from data.record import stored_partnerships
from pages.parts import what_if_imagined, what_if_stored
from pages.shared import by_name, done
from pages.shared.opened import listed, result, store
from pages.shared.partners import named, with_partner

# More choices than that make the page slow; words narrow them.
OFFERED = 300
SEEN = "scenario_gezien"
Row = dict[str, Any]


def show(row: Row, filters: Filters) -> None:
    """Three ways to change it; each takes effect at once."""
    st.subheader("Veranderen", anchor=False)
    stop, shift, add = st.tabs(
        [
            # Without a count: a tab of another name is another tab, and the first opens.
            "Stoppen",
            "Uren en budget",
            "Toevoegen",
        ],
        key=f"veranderen_{row['id']}",
    )
    names = _names(row, filters)
    with stop:
        _stopping(row, names, filters)
    with shift:
        _shifting(row, names)
    with add:
        what_if_imagined.show(row, filters)


def _names(row: Row, filters: Filters) -> dict[int, Row]:
    """The partnerships to choose from: those that the words find, and those of the scenario."""
    words = ""
    if result(selection.candidates, filters, "", OFFERED + 1).num_rows > OFFERED:
        words = st.text_input(
            "Zoek samenwerkingen op naam, bibliotheek of partner",
            key="scenariozoek",
            max_chars=100,
            width=420,
        )
    found = {one["id"]: one for one in listed(selection.candidates, filters, words, OFFERED)}
    if words and not found:
        st.caption("Geen lopende samenwerking heeft deze woorden.")
    content: Scenario = row["content"]
    own = [*content.stopped, *(one.partnership for one in content.efforts)]
    lacking = [one for one in own if one not in found]
    if lacking:
        libraries = {one["id"]: one["name"] for one in result(choices.libraries)}
        for one in stored_partnerships(store(), lacking):
            found[one["id"]] = one | {"library": libraries.get(one["library"], ""), "partners": []}
    return found


def _label(id_: int, one: Row | None) -> str:
    if one is None:
        return f"bestaat niet meer ({id_})"
    hours = "uren onbekend" if one["hours"] is None else f"{amount(one['hours'])} uur"
    return f"{one['name']} · {one['library']} · {hours}"


def _stopping(row: Row, names: dict[int, Row], filters: Filters) -> None:
    content: Scenario = row["content"]
    key, seen = f"stopt_{row['id']}", f"{SEEN}_{row['id']}"
    if st.session_state.get(seen) != row["version"] or key not in st.session_state:
        st.session_state[key] = list(content.stopped)
        st.session_state[seen] = row["version"]
    offered = list(dict.fromkeys([*content.stopped, *names]))
    labels = by_name.told_apart({id_: _label(id_, names.get(id_)) for id_ in offered})
    st.multiselect(
        "Deze samenwerkingen stoppen",
        offered,
        key=key,
        format_func=lambda id_: labels.get(id_, ""),
        placeholder="Kies een samenwerking",
        select_all=False,
        on_change=_set_stopped,
        args=(row, key, frozenset(offered)),
    )
    partners = named(one for id_, one in names.items() if id_ not in content.stopped)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        partner = by_name.choose("Partner", "scenario_partner", partners, width=420)
        st.button(
            "Stop alles met deze partner",
            icon=":material/block:",
            disabled=partner is None,
            on_click=_stop_partner,
            args=(row, filters, partner),
        )


def _set_stopped(row: Row, key: str, offered: frozenset[int]) -> None:
    picked = [one for one in st.session_state[key] if one in offered]
    version = what_if_stored.write(
        row,
        lambda now: now.keeping(offered & set(now.stopped) - set(picked)).stopping(picked),
    )
    if version:
        # What stands in the field is what is stored: filling it anew would undo a next click.
        st.session_state[f"{SEEN}_{row['id']}"] = version


def _stop_partner(row: Row, filters: Filters, partner: int) -> None:
    those = with_partner(listed(selection.candidates, filters), partner)
    what_if_stored.write(row, lambda now: now.stopping(those))


def _shifting(row: Row, names: dict[int, Row]) -> None:
    content: Scenario = row["content"]
    for one in content.efforts:
        with st.container(horizontal=True, vertical_alignment="center"):
            label = _label(one.partnership, names.get(one.partnership))
            st.markdown(f"{plain(label)} → {_effort(one)}")
            st.button(
                "Zoals het is",
                icon=":material/undo:",
                key=f"terug_{row['id']}_{one.partnership}",
                on_click=_put_back,
                args=(row, one.partnership),
            )
    free = {id_: _label(id_, one) for id_, one in names.items() if id_ not in content.stopped}
    chosen = by_name.choose("Samenwerking", "scenario_uren", free, width=520)
    if chosen is None:
        st.caption("Kies een samenwerking om haar meer of minder uren of budget te geven.")
        return
    now = names[chosen]
    known = next((one for one in content.efforts if one.partnership == chosen), None)
    keys = [f"{what}_{row['id']}_{row['version']}_{chosen}" for what in ("uren", "budget")]
    with st.form(f"inzet_{row['id']}_{row['version']}_{chosen}", border=False):
        with st.container(horizontal=True):
            for key, label, old, new, step in (
                (keys[0], "Uren per jaar", now["hours"], known and known.hours, 10.0),
                (keys[1], "Budget per jaar (€)", now["budget"], known and known.budget, 100.0),
            ):
                st.number_input(
                    label,
                    value=new if isinstance(new, float) else old,
                    step=step,
                    format="%0.0f",
                    placeholder="niet ingevuld",
                    key=key,
                    width=200,
                )
        st.form_submit_button("Wijzig", type="primary", on_click=_shift, args=(row, now, keys))


def _put_back(row: Row, partnership: int) -> None:
    what_if_stored.write(row, lambda now: now.keeping([partnership]))


def _effort(one: Effort) -> str:
    parts = []
    if one.hours is not None:
        parts.append(f"{amount(one.hours)} uur")
    if one.budget is not None:
        parts.append(f"€ {amount(one.budget)}")
    return " en ".join(parts) or "ongewijzigd"


def _shift(row: Row, now: Row, keys: list[str]) -> None:
    """Store what differs from what is: what stays as it is may change with the portfolio."""
    hours, budget = (st.session_state.get(key) for key in keys)
    try:
        effort = Effort(
            partnership=now["id"],
            hours=None if hours == now["hours"] else hours,
            budget=None if budget == now["budget"] else budget,
        )
    except ValueError:
        done.refuse(
            InputRefused(
                "Uren en budget zijn 0 of meer, en ten hoogste een miljard",
                "Verbeter het getal en probeer het opnieuw.",
            )
        )
        return
    if effort.hours is None and effort.budget is None:
        _put_back(row, now["id"])
    else:
        what_if_stored.write(row, lambda content: content.shifting(effort))
