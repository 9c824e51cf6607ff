"""When two spellings are one name."""

import re
import unicodedata

_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


def name_key(text: str) -> str:
    """The spelling without case, accents, punctuation and spaces.

    `Súdwest-Fryslân` becomes `sudwestfryslan`; a name without letters or digits becomes empty.
    """
    if text.isascii():
        return _NOT_A_LETTER.sub("", text.lower())
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _NOT_A_LETTER.sub("", "".join(c for c in plain if not unicodedata.combining(c)))


def name_keys(words: str) -> list[str] | None:
    """Each of several words as a name key, to search with; None where there are none."""
    return list(filter(None, map(name_key, words.split()))) or None
