"""The command `python -m data report`: the report for a board as files."""

from pathlib import Path
from typing import Annotated

import typer

from core.report import ALL_PARTS, PARTS, Part, ReportAsked
from data.command_options import (
    CoverageDefinition,
    Gemeenten,
    Libraries,
    MeasureDate,
    Names,
    Regions,
    Statuses,
    StoreFile,
    Themes,
    asked_for,
)
from data.commands import bar
from data.errors import InputRefused, StoreError, translated
from data.extract import existing
from data.named_filters import named_definition, named_filters
from data.report.kept import comparable, keep_report, kept_reports, latest_of
from data.report.made import make_report
from data.settings import settings
from data.store import Store

_BIG = 1_000_000


def report(
    folder: Annotated[Path, typer.Argument(help="Map waarin de PDF en het Excel-bestand komen.")],
    store: StoreFile = None,
    library: Libraries = None,
    region: Regions = None,
    gemeente: Gemeenten = None,
    theme: Themes = None,
    status: Statuses = None,
    measure_date: MeasureDate = None,
    definition: CoverageDefinition = "contact",
    part: Annotated[
        Names, typer.Option("--part", "--onderdeel", help="Mag vaker; standaard alle onderdelen.")
    ] = None,
    year: Annotated[
        bool,
        typer.Option(
            "--year", "--jaar", help="Vergelijk met een jaar eerder, niet met het vorige rapport."
        ),
    ] = False,
) -> None:
    """Maak het rapport voor het bestuur: een PDF en een Excel-bestand."""
    try:
        asked = asked_for(library, region, gemeente, theme, status, measure_date)
        parts = _parts(part or ())
        if not folder.is_dir():
            raise InputRefused(
                f"De map {folder} bestaat niet", "Maak haar eerst, of kies een andere."
            )
        with Store.open(existing(store), settings().threads) as opened:
            filters, remarks = named_filters(opened, asked)
            before = comparable(kept_reports(opened), filters.measure_date)
            wanted = ReportAsked(
                filters=filters,
                definition=named_definition(definition),
                parts=parts,
                earlier=None if year else latest_of(before, filters),
            )
            show = bar(_BIG) or (lambda _share: None)
            made = make_report(opened, wanted, lambda _what, share: show(share))
            show(1.0)
            keep_report(opened, made.kept, "opdrachtregel")
        for ending, content in ((".pdf", made.pdf), (".xlsx", made.workbook)):
            file = folder / f"{made.name}{ending}"
            _write(file, content)
            typer.echo(str(file))
        for remark in remarks:
            typer.echo(remark, err=True)
    except StoreError as error:
        typer.echo(f"{error.title}. {error.advice}", err=True)
        raise typer.Exit(2) from error


def _parts(typed: list[str] | tuple[str, ...]) -> tuple[Part, ...]:
    """The parts of these codes or titles, in their own order; all where none is named."""
    by_word = {word.lower(): code for code, one in PARTS.items() for word in (code, one.title)}
    unknown = [word for word in typed if word.lower() not in by_word]
    if unknown:
        raise InputRefused(
            f"Het onderdeel '{unknown[0]}' bestaat niet",
            f"Kies uit: {', '.join(one.title for one in PARTS.values())}.",
        )
    chosen = {by_word[word.lower()] for word in typed}
    return tuple(one for one in PARTS if one in chosen) or ALL_PARTS


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise translated(error) from error
