"""The file of a store: made in the format of the previous release, and known as one."""

from pathlib import Path
from typing import Any

import duckdb

from data.errors import NoStore, StoreUnreadable

# Files that DuckDB opens as tables of a store in memory: whatever is written there is lost.
TABLES = {".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".parquet", ".xlsx"}


def connect(path: Path | None, threads: int = 0) -> duckdb.DuckDBPyConnection:
    """Open the file at `path` (None: in memory), made when it is not there.

    Raises StoreUnreadable for a file that is no store, or a name that no store can have.
    """
    config: dict[str, Any] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    if threads:
        config["threads"] = threads
    if path is None:
        return duckdb.connect(":memory:", config=config)
    if path.suffix.lower() in TABLES:
        raise StoreUnreadable(
            f"{path.name} is geen naam voor een gegevensbestand",
            "Kies met --store of SAMENWERKING_STORE een naam die op .duckdb eindigt. Een "
            "spreadsheet laadt u met: python -m data load BESTAND.",
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        _make_file(path)
    elif not _is_store(path):
        raise NoStore
    return duckdb.connect(str(path), config=config)


def _is_store(path: Path) -> bool:
    """Whether the file is one of DuckDB: of any other it would make a store in memory."""
    with path.open("rb") as file:
        return file.read(12)[8:] == b"DUCK"


def _make_file(path: Path) -> None:
    """Make the file in the format of the previous release, so that one can go back to it."""
    with duckdb.connect(":memory:") as maker:
        name = str(path).replace("'", "''")
        maker.execute(f"attach '{name}' as made (storage_version 'v1.5.0')")
