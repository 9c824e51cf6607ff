"""Writing a document from a click: scenarios and considerations.

Two clicks that come quickly after each other know the same version: the second is made on what the
first has left.
"""

from collections.abc import Callable
from typing import Any

import streamlit as st

from data.errors import ChangedMeanwhile, StoreError

Row = dict[str, Any]


def on_the_latest(row: Row, latest: Row | None, write: Callable[[Row], int]) -> int:
    """What `write` makes of the document as it is now (`latest`), unless somebody else changed it.

    `row` is what the visitor saw. Returns the batch; raises ChangedMeanwhile.
    """
    own = f"versie_{row['id']}"
    if latest is None or latest["version"] not in (row["version"], st.session_state.get(own)):
        raise ChangedMeanwhile
    # First: a next click can end this run as soon as the change is made.
    before = st.session_state.get(own)
    st.session_state[own] = latest["version"] + 1
    try:
        return write(latest)
    except StoreError:
        st.session_state[own] = before
        raise


def written(row: Row) -> int | None:
    """The version that this visitor wrote last, if any."""
    found: int | None = st.session_state.get(f"versie_{row['id']}")
    return found
