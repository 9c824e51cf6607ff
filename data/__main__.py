"""The command line: `python -m data init | load | register | export | report | backup | ...`.

A command parses its options, lets `data.commands` do the work and prints the answer. Errors
become a Dutch title and advice, on stderr or as JSON, with exit code 2. What the exit codes mean
stands in `data.dutch_help`; the help of every command ends with it.
"""

import io
import logging
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from data import answers, commands, log, person_command
from data.answers import Answer
from data.backup_commands import backup, check, restore
from data.dutch_help import (
    EXIT_CODES,
    EXIT_CODES_ALL,
    EXIT_CODES_CHECK,
    EXIT_CODES_LOAD,
    EXIT_CODES_REGISTER,
    Command,
    Group,
    speak_dutch,
)
from data.errors import StoreError
from data.export_command import export
from data.report_command import report

T = TypeVar("T")
LOG = logging.getLogger("data")

speak_dutch()
app = typer.Typer(
    cls=Group,
    help="Gegevens van het Samenwerkingsdossier laden en bekijken.",
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT [OPTIES]",
    epilog=EXIT_CODES_ALL,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
File = Annotated[Path, typer.Argument(help="Een Excel-werkmap (.xlsx) of een CSV-bestand.")]
StorePath = Annotated[
    Path | None, typer.Option("--store", help="Gegevensbestand; standaard dat van de app.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Alleen bekijken wat er zou gebeuren.")]
AsJson = Annotated[bool, typer.Option("--json", help="Antwoord als een JSON-object.")]

command = partial(app.command, cls=Command, options_metavar="[OPTIES]")


@command(epilog=EXIT_CODES)
def init(
    store: StorePath = None,
    example: Annotated[bool, typer.Option(help="Met de voorbeeldportefeuille.")] = False,
) -> None:
    """Maak een gegevensbestand met de referentiegegevens."""
    path, made = guarded(lambda: commands.init(store, example), False)
    done = "is gemaakt" if made else "bestaat al; er is niets gewijzigd"
    typer.echo(f"Het gegevensbestand {path} {done}.")


@command(epilog=EXIT_CODES_LOAD)
def load(
    file: File,
    store: StorePath = None,
    library: Annotated[
        str | None, typer.Option(help="Bibliotheek van rijen die er geen noemen.")
    ] = None,
    dry_run: DryRun = False,
    json: AsJson = False,
) -> None:
    """Laad samenwerkingen: een rij per samenwerking."""
    answered(guarded(lambda: commands.load(file, store, library, dry_run), json), json)


@command(epilog=EXIT_CODES_REGISTER)
def register(
    kind: Annotated[str, typer.Argument(help=f"Een van {', '.join(commands.KINDS)}.")],
    file: File,
    theme: Annotated[
        str | None, typer.Option(help="Bij generic: het thema waarvan dit de doelgroep is (COM).")
    ] = None,
    store: StorePath = None,
    measure_date: Annotated[
        str | None,
        typer.Option("--measure-date", "--peildatum", help="31-12-2025; standaard vandaag."),
    ] = None,
    include: Annotated[
        list[str] | None, typer.Option(help="Bij kinderopvang: welke soorten tellen (KDV).")
    ] = None,
    replace: Annotated[
        bool,
        typer.Option(
            "--replace",
            help="Ook als meer dan de helft van het register vervalt, of als de peildatum ouder is "
            "dan die van wat geladen is.",
        ),
    ] = False,
    dry_run: DryRun = False,
    json: AsJson = False,
) -> None:
    """Laad een register: de doelgroep van een thema, een rij per locatie."""
    answered(
        guarded(
            lambda: commands.register(
                kind, file, store, theme, measure_date, include, replace=replace, dry_run=dry_run
            ),
            json,
        ),
        json,
    )


command(epilog=EXIT_CODES)(export)
command(epilog=EXIT_CODES)(report)
command(epilog=EXIT_CODES)(backup)
command(epilog=EXIT_CODES)(restore)
command(epilog=EXIT_CODES_CHECK)(check)
app.add_typer(person_command.app, name="person")


@app.callback()
def main() -> None:
    """Write UTF-8, also where the terminal or a pipe would have another encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def guarded(work: Callable[[], T], json: bool) -> T:
    """Do the work; an error that a person can act on ends the program with exit code 2."""
    try:
        return work()
    except StoreError as error:
        if json:
            typer.echo(answers.as_json({"error": {"title": error.title, "advice": error.advice}}))
        else:
            typer.echo(f"{error.title}. {error.advice}", err=True)
        raise typer.Exit(2) from error


def answered(answer: Answer, json: bool) -> None:
    """Print the answer and end with its exit code."""
    typer.echo(answers.as_json(answer) if json else answers.summary(answer))
    raise typer.Exit(answers.exit_code(answer))


def run() -> None:
    """The program: an error that nobody foresaw gets words and a reference, as in the app."""
    log.configure("WARNING")
    try:
        app()
    except Exception as error:
        reference = log.new_reference()
        LOG.error("unexpected error", exc_info=error, extra={"reference": reference})
        typer.echo(
            "Er ging iets mis in het programma. Er is niets gewijzigd. Probeer het opnieuw; blijft "
            f"het misgaan, geef dan deze code door aan de beheerder: {reference}.",
            err=True,
        )
        sys.exit(2)


if __name__ == "__main__":
    run()
