"""One cell to talk about after the reveal: how the scores lie, and the one that was agreed."""

import secrets
from collections.abc import Mapping
from typing import Any

import streamlit as st

from core.decision import Cell, Spread
from core.score_edit import Edit
from core.wording import counted, number, plain
from data import scoring
from data.scoring import Place
from pages.components.spread import spread
from pages.parts import consideration_state as state
from pages.parts.consideration_group import Group
from pages.shared import done
from pages.shared.opened import store

CHOICES = ("1", "2", "3", "4", "5", "?")
Row = dict[str, Any]


def discuss(
    now: state.State, group: Group, before: Group | None, cell: Cell, *, is_old: bool = False
) -> None:
    """One cell to talk about: who scored what is not shown, how many is.

    `is_old`: the score that stands there was given before this session.
    """
    criterion = next(one for one in now.table.criteria if one.code == cell[1])
    one, was = group.spreads[cell], before.spreads.get(cell) if before else None
    said = _spoken(one, was, group.unknown.get(cell, 0))
    with st.container(border=True):
        asked, given = st.columns([3, 2], gap="large")
        with asked:
            st.markdown(f"**{plain(named(now, cell))}**  \n{plain(criterion.question)}")
            st.caption(said)
            for note in group.notes.get(cell, ()):
                st.caption(f":material/chat: {plain(note)}")
        with given:
            spread(
                [group.given[cell].count(score) for score in range(1, 6)],
                one.median,
                (one.quartile_low, one.quartile_high),
                was.median if was else None,
                described=said,
                key=f"spreiding_{now.id}_{cell[0]}_{cell[1]}",
            )
            _agree(now, cell)
            if is_old:
                st.caption("Deze score stond er al vóór de sessie.")


def _spoken(one: Spread, was: Spread | None, unknown: int) -> str:
    given = counted(one.count, "score", "scores")
    if unknown:
        given += f", {unknown} keer weet niet"
    said = (
        f"Mediaan {short(one.median)}, van {one.low} tot {one.high}; de middelste helft tussen "
        f"{short(one.quartile_low)} en {short(one.quartile_high)} ({given})."
    )
    if was:
        said += f" Vorige ronde: mediaan {short(was.median)}, van {was.low} tot {was.high}."
    return said


def short(score: float) -> str:
    """`4` and `4,5`: a whole score is written as it was given."""
    return number(score, 0 if score == int(score) else 1)


def _agree(now: state.State, cell: Cell) -> None:
    key = f"afgesproken_{now.id}_{cell[0]}_{cell[1]}"
    stored = next((one for one in now.cells if (one["option"], one["criterion"]) == cell), None)
    # Filled from the store only when that holds something else than what was clicked here.
    if st.session_state.get(f"{key}_bron") != (stored and stored["score_id"]):
        st.session_state[key] = stored and stored["score"]
        st.session_state[f"{key}_bron"] = stored and stored["score_id"]
    st.segmented_control(
        "Afgesproken score",
        CHOICES,
        key=key,
        format_func=lambda one: "weet niet" if one == "?" else one,
        on_change=_agreed,
        args=(now, cell, key),
    )


def _agreed(now: state.State, cell: Cell, key: str) -> None:
    value = st.session_state.get(key)
    write(now, cell, value if value in CHOICES else None)


def write(now: state.State, cell: Cell, value: str | None) -> None:
    """What the leader records wins: it is said aloud in the room."""
    _enter(now, {cell: value}, scoring.cells(store(), Place(now.id)))


def take_over(now: state.State, medians: dict[Cell, str]) -> None:
    """Record medians, but none over a score that was agreed since they were shown."""
    if refused := _enter(now, medians, now.cells):
        cells = counted(len(refused), "cel", "cellen")
        st.toast(f"In {cells} is intussen een andere score afgesproken; die blijft staan.")


def _enter(now: state.State, agreed: Mapping[Cell, str | None], seen: list[Row]) -> list[Row]:
    client = secrets.token_hex(8)
    ids = {(one["option"], one["criterion"]): one["score_id"] for one in seen}
    edits = [
        Edit(f"{client}-{n}", cell[0], cell[1], "score", value, ids.get(cell) or 0)
        for n, (cell, value) in enumerate(agreed.items(), start=1)
    ]
    return done.doing(lambda: scoring.enter(store(), Place(now.id), edits, "app")) or []


def named(now: state.State, cell: Cell) -> str:
    label = next(one.label for one in now.table.criteria if one.code == cell[1])
    return f"{label} · {now.table.named(cell[0])}" if len(now.table.options) > 1 else label
