"""Everything in the store of one person: the places of core.personal_data in which he is named.

What is a name or an address and nothing else is his; of a text that names him somebody decides
whether it is he who is meant. Who sees not everything finds what he sees.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from core.personal_data import GONE, HELD, Held, Way, held_at
from core.sought import Sought, sought
from data.errors import InputRefused
from data.store import Reader, Row

_LIST = re.compile(r"\[\d+\]")
_KEY = re.compile(r'^content\.filters\.(?:"[^"]*"|\w+)')
# What is left of a text: what stood before and after the name stays.
AROUND = rf"\1{GONE}\2"


@dataclass(frozen=True)
class Text:
    """A text in which somebody is named, once however often it stands in the store."""

    value: str
    without: str
    labels: tuple[str, ...]
    now: int
    logged: int


@dataclass(frozen=True)
class Count:
    """How often somebody stands in one row of the list: in what is there, and in the log."""

    held: Held
    now: int
    logged: int


@dataclass(frozen=True)
class Found:
    """What there is of somebody. `rows`: place, id, logged, side, path, value, is_whole, held."""

    sought: Sought
    rows: Sequence[Row] = field(repr=False)

    @property
    def by_itself(self) -> list[Row]:
        """What is erased without anybody having to decide."""
        return [row for row in self.rows if is_own(row)]

    def counts(self) -> list[Count]:
        """By row of the list, the most first."""
        found = Counter((row["held"], row["logged"] is None) for row in self.rows)
        helds = dict.fromkeys(held for held, _ in found)
        made = [Count(held, found[held, True], found[held, False]) for held in helds]
        return sorted(made, key=lambda one: (-(one.now + one.logged), HELD.index(one.held)))

    def texts(self) -> list[Text]:
        """What somebody decides about, those that are there now first."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            if not is_own(row):
                found.setdefault(row["value"], []).append(row)
        made = [_text(value, rows) for value, rows in found.items()]
        return sorted(made, key=lambda one: (one.now == 0, one.labels, one.value))


def is_own(row: Row) -> bool:
    """Whether a found row is a field of a person with this name or address in it."""
    return bool(row["is_whole"]) and row["held"].way is not Way.TEXT


def _text(value: str, rows: Sequence[Row]) -> Text:
    now = sum(row["logged"] is None for row in rows)
    labels = tuple(dict.fromkeys(row["held"].label for row in rows))
    return Text(value, rows[0]["without"], labels, now, len(rows) - now)


def sought_by(typed: Iterable[str]) -> Sought:
    """Who is meant by what somebody typed; raises InputRefused where nobody can be."""
    try:
        return sought(list(typed))
    except ValueError as error:
        raise InputRefused("Hier is niet op te zoeken", str(error)) from None


def find(store: Reader, he: Sought) -> Found:
    """Everything of somebody."""
    rows = []
    for row in personal_data_found(store, he):
        held = held_at(row["place"], place_of(row["path"]))
        if held is not None:
            rows.append(row | {"held": held})
    return Found(he, rows)


def personal_data_found(store: Reader, he: Sought) -> list[Row]:
    """Each text that names somebody: place, id, logged, side, path, value, is_whole, without."""
    return store.rows(
        "personal_data_found", near=he.near, within=he.within, whole=he.whole, around=AROUND
    )


def personal_rows(store: Reader, he: Sought, whole: Iterable[tuple[str, str]]) -> list[Row]:
    """The rows (as JSON) in which somebody may be named, and all versions of those in `whole`."""
    return store.rows("personal_rows", near=he.near, whole=[" ".join(one) for one in whole])


def place_of(path: str) -> str:
    """The place of a path in JSON, as the list names it.

    >>> place_of("$.content.actions[3].owner")
    'content.actions[].owner'
    """
    bare = _LIST.sub("[]", path.removeprefix("$."))
    return _KEY.sub("content.filters.*", bare)
