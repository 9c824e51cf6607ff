"""The open store of this process and its results, kept until the data changes."""

from collections.abc import Callable
from typing import Any

import pyarrow as pa
import streamlit as st

from core.filters import Filters
from data.demo.generate import add_example
from data.settings import settings
from data.store import Row, Store

# How many results are kept: some twenty for each of the views that people look at in a day.
KEPT = 1_000


@st.cache_resource(show_spinner="De gegevens worden geopend …")
def store() -> Store:
    """The store of this process; a missing one is made with the example portfolio."""
    chosen = settings()
    is_new = not chosen.store.exists()
    opened = Store.open(chosen.store, chosen.threads)
    if is_new:
        add_example(opened)
    return opened


def result(query: Callable[..., pa.Table], filters: Filters, *more: Any) -> pa.Table:
    """What a query function of `data` answers, from memory while the data is the same."""
    return _result(query.__name__, query, filters, more, store().data_version)


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def _result(
    name: str,
    _query: Callable[..., pa.Table],
    filters: Filters,
    more: tuple[Any, ...],
    data_version: int,
) -> pa.Table:
    return _query(store(), filters, *more)


def choices(query: Callable[[Store], list[Row]]) -> list[Row]:
    """The rows of a function of `data.choices`, from memory likewise."""
    return _choices(query.__name__, query, store().data_version)


@st.cache_resource(max_entries=100, show_spinner=False)
def _choices(name: str, _query: Callable[[Store], list[Row]], data_version: int) -> list[Row]:
    return _query(store())
