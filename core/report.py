"""The report for a board: what was asked for, and what of it is kept to compare the next with."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from core.coverage import Definition
from core.filters import Filters

Row = dict[str, Any]
Part = Literal["overview", "coverage", "goals", "dependencies", "attention", "decisions", "changes"]
# As in data/reference/themes.csv: fixed, so that they are no text of people.
Theme = Literal[
    "KOV", "PO", "VO", "MBO", "COM", "BAS", "DIG", "GEM", "ZWE", "CUL", "MFA", "COMM"
]  # fmt: skip
# What happened to a partnership between two dates, most telling first.
Turn = Literal["begun", "ended", "changed", "prepared", "dropped"]


@dataclass(frozen=True)
class Chapter:
    """A part that can be left out: its title, and what is in it."""

    title: str
    holds: str


PARTS: dict[Part, Chapter] = {
    "overview": Chapter("Overzicht", "de kerncijfers en hoe de portefeuille is verdeeld"),
    "coverage": Chapter("Dekking", "per thema en gemeente, met de witte vlekken"),
    "goals": Chapter("Doelen", "wat de doelen krijgen naast wat zij wegen"),
    "dependencies": Chapter("Afhankelijkheid", "wat aan één partner hangt"),
    "attention": Chapter("Aandacht", "wat het eerst om actie vraagt"),
    "decisions": Chapter("Besluiten", "wat in de periode is besloten"),
    "changes": Chapter("Veranderingen", "wat begon, stopte en veranderde"),
}
ALL_PARTS: tuple[Part, ...] = get_args(Part)

TURNS: dict[str, str] = {
    "begun": "Begonnen",
    "ended": "Gestopt of slapend",
    "changed": "Andere status of overeenkomst",
    "prepared": "In voorbereiding genomen",
    "dropped": "Voorbereiding niet doorgegaan",
}


class Frozen(BaseModel):
    """A part of what is asked or kept."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class ReportAsked(Frozen):
    """Which report. `earlier` is the id of a kept report to compare with.

    None compares with the same day a year before the measure date.
    """

    filters: Filters
    definition: Definition = Definition.CONTACT
    parts: tuple[Part, ...] = ALL_PARTS
    earlier: int | None = None


class Figures(Frozen):
    """The key figures as they were printed; None is unknown.

    `goal_reach` is 0-100, `agreement_share` 0-1; `attention` counts partnerships.
    """

    partnerships: int
    pipeline: int
    partners: int
    themes: int
    gemeenten: int
    gemeenten_in_scope: int
    hours: float | None
    budget: float | None
    agreement_share: float | None
    goal_reach: float | None
    attention: int


class ThemeFigure(Frozen):
    """The coverage of one theme as it was printed; a denominator of None is unknown."""

    theme: Theme
    numerator: int
    denominator: int | None


class KeptReport(Frozen):
    """A report that was made: what it was of, and its figures, for the next to compare with.

    `batch` is the change of the data that it was made after. `is_example`: of the example
    portfolio, with which it goes.
    """

    form: Literal[1] = 1
    made_on: date
    filters: Filters
    definition: Definition
    figures: Figures
    coverage: tuple[ThemeFigure, ...] = ()
    batch: int | None = Field(default=None, ge=0)
    is_example: bool = False


def year_before(on: date) -> date:
    """The same day a year earlier; of 29 February the 28th."""
    try:
        return on.replace(year=on.year - 1)
    except ValueError:
        return on.replace(year=on.year - 1, day=28)


def figures_of(now: Row, goals: list[Row], attention: int, *, with_efforts: bool = True) -> Figures:
    """The figures of a day: `now` as the query key_figures gives it, `goals` as goals does.

    Hours and budget of earlier days are not kept in the store: then without `with_efforts`.
    """
    efforts = {
        name: round(float(now[name]), 2) if with_efforts and now[f"with_{name}"] else None
        for name in ("hours", "budget")
    }
    counts = ("partnerships", "pipeline", "partners", "themes", "gemeenten", "gemeenten_in_scope")
    return Figures(
        **{name: int(now[name]) for name in counts},
        **efforts,
        agreement_share=now["agreement_share"],
        goal_reach=goal_reach(goals),
        attention=attention,
    )


def goal_reach(goals: list[Row]) -> float | None:
    """How far all goals are reached, 0-100: the mean of `reach_share`, weighed as the goals are.

    None where nothing was judged.
    """
    known = [row for row in goals if row["reach_share"] is not None and row["weight"]]
    weight = sum(row["weight"] for row in known)
    if not weight or not any(row["judged"] for row in goals):
        return None
    return round(100 * float(sum(row["reach_share"] * row["weight"] for row in known) / weight), 1)


def theme_figures(totals: list[Row]) -> tuple[ThemeFigure, ...]:
    """The totals of the query coverage, as they are kept."""
    return tuple(
        ThemeFigure(
            theme=row["theme"], numerator=row["numerator"] or 0, denominator=row["denominator"]
        )
        for row in totals
    )
