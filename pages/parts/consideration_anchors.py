"""Criteria to read: what each asks, and what its scores mean."""

from collections.abc import Iterable

import streamlit as st

from core.criteria import GROUPS, Criterion
from core.wording import plain


def to_read(criteria: Iterable[Criterion]) -> None:
    """What each criterion asks and what its scores mean."""
    for group in GROUPS:
        for one in [one for one in criteria if one.group == group]:
            mark = " · *randvoorwaarde*" if one.precondition else ""
            st.markdown(f"**{plain(one.label)}**{mark}  \n{plain(one.question)}")
            st.caption(
                " · ".join(f"{n}: {plain(text)}" for n, text in one.anchors.items() if text)
                + (f"  \nLiteratuur: {plain(one.literature)}" if one.literature else "")
            )
