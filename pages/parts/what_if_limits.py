"""Under what a choice of partnerships is made: hours, budget, what weighs, what stays or stops."""

from dataclasses import dataclass
from typing import Any

import streamlit as st

from core.alignment import REACH
from core.filters import Filters
from core.selection import Ceiling
from core.wording import amount, plain

HOURS, ABOUT = "plafond_uren", "plafond_over"
CALCULATION = f"""
- **Punten** lopen van 0 tot 100: een deel voor het doelbereik en de rest voor de dekking, naar het
  gewicht dat u kiest.
- {REACH}
- De **dekkingspunten** tellen elke bereikte locatie of gemeente één keer, elk thema even zwaar.
  Waar de **doelgroep onbekend** is (kinderopvang zonder register), geldt wat nu wordt
  bereikt als de hele doelgroep.
- Wat twee samenwerkingen samen doen, telt één keer. Daarom wordt de **hele verzameling** gekozen,
  niet een voor een de beste: een exacte oplosser (HiGHS) bewijst dat geen andere keuze onder dit
  plafond meer punten geeft. Van gelijke keuzen wint die met de minste uren.
- Uren en budget die **niet zijn ingevuld** tellen als nul: zo’n samenwerking kost hier niets.
- De **lijn** heeft voor een aantal plafonds de beste keuze. Daartussen kan er iets meer te halen
  zijn dan de lijn toont, nooit minder.
- **Punten per uur** van één samenwerking: wat er verloren gaat als juist die stopt, of erbij komt
  als juist die blijft, gedeeld door haar uren. Bij een ander plafond kan de hele keuze anders zijn.
- **Punten die alleen zij geeft**: wat er verloren gaat als juist die ene stopt, of wat erbij komt
  als juist die ene blijft.
"""


@dataclass(frozen=True)
class Limits:
    """The ceiling, the weight of the goals (0-1), and what (ids) stays or stops in any case."""

    ceiling: Ceiling
    goals: float
    keep: tuple[int, ...]
    stop: tuple[int, ...]


def ask(candidates: list[dict[str, Any]], filters: Filters) -> Limits | None:
    """Draw the fields; None where what they say cannot be, which is then said."""
    total = sum(row["hours"] or 0 for row in candidates)
    if st.session_state.get(ABOUT) != filters:  # another portfolio, another ceiling
        st.session_state[ABOUT] = filters
        st.session_state[HOURS] = float(round(0.8 * total, -1))
    names = {row["id"]: f"{row['name']} · {row['library']}" for row in candidates}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        hours = st.number_input(
            f"Uren per jaar, ten hoogste (nu {amount(total)})",
            min_value=0.0,
            step=100.0,
            format="%0.0f",
            key=HOURS,
            width=260,
            persist_state="session",
        )
        budget = st.number_input(
            "Budget per jaar (€), ten hoogste",
            min_value=0.0,
            value=None,
            step=1000.0,
            format="%0.0f",
            key="plafond_budget",
            placeholder="geen plafond",
            width=260,
            persist_state="session",
        )
        goals = st.slider(
            "Gewicht van de doelen; de rest is dekking",
            0,
            100,
            50,
            5,
            format="%d%%",
            key="plafond_doelen",
            width=300,
            persist_state="session",
        )
        with st.popover("Hoe is dit berekend?", icon=":material/calculate:", type="tertiary"):
            st.markdown(CALCULATION)
    with st.grid(2, min_column_width=300, gap="small") as places:
        with places.cell():
            keep = _some("Blijft in elk geval", "plafond_blijft", names)
        with places.cell():
            stop = _some("Stopt in elk geval", "plafond_stopt", names)
    if both := set(keep) & set(stop):
        st.markdown(
            f"**{plain(names[min(both)])}** kan niet in elk geval blijven én stoppen. "
            "Haal haar uit een van beide."
        )
        return None
    limit = None if budget is None else float(budget)
    ceiling = Ceiling(max(0.0, float(hours or 0)), limit)
    return Limits(ceiling, min(max(goals, 0), 100) / 100, keep, stop)


def _some(title: str, key: str, names: dict[int, str]) -> tuple[int, ...]:
    kept = [one for one in st.session_state.get(key, []) if one in names]
    if key in st.session_state and kept != st.session_state[key]:
        st.session_state[key] = kept  # the filters left one out
    picked = st.multiselect(
        title,
        list(names),
        key=key,
        format_func=lambda one: names.get(one, ""),
        placeholder="Geen",
        select_all=False,
        persist_state="session",
    )
    return tuple(sorted(one for one in picked if one in names))
