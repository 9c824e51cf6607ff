"""Key figures per gemeente and year from a spreadsheet: judged row by row, loaded as one change."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from core.filters import today
from core.gemeente_figures import (
    FIGURES,
    FIRST_YEAR,
    GemeenteFigures,
    figure_faults,
    gemeente_code,
    gemeente_number,
)
from core.names import name_key
from core.values import Cell, Unreadable, line, number
from data import factsheet_documents as stored
from data.ingest.columns import Layout, Table, checked, find_table, layout, with_rows
from data.ingest.findings import Problem, Remark, Remarks, shown
from data.ingest.formulas import UNCOMPUTED, Uncomputed
from data.ingest.gemeenten import Gemeenten, Unplaced, asked
from data.ingest.plan import known_libraries
from data.ingest.sheets import read_sheets
from data.store import Reader, Row, Store

Key = tuple[int, int, int]
_NAMES = {
    "bibliotheek": "naam bibliotheek, bibliotheekorganisatie, basisbibliotheek",
    "gemeente": "gemeentenaam, naam gemeente, gemeentecode, gm-code",
    "jaar": "verslagjaar, kalenderjaar, peiljaar, over het jaar",
}
_COLUMN_OF = {figure.column: name for name, figure in FIGURES.items()}
EMPTY = "In deze rij staat geen enkel kerncijfer; zij is overgeslagen."


@dataclass(frozen=True)
class PlannedFigures:
    """A good row: what it makes of the key figures of a gemeente over a year.

    `kind` is new, changed or unchanged, `columns` are those that change; `id` and `version` are of
    the document that it changes, 0 for a new one.
    """

    row: int
    kind: str
    gemeente: str
    library: str
    content: GemeenteFigures
    columns: tuple[str, ...]
    id: int
    version: int


@dataclass(frozen=True)
class FiguresPreview:
    """What a file of key figures holds and what loading it would do; nothing has been written."""

    file_name: str
    table: Table = field(repr=False)
    rows: tuple[PlannedFigures, ...]
    rejected: tuple[Problem, ...]
    remarks: tuple[Remark, ...]

    def count(self, kind: str) -> int:
        """How many rows are new, changed or unchanged."""
        return sum(one.kind == kind for one in self.rows)


def figures_layout() -> Layout:
    """The columns of a file of key figures."""
    figures = {one.column: one.spellings for one in FIGURES.values()}
    return layout("kerncijfers", _NAMES | figures, ("gemeente", "jaar"))


def read_gemeente_figures(
    store: Store,
    content: bytes,
    file_name: str,
    *,
    progress: Callable[[float], None] = lambda _: None,
) -> FiguresPreview:
    """Read a file of key figures and compare it with the store.

    Raises InputRefused for a file that cannot be used.
    """
    table = with_rows(checked(find_table(read_sheets(content, file_name), figures_layout())))
    judging = _Judge(store, table)
    total = max(len(table.body), 1)
    for number_, row in table.rows():
        progress((number_ - table.header_row) / total)
        judging.row(number_, table.cells(row))
    for text in table.remarks:
        judging.remarks.add(table.header_row, "", "", text)
    return FiguresPreview(
        file_name,
        table,
        tuple(judging.planned),
        tuple(judging.rejected),
        judging.remarks.all(),
    )


def load_gemeente_figures(store: Store, preview: FiguresPreview, who: str) -> int | None:
    """Write what the preview calls new or changed, all or nothing; the batch, None where nothing.

    Raises ChangedMeanwhile or InputRefused where somebody wrote one of these meanwhile.
    """
    rows = [one for one in preview.rows if one.kind != "unchanged"]
    if not rows:
        return None
    with store.change(who, f"kerncijfers uit {preview.file_name} geladen") as change:
        for one in rows:
            if one.id:
                stored.alter_figures(change, one.id, one.version, one.gemeente, one.content)
            else:
                stored.insert_figures(change, one.gemeente, one.content)
        return change.batch


class _Judge:
    def __init__(self, store: Reader, table: Table) -> None:
        self.table = table
        self.gemeenten = Gemeenten(store.rows)
        self.libraries = {row["name_key"]: row for row in known_libraries(store.rows)}
        self.serving: defaultdict[str, list[Row]] = defaultdict(list)
        for row in self.libraries.values():
            for code in row["gemeenten"]:
                self.serving[code].append(row)
        self.known: dict[Key, Row] = {
            (row["library"], row["gemeente"], row["year"]): row
            for row in stored.factsheet_documents(store, stored.FIGURES)
        }
        self.first: dict[Key, int] = {}
        self.planned: list[PlannedFigures] = []
        self.rejected: list[Problem] = []
        self.remarks = Remarks()

    def row(self, number_: int, cells: dict[str, Cell]) -> None:
        """Judge one row: it is planned, rejected or left out."""
        figures = {name: cells[column] for column, name in _COLUMN_OF.items() if column in cells}
        if not any(line(cell) or isinstance(cell, Uncomputed) for cell in figures.values()):
            self.remarks.add(number_, "", "", EMPTY)
            return
        problems: list[Problem] = []

        def refuse(column: str, value: Cell, reason: str) -> None:
            is_uncomputed = isinstance(cells.get(column), Uncomputed)
            said = UNCOMPUTED if is_uncomputed else reason
            problems.append(Problem(number_, self.table.header(column), shown(value), said))

        for column, cell in cells.items():
            if isinstance(cell, Uncomputed) and column in _COLUMN_OF:
                refuse(column, "", UNCOMPUTED)
        code = self._gemeente(number_, cells, refuse)
        library = self._library(cells, code, refuse) if code else None
        year = self._year(cells, refuse)
        if problems or code is None or library is None or year is None:
            self.rejected += problems
            return
        key = (library["id"], gemeente_number(code), year)
        content = self._content(key, figures, refuse)
        if (seen := self.first.setdefault(key, number_)) != number_:
            name = self.gemeenten.names[code]
            refuse("jaar", str(year), f"{name} in {year} staat ook in rij {seen}; die is gebruikt.")
        if problems or content is None:
            self.rejected += problems
            return
        self._plan(number_, key, content, library)

    def _gemeente(self, row: int, cells: dict[str, Cell], refuse: Any) -> str | None:
        typed = line(cells.get("gemeente"))
        if not typed:
            refuse("gemeente", typed, "Vul de gemeente in.")
            return None
        where = self.gemeenten.find(typed)
        if isinstance(where, Unplaced):
            refuse("gemeente", typed, where.reason)
            return None
        if where.merged_from:
            text = f"{where.merged_from} is opgegaan in {self.gemeenten.names[where.code]}."
            self.remarks.add(row, self.table.header("gemeente"), typed, text)
        return where.code

    def _library(self, cells: dict[str, Cell], code: str, refuse: Any) -> Row | None:
        """The library that is named, or where none is the only one that serves the gemeente."""
        typed, name, serving = (
            line(cells.get("bibliotheek")),
            self.gemeenten.names[code],
            self.serving[code],
        )
        if not typed:
            if len(serving) == 1:
                return serving[0]
            reason = (
                f"{name} wordt bediend door meer bibliotheken. "
                f"{asked([str(row['name']) for row in serving])}"
                if serving
                else f"Geen bibliotheek bedient {name}. Voeg {name} toe aan een werkgebied "
                "(Gegevens, Bibliotheken)."
            )
            refuse("bibliotheek" if "bibliotheek" in self.table.index else "gemeente", name, reason)
            return None
        found = self.libraries.get(name_key(typed))
        if found is None:
            refuse("bibliotheek", typed, "Deze bibliotheek is niet bekend. Controleer de naam.")
        elif code not in found["gemeenten"]:
            refuse(
                "gemeente",
                name,
                f"{name} hoort niet bij het werkgebied van {found['name']}. Verbeter de rij, of "
                "breid het werkgebied uit (Gegevens, Bibliotheken).",
            )
            return None
        return found

    def _year(self, cells: dict[str, Cell], refuse: Any) -> int | None:
        cell, last = cells.get("jaar"), today().year
        try:
            found = number(cell)
        except Unreadable:
            found = -1.0
        if found is None:
            refuse(
                "jaar", "", f"Vul het jaar in waarover de cijfers gaan, bijvoorbeeld {last - 1}."
            )
            return None
        if found != int(found) or not FIRST_YEAR <= found <= last:
            refuse("jaar", cell, f"Vul een jaar van {FIRST_YEAR} tot en met {last} in.")
            return None
        return int(found)

    def _content(self, key: Key, figures: dict[str, Cell], refuse: Any) -> GemeenteFigures | None:
        """What was known with the columns of the file in its place."""
        before = self.known.get(key)
        kept = before["content"].given() if before else {}
        library, gemeente, year = key
        try:
            return GemeenteFigures(
                library=library, gemeente=gemeente, year=year, **{**kept, **figures}
            )
        except ValidationError as error:
            for name, reason in figure_faults(error):
                column = FIGURES[name].column if name in FIGURES else "jeugdleden"
                refuse(column, figures.get(name or "youth_members"), reason)
            return None

    def _plan(self, row: int, key: Key, content: GemeenteFigures, library: Row) -> None:
        before = self.known.get(key)
        old: GemeenteFigures | None = before["content"] if before else None
        changed = tuple(
            figure.column
            for name, figure in FIGURES.items()
            if getattr(content, name) != getattr(old, name, None)
        )
        kind = "new" if old is None else "changed" if changed else "unchanged"
        self.planned.append(
            PlannedFigures(
                row,
                kind,
                self.gemeenten.names[gemeente_code(content.gemeente)],
                library["name"],
                content,
                changed,
                before["id"] if before else 0,
                before["version"] if before else 0,
            )
        )
