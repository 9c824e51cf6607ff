"""What if: what a scenario changes in the portfolio, as a person states it."""

from collections.abc import Iterable, Sequence
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from core.names import name_key
from core.partnership import NAME_LENGTH, refuse
from core.values import MOST as MOST_AMOUNT
from core.wording import number

# More than that is a mistake in typing, and too much to imagine.
MOST = 1_000
MOST_PARTNERS = MOST_IMAGINED = 50
_FIELDS = {
    "name": "naam",
    "library": "bibliotheek",
    "theme": "thema",
    "gemeenten": "gemeenten",
    "partners": "partners",
    "locations": "locaties",
    "hours": "uren",
    "budget": "budget",
    "contributions": "bijdragen",
}


def nameable(typed: str) -> str:
    """The name without needless spaces; raises PydanticCustomError with the reason in Dutch."""
    name = " ".join(typed.split())
    if not name_key(name) or len(name) > NAME_LENGTH:
        raise refuse(f"Vul een naam in van 1 tot {NAME_LENGTH} tekens, met letters of cijfers.")
    return name


def _amount(typed: float | None) -> float | None:
    if typed is not None and not 0 <= typed <= MOST_AMOUNT:
        raise refuse("Uren en budget zijn 0 of meer, en ten hoogste een miljard.")
    return typed


def _locations(typed: int) -> int:
    if not 0 <= typed <= MOST:
        raise refuse(f"Een samenwerking bereikt 0 tot {number(MOST)} locaties.")
    return typed


def _contributions(typed: dict[str, int]) -> dict[str, int]:
    for goal, value in typed.items():
        if value not in range(4):
            raise refuse(f"De bijdrage aan {goal} is 0 geen, 1 indirect, 2 direct of 3 kern.")
    return typed


def _some(what: str) -> AfterValidator:
    def check(typed: tuple[str, ...]) -> tuple[str, ...]:
        if not typed:
            raise refuse(f"Kies ten minste één {what}.")
        return typed

    return AfterValidator(check)


Name = Annotated[str, AfterValidator(nameable)]
Id = Annotated[int, Field(ge=1, le=2**31 - 1)]
Amount = Annotated[float | None, AfterValidator(_amount)]


class Effort(BaseModel):
    """Other hours and budget a year for a partnership; None: as they are."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    partnership: Id
    hours: Amount = None
    budget: Amount = None


class Imagined(BaseModel):
    """A partnership that does not exist: active from the measure date on.

    `library` an id, `theme` a code, `gemeenten` GM codes, `partners` names; `locations` is how
    many locations of the theme it reaches that nothing else reaches; `contributions` 0-3 by goal.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Name
    library: Id
    theme: str
    gemeenten: Annotated[tuple[str, ...], _some("gemeente")]
    partners: Annotated[tuple[Name, ...], Field(max_length=MOST_PARTNERS)] = ()
    locations: Annotated[int, AfterValidator(_locations)] = 0
    hours: Amount = None
    budget: Amount = None
    contributions: Annotated[dict[str, int], AfterValidator(_contributions)] = {}


class Scenario(BaseModel):
    """Which partnerships (ids) stop, which get another effort, and which are imagined."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    stopped: tuple[Id, ...] = ()
    efforts: tuple[Effort, ...] = ()
    imagined: Annotated[tuple[Imagined, ...], Field(max_length=MOST_IMAGINED)] = ()

    @property
    def is_empty(self) -> bool:
        """Whether it changes nothing."""
        return not (self.stopped or self.efforts or self.imagined)

    def stopping(self, ids: Iterable[int]) -> "Scenario":
        """With these partnerships stopped as well; what stops has no effort any more."""
        stopped = tuple(dict.fromkeys([*self.stopped, *ids]))
        efforts = tuple(one for one in self.efforts if one.partnership not in stopped)
        return self.model_copy(update={"stopped": stopped, "efforts": efforts})

    def keeping(self, ids: Iterable[int]) -> "Scenario":
        """With these partnerships as they are: not stopped, with their own effort."""
        kept = set(ids)
        return self.model_copy(
            update={
                "stopped": tuple(one for one in self.stopped if one not in kept),
                "efforts": tuple(one for one in self.efforts if one.partnership not in kept),
            }
        )

    def shifting(self, effort: Effort) -> "Scenario":
        """With another effort for a partnership, which then does not stop."""
        rest = self.keeping([effort.partnership])
        return rest.model_copy(update={"efforts": (*rest.efforts, effort)})

    def imagining(self, one: Imagined) -> "Scenario":
        """With one more imagined partnership; one of the same name and library is replaced."""
        rest = self.forgetting(one.name, one.library)
        return rest.model_copy(update={"imagined": (*rest.imagined, one)})

    def forgetting(self, name: str, library: int) -> "Scenario":
        """Without the imagined partnership of this name and library."""
        key = (name_key(name), library)
        others = (one for one in self.imagined if (name_key(one.name), one.library) != key)
        return self.model_copy(update={"imagined": tuple(others)})


def read_imagined(typed: dict[str, Any]) -> tuple[Imagined | None, list[str]]:
    """The imagined partnership that these values make, or what is wrong with them in Dutch."""
    try:
        return Imagined.model_validate(typed), []
    except ValidationError as error:
        return None, list(dict.fromkeys(_reason(one) for one in error.errors()))


def _reason(error: Any) -> str:
    if error["type"] == "refused":
        return str(error["msg"])
    return f"De waarde van {_FIELDS[error['loc'][0]]} kan niet worden gebruikt."


def spread(wanted: int, open_places: Sequence[int | None]) -> list[int]:
    """So many locations divided over gemeenten, in their order, as far as there is room in each.

    None: unknown how many there are, so there is room for all that is left.
    """
    left, taken = wanted, []
    for room in open_places:
        here = left if room is None else min(left, room)
        taken.append(here)
        left -= here
    return taken
