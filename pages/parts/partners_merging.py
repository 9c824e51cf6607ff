"""Merging partners that a person chose: what the one that stays is called, and what it is."""

from typing import Any

import streamlit as st

from core.partner import read_partner
from core.wording import counted, plain
from data import merging
from data.errors import InputRefused
from pages.shared import by_name, done
from pages.shared.opened import store

ABSENT = "niet ingevuld"
Row = dict[str, Any]


def form(members: list[Row], key: str) -> None:
    """Which of them are one, and which name, type and gemeente stay; then the merge."""
    # What somebody else changes meanwhile makes another form: nothing is merged unseen.
    own = f"{key}_{'_'.join(str(row['version']) for row in members)}"
    chosen = members
    if len(members) > 2:
        names = by_name.told_apart({row["id"]: row["name"] for row in members})
        st.markdown("Welke zijn één organisatie?")
        chosen = [
            row
            for row in members
            if st.checkbox(plain(names[row["id"]]), True, key=f"mee_{own}_{row['id']}")
        ]
    if len(chosen) < 2:
        st.caption("Kies er ten minste twee.")
        return
    # The one that is in most use first: that is what most people call it.
    chosen = sorted(chosen, key=lambda row: -row["partnerships"])
    names = by_name.told_apart({row["id"]: row["name"] for row in chosen})
    kept = st.selectbox(
        "Naam die blijft",
        list(names),
        key=f"naam_{own}",
        format_func=lambda id_: names.get(id_, ""),
    )
    kind = _choice("Type dat blijft", [(row["type"], row["type"]) for row in chosen], f"type_{own}")
    place = _choice(
        "Gemeente die blijft",
        [(row["gemeente"], row["gemeente_name"]) for row in chosen],
        f"plaats_{own}",
    )
    touched = sum(row["partnerships"] for row in chosen if row["id"] != kept)
    st.caption(
        f"{counted(touched, 'samenwerking krijgt', 'samenwerkingen krijgen').capitalize()} deze "
        "partner. Gekoppelde locaties gaan mee, en onder de andere namen blijft hij vindbaar, ook "
        "bij het laden van een bestand. U kunt dit ongedaan maken."
    )
    st.button(
        "Voeg samen",
        type="primary",
        key=f"voeg_{own}",
        on_click=_merge,
        args=(chosen, kept, kind, place),
    )


def _choice(title: str, values: list[tuple[str | None, str | None]], key: str) -> str | None:
    """One of what they have, asked only where they differ; what is filled in comes first."""
    options = {value or "": name or ABSENT for value, name in values}
    order = sorted(options, key=lambda one: not one)
    if len(order) == 1:
        return order[0] or None
    picked = st.selectbox(title, order, key=key, format_func=lambda one: options.get(one, ABSENT))
    return picked or None


def _merge(chosen: list[Row], kept: int, kind: str | None, place: str | None) -> None:
    name = next((row["name"] for row in chosen if row["id"] == kept), "")
    typed, why = read_partner(name, kind, place)
    if typed is None:
        done.refuse(InputRefused("Deze partners kunnen zo niet samen", why))
        return
    versions = {row["id"]: row["version"] for row in chosen}
    batch = done.doing(lambda: merging.merge(store(), kept, versions, typed, "app"))
    if batch:
        st.session_state["samen"] = []
        many = counted(len(chosen), "partner is", "partners zijn")
        done.remember(f"{many} samengevoegd tot {plain(typed.name)}.", batch, in_sight=False)
