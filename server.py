"""Serves app.py: what must be ready before the first visitor, is.

Streamlit takes the folder `pages/` for pages of its own kind until `st.navigation` has run once;
the first visitor of a shared link would be told that the page does not exist. And a server that
gets many first visitors at once must not import pandas and open the store in each of them.
"""

import gc
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware

from pages.shared.first_visit import FirstVisit
from pages.shared.links import Links
from pages.shared.way_back import WayBack

APP = Path(__file__).resolve().parent / "app.py"


@asynccontextmanager
async def ready(_: st.App) -> AsyncIterator[dict[str, Any]]:
    """Before the first request: the kind of navigation, the heavy imports and the store."""
    import altair  # noqa: F401
    import networkx  # noqa: F401
    import pandas  # noqa: F401

    from data.errors import StoreError
    from pages.shared.backing_up import guard

    out_of_a_run = logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context")
    out_of_a_run.setLevel(logging.ERROR)  # it warns of calls outside a page, as these are
    st.navigation([st.Page(lambda: None, title="Samenwerkingsdossier")])
    try:
        guard()
    except StoreError as error:
        logging.getLogger(__name__).error("%s", error)  # the app says it to every visitor
    out_of_a_run.setLevel(logging.NOTSET)
    gc.collect()
    gc.freeze()  # what is imported stays: it need not be looked through for rubbish again
    yield {}


def shown(error: Exception) -> bool:
    """What went wrong outside the run of a page: in a click or a dialog."""
    from pages.shared.failure import show_any

    return show_any(error)


def refuse_open_doors() -> None:
    """Serve nobody but this computer, unless it is settled who may come in."""
    from data.errors import StoreError
    from pages.shared.visitor import refuse_open_doors

    try:
        refuse_open_doors(st.get_option("server.address"))
    except StoreError as error:
        sys.exit(f"\n{error.title}.\n{error.advice}\n")


refuse_open_doors()
app = st.App(
    APP,
    lifespan=ready,
    middleware=[Middleware(WayBack), Middleware(FirstVisit), Middleware(Links)],
    on_script_error=shown,
)
