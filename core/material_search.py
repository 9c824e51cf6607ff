"""Ranked search through materials: whole words before beginnings, endings and typing errors.

A material is found when each word that was typed is in it: whole, as the beginning of a word, as
the end of a longer word (Dutch writes compounds as one), or with a small typing error. How good
that is, is a number per word; the sum over the words orders what is found.

- How a word fits goes before where it stands: a whole word in the text before a beginning in the
  title. Within one way of fitting the title goes before the labels (kind, themes, programmes and
  so on), and those before the text.
- Typing errors are counted by the optimal string alignment distance (Damerau 1964; Boytsov 2011):
  a letter more, less or other, and two that changed places. One in a word from 5 letters on, two
  from 9 letters on, and never in the first letter of a word shorter than 9.

Case and accents make no difference. The words of all materials are held once, each with where it
stands, so that a search costs one pass over the different words and not over the texts.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

MOST_WORDS = 12
ENDING_FROM = 4
# What may stand behind a part of a compound, and how much stands before it at least: so that
# `format` is no part of `informatie`.
_PLURALS = ("", "s", "en", "e", "n")
_LEAD = 3
ONE_ERROR_FROM, TWO_ERRORS_FROM = 5, 9
EXCERPT = 220
_WORD = re.compile(r"[^\W_]+")
# Words that say nothing of what is looked for, unless nothing else was typed.
_EMPTY = """
aan als bij dat de die dit door een en er het hoe in is je met naar of om ons onze op over te tot u
uit uw van voor wat we wij zijn zo
"""
_EMPTY_WORDS = frozenset(_EMPTY.split())


class Fit(IntEnum):
    """How a typed word fits a word of a material, the best last."""

    TYPO = 1
    ENDING = 2
    BEGINNING = 3
    WHOLE = 4


class Place(IntEnum):
    """Where in a material a word stands, the best last."""

    TEXT = 1
    LABEL = 2
    TITLE = 3


class Searchable(NamedTuple):
    """What of a material is searched, under its key; `text` has no signs of its own."""

    key: str
    title: str
    labels: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Found:
    """A material that fits: its key, its points, and the words of materials that did it."""

    key: str
    points: int
    words: frozenset[str]


@dataclass(frozen=True)
class Finding:
    """What was found, the best first; `looked_for` are the words, `partial`: not all fit."""

    found: tuple[Found, ...]
    looked_for: tuple[str, ...]
    partial: bool = False


def folded(word: str) -> str:
    """A word without case and accents: `Coöperatie` -> `cooperatie`."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one))


def looked_for(typed: str) -> tuple[str, ...]:
    """The different words of a query; those that say nothing are left out where others remain.

    A single letter says nothing either.
    """
    words = dict.fromkeys(folded(one) for one in _WORD.findall(_composed(typed)))
    telling = [one for one in words if not _is_empty(one)] or list(words)
    return tuple(telling[:MOST_WORDS])


def is_too_short(typed: str) -> bool:
    """Whether there is nothing but single letters, with which nearly everything begins."""
    words = looked_for(typed)
    return bool(words) and all(len(one) == 1 for one in words)


def _is_empty(word: str) -> bool:
    return word in _EMPTY_WORDS or (len(word) == 1 and word.isalpha())


def points(fit: Fit, place: Place) -> int:
    """What one word counts: the way of fitting before the place, the place within it."""
    return fit * len(Place) + place


@dataclass
class Index:
    """The words of all materials and where each stands; made by `indexed`."""

    order: list[str] = field(default_factory=list)
    # Of each different word: in which material (its number) at which best place.
    stands: dict[str, dict[int, Place]] = field(default_factory=dict)
    # Of each material how many words its title has: of two that fit alike the plainer is first.
    title_words: list[int] = field(default_factory=list)

    @cached_property
    def words(self) -> list[str]:
        return list(self.stands)

    def fitting(self, word: str) -> dict[str, Fit]:
        """The words of materials that a typed word fits, and how."""
        found = dict.fromkeys(self._near(word), Fit.TYPO)
        if len(word) >= ENDING_FROM:
            endings = tuple(word + plural for plural in _PLURALS)
            least = len(word) + _LEAD
            ends = (one for one in self.words if one.endswith(endings) and len(one) >= least)
            found |= dict.fromkeys(ends, Fit.ENDING)
        found |= {one: Fit.BEGINNING for one in self.words if one.startswith(word)}
        return found | ({word: Fit.WHOLE} if word in self.stands else {})

    def _near(self, word: str) -> Iterator[str]:
        allowed = (len(word) >= ONE_ERROR_FROM) + (len(word) >= TWO_ERRORS_FROM)
        if not allowed:
            return
        near = process.extract_iter(
            word, self.words, processor=None, scorer=OSA.distance, score_cutoff=allowed
        )
        for one, _, _ in near:
            if len(word) >= TWO_ERRORS_FROM or one[0] == word[0]:
                yield one


def indexed(materials: Iterable[Searchable]) -> Index:
    """The index of these materials, whose order breaks the last ties."""
    index = Index()
    fold: dict[str, str] = {}
    stands: defaultdict[str, dict[int, Place]] = defaultdict(dict)
    for at, one in enumerate(materials):
        index.order.append(one.key)
        index.title_words.append(len(_WORD.findall(_composed(one.title))))
        # From the least place to the best, which so is what stays.
        for place, text in (
            (Place.TEXT, one.text),
            (Place.LABEL, " ".join(one.labels)),
            (Place.TITLE, one.title),
        ):
            for word in set(_WORD.findall(_composed(text))):
                if word not in fold:
                    fold[word] = folded(word)
                stands[fold[word]][at] = place
    index.stands = dict(stands)
    return index


def search(index: Index, typed: str) -> Finding:
    """The materials in which each typed word is found, the best first.

    Where there are none, those in which some are: first those with the most of the words.
    """
    words = looked_for(typed)
    per_word = [_per_material(index, word) for word in words]
    hits: dict[int, list[tuple[int, set[str]]]] = defaultdict(list)
    for fits in per_word:
        for at, one in fits.items():
            hits[at].append(one)
    most = max((len(one) for one in hits.values()), default=0)
    complete = {at: one for at, one in hits.items() if len(one) == len(words)}
    shown = complete or {at: one for at, one in hits.items() if len(one) == most}
    ranked = sorted(
        shown, key=lambda at: (-sum(one for one, _ in shown[at]), index.title_words[at], at)
    )
    found = tuple(
        Found(
            index.order[at],
            sum(one for one, _ in shown[at]),
            frozenset(word for _, those in shown[at] for word in those),
        )
        for at in ranked
    )
    return Finding(found, words, partial=bool(found) and not complete)


def _per_material(index: Index, word: str) -> dict[int, tuple[int, set[str]]]:
    """By material what the typed word counts there at best, and the words that it fits."""
    found: dict[int, tuple[int, set[str]]] = {}
    for other, fit in index.fitting(word).items():
        for at, place in index.stands[other].items():
            best, those = found.setdefault(at, (0, set()))
            those.add(other)
            found[at] = (max(best, points(fit, place)), those)
    return found


def marked(text: str, words: Iterable[str]) -> list[tuple[str, bool]]:
    """The text in pieces, with for each whether it is one of these (folded) words."""
    wanted, text = set(words), _composed(text)
    pieces: list[tuple[str, bool]] = []
    at = 0
    for word in _WORD.finditer(text):
        if folded(word[0]) in wanted:
            pieces += [(text[at : word.start()], False), (word[0], True)]
            at = word.end()
    pieces.append((text[at:], False))
    return [piece for piece in pieces if piece[0]]


def excerpt(text: str, words: Iterable[str], length: int = EXCERPT) -> str:
    """The piece of a text with the most of these words close together, else its beginning.

    It begins and ends between words, with an ellipsis where text is left out.
    """
    wanted, text = set(words), " ".join(_composed(text).split())
    if len(text) <= length:
        return text
    stand = [(one.start(), folded(one[0])) for one in _WORD.finditer(text)]
    starts = [at for at, word in stand if word in wanted]
    if not starts:
        return _cut(text, 0, length)
    lead = length // 4
    best = max(starts, key=lambda at: (_held(stand, wanted, at, at + length - lead), -at))
    return _cut(text, max(0, min(best - lead, len(text) - length)), length)


def _held(stand: Sequence[tuple[int, str]], wanted: set[str], low: int, high: int) -> int:
    return len({word for at, word in stand if low <= at < high and word in wanted})


def _cut(text: str, low: int, length: int) -> str:
    high = min(len(text), low + length)
    if low:
        low = text.find(" ", low, high) + 1 or low
    if high < len(text):
        end = text.rfind(" ", low, high)
        high = end if end > low else high
    return f"{'… ' if low else ''}{text[low:high].strip()}{' …' if high < len(text) else ''}"


def _composed(text: str) -> str:
    """One spelling of accents, so that a letter with its accent is one sign of a word."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)
