"""The options that commands share: which part of the portfolio, in which store."""

from pathlib import Path
from typing import Annotated

import typer

from data.named_filters import Asked
from data.typed_options import filled

Names = list[str] | None
StoreFile = Annotated[
    Path | None, typer.Option("--store", help="Gegevensbestand; standaard dat van de app.")
]
Libraries = Annotated[Names, typer.Option("--library", "--bibliotheek", help="Naam; mag vaker.")]
Regions = Annotated[Names, typer.Option("--region", "--regio", help="Naam of code; mag vaker.")]
Gemeenten = Annotated[Names, typer.Option("--gemeente", help="Naam of GM-code; mag vaker.")]
Themes = Annotated[Names, typer.Option("--theme", "--thema", help="Naam of code; mag vaker.")]
Statuses = Annotated[Names, typer.Option("--status", help="Naam of code; mag vaker.")]
MeasureDate = Annotated[
    str | None,
    typer.Option("--measure-date", "--peildatum", help="31-12-2026; standaard vandaag."),
]
CoverageDefinition = Annotated[
    str,
    typer.Option(
        "--definition",
        "--definitie",
        help="Van dekking: contact, structural, programme of reach.",
    ),
]


def asked_for(
    library: Names,
    region: Names,
    gemeente: Names,
    theme: Names,
    status: Names,
    measure_date: str | None,
) -> Asked:
    """What these options choose. Raises InputRefused for a measure date that is empty."""
    return Asked(
        libraries=tuple(library or ()),
        regions=tuple(region or ()),
        gemeenten=tuple(gemeente or ()),
        themes=tuple(theme or ()),
        statuses=tuple(status or ()),
        measure_date=filled("--peildatum", measure_date) or "",
    )
