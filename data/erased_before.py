"""Who was erased when, without saying who: a file beside the store.

A backup from before an erasure still holds the person. Whoever puts it back reads here how many
erasures came after it, and whether somebody is one of them. The file holds no names: of each an
outcome (scrypt) from which the name cannot be read back.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypedDict

from core.names import name_key


class _Erasure(TypedDict):
    at: str
    salt: str
    hashes: list[str]


def ledger_of(store: Path) -> Path:
    """The file beside a store: `samenwerking.gewist.json`."""
    return store.with_suffix(".gewist.json")


def note(store: Path, terms: Iterable[str], at: datetime | None = None) -> None:
    """Remember that somebody, known by these names and addresses, was erased now."""
    salt = secrets.token_hex(16)
    moment = (at or datetime.now(UTC)).astimezone(UTC)
    made: _Erasure = {
        "at": moment.isoformat(),
        "salt": salt,
        "hashes": [_hash(term, salt) for term in terms],
    }
    path = ledger_of(store)
    part = path.with_name(f"{path.name}.part")
    part.write_text(json.dumps([*_erasures(store), made], indent=1), encoding="utf-8")
    part.replace(path)


def erased_since(store: Path, moment: datetime) -> int:
    """How many erasures came after a moment (UTC where it has no zone), of a backup say."""
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return sum(datetime.fromisoformat(one["at"]) >= zoned for one in _erasures(store))


def was_erased(store: Path, term: str) -> bool:
    """Whether somebody known by this name or address was erased before."""
    return any(_hash(term, one["salt"]) in one["hashes"] for one in _erasures(store))


def _erasures(store: Path) -> list[_Erasure]:
    path = ledger_of(store)
    if not path.exists():
        return []
    found: list[_Erasure] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _hash(term: str, salt: str) -> str:
    key = name_key(term).encode()
    return hashlib.scrypt(key, salt=bytes.fromhex(salt), n=2**14, r=8, p=1).hex()
