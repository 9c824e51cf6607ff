"""One theme on the map and over the years."""

import pyarrow as pa
import pyarrow.compute as pc
import streamlit as st

from core.charts import tiles
from core.charts.lines import coverage_lines
from core.charts.shared import FILLED
from core.coverage import LABELS, Definition, in_words
from core.filters import Filters
from data import coverage
from pages.shared import charts, rows
from pages.shared import filters as shared
from pages.shared.opened import result

KEY = "themakaart"
BESIDE = 380  # pixels: in less a map of two provinces has tiles too small for their names
ON_THE_MAP = {
    "gemeente_name": "Gemeente",
    "numerator": "Teller",
    "denominator": "Noemer",
    "share": "Dekking",
    "pipeline": "In voorbereiding",
}
OVER_TIME = {
    "measure_date": "Peildatum",
    "theme_label": "Thema",
    "numerator": "Teller",
    "denominator": "Noemer",
    "share": "Dekking",
}


def show(grid: pa.Table, filters: Filters, definition: Definition) -> None:
    """A choice of theme, its tile map and its line among the other themes."""
    themes = grid.filter(pc.is_null(grid["gemeente"]))["theme_label"].to_pylist()
    if not themes:
        return
    st.subheader("Eén thema nader bekeken", anchor=False)
    first = "Primair onderwijs" if "Primair onderwijs" in themes else themes[0]
    theme = st.selectbox(
        "Thema op de kaart", themes, index=themes.index(first), key="thema_op_kaart", width=340
    )
    with st.grid(2, min_column_width=BESIDE, gap="medium") as places:
        with places.cell():
            _map(grid, str(theme), filters, definition)
        with places.cell():
            _over_time(str(theme), filters, definition)


def _map(grid: pa.Table, theme: str, filters: Filters, definition: Definition) -> None:
    found = grid.filter(
        pc.and_(pc.is_valid(grid["gemeente"]), pc.equal(grid["theme_label"], theme))
    )
    if found.num_rows == 0:
        return
    st.markdown("**Op de kaart**")
    values = found["share"].to_pylist()
    dark = charts.is_dark()
    drawn = (
        found.append_column("value", found["share"])
        .append_column("text", pa.array([in_words(row) for row in found.to_pylist()]))
        .append_column(
            "dark",
            pa.array([value is not None and (value > FILLED) != dark for value in values]),
        )
    )
    charts.draw(
        tiles.tile_map,
        drawn,
        datasets={tiles.FRAME: tiles.frame(found)},
        alt_text=f"Tegelkaart: dekking van {theme} per gemeente",
        key=KEY,
        on_select=_filter,
        step=tiles.step_for(found),
        share=True,
    )
    st.caption("Gestippeld: noemer onbekend of geen doelgroep. Klik op een tegel om te filteren.")
    rows.twin(
        found,
        ON_THE_MAP,
        what=f"Dekking {theme} per gemeente",
        filters=filters,
        definition=LABELS[definition],
        key="themakaart_rijen",
    )


def _over_time(theme: str, filters: Filters, definition: Definition) -> None:
    found = result(coverage.coverage_over_time, filters, definition)
    known = found.filter(pc.is_valid(found["share"]))
    st.markdown("**Door de jaren**")
    if not pc.any(pc.equal(known["theme_label"], theme)).as_py():
        st.caption("Van dit thema is de noemer onbekend, dus ook het verloop.")
        return
    drawn = known.append_column(
        "text", pa.array([in_words(row) for row in known.to_pylist()], pa.string())
    ).append_column("chosen", pc.equal(known["theme_label"], theme))
    charts.draw(
        coverage_lines,
        drawn,
        alt_text=f"Dekking van {theme} door de jaren, tussen de andere thema’s",
        key="verloop",
    )
    st.caption(
        "In kleur het gekozen thema, in grijs de andere. Elk jaar op dezelfde dag, gemeten tegen "
        "de doelgroep van nu: oude doelgroepen worden niet bewaard."
    )
    rows.twin(
        found,
        OVER_TIME,
        what="Dekking door de jaren",
        filters=filters,
        definition=LABELS[definition],
        key="verloop_rijen",
    )


def _filter() -> None:
    name = charts.picked(KEY, "tegel").get("gemeente_name")
    if name:
        shared.choose("gemeente", str(name))
