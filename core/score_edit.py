"""One edit of a score or a note, as a browser sends it."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError, ValidationInfo, field_validator
from pydantic.dataclasses import dataclass

from core.criteria import Code
from core.partnership import refuse
from core.scale import SCORES

UNSURE = "?"
SCORED = (*map(str, SCORES), UNSURE)
NOTE_LENGTH = 2_000
EDIT_ID = r"^[A-Za-z0-9]{4,40}-[0-9]{1,9}$"
_FIELDS = ("id", "option", "criterion", "field", "value", "base")


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
    base: Annotated[int, Field(ge=0, le=2**53, strict=True)]

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
    # Half a character (a browser cut one in two) is in no store, character 0 in no workbook.
    text = typed.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "")
    text = text.strip()
    if len(text) > NOTE_LENGTH:
        raise refuse(f"Kort deze toelichting in tot ten hoogste {NOTE_LENGTH} tekens.")
    return text or None


def read_edit(sent: Mapping[str, Any]) -> Edit | None:
    """The edit that a browser sent, or None where it is none; never believe a browser."""
    given: dict[str, Any] = {name: sent.get(name) for name in _FIELDS}
    try:
        return Edit(**given)
    except ValidationError:
        return None
