"""The commands `person export` and `person erase`: what there is of somebody, and taking it out."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from core.personal_data import NOT_SEARCHED
from core.personal_wording import erased
from core.wording import counted, number
from data.backup_commands import refuse
from data.command_options import StoreFile
from data.dutch_help import EXIT_CODES, Command, Group
from data.erasing import erase as take_out
from data.errors import StoreError
from data.extract import existing
from data.person_files import person_json, person_workbook
from data.personal_data import Found, find, sought_by
from data.settings import settings
from data.store import Store

app = typer.Typer(
    cls=Group,
    help="Zoek wat er van een persoon is vastgelegd (AVG): geef het mee, of wis het.",
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT [OPTIES]",
    epilog=EXIT_CODES,
    no_args_is_help=True,
)
Names = Annotated[
    list[str],
    typer.Argument(
        metavar="NAAM...",
        help="Naam, e-mailadres of telefoonnummer; elk is dezelfde persoon. Zet een naam van meer "
        "woorden tussen aanhalingstekens.",
    ),
]
command = partial(app.command, cls=Command, options_metavar="[OPTIES]", epilog=EXIT_CODES)


@command()
def export(
    names: Names,
    store: StoreFile = None,
    out: Annotated[
        Path, typer.Option("--out", help="Bestand dat wordt gemaakt: .xlsx of .json.")
    ] = Path("persoonsgegevens.xlsx"),
) -> None:
    """Schrijf alles wat er van iemand is vastgelegd in een bestand."""
    try:
        with Store.open(existing(store), settings().threads) as opened:
            found = find(opened, sought_by(names))
            make = person_json if out.suffix.lower() == ".json" else person_workbook
            made = make(opened, found)
        out.write_bytes(made)
    except StoreError as error:
        refuse(error, False)
    except OSError:
        refuse(StoreError(f"{out} kan niet worden geschreven", "Kies een andere map."), False)
    _say(found)
    typer.echo(f"Geschreven: {out}.")


@command()
def erase(
    names: Names,
    store: StoreFile = None,
    texts: Annotated[
        bool,
        typer.Option("--texts", "--teksten", help="Wis de naam ook uit alle gevonden teksten."),
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", "--ja", help="Wis; zonder deze optie ziet u alleen wat.")
    ] = False,
) -> None:
    """Vervang iemand overal door 'gewist', ook in het logboek; niet ongedaan te maken."""
    try:
        with Store.open(existing(store), settings().threads) as opened:
            he = sought_by(names)
            found = find(opened, he)
            _say(found)
            if not yes:
                typer.echo(
                    "Er is niets gewist. Met --yes wist u het; dat kunt u niet terugdraaien."
                )
                return
            chosen = [text.value for text in found.texts()] if texts else []
            done = take_out(opened, he, chosen, "opdracht")
    except StoreError as error:
        refuse(error, False)
    typer.echo(erased(done.rows, done.texts_left))


def _say(found: Found) -> None:
    if not found.rows:
        typer.echo("Er is niets gevonden.")
    for one in found.counts():
        typer.echo(
            f"{number(one.now):>9} nu {number(one.logged):>9} in het logboek  {one.held.label}"
        )
    if texts := found.texts():
        typer.echo(f"Daarvan te beoordelen: {counted(len(texts), 'tekst', 'teksten')}.")
    for line in NOT_SEARCHED:
        typer.echo(line)
