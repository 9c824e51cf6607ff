"""Which gemeente is meant: by name, other name, code, or what it has merged into."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from core.names import name_key
from data.store import Row

Read = Callable[..., list[Row]]

_CODE = re.compile(r"(?:gm)?\s*(\d{1,4})(?:\.0)?", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\(.*?\)")
_LIKE_ENOUGH = 72.0


@dataclass(frozen=True)
class Place:
    """A gemeente that was found; `merged_from` is the former gemeente that was named."""

    code: str
    merged_from: str | None = None


@dataclass(frozen=True)
class Unplaced:
    """Why no gemeente was found, in Dutch, with what may be meant."""

    reason: str


def known_gemeenten(read: Read) -> list[Row]:
    """Every gemeente with its names: code, name, spelling."""
    return read("known_gemeenten")


def merged_gemeenten(read: Read) -> list[Row]:
    """Former gemeenten: old_code, old_name, new_code; of a split one per place or postcode."""
    return read("merged_gemeenten")


class Gemeenten:
    """All gemeenten of the store, present and former, ready to be looked up."""

    def __init__(self, read: Read) -> None:
        self.names: dict[str, str] = {}
        self._spelled: dict[str, set[str]] = defaultdict(set)
        loose: dict[str, set[str]] = defaultdict(set)
        for row in known_gemeenten(read):
            self.names[row["code"]] = row["name"]
            self._spelled[name_key(row["spelling"])].add(row["code"])
            loose[name_key(_BRACKETS.sub("", row["name"]))].add(row["code"])
        for key, codes in loose.items():
            if key not in self._spelled or len(codes) > 1:
                self._spelled[key] |= codes
        self._former: dict[str, list[Row]] = defaultdict(list)
        for row in merged_gemeenten(read):
            self._former[row["old_code"]].append(row)
            if name_key(row["old_name"]) not in self._spelled:
                self._former[name_key(row["old_name"])].append(row)
        self._words = [*self.names.values()]
        self._keys = [name_key(word) for word in self._words]
        self._seen: dict[tuple[str, ...], Place | Unplaced] = {}

    def find(self, text: str, *parts: str) -> Place | Unplaced:
        """The gemeente that a name or code means.

        For one that was split up `parts` decide: a place, or the four digits of a postcode; of
        these the first that is known.
        """
        if (text, *parts) not in self._seen:
            self._seen[text, *parts] = self._find(text, parts)
        return self._seen[text, *parts]

    def _find(self, text: str, parts: tuple[str, ...]) -> Place | Unplaced:
        if found := _CODE.fullmatch(text.strip()):
            code = f"GM{int(found[1]):04d}"
            if code in self.names:
                return Place(code)
            if code in self._former:
                return self._successor(self._former[code], parts)
            return Unplaced(f"Er is geen gemeente met code {code}. Vul de naam in.")
        key = name_key(text)
        if key not in self._spelled and key not in self._former:
            key = key.removeprefix("gemeente")
        if codes := self._spelled.get(key):
            if len(codes) == 1:
                return Place(next(iter(codes)))
            return Unplaced(f"Deze naam hebben meer gemeenten. {self._question(sorted(codes))}")
        if key in self._former:
            return self._successor(self._former[key], parts)
        return Unplaced(f"Deze gemeente is niet bekend. {self.suggestion(text)}".strip())

    def _successor(self, rows: list[Row], parts: tuple[str, ...]) -> Place | Unplaced:
        name = rows[0]["old_name"]
        split = {name_key(row["place"]): row["new_code"] for row in rows if row["place"]}
        exact = [split[key] for part in parts if (key := name_key(part)) in split][:1]
        whole = {row["new_code"] for row in rows if not row["place"]}
        codes = set(exact) or whole or {row["new_code"] for row in rows}
        if len(codes) == 1:
            code = next(iter(codes))
            if code in self.names:
                return Place(code, name)
            if code in self._former and self._former[code] is not rows:
                return self._successor(self._former[code], parts)
        question = self._question(sorted(codes))
        return Unplaced(f"De gemeente {name} is opgesplitst over meer gemeenten. {question}")

    def _question(self, codes: list[str]) -> str:
        return asked([self.names.get(code, code) for code in codes])

    def suggestion(self, text: str) -> str:
        """A question with the gemeenten whose names are like this text, or nothing."""
        return asked(alike(text, self._words, self._keys))


def alike(text: str, words: list[str], keys: list[str]) -> list[str]:
    """At most three of the words that are spelled much like the text, the best first."""
    found = process.extract(
        name_key(text), keys, scorer=fuzz.ratio, limit=3, score_cutoff=_LIKE_ENOUGH
    )
    return list(dict.fromkeys(words[at] for _, _, at in found))


def asked(names: list[str]) -> str:
    """`Bedoelt u A, B of C?`, or nothing without names."""
    if not names:
        return ""
    return f"Bedoelt u {' of '.join(filter(None, [', '.join(names[:-1]), names[-1]]))}?"
