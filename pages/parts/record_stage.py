"""Where a partnership is in its life: what that asks, and the next sensible step."""

import streamlit as st

from core.life_cycle import STAGES, checklist, next_step
from core.wording import plain
from pages.parts.record_state import Record

SIGNS = {
    True: ":material/check_circle: ",
    False: ":material/radio_button_unchecked: ",
    None: ":material/chat: ",
}
WORDS = {True: "", False: " — **nog niet**", None: " — bespreek dit samen"}
CALCULATION = """
Elke status is een fase met haar eigen vragen. Wat het dossier kan laten zien, wordt er uit gelezen;
de rest is aan mensen. De volgende stap is wat het eerst ontbreekt: afspraken die te laat zijn, dan
een evaluatie die voorbij is, dan de vragen van de fase van boven naar beneden.

De fasen volgen E. Kaats en W. Opheij, *Leren samenwerken tussen organisaties* (2012), en A.P. de
Man, *Alliances* (2013), in eigen woorden.
"""


def show(record: Record) -> None:
    """The next step, with the list of what the stage asks folded below it."""
    facts = record.facts
    expected = checklist(facts)
    shown = [one for one in expected if one.holds is not None]
    there = sum(bool(one.holds) for one in shown)
    with st.container(border=True, gap="small"):
        st.markdown(f"**De volgende verstandige stap.** {next_step(facts)}")
        label = f"{record.status_label}: {there} van {len(shown)} in orde"
        with st.expander(label, icon=":material/checklist:"):
            st.markdown(STAGES[facts.status].purpose)
            st.markdown(
                "\n".join(
                    f"- {SIGNS[one.holds]}{plain(one.text)}{WORDS[one.holds]}" for one in expected
                )
            )
            with st.popover("Hoe is dit berekend?", icon=":material/calculate:", type="tertiary"):
                st.markdown(CALCULATION)
