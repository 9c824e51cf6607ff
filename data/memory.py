"""Answers that are kept, so that what many ask is computed once.

An answer is found by everything it follows from: what was asked, with what, of which data. Nothing
has to be thrown away when the data changes: then it is asked of other data. What is not asked any
more makes room for what is.
"""

import threading
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

import pyarrow as pa
from cachetools import LRUCache, cached
from pydantic import BaseModel

# So many answers at most, and so many bytes: one with a row for each of 100,000 partnerships takes
# the room of hundreds of others.
KEPT = 2_000
BYTES = 256_000_000
# What a row takes as a dictionary, about.
ROW = 600
Answer = TypeVar("Answer")


class Memory:
    """Answers of one store; any thread may ask. Answers are shared and are not to be changed."""

    def __init__(self, kept: int = KEPT, size: int = BYTES) -> None:
        least = size // kept
        answers: LRUCache[Hashable, Any] = LRUCache(size, lambda one: max(least, _size(one)))
        # Who asks what another is asking already, waits for that answer. An error is no answer.
        self._answer = cached(answers, _asked, condition=threading.Condition())(_ask)

    def answer(self, ask: Callable[[], Answer], *of: Any) -> Answer:
        """What `ask` answers, from memory if it was asked before; `of`: all it follows from."""
        return cast(Answer, self._answer(ask, *of))


def _ask(ask: Callable[[], Any], *_: Any) -> Any:
    return ask()


def _asked(_: Callable[[], Any], *of: Any) -> Hashable:
    return _counts_as(of)


def _counts_as(value: Any) -> Hashable:
    """What a value is found by: 1, 1.0 and True are three, and a model is what it says."""
    if isinstance(value, BaseModel):
        return type(value), value.model_dump_json()
    if isinstance(value, list | tuple):
        return type(value), tuple(map(_counts_as, value))
    if isinstance(value, dict):
        return dict, tuple((key, _counts_as(held)) for key, held in value.items())
    return type(value), cast(Hashable, value)


def _size(answer: Any) -> int:
    if isinstance(answer, pa.Table):
        return int(answer.nbytes)
    if isinstance(answer, bytes):
        return len(answer)
    return ROW * len(answer) if isinstance(answer, list) else 0
