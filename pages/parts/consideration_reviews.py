"""What was expected and what came of it, over all decisions: where the library is too hopeful."""

from typing import Any

import pyarrow as pa
import streamlit as st

from core.charts.considered_over_time import totals_over_time
from core.charts.expectation import expectation_dots
from core.decision import Decision, OptionOutcome
from core.filters import Filters, today
from core.wording import counted, enumerated, long_date, number, plain
from data import decisions, reviews
from pages.shared import by_name, charts, linked, rows
from pages.shared.opened import recorded

# From this difference in points of the scale on, an expectation was too hopeful or too gloomy.
NOTABLE = 0.5
MOST = 3
Row = dict[str, Any]


def show(filters: Filters) -> None:
    """Reviews that are due, the ledger, and the history of one partnership."""
    libraries = filters.libraries or None
    due = recorded(reviews.due_reviews, today(), libraries)
    found = recorded(reviews.expectations, libraries)
    st.markdown(_finding(found, due))
    _due(due)
    if found:
        _ledger(found, filters)
    _history(recorded(decisions.decisions, None, None, None, libraries), filters)


def _finding(found: list[Row], due: list[Row]) -> str:
    if not found:
        return (
            "Er is nog niet teruggekeken. Kies bij een besluit *Nu terugkijken*: wat verwachtten "
            "we per criterium, en wat is gebleken? Na een paar keer ziet u waar de bibliotheek "
            "vaak te hoopvol is."
        )
    many = found[0]["of_all"]
    start = f"Na **{counted(many, 'terugblik', 'terugblikken')}**: "
    hopeful, gloomy = (_furthest(found, way) for way in (1, -1))
    said = [
        f"we schatten {how} bij **{plain(enumerated(those))}**"
        for how, those in (("vooral te hoopvol", hopeful), ("te somber", gloomy))
        if those
    ]
    return start + ("; ".join(said) or "de verwachtingen kwamen gemiddeld uit") + "."


def _furthest(found: list[Row], way: int) -> list[str]:
    """The criteria that were furthest out: too hopeful (1) or too gloomy (-1)."""
    out = sorted(
        (one for one in found if way * one["difference"] >= NOTABLE),
        key=lambda one: -abs(one["difference"]),
    )
    word = "te hoog" if way > 0 else "te laag"
    return [f"{one['label']} ({number(abs(one['difference']), 1)} {word})" for one in out[:MOST]]


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
    st.caption("Open rondje: wat we verwachtten. Dicht rondje: wat bleek.")
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


def _history(taken: list[Row], filters: Filters) -> None:
    """What was decided on one partnership, over time."""
    names = {
        one.partnership: one.name
        for row in taken[::-1]
        for one in row["content"].decision.options
        if one.partnership
    }
    if not names:
        return
    st.subheader("De afwegingen van één samenwerking", anchor=False)
    chosen = by_name.choose("Samenwerking", "afwegingen_van", names, width=520)
    if chosen is None:
        return
    found = [
        (row, outcome)
        for row in taken[::-1]
        for decision in [row["content"].decision]
        for codes in [{one.code for one in decision.options if one.partnership == chosen}]
        for outcome in [one for one in decision.outcome if one.option in codes][:1]
    ]
    for row, outcome in found[::-1]:
        _judged(row, outcome)
    if len({row["content"].decision.decided_on for row, _ in found}) > 1:
        _over_time(found, names[chosen], filters)


def _judged(row: Row, outcome: OptionOutcome) -> None:
    """One decision in words, and the way to it."""
    decision: Decision = row["content"].decision
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        with st.container(width="stretch", gap=None):
            st.markdown(f"**{long_date(decision.decided_on)}** · {plain(decision.question)}")
            low, high = (round(one) for one in outcome.total)
            total = f"{low} van 100" if low == high else f"{low} tot {high} van 100"
            state = " · gekozen" if outcome.option in decision.chosen else ""
            st.caption(f"{total}, {outcome.band}{state}")
        st.button(
            "Openen",
            icon=":material/gavel:",
            key=f"verloop_open_{row['id']}",
            on_click=linked.point,
            args=("besluit", str(row["id"])),
        )


def _over_time(found: list[tuple[Row, OptionOutcome]], name: str, filters: Filters) -> None:
    drawn = [
        {
            "day": decision.decided_on,
            "part": part,
            "total": (low + high) / 2,
            "question": decision.question,
            "text": was.band if part == "Totaal" else "",
        }
        for row, was in found
        for decision in [row["content"].decision]
        for part, (low, high) in {"Totaal": was.total, **was.groups}.items()
    ]
    charts.draw(
        totals_over_time,
        pa.Table.from_pylist(drawn),
        alt_text=f"Totaal en groepen van {name} bij elk besluit",
        key="verloop_grafiek",
    )
    rows.twin(
        pa.Table.from_pylist(drawn),
        {"day": "Besluit van", "question": "Vraag", "part": "Onderdeel", "total": "Punten"},
        what=f"Afwegingen van {name}",
        filters=filters,
        definition="punten van 0 tot 100; waar scores open stonden het midden van het bereik",
        key="verloop_rijen",
    )
