"""The command `python -m data export`: options, where the bytes go, and errors in words."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from data.errors import InputRefused, StoreError, translated
from data.extract import Format, Request, Subject, existing, extract
from data.named_filters import Asked
from data.settings import settings
from data.store import Store

_Names = list[str] | None
_NOT_ON_A_SCREEN = (
    "Een Excel-werkmap kan niet op het scherm",
    "Geef een bestand met --output BESTAND.xlsx, of kies --format csv.",
)
_OVER_THE_STORE = (
    "Dit is het gegevensbestand zelf",
    "Geef met --output een ander bestand; anders gaan de gegevens verloren.",
)


def export(
    subject: Annotated[Subject, typer.Argument(help="Wat u wilt hebben.")],
    kind: Annotated[
        Format, typer.Option("--format", "--formaat", help="JSON, CSV of Excel.")
    ] = Format.JSON,
    store: Annotated[
        Path | None, typer.Option("--store", help="Gegevensbestand; standaard dat van de app.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "--uitvoer", help="Bestand; standaard het scherm.")
    ] = None,
    library: Annotated[
        _Names, typer.Option("--library", "--bibliotheek", help="Naam; mag vaker.")
    ] = None,
    region: Annotated[
        _Names, typer.Option("--region", "--regio", help="Naam of code; mag vaker.")
    ] = None,
    gemeente: Annotated[
        _Names, typer.Option("--gemeente", help="Naam of GM-code; mag vaker.")
    ] = None,
    theme: Annotated[
        _Names, typer.Option("--theme", "--thema", help="Naam of code; mag vaker.")
    ] = None,
    status: Annotated[_Names, typer.Option("--status", help="Naam of code; mag vaker.")] = None,
    measure_date: Annotated[
        str, typer.Option("--measure-date", "--peildatum", help="31-12-2026; standaard vandaag.")
    ] = "",
    definition: Annotated[
        str,
        typer.Option(
            "--definition",
            "--definitie",
            help="Van dekking: contact, structural, programme of reach.",
        ),
    ] = "contact",
    totals: Annotated[
        bool, typer.Option("--totals", "--totalen", help="Bij dekking: ook de totalen per thema.")
    ] = False,
) -> None:
    """Geef de rijen achter de pagina's: samenwerkingen, dekking of aandachtspunten."""
    asked = Asked(
        libraries=tuple(library or ()),
        regions=tuple(region or ()),
        gemeenten=tuple(gemeente or ()),
        themes=tuple(theme or ()),
        statuses=tuple(status or ()),
        measure_date=measure_date,
    )
    request = Request(subject, kind, asked, definition, totals)
    try:
        if kind is Format.XLSX and output is None and on_a_screen():
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
