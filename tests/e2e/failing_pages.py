"""Not a test: a page that fails in every way that a page can, for test_failures.py."""

import logging

import streamlit as st

from pages.shared.failure import show_any
from tests.e2e.secret import SECRET


def fail() -> None:
    raise ValueError(SECRET)


@st.fragment
def part() -> None:
    if st.button("In een deel"):
        fail()


@st.dialog("Venster")
def window() -> None:
    if st.button("In het venster"):
        fail()


st.title("Mislukt")
st.button("Bij het klikken", on_click=fail)
part()
if st.button("Open venster"):
    window()
if st.button("Elders"):
    logging.getLogger("streamlit.elsewhere").error("no such value: %s", SECRET)
if st.button("Opgevangen"):
    try:
        fail()
    except ValueError as error:
        show_any(error)
if st.button("Op de pagina"):
    fail()
