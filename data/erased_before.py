"""When people were erased: a file beside the store, and no names in it.

Each line has the moment and the number of the latest backup then.

A backup from before an erasure still holds the person. Whoever puts it back reads here how many
erasures came after it, and does those again.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from data.backup import Backup, last_good
from data.errors import InputRefused


def ledger_of(store: Path) -> Path:
    """The file beside a store: `samenwerking.gewist.txt`."""
    return store.with_suffix(".gewist.txt")


def note(store: Path, at: datetime | None = None) -> None:
    """Remember that somebody was erased now, and after which backup: a clock may be wrong.

    Raises InputRefused where that cannot be written.
    """
    moment = (at or datetime.now(UTC)).astimezone(UTC)
    latest = last_good(store)
    number = latest.manifest.number if latest else 0
    try:
        with ledger_of(store).open("a", encoding="utf-8") as file:
            # A line of its own, also after half of one.
            file.write(f"\n{moment.isoformat()} {number}\n")
    except OSError as error:
        raise InputRefused(
            f"{ledger_of(store)} is niet te schrijven",
            "Daarin moet staan dat er iemand is gewist. Er is niets gewist; zorg dat het bestand "
            "te schrijven is, of haal weg wat er staat.",
        ) from error


def erased_since(store: Path, backup: Backup) -> int:
    """How many erasures came after a backup of this store was begun.

    By its number or by the clock: one that was being made has no number yet, and a clock may have
    been wrong. Raises InputRefused where the file cannot be read.
    """
    made = backup.manifest.made_at.replace(tzinfo=UTC)
    try:
        return sum(
            after >= backup.manifest.number or moment >= made for moment, after in _erasures(store)
        )
    except OSError as error:
        raise InputRefused(
            f"{ledger_of(store)} is niet te lezen",
            "Daarin staat wanneer er mensen zijn gewist. Ga zelf na of dat na deze back-up was, en "
            "wis hen opnieuw.",
        ) from error


def _erasures(store: Path) -> Iterator[tuple[datetime, int]]:
    """When, and after which backup. A line that is none is passed over: a full disk leaves half."""
    path = ledger_of(store)
    if path.exists():
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            with suppress(ValueError):
                moment, number = line.split()
                yield datetime.fromisoformat(moment).astimezone(UTC), int(number)
