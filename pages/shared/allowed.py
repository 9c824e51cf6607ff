"""Buttons that change something: not there for who may only look."""

from typing import Any

import streamlit as st

from pages.shared import presenting
from pages.shared.opened import may_change, may_lead


def button(label: str, **said: Any) -> bool:
    """The same as st.button; never clicked where it is not there.

    In front of a room it is there only on the pages at which a group works together.
    """
    return may_change() and presenting.works_together() and bool(st.button(label, **said))


def leading(label: str, **said: Any) -> bool:
    """The same, for who may lead a session."""
    return may_lead() and button(label, **said)
