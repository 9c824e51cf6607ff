"""A choice of one page that stands in the URL, so that a link and the browser's Back keep it.

Streamlit's own binding takes the key of a page's widget out of the address when that page is
left, as an entry of its own in the browser's history: Back then finds the page without it. So
the key is not bound, and the address is written here.
"""

from collections.abc import Sequence

import streamlit as st

from core.names import name_key


def choice(title: str, options: Sequence[str], *, key: str, hide_title: bool = False) -> str:
    """One of the options, the first where nothing else was chosen.

    The address wins: it is what a link, Back and Forward bring. Who comes back to the page
    through the navigation, and so without words in the address, finds the last choice.
    """
    asked, seen, last = st.query_params.get(key), f"{key}_in_adres", f"{key}_laatst"
    usual = options[0]
    if key not in st.session_state:
        st.session_state[key] = _meant(asked, options) or st.session_state.get(last, usual)
        _write(key, usual)
    elif asked != st.session_state.get(seen):
        st.session_state[key] = _meant(asked, options) or usual
        st.session_state[seen] = asked
    picked = st.segmented_control(
        title,
        options,
        key=key,
        on_change=_write,
        args=(key, usual),
        required=True,
        label_visibility="collapsed" if hide_title else "visible",
    )
    st.session_state[last] = picked if picked in options else usual
    return str(st.session_state[last])


def _meant(asked: str | None, options: Sequence[str]) -> str | None:
    return {name_key(one): one for one in options}.get(name_key(asked or ""))


def _write(key: str, usual: str) -> None:
    """Put the choice in the address; the usual one needs no words there."""
    wanted = None if st.session_state[key] == usual else st.session_state[key]
    if wanted is None:
        st.query_params.pop(key, None)
    elif st.query_params.get(key) != wanted:
        st.query_params[key] = wanted
    st.session_state[f"{key}_in_adres"] = wanted
