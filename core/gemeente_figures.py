"""The key figures of a library in one gemeente over one year, as typed or as a spreadsheet has."""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from core import values
from core.partnership import refuse
from core.scenario import Id
from core.wording import euro, number

ABSENT = "niet aangeleverd"
FIRST_YEAR, LAST_YEAR = 1990, 2100


def gemeente_number(code: str) -> int:
    """`GM0479` -> 479: so a document names a gemeente."""
    return int(code.removeprefix("GM"))


def gemeente_code(number_: int) -> str:
    """479 -> `GM0479`."""
    return f"GM{number_:04d}"


GemeenteNumber = Annotated[int, Field(ge=1, le=9999)]


def _whole(cell: Any) -> int | None:
    found = _amount(cell)
    if found is not None and not found.is_integer():
        raise refuse("Vul een geheel aantal in, zonder cijfers achter de komma.")
    return None if found is None else int(found)


def _amount(cell: Any) -> float | None:
    try:
        return values.number(cell)
    except values.Unreadable as error:
        raise refuse(str(error)) from None


Whole = Annotated[int | None, BeforeValidator(_whole)]
Amount = Annotated[float | None, BeforeValidator(_amount)]


@dataclass(frozen=True)
class Figure:
    """A key figure: its heading in a spreadsheet, its label, other headings, how it is shown."""

    column: str
    label: str
    note: str
    spellings: str = ""
    decimals: int = 0
    is_money: bool = False

    def shown(self, value: float | None) -> str:
        """The figure in Dutch, or that it is lacking."""
        if value is None:
            return ABSENT
        if self.is_money:
            return euro(round(value, 2))
        return number(value, 0 if float(value).is_integer() else self.decimals)


FIGURES = {
    "branches": Figure(
        "vestigingen",
        "Vestigingen",
        "Aantal vestigingen in deze gemeente, servicepunten meegeteld.",
        "aantal vestigingen, locaties, aantal locaties, bibliotheken",
    ),
    "members": Figure(
        "leden",
        "Leden",
        "Aantal leden in deze gemeente, jeugdleden meegeteld.",
        "aantal leden, leden totaal, ledenaantal",
    ),
    "youth_members": Figure(
        "jeugdleden",
        "Jeugdleden",
        "Aantal leden tot en met 17 jaar.",
        "aantal jeugdleden, leden jeugd, jeugd, leden tot 18",
    ),
    "visits": Figure(
        "bezoeken",
        "Bezoeken",
        "Aantal bezoeken aan de vestigingen in dit jaar.",
        "aantal bezoeken, bezoek, bezoekers, aantal bezoekers, fysieke bezoeken",
    ),
    "activities": Figure(
        "activiteiten",
        "Activiteiten",
        "Aantal activiteiten in dit jaar.",
        "aantal activiteiten",
    ),
    "volunteers": Figure(
        "vrijwilligers",
        "Vrijwilligers",
        "Aantal vrijwilligers in deze gemeente.",
        "aantal vrijwilligers",
    ),
    "fte": Figure(
        "fte",
        "Fte",
        "Formatie voor deze gemeente in fte, bijvoorbeeld 12,5.",
        "aantal fte, formatie, formatie (fte), fte's",
        1,
    ),
    "subsidy_per_inhabitant": Figure(
        "subsidie_per_inwoner",
        "Subsidie per inwoner",
        "Subsidie van deze gemeente in euro per inwoner, bijvoorbeeld 18,50.",
        "subsidie per inwoner (€), subsidie per inwoner in euro, subsidie per hoofd, "
        "subsidie per inw, subsidie p/inwoner, subsidie p/inw, subsidie/inwoner, subsidie/inw",
        2,
        True,
    ),
}


class GemeenteFigures(BaseModel):
    """What a library delivered about a gemeente over a year; what is None was not delivered."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    library: Id
    gemeente: GemeenteNumber
    year: int = Field(ge=FIRST_YEAR, le=LAST_YEAR)
    branches: Whole = None
    members: Whole = None
    youth_members: Whole = None
    visits: Whole = None
    activities: Whole = None
    volunteers: Whole = None
    fte: Amount = None
    subsidy_per_inhabitant: Amount = None

    @model_validator(mode="after")
    def _makes_sense(self) -> "GemeenteFigures":
        if not self.given():
            raise refuse("Vul ten minste één kerncijfer in.")
        members, youth = self.members, self.youth_members
        if members is not None and youth is not None and youth > members:
            raise refuse(
                f"Er zijn meer jeugdleden ({number(youth)}) dan leden ({number(members)}). "
                "Jeugdleden tellen mee bij de leden; verbeter een van beide."
            )
        return self

    def given(self) -> dict[str, float]:
        """The figures that were delivered, by the keys of FIGURES."""
        found = {name: getattr(self, name) for name in FIGURES}
        return {name: value for name, value in found.items() if value is not None}

    def in_words(self) -> dict[str, str]:
        """Its fields by their Dutch names."""
        shown = {one.label: one.shown(getattr(self, name)) for name, one in FIGURES.items()}
        return {"Jaar": str(self.year), **shown}


def change_in_words(name: str, old: GemeenteFigures | None, new: GemeenteFigures) -> str:
    """`Leden 31.250 → 32.000`; of a new document without what it was."""
    figure = FIGURES[name]
    before = f"{figure.shown(getattr(old, name))} → " if old else ""
    return f"{figure.label} {before}{figure.shown(getattr(new, name))}"


@dataclass(frozen=True)
class KnownFigure:
    """A key figure with the year that it is about; without a value it was never delivered."""

    name: str
    value: float | None
    year: int | None

    @property
    def shown(self) -> str:
        """The figure in Dutch, or that it is lacking."""
        return FIGURES[self.name].shown(self.value)

    @property
    def label(self) -> str:
        """What the figure counts."""
        return FIGURES[self.name].label


def latest(figures: list[GemeenteFigures], year: int) -> tuple[KnownFigure, ...]:
    """Each key figure as it was last delivered over a year up to this one."""
    by_year = sorted((one for one in figures if one.year <= year), key=lambda one: -one.year)
    found = []
    for name in FIGURES:
        known = next((one for one in by_year if name in one.given()), None)
        value = known.given()[name] if known else None
        found.append(KnownFigure(name, value, known.year if known else None))
    return tuple(found)


def figure_faults(error: ValidationError) -> list[tuple[str, str]]:
    """What is wrong with figures: the field (empty: with all of them together) and why."""
    return [
        (
            str(one["loc"][0]) if one["loc"] else "",
            one["msg"] if one["type"] == "refused" else "Deze waarde kan niet worden gebruikt.",
        )
        for one in error.errors()
    ]
