"""Afwegingstabel: an advisor weighs with a group whether a partnership fits and can be done."""

import streamlit as st

from pages.parts import (
    consideration_chosen,
    consideration_criteria,
    consideration_decision,
    consideration_record,
    consideration_review_form,
    consideration_reviews,
    consideration_state,
)
from pages.shared import done, linked
from pages.shared.filters import current

filters = current()
PARTS = {
    "Afwegingen": consideration_chosen.show,
    "Criteria": consideration_criteria.show,
    "Verwacht en gebleken": consideration_reviews.show,
}

for form in (consideration_decision.FORM, consideration_review_form.FORM):
    consideration_state.keep(f"{form}_")
st.title("Afwegingstabel", anchor=False)
done.say()
if consideration_record.asked():
    consideration_record.show(filters)
else:
    PARTS[linked.choice("Onderdeel", list(PARTS), key="onderdeel", hide_title=True)](filters)
