"""Erasing a person: in every place the name makes way for "gewist", in the change log as well.

It is one transaction and cannot be undone: what was is kept nowhere but in older backups. Undoing
another change stays possible, because the log and what is there are rewritten alike.
"""

import json
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
from pydantic import ValidationError

from core.decision import StoredDecision
from core.names import name_key
from core.personal_data import GONE, Way, held_at
from core.sought import Sought
from data import erased_before
from data.errors import InputRefused
from data.limited import ERASING
from data.personal_data import Count, Found, find, is_own, personal_rows, place_of
from data.store import Row, Store

# What is left of a document that is about one person.
_LEFT: dict[str, Row] = {
    "contact_person": {"name": GONE, "role": None, "phone": None, "email": None, "note": None}
}
_SCHEMA = pa.schema(
    [
        ("place", pa.string()), ("id", pa.string()), ("logged", pa.int64()),
        ("side", pa.string()), ("content", pa.string()), ("is_whole", pa.bool_()),
    ]
)  # fmt: skip


@dataclass(frozen=True)
class Erased:
    """What was done: how often by row of the list, in how many rows, and what was left."""

    counts: list[Count]
    rows: int
    texts_left: int


def erase(store: Store, he: Sought, texts: Collection[str], who: str) -> Erased:
    """Erase somebody: the fields that are his, and his name in each of `texts` (whole texts).

    Raises InputRefused where nothing would be erased.
    """
    with store.change(who, "persoonsgegevens gewist") as change:
        found = find(change, he)
        taken = [row for row in found.rows if is_own(row) or row["value"] in texts]
        if not taken:
            raise InputRefused(
                "Er is niets gewist", "Kies een tekst om te wissen, of zoek op een andere naam."
            )
        rewriting = _Rewriting(found, texts)
        rows = [rewriting.row(row) for row in personal_rows(change, he, rewriting.whole)]
        made = [row for row in rows if row]
        change.offer("erased", pa.Table.from_pylist(made, _SCHEMA))
        for step in ERASING:
            change.run(step)
        if store.path is not None:  # before it is done: one too many is told, never one too few
            erased_before.note(store.path)
    left = len({row["value"] for row in found.rows if not is_own(row)} - set(texts))
    return Erased(Found(he, taken).counts(), len(made), left)


class _Rewriting:
    """What becomes of a row: which fields are somebody's, and of which texts he is taken out."""

    def __init__(self, found: Found, texts: Collection[str]) -> None:
        self._own = {row["value"] for row in found.rows if is_own(row)}
        self._without: Mapping[str, str] = {
            row["value"]: row["without"] for row in found.rows if row["value"] in texts
        }
        self.whole = {
            (row["place"], row["id"])
            for row in found.rows
            if is_own(row) and row["held"].way is Way.WHOLE
        }

    def row(self, row: Row) -> Row | None:
        """The row without him; None where nothing of it changes."""
        place, id_ = row["place"], row["id"]
        before = json.loads(row["content"])
        after = self._value(place, before, "$")
        is_whole = (place, id_) in self.whole
        if is_whole and place in _LEFT:
            after["content"] = after["content"] | _LEFT[place]
        if after == before:
            return None
        _rename(after, before, id_)
        if place == "decision":
            _hash(after, before)
        content = json.dumps(after, ensure_ascii=False, separators=(",", ":"))
        return row | {"content": content, "is_whole": is_whole}

    def _value(self, place: str, value: Any, path: str) -> Any:
        if isinstance(value, dict):
            return {key: self._value(place, one, f"{path}.{key}") for key, one in value.items()}
        if isinstance(value, list):
            return [self._value(place, one, f"{path}[{at}]") for at, one in enumerate(value)]
        if not isinstance(value, str):
            return value
        if value not in self._own and value not in self._without:
            return value
        held = held_at(place, place_of(path))
        if held is None:
            return value
        if held.way is not Way.TEXT and value in self._own:
            return GONE
        return self._without.get(value, value)


def _rename(after: Row, before: Row, id: str) -> None:
    """A name that is gone stays one of its own: two of them are two people, and found apart."""
    if after.get("name") == before.get("name"):
        return
    if after["name"] == GONE:
        after["name"] = f"{GONE} {id}"
    if "name_key" in after:
        after["name_key"] = name_key(after["name"])


def _hash(after: Row, before: Row) -> None:
    """A decision that was unchanged since it was taken says so still."""
    with suppress(ValidationError):
        if StoredDecision.model_validate(before["content"]).is_unchanged:
            stated = StoredDecision.model_validate(after["content"]).decision
            after["content"]["hash"] = stated.hash
