"""Typer's own words in Dutch, as far as it lets them be replaced.

Its headings are settings of its module; `Usage` and the errors about options are not.
"""

from typing import Any

from typer import rich_utils
from typer.core import TyperCommand, TyperGroup, TyperOption

_HELP = "Toon deze uitleg."


class Command(TyperCommand):
    """A command that explains its own help."""

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        return _explained(super().get_help_option(ctx))


class Group(TyperGroup):
    """The same for the program as a whole."""

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        return _explained(super().get_help_option(ctx))


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


def _explained(option: TyperOption | None) -> TyperOption | None:
    if option:
        option.help = _HELP
    return option
