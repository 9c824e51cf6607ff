"""One edit of a score or a note, as a browser sends it."""

from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator
from pydantic.dataclasses import dataclass

from core.criteria import SCORES, Code
from core.partnership import refuse

UNSURE = "?"
SCORED = (*map(str, SCORES), UNSURE)
NOTE_LENGTH = 2_000
EDIT_ID = r"^[A-Za-z0-9]{4,40}-[0-9]{1,9}$"


@dataclass(frozen=True)
class Edit:
    """What somebody made of one cell.

    `id` is the browser's own name and its number of the edit, `value` a score ("1" to "5", or "?"
    for does not know) or a note, and None where it was emptied. `base` is the id of the entry that
    was shown when it was made, 0 for none. Raises ValidationError for anything else.
    """

    id: Annotated[str, Field(pattern=EDIT_ID)]
    option: Annotated[str, Field(pattern=r"^[A-Z]$")]
    criterion: Code
    field: Literal["score", "note"]
    value: str | None
    base: Annotated[int, Field(ge=0, lt=2**63)]

    @field_validator("value")
    @classmethod
    def _fits(cls, typed: str | None, info: ValidationInfo) -> str | None:
        if info.data.get("field") == "note":
            return _note(typed or "")
        if typed is not None and typed not in SCORED:
            raise refuse("Een score is 1 tot 5, of ? voor weet ik niet.")
        return typed

    @property
    def browser(self) -> str:
        """Who sent it: the part of the id that all edits of one browser share."""
        return browser_of(self.id)


def browser_of(edit: str) -> str:
    """The browser that made the edit with this id."""
    return edit.rpartition("-")[0]


def _note(typed: str) -> str | None:
    # Half a character (a browser cut one in two) is in no file.
    text = typed.encode(errors="replace").decode().strip()
    if len(text) > NOTE_LENGTH:
        raise refuse(f"Kort deze toelichting in tot ten hoogste {NOTE_LENGTH} tekens.")
    return text or None
