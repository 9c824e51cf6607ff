"""Recording what people decided: the form, and the decisions that were taken before."""

from datetime import date
from typing import Any

import streamlit as st
from pydantic import ValidationError

from core.certainty_wording import certainty_in_words
from core.consideration_table import reasons
from core.deciding import decide
from core.decision import Action, Decision
from core.filters import Filters, today
from core.verdict_wording import finding
from core.wording import long_date, plain
from data import choices, decisions, sessions
from data.errors import InputRefused
from pages.parts import consideration_group as group
from pages.parts import consideration_state as state
from pages.shared import allowed, done, linked
from pages.shared.opened import recorded, result, store

FORM = "vastleggen"
LEAST_ACTIONS = 1
NAME_LENGTH = 200
Row = dict[str, Any]


def show(row: Row, filters: Filters) -> None:
    """What the table says, the form, and earlier decisions."""
    now = state.state(row)
    _earlier(now.id)
    if not any(one.known for one in now.found):
        st.markdown("Een besluit vastleggen kan zodra er scores zijn.")
        state.to_scoring(now)
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


def _name_people(key: str, people: list[str]) -> None:
    """Who took part last: filled in anew when others did, unless somebody wrote something else."""
    filled, names = f"{key}_bron", "\n".join(people)
    if st.session_state.get(key) == st.session_state.get(filled):
        st.session_state[key] = names
    elif st.session_state.get(filled) != names:
        written = st.session_state[key].splitlines()
        added = [one for one in people if one not in written]
        st.session_state[key] = "\n".join([*written, *added])
    st.session_state[filled] = names


def _form(now: state.State) -> None:
    st.subheader("Besluit vastleggen", anchor=False)
    st.caption(
        "Wat u vastlegt is een momentopname: opties, weging, scores en uitkomst veranderen er niet "
        "meer in. De link ernaar blijft precies dit tonen."
    )
    if any(one["running"] for one in recorded(sessions.sessions_of, now.id)):
        st.warning(
            "Er loopt nog een sessie. Wat deelnemers gaven, telt pas mee als u het bij *Samen "
            "scoren* heeft getoond en afgesproken.",
            icon=":material/groups:",
        )
    key = f"{FORM}_{now.id}"
    who = f"{key}_wie"
    _name_people(who, group.took_part(now.id))
    st.session_state.setdefault(f"{key}_dag", today())
    with st.container(border=True):
        st.text_area(
            "Wat is besloten?",
            key=f"{key}_tekst",
            placeholder="Bijvoorbeeld: we gaan een jaar door, mits de financiering rond is.",
        )
        names = {one.code: one.name for one in now.table.options}
        chosen = f"{key}_gekozen"
        st.session_state[chosen] = [
            one for one in st.session_state.get(chosen) or [] if one in names
        ]
        st.multiselect(
            "Voor welke optie(s) is gekozen? (mag leeg)",
            list(names),
            key=chosen,
            format_func=lambda code: names.get(code, ""),
            placeholder="Kies een optie",
        )
        st.text_area(
            "Wie deden mee? Eén naam per regel.",
            key=who,
            height=100,
        )
        with st.container(horizontal=True):
            st.date_input("Datum", value=None, format="DD-MM-YYYY", key=f"{key}_dag", width=180)
            st.date_input(
                "Terugkijken op (mag leeg)",
                None,
                format="DD-MM-YYYY",
                key=f"{key}_terug",
                width=180,
            )
        _actions(key)
        allowed.button(
            "Besluit vastleggen",
            type="primary",
            icon=":material/gavel:",
            on_click=_decide,
            args=(now, key, who),
        )


def _actions(key: str) -> None:
    """What was agreed: a row each, and another one at a click."""
    st.markdown("**Afspraken**")
    for n in range(_count(key)):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input("Wat", key=f"{key}_wat_{n}", max_chars=300)
            st.text_input("Wie", key=f"{key}_doet_{n}", max_chars=200, width=220)
            st.date_input("Wanneer", None, format="DD-MM-YYYY", key=f"{key}_wanneer_{n}", width=160)
    allowed.button("Nog een afspraak", icon=":material/add:", on_click=_more, args=(key,))


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


def _decide(shown: state.State, key: str, people: str) -> None:
    made = done.doing(lambda: _taken(shown, key, people))
    if made:
        for typed in [one for one in st.session_state if str(one).startswith(f"{key}_")]:
            del st.session_state[typed]
        linked.point("besluit", str(made[0]))
        done.remember(
            "Het besluit is vastgelegd. Hieronder staat het; download het als A4.", made[1]
        )


def _taken(shown: state.State, key: str, people: str) -> tuple[int, int | None]:
    """The decision on what was `shown`: nobody signs for a table that they did not see."""
    latest = state.latest(shown.id)
    if latest is None:
        raise InputRefused("Deze afweging is er niet meer", "Maak het verwijderen ongedaan.")
    now = state.state(latest)
    if (now.question, now.table, now.scores, now.notes) != (
        shown.question,
        shown.table,
        shown.scores,
        shown.notes,
    ):
        raise InputRefused(
            "De afweging is intussen gewijzigd",
            "Hieronder staat de uitkomst van nu, en wat u heeft ingevuld. Klopt het zo, leg het "
            "besluit dan vast.",
        )
    library = {one["id"]: one["name"] for one in result(choices.libraries)}.get(now.table.library)
    names = _names(_typed(people))
    day, back = (st.session_state.get(f"{key}_{one}") for one in ("dag", "terug"))
    day = day if isinstance(day, date) else today()
    spreads, agreement, raters = group.spreads(now)
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
        chosen=st.session_state.get(f"{key}_gekozen") or [],
        actions=_typed_actions(key),
        review_on=back,
        decided_on=day,
        agreement=agreement,
        raters=raters,
        data_version=decisions.data_version(store()),
    )
    if decision is None:
        raise InputRefused("Het besluit is nog niet volledig", " ".join(wrong))
    for row in decisions.decisions(store(), now.id):
        # A second click, before the first one was seen to have worked.
        if _same(row["content"].decision, decision):
            return row["id"], None
    return decisions.take_decision(store(), decision, "app")


def _same(one: Decision, other: Decision) -> bool:
    """Whether they say the same: taking the first was a change of the data in itself."""
    return one == other.model_copy(update={"data_version": one.data_version})


def _names(typed: str) -> list[str]:
    names = [name for line in typed.splitlines() if (name := " ".join(line.split()))]
    if long := next((name for name in names if len(name) > NAME_LENGTH), None):
        raise InputRefused(
            "Een naam van een deelnemer is te lang",
            f"Zet elke naam op een eigen regel, in ten hoogste {NAME_LENGTH} tekens: {long[:60]} …",
        )
    return names


def _typed(key: str) -> str:
    return str(st.session_state.get(key) or "")
