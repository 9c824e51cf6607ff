import streamlit as st

from pages.shared.filters import current

st.title("sources")
st.write(current())
