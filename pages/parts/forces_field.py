"""What drives and what restrains a change: a force field, kept as a document of its own."""

from typing import Any

import pyarrow as pa
import streamlit as st
from pydantic import ValidationError

from core.filters import Filters
from core.force_field import Force, ForceField, balance_in_words
from core.wording import plain
from data import forces
from data.errors import InputRefused
from pages.shared import by_name, done, rows
from pages.shared.opened import recorded, store

KEY = "kracht_veld"


def show(filters: Filters) -> None:
    """Choosing or making one, its forces, and adding to them."""
    st.subheader("Wat drijft en wat remt?", anchor=False)
    st.caption("Een krachtenveld (Lewin, 1951) rond een doel of een verandering.")
    found = {row["id"]: row for row in recorded(forces.force_fields)}
    with st.expander("Nieuw krachtenveld"):
        st.text_input("Welk doel of welke verandering?", key=f"{KEY}_naam", max_chars=200)
        st.button("Maken", on_click=_make)
    if not found:
        return
    chosen = by_name.choose(
        "Krachtenveld", KEY, {id_: row["name"] for id_, row in found.items()}, width=420
    )
    if chosen is not None:
        _field(found[chosen], filters)


def _field(row: dict[str, Any], filters: Filters) -> None:
    field: ForceField = row["content"]
    st.markdown(balance_in_words(field))
    listed = [
        {"what": one.what, "way": "drijft" if one.drives else "remt", "strength": one.strength}
        for one in sorted(field.forces, key=lambda one: (not one.drives, -one.strength))
    ]
    if listed:
        rows.with_download(
            pa.Table.from_pylist(listed),
            {"what": "Kracht", "way": "Richting", "strength": "Sterkte (1-5)"},
            what="Krachtenveld",
            filters=filters,
            definition=row["name"],
            key="krachtenveld_rijen",
        )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input("Kracht", key=f"{KEY}_wat", max_chars=200, width=380)
        st.segmented_control(
            "Richting", ("drijft", "remt"), key=f"{KEY}_richting", default="drijft", required=True
        )
        st.slider("Sterkte", 1, 5, 3, key=f"{KEY}_sterkte", width=200)
        st.button("Toevoegen", on_click=_add, args=(row,))


def _make() -> None:
    name = str(st.session_state.get(f"{KEY}_naam") or "")
    batch = done.doing(lambda: forces.write_force_field(store(), name, ForceField(), "app"))
    if batch:
        st.session_state[f"{KEY}_naam"] = ""
        done.remember(f"Het krachtenveld {plain(name)} is gemaakt.", batch)


def _add(row: dict[str, Any]) -> None:
    batch = done.doing(lambda: _added(row))
    if batch:
        st.session_state[f"{KEY}_wat"] = ""
        done.remember("De kracht is toegevoegd.", batch)


def _added(row: dict[str, Any]) -> int:
    try:
        force = Force(
            what=str(st.session_state.get(f"{KEY}_wat") or ""),
            drives=st.session_state.get(f"{KEY}_richting") != "remt",
            strength=st.session_state[f"{KEY}_sterkte"],
        )
        content = ForceField(forces=(*row["content"].forces, force))
    except ValidationError:
        raise InputRefused(
            "Deze kracht kan zo niet", "Beschrijf haar in 1 tot 200 tekens; ten hoogste 30."
        ) from None
    seen = (row["id"], row["version"])
    return forces.write_force_field(store(), row["name"], content, "app", seen)
