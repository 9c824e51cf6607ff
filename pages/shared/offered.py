"""A file that is handed over at a click."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from pages.shared.opened import later


def file(label: str, make: Callable[[], bytes] | bytes, **said: Any) -> bool:
    """The same as st.download_button; what makes the file sees what this visitor may see.

    Streamlit makes it when the browser asks for it, apart from any visit.
    """
    made = later(make) if callable(make) else make
    return bool(st.download_button(label, made, **said))
