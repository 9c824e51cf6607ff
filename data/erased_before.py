"""When people were erased: a file beside the store with a moment on each line, and no names.

A backup from before an erasure still holds the person. Whoever puts it back reads here how many
erasures came after it, and does those again.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from data.errors import InputRefused, translated


def ledger_of(store: Path) -> Path:
    """The file beside a store: `samenwerking.gewist.txt`."""
    return store.with_suffix(".gewist.txt")


def note(store: Path, at: datetime | None = None) -> None:
    """Remember that somebody was erased now; raises StoreError where it cannot be written."""
    moment = (at or datetime.now(UTC)).astimezone(UTC)
    try:
        with ledger_of(store).open("a", encoding="utf-8") as file:
            # A line of its own, also after half of one.
            file.write(f"\n{moment.isoformat()}\n")
    except OSError as error:
        raise translated(error) from error


def erased_since(store: Path, moment: datetime) -> int:
    """How many erasures came after a moment (UTC where it has no zone), of a backup say.

    Raises InputRefused where the file cannot be read.
    """
    try:
        return sum(at >= _in_utc(moment) for at in _erasures(store))
    except OSError as error:
        raise InputRefused(
            f"{ledger_of(store)} is niet te lezen",
            "Daarin staat wanneer er mensen zijn gewist. Ga zelf na of dat na deze back-up was, en "
            "wis hen opnieuw.",
        ) from error


def _erasures(store: Path) -> Iterator[datetime]:
    """A line that is no moment is passed over: a disk that was full leaves half of one."""
    path = ledger_of(store)
    if path.exists():
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            with suppress(ValueError):
                yield _in_utc(datetime.fromisoformat(line))


def _in_utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
