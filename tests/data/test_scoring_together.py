"""Thirty people score at once, on a store in a file: no score is lost, none is another's."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from core.score_edit import Edit
from data.scoring import Place, cells, enter
from data.sessions import (
    enter_as,
    join,
    next_round,
    open_session,
    own_scores,
    participant,
    reveal,
    roster,
    round_scores,
)
from data.store import Row, Store
from tests.weighing import CRITERIA, consideration

PEOPLE = 30
OPTIONS = "ABCDEFGH"
CELLS = [(option, one.code) for option in OPTIONS for one in CRITERIA]
# Each cell is scored, and then scored anew.
EDITS = 2 * len(CELLS)


def given(person: int, edit: int) -> str:
    return "12345?"[(person * 7 + edit * 5) % 6]


def test_thirty_people_score_at_once(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store.duckdb") as store:
        names = [f"Optie {letter}" for letter in OPTIONS]
        about = consideration(store, *names)
        id_ = open_session(store, about, "Leider")["id"]
        begin = Barrier(PEOPLE)

        def person(number: int) -> Row:
            begin.wait()
            secret = join(store, id_, f"Deelnemer {number}")["secret"]
            me = participant(store, id_, secret)
            assert me is not None
            for edit in range(EDITS):
                cell = CELLS[edit % len(CELLS)]
                made = Edit(f"browser{number}-{edit}", *cell, "score", given(number, edit), 0)
                assert enter_as(store, me, [made]) == []
            return me

        with ThreadPoolExecutor(PEOPLE) as pool:
            people = list(pool.map(person, range(PEOPLE)))
        assert len({me["id"] for me in people}) == PEOPLE
        for number, me in enumerate(people):
            expected = [given(number, len(CELLS) + at) for at in range(len(CELLS))]
            found = {(row["option"], row["criterion"]): row for row in own_scores(store, me, 1)}
            assert [found[cell]["score"] for cell in CELLS] == expected
            assert {row["score_by"] for row in found.values()} == {f"Deelnemer {number}"}
        assert [row["given"] for row in roster(store, id_)] == [len(CELLS)] * PEOPLE
        reveal(store, id_, 1)
        assert len(round_scores(store, id_, 1)) == PEOPLE * len(CELLS)


def test_of_many_who_change_one_cell_one_is_first(tmp_path: Path) -> None:
    """All saw the same; the others hear what the first made of it."""
    with Store.open(tmp_path / "store.duckdb") as store:
        place = Place(consideration(store))
        begin = Barrier(5)

        def person(value: str) -> list[Row]:
            begin.wait()
            return enter(
                store, place, [Edit(f"browser{value}-1", "A", "P1", "score", value, 0)], value
            )

        with ThreadPoolExecutor(5) as pool:
            refused = [row for rows in pool.map(person, "12345") for row in rows]
        [row] = cells(store, place)
        assert len(refused) == 4
        assert {(one["theirs"], one["theirs_id"]) for one in refused} == {
            (row["score"], row["score_id"])
        }


def test_a_reveal_stands_between_what_counts_and_what_is_late(tmp_path: Path) -> None:
    """What is entered around it is in the round, or is refused: never both, never neither."""
    with Store.open(tmp_path / "store.duckdb") as store:
        id_ = open_session(store, consideration(store), "Leider")["id"]
        people = [
            participant(store, id_, join(store, id_, f"Deelnemer {number}")["secret"])
            for number in range(8)
        ]
        begin = Barrier(len(people) + 1)

        def person(me: Row) -> list[Row]:
            begin.wait()
            edits = [
                Edit(f"browser{me['id']}-{n}", "A", "P1", "score", "12345"[n % 5], 0)
                for n in range(20)
            ]
            return [row for edit in edits for row in enter_as(store, me, [edit], round=1)]

        def leader() -> list[Row]:
            begin.wait()
            reveal(store, id_, 1)
            shown = round_scores(store, id_, 1)
            next_round(store, id_, 1)
            return shown

        with ThreadPoolExecutor(len(people) + 1) as pool:
            seen = pool.submit(leader)
            refused = [row for rows in pool.map(person, people) for row in rows]
        assert {row["reason"] for row in refused} <= {"revealed"}
        assert round_scores(store, id_, 1) == seen.result()
        stored = store._connection.execute("select count(*), max(round) from entry").fetchone()
        assert stored is not None
        assert stored[0] + len(refused) == 8 * 20
        assert stored[1] in (None, 1)
