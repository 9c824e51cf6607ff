"""The open store of this process and its results, kept until the data changes.

A page asks `store`, which is what its visitor may see and do: that of the libraries of who logged
in, and under a link without names another one, in which there are none. Only what decides about
that asks `whole_store`.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextvars import ContextVar
from typing import Any, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from core.access import Rights
from core.shared_link import SharedLink
from data.accounts import by_address
from data.anonymous import Disguise
from data.backup import refuse_lost
from data.demo.generate import add_example
from data.errors import InputRefused
from data.limited import LimitedStore
from data.settings import settings
from data.shared_links import link_of, shared_links
from data.store import Store
from pages.shared import visitor

# In the session of a visitor: the key of the link without names that he came through, or None.
KEY = "anonieme_sleutel"
_DEAD = ("Deze link werkt niet meer", "Vraag een nieuwe aan wie hem u stuurde.")
# In a thread that works for a visitor: the key of his link (or None) and his rights.
_IN_THREAD: ContextVar[tuple[str | None, Rights | None] | None] = ContextVar(
    "in_thread", default=None
)
Answer = TypeVar("Answer")
_SIDE_BY_SIDE = ThreadPoolExecutor(thread_name_prefix="result")


@st.cache_resource(show_spinner="De gegevens worden geopend …")
def whole_store() -> Store:
    """The store of this process; a missing one is made with the example portfolio."""
    chosen = settings()
    is_new = not chosen.store.exists()
    if is_new:
        refuse_lost(chosen.store)
    opened = Store.open(chosen.store, chosen.threads)
    if is_new:
        add_example(opened)
    return opened


def store() -> Store:
    """What this visitor sees: the store as far as his rights go, or the same without names.

    Raises InputRefused where his link was withdrawn, and NotLetIn where his access was, also in a
    click and in a part of a page that runs by itself.
    """
    link = shown_through()
    return with_names() if link is None else seen_through(link)


def with_names() -> Store:
    """The store as far as the rights of this visitor go, whatever link he came through."""
    return _as_far_as(rights())


def seen_through(link: SharedLink) -> Store:
    """The store of this visitor without the names that a link hides, as it is now."""
    return _disguise(rights(), link.libraries).now()


def rights() -> Rights | None:
    """What this visitor may do; None where nobody is asked who they are: everything.

    Raises NotLetIn.
    """
    if (kept := _IN_THREAD.get()) is not None:
        return kept[1]
    if get_script_run_ctx(suppress_warning=True) is None:
        raise RuntimeError("no visitor here: hand it over with `later`, or ask whole_store")
    if visitor.login() is None:
        return None
    return visitor.rights_among(_of_all(whole_store(), by_address))


def may_lead() -> bool:
    """Whether this visitor may lead a session and show without names."""
    return (found := rights()) is None or found.may_lead


def may_manage() -> bool:
    """Whether this visitor may change what is of all libraries."""
    return may_change() and ((found := rights()) is None or found.may_manage)


def sees_all() -> bool:
    """Whether this visitor sees every library, and so may add one."""
    return (found := rights()) is None or found.libraries is None


def _as_far_as(of: Rights | None) -> Store:
    return whole_store() if of is None else _limited(of)


def _said(of: Rights) -> str:
    """All that rights say, in one order: what a store is kept by."""
    seen = None if of.libraries is None else sorted(of.libraries)
    return repr((of.who, of.role.value, seen))


@st.cache_resource(max_entries=1_000, show_spinner=False, hash_funcs={Rights: _said})
def _limited(of: Rights) -> Store:
    return LimitedStore(whole_store(), of)


def may_change() -> bool:
    """Whether this visitor may change anything: who sees no names only looks."""
    return not store().is_read_only


def shown_through() -> SharedLink | None:
    """The link without names through which this visitor sees everything, if through one.

    Raises InputRefused where it does not work, or not any more.
    """
    key = _key()
    if key is None:
        return None
    link = link_of(_of_all(whole_store(), shared_links), key)
    if link is None:
        raise InputRefused(*_DEAD)
    return link


def later(work: Callable[[], Answer]) -> Callable[[], Answer]:
    """`work` for another thread, in which it sees what this visitor may see by then."""
    key, had = _key(), rights()

    def run() -> Answer:
        before = _IN_THREAD.set((key, had and _by_now(had)))
        try:
            return work()
        finally:
            _IN_THREAD.reset(before)

    return run


def _by_now(had: Rights) -> Rights:
    """The rights of the same person as they are now; raises NotLetIn."""
    return visitor.rights_by(_of_all(whole_store(), by_address), had.who)


def _key() -> str | None:
    """The key of this visitor's link. Without a visitor that is an error, not: all names."""
    if (kept := _IN_THREAD.get()) is not None:
        return kept[0]
    if get_script_run_ctx(suppress_warning=True) is None:
        raise RuntimeError("no visitor here: hand it over with `later`, or ask whole_store")
    key: str | None = st.session_state.get(KEY)
    return key


def _sees(of: Rights) -> str:
    return "" if of.libraries is None else repr(sorted(of.libraries))


# Each is a whole store in memory, and the same for all who see the same libraries.
@st.cache_resource(
    max_entries=50, show_spinner="De namen worden verborgen …", hash_funcs={Rights: _sees}
)
def _disguise(of: Rights | None, libraries: bool) -> Disguise:
    return Disguise(_as_far_as(of), libraries)


Asked = tuple[Callable[..., Any], *tuple[Any, ...]]


def prepare(*asked: Asked, written: Sequence[Asked] = ()) -> None:
    """Have several results ready, computed side by side: planning a query keeps one core busy.

    Those in `written` are asked with `recorded`. Where one fails, the others are waited for all the
    same: none runs on behind the page.
    """
    seen = store()  # of this visitor, whom the threads do not know
    asking = [_SIDE_BY_SIDE.submit(result_of, seen, *one) for one in asked]
    asking += [_SIDE_BY_SIDE.submit(_of_all, seen, *one) for one in written]
    for one in wait(asking).done:
        one.result()


def result(query: Callable[..., Any], *arguments: Any) -> Any:
    """What a query function of `data` answers, from memory as long as the data is the same.

    The answer is shared by everyone who asks it: Arrow tables cannot be changed, and lists of
    rows are not to be.
    """
    return result_of(store(), query, *arguments)


def recorded(query: Callable[..., Any], *arguments: Any) -> Any:
    """The same of what people write down: documents, what is made of them, the log of changes."""
    return _of_all(store(), query, *arguments)


def listed(query: Callable[..., Any], *arguments: Any) -> list[dict[str, Any]]:
    """The same answer as rows: making a dictionary of each row costs more than the query."""
    seen = store()

    def rows() -> list[dict[str, Any]]:
        made: list[dict[str, Any]] = result_of(seen, query, *arguments).to_pylist()
        return made

    of = (seen.names, "data", seen.data_version)
    return seen.memory.answer(rows, "as rows", query, arguments, *of)


def derived(make: Callable[[], Answer], *of: Any) -> Answer:
    """What a page makes of results, such as the rows of a chart; `of`: its name and its choices."""
    seen = store()
    return seen.memory.answer(make, "derived", of, seen.names, "data", seen.data_version)


def result_of(seen: Store, query: Callable[..., Any], *arguments: Any) -> Any:
    """The same as `result`, of one of the stores."""
    of = (seen.names, "data", seen.data_version)
    return seen.memory.answer(lambda: query(seen, *arguments), query, arguments, *of)


def _of_all(seen: Store, query: Callable[..., Any], *arguments: Any) -> Any:
    of = (seen.names, "any", seen.change_version)
    return seen.memory.answer(lambda: query(seen, *arguments), query, arguments, *of)
