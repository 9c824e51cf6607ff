"""Which partnerships to keep under a ceiling of hours and budget."""

from typing import Any

import pyarrow as pa
import streamlit as st

from core.alignment import REACH
from core.charts.frontier import frontier_line
from core.filters import Filters
from core.integer_programme import Going
from core.scenario import Scenario
from core.selection import Ceiling, Choice, Gains, best, frontier, lost_without, points_of, won_with
from core.wording import amount, counted, euro, number, plain
from data import selection
from pages.parts.what_if_stored import make
from pages.shared import charts, linked, rows, search
from pages.shared.opened import listed, prepare, store

# These take some seconds, their frontier half a minute; of more the lists to choose from are slow.
MOST = 2_000
STEPS = 12
HOURS, ABOUT = "plafond_uren", "plafond_over"
COLUMNS = {
    "verdict": "Keuze",
    "name": "Samenwerking",
    "library": "Bibliotheek",
    "hours": "Uren per jaar",
    "budget": "Budget per jaar",
    "points": "Punten die alleen zij geeft",
}
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
- De **lijn** is voor elk aantal uren de beste keuze. Onder de lijn kan het beter, erboven kan niet.
- **Punten die alleen zij geeft**: wat er verloren gaat als juist die ene stopt, of wat erbij komt
  als juist die ene blijft.
"""


def show(filters: Filters) -> None:
    """The ceiling and what weighs, the choice under it, the frontier, and the rows."""
    prepare((selection.candidates, filters), (selection.gains, filters))
    candidates = listed(selection.candidates, filters)
    if not candidates:
        st.caption("Binnen deze keuze loopt op de peildatum geen enkele samenwerking.")
        return
    if len(candidates) > MOST:
        st.markdown(
            f"**{counted(len(candidates), 'samenwerking', 'samenwerkingen')}** is te veel om in "
            f"één keer uit te kiezen; dat gaat tot {number(MOST)}. Kies links een bibliotheek, "
            "regio of gemeente."
        )
        return
    asked = _asked(candidates, filters)
    if asked is None:
        return
    ceiling, goals, keep, stop = asked
    gains = selection.weighed(listed(selection.gains, filters), goals)
    those = selection.choosable(candidates, keep, stop)
    basis = (filters, goals, keep, stop, ceiling.budget, store().data_version)

    def choose(going: Going) -> Choice | None:
        return best(those, gains, ceiling, going)

    chosen = search.found(
        "plafond_zoeken",
        (basis, ceiling.hours),
        choose,
        label=f"Uit {number(len(candidates))} samenwerkingen wordt de beste keuze gezocht …",
    )
    if chosen is search.PENDING:
        return
    if chosen is None:
        st.markdown(
            "**Onder dit plafond kan het niet.** Wat in elk geval blijft, vraagt al meer uren of "
            "budget. Verhoog het plafond, of laat er minder in elk geval blijven."
        )
        return
    _finding(chosen, candidates, gains)
    _margin(chosen, candidates, gains, {*keep, *stop})
    _line(those, gains, ceiling, chosen, basis)
    _rows(chosen, candidates, gains, filters)


def _asked(
    candidates: list[dict[str, Any]], filters: Filters
) -> tuple[Ceiling, float, tuple[int, ...], tuple[int, ...]] | None:
    """The ceiling, the weight of the goals (0-1), and what stays or stops in any case."""
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
    return Ceiling(max(0.0, float(hours or 0)), limit), min(max(goals, 0), 100) / 100, keep, stop


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


def _finding(chosen: Choice, candidates: list[dict[str, Any]], gains: Gains) -> None:
    everything = points_of([row["id"] for row in candidates], gains)
    part = f"{number(chosen.points, 1)} van de {number(everything, 1)} punten"
    stops = len(candidates) - len(chosen.kept)
    sure = (
        "Beter kan het onder dit plafond niet."
        if chosen.is_proven
        else "Dit is het beste dat binnen de tijd is gevonden; er kan een betere keuze zijn."
    )
    st.markdown(
        f"Houd **{number(len(chosen.kept))} van de "
        f"{counted(len(candidates), 'samenwerking', 'samenwerkingen')}**: samen "
        f"**{amount(round(chosen.hours, 1))} uur** en {euro(float(round(chosen.budget)))} per "
        f"jaar, voor **{part}** die nu worden gehaald. "
        f"{counted(stops, 'samenwerking stopt', 'samenwerkingen stoppen')}. {sure}"
    )
    free = sum(row["hours"] is None for row in candidates)
    if free:
        st.caption(
            f"Van {counted(free, 'samenwerking', 'samenwerkingen')} zijn geen uren ingevuld; die "
            "kosten hier niets. Vul ze in voor een eerlijke keuze."
        )


def _margin(
    chosen: Choice, candidates: list[dict[str, Any]], gains: Gains, decided: set[int]
) -> None:
    """The one that just stays and the one that just does not, by points for an hour."""
    by_id = {row["id"]: row for row in candidates if row["hours"] and row["id"] not in decided}
    lost, won = lost_without(chosen.kept, gains), won_with(chosen.kept, gains)
    kept = [row for id_, row in by_id.items() if id_ in chosen.kept]
    dropped = [row for id_, row in by_id.items() if id_ not in chosen.kept and won.get(id_)]
    said = []
    if dropped:
        first = max(dropped, key=lambda row: won[row["id"]] / row["hours"])
        said.append(
            f"- De eerste die terugkomt als er meer uren zijn: **{plain(first['name'])}** "
            f"({plain(first['library'])}), {number(won[first['id']], 2)} punten erbij voor "
            f"{amount(first['hours'])} uur."
        )
    if kept:
        last = min(kept, key=lambda row: lost[row["id"]] / row["hours"])
        said.append(
            f"- De eerste die wegvalt als er minder uren zijn: **{plain(last['name'])}** "
            f"({plain(last['library'])}), {number(lost[last['id']], 2)} punten minder en "
            f"{amount(last['hours'])} uur vrij."
        )
    st.markdown("\n".join(said))


def _line(
    those: list[Any], gains: Gains, ceiling: Ceiling, chosen: Choice, basis: tuple[Any, ...]
) -> None:
    st.subheader("Wat elk uur oplevert", anchor=False)

    def along(going: Going) -> list[tuple[float, Choice]]:
        return frontier(those, gains, ceiling.budget, STEPS, going)

    found = search.found(
        "grens_zoeken", basis, along, label="De lijn van beste keuzen wordt berekend …"
    )
    if found is search.PENDING:
        return
    everything = [one.id for one in those]
    drawn = [
        _point(hours, one.points, "frontier", "Beste keuze", len(one.kept)) for hours, one in found
    ]
    drawn.append(_point(chosen.hours, chosen.points, "chosen", "Dit plafond", len(chosen.kept)))
    hours = sum(one.hours for one in those)
    drawn.append(_point(hours, points_of(everything, gains), "now", "Nu", len(those)))
    charts.draw(
        frontier_line,
        pa.Table.from_pylist(drawn),
        alt_text="De meeste punten die voor een aantal uren te halen zijn, met dit plafond en nu",
        key="grens",
    )
    enough = found[-1][1] if found else None
    if enough and enough.is_proven and enough.hours < hours - 0.5:
        st.caption(
            f"Alle punten die te halen zijn, kosten {amount(round(enough.hours, 1))} uur. De "
            f"andere {amount(round(hours - enough.hours, 1))} uur voegen aan doelen en dekking "
            "niets toe dat er niet al is; dat zegt niets over wat zij verder waard zijn."
        )


def _point(hours: float, points: float, kind: str, name: str, kept: int) -> dict[str, Any]:
    return {
        "hours": hours,
        "points": points,
        "kind": kind,
        "name": name,
        "text": counted(kept, "samenwerking", "samenwerkingen"),
    }


def _rows(chosen: Choice, candidates: list[dict[str, Any]], gains: Gains, filters: Filters) -> None:
    lost, won = lost_without(chosen.kept, gains), won_with(chosen.kept, gains)
    drawn = [
        {
            "verdict": "blijft" if row["id"] in chosen.kept else "stopt",
            "points": round((lost if row["id"] in chosen.kept else won).get(row["id"], 0.0), 2),
            **{name: row[name] for name in ("name", "library", "hours", "budget")},
        }
        for row in candidates
    ]
    drawn.sort(key=lambda row: (row["verdict"] != "stopt", -row["points"]))
    st.subheader("Wat stopt en wat blijft", anchor=False)
    st.caption(
        "De keuze kijkt alleen naar doelbereik en dekking. Wat een samenwerking verder waard is, "
        "wegen mensen."
    )
    rows.with_download(
        pa.Table.from_pylist(drawn),
        COLUMNS,
        what="Keuze bij een plafond",
        filters=filters,
        key="plafond_rijen",
    )
    stops = [row["id"] for row in candidates if row["id"] not in chosen.kept]
    if stops:
        st.button(
            "Maak hier een scenario van",
            icon=":material/add:",
            on_click=_as_scenario,
            args=(stops, chosen.hours),
        )


def _as_scenario(stops: list[int], hours: float) -> None:
    name = f"Ten hoogste {amount(round(hours))} uur"
    made = make(name, Scenario(stopped=tuple(stops)), f"Het scenario {plain(name)} is gemaakt.")
    if made:
        linked.point("vraag", None)
        linked.point("scenario", str(made))
