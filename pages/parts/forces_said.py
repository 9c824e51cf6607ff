"""What a force analysis says in words: what stands out, who to approach how, and the rows."""

from typing import Any

import pyarrow as pa
import streamlit as st

from core.filters import Filters
from core.forces import APPROACHES, SCALES, TEXTS, sentences
from core.wording import counted, plain
from pages.shared import rows

Row = dict[str, Any]
# Of one approach.
NAMED = 12
COLUMNS = {
    "number": "Nummer",
    "name": "Partner",
    "gemeente_name": "Gemeente",
    "approach": "Aanpak",
    **SCALES,
    "stance_label": "Houding",
    "value": "Toegevoegde waarde (0-100)",
    "goals_share": "Aandeel doelen",
    "coverage_share": "Aandeel plekken",
    "day": "Ingeschat op",
    "assessed_by": "Door",
    "previous_day": "Vorige inschatting",
    "hours": "Uren per jaar van de samenwerkingen",
    **TEXTS,
}
CALCULATION = """
- **Aanpak**: invloed en belang van 1 tot 5. **3 telt als hoog**, dus de stippellijnen staan tussen
  2 en 3: wie in het midden staat, krijgt liever te veel dan te weinig aandacht. De indeling is die
  van Mendelow (1991) en Eden & Ackermann (1998).
- **Kleur en teken**: de houding, van −− (werkt tegen) tot ++ (trekt mee).
- **Grootte**: de toegevoegde waarde van 0 tot 100 = 100 × (brengt ÷ 5) × het deel van de doelen
  dat de lopende samenwerkingen met deze partner dienen (bijdrage 2 of 3) × het deel van de plekken
  waar die lopen. Die plekken zijn de locaties (scholen, kinderopvang) van hun thema’s in de
  gemeenten van deze keuze; heeft een thema geen locaties, of is hun aantal onbekend, dan telt de
  gemeente als één plek. Zonder lopende samenwerking of beoordeeld doel is de waarde onbekend: een
  kleine stip.
- **Pijl**: van de vorige inschatting naar die op de peildatum.
- **Vaag**: de inschatting is op de peildatum ouder dan een jaar.
- **Plaats**: partners met dezelfde cijfers staan in hun vak onder of naast elkaar; de plek binnen
  een vak betekent niets.
"""


def standing_out(found: list[Row], filters: Filters) -> None:
    """What moved, who blocks, who is worth activating, and how it is computed."""
    st.markdown(
        "\n".join(f"- {one}" for one in sentences(found, filters.measure_date))
        or "Er valt nog niets op: niemand verschoof en niemand met veel invloed is ertegen."
    )
    with st.popover("Hoe is dit berekend?", icon=":material/calculate:", type="tertiary"):
        st.markdown(CALCULATION)


def approaches(shown: list[Row], filters: Filters) -> None:
    """The four approaches with their partners, and the rows behind the pictures."""
    st.subheader("Wie benadert u hoe?", anchor=False)
    with st.grid(2, min_column_width=280):
        for name, asks in APPROACHES.values():
            _approach(name, asks, [one for one in shown if one["approach"] == name])
    rows.twin(
        pa.Table.from_pylist(shown),
        COLUMNS,
        what="Krachtenanalyse",
        filters=filters,
        definition="invloed, belang, brengt en vraagt van 1 tot 5; 3 telt als hoog",
        key="krachten_rijen",
    )


def _approach(name: str, asks: str, those: list[Row]) -> None:
    with st.container(border=True):
        st.markdown(f"**{name}**: {asks}.")
        listed = [f"{one['number']} {plain(one['name'])} ({one['sign']})" for one in those[:NAMED]]
        more = len(those) - len(listed)
        st.markdown(
            " · ".join(listed) + (f" en nog {counted(more, 'andere', 'andere')}" if more else "")
            or "Niemand."
        )
