"""The colour of a library on what it prints, and whether white letters can be read on it."""

import re

from pydantic import BaseModel, ConfigDict, field_validator

from core.partnership import refuse
from core.scenario import Id
from core.wording import number

Colour = tuple[int, int, int]
# WCAG 2.2, success criterion 1.4.3: so much contrast for text of an ordinary size.
LEAST_CONTRAST = 4.5
# That of the product, until a library chooses its own.
USUAL: Colour = (15, 95, 102)
_HEX = re.compile(r"#?([0-9a-fA-F]{6})")
_STEPS = 200


class LibraryStyle(BaseModel):
    """The own colour of a library: red, green and blue, each 0 to 255."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    library: Id
    colour: Colour

    @field_validator("colour")
    @classmethod
    def _reads_well(cls, typed: Colour) -> Colour:
        if not all(0 <= one <= 255 for one in typed):
            raise refuse("Kies een kleur, bijvoorbeeld #0f5f66.")
        if (found := contrast_with_white(typed)) < LEAST_CONTRAST:
            raise refuse(
                f"Op deze kleur zijn witte letters niet goed te lezen: het contrast is "
                f"{number(found, 1)} en moet ten minste {number(LEAST_CONTRAST, 1)} zijn. "
                f"Neem een donkerder tint, bijvoorbeeld {as_hex(darkened(typed))}."
            )
        return typed

    def in_words(self) -> dict[str, str]:
        """Its fields by their Dutch names."""
        return {"Kleur": as_hex(self.colour)}


def as_hex(colour: Colour) -> str:
    """`(15, 95, 102)` -> `#0f5f66`."""
    return "#" + "".join(f"{one:02x}" for one in colour)


def from_hex(typed: str) -> Colour | None:
    """`#0f5f66` -> `(15, 95, 102)`; None for anything else."""
    found = _HEX.fullmatch(typed.strip())
    if not found:
        return None
    red, green, blue = bytes.fromhex(found[1])
    return (red, green, blue)


def contrast_with_white(colour: Colour) -> float:
    """The contrast of white text on a colour, 1 to 21 (WCAG 2.2, contrast ratio)."""
    red, green, blue = (_linear(one / 255) for one in colour)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def darkened(colour: Colour) -> Colour:
    """The same hue, only as much darker as white letters need."""
    for step in range(_STEPS, -1, -1):
        red, green, blue = (int(one * step / _STEPS) for one in colour)
        if contrast_with_white((red, green, blue)) >= LEAST_CONTRAST:
            return (red, green, blue)
    return (0, 0, 0)


def _linear(channel: float) -> float:
    """A channel of sRGB (0-1) as light."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
