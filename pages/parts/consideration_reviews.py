"""What was expected and what came of it, over all decisions: where the library is too hopeful."""

from typing import Any

import pyarrow as pa
import streamlit as st

from core.charts.considered_over_time import totals_over_time
from core.charts.expectation import expectation_dots
from core.decision import Decision
from core.filters import Filters, today
from core.wording import counted, enumerated, long_date, number, plain
from data import decisions, reviews
from pages.shared import by_name, charts, linked, rows
from pages.shared.opened import recorded

# From this difference in points of the scale on, an expectation was too hopeful or too gloomy.
NOTABLE = 0.5
Row = dict[str, Any]


def show(filters: Filters) -> None:
    """Reviews that are due, the ledger, and the history of one partnership."""
    due = recorded(reviews.due_reviews, today())
    found = recorded(reviews.expectations, filters.libraries or None)
    st.markdown(_finding(found, due))
    _due(due)
    if found:
        _ledger(found, filters)
    _history(filters)


def _finding(found: list[Row], due: list[Row]) -> str:
    if not found:
        return (
            "Er is nog niet teruggekeken. Kies bij een besluit *Nu terugkijken*: wat verwachtten "
            "we per criterium, en wat is gebleken? Na een paar keer ziet u waar de bibliotheek "
            "vaak te hoopvol is."
        )
    hopeful = [one for one in found if one["difference"] >= NOTABLE]
    many = max(one["reviews"] for one in found)
    start = f"Na **{counted(many, 'terugblik', 'terugblikken')}**: "
    if not hopeful:
        return start + "de verwachtingen kwamen gemiddeld uit."
    worst = sorted(hopeful, key=lambda one: -one["difference"])[:3]
    named = enumerated(
        [f"{one['label']} ({number(one['difference'], 1)} te hoog)" for one in worst]
    )
    return start + f"we schatten vooral te hoopvol bij **{plain(named)}**."


def _due(due: list[Row]) -> None:
    for one in due:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(
                f"**{plain(one['question'])}**: terugkijken was afgesproken op "
                f"{long_date(one['review_on'])}.",
                width="stretch",
            )
            st.button(
                "Terugkijken",
                key=f"terug_naar_{one['id']}",
                on_click=linked.point,
                args=("besluit", str(one["id"])),
            )


def _ledger(found: list[Row], filters: Filters) -> None:
    drawn = [
        {
            "label": one["label"],
            "expected": one["expected"],
            "actual": one["actual"],
            "text": _said(one),
        }
        for one in sorted(found, key=lambda one: -one["difference"])
    ]
    charts.draw(
        expectation_dots,
        pa.Table.from_pylist(drawn),
        alt_text="Per criterium de gemiddelde verwachte en gebleken score",
        key="verwachting_grafiek",
    )
    rows.twin(
        pa.Table.from_pylist(found),
        {
            "label": "Criterium",
            "reviews": "Terugblikken",
            "expected": "Verwacht (gemiddeld)",
            "actual": "Gebleken (gemiddeld)",
            "difference": "Te hoopvol",
        },
        what="Verwacht en gebleken",
        filters=filters,
        definition="scores van 1 tot 5; te hoopvol: verwacht min gebleken",
        key="verwachting_rijen",
    )


def _said(one: Row) -> str:
    times = counted(one["reviews"], "keer", "keer")
    gap = one["difference"]
    if abs(gap) < NOTABLE:
        return f"kwam uit, {times}"
    return f"{number(abs(gap), 1)} te {'hoopvol' if gap > 0 else 'somber'}, {times}"


def _history(filters: Filters) -> None:
    """What was decided on one partnership, over time."""
    names = {
        one.partnership: one.name
        for row in recorded(decisions.decisions)
        for one in row["content"].decision.options
        if one.partnership
    }
    if not names:
        return
    st.subheader("De afwegingen van één samenwerking", anchor=False)
    chosen = by_name.choose("Samenwerking", "afwegingen_van", names, width=520)
    if chosen is None:
        return
    drawn = []
    for row in recorded(decisions.decisions_with, chosen):
        decision: Decision = row["content"].decision
        [code] = [one.code for one in decision.options if one.partnership == chosen]
        was = next(one for one in decision.outcome if one.option == code)
        parts = {"Totaal": was.total, **was.groups}
        drawn += [
            {
                "day": decision.decided_on,
                "part": part,
                "total": (low + high) / 2,
                "question": decision.question,
                "text": was.band if part == "Totaal" else "",
            }
            for part, (low, high) in parts.items()
        ]
    charts.draw(
        totals_over_time,
        pa.Table.from_pylist(drawn),
        alt_text=f"Totaal en groepen van {names[chosen]} bij elk besluit",
        key="verloop_grafiek",
    )
    rows.twin(
        pa.Table.from_pylist(drawn),
        {"day": "Besluit van", "question": "Vraag", "part": "Onderdeel", "total": "Punten"},
        what=f"Afwegingen van {names[chosen]}",
        filters=filters,
        key="verloop_rijen",
    )
