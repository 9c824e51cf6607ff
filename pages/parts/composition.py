"""How the portfolio divides over theme, form, partner type and status."""

import pyarrow as pa
import pyarrow.compute as pc
import streamlit as st

from core.charts.bars import composition_bars
from core.filters import Filters
from core.wording import counted, number, plain
from data import portfolio
from data.portfolio import PARTNERSHIP_COLUMNS
from pages.shared import charts, rows
from pages.shared.opened import result

CHART = "verdeling_grafiek"
DIMENSIONS = {
    "Thema": "theme",
    "Vorm": "form",
    "Partnertype": "partner_type",
    "Status": "status",
}
COLUMNS = {
    "label": "Wat",
    "active": "Lopend",
    "pipeline": "In voorbereiding",
    "partnerships": "Alle",
    "hours": "Uren per jaar",
}


def show(filters: Filters) -> None:
    """One set of bars; a control chooses which."""
    st.subheader("Waaruit de portefeuille bestaat", anchor=False)
    chosen = st.segmented_control(
        "Verdeling naar",
        list(DIMENSIONS),
        default="Thema",
        key="verdeling",
        label_visibility="collapsed",
        required=True,
        wrap=True,
    )
    dimension = DIMENSIONS.get(str(chosen), "theme")
    everything = result(portfolio.composition, filters)
    found = everything.filter(pc.equal(everything["dimension"], dimension))
    if dimension == "status":
        found = found.set_column(
            found.column_names.index("active"), "active", found["partnerships"]
        ).set_column(
            found.column_names.index("pipeline"), "pipeline", pa.array([0] * found.num_rows)
        )
    else:
        found = found.sort_by([("active", "descending"), ("pipeline", "descending")])
    if found.num_rows == 0:
        st.caption("Geen samenwerkingen binnen deze keuze.")
        return
    text = [_text(row) for row in found.select(["active", "pipeline"]).to_pylist()]
    charts.draw(
        composition_bars,
        found.append_column("text", pa.array(text)),
        alt_text=f"Samenwerkingen naar {str(chosen).lower()}, lopend en in voorbereiding",
        key=CHART,
        on_select=lambda: None,
    )
    if dimension == "status":
        st.caption("Alle samenwerkingen naar hun status op de peildatum.")
    else:
        st.caption(
            "Vol: lopend. Licht: in voorbereiding (verkenning en opstart). Klik op een balk voor "
            "de samenwerkingen."
        )
    _behind(dimension, found, filters)
    rows.twin(
        found,
        COLUMNS,
        what=f"Portefeuille naar {str(chosen).lower()}",
        filters=filters,
        key="verdeling_rijen",
    )


def _behind(dimension: str, found: pa.Table, filters: Filters) -> None:
    """The partnerships behind the bar that was clicked."""
    label = charts.picked(CHART, "balk").get("label")
    code = next((row["code"] for row in found.to_pylist() if row["label"] == label), None)
    if code is None:
        return
    if dimension == "theme":
        behind = result(portfolio.partnerships, filters.model_copy(update={"themes": (code,)}))
    elif dimension == "status":
        behind = result(portfolio.partnerships, filters.model_copy(update={"statuses": (code,)}))
    elif dimension == "form":
        behind = result(portfolio.partnerships, filters, (), code)
    else:
        behind = result(portfolio.partnerships, filters, (), None, code)
    with st.container(border=True):
        st.markdown(
            f"**{plain(str(label))}** — "
            f"{counted(behind.num_rows, 'samenwerking', 'samenwerkingen')}"
        )
        rows.with_download(
            behind,
            PARTNERSHIP_COLUMNS,
            what=f"Samenwerkingen {label}",
            filters=filters,
            key="verdeling_achter",
            to_record=True,
        )


def _text(row: dict[str, int]) -> str:
    if row["pipeline"]:
        return f"{number(row['active'])} + {number(row['pipeline'])}"
    return number(row["active"])
