"""The links of a page without names, opened in a tab of their own, are without names as well.

The menu and the links of Streamlit hold only the address of a page. Nor does a tab say from which
page it was opened (`noreferrer`), so the server cannot know.
"""

from typing import Final

import streamlit as st

from pages.components.source import source

_MOUNT: Final = st.components.v2.component("kept_key", js=source("kept_key.js"))


def kept_key(*, key: str, name: str, value: str) -> None:
    """Give every link of the page to this application the parameter `name` with `value`."""
    _MOUNT(key=key, data={"name": name, "key": value})
