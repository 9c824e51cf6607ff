"""What drives and what restrains a change: a force field, kept as a document of its own."""

from typing import Any

import pyarrow as pa
import streamlit as st

from core.charts.force_field import force_field
from core.filters import Filters
from core.force_field import ForceField, balance_in_words, in_order
from core.wording import plain
from data import alignment, forces
from pages.parts import forces_field_form
from pages.shared import charts, done, linked, rows
from pages.shared.opened import may_change, recorded, result, store

Row = dict[str, Any]
NEW = "kracht_veld_nieuw"
COLUMNS = {"label": "Kracht", "way": "Richting", "strength": "Sterkte (1-5)"}


def show(found: list[Row], filters: Filters) -> None:
    """Choosing or making one, its picture and its forces; `found` are the partners in view."""
    st.subheader("Wat drijft en wat remt?", anchor=False)
    st.caption(
        "Een krachtenveld (Lewin, 1951) rond een doel of een verandering: wat helpt vooruit, wat "
        "houdt tegen, en hoe sterk."
    )
    fields = {str(row["id"]): row for row in recorded(forces.force_fields)}
    names = {id_: row["name"] for id_, row in fields.items()}
    chosen = None
    if linked.unknown(forces_field_form.FIELD, names):
        st.warning("Het krachtenveld van deze link is er niet (meer).", icon=":material/link_off:")
    if fields:
        chosen = linked.pick(
            "Krachtenveld", names, key=forces_field_form.FIELD, placeholder="Kies een krachtenveld"
        )
    if chosen is not None:
        _field(fields[chosen], found, filters)
    _new(filters)


def _new(filters: Filters) -> None:
    if may_change():
        with st.expander("Nieuw krachtenveld"):
            goals = dict.fromkeys(
                one["label"] for one in result(alignment.goals, filters).to_pylist()
            )
            st.selectbox(
                "Welk doel of welke verandering?",
                list(goals),
                index=None,
                key=NEW,
                accept_new_options=True,
                placeholder="Kies een doel, of typ een verandering",
                persist_state="session",
            )
            st.button("Maken", on_click=_make)


def _make() -> None:
    name = str(st.session_state.get(NEW) or "")
    made = done.doing(lambda: forces.make_force_field(store(), name, "app"))
    if made:
        id_, batch = made
        st.session_state[NEW] = None
        linked.point(forces_field_form.FIELD, str(id_))
        done.remember(f"Het krachtenveld {plain(name)} is gemaakt.", batch, in_sight=False)


def _field(row: Row, found: list[Row], filters: Filters) -> None:
    field: ForceField = row["content"]
    st.markdown(balance_in_words(field))
    beside, controls = st.columns([3, 1], gap="large")
    with controls:
        if may_change():
            forces_field_form.show(row, found)
    with beside:
        if field.forces:
            _picture(row, field, filters)
        forces_field_form.of_the_whole(row)


def _picture(row: Row, field: ForceField, filters: Filters) -> None:
    drawn = pa.Table.from_pylist(
        [
            {
                "label": one.what,
                "way": "drijft" if one.drives else "remt",
                "drives": one.drives,
                "strength": one.strength,
                "at": -one.strength if one.drives else one.strength,
            }
            for one in in_order(field)
        ]
    )
    charts.draw(
        force_field,
        drawn,
        alt_text=f"{row['name']}: van links wat drijft, van rechts wat remt",
        key="krachtenveld_grafiek",
    )
    st.caption(
        "Van links duwt wat drijft, van rechts wat remt; een lange balk is een sterke kracht."
    )
    rows.twin(
        drawn,
        COLUMNS,
        what="Krachtenveld",
        filters=filters,
        definition=row["name"],
        key="krachtenveld_rijen",
    )
