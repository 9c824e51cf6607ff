"""What `python -m data export` gives: the rows behind the pages, for programs and for people.

JSON is for programs: English names and codes. CSV and XLSX are for people: Dutch headings,
and for partnerships the columns of the import.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from core.coverage import Definition
from core.filters import Filters
from data.answers import as_json
from data.errors import InputRefused
from data.export import delimited, workbook
from data.goal_subjects import alignment_extract, dependencies_extract, goals_extract
from data.named_filters import Asked, in_words, named_definition, named_filters
from data.partner_subject import partners_extract
from data.scope import parameters
from data.settings import settings
from data.store import Store
from data.subjects import Extract, attention_extract, coverage_extract, partnerships_extract

_NOWHERE = (
    "Let op: geen gemeente valt binnen deze keuze van bibliotheek, regio en gemeente, "
    "dus er zijn geen rijen."
)


class Subject(StrEnum):
    PARTNERSHIPS = "partnerships"
    COVERAGE = "coverage"
    ATTENTION = "attention"
    ALIGNMENT = "alignment"
    GOALS = "goals"
    DEPENDENCIES = "dependencies"
    PARTNERS = "partners"


class Format(StrEnum):
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True)
class Request:
    """What was asked for."""

    subject: Subject
    format: Format = Format.JSON
    asked: Asked = field(default_factory=Asked)
    definition: str = Definition.CONTACT.value
    totals: bool = False


def existing(path: Path | None) -> Path:
    """The path of a store that is there: an export never makes one."""
    found = path or settings().store
    if not found.is_file():
        raise InputRefused(
            f"Het gegevensbestand {found} bestaat niet",
            "Controleer de naam, of maak er een met: python -m data init.",
        )
    return found


def extract(store: Store, request: Request) -> tuple[bytes, tuple[str, ...]]:
    """The bytes of the file, and remarks for the person who asked."""
    filters, remarks = named_filters(store, request.asked)
    definition = named_definition(request.definition)
    if not parameters(store, filters)["scope"]:
        remarks += (_NOWHERE,)
    found = {
        Subject.PARTNERSHIPS: lambda: partnerships_extract(store, filters),
        Subject.COVERAGE: lambda: coverage_extract(store, filters, definition, request.totals),
        Subject.ATTENTION: lambda: attention_extract(store, filters),
        Subject.ALIGNMENT: lambda: alignment_extract(store, filters),
        Subject.GOALS: lambda: goals_extract(store, filters),
        Subject.DEPENDENCIES: lambda: dependencies_extract(store, filters),
        Subject.PARTNERS: lambda: partners_extract(store, filters),
    }[request.subject]()
    if request.format is Format.JSON:
        return (as_json(found.records) + "\n").encode(), remarks
    remarks += tuple(found.warnings().values())
    if request.format is Format.CSV:
        return delimited(found.table(), found.headings).encode("utf-8-sig"), remarks
    return _workbook(store, found, filters), remarks


def partnerships_workbook(store: Store, filters: Filters) -> bytes:
    """The partnerships under the filters with the columns of the import, to correct and load."""
    return _workbook(store, partnerships_extract(store, filters), filters)


def _workbook(store: Store, found: Extract, filters: Filters) -> bytes:
    about = {
        "Wat": found.sheet,
        **in_words(store, filters),
        **found.about(),
        **found.warnings(),
        "Bron": f"Samenwerkingsdossier, gegevensbestand {store.path.name if store.path else ''}",
    }
    return workbook(found.table(), found.headings, about, sheet=found.sheet)
