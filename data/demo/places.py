"""Which library of the example serves which gemeenten."""

from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt

from data.demo.catalogue import Catalogue

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
MOST_LIBRARIES = 140


@dataclass(frozen=True)
class Places:
    """The gemeenten, one position each in every field."""

    code: list[str]
    name: list[str]
    region: list[str]
    province: list[str]
    point: Floats
    inhabitants: Floats
    size: dict[str, Ints]

    @classmethod
    def of(cls, rows: list[dict[str, Any]]) -> "Places":
        """From the rows of `example_gemeenten`."""
        inhabitants = np.array([row["inhabitants"] for row in rows], dtype=np.float64)
        return cls(
            code=[row["code"] for row in rows],
            name=[row["name"] for row in rows],
            region=[row["region"].removeprefix("Regio ") for row in rows],
            province=[row["province"] for row in rows],
            point=np.array([(row["latitude"] * 1.6, row["longitude"]) for row in rows]),
            inhabitants=inhabitants,
            size={
                "po": np.array([row["po"] for row in rows], dtype=np.int64),
                "vo": np.array([row["vo"] for row in rows], dtype=np.int64),
                "kdv": np.ceil(inhabitants / 2500).astype(np.int64),
            },
        )


@dataclass(frozen=True)
class Area:
    """A library and the positions of the gemeenten it serves; `lone` is one of these, or -1."""

    name: str
    region: str
    members: list[int]
    strength: float
    gaps: float
    lone: int


def areas(
    catalogue: Catalogue, places: Places, partnerships: int, rng: np.random.Generator
) -> list[Area]:
    """The eight libraries of the catalogue, and above 400 partnerships others for all the rest."""
    at = {code: position for position, code in enumerate(places.code)}
    named = [
        Area(
            name=library.name,
            region=library.region,
            members=[at[code] for code in library.gemeenten],
            strength=library.strength,
            gaps=library.gaps,
            lone=at[library.lone] if library.lone else -1,
        )
        for library in catalogue.libraries
    ]
    if partnerships <= 400:
        return named
    served = {member for area in named for member in area.members}
    rest = [position for position in range(len(places.code)) if position not in served]
    grown = min(1.0, np.log(partnerships / 400) / np.log(250))
    more = max(20, round((MOST_LIBRARIES - len(named)) * grown))
    groups = _neighbours(rest, places, more)
    names = [
        f"Bibliotheek De {a} {b}" for a, b in product(catalogue.more.first, catalogue.more.second)
    ]
    strengths = np.exp(rng.normal(0, 0.35, len(groups)))
    gaps = rng.uniform(0.1, 0.4, len(groups))
    return named + [
        Area(name, places.region[group[0]], group, float(strength), float(gap), -1)
        for name, group, strength, gap in zip(
            rng.permutation(names), groups, strengths, gaps, strict=False
        )
    ]


def _neighbours(rest: list[int], places: Places, groups: int) -> list[list[int]]:
    """About so many groups of gemeenten in one province, each around its outermost one."""
    made: list[list[int]] = []
    most = int(np.ceil(len(rest) / groups))
    for province in sorted(set(places.province)):
        left = [position for position in rest if places.province[position] == province]
        share = max(1, round(len(left) / len(rest) * groups))
        while left:
            size = min(most + 1, int(np.ceil(len(left) / max(1, share))))
            share -= 1
            middle = places.point[left].mean(axis=0)
            distance = ((places.point[left] - middle) ** 2).sum(axis=1)
            outermost = places.point[left[int(distance.argmax())]]
            near = ((places.point[left] - outermost) ** 2).sum(axis=1).argsort()[:size]
            made.append([left[index] for index in near])
            left = [position for position in left if position not in made[-1]]
    return made
