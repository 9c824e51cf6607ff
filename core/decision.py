"""A decision on a consideration, frozen: all that was known and agreed on the day it was taken.

Nothing in it points at what can change later: names, criteria, weights, scores and the outcome are
copies. The hash says whether a copy is still what was signed off.
"""

import hashlib
import json
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from core.consideration_table import Option
from core.criteria import Criteria
from core.partnership import refuse
from core.scenario import Name
from core.score_edit import NOTE_LENGTH
from core.wording import long_date

DECISION_LENGTH = 2_000
MOST_ACTIONS = 30
State = Literal["met", "unmet", "unknown"]
# An option and a criterion, by their codes.
Cell = tuple[str, str]


def _decision(typed: str) -> str:
    text = typed.strip()
    if not text or len(text) > DECISION_LENGTH:
        raise refuse(f"Schrijf het besluit op, in ten hoogste {DECISION_LENGTH} tekens.")
    return text


def _action(typed: str) -> str:
    text = " ".join(typed.split())
    if not text or len(text) > 300:
        raise refuse("Beschrijf elke afspraak in 1 tot 300 tekens.")
    return text


class Frozen(BaseModel):
    """A part of a decision."""

    # A number that JSON does not know would come back from the store as another one.
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Action(Frozen):
    """What was agreed, who does it and before which day."""

    what: Annotated[str, AfterValidator(_action)]
    owner: str = Field(default="", max_length=200)
    due: date | None = None


class Spread(Frozen):
    """The scores of the participants for one cell in one round."""

    round: int
    count: int
    median: float
    low: int
    high: int
    quartile_low: float
    quartile_high: float


class DecidedCell(Frozen):
    """The agreed score of an option on a criterion: 1-5, or None.

    Then `unsure` tells "weet niet" from a cell that was not filled in.
    """

    option: str
    criterion: str
    score: int | None = Field(default=None, ge=1, le=5)
    unsure: bool = False
    note: str = Field(default="", max_length=NOTE_LENGTH)
    spread: tuple[Spread, ...] = ()

    @property
    def said(self) -> int | str:
        """The score, or in words why there is none."""
        return self.score or ("weet niet" if self.unsure else "niet ingevuld")


class OptionOutcome(Frozen):
    """What the table said of an option: totals 0-100 with what unknown scores leave open.

    `groups` by name of the group, and `total`: low, high. `rank` 1 is the best; `first_near` and
    `first_free`: shares (0-1) of the conceivable weights, near the agreed ones and free, under
    which it is first. `preconditions` by criterion code.
    """

    option: str
    total: tuple[float, float]
    groups: dict[str, tuple[float, float]]
    band: str
    rank: int
    preconditions: dict[str, State]
    first_near: float | None = None
    first_free: float | None = None


class Decision(Frozen):
    """All of it. `finding` and `certainty` are the sentences that the screen showed."""

    form: Literal[1] = 1
    consideration: int
    question: Name
    library: str | None = None
    decided_on: date
    # As they called themselves, in any script.
    took_part: tuple[Annotated[str, Field(min_length=1, max_length=200)], ...] = ()
    options: tuple[Option, ...]
    criteria: Criteria
    criteria_name: str
    criteria_version: int
    points: dict[str, float]
    cells: tuple[DecidedCell, ...]
    outcome: tuple[OptionOutcome, ...]
    finding: str
    certainty: tuple[str, ...] = ()
    # Kendall's W, and of how many people.
    agreement: float | None = None
    raters: int = 0
    decision: Annotated[str, AfterValidator(_decision)]
    chosen: tuple[str, ...] = ()
    actions: Annotated[tuple[Action, ...], Field(max_length=MOST_ACTIONS)] = ()
    review_on: date | None = None
    data_version: str

    @model_validator(mode="after")
    def _looks_back_later(self) -> Self:
        if self.review_on and self.review_on <= self.decided_on:
            day = long_date(self.decided_on)
            raise refuse(
                f"Terugkijken kan pas na het besluit: kies een dag na {day}, of laat dat veld leeg."
            )
        return self

    @property
    def hash(self) -> str:
        """SHA-256 of the content in one spelling (keys in order), as 64 hexadecimal digits.

        What is as it usually is does not count, so that a field that comes later changes no hash.
        """
        return fingerprint(self.model_dump(mode="json", exclude_defaults=True))

    def cell(self, option: str, criterion: str) -> DecidedCell:
        """The cell of an option and a criterion; an empty one where nothing was scored."""
        found = (one for one in self.cells if (one.option, one.criterion) == (option, criterion))
        return next(found, DecidedCell(option=option, criterion=criterion))


class StoredDecision(Frozen):
    """A decision as it is stored: with the hash of the day it was taken."""

    decision: Decision
    hash: str

    @property
    def is_unchanged(self) -> bool:
        """Whether it still is what was taken."""
        return self.hash == self.decision.hash


class ReviewedScore(Frozen):
    """What an expected score turned out to be: 1-5, or None where it cannot be said (yet)."""

    criterion: str
    actual: int | None = Field(default=None, ge=1, le=5)
    note: str = Field(default="", max_length=NOTE_LENGTH)


class Review(Frozen):
    """Looking back on one option of a decision."""

    decision: int
    option: str
    reviewed_on: date
    by: str = Field(default="", max_length=200)
    scores: tuple[ReviewedScore, ...]
    conclusion: str = Field(default="", max_length=DECISION_LENGTH)


def fingerprint(content: object) -> str:
    """SHA-256 of a JSON value with its keys in order and no needless spaces."""
    spelled = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(spelled.encode()).hexdigest()
