"""Dossier: somebody who starts with a partner finds what to work with, and adds what worked."""

import streamlit as st

from pages.parts import (
    materials_form,
    materials_found,
    materials_opened,
    materials_state,
    materials_storage,
)
from pages.shared import done
from pages.shared.filters import current

filters = current()

st.title("Dossier", anchor=False)
done.say()
shelf = materials_state.shelf()
asked = materials_state.asked(shelf)
edited = materials_form.opened(shelf)
if edited is not None:
    materials_form.show(shelf, edited)
elif asked:
    materials_opened.show(asked)
else:
    materials_state.say_what_is_missing()
    materials_found.show(shelf, filters)
    materials_storage.show(shelf)
