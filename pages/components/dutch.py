"""Streamlit's own words in Dutch: those of uploads, choices, tables and the frame of the page.

Where Streamlit has a parameter for a text, that is used; this is for all it has none for.
"""

from typing import Final

import streamlit as st

from pages.components.source import source

_MOUNT: Final = st.components.v2.component("dutch", js=source("dutch.js"))


def in_dutch() -> None:
    """Keep the words of Streamlit on this page in Dutch; shows nothing itself."""
    _MOUNT(key="nederlands")
