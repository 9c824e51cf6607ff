"""The backups of this process: made while the app runs, and said where they are not."""

import streamlit as st

from core.wording import plain
from data.guarding import Guard
from data.retention import keep_forgetting
from data.settings import settings
from pages.shared.opened import may_manage, whole_store

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
    """A line where a backup failed or is late, for who manages."""
    guarding = guard()
    if not may_manage() or not (guarding.failure or guarding.is_late):
        return
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
