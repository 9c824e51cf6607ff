"""A partnership as a person types it: one model for imports and for edit forms.

In go the cells as typed; out come values, or Dutch reasons per field. Words that come from a
list (thema, status, gemeente, ...) are only split and cleaned here: the lists are in the store.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, field_validator
from pydantic_core import PydanticCustomError
from pydantic_core.core_schema import ValidationInfo

from core import values
from core.names import name_key
from core.values import Cell

NAME_LENGTH = 200
TEXT_LENGTH = 5_000
REASON_LENGTH = 500
MISSING = "Vul deze kolom in; zonder dit gegeven kan de rij niet mee."
NO_STATUS = "Vul een status in, bijvoorbeeld actief of verkenning."


def refuse(reason: str) -> PydanticCustomError:
    """A reason in Dutch as the error that pydantic reports unchanged."""
    return PydanticCustomError("refused", "{reason}", {"reason": reason})


def ends_too_early(start: date | None, end: date | None) -> str | None:
    """What is wrong with an end before the start, if it is."""
    if start and end and end < start:
        return f"Het einde ligt vóór de start ({start:%d-%m-%Y}). Verbeter een van beide."
    return None


def _limited(typed: str, most: int) -> str:
    if len(typed) > most:
        length, limit = f"{len(typed):,}".replace(",", "."), f"{most:,}".replace(",", ".")
        raise refuse(f"Deze tekst telt {length} tekens. Kort hem in tot ten hoogste {limit}.")
    return typed


def _nameable(typed: str) -> str:
    if typed and not name_key(typed):
        raise refuse("Deze naam heeft geen letters (a-z) of cijfers. Vul een herkenbare naam in.")
    return _limited(typed, NAME_LENGTH)


def _reading(read: Any) -> BeforeValidator:
    """A validator from a function of core.values."""

    def validate(cell: Any) -> Any:
        try:
            return read(cell)
        except values.Unreadable as error:
            raise refuse(str(error)) from None

    return BeforeValidator(validate)


def _name(cell: Cell) -> str:
    if not (typed := values.line(cell)):
        raise refuse(MISSING)
    return _nameable(typed)


def _names(cell: Cell) -> tuple[str, ...]:
    if not (typed := values.several(cell)):
        raise refuse(MISSING)
    return tuple(_nameable(one) for one in typed)


def _some(cell: Cell) -> tuple[str, ...]:
    return tuple(_limited(one, NAME_LENGTH) for one in values.several(cell))


def _required(cell: Cell) -> tuple[str, ...]:
    if not (typed := _some(cell)):
        raise refuse(MISSING)
    return typed


def _word(cell: Cell) -> str | None:
    return _limited(values.line(cell), NAME_LENGTH) or None


def _status(cell: Cell) -> str:
    if not (typed := _word(cell)):
        raise refuse(NO_STATUS)
    return typed


def _library(cell: Cell) -> str | None:
    return _nameable(values.line(cell)) or None


def _reason_of_end(cell: Cell) -> str | None:
    return _limited(values.line(cell), REASON_LENGTH) or None


def _text(cell: Cell) -> str | None:
    return _limited(values.text(cell), TEXT_LENGTH) or None


Name = Annotated[str, _reading(_name)]
Names = Annotated[tuple[str, ...], _reading(_names)]
Words = Annotated[tuple[str, ...], _reading(_some)]
RequiredWords = Annotated[tuple[str, ...], _reading(_required)]
Word = Annotated[str | None, _reading(_word)]
Text = Annotated[str | None, _reading(_text)]
Day = Annotated[date | None, _reading(values.day)]
Amount = Annotated[float | None, _reading(values.number)]
Agreement = Annotated[tuple[bool | None, date | None], _reading(values.yes_or_day)]
Contribution = Annotated[int | None, _reading(values.contribution)]


class TypedPartnership(BaseModel):
    """The values of one partnership, read from what was typed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Name
    library: Annotated[str | None, _reading(_library)] = None
    partners: Names
    partner_type: Word = None
    themes: RequiredWords
    programmes: Words = ()
    gemeenten: Words = ()
    locations: Words = ()
    form: Word = None
    level: Word = None
    status: Annotated[str, _reading(_status)]
    start_date: Day = None
    end_date: Day = None
    ended_reason: Annotated[str | None, _reading(_reason_of_end)] = None
    evaluation_date: Day = None
    agreement: Agreement = (None, None)
    owner: Text = None
    hours: Amount = None
    budget: Amount = None
    intended_result: Text = None
    actual_result: Text = None
    note: Text = None
    contributions: dict[str, Contribution] = {}

    @field_validator("end_date")
    @classmethod
    def _after_start(cls, value: date | None, info: ValidationInfo) -> date | None:
        if reason := ends_too_early(info.data.get("start_date"), value):
            raise refuse(reason)
        return value


@dataclass(frozen=True)
class Fault:
    """Why a field cannot be used; `field` is a name of TypedPartnership or the code of a goal."""

    field: str
    reason: str


def read_typed(cells: dict[str, Any]) -> tuple[TypedPartnership | None, list[Fault]]:
    """The partnership that these cells (by field) make, or everything that is wrong with them."""
    try:
        return TypedPartnership.model_validate(cells), []
    except ValidationError as error:
        return None, [
            Fault(str(one["loc"][-1]), _reason(one["type"], one["msg"]))
            for one in error.errors(include_url=False, include_input=False)
        ]


def _reason(kind: str, message: str) -> str:
    if kind == "refused":
        return message
    if kind == "missing":
        return MISSING
    return "Deze waarde kan niet worden gelezen."
