"""One partnership: a colleague looks up what it is, how it goes and what is to be done next."""

import streamlit as st

from core.record_wording import record_finding
from core.wording import plain
from pages.parts import (
    record_agreement_form,
    record_agreements,
    record_editing,
    record_facts,
    record_health,
    record_health_form,
    record_materials,
    record_results,
    record_stage,
    record_state,
    record_step_plan,
    record_timeline,
)
from pages.shared import done, linked
from pages.shared.filters import current
from pages.shared.opened import may_change

filters = current()
PARTS = {
    "Dossier": record_facts.show,
    "Gezondheid": record_health.show,
    "Afspraken": record_agreements.show,
    "Stappenplan": record_step_plan.show,
    "Materialen": record_materials.show,
    "Wijzigingen": record_timeline.show,
}

if not may_change():  # what was changed is not told without names
    del PARTS["Wijzigingen"]

EVERYTHING = "Alles"
# On which part each form stands.
FORMS = {
    record_results.FORM: "Dossier",
    record_health_form.FORM: "Gezondheid",
    record_agreement_form.FORM: "Afspraken",
}

record = record_state.asked()
st.title(plain(record.row["name"]) if record else "Samenwerking", anchor=False)
done.say()
if record is None:
    record_state.say_what_is_missing()
    st.stop()
record_editing.follow(record.id, FORMS)
st.markdown(record_finding(record.row, record.status_label, record.since))
with st.container(horizontal=True):
    if may_change():
        st.page_link(
            "pages/partnerships.py",
            label="Bewerken",
            icon=":material/edit:",
            query_params={"bewerk": str(record.id)},
        )
    st.page_link(record_state.LIST, label=record_state.LIST_LABEL, icon=":material/arrow_back:")
record_stage.show(record)
if not record_step_plan.belongs(record):
    del PARTS["Stappenplan"]
part = linked.choice("Onderdeel", [*PARTS, EVERYTHING], key="onderdeel", hide_title=True)
if part == EVERYTHING:  # to print, or to read from top to bottom
    for name, show in PARTS.items():
        st.header(name, anchor=False)
        show(record, filters)
else:
    record_editing.say_unsaved(FORMS, part)
    PARTS[part](record, filters)
