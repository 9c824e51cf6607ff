"""Typer's own words in Dutch: its headings are settings, its errors are put into other words.

Only `Usage` above the help is left: Typer does not let it be replaced.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer
from typer import rich_utils
from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
    UsageError,
)
from typer.core import TyperCommand, TyperGroup, TyperOption

from core.wording import enumerated

_TOO_MANY = re.compile(r"Got unexpected extra argument\(s\) \((.*)\)", re.DOTALL)
_HELP = "Toon deze uitleg."
_PARTLY = "0 gedaan, ook als een deel van de rijen is afgekeurd"
_REFUSED = "2 geweigerd, er is niets gewijzigd"
# How a command can end; the last line of its help.
EXIT_CODES = f"Afloop (exit code): 0 gedaan; {_REFUSED}."
EXIT_CODES_LOAD = f"Afloop (exit code): {_PARTLY}; 1 geen enkele rij was bruikbaar; {_REFUSED}."
EXIT_CODES_REGISTER = (
    f"Afloop (exit code): {_PARTLY}; {_REFUSED}, ook als geen enkele rij bruikbaar was."
)
EXIT_CODES_CHECK = f"Afloop (exit code): 0 alles klopt; 1 er is iets mis; {_REFUSED}."
EXIT_CODES_ALL = (
    f"Afloop (exit code): {_PARTLY}; 1 (bij load) geen enkele rij was bruikbaar, of (bij "
    f"check) er is iets mis; {_REFUSED}."
)


class Command(TyperCommand):
    """A command that explains its own help, and what it does not understand."""

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        return _explained(super().get_help_option(ctx))

    def make_context(self, *arguments: Any, **settings: Any) -> Any:
        with errors_in_dutch():
            return super().make_context(*arguments, **settings)


class Group(TyperGroup):
    """The same for the program as a whole."""

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        return _explained(super().get_help_option(ctx))

    def make_context(self, *arguments: Any, **settings: Any) -> Any:
        with errors_in_dutch():
            return super().make_context(*arguments, **settings)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        known = list(self.commands)
        if args and args[0] not in known and not args[0].startswith("-"):
            _refuse(
                f"De opdracht '{args[0]}' bestaat niet. Kies uit: {', '.join(known)}.",
                ctx.command_path,
            )
        with errors_in_dutch():
            return super().resolve_command(ctx, args)


def speak_dutch() -> None:
    """Replace the headings; once, before a command runs."""
    rich_utils.ARGUMENTS_PANEL_TITLE = "Gegevens"
    rich_utils.OPTIONS_PANEL_TITLE = "Opties"
    rich_utils.COMMANDS_PANEL_TITLE = "Opdrachten"
    rich_utils.ERRORS_PANEL_TITLE = "Dit kan niet"
    rich_utils.ABORTED_TEXT = "Afgebroken."
    rich_utils.REQUIRED_LONG_STRING = "[verplicht]"
    rich_utils.DEFAULT_STRING = "[standaard: {}]"
    rich_utils.RICH_HELP = "Uitleg: [blue]{command_path} {help_option}[/]."


@contextmanager
def errors_in_dutch() -> Iterator[None]:
    """An error about options becomes a Dutch line on stderr and exit code 2."""
    try:
        yield
    except NoArgsIsHelpError:
        raise
    except UsageError as error:
        _refuse(_in_dutch(error), error.ctx.command_path if error.ctx else "python -m data")


def _refuse(text: str, command: str) -> None:
    typer.echo(f"{text} Uitleg: {command} --help.", err=True)
    raise typer.Exit(2)


def _in_dutch(error: UsageError) -> str:
    if isinstance(error, NoSuchOption):
        near = sorted(error.possibilities or ())
        question = f" Bedoelt u {' of '.join(near)}?" if near else ""
        return f"De optie {error.option_name} bestaat niet.{question}"
    if isinstance(error, BadOptionUsage):
        if "requires" in error.message:
            return f"Achter de optie {error.option_name} hoort een waarde."
        return f"Achter {error.option_name} hoort geen waarde."
    if isinstance(error, MissingParameter) and error.param:
        what = getattr(error.param, "help", None) or "Geef een waarde."
        name = (error.param.name or "").upper()
        return f"Het argument {name} ontbreekt: {what[0].lower()}{what[1:]}"
    if isinstance(error, BadParameter) and error.param:
        return f"De waarde van {enumerated(error.param.opts)} kan niet worden gebruikt."
    if found := _TOO_MANY.fullmatch(error.message):
        return f"Dit is te veel: {found[1]}. Zet een waarde met spaties tussen aanhalingstekens."
    return "Deze opdracht is niet begrepen."


def _explained(option: TyperOption | None) -> TyperOption | None:
    if option:
        option.help = _HELP
    return option
