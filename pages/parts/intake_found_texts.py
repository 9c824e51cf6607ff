"""The texts in which somebody is named: a person decides for each whether the name goes out."""

from collections.abc import Sequence

import pyarrow as pa
import streamlit as st

from core.wording import number
from data.personal_data import Text
from pages.shared import rows

COLUMNS = {
    "value": "Wat er staat",
    "without": "Wat ervan blijft",
    "label": "Waar",
    "now": "Nu",
    "logged": "In het logboek",
}
LONGEST = 1_000


def show(texts: Sequence[Text]) -> list[str]:
    """The texts that were chosen, each with what would be left of it."""
    if not texts:
        return []
    st.markdown(
        "**Kies de teksten** waaruit de naam weg moet. Er kan ook iemand anders mee bedoeld zijn."
    )
    if st.checkbox(
        "De gevonden tekst" if len(texts) == 1 else f"Alle {number(len(texts))} gevonden teksten",
        key="persoon_alle",
    ):
        return [one.value for one in texts]
    if len(texts) > rows.SHOWN:
        st.caption(f"Hier staan de eerste {number(rows.SHOWN)}; wis die eerst, dan volgt de rest.")
    drawn = [
        {
            "value": one.value[:LONGEST],
            "without": one.without[:LONGEST],
            "label": ", ".join(one.labels),
            "now": one.now,
            "logged": one.logged,
        }
        for one in texts
    ]
    chosen = rows.several(
        pa.Table.from_pylist(drawn),
        COLUMNS,
        alt="Teksten waarin deze naam staat",
        key="persoon_teksten",
        row_height=70,
    )
    return [texts[at].value for at in chosen]
