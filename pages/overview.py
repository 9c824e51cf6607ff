import streamlit as st
from pages.shared.filters import current
st.title("overview")
st.write(current())
