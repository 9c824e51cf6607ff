"""Addresses that people may have kept or guessed, which lead to the page that they mean."""

from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

import streamlit as st

from core.wording import plain

UNKNOWN = "onbekend_adres"


def page(address: str, target: str, unknown: str = "") -> st.Page:
    """A hidden page at `/address` that goes to the page file `target` with the same filters.

    `unknown` is an address that leads nowhere, which the next page is to say.
    """

    def go() -> None:
        if unknown:
            st.session_state[UNKNOWN] = unknown
        asked = {key: st.query_params.get_all(key) for key in st.query_params}
        st.switch_page(target, query_params=asked)

    go.__name__ = "go"
    return st.Page(go, title=address, url_path=address, visibility="hidden")


def unknown(known: Iterable[str], target: str) -> list[st.Page]:
    """A page for the address of this visit, if there is none: Streamlit's own notice is English."""
    asked = unquote(urlsplit(st.context.url or "").path).strip("/").rpartition("/")[2]
    if not asked or asked in known:
        return []
    return [page(asked, target, unknown=asked)]


def say_what_is_unknown() -> None:
    """That the address led nowhere, once."""
    if address := st.session_state.pop(UNKNOWN, None):
        st.warning(
            f"Er is geen pagina met het adres “{plain(address)}”; dit is het overzicht. "
            "Alle pagina’s staan in het menu links.",
            icon=":material/link_off:",
        )
