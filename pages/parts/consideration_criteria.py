"""A library's own criteria: a copy that it words, orders and marks as it wants, versioned."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st
from pydantic import ValidationError

from core.consideration_table import SHIPPED, reasons
from core.criteria import (
    GROUPS,
    LABEL_LENGTH,
    MOST,
    TEXT_LENGTH,
    CriteriaSet,
    Criterion,
    Group,
    new_code,
    read_criterion,
)
from core.decision import fingerprint
from core.filters import Filters
from core.wording import counted, long_date, plain
from data import choices, criteria_sets
from data.errors import InputRefused
from pages.parts import consideration_anchors
from pages.shared import allowed, documents, done, linked
from pages.shared.opened import may_change, recorded, result, store

KEY = "criteria"
FIELDS = {
    "label": "Naam",
    "question": "Vraag",
    "anchor_1": "Wat 1 betekent",
    "anchor_3": "Wat 3 betekent",
    "anchor_5": "Wat 5 betekent",
}
Row = dict[str, Any]
Order = Sequence[Criterion]


def show(filters: Filters) -> None:
    """The sets of the library, a copy to begin with, and the chosen set to change."""
    found = {str(one["id"]): one for one in recorded(criteria_sets.criteria_sets)}
    st.markdown(
        f"Naast de {len(criteria_sets.shipped_criteria(store()))} standaardcriteria "
        + (
            f"{'is' if len(found) == 1 else 'zijn'} er "
            f"**{counted(len(found), 'eigen set', 'eigen sets')}**."
            if found
            else "zijn er nog geen eigen sets. Maak een kopie en pas die aan: andere woorden, "
            "andere criteria, andere volgorde."
        )
        + " Een afweging houdt de versie waarmee zij begon, tot iemand daar bewust van wisselt."
    )
    names = {id_: one["name"] for id_, one in found.items()}
    if linked.unknown(KEY, names):
        st.warning("De set van deze link bestaat niet (meer).", icon=":material/link_off:")
    chosen = None
    if names:
        chosen = linked.pick("Eigen criteria", names, key=KEY, placeholder="Kies een set")
    if may_change():
        with st.popover("Nieuwe set", icon=":material/add:"):
            _start(filters, found)
    if chosen:
        _change(found[chosen])
    else:
        with st.expander("De standaardcriteria"):
            consideration_anchors.to_read(criteria_sets.shipped_criteria(store()))


def _start(filters: Filters, found: dict[str, Row]) -> None:
    st.text_input("Naam van de set", key="criteria_naam", max_chars=200)
    sources = {"": SHIPPED} | {id_: one["name"] for id_, one in found.items()}
    st.selectbox(
        "Kopie van",
        list(sources),
        key="criteria_van",
        format_func=lambda one: sources.get(one, ""),
    )
    allowed.button("Maken", type="primary", on_click=_make, args=(filters, found))


def _make(filters: Filters, found: dict[str, Row]) -> None:
    name = str(st.session_state.get("criteria_naam") or "")
    source = found.get(st.session_state.get("criteria_van") or "")
    criteria = source["content"].criteria if source else criteria_sets.shipped_criteria(store())
    library = filters.libraries[0] if len(filters.libraries) == 1 else None
    made = done.doing(
        lambda: criteria_sets.make_criteria_set(
            store(), name, CriteriaSet(library=library, criteria=criteria), "app"
        )
    )
    if made:
        linked.point(KEY, str(made[0]))
        st.session_state["criteria_naam"] = ""
        done.remember(f"De set {plain(name)} is gemaakt; pas haar hieronder aan.", made[1])


def _change(row: Row) -> None:
    content: CriteriaSet = row["content"]
    libraries = {one["id"]: one["name"] for one in result(choices.libraries)}
    owner = libraries.get(content.library, "alle bibliotheken")
    st.caption(
        f"Versie {row['version']}, gewijzigd op {long_date(row['changed_at'].date())}. "
        f"Van {plain(owner)}."
    )
    for group in GROUPS:
        st.subheader(group.capitalize(), anchor=False)
        those = [one for one in content.criteria if one.group == group]
        for place, one in enumerate(those):
            _criterion(row, one, is_first=place == 0, is_last=place == len(those) - 1)
        if len(content.criteria) < MOST and may_change():
            with st.popover(f"Criterium bij {group}", icon=":material/add:"):
                _fields(row, group, None)
    allowed.button(
        "Set verwijderen",
        icon=":material/delete:",
        help="Afwegingen die deze criteria gebruiken, houden ze.",
        on_click=_remove,
        args=(row,),
    )


def _criterion(row: Row, one: Criterion, *, is_first: bool, is_last: bool) -> None:
    key = f"{row['id']}_{one.code}"
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        with st.container(width="stretch", gap=None):
            mark = " · *randvoorwaarde*" if one.precondition else ""
            st.markdown(f"**{plain(one.label)}**{mark}")
            st.caption(plain(one.question))
        with st.container(horizontal=True, width="content"):
            for icon, step, off, said in (
                (":material/arrow_upward:", -1, is_first, "Omhoog"),
                (":material/arrow_downward:", 1, is_last, "Omlaag"),
            ):
                allowed.button(
                    "",
                    icon=icon,
                    key=f"schuif_{step}_{key}",
                    help=said,
                    disabled=off,
                    on_click=_click,
                    args=(row, _moving(one.code, step)),
                )
            if may_change():
                with st.popover("Wijzigen", icon=":material/edit:"):
                    _fields(row, one.group, one)
            allowed.button(
                "Weghalen",
                icon=":material/delete:",
                key=f"criterium_weg_{key}",
                on_click=_click,
                args=(row, lambda now: [other for other in now if other.code != one.code]),
            )


def _fields(row: Row, group: Group, one: Criterion | None) -> None:
    # What somebody else makes of it is shown; what they change elsewhere loses no typing.
    was = f"{one.code}_{fingerprint(one.model_dump())[:8]}" if one else group
    key = f"criterium_{row['id']}_{was}"
    with st.form(key, border=False):
        for field, title in FIELDS.items():
            value = str(getattr(one, field)) if one else ""
            most = LABEL_LENGTH if field == "label" else TEXT_LENGTH
            st.text_input(title, value, key=f"{key}_{field}", max_chars=most)
        st.checkbox(
            "Randvoorwaarde: onder 3 eerst oplossen",
            one.precondition if one else False,
            key=f"{key}_precondition",
        )
        st.form_submit_button(
            "Opslaan" if one else "Toevoegen",
            type="primary",
            on_click=_save,
            args=(row, group, one, key),
        )


def _save(row: Row, group: Group, one: Criterion | None, key: str) -> None:
    typed = {field: str(st.session_state.get(f"{key}_{field}") or "") for field in FIELDS}
    criterion, wrong = read_criterion(
        {
            **typed,
            "code": one.code if one else new_code(group),
            "group": group,
            "precondition": bool(st.session_state.get(f"{key}_precondition")),
            "literature": one.literature if one else "",
        }
    )
    if criterion is None:
        done.refuse(InputRefused("Dit criterium kan zo niet", " ".join(wrong)))
        return
    new = criterion
    added = _write(
        row,
        lambda now: (
            [new if other.code == new.code else other for other in now] if one else [*now, new]
        ),
    )
    if added and one is None:
        for field in FIELDS:
            st.session_state[f"{key}_{field}"] = ""
        st.session_state[f"{key}_precondition"] = False


def _moving(code: str, step: int) -> Callable[[Order], Order]:
    def moved(now: Order) -> Order:
        at = next((n for n, one in enumerate(now) if one.code == code), None)
        if at is None or not 0 <= at + step < len(now):
            return now
        order = list(now)
        order[at], order[at + step] = order[at + step], order[at]
        return order

    return moved


def _click(row: Row, change: Callable[[Order], Order]) -> None:
    _write(row, change)


def _write(row: Row, change: Callable[[Order], Order]) -> int | None:
    batch: int | None = done.doing(lambda: _written(row, change))
    if batch:
        done.remember("De criteria zijn gewijzigd; dit is een nieuwe versie.", batch)
    return batch


def _written(row: Row, change: Callable[[Order], Order]) -> int:
    latest = next(iter(criteria_sets.criteria_sets(store(), row["id"])), None)
    return documents.on_the_latest(
        row,
        latest,
        lambda now: criteria_sets.change_criteria_set(
            store(), now["id"], now["version"], now["name"], _changed(now["content"], change), "app"
        ),
    )


def _changed(content: CriteriaSet, change: Callable[[Order], Order]) -> CriteriaSet:
    try:
        return CriteriaSet(library=content.library, criteria=tuple(change(list(content.criteria))))
    except ValidationError as error:
        raise InputRefused("Deze criteria kunnen zo niet", " ".join(reasons(error))) from None


def _remove(row: Row) -> None:
    batch = done.doing(
        lambda: criteria_sets.remove_criteria_set(store(), row["id"], row["version"], "app")
    )
    if batch:
        linked.point(KEY, None)
        done.remember(f"De set {plain(row['name'])} is verwijderd.", batch)
