"""Scoring with a group: everybody blind on a device of their own, then together on the screen."""

from typing import Any

import streamlit as st

from core.filters import Filters
from core.wording import counted, enumerated, local_moment, plain
from data import sessions
from pages.parts import consideration_reveal
from pages.parts import consideration_state as state
from pages.parts.consideration_code import code_and_address
from pages.shared import done
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
        _watch(running)
    else:
        _blind(row, running)


def _begin(row: Row, held: list[Row]) -> None:
    st.markdown(
        "Laat iedereen eerst **zelf en ongezien** scoren, op de eigen telefoon: zo praat de groep "
        "niet de eerste spreker na. Daarna laat u de scores zien en bespreekt u alleen de "
        "verschillen die de uitkomst kunnen veranderen."
    )
    st.button(
        "Sessie openen",
        type="primary",
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
def _blind(row: Row, drawn: Row) -> None:
    """Code, who is there and who is ready. No score is read before the reveal."""
    running = sessions.session(store(), drawn["id"])
    if running is None or _stage(running) != _stage(drawn):
        st.rerun()
    done.say_why()
    people = sessions.roster(store(), running["id"])
    present = [one for one in people if one["left_at"] is None]
    ready = [one for one in present if one["ready"]]
    code_and_address(running["code"])
    st.subheader(f"Ronde {running['round']}: iedereen scoort zelf", anchor=False)
    if present:
        st.markdown(
            f"**{len(ready)} van de {counted(len(present), 'deelnemer', 'deelnemers')}** "
            f"{'is' if len(ready) == 1 else 'zijn'} klaar."
        )
        st.progress(len(ready) / len(present))
        asked = len(row["content"].options) * len(row["content"].criteria)
        with st.container(horizontal=True):
            for one in people:
                _badge(one, asked)
    else:
        st.caption("Nog niemand doet mee. Deel de code of laat de QR-code scannen.")
    _buttons(running, present, ready)


def _badge(one: Row, asked: int) -> None:
    name = plain(one["name"])
    if one["left_at"] is not None:
        st.badge(f"{name} · weg", icon=":material/logout:", color="gray")
    elif one["ready"]:
        st.badge(f"{name} · klaar", icon=":material/check:", color="green")
    else:
        st.badge(f"{name} · {one['given']} van {asked}", color="blue")


def _buttons(running: Row, present: list[Row], ready: list[Row]) -> None:
    waiting = [one["name"] for one in present if not one["ready"]]
    with st.container(horizontal=True):
        st.button(
            "Laat de scores zien",
            type="primary" if present and not waiting else "secondary",
            icon=":material/visibility:",
            disabled=not any(one["given"] for one in present),
            help=f"Nog bezig: {plain(enumerated(waiting))}." if waiting else None,
            on_click=done.doing,
            args=(lambda: sessions.reveal(store(), running["id"], running["round"]),),
        )
        st.button(
            "Sessie sluiten",
            icon=":material/stop_circle:",
            on_click=done.doing,
            args=(lambda: sessions.close_session(store(), running["id"], "app"),),
        )
    st.caption(f"De code werkt tot {local_moment(running['expires_at'])}.")


@st.fragment(run_every=POLL)
def _watch(drawn: Row) -> None:
    """Another leader may have gone on: then the page follows."""
    running = sessions.session(store(), drawn["id"])
    if running is None or _stage(running) != _stage(drawn):
        st.rerun()


def _stage(one: Row) -> tuple[Any, ...]:
    return one["round"], one["revealed"], one["running"]
