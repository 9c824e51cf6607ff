"""What of Streamlit's own elements cannot be read by everybody, mended: contrast, roles, names."""

from typing import Final

import streamlit as st

from pages.components.source import source

_MOUNT: Final = st.components.v2.component(
    "readable", css=source("readable.css"), js=source("readable.js"), isolate_styles=False
)


def readable() -> None:
    """Keep this page readable; shows nothing itself."""
    _MOUNT(key="leesbaar")
