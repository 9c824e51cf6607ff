"""The step plan of a partnership that will share a building (mfa) or an organisation (mfo).

Seven phases, each with checks that a team ticks off. What a plan or a library's template holds is
its own copy of the checks: it is adapted without touching any other. How a check stands is apart
from the copy, so that two people who tick off different checks never meet.
"""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from core.partnership import Text, Word, refuse
from core.scenario import Id
from core.wording import short_date

PHASES = {
    0: "Eigen visie",
    1: "Initiatief",
    2: "Definitie",
    3: "Ontwerp",
    4: "Realisatie",
    5: "Exploitatie",
    6: "Evaluatie",
}
SORTS = {
    "check": "Controlepunt",
    "document": "Document",
    "management": "Beheer en exploitatie",
}
STATES = {"open": "open", "busy": "bezig", "done": "klaar", "skipped": "niet van toepassing"}
SETTLED = ("done", "skipped")
CHECK_LENGTH = 300
LINK_LENGTH = 2_000
MOST_CHECKS = 200
# As many days before its date a check is said to come up.
SOON_DAYS = 30
# Numbers below are those of checks that come with the product.
FIRST_OWN = 100_000
_LAST = 2**31 - 1

Phase = Literal[0, 1, 2, 3, 4, 5, 6]
Sort = Literal["check", "document", "management"]
State = Literal["open", "busy", "done", "skipped"]
Number = Annotated[int, Field(ge=1, le=_LAST)]


def phase_label(number: int) -> str:
    """A phase as people call it: `2 Definitie`."""
    return f"{number} {PHASES[number]}"


def own_number() -> int:
    """A number for a check that somebody adds; no two are the same, whoever adds them where."""
    return secrets.randbelow(_LAST - FIRST_OWN) + FIRST_OWN


def _check_text(typed: str | None) -> str | None:
    if typed is None:
        return None
    text = " ".join(typed.split())
    if not text or len(text) > CHECK_LENGTH:
        raise refuse(f"Beschrijf het punt in 1 tot {CHECK_LENGTH} tekens.")
    return text


class Check(BaseModel):
    """One check of a copy. Without a `text` it has the wording that comes with the product."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: Number
    phase: Phase
    sort: Sort = "check"
    text: Annotated[str | None, AfterValidator(_check_text)] = None

    def in_words(self) -> dict[str, str]:
        """Its fields by their Dutch names."""
        return {"Punt": self.text or "zoals meegeleverd", "Soort": SORTS[self.sort]}


class ShippedCheck(BaseModel):
    """A check that comes with the product."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: Annotated[int, Field(ge=1, lt=FIRST_OWN)]
    text: Annotated[str, Field(min_length=1, max_length=CHECK_LENGTH)]
    sort: Sort = "check"


class ShippedPhase(BaseModel):
    """A phase: what it is for, who is at the table and why, what to talk about, its checks."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: Phase
    aim: str
    roles: tuple[tuple[str, str], ...]
    questions: tuple[str, ...]
    checks: tuple[ShippedCheck, ...]


class Shipped(BaseModel):
    """The step plan that comes with the product, by phase."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    phases: tuple[ShippedPhase, ...]

    def wording(self, check: Check) -> str:
        """What a check of a copy says."""
        if check.text is not None:
            return check.text
        known = {one.number: one.text for phase in self.phases for one in phase.checks}
        return known.get(check.number, f"Punt {check.number} uit een andere versie")

    def checks(self) -> tuple[Check, ...]:
        """Its checks, for a copy."""
        return tuple(
            Check(number=one.number, phase=phase.number, sort=one.sort)
            for phase in self.phases
            for one in phase.checks
        )


class Copy(BaseModel):
    """Checks in their order, to be adapted; each change answers a copy that was validated anew."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    checks: Annotated[tuple[Check, ...], Field(max_length=MOST_CHECKS)]

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if len({one.number for one in self.checks}) < len(self.checks):
            raise refuse("Een punt staat er twee keer in.")
        managed = {one.phase for one in self.checks if one.sort == "management"}
        for number in PHASES:
            if number not in managed:
                raise refuse(
                    "Beheer en exploitatie is in elke fase een punt. Laat er in fase "
                    f"{phase_label(number)} ten minste één staan."
                )
        return self

    def of(self, phase: int) -> tuple[Check, ...]:
        """The checks of a phase, in their order."""
        return tuple(one for one in self.checks if one.phase == phase)

    def check(self, number: int) -> Check | None:
        """The check with a number, if it has one."""
        return next((one for one in self.checks if one.number == number), None)

    def adding(self, *checks: Check) -> Self:
        """With more checks, each last in its phase."""
        return self._holding([*self.checks, *checks])

    def without(self, number: int) -> Self:
        """Without a check."""
        return self._holding(one for one in self.checks if one.number != number)

    def putting(self, check: Check) -> Self:
        """With another wording or sort for the check of that number, where it stands."""
        return self._holding(check if one.number == check.number else one for one in self.checks)

    def moving(self, number: int, by: int) -> Self:
        """With a check so many places further (or back, below nought) within its phase."""
        held = list(self.checks)
        at = next((at for at, one in enumerate(held) if one.number == number), None)
        if at is None:
            return self
        peers = [place for place, one in enumerate(held) if one.phase == held[at].phase]
        to = peers[max(0, min(len(peers) - 1, peers.index(at) + by))]
        held.insert(to, held.pop(at))
        return self._holding(held)

    def lacking(self, others: Iterable[Check]) -> tuple[Check, ...]:
        """Those of the others that are not among its own."""
        own = {one.number for one in self.checks}
        return tuple(one for one in others if one.number not in own)

    def _holding(self, checks: Iterable[Check]) -> Self:
        return type(self).model_validate({**dict(self), "checks": tuple(checks)})


class StepPlan(Copy):
    """The plan of a partnership (its id), with the phase that it is in."""

    partnership: Id
    phase: Phase = 0

    def in_words(self) -> dict[str, Any]:
        """What a change of it says in the record."""
        return {
            "Fase": phase_label(self.phase),
            "Aantal punten": str(len(self.checks)),
            "Eigen punten": tuple(one.text for one in self.checks if one.text),
        }


class StepTemplate(Copy):
    """What the plans of a library (its id) begin with."""

    library: Id


def is_link(text: str | None) -> bool:
    """Whether a text is an address that can be opened: http or https, and nothing hidden in it."""
    if not text or len(text) > LINK_LENGTH or not text.isprintable() or " " in text or "\\" in text:
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


class CheckProgress(BaseModel):
    """How a check (its number) of the plan of a partnership (its id) stands.

    `settled_on`: the day on which it was done or set aside. That `link` is one is seen to where it
    is typed (data.step_plans) and where it is shown: what is stored is text.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    partnership: Id
    number: Number
    state: State = "open"
    owner: Word = None
    due: date | None = None
    evidence: Text = None
    link: Text = None
    reason: Text = None
    settled_on: date | None = None

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if self.state == "skipped" and not self.reason:
            raise refuse("Schrijf op waarom dit punt niet van toepassing is.")
        return self

    def standing(self, state: State, on: date) -> Self:
        """The same in another state, from a day on."""
        day = (self.settled_on or on) if state in SETTLED else None
        given = {**dict(self), "state": state, "settled_on": day}
        return type(self).model_validate(given)

    def is_settled(self, on: date) -> bool:
        """Whether nothing is left to do on a day."""
        return self.state in SETTLED and (self.settled_on is None or self.settled_on <= on)

    def in_words(self) -> dict[str, str]:
        """Its fields by their Dutch names, as far as they are filled in."""
        found = {
            "Stand": STATES[self.state],
            "Wie": self.owner or "",
            "Vóór": short_date(self.due) if self.due else "",
            "Bewijs": self.evidence or "",
            "Link": self.link or "",
            "Reden": self.reason or "",
            "Afgerond op": short_date(self.settled_on) if self.settled_on else "",
        }
        return {title: text for title, text in found.items() if text}


@dataclass(frozen=True)
class Point:
    """A check as the screen shows it: its words and how it stands."""

    check: Check
    text: str
    progress: CheckProgress

    def is_late(self, on: date) -> bool:
        """On its own last day it is not late yet."""
        due = self.progress.due
        return due is not None and due < on and not self.progress.is_settled(on)

    def is_soon(self, on: date) -> bool:
        """Whether its date is near."""
        due = self.progress.due
        near = due is not None and on <= due <= on + timedelta(days=SOON_DAYS)
        return near and not self.progress.is_settled(on)


def coming_up(points: Iterable[Point], on: date) -> list[Point]:
    """The checks of which the date has passed or is near, the first date first."""
    due = [one for one in points if one.is_late(on) or one.is_soon(on)]
    return sorted(due, key=lambda one: (one.progress.due or on, one.check.number))


@dataclass(frozen=True)
class Progress:
    """How far some checks are: of all of them, how many are done, busy, set aside or late."""

    total: int
    done: int
    busy: int
    skipped: int
    late: int

    @property
    def counted(self) -> int:
        """Those that apply."""
        return self.total - self.skipped

    @property
    def is_complete(self) -> bool:
        return self.total > 0 and self.done == self.counted


def progress(points: Sequence[Point], on: date) -> Progress:
    """How far these checks are on a day."""
    states = [one.progress.state for one in points]
    return Progress(
        total=len(points),
        done=states.count("done"),
        busy=states.count("busy"),
        skipped=states.count("skipped"),
        late=sum(one.is_late(on) for one in points),
    )
