"""Key figures per gemeente and year from a spreadsheet: judged row by row, loaded as one change."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from core.filters import today
from core.gemeente_figures import (
    FIGURES,
    FIRST_YEAR,
    LAST_YEAR,
    GemeenteFigures,
    change_in_words,
    figure_faults,
    gemeente_code,
    gemeente_number,
)
from core.names import name_key
from core.values import Cell, Unreadable, line, number
from core.wording import enumerated
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
TOTAL = "Dit is een totaal van andere rijen, geen gemeente; de rij is overgeslagen."
UNKNOWN_LIBRARY = "Deze bibliotheek is niet bekend. Controleer de naam."
_TOTAL = re.compile(r"(eind|sub)?(totaal|totalen)")
# Stands in for a gemeente and year that are not known, to judge the figures of a row all the same.
_ANY: Key = (1, 1, LAST_YEAR)


@dataclass(frozen=True)
class PlannedFigures:
    """A good row: what it makes of the key figures of a gemeente over a year.

    `kind` is new, changed or unchanged, `columns` are those that change and `changes` says in words
    from what to what; `id` and `version` are of the document that it changes, 0 for a new one.
    """

    row: int
    kind: str
    gemeente: str
    library: str
    content: GemeenteFigures
    columns: tuple[str, ...]
    changes: tuple[str, ...]
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
    judging.refuse_doubles()
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
        self.rows_of: defaultdict[Key, list[int]] = defaultdict(list)
        self.planned: list[PlannedFigures] = []
        self.rejected: list[Problem] = []
        self.remarks = Remarks()

    def row(self, number_: int, cells: dict[str, Cell]) -> None:
        """Judge one row: it is planned, rejected for all that is wrong with it, or left out."""
        if total := self._total(cells):
            self.remarks.add(number_, "", total, TOTAL)
            return
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
        library = self._library(cells, code, refuse)
        year = self._year(cells, refuse)
        key = None
        if code is not None and library is not None and year is not None:
            key = (library["id"], gemeente_number(code), year)
            self.rows_of[key].append(number_)
        computed = {n: cell for n, cell in figures.items() if not isinstance(cell, Uncomputed)}
        content = self._content(key or _ANY, computed, refuse)
        if problems or key is None or library is None or content is None:
            self.rejected += problems
            return
        self._plan(number_, key, content, library)

    def refuse_doubles(self) -> None:
        """Take none of the rows about one gemeente and year: which is right, the file only knows.

        Not even where the others are rejected already: then the last one would slip through.
        """
        doubled = {key: rows for key, rows in self.rows_of.items() if len(rows) > 1}
        refused = {row for rows in doubled.values() for row in rows}
        self.planned = [one for one in self.planned if one.row not in refused]
        for (_, gemeente, year), rows in doubled.items():
            name = self.gemeenten.names[gemeente_code(gemeente)]
            listed = enumerated([str(row) for row in rows])
            said = f"{name} in {year} staat in rij {listed}. Laat één rij staan."
            self.rejected += [
                Problem(row, self.table.header("jaar"), str(year), said) for row in rows
            ]
        self.rejected.sort(key=lambda one: one.row)

    @staticmethod
    def _total(cells: dict[str, Cell]) -> str:
        """What a row is called that adds up others, and empty for any other row."""
        named = (line(cells.get(column)) for column in ("gemeente", "bibliotheek"))
        return next((text for text in named if _TOTAL.match(name_key(text))), "")

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

    def _library(self, cells: dict[str, Cell], code: str | None, refuse: Any) -> Row | None:
        """The library that is named, or where none is the only one that serves the gemeente."""
        typed = line(cells.get("bibliotheek"))
        if code is None:
            if typed and name_key(typed) not in self.libraries:
                refuse("bibliotheek", typed, UNKNOWN_LIBRARY)
            return None
        name, serving = self.gemeenten.names[code], self.serving[code]
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
            refuse("bibliotheek", typed, UNKNOWN_LIBRARY)
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
            # Whether they agree is only seen of those that are right by themselves.
            wrong = dict(figure_faults(error))
            right = {name: cell for name, cell in figures.items() if name not in wrong}
            if len(right) < len(figures) and any(map(line, right.values())):
                self._content(key, right, refuse)
            return None

    def _plan(self, row: int, key: Key, content: GemeenteFigures, library: Row) -> None:
        before = self.known.get(key)
        old: GemeenteFigures | None = before["content"] if before else None
        changed = [name for name in FIGURES if getattr(content, name) != getattr(old, name, None)]
        kind = "new" if old is None else "changed" if changed else "unchanged"
        self.planned.append(
            PlannedFigures(
                row,
                kind,
                self.gemeenten.names[gemeente_code(content.gemeente)],
                library["name"],
                content,
                tuple(FIGURES[name].column for name in changed),
                tuple(change_in_words(name, old, content) for name in changed),
                before["id"] if before else 0,
                before["version"] if before else 0,
            )
        )
