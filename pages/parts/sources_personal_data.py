"""Which personal data the program keeps: of whom, why, and how long."""

import pyarrow as pa
import streamlit as st

from core.filters import Filters
from core.personal_data import HELD, NOT_SEARCHED, Way
from data.settings import settings
from pages.shared import rows

COLUMNS = {
    "label": "Wat",
    "whose": "Van wie",
    "why": "Waarom",
    "kept": "Hoe lang",
    "way": "Bij wissen",
}
WAYS = {
    Way.WHOLE: "alles van deze persoon weg",
    Way.PERSON: "vanzelf “gewist”",
    Way.TEXT: "per tekst te beslissen",
}


def show(filters: Filters) -> None:
    """The list, as table and download."""
    months = settings().months_with_names_in_log
    st.markdown(
        "Dit is alles in dit programma waarin een persoon kan staan (AVG). Een beheerder zoekt "
        "iemand op, geeft mee wat er is en wist het op de pagina Gegevens, stap Persoonsgegevens."
    )
    st.caption(
        f"Wie iets wijzigde, staat {months} maanden in het logboek van wijzigingen; daarna staat "
        "er “onbekend”. In het technische logboek van de server staan geen namen."
    )
    drawn = [
        {
            "label": one.label,
            "whose": one.whose,
            "why": one.why,
            "kept": one.kept,
            "way": WAYS[one.way],
        }
        for one in HELD
    ]
    rows.with_download(
        pa.Table.from_pylist(drawn),
        COLUMNS,
        what="Persoonsgegevens in dit programma",
        filters=filters,
        key="persoonsgegevens_rijen",
    )
    for line in NOT_SEARCHED:
        st.caption(line)
