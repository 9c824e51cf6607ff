"""The partners that need looking at, and the assessments of the chosen one."""

from typing import Any

import pyarrow as pa
import streamlit as st

from core.filters import Filters
from core.forces import SCALES, SIGNS, TEXTS, Assessment, approach, is_outdated, stance_label
from core.wording import counted, long_date, person, plain
from data import forces
from pages.parts import forces_chosen, forces_draft
from pages.shared import allowed, done, linked, rows
from pages.shared.opened import recorded, store

Row = dict[str, Any]
OFFERED = 5
COLUMNS = {
    "name": "Partner",
    "day": "Ingeschat op",
    "by": "Door",
    "approach": "Aanpak",
    **SCALES,
    "stance_label": "Houding",
    **TEXTS,
    "changed_by": "Vastgelegd door",
}


def missing(found: list[Row], filters: Filters) -> None:
    """The partners without a picture or with an old one, most hours first, one click away."""
    on = filters.measure_date
    absent = [one for one in found if not one["day"] or is_outdated(one["day"], on)]
    if not absent:
        return
    st.subheader("Nog geen of een oud beeld", anchor=False)
    st.caption(
        f"{counted(len(absent), 'partner', 'partners')}; waar de meeste uren in gaan staan voorop."
    )
    with st.container(horizontal=True):
        for one in absent[:OFFERED]:
            st.button(
                plain(one["name"]),
                key=f"inschatten_{one['id']}",
                on_click=linked.point,
                args=(forces_chosen.PARTNER, str(one["id"])),
            )


def show(partner: int) -> None:
    """The assessments of the chosen partner, newest first, each to be changed or taken away."""
    held = recorded(forces.assessments, (partner,))
    if not held:
        return
    versions = {one["id"]: one["version"] for one in held}
    st.subheader(f"Eerdere inschattingen van {plain(held[0]['name'])}", anchor=False)
    for row in held:
        one: Assessment = row["content"]
        with st.container(border=True):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(
                    f"**{long_date(one.day)}** · {approach(one.influence, one.interest).lower()} · "
                    f"invloed {one.influence} · belang {one.interest} · brengt {one.brings} · "
                    f"vraagt {one.asks} · houding {SIGNS[one.stance]}"
                    + (f" · {plain(one.by)}" if one.by else ""),
                    width="stretch",
                )
                allowed.button(
                    "Wijzigen",
                    key=f"inschatting_wijzigen_{row['id']}",
                    on_click=forces_draft.begin,
                    args=(partner, row, versions),
                    kwargs={"in_place": True},
                )
                allowed.button(
                    "Verwijderen", key=f"inschatting_weg_{row['id']}", on_click=_remove, args=(row,)
                )
            for field, title in TEXTS.items():
                if text := getattr(one, field):
                    st.caption(title)
                    st.text(text)


def download(found: list[Row], filters: Filters) -> None:
    """All assessments of the partners in view, with their texts, folded."""
    if not any(one["day"] for one in found):
        return

    def table() -> pa.Table:
        ids = [one["id"] for one in found]
        return pa.Table.from_pylist([_row(one) for one in forces.assessments(store(), ids)])

    with st.expander("Alle inschattingen door de tijd"):
        st.caption("Van deze partners elke inschatting, met wat erbij is opgeschreven.")
        rows.download(
            table,
            COLUMNS,
            what="Inschattingen",
            filters=filters,
            definition="invloed, belang, brengt en vraagt van 1 tot 5; houding van −− tot ++",
            key="inschattingen",
        )


def _row(row: Row) -> Row:
    one: Assessment = row["content"]
    return {
        **one.model_dump(exclude={"partner"}),
        "name": row["name"],
        "approach": approach(one.influence, one.interest),
        "stance_label": stance_label(one.stance),
        "changed_by": person(row["changed_by"]),
    }


def _remove(row: Row) -> None:
    batch = done.doing(lambda: forces.remove_assessment(store(), row["id"], row["version"], "app"))
    if batch:
        done.remember(
            f"De inschatting van {plain(row['name'])} is verwijderd.", batch, in_sight=False
        )
