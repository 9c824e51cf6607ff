"""The grid in which a group scores options on criteria, with the rubric beside it."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, NotRequired, TypedDict, cast

import streamlit as st

from pages.components.source import source

NOTE_LENGTH: Final = 2000
MOST_EDITS: Final = 500
EDIT_ID: Final = re.compile(r"[0-9a-f]{8,32}-[0-9]{1,9}")
SCORES: Final = frozenset({"1", "2", "3", "4", "5", "?", None})
LARGEST_BASE: Final = 2**53

_MOUNT = st.components.v2.component(
    "score_table",
    html="<div data-root></div>",
    css=source("shared.css", "score_table.css"),
    js=source("outbox.js", "score_table.js"),
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


class Cell(TypedDict):
    option: str
    criterion: str
    score: int | Literal["?"] | None  # "?": weet niet; None: not filled in yet
    note: str
    score_base: int
    note_base: int
    hint: NotRequired[str | None]


@dataclass(frozen=True)
class Edit:
    """One thing that a person did in one cell, on a version (`base`) of the score or the note."""

    id: str
    option: str
    criterion: str
    field: Literal["score", "note"]
    value: str | None
    base: int


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
) -> list[Edit]:
    """Draw the grid; hand what people did to `on_change`, before the page is drawn.

    An edit comes again until its id is in `handled`, also after a refresh or a restart, so whoever
    stores it must recognise its id. What is returned was not handled: the first run of a new
    connection calls no `on_change`. Handle it in the same way and run the page again.
    """
    criteria = {criterion["code"] for group in groups for criterion in group["criteria"]}
    known = (frozenset(option["code"] for option in options), frozenset(criteria))

    def changed() -> None:
        if edits := read_edits(st.session_state[key].get("edits"), *known):
            on_change(edits)

    state = _MOUNT(
        key=key,
        data={
            "groups": [{**group, "criteria": list(group["criteria"])} for group in groups],
            "options": list(options),
            "cells": list(cells),
            "scope": scope,
            "handled": list(handled),
            "locked": locked,
        },
        on_edits_change=changed,
    )
    done = frozenset(handled)
    return [edit for edit in read_edits(state.get("edits"), *known) if edit.id not in done]


def read_edits(sent: object, options: frozenset[str], criteria: frozenset[str]) -> list[Edit]:
    """Return what is well formed of what a browser sent; never believe the rest."""
    rows = sent[:MOST_EDITS] if isinstance(sent, list) else []
    edits = (_edit(row, options, criteria) for row in rows if isinstance(row, dict))
    return [edit for edit in edits if edit is not None]


def _edit(row: dict[str, Any], options: frozenset[str], criteria: frozenset[str]) -> Edit | None:
    texts = [row.get(name) for name in ("id", "option", "criterion", "field")]
    if not all(isinstance(text, str) for text in texts):
        return None
    edit_id, option, criterion, field = cast(list[str], texts)
    value, base = row.get("value"), row.get("base")
    if not EDIT_ID.fullmatch(edit_id) or option not in options or criterion not in criteria:
        return None
    if type(base) is not int or not 0 <= base <= LARGEST_BASE:
        return None
    if field == "score" and (value is None or isinstance(value, str)) and value in SCORES:
        return Edit(edit_id, option, criterion, "score", value, base)
    if field == "note" and isinstance(value, str) and len(value) <= NOTE_LENGTH:
        return Edit(edit_id, option, criterion, "note", storable(value), base)
    return None


def storable(text: str) -> str:
    """Return a text without what JSON can hold and UTF-8 or a database cannot."""
    return text.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
