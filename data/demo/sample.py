"""Which partnerships exist: a weighted draw from all that could.

Every kind could exist a number of times in every gemeente (or library). Some themes are left
out of some gemeenten, some gemeenten and libraries get more than others, every kind gets its
share, and every gemeente gets at least one.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from data.demo.catalogue import Kind
from data.demo.places import Area, Floats, Ints, Places

Flags = npt.NDArray[np.bool_]
ALWAYS = "Prestatieafspraken"


@dataclass(frozen=True)
class Sample:
    """One position a partnership in every field: which kind, library and gemeente, the how many-th.

    `gap[gemeente, theme]` tells where a theme is missing; `themes` gives the order of its columns.
    """

    kind: Ints
    library: Ints
    place: Ints
    slot: Ints
    gap: Flags
    themes: list[str]

    def __len__(self) -> int:
        return len(self.kind)


def draw(
    count: int, kinds: list[Kind], areas: list[Area], places: Places, rng: np.random.Generator
) -> Sample:
    """`count` partnerships (or as many as the gemeenten need), by library, gemeente and kind."""
    library_of = np.full(len(places.code), -1)
    for number, area in enumerate(areas):
        library_of[area.members] = number
    themes = sorted({theme for kind in kinds for themes in kind.themes for theme in themes})
    gap = _gaps(areas, themes, places, rng)
    share = np.array([kind.share for kind in kinds])
    quota = np.floor(share / share.sum() * count).astype(np.int64)
    room = _room(kinds, areas, places, gap, themes, library_of)
    if count > 400:
        room *= np.maximum(1, np.ceil(quota / np.maximum(1, room.sum(axis=1)))).astype(np.int64)[
            :, None
        ]
    always = np.array([[ALWAYS] in kind.programmes for kind in kinds])
    _leave_lone(room, areas, always)

    kind, place = (np.repeat(index.ravel(), room.ravel()) for index in np.indices(room.shape))
    slot = np.arange(len(kind)) - np.repeat(np.cumsum(room.ravel()) - room.ravel(), room.ravel())
    key = _keys(areas, places, library_of, rng)[place] + rng.gumbel(size=len(kind))
    key = np.where(np.array([k.per == "cap" for k in kinds])[kind], key, key - 0.3)
    chosen = np.flatnonzero(_choose(count, quota, kind, place, key, always))
    chosen = chosen[
        np.lexsort((slot[chosen], kind[chosen], place[chosen], library_of[place[chosen]]))
    ]
    return Sample(kind[chosen], library_of[place[chosen]], place[chosen], slot[chosen], gap, themes)


def _gaps(areas: list[Area], themes: list[str], places: Places, rng: np.random.Generator) -> Flags:
    """Which themes are missing where: fewest in the largest gemeente of a library, seldom GEM."""
    chance = np.zeros(len(places.code))
    for area in areas:
        chance[area.members] = area.gaps
        chance[max(area.members, key=lambda member: places.inhabitants[member])] /= 4
    gap: Flags = rng.random((len(chance), len(themes))) < chance[:, None]
    gap[:, themes.index("GEM")] &= rng.random(len(chance)) < 0.2
    return gap


def _room(
    kinds: list[Kind],
    areas: list[Area],
    places: Places,
    gap: Flags,
    themes: list[str],
    library_of: Ints,
) -> Ints:
    """How many of each kind could exist in each gemeente."""
    room = np.zeros((len(kinds), len(places.code)), dtype=np.int64)
    seats = [next(m for m in area.members if m != area.lone) for area in areas]
    for number, kind in enumerate(kinds):
        if kind.scope == "library":
            room[number, seats] = int(kind.cap)
            continue
        if kind.per == "cap":
            room[number] = int(kind.cap)
        else:
            room[number] = np.ceil(places.size[kind.per] * kind.cap)
        room[number, gap[:, themes.index(kind.themes[0][0])]] = 0
    room[:, library_of < 0] = 0
    return room


def _leave_lone(room: Ints, areas: list[Area], always: Flags) -> None:
    for area in areas:
        if area.lone >= 0:
            room[:, area.lone] = always


def _keys(areas: list[Area], places: Places, library_of: Ints, rng: np.random.Generator) -> Floats:
    """How likely a partnership is in each gemeente, as a logarithm."""
    strength = np.array([area.strength for area in areas])[library_of]
    size: Floats = 0.3 * np.log(places.inhabitants / 50_000)
    key: Floats = 1.3 * np.log(strength) + size + rng.normal(0, 0.28, len(places.code))
    return key


def _choose(count: int, quota: Ints, kind: Ints, place: Ints, key: Floats, always: Flags) -> Flags:
    """One for each gemeente first, then every kind its quota, then the likeliest of the rest."""
    chosen = np.zeros(len(kind), dtype=bool)
    order = np.lexsort((-(key + 4.0 * always[kind]), place))
    chosen[order[np.flatnonzero(np.diff(place[order], prepend=-1))]] = True
    left = quota - np.bincount(kind[chosen], minlength=len(quota))
    rest = np.flatnonzero(~chosen)
    rest = rest[np.lexsort((-key[rest], kind[rest]))]
    size = np.bincount(kind[rest], minlength=len(quota))
    rank = np.arange(len(rest)) - (np.cumsum(size) - size)[kind[rest]]
    by_quota = rest[rank < left[kind[rest]]]
    by_quota = by_quota[np.argsort(-key[by_quota])][: max(0, count - int(chosen.sum()))]
    chosen[by_quota] = True
    rest = np.flatnonzero(~chosen)
    missing = max(0, count - int(chosen.sum()))
    chosen[rest[np.argsort(-key[rest])][:missing]] = True
    return chosen
