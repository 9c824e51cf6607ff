"""Taking part in a session: join with a code and a name, score blind, and see what to do next.

The address keeps who somebody is (a secret of this device), so a refresh brings nobody to nought.
"""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from core.consideration_table import ConsiderationTable
from core.score_edit import Edit
from core.wording import counted, plain
from data import sessions
from data.errors import InputRefused
from pages.components.score_table import score_table
from pages.parts import consideration_state as state
from pages.parts.consideration_scoring import cells, grouped
from pages.shared import done, guesses
from pages.shared.opened import store

CODE, SESSION, SECRET = "code", "sessie", "ik"
POLL = "3s"
Row = dict[str, Any]


def show() -> None:
    """Where the visitor stands: at the door, in a session, or after it."""
    done.say_why()
    me = _me()
    if me is None:
        _door()
        return
    session = sessions.session(store(), me["session"])
    row = state.latest(session["consideration"]) if session else None
    if session is None or row is None or not session["running"]:
        st.success("Deze sessie is afgelopen. Bedankt voor het meedoen.")
        st.button("Aan een andere sessie meedoen", on_click=_forget)
        return
    _inside()


def _me() -> Row | None:
    session, secret = st.query_params.get(SESSION) or "", st.query_params.get(SECRET)
    if not secret or not (session.isascii() and session.isdecimal() and len(session) < 10):
        return None
    return sessions.participant(store(), int(session), secret)


def _forget() -> None:
    st.query_params.clear()


def _door() -> None:
    if st.query_params.get(SECRET):
        st.warning("Deze link hoort bij geen deelnemer (meer). Doe opnieuw mee met de code.")
    st.markdown(
        "U scoort op uw eigen apparaat. Niemand ziet uw scores voordat de gespreksleider ze voor "
        "iedereen tegelijk laat zien; daarna staan ze er zonder naam."
    )
    with st.form("meedoen"):
        st.text_input(
            "Code",
            value=str(st.query_params.get(CODE) or "")[:12],
            key="meedoen_code",
            max_chars=12,
            placeholder="Zes tekens, zoals op het scherm",
        )
        st.text_input(
            "Uw naam of een schuilnaam",
            key="meedoen_naam",
            max_chars=40,
            placeholder="Zo staat u op het scherm en in het verslag",
        )
        st.form_submit_button("Meedoen", type="primary", on_click=_join)


def _join() -> None:
    """Let somebody in, from the form; a wrong code counts, whoever tries."""
    if guesses.are_too_many():
        done.refuse(
            InputRefused(
                "Er zijn te veel verkeerde codes geprobeerd",
                "Wacht een minuut, kijk de code na op het scherm en probeer het opnieuw.",
            )
        )
        return
    session = sessions.session_by_code(store(), str(st.session_state.get("meedoen_code") or ""))
    if session is None:
        guesses.count()
        done.refuse(
            InputRefused(
                "Deze code klopt niet, of de sessie is afgelopen",
                "Kijk de code na op het scherm van de gespreksleider.",
            )
        )
        return
    name = str(st.session_state.get("meedoen_naam") or "")
    made = done.doing(lambda: sessions.join(store(), session["id"], name))
    if made:
        st.query_params.clear()
        st.query_params[SESSION] = str(session["id"])
        st.query_params[SECRET] = made["secret"]


@st.fragment(run_every=POLL)
def _inside() -> None:
    """The round that goes on: scoring, or looking at the screen together."""
    me = _me()
    session = me and sessions.session(store(), me["session"])
    row = state.latest(session["consideration"]) if session else None
    if not me or not session or not row or not session["running"]:
        st.rerun()
    table: ConsiderationTable = row["content"]
    st.markdown(f"**{plain(row['name'])}**")
    st.caption(f"U doet mee als {plain(me['name'])} · ronde {session['round']}")
    done.say_why()
    if me["left_at"] is not None:
        st.info("U bent uit de sessie gegaan. Uw scores tellen mee voor zover ze getoond zijn.")
        st.button("Weer meedoen", on_click=_again, args=(me["id"],))
        return
    mine = sessions.own_scores(store(), me, session["round"])
    if session["revealed"]:
        st.info("Kijk nu samen op het grote scherm. Een nieuwe ronde verschijnt vanzelf hier.")
    else:
        _ready(me, session, table, mine)
    _grid(me, session, table, mine)
    st.button("Uit de sessie gaan", icon=":material/logout:", on_click=_leave, args=(me["id"],))


def _grid(me: Row, session: Row, table: ConsiderationTable, mine: list[Row]) -> None:
    handled = f"verwerkt_deelnemer_{me['id']}"
    left = score_table(
        grouped(table),
        [{"code": one.code, "name": one.name} for one in table.options],
        cells(table, mine),
        scope=f"sessie-{session['id']}-{me['id']}-{session['round']}",
        handled=st.session_state.get(handled, []),
        key=f"mijn_scores_{me['id']}_{session['round']}",
        on_change=lambda edits: _enter(me, edits, session["round"]),
        locked=session["revealed"],
    )
    if left:  # what this device still had from before a refresh
        _enter(me, left, session["round"])
        st.rerun(scope="fragment")


def _enter(me: Row, edits: Sequence[Edit], round_: int) -> None:
    """Store what came from this device, unless its round is over."""
    refused = done.doing(lambda: sessions.enter_as(store(), me, edits, round_))
    if refused is None:
        return
    if refused:
        done.refuse(
            InputRefused(
                "Deze ronde is al voorbij",
                f"{counted(len(refused), 'wijziging telt', 'wijzigingen tellen')} niet meer mee. "
                "Begint er een nieuwe ronde, dan kunt u uw score daar aanpassen.",
            )
        )
    handled = f"verwerkt_deelnemer_{me['id']}"
    st.session_state[handled] = [
        *st.session_state.get(handled, []),
        *(one.id for one in edits),
    ][-1_000:]


def _ready(me: Row, session: Row, table: ConsiderationTable, mine: list[Row]) -> None:
    """How far somebody is, and the button that says so on the big screen."""
    asked = {(option.code, code) for option in table.options for code in table.codes}
    given = sum(
        one["score"] is not None and (one["option"], one["criterion"]) in asked for one in mine
    )
    is_ready = me["ready_round"] == session["round"]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "Toch nog iets wijzigen" if is_ready else "Ik ben klaar",
            type="secondary" if is_ready else "primary",
            icon=":material/edit:" if is_ready else ":material/check:",
            on_click=done.doing,
            args=(lambda: sessions.set_ready(store(), me["id"], session["round"], not is_ready),),
        )
        st.caption(f"{given} van {len(asked)} gescoord" + (" · u bent klaar" if is_ready else ""))


def _leave(id_: int) -> None:
    done.doing(lambda: sessions.leave(store(), id_))


def _again(id_: int) -> None:
    done.doing(lambda: sessions.come_back(store(), id_))
