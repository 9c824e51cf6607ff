"""The strategic goals of a library with their weights, as a person types them.

Weights are points that sum to 100. In go the cells as typed, a row per goal; out come the goals,
or Dutch reasons per row and field. Two functions help to get the weights right.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator, model_validator
from pydantic_core.core_schema import ValidationInfo

from core import values
from core.names import name_key
from core.partnership import refuse
from core.values import Cell
from core.wording import amount, counted, long_date, plain

FIELDS = {"code": "code", "label": "omschrijving", "weight": "gewicht"}
CODE_LENGTH, LABEL_LENGTH = 12, 200
MOST_GOALS = 20
WHOLE = 100
TOLERANCE = 0.01
_TENTHS = WHOLE * 10
Row = Mapping[str, Any]


class TypedGoal(BaseModel):
    """A goal: the code that is its column in a spreadsheet, what it is, its weight in points.

    A code is kept in capitals, so that two spellings are never two goals. The context key
    `reserved` holds the name keys that a code must not have.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    label: str
    weight: float

    @field_validator("code", mode="before")
    @classmethod
    def _code(cls, cell: Cell, info: ValidationInfo) -> str:
        typed = values.line(cell)
        if not typed:
            raise refuse("Geef het doel een korte code, bijvoorbeeld SD1.")
        if not (typed.isascii() and typed.isalnum() and typed[0].isalpha()):
            raise refuse(
                "Gebruik voor een code alleen letters (a-z) en cijfers, en begin met een letter."
            )
        if len(typed) > CODE_LENGTH:
            raise refuse(f"Deze code is te lang. Gebruik ten hoogste {CODE_LENGTH} tekens.")
        if name_key(typed) in (info.context or {}).get("reserved", ()):
            raise refuse(
                f"{typed} is in een bestand al de kop van een andere kolom. Kies een andere code."
            )
        return typed.upper()

    @field_validator("label", mode="before")
    @classmethod
    def _label(cls, cell: Cell) -> str:
        typed = values.line(cell)
        if not typed:
            raise refuse("Schrijf op wat het doel is.")
        if len(typed) > LABEL_LENGTH:
            raise refuse(f"Kort de omschrijving in tot ten hoogste {LABEL_LENGTH} tekens.")
        return typed

    @field_validator("weight", mode="before")
    @classmethod
    def _weight(cls, cell: Cell) -> float:
        try:
            points = values.number(cell)
        except values.Unreadable as error:
            raise refuse(str(error)) from None
        if points is None:
            raise refuse("Geef het doel een gewicht in punten; 0 mag ook.")
        return points


class GoalSet(BaseModel):
    """The goals that hold together, in their order: 1 to 20, of which the weights sum to 100."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    goals: tuple[TypedGoal, ...]

    @field_validator("goals")
    @classmethod
    def _each_once(cls, goals: tuple[TypedGoal, ...]) -> tuple[TypedGoal, ...]:
        if not goals:
            raise refuse("Voeg minstens één doel toe.")
        if len(goals) > MOST_GOALS:
            raise refuse(
                f"Dit zijn {len(goals)} doelen. Voeg er samen, tot ten hoogste {MOST_GOALS}."
            )
        codes = [goal.code for goal in goals]
        for code in codes:
            if codes.count(code) > 1:
                raise refuse(f"De code {code} staat er dubbel in. Geef elk doel een eigen code.")
        return goals

    @model_validator(mode="after")
    def _whole(self) -> "GoalSet":
        weights = [goal.weight for goal in self.goals]
        if not is_whole(weights):
            raise refuse(f"De gewichten zijn samen {amount(sum(weights))}: {missing(weights)}.")
        return self


@dataclass(frozen=True)
class Fault:
    """Why a set cannot be used: the row (from 0) and the field, or None for the set as a whole."""

    row: int | None
    field: str | None
    reason: str


def read_goal_set(
    rows: Sequence[Row], reserved: Collection[str] = ()
) -> tuple[GoalSet | None, list[Fault]]:
    """The goals in these rows (code, label, weight), or everything that is wrong with them.

    Rows without anything in them do not count. `reserved` are name keys that a code must not have.
    """
    goals, faults = [], []
    for at, row in enumerate(rows):
        if not any(values.line(row.get(field)) for field in FIELDS):
            continue
        try:
            given = {field: row.get(field) for field in FIELDS}
            goals.append(TypedGoal.model_validate(given, context={"reserved": reserved}))
        except ValidationError as error:
            faults += [Fault(at, field, reason) for field, reason in _reasons(error)]
    if faults:
        return None, faults
    try:
        return GoalSet(goals=tuple(goals)), []
    except ValidationError as error:
        return None, [Fault(None, None, reason) for _, reason in _reasons(error)]


def _reasons(error: ValidationError) -> list[tuple[str | None, str]]:
    return [
        (
            str(one["loc"][0]) if one["loc"] else None,
            one["msg"] if one["type"] == "refused" else "Deze waarde kan niet worden gelezen.",
        )
        for one in error.errors(include_url=False, include_input=False)
    ]


def is_whole(weights: Sequence[float]) -> bool:
    """Whether the weights sum to 100 points, one hundredth more or less."""
    return round(abs(sum(weights) - WHOLE), 6) <= TOLERANCE


def missing(weights: Sequence[float]) -> str:
    """What to do about the sum: `nog 12 punten te verdelen`, `3 punten te veel`."""
    short = WHOLE - sum(weights)
    if is_whole(weights):
        return "alle punten zijn verdeeld"
    return f"nog {points(short)} te verdelen" if short > 0 else f"{points(-short)} te veel"


def points(weight: float) -> str:
    """`1 punt`, `14,29 punten`."""
    return "1 punt" if weight == 1 else f"{amount(weight)} punten"


def rescaled(weights: Sequence[float]) -> list[float]:
    """The weights in the same proportion, in tenths of points that sum to exactly 100.

    What rounding leaves goes to the largest remainders, so a larger weight never becomes the
    smaller one and nought stays nought. Weights that are all nought become equal.
    """
    if not weights:
        return []
    parts = [Fraction(weight) for weight in weights]
    if not sum(parts):
        parts = [Fraction(1)] * len(parts)
    exact = [part * _TENTHS / sum(parts) for part in parts]
    tenths = [int(one) for one in exact]
    by_remainder = sorted(range(len(exact)), key=lambda at: tenths[at] - exact[at])
    for at in by_remainder[: _TENTHS - sum(tenths)]:
        tenths[at] += 1
    return [one / 10 for one in tenths]


def divided_equally(count: int) -> list[float]:
    """100 points over so many goals, as equal as tenths of points allow."""
    return rescaled([1.0] * count)


def no_longer_counted(code: str, partnerships: int, active: int, since: date) -> str:
    """What becomes of the judgements of a goal that is dropped, as Markdown."""
    one = partnerships == 1
    judged = counted(partnerships, "samenwerking", "samenwerkingen")
    running = "" if active == partnerships else f" ({active or 'geen'} nu lopend)"
    kept = (
        "is beoordeeld; die beoordeling blijft bewaard, maar telt"
        if one
        else "zijn beoordeeld; die beoordelingen blijven bewaard, maar tellen"
    )
    return f"**{plain(code)}**: {judged}{running} {kept} vanaf {long_date(since)} niet meer."
