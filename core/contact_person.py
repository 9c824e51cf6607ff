"""A person at a partner whom the library can turn to, other than the owner at the library."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict

from core.partnership import NAME_LENGTH, Text, Word, refuse
from core.scenario import Id

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
# A number, and whatever people write beside it: "(na 14 uur)".
PHONE_LENGTH, PHONE_DIGITS = 60, 6


def _name(typed: str) -> str:
    text = " ".join(typed.split())
    if not text or len(text) > NAME_LENGTH:
        raise refuse(f"Vul de naam in, in 1 tot {NAME_LENGTH} tekens.")
    return text


def _email(typed: str | None) -> str | None:
    text = (typed or "").strip()
    if text and not _ADDRESS.fullmatch(text):
        raise refuse(f"“{text}” is geen e-mailadres; het heeft de vorm naam@school.nl.")
    return text or None


def _phone(typed: str | None) -> str | None:
    text = " ".join((typed or "").split())
    if text and (sum(one.isdecimal() for one in text) < PHONE_DIGITS or len(text) > PHONE_LENGTH):
        raise refuse(
            f"“{text[:PHONE_LENGTH]}” is geen telefoonnummer: dat heeft ten minste {PHONE_DIGITS} "
            f"cijfers, en hier passen {PHONE_LENGTH} tekens."
        )
    return text or None


class ContactPerson(BaseModel):
    """One person at a partner (its id); what is not known is None."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    form: Literal[1] = 1
    partner: Id
    name: Annotated[str, AfterValidator(_name)]
    role: Word = None
    phone: Annotated[str | None, AfterValidator(_phone)] = None
    email: Annotated[str | None, AfterValidator(_email)] = None
    note: Text = None

    def in_words(self) -> dict[str, str]:
        """Its fields by their Dutch names, as far as they are filled in."""
        found = {
            "Naam": self.name,
            "Functie": self.role,
            "Telefoon": self.phone,
            "E-mail": self.email,
            "Notitie": self.note,
        }
        return {title: text for title, text in found.items() if text}

    def line(self) -> str:
        """The person on one line: `Jan Jansen, directeur, 06 1234 5678, jan@school.nl`."""
        return ", ".join(one for one in (self.name, self.role, self.phone, self.email) if one)
