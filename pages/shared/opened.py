"""The open store of this process and its results, kept until the data changes."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Any

import streamlit as st

from data.demo.generate import add_example
from data.settings import settings
from data.store import Store

# How many results are kept: some twenty for each of the views that people look at in a day.
KEPT = 1_000
_SIDE_BY_SIDE = ThreadPoolExecutor(thread_name_prefix="result")


@st.cache_resource(show_spinner="De gegevens worden geopend …")
def store() -> Store:
    """The store of this process; a missing one is made with the example portfolio."""
    chosen = settings()
    is_new = not chosen.store.exists()
    opened = Store.open(chosen.store, chosen.threads)
    if is_new:
        add_example(opened)
    return opened


Asked = tuple[Callable[..., Any], *tuple[Any, ...]]


def prepare(*asked: Asked, written: Sequence[Asked] = ()) -> None:
    """Have several results ready, computed side by side: planning a query keeps one core busy.

    Those in `written` are asked with `recorded`. Where one fails, the others are waited for all the
    same: none runs on behind the page.
    """
    asking = [_SIDE_BY_SIDE.submit(result, *one) for one in asked]
    asking += [_SIDE_BY_SIDE.submit(recorded, *one) for one in written]
    for one in wait(asking).done:
        one.result()


def result(query: Callable[..., Any], *arguments: Any) -> Any:
    """What a query function of `data` answers, from memory as long as the data is the same.

    The answer is shared by everyone who asks it: Arrow tables cannot be changed, and lists of
    rows are not to be.
    """
    return _result(query.__name__, query, arguments, store().data_version)


def recorded(query: Callable[..., Any], *arguments: Any) -> Any:
    """The same of what people write down: documents, what is made of them, the log of changes."""
    return _result(query.__name__, query, arguments, ("any", store().change_version))


def listed(query: Callable[..., Any], *arguments: Any) -> list[dict[str, Any]]:
    """The same answer as rows: making a dictionary of each row costs more than the query."""
    return _listed(query.__name__, query, arguments, store().data_version)


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def _listed(
    name: str, _query: Callable[..., Any], arguments: tuple[Any, ...], data_version: int
) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = _result(name, _query, arguments, data_version).to_pylist()
    return rows


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def _result(name: str, _query: Callable[..., Any], arguments: tuple[Any, ...], version: Any) -> Any:
    return _query(store(), *arguments)
