"""Serves our page as `server.py` serves the app: everything ready before the first visitor."""

from pathlib import Path

import streamlit as st

from server import ready

app = st.App(Path(__file__).with_name("ours.py"), lifespan=ready)
