"""Reruns take turns: no more than some at once, and nobody waits for long on who takes long."""

import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest
from streamlit.runtime.scriptrunner_utils.exceptions import RerunException, StopException
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData

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


def test_turns_are_given_in_the_order_in_which_they_are_asked() -> None:
    of = Turns(1, longest=PATIENCE)
    with asking(of) as (has, end), ExitStack() as queue:
        assert has.wait(PATIENCE)
        came: list[tuple[threading.Event, threading.Event]] = []
        for before in range(5):
            came.append(queue.enter_context(asking(of)))
            while waiting(of) <= before:
                time.sleep(0.001)
        end.set()
        for at, (has_it, may_end) in enumerate(came):
            assert has_it.wait(PATIENCE / 2)
            assert not any(later.is_set() for later, _ in came[at + 1 :])
            may_end.set()


def test_who_take_long_keep_nobody_waiting() -> None:
    of = Turns(2, longest=0.1)
    with ExitStack() as asked:
        for _ in range(5):
            has, _ = asked.enter_context(asking(of))
            assert has.wait(PATIENCE / 2)


def test_as_many_begin_as_there_is_room_for() -> None:
    of = Turns(2, longest=1.0)
    with ExitStack() as asked:
        came = [asked.enter_context(asking(of))[0] for _ in range(4)]
        assert all(has.wait(PATIENCE / 2) for has in came)


@pytest.mark.parametrize("ends", [ZeroDivisionError, StopException, RerunException(RerunData())])
def test_a_turn_is_given_back_whatever_happens(ends: Any) -> None:
    of = Turns(1, longest=PATIENCE)
    with pytest.raises(BaseException), of.one():  # noqa: B017, PT011
        raise ends
    with asking(of) as (has, _):
        assert has.wait(PATIENCE / 2)


def test_a_page_waits_for_its_turn_and_gives_it_back(monkeypatch: pytest.MonkeyPatch) -> None:
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
        while not waiting(only):
            assert not came.wait(0.01), "the page did not ask for a turn"
        may_end.set()
        assert came.wait(60)
        thread.join()
    with asking(only) as (has, _):
        assert has.wait(PATIENCE / 2)


def waiting(of: Turns) -> int:
    """How many wait for a turn."""
    return len(of._waiting)
