"""Gemeente by theme: white spots at a glance, and what lies behind a cell."""

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import streamlit as st

from core.charts.heatmap import coverage_heatmap, heatmap_rows
from core.coverage import LABELS, Definition, in_words, largest_gap_first
from core.filters import Filters
from core.wording import counted, plain
from data import coverage
from pages.shared import by_name, charts, rows
from pages.shared.opened import derived, result

KEY = "matrix"
GEMEENTE, THEME = "cel_gemeente", "cel_thema"
SHOWN = 25
# Of so many themes the cells would be as wide as the page, and not read as cells any more.
FEW, LABELS_WIDE, CELL_WIDE = 5, 160, 90
ORDERS = {"Grootste gat eerst": "gap", "Naam": "name", "Inwoners": "inhabitants"}
COLUMNS = {
    "gemeente_name": "Gemeente",
    "theme_label": "Thema",
    "numerator": "Teller",
    "denominator": "Noemer",
    "share": "Dekking",
    "pipeline": "In voorbereiding",
    "unlinked": "Waarvan niet gekoppeld",
    "counted_from": "Noemer komt uit",
}
LOCATIONS = {
    "name": "Locatie",
    "place": "Plaats",
    "kind": "Soort",
    "size": "Leerlingen, plaatsen of inwoners",
    "state": "Stand",
    "partnerships": "Samenwerkingen",
}


def show(
    grid: pa.Table, cells: list[dict[str, Any]], filters: Filters, definition: Definition
) -> None:
    """The heatmap, its table, and the locations behind the chosen cell."""
    if not cells:
        return
    st.subheader("Per gemeente en thema", anchor=False)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        order = st.segmented_control(
            "Volgorde", list(ORDERS), default="Grootste gat eerst", key="volgorde", required=True
        )
        gemeenten = _ordered(cells, ORDERS.get(str(order), "gap"))
        everything = len(gemeenten) > SHOWN and st.toggle(
            f"Alle {len(gemeenten)} gemeenten", key="alle_gemeenten"
        )
    shown = gemeenten if everything else gemeenten[:SHOWN]
    themes, dark = len({row["theme"] for row in cells}), charts.is_dark()
    with st.container(height=720 if len(shown) > SHOWN else "content", border=False):
        charts.draw(
            coverage_heatmap,
            derived(
                lambda: pa.Table.from_pylist(heatmap_rows(cells, shown, on_dark=dark)),
                *("heatmap", filters, definition, order, everything, dark),
            ),
            alt_text="Dekking per gemeente en thema; niet gekleurde cellen zijn witte vlekken",
            key=KEY,
            on_select=_remember,
            width="stretch" if themes > FEW else LABELS_WIDE + themes * CELL_WIDE,
        )
    st.caption(
        "Niet gekleurd: witte vlek · ○ witte vlek, wel in voorbereiding · ● gedekt (doelgroep van "
        "één) · gestippeld: ? noemer onbekend, – geen doelgroep · ! meer gedekt dan er zijn. "
        f"Hoe {'lichter' if dark else 'donkerder'}, hoe meer gedekt."
    )
    _behind(cells, filters, definition)
    rows.twin(
        grid.filter(pc.is_valid(grid["gemeente"])),
        COLUMNS,
        what="Dekking per gemeente en thema",
        filters=filters,
        definition=LABELS[definition],
        key="matrix_rijen",
    )


def _ordered(cells: list[dict[str, Any]], order: str) -> list[str]:
    """The names of the gemeenten in drawing order."""
    inhabitants = {row["gemeente_name"]: row["inhabitants"] or 0 for row in cells}
    if order == "name":
        return sorted(inhabitants)
    if order == "inhabitants":
        return sorted(inhabitants, key=lambda name: -inhabitants[name])
    return largest_gap_first(cells)


def _remember() -> None:
    cell = charts.picked(KEY, "cel")
    st.session_state[GEMEENTE] = cell.get("gemeente_name")
    st.session_state[THEME] = cell.get("theme_label")


def _opened(cells: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The cell that was clicked, or chosen by name."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        gemeenten = {name: name for name in sorted({row["gemeente_name"] for row in cells})}
        gemeente = by_name.choose("Gemeente", GEMEENTE, gemeenten, width=260)
        themes = {row["theme_label"]: row["theme_label"] for row in cells}
        theme = by_name.choose("Thema", THEME, themes, width=260)
    return next(
        (row for row in cells if (row["gemeente_name"], row["theme_label"]) == (gemeente, theme)),
        None,
    )


def _behind(cells: list[dict[str, Any]], filters: Filters, definition: Definition) -> None:
    st.markdown("**De locaties achter een cel.** Klik op een cel, of kies hier.")
    cell = _opened(cells)
    if cell is None:
        return
    with st.container(border=True):
        st.markdown(
            f"**{plain(cell['theme_label'])} in {plain(cell['gemeente_name'])}** — {in_words(cell)}"
        )
        found = result(
            coverage.cell_locations, filters, definition, cell["theme"], cell["gemeente"]
        )
        if found.num_rows == 0 and cell["counted_from"] == "schooltelling":
            st.caption(
                f"De noemer ({counted(cell['denominator'], 'locatie', 'locaties')}) komt uit de "
                "meegeleverde schooltelling; laad een register om de locaties te zien."
            )
            return
        rows.with_download(
            found,
            LOCATIONS,
            what=f"{cell['theme_label']} in {cell['gemeente_name']}",
            filters=filters,
            definition=LABELS[definition],
            key="cel_rijen",
        )
