"""How much each criterion matters: points that sum to 100, and where the outcome would turn."""

from typing import Any

import streamlit as st

from core.filters import Filters
from core.verdict import in_the_running
from core.verdict_wording import finding
from core.wording import plain
from data.errors import ChangedMeanwhile
from data.undo import undo_batch
from pages.components import weights
from pages.parts import consideration_state as state
from pages.parts.consideration_scoring import grouped
from pages.shared import allowed, documents, done
from pages.shared.opened import store

CALCULATION = """
Elk criterium krijgt punten; samen zijn het er 100. **Hoeveel maakt het uit of een optie hier van de
slechtste naar de beste score gaat?** Dat is wat de punten zeggen, niet hoe belangrijk het woord
klinkt (*swing weights*).

- Een score van 1 is 0% van de punten, 5 is 100%, 3 is de helft: (score − 1) ÷ 4.
- Verandert u de punten van één criterium, dan schuiven de andere in verhouding mee.
- De band bij elk criterium is exact berekend: daarbinnen blijft nummer één eerst, als de andere
  punten in verhouding meeschuiven (Mareschal 1988). Scores die nog open staan tellen daarbij met
  hun midden.
"""
Row = dict[str, Any]


def show(row: Row, filters: Filters) -> None:
    """The points, with the points at which another option would come first."""
    _weighing(row["id"])


@st.fragment
def _weighing(id_: int) -> None:
    row = state.latest(id_)
    if row is None:
        st.rerun()
    now = state.state(row)
    sure = state.sure(now)
    st.markdown(f"**{plain(finding(now.found))}**" if now.scores else _purpose())
    done.say_why()
    key = f"weging_{id_}"
    left = weights.weights(
        grouped(now.table),
        now.table.points,
        sure.stable if sure else None,
        in_the_running(now.found)[0].name if sure and sure.stable else None,
        key=key,
        scope=f"weging-{id_}",
        version=row["version"],
        on_change=lambda typed: _weigh(row, typed),
    )
    # What a browser still had from before this visit.
    if left and _weigh(row, left):
        st.rerun(scope="fragment")
    done.say_why()
    if batch := st.session_state.get(f"weging_gedaan_{id_}"):
        allowed.button(
            "Vorige weging terug", icon=":material/undo:", on_click=_undo, args=(id_, batch)
        )
    with st.popover("Hoe is dit berekend?", icon=":material/calculate:", type="tertiary"):
        st.markdown(CALCULATION)


def _purpose() -> str:
    return (
        "Verdeel 100 punten over de criteria. Begint u met alle even zwaar, dan kunt u later zien "
        "welk gewicht er echt toe doet."
    )


def _weigh(row: Row, typed: weights.Weighing) -> bool:
    """Write the points, unless they were moved on a weighing that somebody else has changed."""
    if typed.base != row["version"] and documents.written(row) != row["version"]:
        done.refuse(ChangedMeanwhile(advice="Bekijk de weging zoals die nu is."))
        return False
    batch = state.write(row, lambda now: now.weighing(typed.points), said=None)
    st.session_state[f"weging_gedaan_{row['id']}"] = batch
    return batch is not None


def _undo(id_: int, batch: int) -> None:
    st.session_state[f"weging_gedaan_{id_}"] = None
    done.doing(lambda: undo_batch(store(), batch, "app"))
