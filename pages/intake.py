"""Gegevens: an advisor loads a library's spreadsheet and shows that library its own picture."""

import streamlit as st

from pages.parts import (
    intake_backups,
    intake_history,
    intake_libraries,
    intake_links,
    intake_partner_types,
    intake_partnerships,
    intake_registers,
)
from pages.shared import backing_up, done, example, linked
from pages.shared.filters import current

current()


def _link() -> None:
    intake_partner_types.show()
    intake_links.show()


STEPS = {
    "Samenwerkingen laden": intake_partnerships.show,
    "Registers": intake_registers.show,
    "Koppelen": _link,
    "Bibliotheken": intake_libraries.show,
    "Wijzigingen": intake_history.show,
    backing_up.STEP: intake_backups.show,
}

st.title("Gegevens", anchor=False)
st.markdown(intake_history.finding())
done.say()
if example.is_shown():
    example.offer_to_start()
STEPS[linked.choice("Stap", list(STEPS), key="stap", hide_title=True)]()
