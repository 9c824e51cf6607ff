"""Strategies for working together: documents, and what the store knows to build them on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.coverage import Definition, most_missing_first
from core.filters import Filters
from core.findings import size_of_spot
from core.strategy import Strategy, goal_said, partner_said
from core.wording import counted
from data import documents
from data.alignment import goals
from data.choices import gemeenten, themes
from data.considerations import considerations
from data.coverage import coverage
from data.errors import ChangedMeanwhile
from data.forces import forces
from data.partner_register import partners_stored
from data.store import Reader, Row, Store

KIND = documents.Kind("strategy", "strategie", Strategy)
OFFERED, SUGGESTED = 40, 3


@dataclass(frozen=True)
class Candidate:
    """Something that can be chosen: its code or id, its name and what is known of it."""

    key: Any
    name: str
    said: str
    suggested: bool = False


def strategies(store: Reader, libraries: Sequence[int] = ()) -> list[Row]:
    """The strategies of these libraries and of none in particular (no libraries: all), by name."""
    return [
        row
        for row in documents.documents(store, KIND)
        if not libraries or row["content"].library in (None, *libraries)
    ]


def make_strategy(store: Store, name: str, content: Strategy, who: str) -> tuple[int, int | None]:
    """A new strategy from a click: see data.documents.make_once."""
    return documents.make_once(store, KIND, name, content, who)


def remove_strategy(store: Store, id: int, version: int, who: str) -> int:
    """Take a strategy away: see data.documents.remove."""
    return documents.remove(store, KIND, id, version, who)


def change_part(
    store: Store, id: int, version: int, seen: Mapping[str, Any], typed: Mapping[str, Any], who: str
) -> int:
    """Write some fields anew, on top of what others made of the rest; return the batch.

    `seen` are these fields as they were when the form was opened, at `version`. Raises
    ChangedMeanwhile when somebody else changed one of them since, ValidationError for what cannot
    be, and InputRefused as data.documents does.
    """
    with store.change(who, "strategie gewijzigd") as change:
        found = documents.documents(change, KIND, id)
        if not found:
            raise ChangedMeanwhile
        [row] = found
        now: Strategy = row["content"]
        if row["version"] != version and any(
            getattr(now, field) != before for field, before in seen.items()
        ):
            raise ChangedMeanwhile
        made = Strategy.model_validate({**now.model_dump(), **typed})
        documents.alter(change, KIND, id, row["version"], row["name"], made)
        return change.batch


def of_strategy(strategy: Strategy, filters: Filters) -> Filters:
    """The filters for what a strategy is built on: all of its library, on the measure date."""
    libraries = (strategy.library,) if strategy.library else filters.libraries
    return Filters(measure_date=filters.measure_date, libraries=libraries)


def goals_known(store: Reader, filters: Filters) -> list[Candidate]:
    """The goals, the least reached first."""
    rows = [row for row in goals(store, filters).to_pylist() if row["weight"]]
    rows.sort(key=lambda row: 1.0 if row["reach_share"] is None else row["reach_share"])
    return [
        Candidate(row["goal"], row["label"], goal_said(row), at < SUGGESTED)
        for at, row in enumerate(rows)
    ]


def spots_known(store: Reader, filters: Filters) -> list[Candidate]:
    """Cells without any location covered: schools and childcare first, the largest before others.

    That a gemeente has no shared building, say, is seldom the first thing to do.
    """
    empty = [
        row
        for row in coverage(store, filters, Definition.CONTACT).to_pylist()
        if row["gemeente"] and row["denominator"] and not row["numerator"]
    ]
    empty.sort(key=lambda row: (row["population"] == "gemeenten", most_missing_first(row)))
    return [
        Candidate(
            f"{row['theme']}.{row['gemeente']}",
            f"{row['theme_label']} in {row['gemeente_name']}",
            size_of_spot(row),
            at < SUGGESTED,
        )
        for at, row in enumerate(empty[:OFFERED])
    ]


def partners_known(store: Reader, filters: Filters) -> list[Candidate]:
    """The partners, those with much influence first, then those that take most hours."""
    rows = sorted(forces(store, filters), key=lambda row: -(row["influence"] or 0))
    return [
        Candidate(
            row["id"],
            row["name"],
            partner_said(row),
            at < SUGGESTED and (row["influence"] or 0) >= 3,
        )
        for at, row in enumerate(rows[:OFFERED])
    ]


def considerations_known(store: Reader, filters: Filters) -> list[Candidate]:
    """The considerations without a decision, changed last first."""
    rows = considerations(store, filters.libraries or None)
    return [
        Candidate(
            row["id"],
            row["name"],
            f"{counted(len(row['content'].options), 'optie', 'opties')}, nog niet besloten",
            at < SUGGESTED,
        )
        for at, row in enumerate([one for one in rows if one["decided"] is None][:OFFERED])
    ]


def names_chosen(store: Reader, strategy: Strategy, filters: Filters) -> dict[str, dict[Any, str]]:
    """What is chosen by name, by field and key; what is not in the store any more is left out."""
    labels = {row["goal"]: row["label"] for row in goals(store, filters).to_pylist()}
    places = {row["code"]: row["name"] for row in gemeenten(store)}
    about = {row["code"]: row["label"] for row in themes(store)}
    partners = {row["id"]: row["name"] for row in partners_stored(store, list(strategy.partners))}
    asked = {row["id"]: row["name"] for row in considerations(store)}
    spots = [(one, *one.split(".")) for one in strategy.spots]
    return {
        "goals": {one: labels[one] for one in strategy.goals if one in labels},
        "spots": {
            one: f"{about[theme]} in {places[place]}"
            for one, theme, place in spots
            if theme in about and place in places
        },
        "partners": {one: partners[one] for one in strategy.partners if one in partners},
        "considerations": {one: asked[one] for one in strategy.considerations if one in asked},
    }


KNOWN = {
    "goals": goals_known,
    "spots": spots_known,
    "partners": partners_known,
    "considerations": considerations_known,
}
