"""The smallest set of partnerships that serves every goal wherever it is served now."""

import pyarrow as pa
import streamlit as st

from core.filters import Filters
from core.wording import counted, number
from data import alignment
from pages.shared import rows
from pages.shared.opened import listed, result

COLUMNS = {
    "name": "Samenwerking",
    "library": "Bibliotheek",
    "alignment": "Aansluiting (0-100)",
    "hours": "Uren per jaar",
    "budget": "Budget per jaar",
}


def show(filters: Filters) -> None:
    """Where nobody serves a goal, and what can be missed elsewhere without losing one."""
    partnerships = listed(alignment.alignment, filters)
    st.subheader("Met hoe weinig samenwerkingen kan het", anchor=False)
    found = listed(alignment.serving, filters)
    unserved = sum(1 for row in found if not row["partnerships"])
    if unserved == len(found):
        st.caption("Nog geen enkel doel wordt in een gemeente direct of als kern gediend.")
        return
    if unserved:
        st.markdown(
            f"Geen enkele verzameling dient elk doel in elke gemeente: in **{number(unserved)} van "
            f"de {counted(len(found), 'combinatie', 'combinaties')}** van gemeente en doel is er "
            "niemand die het doel direct of als kern dient."
        )
    chosen = result(alignment.smallest_set, filters)
    if chosen is None:
        st.caption("Er is binnen de tijd geen verzameling gevonden. Verklein de keuze.")
        return
    sure = "" if chosen.is_proven else ", voor zover binnen de tijd gezocht kon worden"
    kept = [row for row in partnerships if row["id"] in chosen.kept]
    st.markdown(
        f"**{counted(len(kept), 'samenwerking', 'samenwerkingen')}** van de "
        f"{number(len(partnerships))} {'dient' if len(kept) == 1 else 'dienen'} samen elk doel "
        f"overal waar dat nu wordt gediend; met minder kan het niet{sure}. Dat zegt niets over wat "
        "een samenwerking verder waard is."
    )
    rows.twin(
        pa.Table.from_pylist([{name: row[name] for name in COLUMNS} for row in kept]),
        COLUMNS,
        what="Kleinste verzameling voor de doelen",
        filters=filters,
        key="kleinste_rijen",
    )
