"""Choosing by name what a click on a chart chooses too: on a phone a cell is too small to touch."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

import streamlit as st


def told_apart(names: Mapping[Any, str]) -> dict[Any, str]:
    """The same names, with a number behind those that were there already.

    Streamlit hands back the words of a choice, not which of two that are called so.
    """
    times: Counter[str] = Counter()
    found = {}
    for one, name in names.items():
        times[name] += 1
        found[one] = name if times[name] == 1 else f"{name} ({times[name]})"
    return found


def choose(title: str, key: str, names: Mapping[Any, str], *, width: int) -> Any:
    """What is chosen under `key`: one of `names`, the only one, or nothing yet.

    `names` says how each is called; what is there no more is forgotten.
    """
    names = told_apart(names)
    if st.session_state.get(key) not in names:
        st.session_state[key] = next(iter(names)) if len(names) == 1 else None
    return st.selectbox(
        title,
        list(names),
        index=None,
        key=key,
        format_func=lambda one: names.get(one, ""),
        placeholder=f"Kies een {title.lower()}",
        width=width,
    )
