"""Live sessions: people score one consideration blind, each on a device of their own, in rounds.

A session is no change of the portfolio, so it is outside the change log. What a participant enters
is in data.scoring; here is who takes part, and what may be seen and entered when.
"""

import secrets
from collections.abc import Sequence

from core.names import name_key
from core.score_edit import Edit
from data.considerations import considerations
from data.errors import InputRefused
from data.scoring import Place, cells, cells_standing, enter_within, refusal
from data.store import Change, Reader, Row, Store

# Without what looks like another on a screen at a distance, and without vowels: it makes no words.
ALPHABET = "34679CDFGHJKMNPQRTVWX"
CODE_LENGTH = 6
HOURS = 12
NAME_LENGTH = 40
MOST_PARTICIPANTS = 60
MOST_ROUNDS = 9
OVER, REVEALED = "over", "revealed"


def session_code(typed: str) -> str:
    """The code that a person means: without spaces and dashes, in capitals."""
    return "".join(filter(str.isalnum, typed)).upper()


def sessions_of(store: Reader, consideration: int) -> list[Row]:
    """The sessions of a consideration, newest first.

    id, consideration, code, opened_at, opened_by, expires_at, closed_at (all UTC), round,
    revealed, and running: not closed, and not expired.
    """
    return _sessions(store, consideration=consideration)


def session(store: Reader, id: int) -> Row | None:
    """The session with this id, as in `sessions_of`."""
    return next(iter(_sessions(store, id=id)), None)


def session_by_code(store: Reader, code: str) -> Row | None:
    """The session that runs under this code, however it is typed."""
    return next(iter(_sessions(store, code=session_code(code))), None)


def open_session(store: Store, consideration: int, who: str) -> Row:
    """A new session of the consideration, in its first round; it ends by itself after 12 hours.

    Raises InputRefused when one is running, or when there is nothing to score.
    """
    with store.recording(who) as change:
        found = considerations(change, id=consideration)
        if not found:
            raise InputRefused("Deze afweging is er niet meer", "Kies een andere afweging.")
        if found[0]["session"] is not None:
            raise InputRefused(
                "Er loopt al een sessie voor deze afweging", "Open die sessie, of sluit haar eerst."
            )
        if not found[0]["content"].options:
            raise InputRefused(
                "Deze afweging heeft nog geen opties", "Voeg eerst een optie toe om te scoren."
            )
        made = change.run(
            "insert_session", consideration=consideration, code=_free_code(change), hours=HOURS
        )
        return _running(change, made[0]["id"])


def reveal(store: Store, id: int, round: int) -> None:
    """Show all scores of a round to all; then nothing can be entered in it any more.

    `round` is the one that was seen. Raises InputRefused when the session or that round is over,
    or the round was revealed already.
    """
    with store.recording("") as change:
        if _in_round(change, id, round)["revealed"]:
            raise InputRefused("Deze ronde is al getoond", "Iedereen kan de scores zien.")
        change.run("reveal_round", id=id)


def next_round(store: Store, id: int, round: int) -> None:
    """Begin the round after `round`, which is revealed; nobody is ready with it.

    Raises InputRefused when the session or that round is over, when it was not revealed, and after
    as many rounds as there can be.
    """
    with store.recording("") as change:
        if not _in_round(change, id, round)["revealed"]:
            raise InputRefused(
                "De scores van deze ronde zijn nog niet getoond", "Toon ze eerst aan iedereen."
            )
        if round >= MOST_ROUNDS:
            raise InputRefused(
                f"Een sessie heeft ten hoogste {MOST_ROUNDS} rondes",
                "Sluit deze sessie; u kunt daarna een nieuwe openen.",
            )
        change.run("begin_round", id=id)


def close_session(store: Store, session: int, who: str) -> None:
    """End a session; what was not revealed stays so. Raises InputRefused when it is over."""
    with store.recording(who) as change:
        _running(change, session)
        change.run("end_session", id=session)


def join(store: Store, session: int, name: str) -> Row:
    """Take part in a session under a name; return id, name and secret.

    The secret is for the device of this person alone. Raises InputRefused for a name that cannot
    be used or that somebody uses who takes part, when the session is over, and when it is full.
    """
    shown = " ".join(name.split())
    if not 1 <= len(shown) <= NAME_LENGTH:
        raise InputRefused(
            "Met deze naam kunt u niet meedoen", f"Vul een naam in van 1 tot {NAME_LENGTH} tekens."
        )
    # A name in another script has no key.
    key = name_key(shown) or shown.casefold()
    with store.recording(shown) as change:
        _running(change, session)
        _refuse_entry(change, session, key)
        secret = secrets.token_urlsafe(24)
        made = change.run(
            "insert_participant", session=session, name=shown, name_key=key, secret=secret
        )
        return made[0]


def participant(store: Reader, session: int, secret: str) -> Row | None:
    """Who holds this secret: id, session, consideration, name, joined_at, left_at, ready_round."""
    return next(iter(store.rows("participant", session=session, secret=secret)), None)


def leave(store: Store, participant: int) -> None:
    """Take part no longer; what was scored stays."""
    with store.recording("") as change:
        change.run("leave_session", participant=participant)


def come_back(store: Store, participant: int) -> None:
    """Take part again, with the scores given before. Raises InputRefused as `join` does."""
    with store.recording("") as change:
        [found] = change.rows("participant_as_is", participant=participant)
        if found["left_at"] is None:
            return
        _running(change, found["session"])
        _refuse_entry(change, found["session"], found["name_key"])
        change.run("return_to_session", participant=participant)


def set_ready(store: Store, participant: int, round: int, ready: bool) -> None:
    """Say to be ready with a round, or not yet; nothing happens when that round is over."""
    with store.recording("") as change:
        change.run("mark_ready", participant=participant, round=round, ready=ready)


def roster(store: Reader, session: int) -> list[Row]:
    """Who takes part or did, in the order in which they came; never what they scored.

    id, name, joined_at, left_at, ready (with the round that is going on), given (the cells with a
    score in this round, ? included).
    """
    return store.rows("roster", session=session)


def round_scores(store: Reader, session: int, round: int) -> list[Row]:
    """What everybody gave in a round: participant, name, option, criterion, score, note.

    Nothing before that round is revealed. What somebody left as it was in the round before counts
    again, also of who left.
    """
    return store.rows("round_scores", session=session, round=round)


def own_scores(store: Reader, participant: Row, round: int) -> list[Row]:
    """The cells of a participant (a row of `participant`) in a round, as data.scoring.cells."""
    place = Place(participant["consideration"], participant["session"], round, participant["id"])
    return cells(store, place)


def enter_as(
    store: Store, participant: Row, edits: Sequence[Edit], round: int | None = None
) -> list[Row]:
    """Enter what a participant (a row of `participant`) gave; return what is refused.

    As data.scoring.enter; everything not entered before is refused with the reason "over" when
    the session is over or this person left it, and "revealed" when the round is, or when another
    is going on than the `round` that was seen (None: any).
    """
    if not edits:
        return []
    with store.recording(participant["name"]) as change:
        [found] = change.rows("participant_as_is", participant=participant["id"])
        place = Place(found["consideration"], found["session"], found["round"], found["id"])
        reason = _closed(found, round)
        if reason is None:
            return enter_within(change, place, edits)
        _, entered = cells_standing(change, place, edits)
        return [refusal(edit, reason) for edit in edits if edit.id not in entered]


def _closed(found: Row, round: int | None) -> str | None:
    if not found["running"] or found["left_at"] is not None:
        return OVER
    return REVEALED if found["revealed"] or round not in (None, found["round"]) else None


def _sessions(
    store: Reader,
    consideration: int | None = None,
    id: int | None = None,
    code: str | None = None,
) -> list[Row]:
    return store.rows("sessions_of", consideration=consideration, id=id, code=code)


def _free_code(change: Change) -> str:
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        if not session_by_code(change, code):
            return code


def _running(change: Change, id: int) -> Row:
    found = session(change, id)
    if found is None or not found["running"]:
        raise InputRefused(
            "Deze sessie is voorbij", "Vraag de begeleider of er een nieuwe sessie is."
        )
    return found


def _in_round(change: Change, id: int, round: int) -> Row:
    found = _running(change, id)
    if found["round"] != round:
        raise InputRefused(
            f"De sessie is intussen in ronde {found['round']}",
            "Iemand anders heeft een nieuwe ronde geopend. Bekijk eerst die ronde.",
        )
    return found


def _refuse_entry(change: Change, session: int, key: str) -> None:
    inside = change.rows("participants_in", session=session)
    if any(one["name_key"] == key for one in inside):
        raise InputRefused(
            "Er doet al iemand mee met deze naam",
            "Voeg een voorletter of de eerste letter van uw achternaam toe.",
        )
    if len(inside) >= MOST_PARTICIPANTS:
        raise InputRefused(
            "Deze sessie is vol", f"Er kunnen {MOST_PARTICIPANTS} mensen tegelijk meedoen."
        )
