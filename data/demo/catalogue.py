"""What the example is made of: libraries, partners and kinds of partnership, from TOML files."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

FOLDER = Path(__file__).parent


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ExampleLibrary(_Entry):
    """A library: who it serves, how much goes on there, and how often a theme is missing."""

    name: str
    region: str
    gemeenten: list[str]
    strength: float = 1.0
    gaps: float = 0.25
    lone: str | None = None


class MoreNames(_Entry):
    """Words that together name the further libraries of a larger example."""

    first: list[str]
    second: list[str]


class PartnerSource(_Entry):
    """Where the names of one sort of partner come from."""

    type: str
    scope: Literal["gemeente", "library", "nation"]
    names: list[str] = Field(min_length=1)
    prefixes: list[str] = [""]
    size: Literal["po", "vo", "kdv", "names"] = "names"
    shuffled: bool = False


class Kind(_Entry):
    """One kind of partnership; the fields are explained in `kinds.toml`."""

    share: float = Field(gt=0)
    scope: Literal["gemeente", "library"] = "gemeente"
    per: Literal["po", "vo", "kdv", "cap"]
    cap: float
    name: str
    partners: list[tuple[str, int, int, float]]
    themes: list[list[str]]
    programmes: list[list[str]]
    forms: list[str]
    levels: list[str] = ["lokaal"]
    hours: float
    budget: float
    growth: float = Field(ge=-1, le=1)
    steady: bool = False
    goals: dict[str, int]
    owners: list[str]
    aims: list[str]
    results: list[str]
    notes: list[str]


class Catalogue(_Entry):
    """The whole of it; partners and kinds by their key in the files."""

    libraries: list[ExampleLibrary]
    more: MoreNames
    sources: dict[str, PartnerSource]
    kinds: dict[str, Kind]

    @property
    def source_list(self) -> list[PartnerSource]:
        return list(self.sources.values())

    @property
    def kind_list(self) -> list[Kind]:
        return list(self.kinds.values())


@cache
def catalogue() -> Catalogue:
    """The catalogue of this folder, checked."""
    libraries = _read("libraries")
    return Catalogue(
        libraries=libraries["library"],
        more=libraries["more"],
        sources=_read("partners"),
        kinds=_read("kinds"),
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
