"""The five styles: when each works, its pitfall, and example sentences."""

import streamlit as st

from core.influence_styles import SOURCE, STYLES


def show() -> None:
    """One fold a style."""
    st.subheader("De vijf stijlen", anchor=False)
    for style in STYLES.values():
        with st.expander(f"{style.label}: {style.what}"):
            st.markdown(
                f"- **Werkt als**: {style.works}\n"
                f"- **Valkuil**: {style.pitfall}\n"
                f"- **Tegen een schoolbestuur**: “{style.to_board}”\n"
                f"- **Tegen een gemeente**: “{style.to_gemeente}”\n"
                f"- **Tegen een kinderopvang**: “{style.to_childcare}”\n"
                f"- **Tegen zorg of welzijn**: “{style.to_care}”"
            )
    st.caption(SOURCE)
