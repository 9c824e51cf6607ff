"""Which register a file is, by its columns and by what stands in them.

Schools have BRIN numbers. DUO gives those of secondary education an `onderwijsstructuur`; where
neither that nor a type tells po from vo, the names do: of the real files more than half say what
they are, and hardly one says the other.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from core.names import name_key
from core.values import Cell, line
from data.errors import InputRefused
from data.ingest.columns import Table

RegisterKind = Literal["po", "vo", "kinderopvang", "generic"]
WHAT: dict[str, str] = {
    "po": "basisscholen",
    "vo": "scholen voor voortgezet onderwijs",
    "kinderopvang": "kinderopvang",
}
_BRIN = re.compile(r"\d{2}[a-z]{2}(\d{2})?", re.IGNORECASE)
_CHILDCARE = frozenset(map(name_key, ("lrk_id", "type_oko", "actuele_naam_oko", "naam_oko")))
_STRUCTURE = name_key("onderwijsstructuur")
_TYPES = {
    "vo": re.compile(r"vwo|havo|mavo|vmbo|vbo|\bpro\b|praktijk|brugjaar|voortgezet|^vo$"),
    "po": re.compile(r"^(po|s?bo|s?bao|so)\b|basisonderwijs|basisschool|primair"),
}
_NAMES = {
    "vo": re.compile(
        r"college|lyceum|gymnasium|mavo|havo|vmbo|vwo|praktijk(school|onderwijs)|"
        r"scholengemeenschap|\b(sgm?|rsg|csg)\b"
    ),
    "po": re.compile(
        r"\b(obs|cbs|rkbs|pcbs|bs|sbo|ikc|basisschool|basissch|bassch|kindcentrum|daltonschool|"
        r"montessorischool|jenaplanschool)\b"
    ),
}
_FEWEST_NAMES = 10
_UNTOUCHED = "Er is niets gewijzigd."


@dataclass(frozen=True)
class Recognised:
    """What a file is ('school' when po or vo is not sure), and what shows it, in Dutch.

    Not `certain`: other lists have such rows too; the names of mbo colleges are like those of vo.
    """

    kind: Literal["po", "vo", "kinderopvang", "school"]
    by: str
    certain: bool = True


def recognised(table: Table) -> Recognised | None:
    """Which register this table is; None when nothing tells."""
    headers = {name_key(header) for header in table.headers}
    if headers & _CHILDCARE:
        return Recognised("kinderopvang", "de kolommen van het Landelijk Register Kinderopvang")
    cells = [table.cells(row) for _, row in table.rows()]
    if not _schools(cells):
        return None
    for kind, share in _shares(_TYPES, (line(row.get("type")) for row in cells)).items():
        if share > 0.5:
            return _school(kind, f"de kolom {table.header('type')}")
    if _STRUCTURE in headers:
        return _school("vo", "de kolom onderwijsstructuur")
    for kind, share in _shares(_NAMES, (line(row.get("naam")) for row in cells)).items():
        if share > 0.9 and len(cells) >= _FEWEST_NAMES:
            return _school(kind, "de namen van de scholen", certain=kind == "po")
    return Recognised("school", "de BRIN-nummers")


def _school(kind: str, by: str, *, certain: bool = True) -> Recognised:
    return Recognised("vo" if kind == "vo" else "po", by, certain)


def _schools(cells: list[dict[str, Cell]]) -> bool:
    """Whether most rows have the number of a school, or of its location."""
    numbers = [(line(row.get("id")), line(row.get("vestiging"))) for row in cells]
    filled = [pair for pair in numbers if any(pair)]
    schools = sum(any(_BRIN.fullmatch(one) for one in pair) for pair in filled)
    return schools * 2 > len(filled)


def _shares(words: dict[str, re.Pattern[str]], texts: Iterable[str]) -> dict[str, float]:
    """For each kind its share in the texts that have a word of any kind."""
    found = [kind for text in texts for kind in words if words[kind].search(text.casefold())]
    return {kind: found.count(kind) / len(found) for kind in words if found}


def refuse_another_kind(kind: RegisterKind, table: Table) -> None:
    """Refuse a file that is certainly another register than the one that was asked for."""
    found = recognised(table)
    if kind in ("po", "vo") and found is None and any(True for _ in table.rows()):
        raise InputRefused(
            f"Dit is geen bestand met {WHAT[kind]}",
            "De meeste rijen hebben geen BRIN-nummer (zoals 00AP of 00AP00). Kies het bestand met "
            f"vestigingen van DUO, of laad dit als een andere soort register. {_UNTOUCHED}",
        )
    if found is None or _agrees(kind, found):
        return
    if found.kind == "school":
        raise InputRefused(
            "Dit is een bestand met scholen, niet met kinderopvang",
            f"Dat blijkt uit {found.by}. Laad dit bestand als register po of vo, of kies de open "
            f"data van het Landelijk Register Kinderopvang. {_UNTOUCHED}",
        )
    wanted = f", niet met {WHAT[kind]}" if kind in WHAT else ""
    other = f", of kies het bestand met {WHAT[kind]}" if kind in WHAT else ""
    raise InputRefused(
        f"Dit is een bestand met {WHAT[found.kind]}{wanted}",
        f"Dat blijkt uit {found.by}. Laad dit bestand als register {found.kind} "
        f"({WHAT[found.kind]}){other}. "
        f"{_UNTOUCHED}",
    )


def _agrees(kind: RegisterKind, found: Recognised) -> bool:
    """A list of another kind may hold schools (of mbo, say), but not those of a register."""
    if kind == "generic":
        return found.kind == "school" or not found.certain
    return found.kind == kind or (found.kind == "school" and kind in ("po", "vo"))
