"""Loading a register, the target population of a theme: first a preview, then the load."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa

from core.wording import enumerated, number
from data.errors import InputRefused
from data.ingest.columns import Table, checked, find_table, with_rows
from data.ingest.findings import Problem, Remark
from data.ingest.gemeenten import Gemeenten, Read
from data.ingest.register_kinds import RegisterKind, refuse_another_kind
from data.ingest.register_rows import Located, Location, completed, locate, register_layout
from data.ingest.rows import Progress
from data.ingest.sheets import read_sheets
from data.ingest.terms import lists
from data.store import Change, Row, Store

CHILDCARE = ("KDV",)
_LOCATION = pa.schema(
    [(name, pa.string()) for name in ("register", "id", "name", "gemeente", "place", "kind")]
    + [("size", pa.int32())]
)


@dataclass(frozen=True)
class RegisterPreview:
    """What a register file holds and what loading it would do; nothing has been written.

    `present` counts the locations now in the register, `removed` are those that the file no
    longer has; `skipped` counts rows that were left out on purpose, by reason.
    """

    register: str
    file_name: str
    table: Table = field(repr=False)
    new: tuple[Location, ...] = field(repr=False)
    changed: tuple[Location, ...] = field(repr=False)
    unchanged: int
    present: int
    removed: tuple[str, ...] = field(repr=False)
    rejected: tuple[Problem, ...]
    remarks: tuple[Remark, ...]
    skipped: dict[str, int]

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


@dataclass(frozen=True)
class RegisterLoaded:
    """What a load did; without any difference there is no batch."""

    batch: int | None
    register: str
    measure_date: date
    new: int
    changed: int
    unchanged: int
    removed: int


def register_locations(read: Read, register: str) -> dict[str, Row]:
    """The locations of a register in the store, by id, also those no longer in it."""
    return {row["id"]: row for row in read("register_locations", register=register)}


def themes_with_register(read: Read) -> dict[str, str]:
    """The themes that have their own register: code to register."""
    return {row["code"]: row["register"] for row in read("themes_with_register")}


def last_register_load(read: Read, register: str) -> Row | None:
    """The last load of a register, if there was one."""
    found = read("last_register_load", register=register)
    return found[0] if found else None


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
    return _compared(store, register, file_name, table, located)


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


def _compared(
    store: Store, register: str, file_name: str, table: Table, located: Located
) -> RegisterPreview:
    stored = register_locations(store.rows, register)
    new, changed = [], []
    for location in located.locations.values():
        if (known := stored.get(location.id)) is None:
            new.append(location)
        elif _differs(location, known, table):
            changed.append(location)
    there = located.locations.keys() | located.rejected_ids
    removed = [id_ for id_, row in stored.items() if row["in_register"] and id_ not in there]
    return RegisterPreview(
        register,
        file_name,
        table,
        tuple(new),
        tuple(changed),
        len(located.locations) - len(new) - len(changed),
        sum(row["in_register"] for row in stored.values()),
        tuple(removed),
        tuple(located.rejected),
        located.remarks.all(),
        dict(located.skipped),
    )


def _differs(location: Location, known: Row, table: Table) -> bool:
    if not known["in_register"]:
        return True
    if (location.name, location.gemeente) != (known["name"], known["gemeente"]):
        return True
    # What the file has no column for, stays as the store has it.
    optional = {"plaats": "place", "type": "kind", "omvang": "size"}
    return any(
        getattr(location, name) != known[name]
        for column, name in optional.items()
        if column in table.index
    )


def refuse_unusable(preview: RegisterPreview, *, replace: bool) -> None:
    """Refuse a file without one usable row, and one that empties the register unasked."""
    if not preview.locations:
        raise InputRefused(
            "Uit dit bestand kan geen enkele locatie worden overgenomen", _why_nothing(preview)
        )
    if preview.removes_most and not replace:
        raise InputRefused(
            f"Met dit bestand vervallen {number(len(preview.removed))} van de "
            f"{number(preview.present)} locaties in het register {preview.register}",
            "Dat is meer dan de helft. Controleer of dit het juiste bestand is en bevestig dat "
            "deze locaties mogen vervallen. Er is niets gewijzigd.",
        )


def _why_nothing(preview: RegisterPreview) -> str:
    left_out = [f"{number(times)} overgeslagen ({why})" for why, times in preview.skipped.items()]
    if preview.rejected:
        rows, first = len({one.row for one in preview.rejected}), preview.rejected[0]
        left_out.append(
            f"{number(rows)} afgekeurd (rij {first.row}, kolom {first.column}: {first.reason})"
        )
    found = f"Van de rijen zijn er {enumerated(left_out)}. " if left_out else ""
    return f"{found}Controleer of dit het juiste bestand is. Er is niets gewijzigd."


def load_register(
    store: Store,
    preview: RegisterPreview,
    who: str,
    measure_date: date | None = None,
    *,
    replace: bool = False,
) -> RegisterLoaded:
    """Write what the preview promised, in one transaction; `measure_date` is today by default.

    Raises InputRefused when there is nothing to load, and when more than half of the register
    would go unless `replace` says that this is meant.
    """
    refuse_unusable(preview, replace=replace)
    measured = measure_date or datetime.now(UTC).date()
    counts = (len(preview.new), len(preview.changed), preview.unchanged, len(preview.removed))
    last = last_register_load(store.rows, preview.register)
    same = last and (last["file_name"], last["measure_date"]) == (preview.file_name, measured)
    if same and not (preview.accepted or preview.removed):
        return RegisterLoaded(None, preview.register, measured, *counts)
    with store.change(who, f"register {preview.register} {preview.file_name}") as change:
        _write(change, preview)
        [made] = change.run(
            "insert_register_load",
            register=preview.register,
            file_name=preview.file_name,
            measure_date=measured,
            locations=preview.locations,
        )
        change.run("log_register_load", id=made["id"])
        return RegisterLoaded(change.batch, preview.register, measured, *counts)


def _write(change: Change, preview: RegisterPreview) -> None:
    rows = [
        {"register": preview.register, **{name: getattr(one, name) for name in _LOCATION.names[1:]}}
        for one in (*preview.new, *preview.changed)
    ]
    change.offer("incoming_locations", pa.Table.from_pylist(rows, schema=_LOCATION))
    touched: dict[str, Any] = {"register": preview.register, "leaving": list(preview.removed)}
    change.run("log_locations_before", **touched)
    there = preview.table.index
    change.run(
        "write_locations",
        has_place="plaats" in there,
        has_kind="type" in there,
        has_size="omvang" in there,
    )
    change.run("leave_register", **touched)
    change.run("log_locations_after", **touched)
