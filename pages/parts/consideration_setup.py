"""What is weighed: the question, the options and the criteria."""

from typing import Any

import streamlit as st

from core.consideration_table import MOST_OPTIONS, SHIPPED, ConsiderationTable, Option
from core.decision import fingerprint
from core.filters import Filters
from core.wording import counted, plain
from data import choices, considerations, criteria_sets, selection
from pages.parts import consideration_anchors
from pages.parts import consideration_state as state
from pages.shared import allowed, by_name, done, linked
from pages.shared.opened import listed, may_change, recorded, result, store

OFFERED = 300
COUNTED = ("active", "pipeline")
Row = dict[str, Any]


def show(row: Row, filters: Filters) -> None:
    """Three blocks: the options first, since nothing can be scored without them."""
    table: ConsiderationTable = row["content"]
    st.markdown(_finding(table))
    _options(row, table)
    if may_change() and len(table.options) < MOST_OPTIONS:
        _add(row, filters)
    elif may_change():
        st.caption(
            f"Een afweging heeft ten hoogste {MOST_OPTIONS} opties. Haal er een weg om een andere "
            "toe te voegen."
        )
    _criteria(row, table)
    if may_change():
        _manage(row, table)


def _finding(table: ConsiderationTable) -> str:
    if not table.options:
        return "Voeg ten minste één optie toe: een samenwerking die er is, of een idee."
    return (
        f"**{counted(len(table.options), 'optie', 'opties')}** op "
        f"**{counted(len(table.criteria), 'criterium', 'criteria')}** "
        f"({plain(table.criteria_name)}). Ga verder bij *Weging* of *Scoren*."
    )


def _options(row: Row, table: ConsiderationTable) -> None:
    for option in table.options:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            with st.container(width="stretch", gap=None):
                kind = "bestaande samenwerking" if option.partnership else "idee"
                st.markdown(f"**{option.code} · {plain(option.name)}**")
                st.caption(plain(option.note) if option.note else kind)
            with st.container(horizontal=True, width="content"):
                if may_change():
                    with st.popover("Wijzigen", icon=":material/edit:"):
                        _edit(row, option)
                allowed.button(
                    "Weghalen",
                    icon=":material/delete:",
                    key=f"optie_weg_{row['id']}_{option.code}",
                    on_click=state.change,
                    args=(row, lambda now, code=option.code: now.dropping(code)),
                    kwargs={
                        "said": f"{plain(option.name)} is weggehaald. Maakt u dat ongedaan, dan "
                        "komen ook de scores terug."
                    },
                )


def _edit(row: Row, option: Option) -> None:
    # What somebody else makes of this option is shown; what they change elsewhere loses no typing.
    was = fingerprint(option.model_dump())[:8]
    name, note = (f"optie_{what}_{row['id']}_{option.code}_{was}" for what in ("naam", "uitleg"))
    st.text_input("Naam", option.name, key=name, max_chars=200)
    st.text_area("Toelichting", option.note, key=note, max_chars=300, height=100)
    allowed.button(
        "Opslaan",
        type="primary",
        key=f"optie_opslaan_{row['id']}_{option.code}",
        on_click=_rename,
        args=(row, option.code, name, note),
    )


def _rename(row: Row, code: str, name: str, note: str) -> None:
    typed, about = (str(st.session_state.get(key) or "") for key in (name, note))
    state.write(row, lambda now: now.renaming(code, typed, about))


def _add(row: Row, filters: Filters) -> None:
    existing, idea = st.columns(2)
    with existing, st.container(border=True):
        st.markdown("**Bestaande samenwerking**")
        _existing(row, filters)
    with idea, st.container(border=True):
        st.markdown("**Nieuw idee**")
        with st.form(f"idee_{row['id']}", border=False, clear_on_submit=False):
            name, note = f"idee_naam_{row['id']}", f"idee_uitleg_{row['id']}"
            st.text_input("Naam van het idee", key=name, max_chars=200)
            st.text_input("Toelichting (mag leeg)", key=note, max_chars=300)
            st.form_submit_button("Toevoegen", on_click=_add_idea, args=(row, name, note))


def _existing(row: Row, filters: Filters) -> None:
    words = ""
    if result(selection.candidates, filters, "", OFFERED + 1, COUNTED).num_rows > OFFERED:
        words = st.text_input(
            "Zoek op naam, bibliotheek of partner", key="optiezoek", max_chars=100
        )
    table: ConsiderationTable = row["content"]
    taken = {one.partnership for one in table.options}
    found = {
        one["id"]: one
        for one in listed(selection.candidates, filters, words, OFFERED, COUNTED)
        if one["id"] not in taken
    }
    if not found:
        st.caption(
            "Geen samenwerking binnen de filters" + (" heeft deze woorden." if words else ".")
        )
        return
    names = {id_: f"{one['name']} · {one['library']}" for id_, one in found.items()}
    key = f"optie_bestaand_{row['id']}"
    chosen = by_name.choose("Samenwerking", key, names, width=520)
    allowed.button(
        "Toevoegen",
        key=f"optie_erbij_{row['id']}",
        disabled=chosen is None,
        on_click=_add_existing,
        args=(row, found.get(chosen), key),
    )


def _add_existing(row: Row, one: Row | None, key: str) -> None:
    if one is None:
        return
    partners = ", ".join(partner["name"] for partner in one["partners"])[:250]
    note = f"{one['library']}, met {partners}" if partners else one["library"]
    added = state.write(
        row,
        lambda now: now.adding(_free_name(now, one["name"]), one["id"], note),
        said=f"{plain(one['name'])} is toegevoegd.",
    )
    if added:
        st.session_state[key] = None


def _free_name(table: ConsiderationTable, name: str) -> str:
    """The name, with a number behind it where another option has it already."""
    taken = {index: one.name for index, one in enumerate(table.options)}
    return by_name.told_apart({**taken, "new": name[:190]})["new"]


def _add_idea(row: Row, name: str, note: str) -> None:
    typed, about = (str(st.session_state.get(key) or "") for key in (name, note))
    if state.write(
        row, lambda now: now.adding(typed, None, about), said=f"{plain(typed)} is toegevoegd."
    ):
        st.session_state[name] = st.session_state[note] = ""


def _criteria(row: Row, table: ConsiderationTable) -> None:
    """Which criteria are used, and others that can be."""
    st.markdown(f"**Criteria: {plain(table.criteria_name)}{_version(table.criteria_version)}**")
    own = {one["id"]: one for one in recorded(criteria_sets.criteria_sets)}
    used = own.get(table.criteria_set) if table.criteria_set else None
    if used and used["version"] > table.criteria_version:
        st.info(
            "Van deze criteria is er een nieuwere versie. Deze afweging houdt de hare, tot u "
            "hieronder overstapt. Scores van criteria die blijven, blijven staan.",
            icon=":material/update:",
        )
    with st.expander("De criteria en wat scores betekenen"):
        consideration_anchors.to_read(table.criteria)
    names = {0: SHIPPED} | {
        id_: f"{one['name']} (versie {one['version']})" for id_, one in own.items()
    }
    if len(names) > 1:
        with st.container(horizontal=True, vertical_alignment="bottom"):
            key = f"criteria_kies_{row['id']}"
            chosen = by_name.choose("Set criteria", key, names, width=420)
            allowed.button(
                "Overstappen",
                disabled=chosen is None,
                on_click=_switch,
                args=(row, own.get(chosen or 0)),
            )
    st.caption("Eigen criteria maakt u bij het onderdeel *Criteria*, boven aan deze pagina.")


def _version(version: int) -> str:
    return f", versie {version}" if version else ""


def _switch(row: Row, one: Row | None) -> None:
    if one is None:
        shipped = criteria_sets.shipped_criteria(store())
        state.write(row, lambda now: now.judging_by(shipped, None, SHIPPED, 0))
        return
    state.write(
        row,
        lambda now: now.judging_by(one["content"].criteria, one["id"], one["name"], one["version"]),
    )


def _manage(row: Row, table: ConsiderationTable) -> None:
    """The question, the library and removal, and the link."""
    st.markdown("**Vraag en beheer**")
    libraries = {0: "Alle bibliotheken"} | {
        one["id"]: one["name"] for one in result(choices.libraries)
    }
    with st.container(horizontal=True, vertical_alignment="bottom"):
        with st.popover("Andere vraag of bibliotheek", icon=":material/edit:"):
            question, library = _keys(row)
            st.text_input("De vraag", row["name"], key=question, max_chars=200)
            st.session_state.setdefault(library, table.library or 0)
            by_name.choose("Bibliotheek", library, libraries, width=420)
            allowed.button("Opslaan", key=f"vraag_op_{row['id']}", on_click=_ask, args=(row,))
        with st.popover("Afweging verwijderen", icon=":material/delete:"):
            st.markdown(
                "**Er loopt een sessie.** Alle deelnemers vallen eruit."
                if row["session"]
                else "De afweging verdwijnt met haar scores; dat kunt u daarna ongedaan maken."
            )
            allowed.button("Ja, verwijder", type="primary", on_click=_remove, args=(row,))
    st.caption("Wie deze link opent, ziet deze afweging.")
    st.code(linked.address(), language=None, wrap_lines=True)


def _keys(row: Row) -> tuple[str, str]:
    """With the version: what somebody else changed meanwhile is shown, and not put back."""
    return f"vraag_{row['id']}_{row['version']}", f"van_{row['id']}_{row['version']}"


def _ask(row: Row) -> None:
    asked, of = _keys(row)
    question, library = str(st.session_state.get(asked) or ""), st.session_state.get(of) or None
    state.write(
        row,
        lambda now: ConsiderationTable.model_validate(now.model_dump() | {"library": library}),
        question=question,
    )


def _remove(row: Row) -> None:
    batch = done.doing(
        lambda: considerations.remove_consideration(store(), row["id"], row["version"], "app")
    )
    if batch:
        linked.point("afweging", None)
        stays = " Wat erover is besloten, blijft bewaard." if row["decided"] else ""
        done.remember(f"De afweging {plain(row['name'])} is verwijderd.{stays}", batch)
