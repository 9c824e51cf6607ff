"""The extract of partners: each with what it adds up to and the other names it is found under."""

import pyarrow as pa

from core.filters import Filters
from data.partner_register import aliases_of, partner_register
from data.store import Store
from data.subjects import Extract

HEADINGS = {
    "id": "Nummer",
    "name": "Partner",
    "type": "Type",
    "gemeente_name": "Gemeente",
    "gemeente": "Gemeentecode",
    "other_names": "Ook bekend als",
    "active": "Lopend",
    "pipeline": "In voorbereiding",
    "ended": "Beëindigd",
    "other": "Signaal of slapend",
    "library_count": "Aantal bibliotheken",
    "hours": "Uren per jaar",
    "budget": "Budget per jaar",
    "libraries": "Bibliotheken",
    "themes": "Thema’s",
    "goals": "Doelen",
}
_MEASURE_DATE = {"measure_date": "Peildatum"}
_ABOUT = {
    "Uren en budget": "Die van de lopende samenwerkingen (actief of evaluatie). Een samenwerking "
    "met meer partners telt bij elk van hen voor het geheel: de kolom optellen geeft te veel.",
    "Doelen": "De doelen die de lopende samenwerkingen rechtstreeks (direct of als kern) dienen.",
}


def partners_extract(store: Store, filters: Filters) -> Extract:
    """A partner a row, by name."""
    rows = partner_register(store, filters).to_pylist()
    names: dict[int, list[str]] = {}
    own = {row["id"]: row["name"] for row in rows}
    for alias in aliases_of(store, list(own)):
        if alias["name"] != own[alias["partner"]]:
            names.setdefault(alias["partner"], []).append(alias["name"])
    records = [
        {name: row.get(name) for name in HEADINGS}
        | {
            "other_names": sorted(set(names.get(row["id"], []))),
            "measure_date": filters.measure_date,
        }
        for row in rows
    ]

    def table() -> pa.Table:
        counts = ("id", "active", "pipeline", "ended", "other", "library_count")
        several = ("other_names", "libraries", "themes", "goals")
        schema = pa.schema(
            {name: pa.string() for name in HEADINGS}
            | {name: pa.int64() for name in counts}
            | {name: pa.list_(pa.string()) for name in several}
            | {"hours": pa.float64(), "budget": pa.float64()}
            | {"measure_date": pa.date32()}
        )
        return pa.Table.from_pylist(records, schema)

    return Extract(records, "Partners", table, HEADINGS | _MEASURE_DATE, lambda: _ABOUT)
