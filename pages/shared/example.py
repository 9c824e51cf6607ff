"""Says on every page that the example portfolio is shown, until own data is loaded."""

import streamlit as st

from data import choices as chosen_from
from pages.shared.opened import result


def is_shown() -> bool:
    """Whether the store holds the example portfolio."""
    return any(row["is_example"] for row in result(chosen_from.libraries))


def say_so() -> None:
    """A line with the way to own data, while the example is shown."""
    if not is_shown():
        return
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        st.markdown(
            ":material/science: **Voorbeeldgegevens.** Deze bibliotheken en samenwerkingen "
            "bestaan niet; de gemeenten en landelijke cijfers wel.",
            width="content",
        )
        st.page_link(
            "pages/intake.py", label="Begin met eigen gegevens", icon=":material/arrow_forward:"
        )
