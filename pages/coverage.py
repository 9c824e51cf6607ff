import streamlit as st
from pages.shared.filters import current
st.title("coverage")
st.write(current())
