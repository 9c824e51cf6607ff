"""The backups of this process: made while the app runs, and said where they are not."""

import streamlit as st

from core.wording import local_moment, plain
from data.decisions import last_batch
from data.guarding import Guard, is_ahead
from data.retention import keep_forgetting
from data.settings import settings
from pages.shared.opened import may_manage, recorded, whole_store

STEP = "Back-ups"


@st.cache_resource(show_spinner=False)
def guard() -> Guard:
    """Who makes the backups of the store of this process; begins with it."""
    made = Guard(whole_store(), settings().backup_hours)
    made.start()
    if made.store.path is not None:
        keep_forgetting(made.store, settings().months_with_names_in_log)
    return made


def say_so() -> None:
    """What is wrong with the backups or the clock, for who manages."""
    if not may_manage():
        return
    guarding = guard()
    if guarding.failure or guarding.is_late:
        _say_no_backups(guarding)
    last = recorded(last_batch)
    if last and is_ahead(last["made_at"]):
        st.warning(
            "**De klok van deze computer klopt niet, of heeft niet geklopt.** De laatste wijziging "
            f"is volgens de klok van {local_moment(last['made_at'])}, en dat is nog niet geweest. "
            "Laat de beheerder datum en tijd controleren van de computer waarop de app draait: "
            "cijfers van vandaag en termijnen hangen daarvan af. Er is niets verloren; na een "
            "volgende wijziging verdwijnt deze melding.",
            icon=":material/schedule:",
        )


def _say_no_backups(guarding: Guard) -> None:
    there = guarding.last
    since = f"De laatste goede is {there.described()}." if there else "Er is nog geen enkele."
    why = guarding.failure.advice if guarding.failure else "Er is al een tijd geen gemaakt."
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        st.markdown(
            f":material/backup: **Er wordt geen back-up gemaakt.** {plain(why)} {since}",
            width="content",
        )
        st.page_link(
            "pages/intake.py",
            label="Bekijk de back-ups",
            icon=":material/arrow_forward:",
            query_params={"stap": STEP},
        )
