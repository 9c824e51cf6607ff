"""The page in Streamlit as its documentation has it: pandas, cached data, charts made anew."""

import altair as alt
import streamlit as st
from frames import Frames, choices, load, shown

st.set_page_config(page_title="Samenwerkingen", layout="wide")


@st.cache_resource
def frames() -> Frames:
    return load()


st.title("Samenwerkingen")
options = choices(frames())
with st.sidebar:
    chosen = [st.multiselect(name.capitalize(), options[name]) for name in options]
page = shown(frames(), *chosen)

for column, (title, value) in zip(st.columns(len(page.figures)), page.figures.items(), strict=True):
    column.metric(title, value)

st.subheader("Per gemeente en thema")
st.altair_chart(
    alt.Chart(page.heatmap)
    .mark_rect()
    .encode(x="theme:N", y="gemeente:N", color="partnership:Q", tooltip=list(page.heatmap.columns))
)
st.subheader("Per thema")
st.bar_chart(page.by_theme, x="theme", y="partnership", horizontal=True)
st.subheader("Per vorm")
st.bar_chart(page.by_form, x="form", y="partnership", horizontal=True)
