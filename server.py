"""Serves app.py: what must be ready before the first visitor, is.

Streamlit takes the folder `pages/` for pages of its own kind until `st.navigation` has run once;
the first visitor of a shared link would be told that the page does not exist. And a server that
gets many first visitors at once must not import pandas and open the store in each of them.

Around the app: which hosts it answers to, the headers of every answer, and a route that says
whether the store answers.
"""

import gc
import logging
import pkgutil
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from pages.shared import one_log
from pages.shared.failure import answer_for, show_any
from pages.shared.first_visit import FirstVisit
from pages.shared.headers import Headers
from pages.shared.hosts import Hosts
from pages.shared.links import Links
from pages.shared.store_health import store_health
from pages.shared.way_back import WayBack

APP = Path(__file__).resolve().parent / "app.py"
# Whatever the configuration or the environment says: these would show or print what an error says.
NEVER = {"client.showErrorDetails": "none", "logger.enableRich": False}

one_log.begin()
LOG = logging.getLogger(__name__)


@asynccontextmanager
async def ready(_: st.App) -> AsyncIterator[dict[str, Any]]:
    """Before the first request: the kind of navigation, the heavy imports and the store."""
    begun = time.monotonic()
    import altair  # noqa: F401
    import networkx  # noqa: F401
    import pandas  # noqa: F401

    import core.charts
    import pages.parts
    from data.errors import StoreError
    from pages.shared.backing_up import guard

    for option, value in NEVER.items():
        st.set_option(option, value)
    out_of_a_run = logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context")
    out_of_a_run.setLevel(logging.ERROR)  # it warns of calls outside a page, as these are
    for package in (core.charts, pages.parts):  # what the pages are made of
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            import_module(found.name)
    st.navigation([st.Page(lambda: None, title="Samenwerkingsdossier")])
    try:
        guard()
    except StoreError as error:
        # The app says it to every visitor; a title names a setting at most.
        LOG.error("the store cannot be opened", exc_info=error, extra={"shown": error.title})
    out_of_a_run.setLevel(logging.NOTSET)
    gc.collect()
    gc.freeze()  # what is imported stays: it need not be looked through for rubbish again
    LOG.info("ready", extra={"seconds": round(time.monotonic() - begun, 1)})
    yield {}
    LOG.info("stopped")


# What is around the pages; a test serves pages that fail with the same.
AROUND: dict[str, Any] = {
    "lifespan": ready,
    "routes": [Route("/gezondheid", store_health)],
    "middleware": [Middleware(one) for one in (Headers, Hosts, WayBack, FirstVisit, Links)],
    "exception_handlers": {Exception: answer_for},
    "on_script_error": show_any,
}


def refuse_open_doors() -> None:
    """Serve nobody but this computer, unless it is settled who may come in."""
    from data.errors import StoreError
    from pages.shared.visitor import refuse_open_doors

    try:
        refuse_open_doors(st.get_option("server.address"))
    except StoreError as error:
        sys.exit(f"\n{error.title}.\n{error.advice}\n")


refuse_open_doors()
app = st.App(APP, **AROUND)
