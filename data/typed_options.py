"""What a person typed behind an option of the command line, or a refusal that says what can be."""

from collections.abc import Mapping
from datetime import date

from core.filters import today
from core.names import name_key
from core.values import Unreadable, day, line
from data.errors import InputRefused
from data.ingest.register_writing import refuse_measure_date


def one_of(what: str, typed: str, meanings: Mapping[str, str]) -> str:
    """The word that was typed, in whatever case; `meanings` has each with what it is."""
    found = next((word for word in meanings if name_key(word) == name_key(typed)), None)
    if found is None:
        offered = ", ".join(f"{word} ({meaning})" for word, meaning in meanings.items())
        raise InputRefused(f"{what} '{typed}' bestaat niet", f"Kies uit: {offered}.")
    return found


def filled(option: str, typed: str | None) -> str | None:
    """The text, if the option was given; refused when there is nothing in it."""
    if typed is not None and not line(typed):
        raise InputRefused(f"Achter {option} staat niets", "Geef een waarde, of laat de optie weg.")
    return typed


def measure_date(typed: str | None) -> date:
    """The measure date of a register; today where the option was left out."""
    filled("--peildatum", typed)
    try:
        found = day(typed)
    except Unreadable as error:
        raise InputRefused(f"De peildatum '{typed}' is niet te lezen", str(error)) from error
    if found is None:  # left out: what is typed is not blank, so it is a day or was refused
        return today()
    refuse_measure_date(found)
    return found
