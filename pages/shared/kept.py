"""What somebody typed or chose on a page is there again after a look at another page or part.

Streamlit forgets what a widget says as soon as it is not drawn. What belongs in a link is kept by
`linked` instead.
"""

import streamlit as st


def keep(*keys: str) -> None:
    """Have the widgets with these keys say what they said last; before they are drawn.

    The keys must be of one page only.
    """
    for key in keys:
        last = f"{key}_bewaard"
        if key in st.session_state:
            st.session_state[last] = st.session_state[key]
        if last in st.session_state:
            st.session_state[key] = st.session_state[last]
