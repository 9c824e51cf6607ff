"""The files of materials: kept once under their hash, in the store, so that a copy has them."""

from core.material import StoredFile, file_size
from data.errors import InputRefused
from data.store import Change, Reader, Row, Store

# All files together: the store is one file, which is copied as a whole before a migration.
MOST_TOGETHER = 500_000_000


def material_file(store: Reader, sha256: str) -> bytes | None:
    """The bytes of a file by its hash; None where they are not there (any more)."""
    found = store.rows("material_file", hash=sha256)
    return bytes(found[0]["content"]) if found else None


def kept_files(store: Reader) -> frozenset[str]:
    """The hashes of the files that are there: some may have been cleared."""
    return frozenset(row["hash"] for row in store.rows("kept_files"))


def file_storage(store: Reader) -> Row:
    """What the files take: files, size, and unused_files, unused_size: of no material now."""
    [found] = store.rows("file_storage")
    return found


def keep_file(change: Change, stored: StoredFile, content: bytes) -> None:
    """Keep the bytes within a change; raises InputRefused where there is no room for them."""
    change.run("insert_material_file", hash=stored.sha256, size=stored.size, content=content)
    taken = file_storage(change)["size"]
    if taken > MOST_TOGETHER:
        raise InputRefused(
            f"Alle bestanden samen mogen {file_size(MOST_TOGETHER)} zijn, en dat zou het nu worden",
            "Ruim bij Opslag verwijderde bestanden op, of voeg een link toe in plaats van een "
            "bestand.",
        )


def clear_unused_files(store: Store, who: str) -> tuple[int, int]:
    """Throw away for good the files that no material has; how many went, and their size."""
    with store.change(who, "bestanden van verwijderde materialen opgeruimd") as change:
        gone = change.run("clear_unused_files")
    return len(gone), sum(row["size"] for row in gone)
