"""Links without names: one for each way of hiding, and none after they were withdrawn."""

from contextlib import suppress

import pytest

from data import shared_links as links
from data.errors import StoreError
from data.shared_links import link_of, share, shared_links, withdraw
from data.store import Store
from data.undo import undo_batch
from tests.portfolio import Portfolio


def token(store: Store, libraries: bool = False) -> str:
    return share(store, libraries, "Anna").token


def works(store: Store, key: str) -> bool:
    return link_of(shared_links(store), key) is not None


def test_there_is_one_link_for_each_way_of_hiding(store: Store) -> None:
    assert token(store) == token(store)
    assert token(store) != token(store, libraries=True)
    found = link_of(shared_links(store), token(store, libraries=True))
    assert found is not None
    assert found.libraries


def test_two_who_make_one_at_once_get_the_same(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, look, misses = token(store), links._hiding, [None]
    monkeypatch.setattr(links, "_hiding", lambda *of: misses.pop() if misses else look(*of))
    assert token(store) == first
    assert len(shared_links(store)) == 1


@pytest.mark.parametrize("key", ["", "A" * 22, "é", "\ud800"])
def test_another_key_is_that_of_no_link(store: Store, key: str) -> None:
    token(store)
    assert not works(store, key)


def test_what_was_withdrawn_never_works_again(store: Store) -> None:
    """Not after an undo of whatever was done with it either; the next link is another one."""
    key = token(store)
    withdraw(store, "Anna")
    assert not works(store, key)
    batches = Portfolio(store).ask("select id from batch order by id desc")
    for (batch,) in batches:
        with suppress(StoreError):
            undo_batch(store, batch, "Bert")
        assert not works(store, key)
    assert token(store) != key
