"""Judging the rows of a spreadsheet of partnerships, one by one: drafts, problems, remarks."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from core.names import name_key
from core.partnership import Fault, TypedPartnership, read_typed
from core.partnership_edit import ENDED
from core.values import Cell, line, several
from data.ingest.columns import Table
from data.ingest.findings import Problem, Remarks, shown
from data.ingest.formulas import UNCOMPUTED, Uncomputed
from data.ingest.gemeenten import Gemeenten, Read, Unplaced
from data.ingest.layouts import COLUMN_OF, EXAMPLE_PREFIX, FIELDS
from data.ingest.terms import Terms, lists
from data.store import Row

Progress = Callable[[float], None]
_ONE_OF = {
    "status": ("status", "Deze status"),
    "form": ("form", "Deze vorm"),
    "level": ("level", "Dit niveau"),
    "partner_type": ("partner_type", "Dit partnertype"),
}
_PLAIN = (
    "start_date", "end_date", "ended_reason", "evaluation_date", "owner", "hours", "budget",
    "intended_result", "actual_result", "note",
)  # fmt: skip
NO_LIBRARY = (
    "Van welke bibliotheek is deze rij? Vul de kolom bibliotheek in, of kies onder het bestand de "
    "bibliotheek voor rijen waarin die niet staat."
)
_NO_LOCATION = (
    "Dit nummer staat niet in een geladen register; zodra het register er is, telt het niet mee. "
    "Laad het register, of controleer het nummer."
)
_ELSEWHERE = (
    "Volgens het register staat deze locatie in {}, en die gemeente noemt de rij niet; de locatie "
    "telt daar mee. Controleer het nummer."
)
_NOT_ENDED = "Deze samenwerking is niet beëindigd; de reden is daarom niet overgenomen."
_OWN_PROGRAMME = "Dit programma staat niet in de lijst; het telt als eigen programma."


@dataclass
class Draft:
    """A good row: `values` holds the columns of table partnership that the file has."""

    row: int
    library: str
    library_key: str
    name: str
    key: str
    partner_type: str | None
    partners: list[tuple[str, str]]
    gemeenten: list[str]
    values: dict[str, Any]
    contributions: dict[str, int | None]


@dataclass
class Judged:
    """What became of the rows of a table."""

    drafts: list[Draft] = field(default_factory=list)
    rejected: list[Problem] = field(default_factory=list)
    remarks: Remarks = field(default_factory=Remarks)


def known_locations(read: Read, ids: set[str]) -> list[Row]:
    """Those of the ids (in capitals) that a loaded register has: id, spelling, gemeenten."""
    return read("known_locations", ids=sorted(ids))


def judge(read: Read, table: Table, library: str | None, progress: Progress) -> Judged:
    """Every row of the table as a draft or with its problems; `library` is for rows without."""
    found = Judged()
    locations = {
        value.upper()
        for _, row in table.rows()
        for value in several(table.cells(row).get("locatie"))
    }
    known = {row["spelling"]: row for row in known_locations(read, locations)}
    judging = _Judge(table, lists(read), Gemeenten(read), known, library, found)
    total = max(len(table.body), 1)
    first: dict[tuple[str, str], int] = {}
    for number, row in table.rows():
        if (number - table.header_row) % 500 == 0:
            progress((number - table.header_row) / total)
        draft, problems = judging.row(number, table.cells(row))
        if draft and (seen := first.setdefault((draft.library_key, draft.key), number)) != number:
            reason = f"Deze samenwerking staat ook in rij {seen}; die is gebruikt."
            problems.append(Problem(number, table.header("naam"), shown(draft.name), reason))
        if problems:
            found.rejected.extend(problems)
        elif draft:
            found.drafts.append(draft)
            for column, value, text in judging.noted:
                found.remarks.add(number, table.header(column), value, text)
    progress(1.0)
    return found


class _Judge:
    def __init__(
        self,
        table: Table,
        terms: dict[str, Terms],
        gemeenten: Gemeenten,
        locations: dict[str, Row],
        library: str | None,
        found: Judged,
    ) -> None:
        self.table, self.terms, self.gemeenten = table, terms, gemeenten
        self.locations, self.library, self.found = locations, library, found
        self.goals = [column for column in table.index if column not in FIELDS]
        self.problems: list[Problem] = []
        self.noted: list[tuple[str, str, str]] = []

    def row(self, number: int, cells: dict[str, Cell]) -> tuple[Draft | None, list[Problem]]:
        if line(cells.get("naam")).casefold().startswith(EXAMPLE_PREFIX):
            self.found.remarks.add(
                number,
                self.table.header("naam"),
                line(cells["naam"]),
                "Dit is de voorbeeldrij van het sjabloon; die is overgeslagen.",
            )
            return None, []
        self.number, self.cells, self.problems, self.noted = number, cells, [], []
        fields: dict[str, Any] = {FIELDS[name]: cells[name] for name in cells if name in FIELDS}
        fields["contributions"] = {code: cells[code] for code in self.goals}
        self.noted += [
            (name, "", UNCOMPUTED) for name, cell in cells.items() if isinstance(cell, Uncomputed)
        ]
        typed, faults = read_typed(fields)
        for fault in faults:
            self._fault(fault)
        faulty = {fault.field for fault in faults}
        resolved = self._resolved(faulty)
        if not (line(cells.get("bibliotheek")) or self.library):
            self._refuse("bibliotheek", "", NO_LIBRARY)
        if typed is None or self.problems:
            return None, self.problems
        return self._draft(typed, resolved), []

    def _fault(self, fault: Fault) -> None:
        column = COLUMN_OF.get(fault.field, fault.field)
        self._refuse(column, shown(self.cells.get(column)), fault.reason)

    def _refuse(self, column: str, value: str, reason: str) -> None:
        if isinstance(self.cells.get(column), Uncomputed):
            reason = UNCOMPUTED
        self.problems.append(Problem(self.number, self.table.header(column), shown(value), reason))

    def _resolved(self, faulty: set[str]) -> dict[str, Any]:
        """The fields whose words come from the lists of the store, by their codes."""
        found: dict[str, Any] = {}
        for name, (terms, what) in _ONE_OF.items():
            column = COLUMN_OF[name]
            word = line(self.cells.get(column))
            found[name] = self.terms[terms].find(word) if word else None
            if word and found[name] is None and name not in faulty:
                self._refuse(column, word, self.terms[terms].reason(what, word))
        if "themes" not in faulty:
            found["themes"] = self._themes()
        if "gemeenten" not in faulty:
            found["gemeenten"] = self._gemeenten()
        found["programmes"] = list(map(self._programme, several(self.cells.get("programma"))))
        named = found.get("gemeenten", [])
        locations = several(self.cells.get("locatie"))
        found["locations"] = [self._location(word, named) for word in locations]
        return found

    def _themes(self) -> list[str]:
        terms = self.terms["theme"]
        codes: list[str] = []
        for word in several(self.cells.get("thema")):
            parts = [word] if terms.find(word) else _parts(word)
            if all(terms.find(part) for part in parts):
                codes.extend(terms.find(part) or "" for part in parts)
            else:
                self._refuse("thema", word, terms.reason("Dit thema", word))
        return list(dict.fromkeys(codes))

    def _gemeenten(self) -> list[str]:
        codes = []
        for word in several(self.cells.get("gemeente")):
            whole = self.gemeenten.find(word)
            places = [(word, whole)]
            if isinstance(whole, Unplaced) and "," in word:
                split = [(part, self.gemeenten.find(part)) for part in _parts(word)]
                if not any(isinstance(place, Unplaced) for _, place in split):
                    places = split
            for part, place in places:
                if isinstance(place, Unplaced):
                    self._refuse("gemeente", part, place.reason)
                    continue
                codes.append(place.code)
                if place.merged_from:
                    name = self.gemeenten.names[place.code]
                    text = f"{place.merged_from} is opgegaan in {name}; daar is de rij geplaatst."
                    self.noted.append(("gemeente", part, text))
        return list(dict.fromkeys(codes))

    def _programme(self, word: str) -> str:
        if code := self.terms["programme"].find(word):
            return code
        text = f"{_OWN_PROGRAMME} {self.terms['programme'].meant(word)}".strip()
        self.noted.append(("programma", word, text))
        return word

    def _location(self, word: str, named: list[str]) -> str:
        if known := self.locations.get(word.upper()):
            if named and not set(named) & set(known["gemeenten"]):
                where = ", ".join(self.gemeenten.names[code] for code in known["gemeenten"])
                self.noted.append(("locatie", word, _ELSEWHERE.format(where)))
            return str(known["id"])
        self.noted.append(("locatie", word, _NO_LOCATION))
        return word.upper()

    def _draft(self, typed: TypedPartnership, resolved: dict[str, Any]) -> Draft:
        there = self.table.index
        values: dict[str, Any] = {"name": typed.name, "name_key": name_key(typed.name)}
        for name in ("themes", "programmes", "gemeenten", "locations", "form", "level", "status"):
            if COLUMN_OF[name] in there:
                values[name] = resolved[name]
        values |= {name: getattr(typed, name) for name in _PLAIN if COLUMN_OF[name] in there}
        if values.get("ended_reason") and values["status"] != ENDED:
            self.noted.append(("reden_einde", typed.ended_reason or "", _NOT_ENDED))
            values["ended_reason"] = None
        if "overeenkomst" in there:
            values["agreement"], values["agreement_date"] = typed.agreement
        library = typed.library or self.library or ""
        partners = {name_key(name): name for name in reversed(typed.partners)}
        return Draft(
            self.number,
            library,
            name_key(library),
            typed.name,
            values["name_key"],
            resolved["partner_type"],
            [(name, key) for key, name in reversed(partners.items())],
            resolved["gemeenten"],
            values,
            typed.contributions,
        )


def _parts(word: str) -> list[str]:
    return [part.strip() for part in word.split(",") if part.strip()]
