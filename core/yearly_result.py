"""What a partnership was to bring in a year, and what it brought."""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field, model_validator

from core.partnership import Text, refuse
from core.scenario import Id

FIRST_YEAR, LAST_YEAR = 1990, 2100


class YearlyResult(BaseModel):
    """The intended and the actual result of one year; at least one of them is filled in."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    partnership: Id
    year: int = Field(ge=FIRST_YEAR, le=LAST_YEAR)
    intended: Text = None
    actual: Text = None

    @model_validator(mode="after")
    def _says_something(self) -> "YearlyResult":
        if not (self.intended or self.actual):
            raise refuse("Vul het beoogde of het behaalde resultaat in.")
        return self

    def in_words(self) -> dict[str, str]:
        """Its fields by their Dutch names, as far as they are filled in."""
        found = {
            "Jaar": str(self.year),
            "Beoogd": self.intended or "",
            "Behaald": self.actual or "",
        }
        return {title: text for title, text in found.items() if text}


def years_to_choose(on: date, taken: set[int]) -> list[int]:
    """The years that a result can still be written for: next year back to ten years ago."""
    return [year for year in range(on.year + 1, on.year - 11, -1) if year not in taken]
