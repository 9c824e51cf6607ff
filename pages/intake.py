import streamlit as st

from pages.shared.filters import current

st.title("intake")
st.write(current())
