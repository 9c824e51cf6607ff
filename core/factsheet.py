"""The factsheet of a library in one gemeente: what its page and its A4 are made of.

In go the rows of the store; out comes a frozen `Factsheet`. Only partnerships that run on the
measure date count as contribution; those that are prepared are counted apart.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.factsheet_words import FactsheetWords
from core.gemeente_figures import GemeenteFigures, KnownFigure, latest
from core.library_style import USUAL, Colour
from core.policy_fields import Contributor, Served, contributions

Row = Mapping[str, Any]
# The form of what is agreed with a gemeente about its subsidy.
_SUBSIDY = "subsidierelatie/prestatieafspraken"


@dataclass(frozen=True)
class LocalPartner:
    """A partner with which the library works in a gemeente, in how many partnerships."""

    id: int
    name: str
    type: str | None
    partnerships: int


@dataclass(frozen=True)
class SignedAgreement:
    """A partnership under a signed agreement that is in force, and until when (None: open)."""

    partnership: int
    name: str
    form: str | None
    end: date | None


@dataclass(frozen=True)
class Result:
    """What a partnership brought, and over which year as far as that was written down."""

    partnership: int
    name: str
    text: str
    year: int | None


@dataclass(frozen=True)
class Factsheet:
    """All that is said of a library in a gemeente on a day; `coverage` as the query has it."""

    library: int
    library_name: str
    gemeente: str
    gemeente_name: str
    inhabitants: int | None
    others: tuple[str, ...]
    colour: Colour
    figures: tuple[KnownFigure, ...]
    coverage: tuple[Row, ...]
    served: tuple[Served, ...]
    active: tuple[Row, ...]
    pipeline: int
    partners: tuple[LocalPartner, ...]
    agreements: tuple[SignedAgreement, ...]
    results: tuple[Result, ...]
    words: FactsheetWords | None

    @property
    def story(self) -> str:
        """The story, empty where nobody wrote one."""
        return self.words.story if self.words else ""

    @property
    def ask(self) -> str:
        """What is asked of the gemeente, empty where nobody wrote it."""
        return self.words.ask if self.words else ""

    @property
    def fields_served(self) -> int:
        """How many policy fields at least one partnership serves."""
        return sum(bool(one.partnerships) for one in self.served)


@dataclass(frozen=True)
class Written:
    """What people wrote down about a library and a gemeente, and the colour of the library."""

    figures: Sequence[GemeenteFigures] = ()
    words: FactsheetWords | None = None
    colour: Colour = USUAL


def factsheet(
    library: Row,
    gemeente: Row,
    on: date,
    partnerships: Iterable[Row],
    coverage: Iterable[Row],
    written: Written,
    others: Sequence[str] = (),
) -> Factsheet:
    """The factsheet from the rows of this gemeente.

    `library` and `gemeente` as data.choices has them, `partnerships` as the query
    factsheet_partnerships, `coverage` as the query coverage; `others` are the names of other
    libraries that serve this gemeente.
    """
    found = list(partnerships)
    active = tuple(one for one in found if one["counts_as"] == "active")
    return Factsheet(
        library=library["id"],
        library_name=library["name"],
        gemeente=gemeente["code"],
        gemeente_name=gemeente["name"],
        inhabitants=gemeente["inhabitants"],
        others=tuple(others),
        colour=written.colour,
        figures=latest(list(written.figures), on.year),
        coverage=tuple(coverage),
        served=contributions(_contributor(one) for one in active),
        active=active,
        pipeline=len(found) - len(active),
        partners=_partners(active, gemeente["code"]),
        agreements=_agreements(active),
        results=tuple(
            Result(one["id"], one["name"], one["result"], one["result_year"])
            for one in active
            if one["result"]
        ),
        words=written.words,
    )


def _contributor(row: Row) -> Contributor:
    return Contributor(
        row["id"], row["name"], frozenset(row["themes"]), tuple(row["programmes"] or ())
    )


def is_partner_here(partner: Row, gemeente: str) -> bool:
    """Whether a partner of a partnership that serves this gemeente is a partner in it.

    A school, childcare or a gemeente is at home in one gemeente: where it is known to be another
    one, it is a partner there. Any other organisation can work in more gemeenten.
    """
    elsewhere = partner["gemeente"] is not None and partner["gemeente"] != gemeente
    return not (elsewhere and partner["is_local"])


def _partners(active: Iterable[Row], gemeente: str) -> tuple[LocalPartner, ...]:
    found: dict[int, Row] = {}
    times: dict[int, int] = {}
    for row in active:
        for one in row["partners"]:
            if is_partner_here(one, gemeente):
                found[one["id"]] = one
                times[one["id"]] = times.get(one["id"], 0) + 1
    made = [LocalPartner(id_, p["name"], p["type"], times[id_]) for id_, p in found.items()]
    return tuple(sorted(made, key=lambda one: (-one.partnerships, one.name.casefold(), one.id)))


def _agreements(active: Iterable[Row]) -> tuple[SignedAgreement, ...]:
    """Those with the gemeente first, its subsidy before others: that is who reads it."""
    in_force = sorted((row for row in active if row["in_force"]), key=_rank)
    return tuple(
        SignedAgreement(row["id"], row["name"], row["form"], row["end_date"]) for row in in_force
    )


def _rank(row: Row) -> tuple[bool, bool, str]:
    with_gemeente = any(partner["type"] == "gemeente" for partner in row["partners"])
    is_subsidy = with_gemeente and row["form"] == _SUBSIDY
    return (not is_subsidy, not with_gemeente, row["name"].casefold())
