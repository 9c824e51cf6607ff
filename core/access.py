"""Who may do what: roles, and the libraries that somebody sees. Who somebody is, a login says."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError


class Role(StrEnum):
    """What somebody may do; each may do what the one before it may."""

    VIEWER = "viewer"
    EDITOR = "editor"
    ADVISOR = "advisor"
    ADMINISTRATOR = "administrator"


ROLES = {
    Role.VIEWER: "Kijker",
    Role.EDITOR: "Bewerker",
    Role.ADVISOR: "Adviseur",
    Role.ADMINISTRATOR: "Beheerder",
}
MEANINGS = {
    Role.VIEWER: "bekijkt alles van de eigen bibliotheken en doet mee aan een sessie",
    Role.EDITOR: "wijzigt ook, laadt samenwerkingen en maakt rapporten",
    Role.ADVISOR: "leidt ook sessies en toont zonder namen",
    Role.ADMINISTRATOR: "ziet alle bibliotheken en beheert registers, toegang en back-ups",
}


class Account(BaseModel):
    """What somebody who logs in may do: a role, and ids of libraries (None: all of them)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    role: Role = Role.VIEWER
    libraries: tuple[int, ...] | None = Field(default=(), max_length=1000)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.role is Role.ADMINISTRATOR and self.libraries is not None:
            raise PydanticCustomError("libraries", "Een beheerder ziet alle bibliotheken.")
        return self

    def in_words(self) -> dict[str, str]:
        """What it says, for who sees a version of somebody else beside his own."""
        seen = "alle" if self.libraries is None else str(len(self.libraries))
        return {"Rol": ROLES[self.role], "Bibliotheken": seen}


@dataclass(frozen=True)
class Rights:
    """An account with whose it is: `who` stands in the change log. `libraries` None: all."""

    who: str
    role: Role
    libraries: frozenset[int] | None

    @property
    def may_change(self) -> bool:
        return self.role is not Role.VIEWER

    @property
    def may_lead(self) -> bool:
        """Open live sessions, and show without names."""
        return self.role in (Role.ADVISOR, Role.ADMINISTRATOR)

    @property
    def may_manage(self) -> bool:
        """Registers, libraries, accounts, backups: what is of everybody."""
        return self.role is Role.ADMINISTRATOR


# What an address looks like; whether it is somebody's, the login says.
EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,180}\.[^@\s.]{2,}")


def email_key(email: str) -> str:
    """An e-mail address as it is compared: nobody minds its capitals."""
    return email.strip().casefold()
