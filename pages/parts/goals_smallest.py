"""The smallest set of partnerships that serves every goal wherever it is served now."""

from typing import Any

import pyarrow as pa
import streamlit as st

from core.filters import Filters
from core.integer_programme import Going
from core.selection import Choice
from core.wording import counted, number
from data import alignment, choices, selection
from pages.shared import rows, search
from pages.shared.opened import listed, result, store

SEARCH = "kleinste_zoeken"
GAPS = {"gemeente_name": "Gemeente", "goal": "Doel", "label": "Omschrijving"}
COLUMNS = {
    "name": "Samenwerking",
    "library": "Bibliotheek",
    "hours": "Uren per jaar",
    "budget": "Budget per jaar (€)",
}


def show(filters: Filters) -> None:
    """Where nobody serves a goal, and what can be missed elsewhere without losing one."""
    st.subheader("Met hoe weinig samenwerkingen kan het", anchor=False)
    found = listed(alignment.serving, filters)
    unserved = sum(1 for row in found if not row["partnerships"])
    if not found:
        st.caption("Dat is onbekend zolang er geen werkgebied is vastgelegd; dat kan op Gegevens.")
        return
    if unserved == len(found):
        st.caption("Nog geen enkel doel wordt in een gemeente rechtstreeks gediend.")
        return
    if unserved:
        st.markdown(
            f"Geen enkele verzameling dient elk doel in elke gemeente: in **{number(unserved)} van "
            f"de {counted(len(found), 'combinatie', 'combinaties')}** van gemeente en doel is er "
            "niemand die het doel rechtstreeks dient."
        )
        _gaps(found, filters)
    opened = store()

    def fewest(going: Going) -> Choice | None:
        return alignment.smallest_set(opened, filters, going)

    chosen = search.found(
        SEARCH,
        (filters, opened.data_version),
        fewest,
        label="De kleinste verzameling wordt gezocht …",
    )
    if chosen is search.PENDING:
        return
    if chosen is None or not chosen.is_proven:
        search.offer_again(SEARCH)
    if chosen is None:
        st.caption("Er is geen verzameling gevonden voordat het zoeken werd gestopt.")
        return
    partnerships = listed(selection.candidates, filters)
    sure = "" if chosen.is_proven else ", voor zover binnen de tijd gezocht kon worden"
    kept = [row for row in partnerships if row["id"] in chosen.kept]
    st.markdown(
        f"**{counted(len(kept), 'samenwerking', 'samenwerkingen')}** van de "
        f"{number(len(partnerships))} {'dient' if len(kept) == 1 else 'dienen'} samen elk doel "
        f"overal waar dat nu wordt gediend; met minder kan het niet{sure}. Dat zegt niets over wat "
        "een samenwerking verder waard is."
    )
    rows.twin(
        pa.Table.from_pylist([{name: row[name] for name in ("id", *COLUMNS)} for row in kept]),
        COLUMNS,
        what="Kleinste verzameling voor de doelen",
        filters=filters,
        key="kleinste_rijen",
        to_record=True,
    )


def _gaps(found: list[dict[str, Any]], filters: Filters) -> None:
    """Where nobody serves which goal, as rows: that is the proof."""
    gemeenten = {row["code"]: row["name"] for row in result(choices.gemeenten)}
    labels = {row["goal"]: row["label"] for row in listed(alignment.goals, filters)}
    drawn = [
        {
            "gemeente_name": gemeenten[row["gemeente"]],
            "goal": row["goal"],
            "label": labels.get(row["goal"], ""),
        }
        for row in found
        if not row["partnerships"]
    ]
    rows.twin(
        pa.Table.from_pylist(sorted(drawn, key=lambda row: (row["goal"], row["gemeente_name"]))),
        GAPS,
        what="Waar niemand een doel dient",
        filters=filters,
        key="onbediend_rijen",
    )
