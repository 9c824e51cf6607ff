"""The partnerships that matter most for the goals."""

from typing import Any

import pyarrow as pa
import streamlit as st

from core.alignment import REACH
from core.charts.bars import carried_bars
from core.filters import Filters
from core.selection import carried, lost_without
from core.wording import amount, number, plain
from data import alignment, selection
from pages.shared import charts, rows
from pages.shared.opened import listed, result

SHOWN = 10
COLUMNS = {
    "name": "Samenwerking",
    "library": "Bibliotheek",
    "carried": "Draagt (punten)",
    "alone": "Waarvan alleen door deze",
    "hours": "Uren per jaar",
    "budget": "Budget per jaar (€)",
}
CALCULATION = f"""
- {REACH}
- **Draagt**: punten die meer samenwerkingen samen halen, zijn gelijk over hen verdeeld (de
  Shapley-waarde). Alle samenwerkingen bij elkaar dragen precies het doelbereik.
- **Alleen door deze**: de punten die verdwijnen als juist deze samenwerking stopt, omdat geen
  andere ze ook haalt.
"""


def show(filters: Filters) -> None:
    """The ten that carry most, as bars, and all of them as a table."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.subheader("Wat het meeste draagt", anchor=False, width="content")
        with st.popover("Hoe is dit berekend?", icon=":material/calculate:", type="tertiary"):
            st.markdown(CALCULATION)
    found = _ranked(filters)
    total = sum(row["carried"] for row in found)
    if not total:
        st.caption(
            "Nog geen enkele samenwerking draagt in haar gemeenten aan een doel bij."
            if listed(alignment.serving, filters)
            else "Het doelbereik is onbekend: er is geen werkgebied vastgelegd. Dat kan op "
            "Gegevens, bij Bibliotheken."
        )
        return
    top = [row for row in found[:SHOWN] if row["carried"]]
    part = number(sum(row["carried"] for row in top), 1)
    said = f"Het doelbereik is **{number(total, 1)} van de 100**."
    if len(top) < len(found):
        said += (
            f" {plain(top[0]['name'])} is daarvan goed voor {part}."
            if len(top) == 1
            else f" De {number(len(top))} samenwerkingen die het meeste dragen, zijn goed voor "
            f"{part} daarvan."
        )
    st.markdown(said)
    charts.draw(
        carried_bars,
        pa.Table.from_pylist([_bar(row) for row in top]),
        alt_text="De samenwerkingen die het meeste doelbereik dragen",
        key="dragers",
    )
    st.caption(
        "Volle kleur: wat verloren gaat als juist deze stopt. Vale kleur: wat anderen ook doen."
    )
    rows.twin(
        pa.Table.from_pylist([{name: row[name] for name in ("id", *COLUMNS)} for row in found]),
        COLUMNS,
        what="Wat het meeste draagt",
        filters=filters,
        key="dragers_rijen",
        to_record=True,
    )


def _ranked(filters: Filters) -> list[dict[str, Any]]:
    """Every active partnership with what it carries, most first."""
    there = {row["id"]: row for row in listed(selection.candidates, filters)}
    gains = result(selection.worth, filters, 1.0)
    shares, alone = carried(there, gains), lost_without(there, gains)
    found = [{**row, "carried": shares[id_], "alone": alone[id_]} for id_, row in there.items()]
    found.sort(key=lambda row: (-row["carried"], row["name"]))
    return found


def _bar(row: dict[str, Any]) -> dict[str, Any]:
    hours = "uren onbekend" if row["hours"] is None else f"{amount(row['hours'])} uur"
    points = f"{number(row['carried'], 2)} punten"
    alone = ""
    if row["alone"] >= 0.005:
        alone = f", waarvan {number(row['alone'], 2)} alleen door deze"
    return {
        "label": f"{row['name']} ({row['library']})",
        "carried": row["carried"],
        "alone": row["alone"],
        "text": f"{points}{alone} · {hours}",
        "text_short": number(row["carried"], 2),
    }
