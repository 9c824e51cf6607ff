"""Under what a choice of partnerships is made: hours, budget, what weighs, what stays or stops."""

from dataclasses import dataclass
from typing import Any

import streamlit as st

from core.alignment import REACH
from core.filters import Filters
from core.selection import Ceiling
from core.values import MOST, Unreadable, number
from core.wording import amount, plain

HOURS, BUDGET, GOALS = "plafond_uren", "plafond_budget", "plafond_doelen"
KEEP, STOP, ABOUT = "plafond_blijft", "plafond_stopt", "plafond_over"
AMOUNTS = {HOURS: (0.0, MOST), BUDGET: (0.0, MOST), GOALS: (0.0, 100.0)}
EVEN = 50
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
    if ABOUT not in st.session_state:
        _take_from_address()
    if HOURS not in st.session_state or st.session_state.get(ABOUT, filters) != filters:
        # Another portfolio, another ceiling.
        st.session_state[HOURS] = float(round(0.8 * total, -1))
    st.session_state[ABOUT] = filters
    names = {row["id"]: f"{row['name']} · {row['library']}" for row in candidates}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        hours = st.number_input(
            f"Uren per jaar, ten hoogste (nu {amount(total)})",
            step=100.0,
            format="%0.0f",
            key=HOURS,
            width=260,
            persist_state="session",
        )
        budget = st.number_input(
            "Budget per jaar (€), ten hoogste",
            value=None,
            step=1000.0,
            format="%0.0f",
            key=BUDGET,
            placeholder="geen plafond",
            width=260,
            persist_state="session",
        )
        goals = st.slider(
            "Gewicht van de doelen; de rest is dekking",
            0,
            100,
            EVEN,
            5,
            format="%d%%",
            key=GOALS,
            width=300,
            persist_state="session",
        )
        with st.popover("Hoe is dit berekend?", icon=":material/calculate:", type="tertiary"):
            st.markdown(CALCULATION)
    with st.grid(2, min_column_width=300, gap="small") as places:
        with places.cell():
            keep = _some("Blijft in elk geval", KEEP, names)
        with places.cell():
            stop = _some("Stopt in elk geval", STOP, names)
    _put_in_address({HOURS: hours, BUDGET: budget, GOALS: goals}, {KEEP: keep, STOP: stop})
    if both := set(keep) & set(stop):
        st.markdown(
            f"**{plain(names[min(both)])}** kan niet in elk geval blijven én stoppen. "
            "Haal haar uit een van beide."
        )
        return None
    limit = None if budget is None else float(budget)
    ceiling = Ceiling(max(0.0, float(hours or 0)), limit)
    return Limits(ceiling, min(max(goals, 0), 100) / 100, keep, stop)


def _take_from_address() -> None:
    """What a link asks for, as far as it can be read."""
    for key, (least, most) in AMOUNTS.items():
        try:
            asked = number(st.query_params.get(key))
        except Unreadable:
            continue
        if asked is not None:
            kept = min(max(asked, least), most)
            st.session_state[key] = round(kept) if key == GOALS else kept
    for key in (KEEP, STOP):
        ids = [int(one) for one in st.query_params.get_all(key) if one.isdecimal()]
        if ids:
            st.session_state[key] = ids


def _put_in_address(amounts: dict[str, float | None], chosen: dict[str, tuple[int, ...]]) -> None:
    """So that a link opens the same choice; what is usual needs no words there."""
    wanted = {key: [f"{value:g}"] for key, value in amounts.items() if value is not None}
    wanted |= {key: [str(one) for one in ids] for key, ids in chosen.items()}
    if amounts[GOALS] == EVEN:
        wanted[GOALS] = []
    for key in (HOURS, BUDGET, GOALS, KEEP, STOP):
        words = wanted.get(key, [])
        if st.query_params.get_all(key) != words:
            st.query_params.pop(key, None)
            if words:
                st.query_params[key] = words


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
