"""Where a partnership is in its life: what that asks, and the next sensible step."""

import streamlit as st

from core.life_cycle import STAGES, Checked, Place, Step, checklist, next_step
from core.wording import plain
from pages.parts.record_state import Record
from pages.shared import linked

SIGNS = {
    True: ":material/check_circle:",
    False: ":material/radio_button_unchecked:",
    None: ":material/chat:",
}
# On which part of the record a step is taken, and what the button to it says.
PARTS = {
    Place.RESULTS: ("Dossier", "Naar de resultaten"),
    Place.HEALTH: ("Gezondheid", "Naar de gezondheidscheck"),
    Place.AGREEMENTS: ("Afspraken", "Naar de afspraken"),
}
CALCULATION = """
Elke status is een fase met haar eigen vragen. Wat het dossier kan laten zien, wordt er uit gelezen;
de rest is aan mensen. De volgende stap is wat het eerst ontbreekt: afspraken die te laat zijn, dan
een evaluatie die voorbij is, dan de vragen van de fase van boven naar beneden.

De fasen volgen E. Kaats en W. Opheij, *Leren samenwerken tussen organisaties* (2012), en A.P. de
Man, *Alliances* (2013), in eigen woorden.
"""


def show(record: Record) -> None:
    """The next step with the way to it, the stages on a line, and what this one asks."""
    facts = record.facts
    expected = checklist(facts)
    shown = [one for one in expected if one.holds is not None]
    there = sum(bool(one.holds) for one in shown)
    with st.container(border=True, gap="small", key="fase"):
        with st.container(horizontal=True, vertical_alignment="center"):
            step = next_step(facts)
            st.markdown(f"**De volgende verstandige stap.** {step.text}", width="stretch")
            _way(record, step)
        st.caption(_line(record))
        count = f" {there} van {len(shown)} in orde." if shown else ""
        st.markdown(f"**{plain(record.status_label)}.** {STAGES[facts.status].purpose}{count}")
        with st.grid(2, min_column_width=300, gap=None, key="verwacht") as places:
            for one in expected:
                with places.cell():
                    st.markdown(f"{SIGNS[one.holds]} {plain(one.text)}{_how(one)}")
        with st.container(horizontal=True):
            with st.popover("Wat elke fase vraagt", icon=":material/checklist:", type="tertiary"):
                st.markdown(_every_stage(record))
            with st.popover("Hoe is dit berekend?", icon=":material/calculate:", type="tertiary"):
                st.markdown(CALCULATION)


def _line(record: Record) -> str:
    """The stages in their order, with this one standing out."""
    labels = [
        f"**{plain(label)}**" if code == record.status else plain(label)
        for code, label in record.labels.items()
    ]
    return " › ".join(labels)


def _how(one: Checked) -> str:
    if one.is_for_people:
        return " — bespreek dit samen"
    return {True: "", False: " — **nog niet**", None: " — niet bekend"}[one.holds]


def _every_stage(record: Record) -> str:
    return "\n\n".join(
        f"**{plain(record.labels.get(code, code))}.** {stage.purpose}\n"
        + "\n".join(f"- {plain(one.text)}" for one in stage.expected)
        for code, stage in STAGES.items()
    )


def _way(record: Record, step: Step) -> None:
    """To where the step is taken."""
    if step.place in PARTS:
        part, label = PARTS[step.place]
        if st.session_state.get("onderdeel") != part:
            st.button(label, key="naar_stap", on_click=linked.point, args=("onderdeel", part))
    elif step.place is Place.EDIT:
        st.page_link(
            "pages/partnerships.py", label="Bewerken", query_params={"bewerk": str(record.id)}
        )
    elif step.place is Place.GOALS:
        st.page_link("pages/alignment.py", label="Naar Doelen")
    elif step.place is Place.WEIGHING:
        st.page_link("pages/consideration.py", label="Naar de afwegingstabel")
