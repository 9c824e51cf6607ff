"""Reading a register, the target population of a theme, and what loading it would do."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from data.errors import InputRefused
from data.ingest.columns import Table, checked, find_table, with_rows
from data.ingest.findings import Problem, Remark
from data.ingest.gemeenten import Gemeenten, Read
from data.ingest.register_kinds import RegisterKind, refuse_another_kind
from data.ingest.register_rows import Located, Location, completed, locate, register_layout
from data.ingest.rows import Progress
from data.ingest.sheets import read_sheets
from data.ingest.terms import lists
from data.store import Row, Store

CHILDCARE = ("KDV",)
# What a register may leave out: the column of the file, and that of the store.
_OPTIONAL = {"plaats": "place", "type": "kind", "omvang": "size"}


@dataclass(frozen=True)
class RegisterPreview:
    """What a register file holds and what loading it would do; nothing has been written.

    After the load the register holds exactly the usable rows of the file. `present` counts the
    locations now in it, `removed` are those that leave; `removed_rejected` names those of them
    whose row is in the file and was rejected. `kept` counts, per column that the file does not
    have, the locations that keep what an earlier load said. `skipped` counts rows that were left
    out on purpose, by reason. `last_load` is what was loaded before, and `located` what the rows
    of the file are.
    """

    register: str
    file_name: str
    table: Table = field(repr=False)
    new: tuple[Location, ...] = field(repr=False)
    changed: tuple[Location, ...] = field(repr=False)
    unchanged: int
    present: int
    removed: tuple[str, ...] = field(repr=False)
    removed_rejected: tuple[str, ...]
    kept: dict[str, int]
    rejected: tuple[Problem, ...]
    remarks: tuple[Remark, ...]
    skipped: dict[str, int]
    last_load: Row | None
    located: Located = field(repr=False)

    @property
    def accepted(self) -> int:
        return len(self.new) + len(self.changed)

    @property
    def locations(self) -> int:
        """How many locations the file holds."""
        return self.accepted + self.unchanged

    @property
    def removes_most(self) -> bool:
        """Whether more than half of the register would go: a person must have meant that."""
        return len(self.removed) * 2 > self.present

    @property
    def unknown_columns(self) -> tuple[str, ...]:
        return self.table.unknown

    @property
    def same_locations(self) -> bool:
        """Whether the register already has these locations, just so."""
        return not (self.accepted or self.removed)

    def is_loaded(self, measured: date) -> bool:
        """Whether this very file was loaded last, with this date: then nothing is to be done."""
        last = self.last_load and (self.last_load["file_name"], self.last_load["measure_date"])
        return self.same_locations and last == (self.file_name, measured)


def last_register_load(read: Read, register: str) -> Row | None:
    """The last load of a register, if there was one."""
    found = read("last_register_load", register=register)
    return found[0] if found else None


def register_locations(read: Read, register: str) -> dict[str, Row]:
    """The locations of a register in the store, by id, also those no longer in it."""
    return {row["id"]: row for row in read("register_locations", register=register)}


def themes_with_register(read: Read) -> dict[str, str]:
    """The themes that have their own register: code to register."""
    return {row["code"]: row["register"] for row in read("themes_with_register")}


def read_register(
    store: Store,
    kind: RegisterKind,
    content: bytes,
    file_name: str,
    *,
    theme: str | None = None,
    include: Iterable[str] | None = None,
    progress: Progress | None = None,
) -> RegisterPreview:
    """Read a register file and compare it with the store.

    `theme` says whose population a generic register lists (default COM); `include` which types
    of childcare count (default KDV). Raises InputRefused for a file or theme that cannot be used.
    """
    register = _register(store, kind, theme)
    found = find_table(read_sheets(content, file_name), register_layout(kind))
    table = with_rows(checked(completed(found)))
    refuse_another_kind(kind, table)
    kept = frozenset(one.strip().upper() for one in include or CHILDCARE)
    located = locate(
        table,
        Gemeenten(store.rows),
        kept if kind == "kinderopvang" else None,
        progress or (lambda _: None),
    )
    for text in table.remarks:
        located.remarks.add(table.header_row, "", "", text)
    return _compared(store.rows, register, file_name, table, located)


def _register(store: Store, kind: RegisterKind, theme: str | None) -> str:
    if kind != "generic":
        if theme:
            raise InputRefused(f"Het register {kind} hoort al bij een thema", "Laat het thema weg.")
        return kind
    themes = lists(store.rows)["theme"]
    code = themes.find(theme or "COM")
    if code is None:
        raise InputRefused(
            f"Het thema '{theme}' is niet bekend", themes.reason("Dit thema", theme or "")
        )
    if own := themes_with_register(store.rows).get(code):
        raise InputRefused(
            f"Het thema {themes.labels[code]} heeft een eigen register",
            f"Laad dit bestand als register {own}, of kies een ander thema.",
        )
    return code


def compared_again(read: Read, preview: RegisterPreview) -> RegisterPreview:
    """The same file compared with the store as it is now."""
    return _compared(read, preview.register, preview.file_name, preview.table, preview.located)


def _compared(
    read: Read, register: str, file_name: str, table: Table, located: Located
) -> RegisterPreview:
    stored = register_locations(read, register)
    new, changed = [], []
    for location in located.locations.values():
        if (known := stored.get(location.id)) is None:
            new.append(location)
        elif _differs(location, known, table):
            changed.append(location)
    removed = sorted(
        id_ for id_, row in stored.items() if row["in_register"] and id_ not in located.locations
    )
    return RegisterPreview(
        register,
        file_name,
        table,
        tuple(new),
        tuple(changed),
        len(located.locations) - len(new) - len(changed),
        sum(row["in_register"] for row in stored.values()),
        tuple(removed),
        tuple(f"{stored[id_]['name']} ({id_})" for id_ in removed if id_ in located.rejected_ids),
        _kept(located, stored, table),
        tuple(located.rejected),
        located.remarks.all(),
        dict(located.skipped),
        last_register_load(read, register),
        located,
    )


def _differs(location: Location, known: Row, table: Table) -> bool:
    if not known["in_register"]:
        return True
    if (location.name, location.gemeente) != (known["name"], known["gemeente"]):
        return True
    # What the file has no column for, stays as the store has it.
    return any(
        getattr(location, name) != known[name]
        for column, name in _OPTIONAL.items()
        if column in table.index
    )


def _kept(located: Located, stored: dict[str, Row], table: Table) -> dict[str, int]:
    there = [stored[id_] for id_ in located.locations if id_ in stored]
    absent = {
        column: sum(row[name] is not None for row in there)
        for column, name in _OPTIONAL.items()
        if column not in table.index
    }
    return {column: times for column, times in absent.items() if times}
