"""The key figures with their trend over the years; each leads to the rows behind it."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from core.filters import Filters
from core.findings import filled_in, undated
from core.wording import amount, counted, euro, long_date, number, percent
from data import portfolio
from data.portfolio import PARTNERSHIP_COLUMNS
from pages.shared import rows
from pages.shared.opened import result

FIGURES: dict[str, tuple[str, Callable[[Any], str]]] = {
    "partnerships": ("Samenwerkingen", number),
    "pipeline": ("In voorbereiding", number),
    "partners": ("Partners", number),
    "themes": ("Thema’s", number),
    "gemeenten": ("Gemeenten", number),
    "hours": ("Uren per jaar", amount),
    "budget": ("Budget per jaar", euro),
    "agreement_share": ("Met overeenkomst", percent),
}

CALCULATION = """
Alle cijfers gelden voor de peildatum en de gekozen filters.

- **Lopend** is elke samenwerking met de status *actief* of *evaluatie* op de peildatum.
- **In voorbereiding** is elke samenwerking met de status *verkenning* of *opstart*.
- **Partners**, **thema’s** en **gemeenten** tellen elk één keer, hoeveel samenwerkingen er ook
  lopen. Een samenwerking zonder gemeente geldt voor het hele werkgebied.
- **Uren** en **budget** zijn de bedragen die nu bij deze samenwerkingen staan; van eerdere jaren
  worden ze niet bewaard. Wat niet is ingevuld, telt niet mee; onder de cijfers staat bij hoeveel
  samenwerkingen het wel is ingevuld.
- **Met overeenkomst** is het deel van de lopende samenwerkingen onder een getekende overeenkomst
  die op de peildatum niet is verlopen.
- De **lijn** toont dezelfde dag in de vijf jaren ervoor; het verschil is met een jaar eerder. Zij
  begint niet bij nul: zij laat de vorm van het verloop zien, niet de verhouding.
- Een samenwerking **zonder startdatum** telt in alle jaren mee; onder de cijfers staat hoeveel dat
  er zijn.
"""


def show(figures: list[dict[str, Any]], filters: Filters) -> None:
    """The cards, and a drawer with the rows behind them."""
    now = figures[-1]
    before = figures[-2] if len(figures) > 1 else now
    st.caption("Het verschil is met een jaar eerder; de lijn is het verloop over vijf jaar.")
    with st.grid(4, min_column_width=150, gap="small"):
        for name, (label, worded) in FIGURES.items():
            if _is_known(name, now):
                st.metric(
                    _label(name, label, now),
                    worded(now[name]),
                    _difference(name, now, before),
                    delta_color="off",
                    border=True,
                    height="stretch",
                    chart_data=_course(name, figures),
                    chart_type="line",
                )
            else:
                st.metric(
                    label,
                    rows.ABSENT,
                    "niet ingevuld" if now["partnerships"] else None,
                    delta_color="off",
                    delta_arrow="off",
                    border=True,
                    height="stretch",
                )
    for remark in (filled_in(now), undated(now)):
        if remark:
            st.caption(remark)
    with st.container(horizontal=True):
        if st.button("Toon de lopende samenwerkingen", icon=":material/table_rows:"):
            _drawer(filters)
        with st.popover("Hoe is dit berekend?", icon=":material/calculate:", type="tertiary"):
            st.markdown(CALCULATION)


def _label(name: str, label: str, now: dict[str, Any]) -> str:
    scope = now.get(f"{name}_in_scope")
    return f"{label} (van {number(scope)})" if scope else label


def _is_known(name: str, on: dict[str, Any]) -> bool:
    """Whether there is a figure of a day: nothing filled in is not the same as nought."""
    return on[name] is not None and on.get(f"with_{name}") != 0


def _course(name: str, figures: list[dict[str, Any]]) -> list[Any]:
    """The figures of the years since the first of which one is known."""
    first = next((at for at, one in enumerate(figures) if _is_known(name, one)), len(figures))
    return [one[name] or 0 for one in figures[first:]]


def _difference(name: str, now: dict[str, Any], before: dict[str, Any]) -> str | int | None:
    if before[name] is None or not _is_known(name, before):
        return None
    change = round(now[name] - before[name], 4)
    if name == "agreement_share":
        points = round(change * 100)
        return f"{points:+d} %-punt" if points else 0
    return f"{'+' if change > 0 else '-'}{amount(abs(change))}" if change else 0


@st.dialog("Lopende samenwerkingen", width="large")
def _drawer(filters: Filters) -> None:
    found = result(portfolio.partnerships, filters, ("active",))
    running = counted(found.num_rows, "samenwerking", "samenwerkingen")
    st.caption(f"{running} op {long_date(filters.measure_date)}.")
    rows.download(
        found,
        PARTNERSHIP_COLUMNS,
        what="Lopende samenwerkingen",
        filters=filters,
        key="lopend",
    )
    rows.table(found, PARTNERSHIP_COLUMNS, alt="Lopende samenwerkingen", to_record=True)
