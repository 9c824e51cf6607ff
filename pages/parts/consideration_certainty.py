"""How sure the order is: under how many conceivable weights each option comes first."""

import pyarrow as pa
import streamlit as st

from core.certainty import Certainty
from core.certainty_wording import certainty_in_words, of_hundred, tipping
from core.charts.chances import chance_bars
from core.consideration_table import ConsiderationTable, shown_points
from core.filters import Filters
from core.wording import amount, plain
from pages.shared import charts, rows

NEAR, FREE = "Rond de weging", "Elke weging"


def show(table: ConsiderationTable, sure: Certainty, filters: Filters, key: str) -> None:
    """The chances of each place, and the weights at which another option comes first."""
    st.subheader("Hoe zeker is dit?", anchor=False)
    for sentence in certainty_in_words(table, sure):
        st.markdown(f"- {plain(sentence)}")
    drawn = [
        {
            "label": f"{one.code} {one.name}",
            "way": way,
            "rank": rank,
            "share": share,
            "text": f"eerst in {of_hundred(shares[0])}",
        }
        for one in sure.chances
        for way, shares in ((NEAR, one.near), (FREE, one.free))
        for rank, share in enumerate(shares, start=1)
    ]
    charts.draw(
        chance_bars,
        pa.Table.from_pylist(drawn),
        alt_text="Aandeel van de denkbare wegingen waarin elke optie op elke plaats eindigt",
        key=f"kansen_{key}",
    )
    rows.twin(
        pa.Table.from_pylist(drawn),
        {"label": "Optie", "way": "Wegingen", "rank": "Plaats", "share": "Aandeel"},
        what="Zekerheid van de afweging",
        filters=filters,
        definition="10.000 denkbare wegingen (SMAA-2)",
        key=f"kansen_rijen_{key}",
    )
    if sure.stable:
        _tipping(table, sure, sure.stable)


def _tipping(
    table: ConsiderationTable, sure: Certainty, stable: dict[str, tuple[float, float]]
) -> None:
    """The weights at which another comes first: only those that are within reach."""
    first, points = sure.chances[0].name, shown_points(table.points)
    turning = [
        f"**{plain(one.label)}** (nu {amount(points[one.code])}): "
        f"{plain(tipping(stable[one.code], first))}"
        for one in table.criteria
        if stable[one.code][0] > 0.05 or stable[one.code][1] < 99.95
    ]
    if not turning:
        st.markdown(f"Geen enkel gewicht alleen haalt {plain(first)} van de eerste plaats.")
        return
    with st.expander(f"Bij welk gewicht een andere optie eerst wordt ({len(turning)} criteria)"):
        st.markdown("\n".join(f"- {line}" for line in turning))
