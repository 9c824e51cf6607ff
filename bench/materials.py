"""The dossier with 5,000 materials: what a search costs, and the page around it.

read          the materials and the index, as after somebody's change
search        one query in the index: whole words, beginnings, typing errors
page          a whole rerun after another query was typed
"""

import statistics
import tempfile
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import numpy as np

from bench.session import Session, opened
from bench.timing import Figure, median_ms, show
from core.material import Material
from core.material_search import search
from data import documents, materials
from data.store import Store

MATERIALS = 5_000
DIFFERENT_WORDS = 20_000
WORDS_EACH = 120
TARGET = 150.0
QUERIES = ("kinderopvang", "kindreopvang", "vve", "intentieovereenkomst school", "kin")


def run(sizes: Iterable[int], rounds: int) -> None:
    """Print the table; the number of partnerships makes no difference here."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "materials.duckdb"
        with Store.open(path) as store:
            _write(store)
            read = [
                Figure("read: all materials", median_ms(lambda: materials.materials(store), 3)),
                Figure("read: the index", median_ms(lambda: materials.material_index(store), 3)),
            ]
            index = materials.material_index(store)
        found = [
            Figure(f"search: {typed}", median_ms(partial(search, index, typed), rounds), TARGET)
            for typed in QUERIES
        ]
        with opened(path):
            session = Session()
            session.rerun()
            session.at.switch_page("pages/materials.py")
            session.rerun()
            spent = [session.rerun(zoek=typed) for typed in QUERIES]
        page = Figure("page: another query typed", statistics.median(spent), TARGET * 2)
        show(f"Dossier, {MATERIALS:,} materials", [*read, *found, page])


def _write(store: Store) -> None:
    rng = np.random.default_rng(2026)
    letters = np.array(list("abcdefghijklmnoprstuvwz"))
    known = ["".join(rng.choice(letters, rng.integers(3, 15))) for _ in range(DIFFERENT_WORDS)]
    words = np.array([*known, "kinderopvang", "school", "intentieovereenkomst", "vve"])
    with store.change("bench", "bench") as change:
        for at in range(MATERIALS):
            text = " ".join(rng.choice(words, WORDS_EACH))
            content = Material(title=f"Stuk {at} {text[:40]}", kind="tool", summary=text[:900])
            documents.insert(change, materials.KIND, content.title, content)
