"""The grid in which a group scores options on criteria, with the rubric beside it."""

from collections.abc import Callable, Collection, Sequence
from typing import Final, Literal, NotRequired, TypedDict

import streamlit as st

from core.score_edit import Edit, read_edit
from pages.components.source import source

MOST_EDITS: Final = 500

_MOUNT = st.components.v2.component(
    "score_table",
    html="<div data-root></div>",
    css=source("shared.css", "score_table.css"),
    js=source("make.js", "outbox.js", "score_table.js"),
)


class Criterion(TypedDict):
    code: str
    label: str
    question: str
    precondition: bool
    anchors: dict[str, str]  # what the scores "1", "3" and "5" mean


class CriterionGroup(TypedDict):
    label: str
    criteria: Sequence[Criterion]


class Option(TypedDict):
    code: str
    name: str
    total: NotRequired[str]  # stands under the name, always in sight


class Last(TypedDict):
    """What was done last and what it did, and the entry that can be taken back."""

    said: str
    entry: int | None


class Cell(TypedDict):
    option: str
    criterion: str
    score: int | Literal["?"] | None  # "?": weet niet; None: not filled in yet
    note: str
    score_base: int
    note_base: int


def score_table(
    groups: Sequence[CriterionGroup],
    options: Sequence[Option],
    cells: Sequence[Cell],
    *,
    scope: str,
    handled: Collection[str],
    key: str,
    on_change: Callable[[list[Edit]], object],
    locked: bool = False,
    last: Last | None = None,
    on_back: Callable[[int], object] | None = None,
) -> list[Edit]:
    """Draw the grid; hand what people did to `on_change`, before the page is drawn.

    An edit comes again until its id is in `handled`, also after a refresh or a restart, so whoever
    stores it must recognise its id. What is returned was not handled: the first run of a new
    connection calls no `on_change`. Handle it in the same way and run the page again.
    """

    def changed() -> None:
        if edits := read_edits(st.session_state[key].get("edits")):
            on_change(edits)

    def taken_back() -> None:
        entry = st.session_state[key].get("back")
        if on_back and last and entry == last["entry"]:
            on_back(entry)

    state = _MOUNT(
        key=key,
        data={
            "groups": [{**group, "criteria": list(group["criteria"])} for group in groups],
            "options": list(options),
            "cells": list(cells),
            "scope": scope,
            "handled": list(handled),
            "locked": locked,
            "last": last,
        },
        on_edits_change=changed,
        on_back_change=taken_back,
    )
    done = frozenset(handled)
    return [edit for edit in read_edits(state.get("edits")) if edit.id not in done]


def read_edits(sent: object) -> list[Edit]:
    """Return what is well formed of what a browser sent; never believe the rest.

    An edit may be of a criterion or option that is there no more: who stores it says so.
    """
    rows = sent[:MOST_EDITS] if isinstance(sent, list) else []
    return [edit for row in rows if isinstance(row, dict) and (edit := read_edit(row)) is not None]
