"""Addresses that people may have kept or guessed, which lead to the page that they mean."""

import streamlit as st


def page(address: str, target: str) -> st.Page:
    """A hidden page at `/address` that goes to the page file `target` with the same filters."""

    def go() -> None:
        asked = {key: st.query_params.get_all(key) for key in st.query_params}
        st.switch_page(target, query_params=asked)

    go.__name__ = address
    return st.Page(go, title=address, url_path=address, visibility="hidden")
