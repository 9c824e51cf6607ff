"""Taking part in a session: join with a code and a name, score blind, and see what to do next.

The address keeps who somebody is (a secret of this device), so a refresh brings nobody to nought.
"""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import streamlit as st

from core.consideration_table import ConsiderationTable
from core.score_edit import Edit
from core.wording import enumerated, plain
from data import scoring, sessions
from data.errors import InputRefused
from pages.components.score_table import score_table
from pages.parts import consideration_state as state
from pages.parts.consideration_scoring import cells, grouped
from pages.shared import done, guesses
from pages.shared.opened import store

CODE, SESSION, SECRET = "code", "sessie", "ik"
POLL = "3s"
Row = dict[str, Any]
_REASONS = {
    sessions.OVER: "de ronde was voorbij",
    sessions.REVEALED: "de scores waren al getoond",
    scoring.CHANGED: "op een ander apparaat gaf u iets anders",
    scoring.GONE: "dit onderdeel is vervallen",
}


def show() -> None:
    """Where the visitor stands: at the door, in a session, or after it."""
    me = _me()
    session = me and sessions.session(store(), me["session"])
    row = session and state.latest(session["consideration"])
    if me and not row:
        st.title("Meedoen", anchor=False)
        st.info("Deze afweging is weggehaald. Komt zij terug, dan gaat u hier vanzelf verder.")
        _wait_for(me["consideration"])
    elif not me or not session or not row:
        st.title("Meedoen", anchor=False)
        done.say_why()
        _door()
    elif not session["running"]:
        st.title("Bedankt", anchor=False)
        done.say_why()
        _over(me, session, row)
    else:
        st.header(plain(row["name"]), anchor=False)
        _watch(_stage(me, session, row))
        _inside()


def _over(me: Row, session: Row, row: Row) -> None:
    """What somebody gave stays to be read on the own device."""
    st.markdown("Deze sessie is afgelopen. Dank voor het meedoen; u kunt deze pagina sluiten.")
    st.button("Aan een andere sessie meedoen", on_click=_forget)
    _say_what_came_late(me, row["content"])
    mine = sessions.own_scores(store(), me, session["round"])
    if any(one["score"] or one["note"] for one in mine):
        with st.expander("Wat u gaf"):
            _grid(me, session, row["content"], mine, locked=True)


def _stage(me: Row, session: Row, row: Row) -> tuple[Any, ...]:
    """By what this page changes without a click on it."""
    return (
        session["round"],
        session["revealed"],
        session["running"],
        row["version"],
        me["left_at"],
        me["ready_round"],
    )


@st.fragment(run_every=POLL)
def _watch(drawn: tuple[Any, ...]) -> None:
    """Look whether the round went on; only then is the page drawn again, on each telephone."""
    me = _me()
    session = me and sessions.session(store(), me["session"])
    row = session and state.latest(session["consideration"])
    if not me or not session or not row or _stage(me, session, row) != drawn:
        st.rerun()


@st.fragment(run_every=POLL)
def _wait_for(consideration: int) -> None:
    """Look whether a consideration that was taken away is back."""
    if state.latest(consideration) is not None:
        st.rerun()


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
    # Streamlit would say in English, in the field, that Enter submits.
    with st.form("meedoen", enter_to_submit=False):
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
    """Let somebody in, from the form; a wrong code counts."""
    if guesses.are_too_many(st.context.ip_address):
        done.refuse(
            InputRefused(
                "Er zijn te veel verkeerde codes geprobeerd",
                "Wacht een minuut, kijk de code na op het scherm en probeer het opnieuw.",
            )
        )
        return
    session = sessions.session_by_code(store(), str(st.session_state.get("meedoen_code") or ""))
    if session is None:
        guesses.count(st.context.ip_address)
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


@st.fragment
def _inside() -> None:
    """The round that goes on: scoring, or looking at the screen together."""
    me = _me()
    session = me and sessions.session(store(), me["session"])
    row = state.latest(session["consideration"]) if session else None
    if not me or not session or not row or not session["running"]:
        st.rerun()
    st.caption(f"U doet mee als {plain(me['name'])} · ronde {session['round']}")
    done.say_why()
    if me["left_at"] is not None:
        st.info("U bent uit de sessie gegaan. Uw scores tellen mee voor zover ze getoond zijn.")
        st.button("Weer meedoen", type="primary", on_click=_again, args=(me["id"],))
        return
    mine = sessions.own_scores(store(), me, session["round"])
    has_given = any(one["score"] or one["note"] for one in mine)
    if session["revealed"]:
        st.info("Kijk nu samen op het grote scherm. Een nieuwe ronde verschijnt vanzelf hier.")
    elif session["round"] > 1 and has_given:
        st.caption(
            "Dit gaf u in de vorige ronde. Wijzig wat u nu anders ziet; de rest blijft staan."
        )
    _say_what_came_late(me, row["content"])
    if has_given or not session["revealed"]:
        _grid(me, session, row["content"], mine, locked=session["revealed"])
    if not session["revealed"]:
        _ready(me, session, row["content"], mine)
    st.button(
        "Uit de sessie gaan",
        icon=":material/logout:",
        type="tertiary",
        on_click=_leave,
        args=(me["id"],),
    )


def _grid(
    me: Row, session: Row, table: ConsiderationTable, mine: list[Row], *, locked: bool
) -> None:
    handled = f"verwerkt_deelnemer_{me['id']}"
    left = score_table(
        grouped(table),
        [{"code": one.code, "name": one.name} for one in table.options],
        cells(table, mine),
        scope=f"sessie-{session['id']}-{me['id']}",
        handled=st.session_state.get(handled, []),
        key=f"mijn_scores_{me['id']}_{session['round']}",
        on_change=lambda edits: _enter(me, edits, session["round"]),
        locked=locked,
    )
    if left:  # what this device still had from before a refresh
        _enter(me, left, session["round"])
        st.rerun()


def _enter(me: Row, edits: Sequence[Edit], round_: int) -> None:
    """Store what came from this device; what came after the reveal is kept to be read."""
    refused = done.doing(lambda: sessions.enter_as(store(), me, edits, round_))
    if refused is None:
        return
    late = f"te_laat_{me['id']}"
    # The last of a cell is what somebody meant, and it is not late any more when it is given again.
    given_again = {_place(asdict(one)) for one in edits}
    st.session_state[late] = {
        place: one
        for place, one in st.session_state.get(late, {}).items()
        if place not in given_again
    } | {_place(one): {**one, "round": round_} for one in refused}
    handled = f"verwerkt_deelnemer_{me['id']}"
    st.session_state[handled] = [
        *st.session_state.get(handled, []),
        *(one.id for one in edits),
    ][-1_000:]


def _place(one: Row) -> tuple[str, str, str]:
    return one["option"], one["criterion"], one["field"]


def _say_what_came_late(me: Row, table: ConsiderationTable) -> None:
    """What did not count, with what was given: to be given again in the next round."""
    late = st.session_state.get(f"te_laat_{me['id']}")
    if not late:
        return
    labels = {one.code: one.label for one in table.criteria}
    options = {one.code: one.name for one in table.options}
    lines = [
        f"- {plain(labels.get(one['criterion'], 'criterium vervallen'))}, "
        f"{plain(options.get(one['option'], 'optie vervallen'))}: "
        f"{_given(one)} (ronde {one['round']}, {_REASONS[one['reason']]})"
        for one in late.values()
    ]
    st.warning("Dit is niet overgenomen:\n\n" + "\n".join(lines))


def _given(one: Row) -> str:
    if one["field"] == "note":
        return f"notitie “{plain(one['value'])}”"
    return {None: "leeg", "?": "weet niet"}.get(one["value"], str(one["value"]))


def _ready(me: Row, session: Row, table: ConsiderationTable, mine: list[Row]) -> None:
    """What is still open, and the button that says to be ready on the big screen."""
    given = {(one["option"], one["criterion"]) for one in mine if one["score"] is not None}
    open_ = {
        option.name: many
        for option in table.options
        if (many := sum((option.code, code) not in given for code in table.codes))
    }
    is_ready = me["ready_round"] == session["round"]
    if is_ready:
        st.success("U bent klaar. Wacht op de anderen; wijzigen kan tot de scores getoond worden.")
    if open_:
        names = enumerated([f"{plain(name)} ({many})" for name, many in open_.items()])
        st.caption(f"Nog open: {names}. Leeg laten mag; *weet niet* (?) is ook een antwoord.")
    st.button(
        "Toch nog niet klaar" if is_ready else "Ik ben klaar",
        type="secondary" if is_ready else "primary",
        icon=":material/edit:" if is_ready else ":material/check:",
        on_click=done.doing,
        args=(lambda: sessions.set_ready(store(), me["id"], session["round"], not is_ready),),
    )


def _leave(id_: int) -> None:
    done.doing(lambda: sessions.leave(store(), id_))


def _again(id_: int) -> None:
    done.doing(lambda: sessions.come_back(store(), id_))
