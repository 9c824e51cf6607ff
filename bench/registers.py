"""Registers that do not exist, for the variant in which partnerships name their locations.

As many schools in each gemeente as the shipped counts say, and a childcare location for every
2,000 inhabitants. Everything is written with the product's own functions.
"""

from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from data.demo.generate import example_gemeenten
from data.ingest.linking import accept_links
from data.ingest.register_kinds import RegisterKind
from data.ingest.registers import load_register, read_register
from data.record import PARTNERSHIP, write_partnerships
from data.store import Store

SEED = 2026
CHUNK = 100_000
MOST_LOCATIONS = 4
LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
REGISTERS: tuple[RegisterKind, ...] = ("po", "vo", "kinderopvang")
PARTNERSHIPS = "from partnership order by id"
PLACES = "select register, gemeente, list(id order by id) from location group by all"
THEMES = "select code, register from theme where register is not null"
PARTNERS = """
    select p.id, t.register, p.gemeente
    from partner p join theme t on t.partner_type = p.type
    where p.gemeente is not null and p.id % 5 < 2
    order by p.id
"""
WERKGEBIED = "select id, gemeenten from library"


def add_registers(store: Store) -> None:
    """Load the three registers from files as a person would."""
    gemeenten = store.rows("gemeenten")
    counts = {row["code"]: row for row in example_gemeenten(store)}
    for number, register in enumerate(REGISTERS):
        content = _file(register, number, gemeenten, counts).encode()
        preview = read_register(store, register, content, f"{register}.csv")
        if preview.rejected:
            raise RuntimeError(f"register {register}: {preview.rejected[:3]}")
        load_register(store, preview, "bench")


def _file(
    register: str, number: int, gemeenten: list[dict[str, Any]], counts: dict[str, dict[str, Any]]
) -> str:
    lines = ["nummer;naam;gemeentecode;omvang"]
    for gemeente in gemeenten:
        row = counts[gemeente["code"]]
        size = row["inhabitants"] // 2000 + 1 if register == "kinderopvang" else row[register]
        for _ in range(size):
            nth = len(lines)
            size_of = 40 + nth * 7919 % 400
            lines.append(f"{_id(register, number, nth)};Locatie {nth};{gemeente['code']};{size_of}")
    return "\n".join(lines)


def _id(register: str, number: int, nth: int) -> str:
    """A BRIN with its location for a school, and nine digits for childcare."""
    if register == "kinderopvang":
        return f"{100_000_000 + nth}"
    first, second = divmod(nth, 100)
    letters = LETTERS[number * 8 + first // 20 % 8] + LETTERS[first % 20]
    return f"{second:02}{letters}{first // 160:02}"


def name_locations(path: Path) -> None:
    """Let half of the partnerships with such a theme name locations, and link some partners."""
    rng = np.random.default_rng(SEED)
    with duckdb.connect(str(path)) as reader:
        places = {(r, g): ids for r, g, ids in reader.execute(PLACES).fetchall()}
        registers = dict(reader.execute(THEMES).fetchall())
        werkgebied = dict(reader.execute(WERKGEBIED).fetchall())
        pairs = [
            (partner, register, str(rng.choice(places[register, gemeente])), None)
            for partner, register, gemeente in reader.execute(PARTNERS).fetchall()
            if (register, gemeente) in places
        ]
        rows = reader.sql(PARTNERSHIPS).to_arrow_table().select(PARTNERSHIP.names)
    with Store.open(path) as store:
        accept_links(store, pairs, "bench")
        for start in range(0, rows.num_rows, CHUNK):
            named = _named(rows.slice(start, CHUNK), places, registers, werkgebied, rng)
            with store.change("bench", "locaties genoemd") as change:
                write_partnerships(change, named, log=False)


def _named(
    rows: pa.Table,
    places: dict[tuple[str, str], list[str]],
    registers: dict[str, str],
    werkgebied: dict[int, list[str]],
    rng: np.random.Generator,
) -> pa.Table:
    """The rows, of which half name one to four locations in their first gemeente."""
    chance = rng.random(rows.num_rows)
    locations: list[list[str]] = []
    each = zip(
        rows["themes"].to_pylist(),
        rows["gemeenten"].to_pylist(),
        rows["library"].to_pylist(),
        chance.tolist(),
        strict=True,
    )
    for themes, gemeenten, library, drawn in each:
        register = next((registers[theme] for theme in themes if theme in registers), None)
        served = gemeenten or werkgebied[library]
        known = places.get((register, served[0]), []) if register and served else []
        if not known or drawn < 0.5:
            locations.append([])
            continue
        first = int(drawn * 1_000_003) % len(known)
        locations.append(known[first : first + 1 + int(drawn * 1000) % MOST_LOCATIONS])
    column = pa.array(locations, pa.list_(pa.string()))
    return rows.set_column(rows.column_names.index("locations"), "locations", column)
