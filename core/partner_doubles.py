"""Which partners are probably one and the same: by name and gemeente, each with the reason.

Precise rather than complete, because a person reads every suggestion: two names are alike when they
are the same letters, when they differ in words that only say what kind of organisation it is or in
the order of words, or when one word differs by a typing error. Partners of different types under a
name that is only like are not suggested; namesakes in different gemeenten are, as less sure.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product

from rapidfuzz.distance import OSA

from core.names import name_key
from core.partner import BY_GEMEENTE
from core.wording import number

# How sure, the surest first. Namesakes in other gemeenten may be one organisation that works in
# more of them; of schools and childcare they hardly ever are.
SAME, KIND_WORDS, TYPING, NAMESAKES, NAMESAKE_SCHOOLS = range(5)
# Of so many partners with a word in common, typing errors are not looked for two by two: a name
# that so many share says too little.
MOST_ALIKE = 400
# In longer words two letters may differ; in short ones no letter, or Oost would be Post.
ONE_WRONG, TWO_WRONG = 5, 9
# More than a person can look through at once; what is left over comes when these are decided.
LARGEST = 8
_WORD = re.compile(r"[a-z]+|\d+")
_ABBREVIATED = re.compile(r"\b\w\.\w")
_READ = 100_000  # names that stay taken apart: that takes most of the time
_SHORT = {
    "gem": "gemeente",
    "bieb": "bibliotheek",
    "bibl": "bibliotheek",
    "st": "stichting",
    "stg": "stichting",
    "ver": "vereniging",
    "kdv": "kinderdagverblijf",
    "wst": "woningstichting",
    "zkh": "ziekenhuis",
}
# What says only what kind of organisation it is, and of which kind: childcare and a school in one
# building often have one name.
_KINDS = {
    "school": "obs cbs rkbs rkb pcbs pcb ibs bs gbs abs sbo basisschool openbare christelijke "
    "katholieke protestantse islamitische bijzondere school kindcentrum ikc daltonschool "
    "montessorischool jenaplanschool",
    "vo": "college lyceum gymnasium mavo vmbo scholengemeenschap sg praktijkschool",
    "opvang": "kinderdagverblijf kinderopvang bso peuterspeelzaal kinderdagopvang kindercentrum "
    "peuteropvang gastouderbureau",
    "": "stichting vereniging bv nv cooperatie de het een t van voor en in te der den",
    "gemeente": "gemeente",
}
# An openbare and a christelijke school of one name are two.
_CHURCHES = {
    "openbaar": "obs openbare",
    "christelijk": "cbs pcbs pcb christelijke protestantse",
    "katholiek": "rkbs rkb katholieke",
    "islamitisch": "ibs islamitische",
    "gereformeerd": "gbs",
}
_CHURCH_OF = {word: church for church, words in _CHURCHES.items() for word in words.split()}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}


@dataclass(frozen=True)
class Known:
    """A partner as far as it is compared; `gemeente` is a code."""

    id: int
    name: str
    type: str | None
    gemeente: str | None


@dataclass(frozen=True)
class Suggestion:
    """Partners (ids, ascending) that look the same, why, and how sure: SAME is the surest."""

    partners: tuple[int, ...]
    reason: str
    grade: int


@dataclass(frozen=True)
class Alike:
    """What looks the same, whatever people decided of it: see `alike`.

    Of each pair (ids) how sure and why; groups of namesakes in different gemeenten, with how sure;
    and of each partner its name key and gemeente.
    """

    pairs: Mapping[frozenset[int], tuple[int, str]]
    namesakes: Sequence[tuple[tuple[int, ...], int]]
    keys: Mapping[int, str]
    places: Mapping[int, str | None]


@dataclass(frozen=True)
class _Read:
    """A partner with its name taken apart: its own words, and what those of its kind say."""

    known: Known
    key: str
    words: tuple[str, ...]
    kinds: frozenset[str]
    churches: frozenset[str]


def doubles(partners: Sequence[Known], decided: Iterable[Sequence[int]] = ()) -> list[Suggestion]:
    """Groups of partners that are probably one, the surest first: see `undecided`."""
    return undecided(alike(partners), decided)


def alike(partners: Sequence[Known]) -> Alike:
    """Which partners look the same."""
    read = [_read(one) for one in partners]
    pairs: dict[frozenset[int], tuple[int, str]] = {}
    for first, second in _candidates(read):
        pair = frozenset((first.known.id, second.known.id))
        if pair not in pairs and (found := _alike(first, second)):
            pairs[pair] = found
    return Alike(
        pairs,
        _namesakes(read),
        {one.known.id: one.key for one in read},
        {one.known.id: one.known.gemeente for one in read},
    )


def undecided(found: Alike, decided: Iterable[Sequence[int]] = ()) -> list[Suggestion]:
    """What looks the same as groups on which nobody decided, the surest first.

    `decided` are ids of partners of which a person said that no two are the same.
    """
    apart = {frozenset(pair) for ids in decided for pair in combinations(ids, 2)}
    pairs = {pair: why for pair, why in found.pairs.items() if pair not in apart}
    suggested = list(_grouped(pairs, apart, found.places))
    held = [set(one.partners) for one in suggested]
    for one in _in_other_gemeenten(found.namesakes, apart):
        if not any(set(one.partners) <= other for other in held):
            suggested.append(one)
    return sorted(suggested, key=lambda one: (one.grade, found.keys[one.partners[0]], one.partners))


def _read(one: Known) -> _Read:
    return _Read(one, name_key(one.name), *_taken_apart(one.name))


@lru_cache(maxsize=_READ)
def _taken_apart(name: str) -> tuple[tuple[str, ...], frozenset[str], frozenset[str]]:
    """The own words of a name, the kinds that its other words say, and the churches."""
    # Letters as in a name key, but words kept apart; points of abbreviations go: o.b.s. is obs.
    folded = unicodedata.normalize("NFKD", name.casefold().replace("'", " "))
    small = "".join(letter for letter in folded if not unicodedata.combining(letter))
    found = _WORD.findall(small.replace(".", "" if _ABBREVIATED.search(small) else " "))
    written = [_SHORT.get(word, word) for word in found]
    left = tuple(sorted(word for word in written if word not in _KIND_OF))
    kinds = frozenset(kind for word in written if (kind := _KIND_OF.get(word)))
    churches = frozenset(_CHURCH_OF[word] for word in written if word in _CHURCH_OF)
    return left or tuple(sorted(written)), kinds, churches


def _namesakes(read: Iterable[_Read]) -> list[tuple[tuple[int, ...], int]]:
    """Partners with one name in more than one gemeente, one of each, and how sure that says.

    Those of another type are others; one without a type may be any of them.
    """
    by_name: dict[str, list[Known]] = defaultdict(list)
    for one in read:
        if one.known.gemeente and one.key:
            by_name[one.key].append(one.known)
    found = []
    for those in by_name.values():
        types: list[str | None] = [*sorted({one.type for one in those if one.type})]
        for kind in types or [None]:
            # Two of one gemeente are another suggestion.
            some = {one.gemeente: one.id for one in those[::-1] if one.type in (kind, None)}
            if len(some) > 1:
                grade = NAMESAKE_SCHOOLS if kind in BY_GEMEENTE else NAMESAKES
                found.append((tuple(sorted(some.values())), grade))
    return found


def _in_other_gemeenten(
    namesakes: Iterable[tuple[tuple[int, ...], int]], apart: Collection[frozenset[int]]
) -> Iterator[Suggestion]:
    """Namesakes of which at least two may still be one."""
    for ids, grade in namesakes:
        left = tuple(
            one
            for one in ids
            if any(other != one and frozenset((one, other)) not in apart for other in ids)
        )
        if left:
            why = f"zelfde naam, in {number(len(left))} gemeenten"
            if grade == NAMESAKE_SCHOOLS:
                why += "; bij scholen en opvang zijn dat er meestal meer"
            yield Suggestion(left, why, grade)


def _candidates(read: Iterable[_Read]) -> Iterator[tuple[_Read, _Read]]:
    """Pairs that may be alike: with the same letters or words, or all words but one."""
    by: dict[tuple[str, ...], list[_Read]] = defaultdict(list)
    for one in read:
        by["=", one.key].append(one)
        by["w", *one.words].append(one)
        for at, word in enumerate(one.words):
            if len(word) < ONE_WRONG or word.isdigit():
                continue
            rest = one.words[:at] + one.words[at + 1 :]
            # Two words with one typing error between them begin or end with the same letters.
            by["<", word[: len(word) // 2][:3], *rest].append(one)
            by[">", word[-3:], *rest].append(one)
    for group in by.values():
        if len(group) > 1:
            yield from _near(group)


def _near(group: Sequence[_Read]) -> Iterator[tuple[_Read, _Read]]:
    """The pairs of which the gemeente is the same, or of one not known."""
    there: dict[str | None, list[_Read]] = defaultdict(list)
    for one in group:
        there[one.known.gemeente].append(one)
    nowhere = there[None]
    for place, those in there.items():
        if len(those) + len(nowhere) <= MOST_ALIKE:
            yield from combinations(those, 2)
            if place is not None and nowhere:
                yield from product(those, nowhere)


def _alike(first: _Read, second: _Read) -> tuple[int, str] | None:
    """How sure two are the same and why, or nothing."""
    if first.known.id == second.known.id or not _may_be_one(first, second):
        return None
    where = _where(first.known, second.known)
    if first.key == second.key:
        return SAME, f"zelfde naam, {where}"
    if not _same_kind(first, second):
        return None
    if first.words == second.words:
        return KIND_WORDS, f"de namen verschillen alleen in woorden die de soort noemen, {where}"
    if wrong := _typing_error(first.words, second.words):
        return TYPING, f"‘{wrong[0]}’ en ‘{wrong[1]}’ lijken één woord met een typefout, {where}"
    return None


def _may_be_one(first: _Read, second: _Read) -> bool:
    """Whether gemeente and type leave room for it; what is not filled in always does."""
    one, other = first.known, second.known
    if one.gemeente and other.gemeente and one.gemeente != other.gemeente:
        return False
    return first.key == second.key or not (one.type and other.type and one.type != other.type)


def _same_kind(first: _Read, second: _Read) -> bool:
    return all(
        not (one and other) or one & other
        for one, other in ((first.kinds, second.kinds), (first.churches, second.churches))
    )


def _where(one: Known, other: Known) -> str:
    if one.gemeente and other.gemeente:
        return "in dezelfde gemeente"
    if one.gemeente or other.gemeente:
        return "en van één is de gemeente niet bekend"
    return "zonder gemeente"


def _typing_error(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, str] | None:
    """The one word that is written differently in each, if that is all that differs."""
    ours, theirs = list(first), list(second)
    for word in first:
        if word in theirs:
            ours.remove(word)
            theirs.remove(word)
    if len(ours) != 1 or len(theirs) != 1:
        return None
    [one], [other] = ours, theirs
    shortest = min(len(one), len(other))
    allowed = 0 if shortest < ONE_WRONG else 1 if shortest < TWO_WRONG else 2
    if one.isdigit() or other.isdigit():
        allowed = 0
    return (one, other) if OSA.distance(one, other) <= allowed else None


def _grouped(
    pairs: Mapping[frozenset[int], tuple[int, str]],
    apart: set[frozenset[int]],
    places: Mapping[int, str | None],
) -> Iterator[Suggestion]:
    """Pairs that hang together as one suggestion, unless a person kept some of them apart."""
    for ids in _hanging_together(pairs):
        inside = [frozenset(pair) for pair in combinations(ids, 2)]
        held = [pair for pair in inside if pair in pairs]
        if not apart.isdisjoint(inside):
            for pair in held:
                yield Suggestion(tuple(sorted(pair)), pairs[pair][1], pairs[pair][0])
            continue
        grade, reason = max(pairs[pair] for pair in held)
        if len(known := {places[id_] for id_ in ids} - {None}) > 1:
            # What joins them is one whose gemeente is not known: it can be in one of them only.
            grade = NAMESAKES
            reason = f"in {number(len(known))} gemeenten, en van één is de gemeente niet bekend"
        for at in range(0, len(ids), LARGEST):
            if len(some := ids[at : at + LARGEST]) > 1:
                yield Suggestion(tuple(some), reason, grade)


def _hanging_together(pairs: Iterable[frozenset[int]]) -> Iterable[list[int]]:
    """The ids that pairs join, each group ascending."""
    group: dict[int, int] = {}

    def first(id_: int) -> int:
        while group.setdefault(id_, id_) != id_:
            id_ = group[id_]
        return id_

    for low, high in sorted(sorted(pair) for pair in pairs):
        one, other = sorted((first(low), first(high)))
        group[other] = one
    members: dict[int, list[int]] = defaultdict(list)
    for id_ in sorted(group):
        members[first(id_)].append(id_)
    return members.values()
