"""The steps of a strategy: what the dashboard knows, what is chosen from it, and why."""

from collections.abc import Callable
from typing import Any

import pyarrow as pa
import streamlit as st

from core import strategy as words
from core.filters import Filters
from core.strategy import (
    AMBITION,
    CHOICES,
    CONSIDERATIONS,
    GOALS,
    MOST_CHOICES,
    PARTNERS,
    PARTS,
    QUESTIONS,
    SPOTS,
    Strategy,
)
from core.wording import plain
from data import strategies
from data.strategies import Candidate
from pages.parts import record_editing
from pages.shared import allowed, linked, rows
from pages.shared.by_name import told_apart
from pages.shared.opened import recorded, store

FORMS = {f"strategie_{title.lower().replace(' ', '_')}": title for title in PARTS}
_FORM_OF = {title: form for form, title in FORMS.items()}
_FIELD = {GOALS: "goals", SPOTS: "spots", PARTNERS: "partners", CONSIDERATIONS: "considerations"}
_COLUMNS = {"name": "Wat", "said": "Wat we weten"}
_MORE = {
    GOALS: ("pages/alignment.py", "Alles over de doelen"),
    SPOTS: ("pages/coverage.py", "Alle witte vlekken"),
    PARTNERS: ("pages/forces.py", "Naar de krachtenanalyse"),
    CONSIDERATIONS: ("pages/consideration.py", "Naar de afwegingen"),
}
_SUGGESTIONS: dict[str, Callable[[list[str]], str]] = {
    GOALS: words.goals_suggestion,
    SPOTS: words.spots_suggestion,
    PARTNERS: words.partners_suggestion,
    CONSIDERATIONS: words.considerations_suggestion,
}
NOTHING_KNOWN = {
    GOALS: "Er is nog niet beoordeeld wat samenwerkingen aan de doelen bijdragen.",
    SPOTS: "Er zijn geen witte vlekken waarvan de doelgroep bekend is.",
    PARTNERS: "Er zijn nog geen partners in een lopende samenwerking.",
    CONSIDERATIONS: "Er is geen afweging waarover nog moet worden besloten.",
}
# In a form: what it writes as it was when the form was opened.
SEEN = "gezien"
STEP, RESULT = "stap_strategie", "Op één pagina"
Row = dict[str, Any]


def show(part: str, row: Row, filters: Filters) -> None:
    """One step: the question, what is known, what was chosen, and a form to change that."""
    strategy: Strategy = row["content"]
    st.subheader(QUESTIONS[part], anchor=False)
    known = _known(part, strategy, filters)
    form = _FORM_OF[part]
    if known:
        _facts(part, known, filters)
    elif part in _FIELD:
        st.caption(NOTHING_KNOWN[part])
        st.page_link(_MORE[part][0], label=_MORE[part][1], icon=":material/arrow_forward:")
    if record_editing.opened(form, [row]) is None:
        _said(part, row, filters)
        allowed.button(
            "Bewerken" if any(getattr(strategy, field) for field in PARTS[part]) else "Invullen",
            icon=":material/edit:",
            type="primary",
            key=f"{form}_open_knop",
            on_click=record_editing.begin,
            args=(form, row, _fields(part, strategy, known, filters)),
        )
    else:
        _form(part, row, known, filters)
    _onward(part)


def _known(part: str, strategy: Strategy, filters: Filters) -> list[Candidate]:
    if part not in _FIELD:
        return []
    asked = strategies.of_strategy(strategy, filters)
    found: list[Candidate] = recorded(strategies.KNOWN[_FIELD[part]], asked)
    return found


def _facts(part: str, known: list[Candidate], filters: Filters) -> None:
    table = pa.table(
        {"name": [one.name for one in known], "said": [one.said for one in known]},
        schema=pa.schema([("name", pa.string()), ("said", pa.string())]),
    )
    with st.container(border=True, gap="small"):
        nobody = part == PARTNERS and all(words.NOT_ASSESSED in one.said for one in known)
        order = words.NOBODY_ASSESSED if nobody else words.ORDERED[part]
        st.caption(f"Wat het dashboard weet; {order}:")
        told = [f"- **{plain(one.name)}**: {plain(one.said)}" for one in known[:5]]
        st.markdown("\n".join(told))
        page, label = _MORE[part]
        st.page_link(page, label=label, icon=":material/arrow_forward:")
    if len(known) > 5:
        rows.twin(table, _COLUMNS, what=part, filters=filters, key=f"{_FORM_OF[part]}_rijen")


def _said(part: str, row: Row, filters: Filters) -> None:
    """What is chosen and written, as it stands."""
    strategy: Strategy = row["content"]
    if part == CHOICES:
        told = [f"- {plain(words.in_a_line(one))}" for one in strategy.choices]
        st.markdown("\n".join(told))
        return
    if part == AMBITION:
        st.text(strategy.ambition)
        return
    names = chosen_names(strategy, filters)[_FIELD[part]]
    if names:
        st.markdown("**Gekozen:** " + " · ".join(map(plain, names.values())))
    if text := getattr(strategy, PARTS[part][1]):
        st.text(text)


def chosen_names(strategy: Strategy, filters: Filters) -> dict[str, dict[Any, str]]:
    """What is chosen, by field: its name by its key."""
    asked = strategies.of_strategy(strategy, filters)
    found: dict[str, dict[Any, str]] = recorded(strategies.names_chosen, strategy, asked)
    return found


def _fields(
    part: str, strategy: Strategy, known: list[Candidate], filters: Filters
) -> dict[str, Any]:
    """What the form holds when it is opened: what is there, or else a first proposal."""
    seen = {SEEN: {field: getattr(strategy, field) for field in PARTS[part]}}
    if part == AMBITION:
        return seen | {"ambition": strategy.ambition}
    if part == CHOICES:
        return seen | _lines(strategy, filters)
    field = _FIELD[part]
    chosen = list(getattr(strategy, field)) or [one.key for one in known if one.suggested]
    return seen | {field: chosen, f"{field}_words": getattr(strategy, f"{field}_words")}


def _lines(strategy: Strategy, filters: Filters) -> dict[str, Any]:
    names = chosen_names(strategy, filters)
    held = list(strategy.choices) or words.choices_suggestion(
        *(list(names[field].values()) for field in ("spots", "partners", "considerations"))
    )
    empty = [None] * (MOST_CHOICES - len(held))
    return {
        f"{name}_{at}": value
        for at, one in enumerate([*held, *empty])
        for name, value in (
            ("wat", one.what if one else ""),
            ("wie", one.owner if one else ""),
            ("wanneer", one.due if one else None),
        )
    }


def _form(part: str, row: Row, known: list[Candidate], filters: Filters) -> None:
    form = _FORM_OF[part]
    with st.container(border=True, key=f"{form}_vak"):
        st.caption(words.LIMITS[part])
        if part == AMBITION:
            st.text_area("Ambitie", key=f"{form}_ambition", height=140)
        elif part == CHOICES:
            _choice_fields(form)
        else:
            _choosing(part, form, row["content"], known, filters)
        record_editing.buttons(form, _save, part, row=row)


def _choosing(
    part: str, form: str, strategy: Strategy, known: list[Candidate], filters: Filters
) -> None:
    field = _FIELD[part]
    # What was chosen may not be among the first any more.
    called = {one.key: one.name for one in known} | chosen_names(strategy, filters)[field]
    names = told_apart(called)
    key = f"{form}_{field}"
    st.session_state[key] = [one for one in st.session_state.get(key, ()) if one in names]
    chosen = st.multiselect(
        "Welke kiest u?",
        list(names),
        key=key,
        format_func=lambda one: names.get(one, ""),
        select_all=False,
        filter_mode="contains",
        placeholder="Kies",
    )
    st.text_area("Waarom deze, in eigen woorden", key=f"{form}_{field}_words", height=120)
    proposal = _SUGGESTIONS[part]([called[one] for one in chosen])
    if proposal and not record_editing.typed(form, f"{field}_words"):
        st.button(
            "Gebruik een voorzet",
            icon=":material/edit_note:",
            key=f"{form}_voorzet",
            help=plain(proposal),
            on_click=_take_over,
            args=(f"{form}_{field}_words", proposal),
        )


def _take_over(key: str, text: str) -> None:
    st.session_state[key] = text


def _choice_fields(form: str) -> None:
    for at in range(MOST_CHOICES):
        what, who, when = st.columns([3, 1.4, 1.2], gap="small")
        what.text_input(f"Keuze {at + 1}", key=f"{form}_wat_{at}")
        who.text_input("Wie", key=f"{form}_wie_{at}")
        with when:
            record_editing.day_input(form, f"wanneer_{at}", "Klaar op")


def _save(part: str) -> None:
    form = _FORM_OF[part]

    def write(id_: int, version: int) -> int:
        seen = record_editing.typed(form, SEEN)
        return strategies.change_part(store(), id_, version, seen, _typed(part, form), "app")

    record_editing.save(form, write, words.saved(part, _typed(part, form)))


def _typed(part: str, form: str) -> dict[str, Any]:
    """What the fields of the form hold, as the strategy has it."""

    def typed(field: str) -> Any:
        return record_editing.typed(form, field)

    if part != CHOICES:
        return {field: typed(field) for field in PARTS[part]}
    lines = [
        [typed(f"{one}_{at}") for one in ("wat", "wie", "wanneer")] for at in range(MOST_CHOICES)
    ]
    return {
        "choices": [
            {"what": what or "", "owner": who or "", "due": due}
            for what, who, due in lines
            if what or who or due
        ]
    }


def _onward(part: str) -> None:
    """The way to the next step."""
    steps = [*PARTS, RESULT]
    after = steps[steps.index(part) + 1]
    st.button(
        "Bekijk de strategie op één pagina" if after == RESULT else f"Verder naar {after.lower()}",
        icon=":material/arrow_forward:",
        key="strategie_verder",
        on_click=linked.point,
        args=(STEP, after),
    )
