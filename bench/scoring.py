"""Scores on considerations: what one costs while many are stored, and thirty people at once.

The number of partnerships does not matter here; the scores are spread over 50 considerations.
"""

import statistics
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

import pandas as pd

from bench.timing import THREADS, Figure, median_ms, show
from core.consideration_table import ConsiderationTable
from core.score_edit import Edit
from data.considerations import considerations, make_consideration
from data.criteria_sets import shipped_criteria
from data.scoring import Place, cells, enter
from data.sessions import enter_as, join, open_session, participant, roster
from data.store import Store

ENTRIES = (0, 100_000)
ABOUT = 50
PEOPLE, EDITS = 30, 48
OPTIONS = "ABCDEFGH"
# Later than any entry: an edit that is never refused.
SEEN_ALL = 2**60


def run(_: Iterable[int], rounds: int) -> None:
    """Print what one edit and one table take, and how thirty people wait for each other."""
    for entries in ENTRIES:
        with (
            tempfile.TemporaryDirectory() as folder,
            Store.open(Path(folder) / "store.duckdb", THREADS) as store,
        ):
            _fill(store, entries)
            show(f"One person, {entries:,} entries", _alone(store, max(rounds, 50)))
            show(f"{PEOPLE} people of {EDITS} edits, {entries:,} entries", _together(store))


def _fill(store: Store, entries: int) -> None:
    table = ConsiderationTable(criteria=shipped_criteria(store))
    for option in OPTIONS:
        table = table.adding(f"Optie {option}")
    for number in range(ABOUT):
        make_consideration(store, f"Afweging {number}", table, "bench")
    first = considerations(store)[-1]["id"]
    at = pd.Series(range(entries), dtype="int64")
    in_session = at % 3 > 0
    rows = pd.DataFrame(
        {
            "consideration": first + at % ABOUT,
            "session": (1_000 + at % ABOUT).astype("Int64").where(in_session),
            "round": at.mul(0).add(1).astype("Int64").where(in_session),
            "participant": (1 + at % PEOPLE).astype("Int64").where(in_session),
            "option": [OPTIONS[one // 7 % 8] for one in at],
            "criterion": [table.codes[one // 3 % 16] for one in at],
            "field": "score",
            "value": (1 + at % 5).astype(str),
            "edit": "bench-" + at.astype(str),
            "made_by": "bench",
        }
    )
    if entries:
        with store._connection.cursor() as cursor:
            cursor.append("entry", rows, by_name=True)


def _alone(store: Store, rounds: int) -> list[Figure]:
    place, numbers = Place(considerations(store)[-1]["id"]), count()

    def edits(many: int) -> None:
        number = next(numbers)
        made = [
            Edit(f"mine{at}-{number}", OPTIONS[at % 8], f"P{1 + at // 8 % 5}", "score",
                 "12345"[number % 5], SEEN_ALL)
            for at in range(many)
        ]  # fmt: skip
        assert not enter(store, place, made, "bench")

    return [
        Figure("enter, one edit", median_ms(lambda: edits(1), rounds), 8),
        Figure("enter, 40 edits", median_ms(lambda: edits(40), rounds)),
        Figure("cells", median_ms(lambda: cells(store, place), rounds), 8),
        Figure("considerations", median_ms(lambda: considerations(store), rounds)),
    ]


def _together(store: Store) -> list[Figure]:
    """Everybody sends one edit after another, as fast as the answers come."""
    id_ = open_session(store, considerations(store)[-1]["id"], "bench")["id"]
    codes = [one.code for one in shipped_criteria(store)]

    def person(number: int) -> list[float]:
        me = participant(store, id_, join(store, id_, f"Deelnemer {number}")["secret"])
        assert me is not None
        taken = []
        for at in range(EDITS):
            edit = Edit(f"person{number}-{at}", OPTIONS[at % 8], codes[at // 8], "score", "3", 0)
            start = time.perf_counter()
            assert not enter_as(store, me, [edit])
            taken.append((time.perf_counter() - start) * 1000)
        return taken

    start = time.perf_counter()
    with ThreadPoolExecutor(PEOPLE) as pool:
        waited = sorted(one for person_ in pool.map(person, range(PEOPLE)) for one in person_)
    whole = (time.perf_counter() - start) * 1000
    given = sum(row["given"] for row in roster(store, id_))
    return [
        Figure("a person waits for one edit", statistics.median(waited)),
        Figure("one in a hundred waits longer than", waited[-len(waited) // 100]),
        Figure("each edit, of all together", whole / len(waited), 8, note=f"{given:,} kept"),
        Figure("roster", median_ms(lambda: roster(store, id_))),
    ]
