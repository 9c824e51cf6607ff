"""The chosen consideration as it stands: what the table, the outcome and a decision are made of."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import streamlit as st
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from core import certainty
from core.consideration_table import ConsiderationTable, reasons
from core.decision import Cell
from core.verdict import Scores, Verdict, verdicts
from data import considerations, scoring
from data.errors import InputRefused
from data.scoring import Place
from pages.shared import documents, done, linked
from pages.shared.opened import store

Row = dict[str, Any]


@dataclass(frozen=True)
class State:
    """A consideration with its own scores and notes."""

    row: Row
    cells: list[Row]

    @property
    def id(self) -> int:
        return int(self.row["id"])

    @property
    def question(self) -> str:
        return str(self.row["name"])

    @property
    def table(self) -> ConsiderationTable:
        content: ConsiderationTable = self.row["content"]
        return content

    @cached_property
    def scores(self) -> dict[Cell, int | None]:
        """By option and criterion: 1-5, or None for "weet niet"; not there: not filled in."""
        return {
            (one["option"], one["criterion"]): known(one["score"])
            for one in self.cells
            if one["score"] is not None
        }

    @cached_property
    def notes(self) -> dict[Cell, str]:
        return {(one["option"], one["criterion"]): one["note"] for one in self.cells if one["note"]}

    @cached_property
    def found(self) -> list[Verdict]:
        """The verdicts, best first."""
        return verdicts(self.table, self.scores)


def state(row: Row) -> State:
    """The consideration of a row of `considerations` with what was scored."""
    return State(row, scoring.cells(store(), Place(row["id"])))


@dataclass(frozen=True)
class Frozen:
    """The verdicts on a table that does not change any more, and how sure they are."""

    found: list[Verdict]
    sure: certainty.Certainty | None


def frozen(table: ConsiderationTable, scores: Scores) -> Frozen:
    """What a decided table says, computed anew from what was frozen."""
    return Frozen(verdicts(table, scores), _sure(table.model_dump_json(), _ordered(scores)))


def known(score: str | None) -> int | None:
    """A score as it is stored, as a number; None where nobody knows."""
    return int(score) if score is not None and score != "?" else None


def sure(now: State) -> certainty.Certainty | None:
    """How sure the outcome is, remembered; None where there is nothing to be sure of."""
    if not any(one.known for one in now.found):
        return None
    return _sure(now.table.model_dump_json(), _ordered(now.scores))


def _ordered(scores: Scores) -> tuple[tuple[Cell, int | None], ...]:
    return tuple(sorted(scores.items(), key=lambda one: one[0]))


@st.cache_resource(max_entries=200, show_spinner=False)
def _sure(content: str, scored: tuple[tuple[Cell, int | None], ...]) -> certainty.Certainty:
    table = ConsiderationTable.model_validate_json(content)
    scores: Scores = dict(scored)
    return certainty.certainty(table, scores, verdicts(table, scores))


def to_scoring(now: State) -> None:
    """Where there is no outcome yet: the way to what is needed for one."""
    step = "Scoren" if now.table.options else "Opties"
    st.button(
        f"Naar {step}",
        icon=":material/arrow_forward:",
        on_click=linked.point,
        args=("stap", None if step == "Opties" else step),
    )


def keep(start: str) -> None:
    """Hold on to what was typed in a form while it is not drawn: on another step, or folded."""
    for key in list(st.session_state):
        if str(key).startswith(start):
            st.session_state[key] = st.session_state[key]


def change(row: Row, *given: Any, **said: Any) -> None:
    """The same as `write`, for a button."""
    write(row, *given, **said)


def write(
    row: Row,
    change: Callable[[ConsiderationTable], ConsiderationTable],
    said: str | None = "De afweging is gewijzigd.",
    question: str | None = None,
) -> int | None:
    """Change what a consideration states, from a callback; the batch, or None where refused.

    With `said` it is said above the page, on the next run of all of it.
    """
    batch: int | None = done.doing(lambda: _written(row, change, question))
    if batch and said:
        done.remember(said, batch)
    return batch


def _written(
    row: Row, change: Callable[[ConsiderationTable], ConsiderationTable], question: str | None
) -> int:
    return documents.on_the_latest(
        row,
        latest(row["id"]),
        lambda now: considerations.change_consideration(
            store(),
            now["id"],
            now["version"],
            now["name"] if question is None else question,
            _changed(now["content"], change),
            "app",
        ),
    )


def _changed(
    table: ConsiderationTable, change: Callable[[ConsiderationTable], ConsiderationTable]
) -> ConsiderationTable:
    try:
        return change(table)
    except ValidationError as error:
        raise InputRefused("Dit kan zo niet", " ".join(reasons(error))) from None
    except PydanticCustomError as error:
        raise InputRefused("Dit kan zo niet", str(error)) from None


def latest(id_: int) -> Row | None:
    """The consideration as it is now: for a fragment, which runs without the page around it."""
    return considerations.consideration(store(), id_)
