"""How a person is recognised in texts: by name, e-mail address or telephone number, as typed.

What is looked for becomes a regular expression (of RE2, as the store has it): whole words, without
regard to case, accents and the number of spaces; a telephone number however it is written. Other
ways to write a name are offered (`variants`), never assumed.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

MOST, LONGEST, SHORTEST, PHONE_DIGITS = 10, 100, 2, 8
_WORD = r"\p{L}\p{M}\p{N}"
_SPACE = r"[\s\p{Z}]+"
_PHONE = re.compile(r"[+\d(][\d\s()./+-]*")
_PREFIX = re.compile(r"(?:\+|00)31\(?0?\)?|0")


@dataclass(frozen=True)
class Sought:
    """Somebody to look for: each of `terms` is he."""

    terms: tuple[str, ...]

    @property
    def near(self) -> str:
        """What every row that holds him matches, as JSON text; others may match it too."""
        return f"(?is){'|'.join(_near(one) for one in self.terms)}"

    @property
    def within(self) -> str:
        """What every text that names him matches; the first and last group stand around him."""
        return f"(?i)(^|[^{_WORD}])(?:{self._any})($|[^{_WORD}])"

    @property
    def whole(self) -> str:
        """What a text matches that is his name or address and nothing else."""
        return rf"(?i)^[\s\p{{Z}}]*(?:{self._any})[\s\p{{Z}}]*$"

    @property
    def _any(self) -> str:
        return "|".join(_pattern(one) for one in self.terms)


def sought(typed: Sequence[str]) -> Sought:
    """Who is meant by these words, each a name, an address or a number.

    Raises ValueError with what is wrong in Dutch.
    """
    terms = dict.fromkeys(" ".join(unicodedata.normalize("NFC", one).split()) for one in typed)
    found = tuple(one for one in terms if one)
    if not found:
        raise ValueError("Vul een naam, e-mailadres of telefoonnummer in.")
    if len(found) > MOST:
        raise ValueError(f"Zoek op hoogstens {MOST} namen en adressen tegelijk.")
    for one in found:
        if len(one) > LONGEST:
            raise ValueError(f"Een naam of adres heeft hier hoogstens {LONGEST} tekens.")
        if sum(map(str.isalnum, one)) < SHORTEST:
            raise ValueError(f"“{one}” is te kort: vul ten minste {SHORTEST} letters in.")
    return Sought(found)


def variants(term: str) -> list[str]:
    """Other ways in which people write a name of several words; none for addresses and numbers.

    >>> variants("Jan de Vries")
    ['J. de Vries', 'J de Vries', 'Vries, Jan de', 'de Vries, Jan']
    """
    words = term.split()
    if len(words) < 2 or "@" in term or _is_phone(term):
        return []
    first, *rest = words
    last = " ".join(rest)
    between = " ".join(rest[:-1])
    made = [f"{first[0]}. {last}", f"{first[0]} {last}"]
    made += [f"{rest[-1]}, {first} {between}".strip(), f"{last}, {first}"]
    return [one for one in dict.fromkeys(made) if one != term]


def _is_phone(term: str) -> bool:
    return bool(_PHONE.fullmatch(term)) and sum(map(str.isdecimal, term)) >= PHONE_DIGITS


def _digits(term: str) -> str:
    """The digits of a telephone number after what it begins with."""
    bare = re.sub(r"[\s./-]", "", term)
    return re.sub(r"\D", "", _PREFIX.sub("", bare, count=1))


def _pattern(term: str) -> str:
    if _is_phone(term):
        between = r"[\s\p{Z}()./-]*"
        return rf"(?:(?:\+|00)31[\s()0-]*|\(?0){between}" + between.join(_digits(term))
    return _SPACE.join("".join(map(_letter, word)) for word in term.split())


def _near(term: str) -> str:
    """The same in JSON, where some characters are written otherwise."""
    if _is_phone(term):
        return r"[^\p{L}\d]*".join(_digits(term))
    parts = re.split(r"[\W_]+", term)
    return ".{1,12}".join("".join(map(_letter, part)) for part in parts if part)


def _variants_of_letters() -> dict[str, str]:
    """Each plain letter with all that are the same but for an accent."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        plain = unicodedata.normalize("NFD", chr(code).lower())
        if len(chr(code).lower()) == 1 and len(plain) > 1:
            found[plain[0]].add(chr(code).lower())
    return {plain: "".join(sorted(others)) for plain, others in found.items()}


_ACCENTED = _variants_of_letters()


def _letter(char: str) -> str:
    """What matches a character, with or without its accents."""
    plain = unicodedata.normalize("NFD", char.lower())[0]
    if plain in _ACCENTED:
        return rf"[{plain}{_ACCENTED[plain]}]\p{{M}}*"
    return re.escape(char)
