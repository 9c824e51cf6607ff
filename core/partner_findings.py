"""What the register and the record of a partner say, in Dutch sentences (Markdown)."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.wording import amount, counted, enumerated, number, plain

Row = dict[str, Any]


@dataclass(frozen=True)
class Contact:
    """Who at a library works with a partner: `owners` with how many partnerships each has."""

    library: str
    partnerships: int
    owners: tuple[tuple[str, int], ...]
    unknown: int
    since: date | None


def register_finding(summary: Row) -> str:
    """How many partners work along now, and how many libraries share them."""
    active, shared, untyped = (summary[one] for one in ("active", "shared", "untyped"))
    if not active:
        return (
            "Binnen deze keuze heeft nog geen partner een lopende samenwerking."
            if summary["partners"]
            else "Binnen deze keuze zijn er geen partners."
        )
    said = (
        f"**{counted(active, 'partner', 'partners')}** "
        f"{'heeft' if active == 1 else 'hebben'} nu een lopende samenwerking"
    )
    said += (
        f"; **{number(shared)}** daarvan {'werkt' if shared == 1 else 'werken'} met meer dan één "
        "bibliotheek."
        if shared
        else "."
    )
    if untyped:
        said += f" Van {counted(untyped, 'partner', 'partners')} is het type niet bekend."
    return said


def record_finding(name: str, partnerships: Sequence[Row]) -> str:
    """What one partner is to us: its partnerships, with whom, since when and what they ask."""
    active = [row for row in partnerships if row["counts_as"] == "active"]
    who = f"**{plain(name)}**"
    if not partnerships:
        return f"{who} heeft geen enkele samenwerking: voeg deze partner samen met een andere."
    if not active:
        return f"{who} heeft nu geen lopende samenwerking."
    libraries = sorted({row["library"] for row in active})
    said = (
        f"{who} heeft **{counted(len(active), 'lopende samenwerking', 'lopende samenwerkingen')}** "
        f"met {plain(enumerated(libraries, 3))}"
    )
    known = [row["since"] for row in active if row["since"]]
    if known:
        said += f", de oudste sinds {min(known).year}"
    hours = [row["hours"] for row in active if row["hours"] is not None]
    if hours:
        said += f"; samen vragen zij {amount(sum(hours))} uur per jaar"
    return f"{said}."


def contacts(partnerships: Sequence[Row]) -> list[Contact]:
    """Per library who the contact is: the owners of what runs or is in preparation.

    Where nothing does, of what there was. By the name of the library.
    """
    by_library: dict[str, list[Row]] = defaultdict(list)
    for row in partnerships:
        by_library[row["library"]].append(row)
    found = []
    for library in sorted(by_library):
        those = by_library[library]
        now = [row for row in those if row["counts_as"] != "none"] or those
        owners = Counter(row["owner"] for row in now if row["owner"])
        known = [row["since"] for row in those if row["since"]]
        found.append(
            Contact(
                library,
                len(now),
                tuple(sorted(owners.items(), key=lambda one: (-one[1], one[0]))),
                sum(row["owner"] is None for row in now),
                min(known, default=None),
            )
        )
    return found


def contact_line(contact: Contact) -> str:
    """As in: **Bibliotheek Aa**: Anna (2) en Bert; sinds 2019."""
    owners = [name if times == 1 else f"{name} ({times})" for name, times in contact.owners]
    said = plain(enumerated(owners, 4)) if owners else "geen eigenaar ingevuld"
    if owners and contact.unknown:
        many = counted(contact.unknown, "samenwerking", "samenwerkingen")
        said += f"; bij {many} niet ingevuld"
    since = f"; sinds {contact.since.year}" if contact.since else ""
    return f"**{plain(contact.library)}**: {said}{since}."
