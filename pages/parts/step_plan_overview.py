"""All step plans under the filters: where they stand, what is late, and the way to begin one."""

from collections import Counter
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import streamlit as st

from core.charts.phases import phase_bars
from core.filters import Filters
from core.step_plan import PHASES, phase_label
from core.step_plan_wording import plans_finding
from core.wording import counted, number
from data import step_plans
from pages.parts import step_plan_state
from pages.shared import allowed, charts, done, rows
from pages.shared.by_name import told_apart
from pages.shared.opened import recorded, store

CHART, IN_PHASE = "fasen_grafiek", "in_fase"
COLUMNS = {
    "name": "Samenwerking",
    "phase_label": "Fase",
    "done_share": "Klaar",
    "late": "Over de datum",
    "late_on": "Te laat sinds",
    "next_on": "Eerstvolgende datum",
    "library": "Bibliotheek",
    "phase_done": "Klaar in deze fase",
    "phase_checks": "Punten in deze fase",
    "owner": "Eigenaar",
    "status_label": "Status",
    "form": "Vorm",
}
CALCULATION = """
- **Fase** is de fase die het team zelf heeft gekozen.
- **Klaar** telt de punten die klaar zijn, van de punten die van toepassing zijn, over alle fasen.
- **Over de datum** is een punt dat niet is afgerond, met een datum vóór de peildatum. Zo'n punt
  staat ook bij *Wat vraagt aandacht* op het overzicht, zolang de samenwerking loopt of in
  voorbereiding is.
- De stand van een punt is die van nu, ook bij een peildatum in het verleden; alleen wat toen nog
  niet was afgerond, telt dan mee als over de datum.
"""
Row = dict[str, Any]


def show(filters: Filters) -> None:
    """The finding, the plans by phase, the list, and beginning one."""
    step_plan_state.say_what_is_missing()
    found = _labelled(recorded(step_plans.step_plans, filters))
    listed: list[Row] = found.to_pylist()
    st.markdown(plans_finding(listed))
    if not listed:
        st.caption(
            "Een stappenplan helpt een team dat een gebouw of een organisatie gaat delen: zeven "
            "fasen met punten, wie wat doet vóór wanneer, en de wensen van ieder naast elkaar. "
            "Kies hieronder een samenwerking om te beginnen."
        )
    else:
        if len(listed) > 1:
            _phases(listed)
        _plans(found, listed, filters)
    _begin(filters)


def _labelled(found: pa.Table) -> pa.Table:
    labels = [phase_label(number) for number in found["phase"].to_pylist()]
    return found.append_column("phase_label", pa.array(labels, pa.string()))


def _begin(filters: Filters) -> None:
    """One to begin, those that share a building or an organisation first."""
    without = recorded(step_plans.without_step_plan, filters)
    if not without:
        return
    names = told_apart(
        {
            row["id"]: f"{row['name']} ({row['library']})"
            + (" · mfa/mfo" if row["is_shared"] else "")
            for row in without
        }
    )
    shared = sum(row["is_shared"] for row in without)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            "Stappenplan beginnen voor",
            list(names),
            index=None,
            key="beginnen_voor",
            format_func=lambda one: names.get(one, ""),
            placeholder="Kies een samenwerking",
            width=520,
        )
        allowed.button(
            "Beginnen",
            icon=":material/add:",
            key="beginnen",
            disabled=chosen not in names,
            on_click=begin,
            args=(chosen,),
        )
    if len(without) == step_plans.LISTED:
        st.caption(
            f"De eerste {number(len(without))} samenwerkingen; kies een bibliotheek, gemeente of "
            "thema voor de andere."
        )
    if shared:
        st.caption(
            f"{counted(shared, 'samenwerking', 'samenwerkingen')} in de vorm mfa of mfo "
            f"{'heeft' if shared == 1 else 'hebben'} nog geen stappenplan; die staan bovenaan."
        )


def begin(partnership: int) -> None:
    """A plan for a partnership, and open it; for a callback."""
    batch = done.doing(lambda: step_plans.begin_step_plan(store(), partnership, "app"))
    if batch is not None:
        step_plan_state.point_to(partnership)
        done.remember("Het stappenplan is begonnen, in fase 0: de eigen visie.", batch)


def _phases(listed: list[Row]) -> None:
    """How many plans stand in each phase; a click shows those."""
    counts = Counter(row["phase"] for row in listed)
    late = Counter(row["phase"] for row in listed if row["late"])
    drawn = [
        {
            "label": phase_label(number),
            "plans": counts[number],
            "late": late[number],
            "text": f"{counts[number]}" + (f", {late[number]} te laat" if late[number] else ""),
        }
        for number in PHASES
    ]
    charts.draw(
        phase_bars,
        pa.Table.from_pylist(drawn),
        alt_text="Stappenplannen per fase: "
        + ", ".join(f"{one['label']} {one['text']}" for one in drawn),
        key=CHART,
        on_select=_clicked,
    )


def _clicked() -> None:
    if label := charts.picked(CHART, "balk").get("label"):
        st.session_state[IN_PHASE] = label


def _plans(found: pa.Table, listed: list[Row], filters: Filters) -> None:
    labels = [phase_label(one) for one in sorted({row["phase"] for row in listed})]
    if len(labels) > 1:
        if st.session_state.get(IN_PHASE) not in labels:
            st.session_state[IN_PHASE] = None
        picked = st.pills(
            "Fase", labels, key=IN_PHASE, label_visibility="collapsed", selection_mode="single"
        )
        if picked:
            found = found.filter(pc.equal(found["phase_label"], picked))
            listed = found.to_pylist()
    _open(listed)
    picked_row = rows.table(found, COLUMNS, alt="Stappenplannen", key="plannen", pick=True)
    if picked_row is not None:
        step_plan_state.point_to(listed[picked_row]["id"])
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center"):
        rows.download(
            found,
            COLUMNS,
            what="Stappenplannen",
            filters=filters,
            definition="klaar: van de punten die van toepassing zijn",
            key="plannen_rijen",
        )
        with st.popover("Hoe is dit berekend?", icon=":material/calculate:", type="tertiary"):
            st.markdown(CALCULATION)


def _open(listed: list[Row]) -> None:
    """One by name: on a phone a row is small to touch."""
    names = told_apart(
        {row["id"]: f"{row['name']} ({row['phase_label'].lower()})" for row in listed}
    )
    st.selectbox(
        "Open een stappenplan",
        list(names),
        index=None,
        key="open_plan",
        format_func=lambda one: names.get(one, ""),
        placeholder="Kies een plan, of klik op een rij",
        on_change=_opened,
        width=520,
    )


def _opened() -> None:
    if (chosen := st.session_state.get("open_plan")) is not None:
        step_plan_state.point_to(int(chosen))
