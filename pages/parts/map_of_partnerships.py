"""The tile map of gemeenten by number of partnerships; clicking a tile filters."""

import pyarrow as pa
import pyarrow.compute as pc
import streamlit as st

from core.charts import tiles
from core.charts.shared import FILLED
from core.filters import Filters
from core.wording import counted, number
from data import portfolio
from pages.shared import charts, rows
from pages.shared import filters as shared
from pages.shared.opened import result

KEY = "kaart"
COLUMNS = {
    "gemeente_name": "Gemeente",
    "partnerships": "Lopende samenwerkingen",
    "themes": "Thema’s",
    "inhabitants": "Inwoners",
}


def show(filters: Filters) -> None:
    """One tile per gemeente in scope."""
    st.subheader("Waar we samenwerken", anchor=False)
    found = result(portfolio.partnerships_per_gemeente, filters)
    if found.num_rows == 0:
        st.caption("Geen gemeente past bij deze keuze.")
        return
    empty = pc.sum(pc.equal(found["partnerships"], 0)).as_py() or 0
    st.caption(
        f"Elke tegel is een gemeente; hoe {'lichter' if charts.is_dark() else 'donkerder'}, hoe "
        "meer lopende samenwerkingen. "
        f"Klik op een tegel om daarop te filteren. {_empty(empty, found.num_rows)}"
    )
    charts.draw(
        tiles.tile_map,
        _drawn(found),
        datasets={tiles.FRAME: tiles.frame(found)},
        alt_text="Tegelkaart van gemeenten naar aantal lopende samenwerkingen",
        key=KEY,
        on_select=_filter,
        step=tiles.step_for(found),
        share=False,
    )
    rows.twin(
        found, COLUMNS, what="Samenwerkingen per gemeente", filters=filters, key="kaart_rijen"
    )


def _empty(empty: int, gemeenten: int) -> str:
    if empty == 0:
        return ""
    if gemeenten == 1:
        return "Hier is er nog geen."
    return f"In {number(empty)} van de {counted(gemeenten, 'gemeente', 'gemeenten')} is er geen."


def _drawn(found: pa.Table) -> pa.Table:
    values = found["partnerships"].to_pylist()
    filled = max(values, default=0) * FILLED**2  # the scale goes by roots
    return (
        found.append_column("value", found["partnerships"])
        .append_column(
            "text",
            pa.array(
                [
                    f"{counted(row['partnerships'], 'samenwerking', 'samenwerkingen')}, "
                    f"{counted(row['themes'], 'thema', 'thema’s')}"
                    for row in found.select(["partnerships", "themes"]).to_pylist()
                ],
                pa.string(),
            ),
        )
        .append_column("dark", pa.array([(value > filled) != charts.is_dark() for value in values]))
    )


def _filter() -> None:
    name = charts.picked(KEY, "tegel").get("gemeente_name")
    if name:
        shared.choose("gemeente", str(name))
