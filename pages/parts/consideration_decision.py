"""Recording what people decided: the form, and the decisions that were taken before."""

from datetime import date
from typing import Any

import streamlit as st
from pydantic import ValidationError

from core.certainty_wording import certainty_in_words
from core.consideration_table import reasons
from core.deciding import decide
from core.decision import DECISION_LENGTH, Action, Decision
from core.filters import Filters, today
from core.verdict_wording import finding
from core.wording import long_date, plain
from data import choices, decisions
from data.errors import InputRefused
from pages.parts import consideration_group as group
from pages.parts import consideration_state as state
from pages.shared import done, linked
from pages.shared.opened import recorded, result, store

LEAST_ACTIONS = 1
Row = dict[str, Any]


def show(row: Row, filters: Filters) -> None:
    """What the table says, the form, and earlier decisions."""
    now = state.state(row)
    _earlier(now.id)
    if not any(one.known for one in now.found):
        st.caption("Een besluit vastleggen kan zodra er scores zijn.")
        return
    st.markdown(f"**{plain(finding(now.found))}**")
    sure = state.sure(now)
    for sentence in certainty_in_words(now.table, sure)[:1] if sure else []:
        st.markdown(plain(sentence))
    _form(now)


def _earlier(id_: int) -> None:
    for one in recorded(decisions.decisions, id_):
        decision: Decision = one["content"].decision
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            with st.container(width="stretch", gap=None):
                st.markdown(f"**Besluit van {long_date(decision.decided_on)}**")
                st.caption(plain(decision.decision[:200]))
            st.button(
                "Openen",
                icon=":material/gavel:",
                key=f"besluit_open_{one['id']}",
                on_click=linked.point,
                args=("besluit", str(one["id"])),
            )


def _form(now: state.State) -> None:
    st.subheader("Besluit vastleggen", anchor=False)
    st.caption(
        "Wat u vastlegt is een momentopname: opties, weging, scores en uitkomst veranderen er niet "
        "meer in. De link ernaar blijft precies dit tonen."
    )
    key = f"besluit_{now.id}"
    people = group.took_part(now.id)
    with st.container(border=True):
        st.text_area(
            "Wat is besloten?",
            key=f"{key}_tekst",
            max_chars=DECISION_LENGTH,
            placeholder="Bijvoorbeeld: we gaan een jaar door, mits de financiering rond is.",
        )
        names = {one.code: one.name for one in now.table.options}
        st.multiselect(
            "Voor welke optie(s) is gekozen? (mag leeg)",
            list(names),
            key=f"{key}_gekozen",
            format_func=lambda code: names.get(code, ""),
            placeholder="Kies een optie",
        )
        st.text_area(
            "Wie deden mee? Eén naam per regel.",
            value="\n".join(people),
            key=f"{key}_wie_{len(people)}",
            height=100,
        )
        with st.container(horizontal=True):
            st.date_input("Datum", today(), format="DD-MM-YYYY", key=f"{key}_dag", width=180)
            st.date_input(
                "Terugkijken op (mag leeg)",
                None,
                format="DD-MM-YYYY",
                key=f"{key}_terug",
                width=180,
            )
        _actions(key)
        st.button(
            "Besluit vastleggen",
            type="primary",
            icon=":material/gavel:",
            on_click=_decide,
            args=(now.row, key, f"{key}_wie_{len(people)}"),
        )


def _actions(key: str) -> None:
    """What was agreed: a row each, and another one at a click."""
    st.markdown("**Afspraken**")
    for n in range(_count(key)):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input("Wat", key=f"{key}_wat_{n}", max_chars=300)
            st.text_input("Wie", key=f"{key}_doet_{n}", max_chars=200, width=220)
            st.date_input("Wanneer", None, format="DD-MM-YYYY", key=f"{key}_wanneer_{n}", width=160)
    st.button("Nog een afspraak", icon=":material/add:", on_click=_more, args=(key,))


def _count(key: str) -> int:
    found: int = st.session_state.setdefault(f"{key}_afspraken", LEAST_ACTIONS)
    return found


def _more(key: str) -> None:
    st.session_state[f"{key}_afspraken"] = min(_count(key) + 1, 30)


def _typed_actions(key: str) -> list[Action]:
    """The rows in which something stands; raises InputRefused for one without what is agreed."""
    found = []
    for n in range(_count(key)):
        what, who = (str(st.session_state.get(f"{key}_{one}_{n}") or "") for one in ("wat", "doet"))
        when = st.session_state.get(f"{key}_wanneer_{n}")
        if not (what.strip() or who.strip() or when):
            continue
        try:
            found.append(Action(what=what, owner=who.strip(), due=when))
        except ValidationError as error:
            raise InputRefused(
                f"Afspraak {n + 1} is niet volledig", " ".join(reasons(error))
            ) from None
    return found


def _decide(row: Row, key: str, people: str) -> None:
    made = done.doing(lambda: _taken(row, key, people))
    if made:
        linked.point("besluit", str(made[0]))
        done.remember(
            "Het besluit is vastgelegd. Hieronder staat het; download het als A4.", made[1]
        )


def _taken(row: Row, key: str, people: str) -> tuple[int, int]:
    latest = state.latest(row["id"])
    if latest is None:
        raise InputRefused("Deze afweging is er niet meer", "Maak het verwijderen ongedaan.")
    now = state.state(latest)
    library = {one["id"]: one["name"] for one in result(choices.libraries)}.get(now.table.library)
    names = [name for line in _typed(people).splitlines() if (name := " ".join(line.split()))]
    day, back = (st.session_state.get(f"{key}_{one}") for one in ("dag", "terug"))
    spreads, agreement = group.spreads(now)
    decision, wrong = decide(
        consideration=now.id,
        question=now.question,
        library=library,
        table=now.table,
        scores=now.scores,
        notes=now.notes,
        spreads=spreads,
        found=now.found,
        sure=state.sure(now),
        took_part=names,
        decision=_typed(f"{key}_tekst"),
        chosen=[
            one
            for one in st.session_state.get(f"{key}_gekozen") or []
            if one in {option.code for option in now.table.options}
        ],
        actions=_typed_actions(key),
        review_on=back,
        decided_on=day if isinstance(day, date) else today(),
        agreement=agreement,
        data_version=decisions.data_version(store()),
    )
    if decision is None:
        raise InputRefused("Het besluit is nog niet volledig", " ".join(wrong))
    return decisions.take_decision(store(), decision, "app")


def _typed(key: str) -> str:
    return str(st.session_state.get(key) or "")
