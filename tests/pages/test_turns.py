"""Reruns take turns: no more than some at once, and nobody waits for long on who takes long."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from pages.shared import turns
from pages.shared.turns import Turns
from tests.pages.conftest import visit

PATIENCE = 20.0


@contextmanager
def asking(of: Turns) -> Iterator[tuple[threading.Event, threading.Event]]:
    """Somebody who asks for a turn: whether he has it, and what makes him give it back."""
    has, may_end = threading.Event(), threading.Event()

    def work() -> None:
        with of.one():
            has.set()
            may_end.wait(PATIENCE)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield has, may_end
    finally:
        may_end.set()
        thread.join(PATIENCE)


def test_who_is_one_too_many_waits_until_another_is_done() -> None:
    of = Turns(2, longest=PATIENCE)
    with asking(of) as (first, end), asking(of) as (second, _):
        assert first.wait(PATIENCE)
        assert second.wait(PATIENCE)
        with asking(of) as (third, _):
            assert not third.wait(0.2)
            end.set()
            assert third.wait(PATIENCE / 2)


def test_who_takes_long_keeps_nobody_waiting() -> None:
    of = Turns(1, longest=0.1)
    with asking(of) as (slow, _):
        assert slow.wait(PATIENCE)
        with asking(of) as (next_one, _):
            assert next_one.wait(PATIENCE / 2)


def test_a_turn_is_given_back_whatever_happens() -> None:
    of = Turns(1, longest=PATIENCE)
    with pytest.raises(ZeroDivisionError), of.one():
        raise ZeroDivisionError
    with asking(of) as (has, _):
        assert has.wait(PATIENCE / 2)


def test_a_page_waits_for_its_turn_and_gives_it_back(monkeypatch: pytest.MonkeyPatch) -> None:
    visit("coverage")  # the first one takes longer than is waited for below
    only = Turns(1, longest=PATIENCE)
    monkeypatch.setattr(turns, "TURNS", only)
    came = threading.Event()

    def open_a_page() -> None:
        visit("coverage")
        came.set()

    with asking(only) as (has, may_end):
        assert has.wait(PATIENCE)
        thread = threading.Thread(target=open_a_page)
        thread.start()
        assert not came.wait(2.0)
        may_end.set()
        assert came.wait(60)
        thread.join()
    with asking(only) as (has, _):
        assert has.wait(PATIENCE / 2)
