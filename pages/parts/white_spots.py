"""The white spots, ordered by how many people they would add."""

from collections import Counter

import pyarrow as pa
import pyarrow.compute as pc
import streamlit as st

from core.coverage import LABELS, UNLINKED, Definition, certainty
from core.filters import Filters
from core.material import Shelved
from core.material_suggesting import About, suggestions
from core.wording import counted, enumerated, plain
from pages.parts import materials_actions, materials_state
from pages.shared import rows

# So many themes get a way to materials, and so many materials each.
MOST_THEMES, MOST_MATERIALS = 3, 2
LOCATIONS = "Scholen en kinderopvang"
GEMEENTEN = "Gemeenten"
COLUMNS = {
    LOCATIONS: {
        "gemeente_name": "Gemeente",
        "theme_label": "Thema",
        "missing_reach": "Leerlingen of plaatsen erbij",
        "missing_locations": "Locaties zonder",
        "denominator": "Noemer",
        "pipeline": "In voorbereiding",
        "remark": "Toelichting",
    },
    GEMEENTEN: {
        "gemeente_name": "Gemeente",
        "theme_label": "Thema",
        "missing_reach": "Inwoners erbij",
        "pipeline": "In voorbereiding",
    },
}
CAPTIONS = {
    LOCATIONS: "Op volgorde van de leerlingen of kindplaatsen die erbij kunnen komen; waar "
    "die onbekend zijn, telt het aantal locaties.",
    GEMEENTEN: "Thema’s die gemeenten tellen, op volgorde van de inwoners die erbij komen.",
}


def show(grid: pa.Table, filters: Filters, definition: Definition) -> None:
    """Cells without full coverage, those that would add most people first."""
    st.subheader("Witte vlekken", anchor=False)
    kind = str(
        st.segmented_control(
            "Doelgroep",
            [LOCATIONS, GEMEENTEN],
            default=LOCATIONS,
            key="witte_vlekken",
            label_visibility="collapsed",
            required=True,
        )
    )
    counts_gemeenten = pc.equal(grid["population"], "gemeenten")
    of_kind = counts_gemeenten if kind == GEMEENTEN else pc.invert(counts_gemeenten)
    missing = pc.and_(pc.is_valid(grid["gemeente"]), pc.greater(grid["missing_locations"], 0))
    found = grid.filter(pc.and_(missing, of_kind)).sort_by(
        [("missing_reach", "descending"), ("missing_locations", "descending")]
    )
    if found.num_rows == 0:
        st.caption("Er zijn hier geen witte vlekken waarvan de doelgroep bekend is.")
        return
    st.caption(CAPTIONS[kind])
    if pc.sum(found["unlinked"]).as_py():
        st.caption(f"{UNLINKED} Koppelen kan op Gegevens.")
    remarks = [certainty(row) for row in found.to_pylist()]
    rows.with_download(
        found.append_column("remark", pa.array(remarks, pa.string())),
        COLUMNS[kind],
        what=f"Witte vlekken {kind.lower()}",
        filters=filters,
        definition=LABELS[definition],
        key="witte_vlekken_rijen",
    )
    _materials(found)


def _materials(found: pa.Table) -> None:
    """What may help to start at the white spots, by the themes with most of them."""
    counts = Counter(zip(found["theme"].to_pylist(), found["theme_label"].to_pylist(), strict=True))
    shelf = materials_state.shelf()
    offered: dict[str, tuple[Shelved, list[str]]] = {}
    for (theme, label), count in counts.most_common(MOST_THEMES):
        for one in suggestions(shelf, About([theme]), MOST_MATERIALS):
            spots = f"{label}, {counted(count, 'witte vlek', 'witte vlekken')}"
            offered.setdefault(one.shelved.key, (one.shelved, []))[1].append(spots)
    if not offered:
        return
    st.caption("Materiaal om mee te beginnen, bij de thema’s met de meeste witte vlekken:")
    for material, why in offered.values():
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            materials_actions.way(material)
            st.markdown(
                f"{plain(material.content.title)} — {plain(enumerated(why))}",
                width="stretch",
            )
