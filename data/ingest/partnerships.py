"""Loading a spreadsheet of partnerships: first a preview, and then, when confirmed, the load."""

from dataclasses import dataclass, field

from core.filters import day_number, today
from core.values import line
from data.errors import ChangedMeanwhile, InputRefused
from data.ingest.columns import ColumnsRefused, Table, checked, find_table, with_rows
from data.ingest.findings import Problem, Remark
from data.ingest.gemeenten import Read
from data.ingest.layouts import partnership_layout
from data.ingest.plan import Kind, Plan, Planned, known_libraries, make_plan
from data.ingest.rows import Draft, Progress, judge
from data.ingest.sheets import read_sheets
from data.ingest.uncounted_partners import remark_uncounted
from data.ingest.writing import remove_example, write_plan
from data.store import Row, Store


@dataclass(frozen=True)
class Accepted:
    """A good row: what it is to the store, and for a changed one which columns differ."""

    row: int
    library: str
    name: str
    kind: Kind
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class NewLibrary:
    """A library that the load makes; its werkgebied are the gemeenten that its rows name."""

    name: str
    gemeenten: tuple[str, ...]


@dataclass(frozen=True)
class Preview:
    """What a file holds and what loading it would do; nothing has been written."""

    file_name: str
    table: Table = field(repr=False)
    rows: tuple[Accepted, ...]
    rejected: tuple[Problem, ...]
    remarks: tuple[Remark, ...]
    libraries_new: tuple[NewLibrary, ...]
    partners_new: int
    example_removed: bool
    drafts: list[Draft] = field(repr=False)
    basis: dict[tuple[str, str], tuple[int, int]] = field(repr=False)

    @property
    def unknown_columns(self) -> tuple[str, ...]:
        """Headers that were not understood; a mapping can give them a column."""
        return self.table.unknown

    def count(self, kind: Kind) -> int:
        """How many good rows are new, changed or unchanged."""
        return sum(row.kind == kind for row in self.rows)


@dataclass(frozen=True)
class Loaded:
    """What a load did; without anything new or changed there is no batch."""

    batch: int | None
    new: int
    changed: int
    unchanged: int
    libraries_new: tuple[str, ...]
    partners_new: int
    example_removed: bool


def read_partnerships(
    store: Store,
    content: bytes,
    file_name: str,
    *,
    library: str | None = None,
    mapping: dict[str, str | None] | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
    progress: Progress | None = None,
) -> Preview:
    """Read a file and compare it with the store.

    `library` names the library of rows without one; `mapping` gives headers their column (None:
    leave it out), and `sheet` and `header_row` say where the headers are. Raises InputRefused for
    a file that cannot be read, HeadersNotFound when nothing in it looks like headers, and
    ColumnsRefused, which carries the table that was found, when columns are missing or doubled.
    """
    layout = partnership_layout(known_goals(store.rows))
    sheets = read_sheets(content, file_name)
    table = with_rows(checked(find_table(sheets, layout, mapping, sheet, header_row)))
    libraries = known_libraries(store.rows)
    judged = judge(store.rows, table, line(library) or _only(libraries), progress or _silent)
    plan = make_plan(store.rows, judged.drafts, today(), judged.remarks)
    remark_uncounted(store.rows, plan, table.header("partnertype"), judged.remarks)
    for text in table.remarks:
        judged.remarks.add(table.header_row, "", "", text)
    return Preview(
        file_name=file_name,
        table=table,
        rows=tuple(_accepted(row) for row in plan.rows),
        rejected=tuple(judged.rejected),
        remarks=judged.remarks.all(),
        libraries_new=tuple(
            NewLibrary(name, tuple(sorted(codes))) for name, codes in plan.libraries_new.values()
        ),
        partners_new=len(plan.partners.new),
        example_removed=bool(plan.rows) and any(row["is_example"] for row in libraries),
        drafts=judged.drafts,
        basis=plan.basis,
    )


def load_partnerships(store: Store, preview: Preview, who: str) -> Loaded:
    """Write what the preview promised, in one transaction.

    Raises ChangedMeanwhile when the store is no longer as the preview saw it.
    """
    if not any(row.kind != "unchanged" for row in preview.rows):
        return Loaded(None, 0, 0, len(preview.rows), (), 0, False)
    store.before_much()
    with store.change(who, f"import {preview.file_name}") as change:
        removed = remove_example(change)
        plan = make_plan(change.run, preview.drafts, today())
        if plan.basis != preview.basis or _kinds(plan) != [row.kind for row in preview.rows]:
            raise ChangedMeanwhile(
                advice="De gegevens zijn gewijzigd nadat dit bestand werd bekeken. Lees het "
                "bestand opnieuw in en bekijk wat er verandert."
            )
        write_plan(change, plan)
        return Loaded(
            change.batch,
            plan.count("new"),
            plan.count("changed"),
            plan.count("unchanged"),
            tuple(name for name, _ in plan.libraries_new.values()),
            len(plan.partners.new),
            removed,
        )


def known_goals(read: Read) -> list[Row]:
    """The goals that a contribution can serve, shipped or of any library: code and label."""
    return read("known_goals", day=day_number(today()))


def _silent(_: float) -> None:
    pass


def _only(libraries: list[Row]) -> str | None:
    own = [row["name"] for row in libraries if not row["is_example"]]
    return own[0] if len(own) == 1 else None


def _kinds(plan: Plan) -> list[Kind]:
    return [row.kind for row in plan.rows]


def _accepted(row: Planned) -> Accepted:
    return Accepted(row.draft.row, row.draft.library, row.draft.name, row.kind, row.columns)


__all__ = [
    "Accepted",
    "ColumnsRefused",
    "InputRefused",
    "Loaded",
    "NewLibrary",
    "Preview",
    "load_partnerships",
    "read_partnerships",
]
