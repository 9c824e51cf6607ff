"""Merging partners that a person chose: what the one that stays is called, and what it is."""

from typing import Any

import streamlit as st

from core.partner import TypedPartner, read_partner
from core.wording import counted, plain
from data import merging
from data.errors import InputRefused
from pages.shared import by_name, done
from pages.shared.opened import result, store

ABSENT = "niet ingevuld"
Row = dict[str, Any]


def usual(members: list[Row]) -> Row:
    """What they become where nobody chooses: as the one in most use, with what that one lacks."""
    order = _by_use(members)
    place = next((row for row in order if row["gemeente"]), order[0])
    return {
        **order[0],
        "type": next((row["type"] for row in order if row["type"]), None),
        "gemeente": place["gemeente"],
        "gemeente_name": place["gemeente_name"],
    }


def _by_use(members: list[Row]) -> list[Row]:
    """The one that is in most use first: that is what most people call it."""
    return sorted(members, key=lambda row: -row["partnerships"])


def form(members: list[Row], key: str, *, is_sure: bool = True) -> None:
    """Which of them are one, and which name, type and gemeente stay; then the merge.

    Where it `is_sure` all of them are chosen to begin with, else none.
    """
    # What somebody else changes meanwhile makes another form: nothing is merged unseen.
    own = f"{key}_{'_'.join(str(row['version']) for row in members)}"
    chosen = members
    if len(members) > 2 or not is_sure:
        names = by_name.told_apart(
            {
                row["id"]: f"{row['name']} ({row['gemeente_name'] or 'zonder gemeente'})"
                for row in members
            }
        )
        picked = st.multiselect(
            "Welke zijn één organisatie?",
            list(names),
            default=list(names) if is_sure else [],
            key=f"mee_{own}",
            format_func=lambda id_: names.get(id_, ""),
            placeholder="Kies er ten minste twee",
        )
        chosen = [row for row in members if row["id"] in picked]
    if len(chosen) < 2:
        st.caption("Kies er ten minste twee.")
        return
    chosen = _by_use(chosen)
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
    gone = tuple(row["id"] for row in chosen if row["id"] != kept)
    touched = counted(result(merging.merge_reach, gone), "samenwerking", "samenwerkingen")
    others = "de andere" if len(gone) == 1 else "de anderen"
    st.caption(
        f"In {touched} komt deze partner in de plaats van {others}. Gekoppelde locaties gaan mee, "
        "en onder de andere namen blijft hij vindbaar, ook bij het laden van een bestand. U kunt "
        "dit ongedaan maken."
    )
    st.button(
        "Voeg samen",
        type="primary",
        key=f"voeg_{own}",
        on_click=merge,
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


def merge(chosen: list[Row], kept: int, kind: str | None, place: str | None) -> None:
    """Make one of them, with what stays of type and gemeente; for a callback."""
    name = next((row["name"] for row in chosen if row["id"] == kept), "")
    typed, why = read_partner(name, kind, place)
    if typed is None:
        done.refuse(InputRefused("Deze partners kunnen zo niet samen", why))
        return
    _merge({row["id"]: row["version"] for row in chosen}, kept, typed)


def _merge(versions: dict[int, int], kept: int, typed: TypedPartner) -> None:
    batch = done.doing(lambda: merging.merge(store(), kept, versions, typed, "app"))
    if batch:
        st.session_state["samen"] = []
        many = counted(len(versions), "partner is", "partners zijn")
        done.remember(f"{many} samengevoegd tot {plain(typed.name)}.", batch, in_sight=False)
