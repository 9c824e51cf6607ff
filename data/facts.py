"""The facts shipped with the product, from `data/reference/*.csv` into the store.

They are loaded again whenever one of the files changed, or a view that says what follows from
them, so a corrected fact or meaning reaches every store with the next version; nothing that
users typed is touched.
"""

import hashlib
from pathlib import Path

import duckdb
import pandas as pd

FOLDER = Path(__file__).parent / "reference"
MEANING = ("views/*.sql", "changes/derive_*.sql")
TABLES = {
    "sources": "source",
    "regions": "region",
    "gemeenten": "gemeente",
    "gemeente_aliases": "gemeente_alias",
    "gemeenten_merged": "gemeente_merged",
    "region_gemeenten": "region_gemeente",
    "theme_groups": "theme_group",
    "themes": "theme",
    "theme_aliases": "theme_alias",
    "programmes": "programme",
    "partner_types": "partner_type",
    "partner_type_aliases": "partner_type_alias",
    "forms": "form",
    "form_aliases": "form_alias",
    "levels": "level",
    "statuses": "status",
    "status_aliases": "status_alias",
    "goals": "goal",
    "criteria": "criterion",
    "published_coverage": "published_coverage",
}
CLEAR = (Path(__file__).parent / "changes" / "clear_facts.sql").read_text(encoding="utf-8")


def load_facts(connection: duckdb.DuckDBPyConnection) -> bool:
    """Load the reference facts unless the store already holds these; say whether it did.

    Runs inside the transaction of the caller, who computes what follows from them.
    """
    checksum = _checksum()
    if connection.execute("from fact_version where checksum = $c", {"c": checksum}).fetchone():
        return False
    connection.execute(CLEAR)
    for file, table in TABLES.items():
        rows = pd.read_csv(FOLDER / f"{file}.csv", dtype=str, encoding="utf-8")
        rows = rows.astype(object).where(rows.notna(), None)
        connection.append(table, rows, by_name=True)
    connection.execute("insert into fact_version values ($c)", {"c": checksum})
    return True


def _checksum() -> str:
    digest = hashlib.sha256()
    for table in TABLES:
        digest.update((FOLDER / f"{table}.csv").read_bytes())
    for pattern in MEANING:
        for file in sorted(Path(__file__).parent.glob(pattern)):
            digest.update(file.read_bytes())
    return digest.hexdigest()
