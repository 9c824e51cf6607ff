"""What was agreed with a partner: who does what before which day, and whether it was done.

An agreement here is a promise between people ("afspraak"). The contract that a partnership has or
lacks is `agreement` of a partnership itself.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from core.partnership import Text, Word, refuse
from core.scenario import Id
from core.wording import counted, enumerated, long_date, short_date

WHAT_LENGTH = 300
# As many days before its date an agreement asks for attention: see the view recorded_on.
SOON_DAYS = 30
SORTS = {"agreement": "Afspraak", "evaluation": "Evaluatie"}


def _what(typed: str) -> str:
    text = " ".join(typed.split())
    if not text or len(text) > WHAT_LENGTH:
        raise refuse(f"Beschrijf in 1 tot {WHAT_LENGTH} tekens wat is afgesproken.")
    return text


class Agreement(BaseModel):
    """One agreement or evaluation of a partnership (its id); `due` and `done_on` may be unknown.

    `decision` is the id of the decision that it was taken over from, if any, and `action` which of
    its actions (from 0): a decision never changes.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    partnership: Id
    what: Annotated[str, AfterValidator(_what)]
    sort: Literal["agreement", "evaluation"] = "agreement"
    owner: Word = None
    due: date | None = None
    done_on: date | None = None
    note: Text = None
    decision: Id | None = None
    action: int | None = Field(default=None, ge=0)

    def in_words(self) -> dict[str, str]:
        """Its fields by their Dutch names, as far as they are filled in."""
        found = {
            "Soort": SORTS[self.sort],
            "Wat": self.what,
            "Wie": self.owner or "",
            "Vóór": short_date(self.due) if self.due else "",
            "Gedaan op": short_date(self.done_on) if self.done_on else "",
            "Notitie": self.note or "",
        }
        return {title: text for title, text in found.items() if text}


class State(StrEnum):
    """How an agreement stands, the most urgent first; the value is what the screen says."""

    OVERDUE = "te laat"
    SOON = "binnenkort"
    OPEN = "open"
    DONE = "gedaan"


def state_on(agreement: Agreement, on: date) -> State:
    """How an agreement stands on a day. On its own last day it is not late yet."""
    if agreement.done_on is not None and agreement.done_on <= on:
        return State.DONE
    if agreement.due is None:
        return State.OPEN
    if agreement.due < on:
        return State.OVERDUE
    return State.SOON if agreement.due <= on + timedelta(days=SOON_DAYS) else State.OPEN


def agreements_finding(agreements: Iterable[Agreement], on: date) -> str:
    """How the agreements stand on a day, in a sentence."""
    held = list(agreements)
    if not held:
        return "Er zijn nog geen afspraken vastgelegd."
    by_state = {state: [one for one in held if state_on(one, on) is state] for state in State}
    late, soon = by_state[State.OVERDUE], by_state[State.SOON]
    still_open = len(held) - len(by_state[State.DONE])
    if not still_open:
        return (
            f"Alle {len(held)} afspraken zijn gedaan."
            if len(held) > 1
            else "De afspraak is gedaan."
        )
    parts = [
        f"{len(those)} {words}"
        for those, words in (
            (late, "te laat"),
            (soon, f"binnen {SOON_DAYS} dagen aan de beurt"),
        )
        if those
    ]
    said = f"{counted(still_open, 'afspraak staat', 'afspraken staan')} open"
    said += f", waarvan {enumerated(parts)}" if parts else ""
    dated = sorted(one.due for one in held if one.due and state_on(one, on) is not State.DONE)
    return said + (f"; de eerste datum is {long_date(dated[0])}." if dated else ".")
