"""The command `python -m data export`: options, where the bytes go, and errors in words."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from data.command_options import (
    CoverageDefinition,
    Gemeenten,
    Libraries,
    MeasureDate,
    Regions,
    Statuses,
    StoreFile,
    Themes,
    asked_for,
)
from data.errors import InputRefused, StoreError, translated
from data.extract import Format, Request, Subject, existing, extract
from data.settings import settings
from data.store import Store
from data.typed_options import one_of

SUBJECTS = {
    Subject.PARTNERSHIPS.value: "samenwerkingen",
    Subject.COVERAGE.value: "dekking",
    Subject.ATTENTION.value: "aandachtspunten",
    Subject.ALIGNMENT.value: "aansluiting van elke samenwerking op de doelen",
    Subject.GOALS.value: "doelen",
    Subject.DEPENDENCIES.value: "wat aan één partner hangt",
    Subject.PARTNERS.value: "partners",
}
FORMATS = {
    Format.JSON.value: "voor programma's",
    Format.CSV.value: "tekst met puntkomma's",
    Format.XLSX.value: "Excel",
}
_NOT_ON_A_SCREEN = (
    "Een Excel-werkmap kan niet op het scherm",
    "Geef een bestand met --output BESTAND.xlsx, of kies --format csv.",
)
_OVER_THE_STORE = (
    "Dit is het gegevensbestand zelf",
    "Geef met --output een ander bestand; anders gaan de gegevens verloren.",
)


def export(
    subject: Annotated[str, typer.Argument(help=f"Een van {', '.join(SUBJECTS)}.")],
    kind: Annotated[
        str, typer.Option("--format", "--formaat", help=f"Een van: {', '.join(FORMATS)}.")
    ] = Format.JSON.value,
    store: StoreFile = None,
    output: Annotated[
        Path | None, typer.Option("--output", "--uitvoer", help="Bestand; standaard het scherm.")
    ] = None,
    library: Libraries = None,
    region: Regions = None,
    gemeente: Gemeenten = None,
    theme: Themes = None,
    status: Statuses = None,
    measure_date: MeasureDate = None,
    definition: CoverageDefinition = "contact",
    totals: Annotated[
        bool, typer.Option("--totals", "--totalen", help="Bij dekking: ook de totalen per thema.")
    ] = False,
) -> None:
    """Geef de rijen achter de pagina's: samenwerkingen, partners, dekking of aandachtspunten."""
    try:
        asked = asked_for(library, region, gemeente, theme, status, measure_date)
        chosen = Format(one_of("Het formaat", kind, FORMATS))
        wanted = Subject(one_of("Het onderwerp", subject, SUBJECTS))
        request = Request(wanted, chosen, asked, definition, totals)
        if chosen is Format.XLSX and output is None and on_a_screen():
            raise InputRefused(*_NOT_ON_A_SCREEN)
        path = existing(store)
        if output and output.resolve() == path.resolve():
            raise InputRefused(*_OVER_THE_STORE)
        with Store.open(path, settings().threads) as opened:
            content, remarks = extract(opened, request)
        for remark in remarks:
            typer.echo(remark, err=True)
        _deliver(content, output)
    except StoreError as error:
        typer.echo(f"{error.title}. {error.advice}", err=True)
        raise typer.Exit(2) from error


def on_a_screen() -> bool:
    """Whether a person sees what is printed."""
    return sys.stdout.isatty()


def _deliver(content: bytes, output: Path | None) -> None:
    if output is None:
        typer.echo(content, nl=False)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise translated(error) from error
