"""Other goals or weights for a library, from a day on: typed, checked, and then saved.

Plain fields, a row per goal: an editable table drops what it does not understand without a word,
and has no room on a phone. What was typed is a draft per library, which stays until it is saved or
thrown away, also when somebody else changes the library meanwhile.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import streamlit as st

from core.filters import today
from core.goal_set import (
    CODE_LENGTH,
    FIELDS,
    LABEL_LENGTH,
    MOST_GOALS,
    Fault,
    divided_equally,
    missing,
    no_longer_counted,
    rescaled,
)
from core.values import Unreadable, number
from core.wording import amount, long_date, plain
from data import goal_sets
from data.errors import ChangedMeanwhile
from pages.shared import done
from pages.shared.failure import failing_softly
from pages.shared.filters import FIRST_DATE
from pages.shared.opened import store

DRAFTS, LAST = "doelconcepten", "doelregel"
EMPTY = dict.fromkeys(FIELDS, "")
Row = dict[str, Any]
Typed = dict[str, str]


@dataclass
class Draft:
    """What is being typed for a library: the numbers of its rows, which name their fields.

    `start` is what it began with, to know whether anything was typed.
    """

    version: int
    rows: list[int]
    start: list[Typed]
    since: date
    name: int
    is_tried: bool = False

    @property
    def typed(self) -> list[Typed]:
        """What stands in the fields now."""
        return [
            {field: str(st.session_state.get(_key(field, row)) or "") for field in FIELDS}
            for row in self.rows
        ]

    @property
    def day_key(self) -> str:
        return f"doelen_vanaf_{self.name}"

    @property
    def is_changed(self) -> bool:
        return self.typed != self.start or st.session_state.get(self.day_key) != self.since


def begin(library: Row, goals: Sequence[Row], since: date) -> Draft:
    """A new draft for a library, with these goals (code, label, weight) from that day on."""
    rows = _put(goals)
    draft = Draft(library["version"], rows, [], since, _next())
    draft.start = draft.typed
    st.session_state[draft.day_key] = since
    st.session_state.setdefault(DRAFTS, {})[library["id"]] = draft
    return draft


@st.fragment
def show(library: Row, sets: list[Row]) -> None:
    """The draft of a library, begun with what holds now."""
    now = next(one for one in sets if one["holds"])
    draft = st.session_state.get(DRAFTS, {}).get(library["id"])
    if draft is None or (draft.version != library["version"] and not draft.is_changed):
        draft = begin(library, _rounded(now["goals"]), today())
    st.markdown("**Doelen of gewichten wijzigen**")
    if draft.version != library["version"]:
        _say_changed(draft, library)
    since = _day(draft, sets)
    for at, row in enumerate(draft.rows):
        _goal(draft, at, row)
    _buttons(draft, sets[0])
    may_drop = _dropping(draft, sets, since)
    _finish(draft, library, since, may_drop)


def _say_changed(draft: Draft, library: Row) -> None:
    st.warning(
        "**Deze bibliotheek is intussen gewijzigd.** Hierboven staat wat nu geldt, hieronder wat u "
        "had ingevuld.",
        icon=":material/sync:",
    )
    with st.container(horizontal=True):
        st.button("Ga door met mijn invoer", on_click=_adopt, args=(draft, library["version"]))
        st.button("Begin opnieuw", on_click=_forget, args=(library["id"],), key="doelen_opnieuw")


def _day(draft: Draft, sets: list[Row]) -> date | None:
    """The day from which the draft holds, and what that means for the other sets."""
    picked: Any = st.date_input(
        "Geldt vanaf",
        min_value=FIRST_DATE,
        max_value=date(today().year + 5, 12, 31),
        format="DD-MM-YYYY",
        key=draft.day_key,
        persist_state="session",
        width=180,
    )
    since = picked if isinstance(picked, date) else None
    if since:
        st.caption(_meaning(since, sets))
    return since


def _meaning(since: date, sets: list[Row]) -> str:
    before = _holding(sets, since)
    until = f" Op {long_date(before['valid_to'])} gelden weer andere." if before["valid_to"] else ""
    if before["valid_from"] == since:
        return f"Dit vervangt de doelen die al op {long_date(since)} ingingen.{until}"
    return f"Tot die dag blijft gelden wat nu is vastgelegd.{until}"


def _goal(draft: Draft, at: int, row: int) -> None:
    """One goal: three fields and a way to take it out."""
    seen: Literal["visible", "collapsed"] = "visible" if at == 0 else "collapsed"
    with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall"):
        st.text_input(
            "Code",
            key=_key("code", row),
            max_chars=CODE_LENGTH,
            placeholder="Code",
            label_visibility=seen,
            persist_state="session",
            width=130,
        )
        st.text_input(
            "Gewicht",
            key=_key("weight", row),
            placeholder="Punten",
            label_visibility=seen,
            persist_state="session",
            live=True,
            width=110,
        )
        st.text_input(
            "Omschrijving",
            key=_key("label", row),
            max_chars=LABEL_LENGTH,
            placeholder="Wat is het doel?",
            label_visibility=seen,
            persist_state="session",
            live=True,  # else Streamlit asks in English to press Enter
        )
        st.button(
            "",
            icon=":material/delete:",
            type="tertiary",
            key=f"doel_weg_{row}",
            help=f"Haal doel {at + 1} weg",
            on_click=draft.rows.remove,
            args=(row,),
        )


def _buttons(draft: Draft, shipped: Row) -> None:
    weights = _weights(draft)
    st.markdown(f"Samen **{amount(sum(weights))}** punten: {missing(weights)}.")
    with st.container(horizontal=True):
        if len(draft.rows) < MOST_GOALS:
            st.button("Doel toevoegen", icon=":material/add:", on_click=_add, args=(draft,))
        st.button("Verdeel gelijk", on_click=_weigh, args=(draft, False))
        st.button("Maak er 100 van", on_click=_weigh, args=(draft, True))
        st.button("Neem de standaarddoelen", on_click=_replace, args=(draft, shipped["goals"]))


def _dropping(draft: Draft, sets: list[Row], since: date | None) -> bool:
    """Whether the draft may be saved: goals in use that it drops are named, and ticked."""
    if since is None:
        return True
    kept = {one["code"].strip().upper() for one in draft.typed}
    lost = [
        goal
        for goal in _holding(sets, since)["goals"]
        if goal["partnerships"] and goal["code"] not in kept
    ]
    if not lost:
        return True
    said = [
        no_longer_counted(goal["code"], goal["partnerships"], goal["active"], since)
        for goal in lost
    ]
    st.warning("\n".join(f"- {one}" for one in said))
    which = "_".join(goal["code"] for goal in lost)
    return st.checkbox(
        "Ja, deze beoordelingen hoeven niet meer mee te tellen",
        key=f"doelen_vervallen_{draft.name}_{which}_{since}",
    )


def _finish(draft: Draft, library: Row, since: date | None, may_drop: bool) -> None:
    with st.container(horizontal=True):
        saved = st.button(
            "Opslaan", type="primary", icon=":material/save:", key=f"doelen_opslaan_{draft.name}"
        )
        if draft.is_changed or draft.since != today():
            st.button("Gooi mijn invoer weg", on_click=_forget, args=(library["id"],))
    draft.is_tried = draft.is_tried or saved
    _, faults = goal_sets.read_goals(draft.typed)
    if faults and draft.is_tried:
        said = "\n".join(f"- {_fault(one, draft)}" for one in faults)
        st.error(f"**De doelen zijn nog niet opgeslagen.**\n{said}", icon=":material/error:")
    elif saved and not may_drop:
        st.error(
            "**De doelen zijn nog niet opgeslagen.** Vink hierboven aan dat de genoemde "
            "beoordelingen niet meer hoeven mee te tellen, of zet die doelen terug.",
            icon=":material/error:",
        )
    elif saved:
        _save(draft, library, since)


def _save(draft: Draft, library: Row, since: date | None) -> None:
    with failing_softly():
        try:
            batch = goal_sets.write_goals(
                store(), library["id"], draft.version, draft.typed, since, "app"
            )
        except ChangedMeanwhile:
            st.rerun()  # the page then says so, with what holds now
        _forget(library["id"])
        done.remember(
            f"De doelen van {plain(library['name'])} vanaf {long_date(since)} zijn opgeslagen.",
            batch,
        )
        st.rerun()


def _fault(one: Fault, draft: Draft) -> str:
    if one.row is None or one.field is None:
        return plain(one.reason)
    code = draft.typed[one.row]["code"]
    which = f"Doel {one.row + 1}{f' ({plain(code)})' if code else ''}, {FIELDS[one.field]}"
    return f"{which}: {plain(one.reason)}"


def _holding(sets: list[Row], on: date) -> Row:
    """The set that holds on a day."""
    return [one for one in sets if one["valid_from"] is None or one["valid_from"] <= on][-1]


def _rounded(goals: Sequence[Row]) -> list[Row]:
    """The goals with weights that can be typed: a seventh of 100 points cannot."""
    weights = [goal["weight"] for goal in goals]
    if all(round(weight, 2) == weight for weight in weights):
        return list(goals)
    return [{**goal, "weight": w} for goal, w in zip(goals, rescaled(weights), strict=True)]


def _weights(draft: Draft) -> list[float]:
    """The weights that can be read; nought for those that cannot."""
    return [_read(one["weight"]) or 0.0 for one in draft.typed]


def _read(typed: str) -> float | None:
    try:
        return number(typed)
    except Unreadable:
        return None


def _key(field: str, row: int) -> str:
    return f"doel_{field}_{row}"


def _next() -> int:
    """A number that no row or draft of this visitor had: no field takes over an old value."""
    st.session_state[LAST] = st.session_state.get(LAST, 0) + 1
    return int(st.session_state[LAST])


def _put(goals: Sequence[Row]) -> list[int]:
    """New rows with these goals in their fields."""
    rows = [_next() for _ in goals]
    for row, goal in zip(rows, goals, strict=True):
        for field in FIELDS:
            value = goal[field]
            st.session_state[_key(field, row)] = value if isinstance(value, str) else amount(value)
    return rows


def _add(draft: Draft) -> None:
    draft.rows += _put([EMPTY])


def _replace(draft: Draft, goals: Sequence[Row]) -> None:
    draft.rows = _put(_rounded(goals))


def _weigh(draft: Draft, in_proportion: bool) -> None:
    """Weights that sum to 100: equal, or in the proportion of those that were typed."""
    weights = _weights(draft)
    found = rescaled(weights) if in_proportion else divided_equally(len(weights))
    for row, weight in zip(draft.rows, found, strict=True):
        st.session_state[_key("weight", row)] = amount(weight)


def _adopt(draft: Draft, version: int) -> None:
    draft.version = version


def _forget(library: int) -> None:
    st.session_state.get(DRAFTS, {}).pop(library, None)
