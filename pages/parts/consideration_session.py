"""Scoring with a group: everybody blind on a device of their own, then together on the screen."""

from typing import Any

import streamlit as st

from core.filters import Filters
from core.wording import counted, enumerated, local_moment, plain
from data import scoring, sessions
from pages.components.room import Person, room
from pages.parts import consideration_reveal
from pages.parts import consideration_state as state
from pages.parts.consideration_code import Joining, joining, unreachable
from pages.shared import allowed, done, linked
from pages.shared.opened import store

POLL = "2s"
Row = dict[str, Any]


def show(row: Row, filters: Filters) -> None:
    """The running session, or how to begin one."""
    if not row["content"].options:
        st.info("Voeg eerst bij *Opties* toe wat u wilt afwegen.", icon=":material/add_circle:")
        return
    held = sessions.sessions_of(store(), row["id"])
    running = next((one for one in held if one["running"]), None)
    if running is None:
        _begin(row, held)
        return
    if running["revealed"]:
        consideration_reveal.show(state.state(row), running)
        _watch(row["id"], _stage(running), _seen(row["id"]))
    else:
        _blind(row["id"], running)


def _begin(row: Row, held: list[Row]) -> None:
    st.markdown(
        "Laat iedereen eerst **zelf en ongezien** scoren, op de eigen telefoon: zo praat de groep "
        "niet de eerste spreker na. Daarna laat u de scores zien en bespreekt u alleen de "
        "verschillen die de uitkomst kunnen veranderen."
    )
    with st.container(horizontal=True):
        if held:
            st.button(
                "Naar het besluit",
                type="primary",
                icon=":material/gavel:",
                on_click=linked.point,
                args=("stap", "Besluit"),
            )
        allowed.leading(
            "Nieuwe sessie openen" if held else "Sessie openen",
            type="secondary" if held else "primary",
            icon=":material/groups:",
            on_click=_open,
            args=(row["id"],),
        )
    if held:
        consideration_reveal.closed(state.state(row), held)


def _open(id_: int) -> None:
    if done.doing(lambda: sessions.open_session(store(), id_, "app")):
        done.forget()


@st.fragment(run_every=POLL)
def _blind(id_: int, drawn: Row) -> None:
    """Code, who is there and who is ready. No score is read before the reveal."""
    running, row = sessions.session(store(), drawn["id"]), state.latest(id_)
    if running is None or row is None or _stage(running) != _stage(drawn):
        st.rerun()
    done.say_why()
    people = sessions.roster(store(), running["id"])
    present = [one for one in people if one["left_at"] is None]
    ready = [one for one in present if one["ready"]]
    how = joining(running["code"])
    room(
        how.spaced,
        how.page,
        how.qr,
        f"Ronde {running['round']}: iedereen scoort zelf",
        _how_far(ready, present),
        [_person(one, row, running["round"]) for one in people],
        key=f"zaal_{running['id']}_{running['round']}",
    )
    _buttons(running, present, ready, how)
    unreachable(how)


def _how_far(ready: list[Row], present: list[Row]) -> str:
    if not present:
        return "Nog niemand doet mee. Scan de QR-code of typ het adres en de code."
    if len(ready) == len(present):
        return "Iedereen is klaar." if len(present) > 1 else "De enige deelnemer is klaar."
    if len(present) == 1:
        return "De enige deelnemer is nog niet klaar."
    many = counted(len(present), "deelnemer", "deelnemers")
    return f"{len(ready)} van de {many} {'is' if len(ready) == 1 else 'zijn'} klaar."


def _person(one: Row, row: Row, round_: int) -> Person:
    """In a later round the scores of the one before hold: then only who is ready is said."""
    if one["left_at"] is not None:
        return {"name": one["name"], "state": "gone", "said": "weg"}
    if one["ready"]:
        return {"name": one["name"], "state": "ready", "said": "klaar"}
    asked = len(row["content"].options) * len(row["content"].criteria)
    said = f"{one['given']} van {asked}" if round_ == 1 else "bezig"
    return {"name": one["name"], "state": "busy", "said": said}


def _buttons(running: Row, present: list[Row], ready: list[Row], how: Joining) -> None:
    waiting = [one["name"] for one in present if not one["ready"]]
    has_something = running["round"] > 1 or any(one["given"] for one in present)
    with st.container(horizontal=True, vertical_alignment="center"):
        if waiting and has_something:
            with st.popover("Laat de scores zien", icon=":material/visibility:"):
                st.markdown(_early(waiting, present))
                _reveal_button(running, "Toon ze toch")
        else:
            _reveal_button(running, "Laat de scores zien", is_ready=has_something and bool(present))
        consideration_reveal.close_button(running)
        st.link_button("Op dit apparaat meedoen", how.address, icon=":material/open_in_new:")
    st.caption(f"De code werkt tot {local_moment(running['expires_at'])}.")


def _early(waiting: list[Any], present: list[Row]) -> str:
    """What to know before scores are shown that cannot be unseen."""
    are = "is" if len(waiting) == 1 else "zijn"
    said = f"{plain(enumerated(waiting, 8))} {are} nog niet klaar. Wat getoond is, blijft getoond."
    if len(present) == 1:
        said += " Er is maar één deelnemer: iedereen weet van wie de scores zijn."
    return said


def _reveal_button(running: Row, title: str, *, is_ready: bool = True) -> None:
    allowed.button(
        title,
        type="primary" if is_ready else "secondary",
        icon=":material/visibility:",
        disabled=not is_ready,
        on_click=_reveal,
        args=(running,),
    )


def _reveal(seen: Row) -> None:
    """What another leader has shown meanwhile, is shown: that needs no message."""
    running = sessions.session(store(), seen["id"])
    if running is None or _stage(running) == _stage(seen):
        done.doing(lambda: sessions.reveal(store(), seen["id"], seen["round"]))


@st.fragment(run_every=POLL)
def _watch(id_: int, stage: tuple[Any, ...], seen: tuple[Any, ...]) -> None:
    """Another leader may have gone on, or recorded a score: then the page follows."""
    held = sessions.sessions_of(store(), id_)
    running = next((one for one in held if one["running"]), None)
    if running is None or _stage(running) != stage or _seen(id_) != seen:
        st.rerun()


def _seen(id_: int) -> tuple[Any, ...]:
    """By what another leader changes: the table, and the last score."""
    row = state.latest(id_)
    last = next(iter(scoring.history(store(), id_, 1)), None)
    return row and row["version"], last and last["id"]


def _stage(one: Row) -> tuple[Any, ...]:
    return one["id"], one["round"], one["revealed"], one["running"]
