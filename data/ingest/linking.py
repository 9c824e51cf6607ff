"""Partners without a location, and the location of a register that each probably is.

A suggestion is only that: a person accepts it. What was accepted is in the change log as entity
`location_link` and can be undone with `data.undo`.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa
from rapidfuzz import fuzz, process

from core.names import name_key
from data.ingest.gemeenten import Read
from data.store import Change, Row, Store

_COMMON = re.compile(
    r"\b(obs|cbs|rkbs|rkb|pcbs|ibs|bs|gbs|abs|pcb|sbo|basisschool|openbare|christelijke|katholieke|"
    r"protestants|bijzondere|islamitische|rooms|school|scholen|scholengemeenschap|college|kdv|bso|"
    r"kinderdagverblijf|kinderopvang|kindercentrum|kinderdagopvang|stichting|ikc|kindcentrum|"
    r"locatie|vestiging|de|het|'t)\b"
)
_SPACES = re.compile(r"[^a-z0-9]+")
Pair = tuple[int, str, str, float | None]


@dataclass(frozen=True)
class Suggestion:
    """A partner and the most like location of its register; likeness 0 to 100."""

    partner: int
    partner_name: str
    gemeente: str
    register: str
    location: str
    location_name: str
    place: str | None
    likeness: float


def unlinked_partners(read: Read, measure_date: date) -> list[Row]:
    """Partners of a type with a register, named where no location is, with their gemeenten.

    Only those of partnerships that count on the measure date or after it.
    """
    return read("unlinked_partners", measure_date=measure_date)


def free_locations(read: Read) -> list[Row]:
    """The locations in a register: register, id, name, gemeente, place."""
    return read("free_locations")


def suggestions(store: Store, measure_date: date) -> list[Suggestion]:
    """For each partner without a link the best location in its gemeente, the likeliest first."""
    by_place: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in free_locations(store.rows):
        row["key"] = plain(row["name"])
        by_place[row["register"], row["gemeente"]].append(row)
    found = []
    for partner in unlinked_partners(store.rows, measure_date):
        there = [
            row
            for gemeente in partner["gemeenten"]
            for row in by_place.get((partner["register"], gemeente), [])
        ]
        best = process.extractOne(
            plain(partner["name"]),
            [row["key"] for row in there],
            scorer=fuzz.token_sort_ratio,
        )
        if best is not None:
            row = there[best[2]]
            found.append(
                Suggestion(
                    partner["id"],
                    partner["name"],
                    row["gemeente"],
                    row["register"],
                    row["id"],
                    row["name"],
                    row["place"],
                    round(best[1], 1),
                )
            )
    return sorted(found, key=lambda one: (-one.likeness, one.partner_name))


def linkable_partners(store: Store, measure_date: date) -> list[Row]:
    """The partners without a link whose register is loaded, suggested or not, by name."""
    loaded = {row["register"] for row in free_locations(store.rows)}
    partners = unlinked_partners(store.rows, measure_date)
    return [row for row in partners if row["register"] in loaded]


def locations_for(
    store: Store, partner: Row, wanted: str = "", *, everywhere: bool = False, at_most: int = 50
) -> list[Row]:
    """Where a partner (of `linkable_partners`) can be linked to, the likest name first.

    In its gemeenten, or `everywhere`; `wanted` are words from the name, the place or the number.
    Each row also has its likeness.
    """
    words = [name_key(word) for word in wanted.split()]
    key = plain(partner["name"])
    found = [
        {**row, "likeness": round(fuzz.token_sort_ratio(key, plain(row["name"])), 1)}
        for row in free_locations(store.rows)
        if row["register"] == partner["register"]
        and (everywhere or row["gemeente"] in partner["gemeenten"])
        and _has(row, words)
    ]
    return sorted(found, key=lambda row: (-row["likeness"], row["name"], row["id"]))[:at_most]


def _has(row: Row, words: list[str]) -> bool:
    there = name_key(f"{row['name']} {row['place'] or ''} {row['id']}") if words else ""
    return all(word in there for word in words)


def plain(name: str) -> str:
    """A name without the words that every school or childcare has; itself if nothing is left."""
    small = name.casefold()
    short = _SPACES.sub(" ", _COMMON.sub(" ", small)).strip()
    return short or _SPACES.sub(" ", small).strip()


def accept_links(store: Store, pairs: Sequence[Pair], who: str) -> int | None:
    """Link partners to locations: (partner, register, location, likeness); return the batch."""
    if not pairs:
        return None
    with store.change(who, "koppelen aan register") as change:
        _offer(change, pairs)
        change.run("insert_links")
        change.run("log_links_made")
        return change.batch


def remove_links(store: Store, pairs: Sequence[Pair], who: str) -> int | None:
    """Take links away; return the batch."""
    if not pairs:
        return None
    with store.change(who, "ontkoppelen van register") as change:
        _offer(change, pairs)
        change.run("log_links_removed")
        change.run("delete_links")
        return change.batch


def _offer(change: Change, pairs: Sequence[Pair]) -> None:
    partners, registers, locations, likeness = zip(*pairs, strict=True)
    change.offer(
        "offered_links",
        pa.table(
            {
                "partner": pa.array(partners, pa.int32()),
                "register": pa.array(registers, pa.string()),
                "location": pa.array(locations, pa.string()),
                "likeness": pa.array(likeness, pa.float64()),
            }
        ),
    )
