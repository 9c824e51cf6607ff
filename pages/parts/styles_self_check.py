"""The own style in ten everyday situations; the answers stay in the session of this browser."""

import streamlit as st

from core.influence_styles import QUESTIONS, STYLES, practice, profile
from core.wording import number


def show() -> None:
    """The questions and, once all are answered, what is used much and little."""
    st.subheader("Welke stijlen gebruikt u zelf?", anchor=False)
    st.caption(
        "Uw antwoorden worden niet opgeslagen: zij blijven in dit venster en zijn weg zodra u het "
        "sluit of ververst. 1 is bijna nooit, 5 is bijna altijd."
    )
    with st.expander("Tien situaties"):
        given = {
            at: st.segmented_control(text, (1, 2, 3, 4, 5), key=f"stijl_{at}")
            for at, (_, text) in enumerate(QUESTIONS)
        }
        answers = {at: value for at, value in given.items() if value}
        if len(answers) < len(QUESTIONS):
            st.caption(f"{len(answers)} van de {len(QUESTIONS)} situaties ingevuld.")
            return
        used = profile(answers)
        st.markdown(practice(used))
        st.markdown(
            "\n".join(f"- {STYLES[one].label}: {number(value, 1)}" for one, value in used.items())
        )
