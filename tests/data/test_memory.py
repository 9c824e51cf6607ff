"""What is asked again is not computed again, and never answered with what has changed."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier, Event

import pyarrow as pa
import pytest

from core.filters import Filters
from data.memory import Memory
from data.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(None) as opened:
        yield opened


def test_who_ask_the_same_at_the_same_time_ask_once() -> None:
    memory, all_there, may_answer = Memory(), Barrier(5, timeout=10), Event()
    asked: list[int] = []

    def ask() -> str:
        asked.append(1)
        may_answer.wait(10)
        return "antwoord"

    def come() -> str:
        all_there.wait()
        return memory.answer(ask, "vraag")

    with ThreadPoolExecutor(5) as people:
        answers = [people.submit(come) for _ in range(5)]
        while not asked:
            pass
        may_answer.set()
        assert {one.result(10) for one in answers} == {"antwoord"}
    assert len(asked) == 1


def test_an_error_is_told_and_asked_again() -> None:
    memory = Memory()

    def fail() -> int:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        memory.answer(fail, "vraag")
    assert memory.answer(lambda: 1, "vraag") == 1


def _forgotten(memory: Memory, *of: object) -> bool:
    return memory.answer(lambda: "new", *of) == "new"


def test_the_oldest_answers_make_room() -> None:
    memory = Memory(kept=2)
    for question in ("a", "b", "c"):
        memory.answer(lambda: "old", question)
    assert not _forgotten(memory, "c")
    assert not _forgotten(memory, "b")
    assert _forgotten(memory, "a")


@pytest.mark.parametrize("large", [[{}] * 100, pa.table({"a": range(10_000)}), b"-" * 60_000])
def test_a_large_answer_makes_more_of_them_go(large: object) -> None:
    memory = Memory(kept=2, size=100_000)
    memory.answer(lambda: "old", "a")
    memory.answer(lambda: large, "b")
    assert memory.answer(lambda: "new", "b") is large
    assert _forgotten(memory, "a")


def test_an_answer_is_of_what_was_asked_exactly() -> None:
    memory = Memory()
    on = Filters(measure_date=date(2026, 11, 15))
    others = [1, True, 1.0, "1", (1,), [1], {"a": 1}, {"a": True}, on.model_copy(), None]
    others += [on.model_copy(update={"libraries": (1,)})]
    answers = [memory.answer(object, "vraag", other) for other in others]
    assert len({id(one) for one in answers}) == len(others)
    assert memory.answer(object, "vraag", on) is answers[8]


def _named(store: Store, name: str) -> None:
    with store.change("Anna", "bibliotheek") as change:
        change.run("insert_library", title=name, key=name.lower(), gemeenten=[])


def test_after_a_change_the_store_answers_anew(store: Store) -> None:
    assert store.remembered("libraries") == []
    _named(store, "Bee")
    assert [row["name"] for row in store.remembered("libraries")] == ["Bee"]


def test_an_answer_that_a_change_overtook_is_not_given_later(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = store.rows

    def overtaken(name: str, /, **values: object) -> list[dict[str, object]]:
        before = ask(name, **values)
        _named(store, "Bee")
        return before

    monkeypatch.setattr(store, "rows", overtaken)
    assert store.remembered("libraries") == []
    monkeypatch.undo()
    assert [row["name"] for row in store.remembered("libraries")] == ["Bee"]


def test_who_sees_less_of_a_store_shares_its_memory_but_no_answer(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(None) as less:
        less.memory, less.names = store.memory, "of [1]"
        monkeypatch.setattr(less, "rows", lambda *_, **__: [])
        assert len(store.remembered("known_gemeenten")) > 300
        assert less.remembered("known_gemeenten") == []
