"""Views of the table that are kept under a name, for everybody."""

import streamlit as st

from core.partnership import NAME_LENGTH
from core.saved_view import SavedView
from core.wording import plain
from data import saved_views
from data.store import Row
from pages.shared import allowed, done, filters
from pages.shared.opened import recorded, store

CHOSEN = ("kolommen", "sorteer", "aflopend", "zoek")
RENAMED = "weergave_hernoemd"


def show() -> None:
    """The views that are there, and keeping what is shown now."""
    found = recorded(saved_views.saved_views)
    for row in found:
        if st.session_state.get(RENAMED) == row["id"]:
            _new_name(row)
        else:
            _offer(row)
    if not found:
        st.caption("Bewaar kolommen, volgorde, zoekwoorden en filters onder een naam.")
    st.text_input(
        "Naam", key="weergave_naam", max_chars=NAME_LENGTH, placeholder="bijvoorbeeld: scholen"
    )
    allowed.button("Bewaar wat ik nu zie", on_click=_keep)


def _offer(row: Row) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            plain(row["name"]), key=f"weergave_{row['id']}", on_click=_apply, args=(row,),
            type="tertiary", width="stretch",
        )  # fmt: skip
        allowed.button(
            "Hernoem", key=f"weergave_hernoem_{row['id']}", icon=":material/edit:",
            on_click=_rename, args=(row["id"],), type="tertiary",
        )  # fmt: skip
        allowed.button(
            "Haal weg", key=f"weergave_weg_{row['id']}", icon=":material/delete:",
            on_click=_remove, args=(row,), type="tertiary",
        )  # fmt: skip


def _new_name(row: Row) -> None:
    st.text_input(
        "Nieuwe naam", value=row["name"], key=f"{RENAMED}_{row['id']}", max_chars=NAME_LENGTH
    )
    with st.container(horizontal=True):
        st.button("Bewaar de naam", on_click=_renamed, args=(row,), type="primary")
        allowed.button("Laat zo", on_click=_rename, args=(None,), type="tertiary")


def _rename(id_: int | None) -> None:
    st.session_state[RENAMED] = id_


def _renamed(row: Row) -> None:
    name = str(st.session_state.get(f"{RENAMED}_{row['id']}") or "")
    batch = done.doing(
        lambda: saved_views.rename_view(
            store(), row["id"], row["version"], name, row["content"], "app"
        )
    )
    if batch:
        _rename(None)
        done.remember(f"De weergave heet nu **{plain(name)}**.", batch)


def _keep() -> None:
    columns, sort, descending, words = (st.session_state.get(key) for key in CHOSEN)
    chosen = {key: st.session_state.get(key) for key in filters.KEYS[:-1]}
    view = SavedView(
        columns=tuple(columns or ()),
        sort=sort or "name",
        descending=bool(descending),
        words=words or "",
        filters={key: tuple(labels) for key, labels in chosen.items() if labels},
    )
    name = str(st.session_state.get("weergave_naam") or "")
    made = done.doing(lambda: saved_views.keep_view(store(), name, view, "app"))
    if made:
        st.session_state["weergave_naam"] = ""
        done.remember(f"De weergave **{plain(name)}** is bewaard.", made[1])


def _remove(row: Row) -> None:
    batch = done.doing(lambda: saved_views.remove_view(store(), row["id"], row["version"], "app"))
    if batch:
        done.remember(f"De weergave **{plain(row['name'])}** is weg.", batch)


def _apply(row: Row) -> None:
    """Show it as it was kept; what is there no more, the filters say."""
    view: SavedView = row["content"]
    from_view = (list(view.columns), view.sort, view.descending, view.words)
    st.session_state.update(dict(zip(CHOSEN, from_view, strict=True)))
    filters.clear()
    for key, labels in view.filters.items():
        st.session_state[key] = list(labels)
