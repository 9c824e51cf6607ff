"""Partners: who we work with, over all partnerships and libraries, and doubles made one."""

import streamlit as st

from pages.parts import partners_doubles, partners_list, partners_network, partners_record
from pages.shared import done, kept, linked
from pages.shared.empty import nothing_yet
from pages.shared.filters import current
from pages.shared.opened import may_change

filters = current()
PARTS = {
    "Lijst": partners_list.show,
    "Netwerk": partners_network.show,
    "Dubbelen": partners_doubles.show,
}
if not may_change():  # who is called alike cannot be seen without names
    del PARTS["Dubbelen"]

st.title("Partners", anchor=False)
done.say()
if nothing_yet():
    st.stop()
kept.keep(*partners_list.KEPT, *partners_network.KEPT)
if partners_record.asked():
    partners_record.show(filters)
else:
    PARTS[linked.choice("Beeld", list(PARTS), key="beeld", hide_title=True)](filters)
