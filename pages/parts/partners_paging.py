"""A long list in pages: which one is shown, and the way to the next."""

from collections.abc import Hashable

import streamlit as st

from core.wording import number


def page(key: str, asked: Hashable, total: int | None, size: int) -> int:
    """Which page is shown, from 0: the first as soon as something else is asked for.

    Never beyond the last, where the `total` is known.
    """
    of, at = f"{key}_van", f"{key}_bladzijde"
    if st.session_state.get(of) != asked:
        st.session_state[of] = asked
        st.session_state[at] = 0
    if total is not None:
        st.session_state[at] = min(st.session_state[at], max(0, (total - 1) // size))
    found: int = st.session_state[at]
    return found


def turn(key: str, page: int, size: int, total: int, *, what: str) -> None:
    """Which part is shown, and the way to the rest; nothing when all is."""
    if total <= size:
        return
    last = min(total, (page + 1) * size)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "Vorige",
            icon=":material/chevron_left:",
            disabled=not page,
            key=f"{key}_vorige",
            on_click=_go,
            args=(key, -1),
        )
        st.markdown(
            f"{number(page * size + 1)} tot en met {number(last)} van {number(total)} {what}",
            width="content",
        )
        st.button(
            "Volgende",
            icon=":material/chevron_right:",
            disabled=last >= total,
            key=f"{key}_volgende",
            on_click=_go,
            args=(key, 1),
        )


def _go(key: str, step: int) -> None:
    at = f"{key}_bladzijde"
    st.session_state[at] = max(0, st.session_state.get(at, 0) + step)
