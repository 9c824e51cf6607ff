"""Says on every page that the example portfolio is shown, until own data is loaded."""

import streamlit as st

from data import choices as chosen_from
from data.demo.clear import clear_example
from data.demo.generate import add_example
from pages.shared import done
from pages.shared.opened import may_manage, result, store


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
        if may_manage():
            st.page_link(
                "pages/intake.py", label="Begin met eigen gegevens", icon=":material/arrow_forward:"
            )


def offer_to_start() -> None:
    """What happens to the example when own data comes, and a way to be rid of it now."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(
            "Laad hieronder een bestand: de voorbeeldgegevens maken dan vanzelf plaats. "
            "Of begin helemaal leeg.",
            width="content",
        )
        if st.button("Verwijder het voorbeeld", icon=":material/delete_sweep:"):
            _confirm()


def offer_again() -> None:
    """A way back to the example, in a store without any library."""
    if may_manage() and not result(chosen_from.libraries):
        st.button("Toon het voorbeeld", icon=":material/science:", on_click=_show_again)


def _show_again() -> None:
    if not store().rows("libraries"):  # there they are after a second click
        add_example(store())


@st.dialog("Voorbeeld verwijderen?")
def _confirm() -> None:
    st.write(
        "Alle voorbeeldbibliotheken en hun samenwerkingen verdwijnen. De gemeenten, thema’s en "
        "landelijke cijfers blijven."
    )
    with st.container(horizontal=True):
        if st.button("Verwijderen", type="primary"):
            store().before_much()
            with store().change("app", "voorbeeldgegevens verwijderd") as change:
                clear_example(change)
            done.remember("Het voorbeeld is verwijderd. Laad nu uw gegevens.", None)
            st.rerun()
        if st.button("Annuleren"):
            st.rerun()
