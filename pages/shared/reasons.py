"""The choice of one reason out of those that occur, each with how many rows it has."""

from collections.abc import Mapping

import streamlit as st

from core.wording import number


def choose(counts: Mapping[str, int], labels: Mapping[str, str], *, key: str) -> str:
    """The code that was chosen, the first where none (any more) was; `counts` is not empty."""
    codes = list(counts)
    chosen = st.pills(
        "Reden",
        codes,
        default=codes[0],
        format_func=lambda code: f"{labels[code]} · {number(counts[code])}",
        key=key,
        label_visibility="collapsed",
        required=True,
    )
    return str(chosen) if chosen in codes else codes[0]
