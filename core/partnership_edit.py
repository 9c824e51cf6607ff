"""Editing one partnership: what can be edited, what differs between two versions, and merging them.

A version is a dictionary of columns of table partnership. Where two people changed the same
partnership, what only one of them changed is taken over; of what both changed somebody chooses.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

Values = dict[str, Any]
Side = Literal["mine", "theirs"]

# What a form states, in its order, as it is called there.
LABELS = {
    "name": "Naam",
    "library": "Bibliotheek",
    "partners": "Partners",
    "themes": "Thema’s",
    "programmes": "Programma’s",
    "gemeenten": "Gemeenten",
    "locations": "Locaties",
    "status": "Status",
    "ended_reason": "Waarom beëindigd",
    "start_date": "Start",
    "end_date": "Einde",
    "evaluation_date": "Evaluatie",
    "form": "Vorm",
    "level": "Niveau",
    "agreement": "Overeenkomst",
    "agreement_date": "Datum overeenkomst",
    "owner": "Eigenaar",
    "hours": "Uren per jaar",
    "budget": "Budget per jaar",
    "intended_result": "Beoogd resultaat",
    "actual_result": "Behaald resultaat",
    "note": "Notitie",
    "contributions": "Bijdrage aan de doelen",
}
ENDED = "beeindigd"


@dataclass(frozen=True)
class NewPartner:
    """A partner that a form names and nobody knows yet."""

    name: str
    type: str | None = None
    gemeente: str | None = None


@dataclass(frozen=True)
class Difference:
    """A field that somebody changed since it was opened: what it was, is by now, and was typed."""

    field: str
    base: Any
    theirs: Any
    mine: Any

    @property
    def by_both(self) -> bool:
        """Whether somebody has to choose."""
        return self.base not in (self.theirs, self.mine) and self.theirs != self.mine


def differences(base: Values, theirs: Values, mine: Values) -> list[Difference]:
    """The fields in which `theirs` or `mine` is another than `base`, in the order of the form."""
    found = (
        Difference(field, base.get(field), theirs.get(field), mine.get(field)) for field in LABELS
    )
    return [one for one in found if one.base != one.theirs or one.base != one.mine]


def merged(base: Values, theirs: Values, mine: Values, chosen: Mapping[str, Side]) -> Values:
    """Their version with what only `mine` changed; what both changed as chosen, else theirs."""
    found = {field: theirs.get(field) for field in LABELS}
    for one in differences(base, theirs, mine):
        if (one.by_both and chosen.get(one.field) == "mine") or one.base == one.theirs:
            found[one.field] = one.mine
    return found


def ended(values: Values, since: date, planned: date | None = None) -> Values:
    """The same with an end where the status says that it ended, and no reason where it did not.

    An end that was `planned` for a later day gives way to the day since which it ended.
    """
    if values["status"] != ENDED:
        return values | {"ended_reason": None}
    end = values["end_date"]
    if end is None or (end == planned and end > since):
        end = since
    return values | {"end_date": end}
