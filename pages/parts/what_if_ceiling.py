"""Which partnerships to keep under a ceiling of hours and budget."""

from dataclasses import replace
from typing import Any

import pyarrow as pa
import streamlit as st

from core.filters import Filters
from core.integer_programme import Going
from core.scenario import Scenario
from core.selection import (
    Candidate,
    Ceiling,
    Choice,
    Gains,
    best,
    lost_without,
    points_of,
    won_with,
)
from core.wording import amount, counted, euro, number, plain
from data import selection
from pages.parts import what_if_limits, what_if_line
from pages.parts.what_if_limits import Limits
from pages.parts.what_if_stored import make
from pages.shared import allowed, linked, rows, search
from pages.shared.opened import listed, result, store

# These take some seconds, their frontier half a minute; of more the lists to choose from are slow.
MOST = 2_000
SEARCH = "plafond_zoeken"
COLUMNS = {
    "verdict": "Keuze",
    "name": "Samenwerking",
    "library": "Bibliotheek",
    "hours": "Uren per jaar",
    "budget": "Budget per jaar (€)",
    "points": "Punten die alleen zij geeft",
}


def show(filters: Filters) -> None:
    """The ceiling and what weighs, the choice under it, the frontier, and the rows."""
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
    limits = what_if_limits.ask(candidates, filters)
    if limits is None:
        return
    ceiling = limits.ceiling
    gains = result(selection.worth, filters, limits.goals)
    those = selection.choosable(candidates, limits.keep, limits.stop)
    basis = (filters, replace(limits, ceiling=Ceiling(None, ceiling.budget)), store().data_version)

    def choose(going: Going) -> Choice | None:
        return best(those, gains, ceiling, going)

    chosen = search.found(
        SEARCH,
        (basis, ceiling.hours),
        choose,
        label=f"Uit {number(len(candidates))} samenwerkingen wordt de beste keuze gezocht …",
    )
    if chosen is search.PENDING:
        return
    if chosen is None:
        st.markdown(_none(those, ceiling))
        return
    _finding(chosen, candidates, gains)
    if not chosen.is_proven:
        search.offer_again(SEARCH)
    _margin(chosen, candidates, gains, {*limits.keep, *limits.stop})
    what_if_line.show(those, gains, limits, chosen, basis, filters)
    _rows(chosen, candidates, gains, filters, limits)


def _none(those: list[Candidate], ceiling: Ceiling) -> str:
    """Why there is no choice: what must stay is too much, or the search ended too early."""
    kept = [one for one in those if one.keep]
    hours, budget = sum(one.hours for one in kept), sum(one.budget for one in kept)
    for asked, most, worded in (
        (hours, ceiling.hours, f"{amount(round(hours, 1))} uur"),
        (budget, ceiling.budget, euro(float(round(budget)))),
    ):
        if most is not None and asked > most:
            return (
                f"**Onder dit plafond kan het niet.** Wat in elk geval blijft, vraagt al {worded}. "
                "Verhoog het plafond, of laat er minder in elk geval blijven."
            )
    return "**Er is geen keuze gevonden.** Verruim het plafond, of laat meer vrij."


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
        f"{_capital(counted(stops, 'samenwerking stopt', 'samenwerkingen stoppen'))}. {sure}"
    )
    open_ = [row for row in candidates if row["id"] not in chosen.kept and not row["is_judged"]]
    if open_:
        st.caption(
            f"Van {counted(len(open_), 'samenwerking', 'samenwerkingen')} die "
            f"{'stopt' if len(open_) == 1 else 'stoppen'} is nog niets beoordeeld; voor de doelen "
            "geldt dat hier als niets. Beoordeel ze eerst op Doelen."
        )
    free = sum(row["hours"] is None for row in candidates)
    if free:
        st.caption(
            f"Van {counted(free, 'samenwerking', 'samenwerkingen')} zijn geen uren ingevuld; die "
            "kosten hier niets. Vul ze in voor een eerlijke keuze."
        )


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _margin(
    chosen: Choice, candidates: list[dict[str, Any]], gains: Gains, decided: set[int]
) -> None:
    """The one that just does not stay and the one that just does, by points for an hour."""
    by_id = {row["id"]: row for row in candidates if row["hours"] and row["id"] not in decided}
    lost, won = lost_without(chosen.kept, gains), won_with(chosen.kept, gains)
    kept = [row for id_, row in by_id.items() if id_ in chosen.kept]
    dropped = [row for id_, row in by_id.items() if id_ not in chosen.kept and won.get(id_)]
    said = []
    if dropped:
        first = max(dropped, key=lambda row: won[row["id"]] / row["hours"])
        said.append(
            f"- Van wat stopt, geeft **{plain(first['name'])}** ({plain(first['library'])}) de "
            f"meeste punten per uur: {number(won[first['id']], 2)} erbij voor "
            f"{amount(first['hours'])} uur."
        )
    if kept:
        last = min(kept, key=lambda row: lost[row["id"]] / row["hours"])
        said.append(
            f"- Van wat blijft, geeft **{plain(last['name'])}** ({plain(last['library'])}) de "
            f"minste: {number(lost[last['id']], 2)} eraf en {amount(last['hours'])} uur vrij."
        )
    st.markdown("\n".join(said))


def _rows(
    chosen: Choice,
    candidates: list[dict[str, Any]],
    gains: Gains,
    filters: Filters,
    limits: Limits,
) -> None:
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
        allowed.button(
            "Maak hier een scenario van",
            icon=":material/add:",
            on_click=_as_scenario,
            args=(stops, limits),
        )


def _as_scenario(stops: list[int], limits: Limits) -> None:
    name = f"Ten hoogste {amount(limits.ceiling.hours)} uur"
    made = make(name, Scenario(stopped=tuple(stops)), f"Het scenario {plain(name)} is gemaakt.")
    if made:
        linked.point("vraag", None)
        linked.point("scenario", str(made))
