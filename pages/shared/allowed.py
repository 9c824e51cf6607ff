"""Buttons and fields that change something: not there for who may only look."""

from typing import Any

import streamlit as st

from pages.shared.opened import may_change


def button(label: str, **said: Any) -> bool:
    """The same as st.button; never clicked where it is not there."""
    return may_change() and bool(st.button(label, **said))
