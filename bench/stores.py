"""The stores that are measured: made once in the temporary folder, then reused.

They are made again when what makes them changes: the migrations, the example, or how rows are
written.
"""

import hashlib
import shutil
import tempfile
from datetime import date
from functools import cache
from pathlib import Path

from bench.registers import add_registers, name_locations
from data.demo.generate import add_example
from data.store import Store

ROOT = Path(__file__).resolve().parent.parent
CACHE = Path(tempfile.gettempdir()) / "samenwerking-bench"
MADE_BY = (
    "data/migrations/*.sql",
    "data/changes/*.sql",
    "data/demo/*",
    "data/record.py",
    "data/reference/*.csv",
    "bench/registers.py",
)
DAY = date(2026, 11, 15)


def example(partnerships: int, *, registers: bool = False) -> Path:
    """The file of a store with so many partnerships.

    With `registers`, schools and childcare are loaded, half of the partnerships that can name
    locations do, and a part of the partners is linked to one.
    """
    kind = "registers" if registers else "example"
    path = folder() / f"{kind}-{partnerships}.duckdb"
    if path.exists():
        return path
    print(f"Making {path} ...", flush=True)
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    if registers:
        shutil.copy2(example(partnerships), part)
        with Store.open(part) as store:
            add_registers(store)
        name_locations(part)
    else:
        with Store.open(part) as store:
            add_example(store, partnerships=partnerships, today=DAY)
    part.rename(path)
    return path


@cache
def folder() -> Path:
    """The cache folder of this version; those of other versions are removed."""
    digest = hashlib.sha256()
    for pattern in MADE_BY:
        for file in sorted(ROOT.glob(pattern)):
            if file.is_file():
                digest.update(file.read_bytes())
    mine = CACHE / digest.hexdigest()[:12]
    if CACHE.exists():
        for other in CACHE.iterdir():
            if other != mine:
                shutil.rmtree(other, ignore_errors=True)
    mine.mkdir(parents=True, exist_ok=True)
    return mine
