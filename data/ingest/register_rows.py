"""The rows of a register file as locations: schools, childcare, or any other list of places."""

from collections import Counter
from dataclasses import dataclass, field, replace

from core.values import Cell, Unreadable, line, number
from data.ingest.columns import Layout, Table, layout
from data.ingest.findings import Problem, Remarks, shown
from data.ingest.formulas import UNCOMPUTED, Uncomputed
from data.ingest.gemeenten import Gemeenten, Place, Unplaced
from data.ingest.rows import Progress

_OFFICIAL = (
    "bevoegd gezag nummer", "bevoegd gezagnummer", "straatnaam", "huisnummer-toevoeging",
    "provincie", "denominatie", "telefoonnummer", "internetadres",
    "straatnaam correspondentieadres", "huisnummer-toevoeging correspondentieadres",
    "postcode correspondentieadres", "plaatsnaam correspondentieadres", "nodaal gebied code",
    "nodaal gebied naam", "rpa-gebied code", "rpa-gebied naam", "wgr-gebied code",
    "wgr-gebied naam", "coropgebied code", "coropgebied naam", "onderwijsgebied code",
    "onderwijsgebied naam", "rmc-regio code", "rmc-regio naam", "opvanglocatie_adres",
    "opvanglocatie_huisnummer", "opvanglocatie_straat", "bag_id",
    "naam_houder", "kvk_nummer_houder", "contact_persoon", "contact_telefoon",
    "contact_emailadres", "contact_website", "correspondentie_adres", "correspondentie_postcode",
    "correspondentie_woonplaats", "inschrijfdatum", "uitschrijfdatum", "rechtsvorm_houder",
)  # fmt: skip
_NAMES = {
    "id": "brin, brinnummer, brin nummer, instellingscode, lrk_id, lrk-nummer, nummer, code, "
    "locatie-id, locatiecode, identificatie, wijkcode, buurtcode",
    "vestiging": "vestigingsnummer, vestigingscode, vestigings nummer",
    "naam": "vestigingsnaam, schoolnaam, naam school, naam vestiging, actuele_naam_oko, naam_oko, "
    "instellingsnaam, locatienaam, naam locatie, wijknaam, buurtnaam",
    "gemeente": "gemeentenaam, naam gemeente, verantwoordelijke_gemeente",
    "gemeentecode": "gemeentenummer, gemeente code, cbs_code, cbs-code, gm-code, gemeente_code",
    "plaats": "plaatsnaam, woonplaats, opvanglocatie_woonplaats, vestigingsplaats",
    "postcode": "opvanglocatie_postcode",
    "type": "type_oko, soort, schooltype, type school, onderwijsstructuur",
    "omvang": "leerlingen, aantal leerlingen, leerlingaantal, leerlingen totaal, pupils_total, "
    "pupils, plaatsen, kindplaatsen, aantal_kindplaatsen, aantal plaatsen, inwoners, "
    "aantal inwoners, aantal",
}
_STATUS = {"status": "status_oko, status inschrijving"}
_MOST_SHOWN = 200


@dataclass(frozen=True)
class Location:
    """One place of a register, with the row it comes from."""

    row: int
    id: str
    name: str
    gemeente: str
    place: str | None
    kind: str | None
    size: int | None


@dataclass
class Located:
    """What became of the rows of a register file."""

    locations: dict[str, Location] = field(default_factory=dict)
    rejected: list[Problem] = field(default_factory=list)
    rejected_ids: set[str] = field(default_factory=set)
    skipped: Counter[str] = field(default_factory=Counter)
    remarks: Remarks = field(default_factory=Remarks)


def register_layout(kind: str) -> Layout:
    """The layout of a register file; only childcare has a status to choose by."""
    names = _NAMES | _STATUS if kind == "kinderopvang" else _NAMES
    return layout("een register", names, ("id", "naam", "gemeente"), _OFFICIAL)


def completed(table: Table) -> Table:
    """The table, where a branch number may stand for the id and a code for the gemeente."""
    instead = {"id": "vestiging", "gemeente": "gemeentecode"}
    missing = tuple(column for column in table.missing if instead.get(column) not in table.index)
    # A postcode only helps to find the gemeente: the first will do.
    doubled = {column: there for column, there in table.doubled.items() if column != "postcode"}
    return replace(table, missing=missing, doubled=doubled)


def locate(
    table: Table, gemeenten: Gemeenten, include: frozenset[str] | None, progress: Progress
) -> Located:
    """Every row of the table as a location, a problem, or skipped.

    `include` are the types of childcare to keep, in capitals; None keeps every row.
    """
    found = Located()
    total = max(len(table.body), 1)
    for row_number, row in table.rows():
        if row_number % 1000 == 0:
            progress((row_number - table.header_row) / total)
        cells = table.cells(row)
        if include is not None and (why := _left_out(cells, include)):
            found.skipped[why] += 1
            continue
        location, problems = _location(row_number, cells, table, gemeenten, found.remarks)
        if location is not None:
            problems = _twice(found, location, table)
            for column in (name for name, cell in cells.items() if isinstance(cell, Uncomputed)):
                found.remarks.add(row_number, table.header(column), "", UNCOMPUTED)
        if problems:
            found.rejected.extend(problems)
            found.rejected_ids.add(_id(cells))
    progress(1.0)
    return found


def _left_out(cells: dict[str, Cell], include: frozenset[str]) -> str:
    status, kind = line(cells.get("status")), line(cells.get("type"))
    if status and status.casefold() != "ingeschreven":
        return f"status {status}"
    if kind and kind.upper() not in include:
        return f"type {kind}"
    return ""


def _id(cells: dict[str, Cell]) -> str:
    """The id in capitals; a branch number of two digits is put behind that of the school."""
    main, branch = line(cells.get("id")).upper(), line(cells.get("vestiging")).upper()
    if not branch or branch == main:
        return main
    if len(branch) <= 2:
        return f"{main}{branch.zfill(2)}" if main else ""
    return branch


def _location(
    row: int, cells: dict[str, Cell], table: Table, gemeenten: Gemeenten, remarks: Remarks
) -> tuple[Location | None, list[Problem]]:
    problems = []

    def refuse(column: str, value: str, reason: str) -> None:
        if isinstance(cells.get(column), Uncomputed):
            reason = UNCOMPUTED
        problems.append(Problem(row, table.header(column), shown(value), reason))

    id_, name, place = _id(cells), line(cells.get("naam")), line(cells.get("plaats"))
    if not id_ or len(id_) > _MOST_SHOWN:
        refuse("id" if "id" in table.index else "vestiging", id_, "Vul een uniek nummer in.")
    if not name or len(name) > _MOST_SHOWN:
        refuse("naam", name, "Vul een naam van ten hoogste 200 tekens in.")
    code, typed = line(cells.get("gemeentecode")), line(cells.get("gemeente"))
    where = _gemeente(code, typed, (place, line(cells.get("postcode"))[:4]), gemeenten)
    if isinstance(where, Unplaced):
        refuse("gemeente" if typed or not code else "gemeentecode", typed or code, where.reason)
    try:
        size = number(cells.get("omvang"))
    except Unreadable as error:
        refuse("omvang", line(cells.get("omvang")), str(error))
    if problems or isinstance(where, Unplaced):
        return None, problems
    if where.merged_from:
        text = f"{where.merged_from} is opgegaan in {gemeenten.names[where.code]}; daar geplaatst."
        column = "gemeente" if typed else "gemeentecode"
        remarks.add(row, table.header(column), typed or code, text)
    kind = line(cells.get("type")) or None
    return Location(
        row, id_, name, where.code, place or None, kind, None if size is None else round(size)
    ), []


def _gemeente(
    code: str, typed: str, parts: tuple[str, str], gemeenten: Gemeenten
) -> Place | Unplaced:
    """By code when that is known, else by name."""
    if not code and not typed:
        return Unplaced("Vul de gemeente in.")
    by_code = gemeenten.find(code, *parts) if code else None
    if by_code is None or (isinstance(by_code, Unplaced) and typed):
        by_name = gemeenten.find(typed, *parts)
        return by_code if by_code and isinstance(by_name, Unplaced) and not typed else by_name
    return by_code


def _twice(found: Located, location: Location, table: Table) -> list[Problem]:
    first = found.locations.setdefault(location.id, location)
    if first is location:
        return []
    if replace(location, row=first.row) == first:
        found.skipped["staat er dubbel in, gelijk aan een eerdere rij"] += 1
        return []
    column = "id" if "id" in table.index else "vestiging"
    reason = f"Dit nummer staat ook in rij {first.row}, met andere gegevens; die is gebruikt."
    return [Problem(location.row, table.header(column), location.id, reason)]
