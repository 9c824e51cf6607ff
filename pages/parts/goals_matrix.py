"""Partnership by goal: the contributions at a glance, and judging one in place."""

from collections import Counter
from typing import Any

import pyarrow as pa
import streamlit as st

from core.alignment import contribution
from core.charts.heatmap import contribution_heatmap
from core.charts.shared import FILLED
from core.filters import Filters
from core.names import name_key
from core.wording import counted, number
from data import alignment
from pages.parts import goals_judging
from pages.shared import charts, rows
from pages.shared.opened import listed

KEY = "doelenmatrix"
SHOWN = 30
# A chart of more cells than this is slow, and nobody reads it.
MOST = 500
# Rows come by alignment, those that were not judged last; sorting keeps that among equals.
ORDERS = {
    "Aansluiting": lambda _: (),
    "Sterkste doel": lambda row: _profile(row),
    "Thema": lambda row: row["themes"],
    "Bibliotheek": lambda row: row["library"],
}
TOTAL, ALIGNMENT = "Som van de bijdragen", "Aansluiting"
COLUMNS = {
    "name": "Samenwerking",
    "library": "Bibliotheek",
    "alignment": "Aansluiting (0-100)",
    "at_most": "Ten hoogste",
    "judged": "Beoordeelde doelen",
    "hours": "Uren per jaar",
    "budget": "Budget per jaar",
}


def show(filters: Filters) -> None:
    """The heatmap under a choice of order and words, its table, and the chosen cell."""
    partnerships = listed(alignment.alignment, filters)
    goals = listed(alignment.goals, filters)
    st.subheader("Samenwerkingen en doelen", anchor=False)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        order = st.segmented_control(
            "Volgorde", list(ORDERS), default="Aansluiting", key="doelenvolgorde", required=True
        )
        words = st.text_input(
            "Zoek", key="doelenzoek", placeholder="Naam of bibliotheek", width=220, max_chars=100
        )
    found = _matching(partnerships, words)
    found.sort(key=ORDERS.get(str(order), ORDERS["Aansluiting"]))
    if not found:
        st.caption("Geen enkele samenwerking heeft deze woorden in haar naam of bibliotheek.")
        return
    everything = len(found) > SHOWN and st.toggle(
        f"Alle {number(min(len(found), MOST))} samenwerkingen", key="alle_samenwerkingen"
    )
    shown = found[: MOST if everything else SHOWN]
    with st.container(height=720 if len(shown) > SHOWN else "content", border=False):
        charts.draw(
            contribution_heatmap,
            pa.Table.from_pylist(_drawn(shown, goals), schema=_SCHEMA),
            alt_text="Bijdrage van elke samenwerking aan elk doel",
            key=KEY,
            on_select=lambda: goals_judging.remember(charts.picked(KEY, "cel")),
        )
    differ = any(len(row["contributions"]) < len(goals) for row in shown)
    st.caption(
        f"{counted(len(shown), 'samenwerking', 'samenwerkingen')} van de {number(len(found))}. "
        "3 kern · 2 direct · 1 indirect · 0 geen · gestippeld: niet beoordeeld"
        f"{' · leeg: geen doel van die bibliotheek' if differ else ''}. Klik op een cel om "
        "de bijdrage te lezen en te beoordelen."
    )
    goals_judging.show(found, goals)
    rows.twin(
        pa.Table.from_pylist([{name: row[name] for name in COLUMNS} for row in found]),
        COLUMNS,
        what="Aansluiting op de doelen",
        filters=filters,
        key="aansluiting_rijen",
    )


_SCHEMA = pa.schema(
    {
        "row": pa.string(),
        "column": pa.string(),
        "key": pa.int64(),
        "value": pa.float64(),
        "cell": pa.string(),
        "text": pa.string(),
        "dark": pa.bool_(),
        "total": pa.bool_(),
    }
)


def _matching(partnerships: list[dict[str, Any]], words: str) -> list[dict[str, Any]]:
    asked = name_key(words or "")
    return [row for row in partnerships if asked in name_key(f"{row['name']} {row['library']}")]


def _profile(row: dict[str, Any]) -> tuple[float, ...]:
    """Alike profiles beside each other: the strongest contributions to the first goals first."""
    return tuple(
        -(one["value"] if one["value"] is not None else -1) for one in row["contributions"]
    )


def _drawn(shown: list[dict[str, Any]], goals: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The cells in drawing order: totals on top and at the right.

    Where a goal is none of the library of a partnership, there is no cell.
    """
    dark = charts.is_dark()
    drawn = [
        _total(TOTAL, goal["goal"], -1, number(_sum(shown, goal["goal"])), goal["label"])
        for goal in goals
    ]
    times = Counter(row["name"] for row in shown)
    for row in shown:
        label = row["name"] if times[row["name"]] == 1 else f"{row['name']} ({row['library']})"
        values = {one["goal"]: one["value"] for one in row["contributions"]}
        for goal in goals:
            if goal["goal"] not in values:
                continue
            value = values[goal["goal"]]
            drawn.append(
                {
                    "row": label,
                    "column": goal["goal"],
                    "key": row["id"],
                    "value": value,
                    "cell": "" if value is None else str(value),
                    "text": f"{goal['label']}: {contribution(value)}",
                    "dark": value is not None and (value / 3 > FILLED) != dark,
                    "total": False,
                }
            )
        said = "–" if row["alignment"] is None else number(row["alignment"])
        drawn.append(_total(label, ALIGNMENT, row["id"], said, ALIGNMENT))
    return drawn


def _sum(shown: list[dict[str, Any]], goal: str) -> int:
    return sum(
        one["value"] or 0 for row in shown for one in row["contributions"] if one["goal"] == goal
    )


def _total(row: str, column: str, key: int, cell: str, text: str) -> dict[str, Any]:
    return {
        "row": row,
        "column": column,
        "key": key,
        "value": None,
        "cell": cell,
        "text": f"{text}: {cell}",
        "dark": False,
        "total": True,
    }
