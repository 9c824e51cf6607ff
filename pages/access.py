"""Toegang: an administrator says who may log in, with which role and for which libraries."""

import streamlit as st

from pages.parts import access_accounts
from pages.shared import done, visitor
from pages.shared.filters import current
from pages.shared.opened import may_manage

current()

st.title("Toegang", anchor=False)
if not may_manage():
    st.info("Alleen een beheerder regelt de toegang.", icon=":material/lock:")
    st.stop()
st.markdown(access_accounts.finding())
done.say()
if visitor.login() is None:
    st.info(
        "Er is geen inlog ingesteld: wie bij de app kan, kan alles. Dat past bij gebruik op één "
        "computer. Hoe u inloggen instelt, staat in de README onder *Access*. De lijst hieronder "
        "geldt zodra dat is gebeurd.",
        icon=":material/lock_open:",
    )
access_accounts.show()
