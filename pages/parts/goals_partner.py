"""What stopping with one partner costs: goals, coverage, and the hours that come free."""

from typing import Any

import streamlit as st

from core.filters import Filters
from core.scenario import Scenario
from core.selection import lost_without_group
from core.what_if import Picture, differences, what_if_finding
from core.wording import counted, number, plain
from data import selection, what_if
from pages.parts.what_if_stored import make
from pages.shared import by_name, linked
from pages.shared.filters import go_on_to
from pages.shared.opened import listed, result
from pages.shared.partners import named, with_partner

SHOWN = 10
OFFERED = 500


def show(filters: Filters) -> None:
    """A choice of partner, those that most hangs on first, and what changes without it."""
    st.subheader("Wat als we met een partner stoppen", anchor=False)
    candidates = listed(selection.candidates, filters)
    partners = named(candidates)
    if not partners:
        st.caption("Bij deze samenwerkingen zijn geen partners ingevuld.")
        return
    gains = result(selection.worth, filters, 1.0)
    groups = {row["id"]: {one["id"] for one in row["partners"]} for row in candidates}
    lost = lost_without_group(groups, gains)
    order = sorted(partners, key=lambda id_: (-lost.get(id_, 0.0), partners[id_]))
    names = {id_: _label(partners[id_], lost.get(id_, 0.0)) for id_ in order[:OFFERED]}
    st.caption(
        "De partners met wie het meeste doelbereik verloren gaat, staan eerst."
        + (
            f" Het zijn de eerste {OFFERED}; kies links voor de andere een bibliotheek of gemeente."
            if len(order) > OFFERED
            else ""
        )
    )
    partner = by_name.choose("Partner", "doel_partner", names, width=520)
    if partner is None:
        return
    without = Scenario(stopped=tuple(with_partner(candidates, partner)))
    with st.spinner("Wordt doorgerekend …"):
        now = result(what_if.picture, filters)
        then = result(what_if.picture, filters, without)
    _without(partners[partner], without, now, then)


def _label(name: str, points: float) -> str:
    return f"{name} · {number(points, 1)} punten" if points >= 0.05 else name


def _without(name: str, scenario: Scenario, now: Picture, then: Picture) -> None:
    with st.container(border=True):
        st.markdown(
            f"{what_if_finding(f'{name} gestopt', now, then)} Het gaat om "
            f"{counted(len(scenario.stopped), 'samenwerking', 'samenwerkingen')}."
        )
        said: list[Any] = differences(now, then)
        st.markdown("\n".join(f"- {one}" for one in said[:SHOWN]))
        if len(said) > SHOWN:
            st.caption(f"En nog {counted(len(said) - SHOWN, 'verschil', 'verschillen')}.")
        if st.button("Maak hier een scenario van", icon=":material/alt_route:"):
            made = make(
                f"Zonder {name}",
                scenario,
                f"Het scenario zonder {plain(name)} is gemaakt.",
            )
            if made is None:
                st.rerun()  # the page then says why
            linked.leave("vraag", "Stoppen en beginnen")
            linked.leave("scenario", str(made))
            go_on_to("pages/scenario.py")
