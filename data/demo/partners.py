"""Who takes part: the partners of every partnership of the example."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from core.names import name_key
from data.demo.catalogue import Catalogue, PartnerSource
from data.demo.places import Area, Ints, Places
from data.demo.sample import Sample

_MANY = 1000  # more than any source has places, or names in one place


@dataclass(frozen=True)
class Partners:
    """The partners (`name`, `name_key`, `type`, `gemeente`) and which partnership has them.

    Partnership n has `member[start[n]:start[n + 1]]`, positions in the table, its first one first.
    """

    table: pa.Table
    start: Ints
    member: Ints

    @property
    def first(self) -> Ints:
        return self.member[self.start[:-1]]


def partners(
    sample: Sample,
    catalogue: Catalogue,
    areas: list[Area],
    places: Places,
    rng: np.random.Generator,
) -> Partners:
    """Give every partnership of the sample its partners."""
    row, turn, code = _members(sample, catalogue, places, rng)
    order = np.lexsort((turn, row))
    codes, member = np.unique(code[order], return_inverse=True)
    start = np.searchsorted(row[order], np.arange(len(sample) + 1))
    return Partners(_table(codes, catalogue, areas, places), start, member)


def _members(
    sample: Sample, catalogue: Catalogue, places: Places, rng: np.random.Generator
) -> tuple[Ints, Ints, Ints]:
    """Every part taken: the partnership, the partner's turn in it, and the partner's code."""
    names = list(catalogue.sources)
    found: list[tuple[Ints, Ints, Ints]] = []
    for number, kind in enumerate(catalogue.kind_list):
        rows = np.flatnonzero(sample.kind == number)
        for entry, (name, least, most, chance) in enumerate(kind.partners):
            source = catalogue.sources[name]
            here = rows[rng.random(len(rows)) < chance]
            size = _size(source, places)[sample.place[here]]
            first = sample.slot[here] if entry == 0 else rng.integers(0, _MANY, len(here))
            step = most if kind.per == "cap" and entry == 0 else 1
            amount = np.minimum(rng.integers(least, most + 1, len(here)), size)
            for nth in range(most):
                some = nth < amount
                which = ((first * step + nth) % size)[some]
                code = (
                    names.index(name) * _MANY + _where(source, sample, here)[some]
                ) * _MANY + which
                found.append((here[some], np.full(len(code), entry * 100 + nth), code))
    rows, turns, codes = (np.concatenate(part) for part in zip(*found, strict=True))
    return rows, turns, codes


def _where(source: PartnerSource, sample: Sample, rows: Ints) -> Ints:
    if source.scope == "gemeente":
        return sample.place[rows]
    return sample.library[rows] if source.scope == "library" else np.zeros_like(rows)


def _size(source: PartnerSource, places: Places) -> Ints:
    """How many partners of this source there are in each gemeente; never all schools."""
    most = len(source.names) * len(source.prefixes)
    if source.size == "names":
        return np.full(len(places.code), most)
    size: Ints = np.clip(np.floor(places.size[source.size] * 0.95), 1, most).astype(np.int64)
    return size


def _table(codes: Ints, catalogue: Catalogue, areas: list[Area], places: Places) -> pa.Table:
    names: list[str] = []
    gemeenten: list[str | None] = []
    for code in codes.tolist():
        source = catalogue.source_list[code // _MANY**2]
        where, which = code // _MANY % _MANY, code % _MANY
        local = source.scope == "gemeente"
        name = _name(source, where, which)
        gemeenten.append(places.code[where] if local else None)
        if local:
            name = name.replace("{g}", plain(places.name[where]))
        names.append(
            name.replace("{r}", areas[where].region) if source.scope == "library" else name
        )
    types = [source.type for source in catalogue.source_list]
    return pa.table(
        {
            "name": names,
            "name_key": [name_key(name) for name in names],
            "type": [types[code // _MANY**2] for code in codes.tolist()],
            "gemeente": pa.array(gemeenten, pa.string()),
        }
    )


def plain(gemeente: str) -> str:
    """The name of a gemeente as people use it: `Bergen (NH.)` -> `Bergen`."""
    return gemeente.split(" (", maxsplit=1)[0]


def _name(source: PartnerSource, where: int, which: int) -> str:
    """The which-th name in a place; each place has its own order, no name comes twice in one."""
    many = len(source.names)
    shift = where * 17 if source.shuffled or source.size in ("po", "kdv", "vo") else 0
    chosen = (which * _stride(many) + shift) % many if shift else which % many
    mixed = (chosen * 7919 + where * 104729) % 1009
    prefix = source.prefixes[(which // many + mixed) % len(source.prefixes)]
    return f"{prefix} {source.names[chosen]}".strip()


def _stride(many: int) -> int:
    """A step that visits every one of so many names once before it returns."""
    return next(step for step in range(min(7, many), 0, -1) if np.gcd(step, many) == 1)
