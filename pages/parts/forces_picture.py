"""The quadrant chart, what it says in sentences, and the rows behind it."""

from collections import Counter
from typing import Any

import pyarrow as pa
import streamlit as st

from core.charts.give_take import give_and_take
from core.charts.quadrant import quadrant
from core.filters import Filters
from core.forces import (
    APPROACHES,
    SIGNS,
    STANCES,
    Assessment,
    added_value,
    approach,
    balance,
    is_outdated,
    sentences,
)
from pages.shared import charts, rows

Row = dict[str, Any]
# More names do not fit in one cell of the chart.
NAMED = 5
MOST = 40
COLUMNS = {
    "number": "Nummer",
    "name": "Partner",
    "gemeente_name": "Gemeente",
    "approach": "Aanpak",
    "influence": "Invloed",
    "interest": "Belang",
    "sign": "Houding",
    "brings": "Brengt",
    "asks": "Vraagt",
    "value": "Toegevoegde waarde (0-100)",
    "day": "Ingeschat op",
    "previous_day": "Vorige inschatting",
    "hours": "Uren per jaar van haar samenwerkingen",
}
CALCULATION = """
- **Aanpak**: invloed en belang van 1 tot 5. **3 telt als hoog**, dus de stippellijnen staan tussen
  2 en 3: wie in het midden staat, krijgt liever te veel dan te weinig aandacht. De indeling is die
  van Mendelow (1991) en Eden & Ackermann (1998).
- **Kleur en teken**: de houding, van −− (werkt tegen) tot ++ (trekt mee).
- **Grootte**: de toegevoegde waarde van 0 tot 100 = 100 × (brengt ÷ 5) × het deel van de doelen
  dat haar lopende samenwerkingen dienen (bijdrage 2 of 3) × het deel van de gemeenten in deze keuze
  waar die lopen. Zonder lopende samenwerking of beoordeeld doel is zij onbekend: een kleine stip.
- **Pijl**: van de vorige inschatting naar die op de peildatum.
- **Vaag**: de inschatting is op de peildatum ouder dan een jaar.
- **Plaats**: partners met dezelfde cijfers staan in hun vak onder of naast elkaar; de plek binnen
  een vak betekent niets.
"""


def show(found: list[Row], draft: Assessment | None, filters: Filters) -> None:
    """Chart, sentences and table; the chart follows the sliders of `draft` before it is saved."""
    with st.popover("Hoe is dit berekend?", icon=":material/calculate:", type="tertiary"):
        st.markdown(CALCULATION)
    drawn = _drawn(found, draft, filters)
    if not drawn:
        st.caption("Nog niets te tekenen: kies een partner en leg een inschatting vast.")
        return
    table = pa.Table.from_pylist(drawn)
    charts.draw(
        quadrant,
        table,
        alt_text="Partners naar belang en invloed, in vier vakken met elk een aanpak",
        key="krachten_grafiek",
        named=max(one["of"] for one in drawn) <= NAMED,
    )
    st.caption(
        " · ".join(f"{SIGNS[one]} {STANCES[one]}" for one in SIGNS)
        + ". Grootte: toegevoegde waarde. Partners in één vak staan onder of naast elkaar."
    )
    st.markdown(
        "\n".join(f"- {one}" for one in sentences(found, filters.measure_date))
        or "Er valt nog niets op: geen verschuiving en niemand die tegenhoudt."
    )
    _give_and_take(drawn)
    with st.expander("De vier aanpakken"):
        st.markdown("\n".join(f"- **{name}**: {asks}." for name, asks in APPROACHES.values()))
    rows.twin(
        table,
        COLUMNS,
        what="Krachtenanalyse",
        filters=filters,
        definition="invloed, belang, brengt en vraagt van 1 tot 5; 3 telt als hoog",
        key="krachten_rijen",
    )


def _give_and_take(drawn: list[Row]) -> None:
    """What each brings beside what it asks; the rows are those of the table below."""
    with st.expander("Geven en nemen op één lijn", on_change="rerun", key="geven_nemen") as folded:
        if not folded.open:
            return
        ordered = sorted(drawn, key=lambda one: one["asks"] - one["brings"])
        shown = [
            {
                "label": one["name"],
                "brings": one["brings"],
                "asks": one["asks"],
                "text": balance(one["brings"], one["asks"]),
            }
            for one in ordered[:MOST]
        ]
        charts.draw(
            give_and_take,
            pa.Table.from_pylist(shown),
            alt_text="Per partner wat deze brengt en wat deze vraagt, van 1 tot 5",
            key="geven_nemen_grafiek",
        )
        st.caption(
            "Dicht rondje: brengt. Open rondje: vraagt. Wie het meest overhoudt staat boven."
        )
        if len(ordered) > MOST:
            st.caption(f"De eerste {MOST} van {len(ordered)} partners; de tabel heeft ze alle.")


def _drawn(found: list[Row], draft: Assessment | None, filters: Filters) -> list[Row]:
    """The assessed partners as the chart wants them; of the chosen one what the sliders say."""
    shown = [_with_draft(one, draft) for one in found]
    shown = [one for one in shown if one["day"]]
    cells = Counter((one["interest"], one["influence"]) for one in shown)
    seen: Counter[tuple[int, int]] = Counter()
    drawn = []
    for number, one in enumerate(shown, 1):
        cell = (one["interest"], one["influence"])
        drawn.append(
            {
                **one,
                "number": number,
                "sign": SIGNS[one["stance"]],
                "approach": approach(one["influence"], one["interest"]),
                "value": added_value(one["brings"], one["goals_share"], one["coverage_share"]),
                "faded": is_outdated(one["day"], filters.measure_date),
                "nth": seen[cell],
                "of": cells[cell],
            }
        )
        seen[cell] += 1
    return drawn


def _with_draft(one: Row, draft: Assessment | None) -> Row:
    if draft is None or one["id"] != draft.partner:
        return one
    fields = ("influence", "interest", "stance", "brings", "asks")
    said = {field: getattr(draft, field) for field in fields}
    if one["day"] is None or draft.day > one["day"]:
        # Not saved yet: where it stood until now is where the arrow comes from.
        before = {f"previous_{field}": one[field] for field in fields[:3]}
        return {**one, **before, **said, "previous_day": one["day"], "day": draft.day}
    return {**one, **said} if draft.day == one["day"] else one
