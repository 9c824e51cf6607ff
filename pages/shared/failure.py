"""How an error of the store is shown: what happened and what to do."""

import streamlit as st

from data.errors import StoreError


def show_failure(error: StoreError) -> None:
    """A Dutch title and advice, never a traceback."""
    st.error(f"**{error.title}.** {error.advice}", icon=":material/error:")
