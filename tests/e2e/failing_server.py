"""Not a test: serves failing_pages.py with around it what is around the app."""

from pathlib import Path
from typing import NoReturn

import streamlit as st
from starlette.routing import Route

import server
from tests.e2e.secret import SECRET


async def broken(_: object) -> NoReturn:
    raise ValueError(SECRET)


routes = [*server.AROUND["routes"], Route("/stuk", broken)]
app = st.App(Path(__file__).with_name("failing_pages.py"), **{**server.AROUND, "routes": routes})
