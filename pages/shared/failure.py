"""How an error of the store is shown: what happened and what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from core.wording import plain
from data.errors import StoreError


def show_failure(error: StoreError) -> None:
    """A Dutch title and advice, never a traceback."""
    st.error(f"**{plain(error.title)}.** {plain(error.advice)}", icon=":material/error:")


@contextmanager
def failing_softly() -> Iterator[None]:
    """Show an error of what runs inside, and go on with the page."""
    try:
        yield
    except StoreError as error:
        show_failure(error)
