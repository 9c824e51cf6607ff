"""Scoring together before one screen: a click shows at once what it does to the totals."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from core.consideration_table import ConsiderationTable
from core.criteria import GROUPS
from core.filters import Filters
from core.score_edit import Edit
from core.verdict import Verdict, lifting, verdicts
from core.verdict_wording import (
    band_in_words,
    between,
    finding,
    moved,
    to_answer,
)
from core.wording import counted, enumerated, plain
from data import scoring
from data.scoring import Place
from pages.components.score_table import Last, Option, score_table
from pages.parts import consideration_state as state
from pages.shared import done
from pages.shared.opened import store

UNKNOWN = "weet niet"
# The last score is among the last so many entries, unless somebody has been writing notes.
RECENT = 20
Row = dict[str, Any]


def show(row: Row, filters: Filters) -> None:
    """The totals, what moved last, and the table."""
    if not row["content"].options:
        st.info("Voeg eerst bij *Opties* toe wat u wilt afwegen.", icon=":material/add_circle:")
        return
    _scoring(row["id"])


@st.fragment
def _scoring(id_: int) -> None:
    row = state.latest(id_)
    if row is None:
        st.rerun()
    now = state.state(row)
    st.markdown(f"**{plain(finding(now.found))}**")
    done.say_why()
    totals(now.table, now.found)
    _conflicts(now)
    handled = f"verwerkt_{id_}"
    left = score_table(
        grouped(now.table),
        _options(now),
        cells(now.table, now.cells),
        scope=f"afweging-{id_}",
        handled=st.session_state.get(handled, []),
        key=f"scores_{id_}",
        on_change=lambda edits: _enter(id_, edits),
        last=_last(now),
        on_back=lambda entry: _take_back(id_, entry),
    )
    if left:  # what a browser still had from before this visit
        _enter(id_, left)
        st.rerun(scope="fragment")


def _options(now: state.State) -> list[Option]:
    """The options with their totals, which stay in sight beside the last row as well."""
    found = {one.code: one for one in now.found}
    return [
        {
            "code": one.code,
            "name": one.name,
            "total": f"{_total(found[one.code])} van 100" if found[one.code].known else "",
        }
        for one in now.table.options
    ]


def grouped(table: ConsiderationTable) -> list[Any]:
    """The criteria by group, as the table on screen takes them."""
    return [
        {
            "label": group.capitalize(),
            "criteria": [
                {
                    "code": one.code,
                    "label": one.label,
                    "question": one.question,
                    "precondition": one.precondition,
                    "anchors": {str(score): text for score, text in one.anchors.items()},
                }
                for one in table.criteria
                if one.group == group
            ],
        }
        for group in GROUPS
        if any(one.group == group for one in table.criteria)
    ]


def cells(table: ConsiderationTable, stored: Sequence[Row]) -> list[Any]:
    """Every cell of the table with what is stored in it, as the table on screen takes them."""
    by_place = {(one["option"], one["criterion"]): one for one in stored}
    return [
        {
            "option": option.code,
            "criterion": code,
            "score": _score(one.get("score")),
            "note": one.get("note") or "",
            "score_base": one.get("score_id") or 0,
            "note_base": one.get("note_id") or 0,
        }
        for option in table.options
        for code in table.codes
        for one in [by_place.get((option.code, code), {})]
    ]


def _score(stored: str | None) -> int | str | None:
    return int(stored) if stored and stored != "?" else stored


def _enter(id_: int, edits: Sequence[Edit]) -> None:
    """Store what came from the browser; what somebody else changed meanwhile is asked back."""
    refused = done.doing(lambda: scoring.enter(store(), Place(id_), edits, "app"))
    if refused is None:
        return
    key = f"verwerkt_{id_}"
    st.session_state[key] = [*st.session_state.get(key, []), *(one.id for one in edits)][-1_000:]
    asked = f"botsing_{id_}"
    # What was asked and not answered yet stays; of a cell the last that was given is asked.
    st.session_state[asked] = list(
        {_place(one): one for one in [*st.session_state.get(asked, []), *refused]}.values()
    )


def _place(one: Row) -> tuple[str, str, str]:
    return one["option"], one["criterion"], one["field"]


def totals(table: ConsiderationTable, found: Sequence[Verdict]) -> None:
    """Per option its total, the word for it, and what must be solved or answered first."""
    with st.container(horizontal=True, gap="medium"):
        for one in found:
            with st.container(border=True, width=260, gap=None):
                st.metric(f"{one.code} · {plain(one.name)}", _total(one), help=None)
                st.markdown(_said(table, one))


def _total(one: Verdict) -> str:
    if not one.known:
        return "–"
    return between(one.total, "–")


def _said(table: ConsiderationTable, one: Verdict) -> str:
    if not one.known:
        return ":gray[nog geen scores]"
    if one.is_blocked:
        labels = plain(enumerated(list(lifting(table, one))))
        return f":material/block: **eerst oplossen:** {labels}"
    said = f"**{band_in_words(one)}**"
    if open_ := to_answer(table, one):
        said += f" · {counted(len(open_), 'randvoorwaarde', 'randvoorwaarden')} nog te beantwoorden"
    return said


def _last(now: state.State) -> Last | None:
    """What changed last, and what that did: it stands where people look while they score."""
    labels = {one.code: one.label for one in now.table.criteria}
    options = {one.code for one in now.table.options}
    latest = scoring.history(store(), now.id, RECENT)
    last = next((one for one in latest if one["field"] == "score"), None)
    if last is None or last["criterion"] not in labels or last["option"] not in options:
        return None
    cell = (last["option"], last["criterion"])
    earlier = {**now.scores, cell: state.known(last["before"])}
    did = moved(verdicts(now.table, earlier), now.found, last["option"])
    change = f"{labels[cell[1]]}: {_word(last['before'])} → {_word(last['value'])}."
    return {"said": f"{change} {did}", "entry": last["id"]}


def _take_back(id_: int, entry: int) -> None:
    done.doing(lambda: scoring.take_back(store(), Place(id_), entry, "app"))


def _word(score: str | None) -> str:
    return "leeg" if score is None else UNKNOWN if score == "?" else score


def _conflicts(now: state.State) -> None:
    """Two people in one cell: both values, and a choice."""
    key = f"botsing_{now.id}"
    labels = {one.code: one.label for one in now.table.criteria}
    for one in list(st.session_state.get(key, [])):
        if one["criterion"] not in labels or one["option"] not in {
            option.code for option in now.table.options
        }:
            st.session_state[key].remove(one)
            st.warning("Een score hoorde bij een criterium of optie die er niet meer is.")
            continue
        what = "score" if one["field"] == "score" else "notitie"
        with st.container(border=True):
            st.markdown(
                f"**Iemand anders wijzigde dezelfde {what}.** "
                f"{plain(labels[one['criterion']])}, {plain(now.table.named(one['option']))}: "
                f"nu staat er *{_shown(one['theirs'])}*, u gaf *{_shown(one['value'])}*."
            )
            with st.container(horizontal=True):
                for label, is_mine in (("Zo laten", False), ("De mijne gebruiken", True)):
                    st.button(
                        label,
                        key=f"{key}_{one['edit']}_{is_mine}",
                        on_click=_settle,
                        args=(now.id, one, is_mine),
                    )


def _shown(value: str | None) -> str:
    return plain(value[:200]) if value and value != "?" else _word(value)


def _settle(id_: int, one: Row, is_mine: bool) -> None:
    st.session_state[f"botsing_{id_}"].remove(one)
    if is_mine:
        again = Edit(
            f"{one['edit'].partition('-')[0]}keuze-{one['theirs_id'] % 1_000_000_000}",
            one["option"],
            one["criterion"],
            one["field"],
            one["value"],
            one["theirs_id"],
        )
        _enter(id_, [again])
