"""What a library says itself on the factsheet of a gemeente: a story and what it asks."""

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from core import values
from core.gemeente_figures import GemeenteNumber
from core.partnership import refuse
from core.scenario import Id

# What fits on one A4 beside everything else (tests/data/test_factsheet_pdf.py).
STORY_LENGTH, STORY_LINES = 600, 6
ASK_LENGTH, ASK_LINES = 360, 4
# Each line of the ask gets a bullet on paper: one that was typed would be a second.
_BULLET = re.compile(r"^[ \t]*[-–—•*·](?:[ \t]+|$)", re.MULTILINE)


def _limited(what: str, length: int, lines: int) -> AfterValidator:
    def check(typed: str) -> str:
        text = "\n".join(" ".join(one.split()) for one in values.text(typed).split("\n"))
        text = "\n".join(one for one in text.split("\n") if one)
        if len(text) > length:
            raise refuse(
                f"{what} telt {len(text)} tekens; op de factsheet passen er {length}. Kort de "
                "tekst in."
            )
        if text.count("\n") >= lines:
            raise refuse(f"{what} heeft meer dan {lines} regels. Gebruik er ten hoogste {lines}.")
        return text

    return AfterValidator(check)


def _without_bullets(typed: str) -> str:
    return _BULLET.sub("", typed)


class FactsheetWords(BaseModel):
    """The story and the ask of a library in one gemeente; either may be empty.

    A line of the ask is one thing that is asked. `partnership` is the one whose result the story
    began as.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    library: Id
    gemeente: GemeenteNumber
    story: Annotated[str, _limited("Het verhaal", STORY_LENGTH, STORY_LINES)] = ""
    ask: Annotated[
        str, AfterValidator(_without_bullets), _limited("De vraag", ASK_LENGTH, ASK_LINES)
    ] = ""
    partnership: Id | None = None

    def in_words(self) -> dict[str, str]:
        """Its fields by their Dutch names, as far as they are filled in."""
        found = {"Verhaal": self.story, "Vraag": self.ask}
        return {title: text for title, text in found.items() if text}
