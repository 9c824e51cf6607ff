"""The wishes of the own MT and of each partner, side by side by subject."""

from collections import Counter
from typing import Any

import pyarrow as pa
import streamlit as st

from core.filters import Filters
from core.wish import WEIGHTS, Compared, Verdict, wishes_finding
from core.wording import plain
from pages.parts import record_editing, step_plan_wish_form
from pages.parts.step_plan_state import Plan
from pages.parts.step_plan_wish_form import FORM
from pages.shared import allowed, rows

ICONS = {
    Verdict.DIFFERENT: ":material/compare_arrows:",
    Verdict.MISSING: ":material/help:",
    Verdict.ALONE: ":material/person:",
    Verdict.EQUAL: ":material/drag_handle:",
}
COLUMNS = {
    "subject": "Onderwerp",
    "verdict": "Samen",
    "party": "Wie",
    "weight": "Belang (1-5)",
    "said": "Hoe belangrijk",
    "text": "Wens",
}
CALCULATION = """
Wensen over hetzelfde onderwerp staan naast elkaar. Heeft een partij er meer, dan telt de zwaarste.

- **Verschil in gewicht**: voor de een ten minste twee stappen zwaarder dan voor de ander.
- **Niet door allen genoemd** en **door één genoemd**: van de partijen die al wensen hebben
  opgeschreven. Wie nog niets opschreef, telt hier niet mee.
- **Even belangrijk**: allen noemen het en liggen hooguit één stap uiteen. Dat is nog geen
  overeenstemming: lees of zij ook hetzelfde willen.
"""
Row = dict[str, Any]


def show(plan: Plan, filters: Filters) -> None:
    """The finding, who was heard, the form, and the subjects with what differs most first."""
    heard = Counter(one["content"].partner for one in plan.wishes)
    st.markdown(finding(plan))
    _parties(plan, heard)
    opened = record_editing.opened(FORM, plan.wishes)
    if opened is not None:
        step_plan_wish_form.show(
            plan, next((row for row in plan.wishes if row["id"] == opened), None)
        )
    for at, one in enumerate(plan.compared):
        _subject(plan, one, at)
    if not plan.wishes:
        return
    with st.popover("Hoe is dit berekend?", icon=":material/calculate:", type="tertiary"):
        st.markdown(CALCULATION)
    rows.twin(table(plan), COLUMNS, what="Wensen", filters=filters, key="wensen_rijen")


def finding(plan: Plan) -> str:
    """What the wishes of a plan say together, as Markdown."""
    heard = {one["content"].partner for one in plan.wishes}
    return wishes_finding(plan.compared, len(heard))


def _parties(plan: Plan, heard: Counter[int | None]) -> None:
    """Everybody with how many wishes there are, and the way to add one; the own MT first."""
    st.caption("Wens toevoegen van:")
    with st.container(horizontal=True, key="partijen"):
        for id_, name in plan.parties.items():
            allowed.button(
                f"{plain(name)} ({heard[id_]})",
                icon=":material/add:",
                key=f"wens_van_{id_ or 0}",
                type="primary" if id_ is None and not heard else "secondary",
                on_click=record_editing.begin,
                args=(FORM, None, step_plan_wish_form.fields(None, id_)),
            )
    silent = [name for id_, name in plan.parties.items() if not heard[id_]]
    if heard and silent:
        st.caption("Nog geen wensen van: " + "; ".join(plain(one) for one in silent) + ".")


def _subject(plan: Plan, one: Compared, at: int) -> None:
    asked = [id_ for id_ in plan.parties if id_ in one.wishes or id_ in one.silent]
    with st.container(border=True, gap="small", key=f"onderwerp_{at}"):
        st.markdown(f"**{plain(one.title)}** · {ICONS[one.verdict]} {one.verdict.value}")
        with st.grid(len(asked), min_column_width=200, gap="small", key=f"naast_{at}") as places:
            for id_ in asked:
                with places.cell(), st.container(gap=None):
                    st.caption(plain(plan.parties[id_]))
                    _of_party(plan, one, id_)


def _of_party(plan: Plan, one: Compared, party: int | None) -> None:
    those = [
        row
        for row in plan.wishes
        if row["content"].partner == party and row["content"] in one.wishes.get(party, [])
    ]
    if not those:
        st.markdown(":gray[noemt dit niet]")
    for row in those:
        wish = row["content"]
        st.markdown(f"**{WEIGHTS[wish.weight]}**")
        if wish.text:
            st.text(wish.text)
        allowed.button(
            "Wijzigen",
            icon=":material/edit:",
            key=f"wens_wijzig_{row['id']}",
            type="tertiary",
            on_click=record_editing.begin,
            args=(FORM, row, step_plan_wish_form.fields(wish)),
        )


def table(plan: Plan) -> pa.Table:
    """A row per subject and party, also of who does not name it."""
    found = []
    for one in plan.compared:
        for id_, name in plan.parties.items():
            about = {"subject": one.title, "verdict": one.verdict.value, "party": name}
            for wish in one.wishes.get(id_, ()):
                said = {"weight": wish.weight, "said": WEIGHTS[wish.weight], "text": wish.text}
                found.append(about | said)
            if id_ in one.silent:
                found.append(about | {"weight": None, "said": "noemt dit niet", "text": None})
    schema = pa.schema([(name, pa.string()) for name in COLUMNS]).set(
        3, pa.field("weight", pa.int32())
    )
    return pa.Table.from_pylist(found, schema=schema)
