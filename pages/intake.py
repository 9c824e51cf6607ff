"""Gegevens: an advisor loads a library's spreadsheet and shows that library its own picture."""

import streamlit as st

from pages.parts import (
    intake_backups,
    intake_history,
    intake_libraries,
    intake_links,
    intake_partner_types,
    intake_partnerships,
    intake_personal_data,
    intake_registers,
)
from pages.shared import backing_up, done, example, linked
from pages.shared.filters import current
from pages.shared.opened import may_change, may_manage

current()


def _link() -> None:
    intake_partner_types.show()
    intake_links.show()


STEPS = {
    "Samenwerkingen laden": intake_partnerships.show,
    **({"Registers": intake_registers.show} if may_manage() else {}),
    "Koppelen": _link,
    "Bibliotheken": intake_libraries.show,
    "Wijzigingen": intake_history.show,
    **({backing_up.STEP: intake_backups.show} if may_manage() else {}),
    **({intake_personal_data.STEP: intake_personal_data.show} if may_manage() else {}),
}

st.title("Gegevens", anchor=False)
if not may_change():
    st.info("Hier laadt u gegevens. Met uw toegang kunt u alleen kijken.", icon=":material/lock:")
    st.stop()
st.markdown(intake_history.finding())
done.say()
if example.is_shown() and may_manage():
    example.offer_to_start()
STEPS[linked.choice("Stap", list(STEPS), key="stap", hide_title=True)]()
