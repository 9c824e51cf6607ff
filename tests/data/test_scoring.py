"""The ledger of scores: what was entered is there, nothing of others is overwritten unseen."""

from pathlib import Path

import pytest

from data.scoring import (
    Place,
    cells,
    cells_standing,
    consideration_cells,
    enter,
    history,
    take_back,
)
from data.store import Row, Store
from tests.portfolio import Portfolio
from tests.weighing import consideration, noted, scored

HERE = Place(1)


@pytest.fixture
def store(store: Store) -> Store:
    """A store with two considerations, of options A and B on P1, T1 and R1."""
    for _ in range(2):
        consideration(store)
    return store


def cell(store: Store, name: str, place: Place = HERE) -> Row:
    found = [row for row in cells(store, place) if row["option"] + row["criterion"] == name]
    return found[0] if found else {}


def score(store: Store, name: str, place: Place = HERE) -> str | None:
    return cell(store, name, place).get("score")


def entries(store: Store) -> int:
    return int(Portfolio(store).ask("select count(*) from entry")[0][0])


def test_cells_hold_the_last_score_and_the_last_note(store: Store) -> None:
    assert cells(store, HERE) == []
    enter(
        store, HERE, [scored("BT1", "?"), scored("AP1", "2"), noted("AP1", " Een 'zin' € ")], "Anna"
    )
    enter(store, HERE, [scored("AP1", "4", cell(store, "AP1")["score_id"])], "Bert")
    first, second = cells(store, HERE)
    assert (first["option"], first["criterion"], first["score"]) == ("A", "P1", "4")
    assert (first["score_by"], first["note"], first["note_by"]) == ("Bert", "Een 'zin' €", "Anna")
    assert first["score_id"] > first["note_id"] > 0
    assert (second["option"], second["score"], second["score_by"]) == ("B", "?", "Anna")
    assert (second["note"], second["note_id"], second["note_by"]) == ("", 0, None)


def test_what_is_emptied_is_empty_and_says_who_did(store: Store) -> None:
    enter(store, HERE, [scored("AP1", "2"), noted("AP1", "Zin")], "Anna")
    enter(store, HERE, [scored("AP1", None), noted("AP1", "")], "Bert")
    [row] = cells(store, HERE)
    assert (row["score"], row["score_by"], row["note"], row["note_by"]) == (
        None,
        "Bert",
        "",
        "Bert",
    )
    assert row["score_id"] > 0 < row["note_id"]


def test_places_are_apart(store: Store) -> None:
    places = [
        HERE, Place(2), Place(1, 1, 1, 1), Place(1, 1, 1, 2), Place(1, 2, 1, 1), Place(2, 1, 1, 1),
    ]  # fmt: skip
    for number, place in enumerate(places):
        enter(store, place, [scored("AP1", "12345?"[number])], "Anna")
    assert [score(store, "AP1", place) for place in places] == list("12345?")


def test_what_stands_in_one_place_says_nothing_of_another(store: Store) -> None:
    """The same score of somebody else is no score of mine, and another is no conflict."""
    places = [Place(1, 1, 1, 1), Place(1, 1, 1, 2), Place(1, 2, 1, 1), Place(2, 1, 1, 1), HERE]
    for at, place in enumerate(places):
        assert enter(store, place, [scored("AP1", "3", 0, f"browser{at}")], "Anna") == []
        assert enter(store, place, [scored("AT1", "12345"[at], 0, f"browser{at}")], "Anna") == []
    assert [score(store, "AP1", place) for place in places] == ["3"] * 5
    assert [score(store, "AT1", place) for place in places] == list("12345")


def test_what_is_sent_twice_counts_once(store: Store) -> None:
    first, second = scored("AP1", "2"), scored("AP1", "3")
    assert enter(store, HERE, [first], "Anna") == []
    assert enter(store, HERE, [first, second], "Anna") == []
    assert enter(store, HERE, [first], "Anna") == []
    assert enter(store, HERE, [second, second], "Anna") == []
    assert (entries(store), score(store, "AP1")) == (2, "3")
    other = scored("AP1", "4", cell(store, "AP1")["score_id"], "bert")
    enter(store, HERE, [other], "Bert")
    assert enter(store, HERE, [first, second], "Anna") == []
    assert score(store, "AP1") == "4"
    assert enter(store, HERE, [], "Anna") == []


def test_the_same_edit_elsewhere_is_another(store: Store) -> None:
    edit = scored("AP1", "2")
    for place in (HERE, Place(2), Place(1, 1, 1, 1)):
        enter(store, place, [edit], "Anna")
    assert entries(store) == 3


def test_an_edit_on_what_another_changed_meanwhile_is_refused(store: Store) -> None:
    enter(store, HERE, [scored("AP1", "2"), noted("AP1", "Zin")], "Anna")
    seen = cell(store, "AP1")
    enter(store, HERE, [scored("AP1", "4", seen["score_id"], "bert")], "Bert")
    late = scored("AP1", "1", seen["score_id"], "cato")
    fine = scored("AT1", "5", 0, "cato")
    [refused] = enter(store, HERE, [late, fine], "Cato")
    assert refused == {
        "edit": late.id, "option": "A", "criterion": "P1", "field": "score", "value": "1",
        "reason": "changed",
        "theirs": "4", "theirs_by": "Bert", "theirs_id": cell(store, "AP1")["score_id"],
    }  # fmt: skip
    assert (score(store, "AP1"), score(store, "AT1")) == ("4", "5")
    assert enter(store, HERE, [noted("AP1", "Anders", seen["note_id"], "cato")], "Cato") == []
    again = scored("AP1", "1", refused["theirs_id"], "cato")
    assert enter(store, HERE, [again], "Cato") == []
    assert score(store, "AP1") == "1"


def test_a_first_score_of_another_is_a_change_too(store: Store) -> None:
    enter(store, HERE, [scored("AP1", "2")], "Anna")
    [refused] = enter(store, HERE, [scored("AP1", None, 0, "bert")], "Bert")
    assert (refused["value"], refused["theirs"]) == (None, "2")
    enter(store, HERE, [scored("AP1", None)], "Anna")
    [refused] = enter(store, HERE, [scored("AP1", "3", 0, "bert")], "Bert")
    assert (refused["theirs"], refused["theirs_by"]) == (None, "Anna")


def test_a_browser_never_stands_in_its_own_way(store: Store) -> None:
    """It sends on before it hears that its first edit has an id."""
    for value in "123":
        assert enter(store, HERE, [scored("AP1", value)], "Anna") == []
    assert score(store, "AP1") == "3"
    [_] = enter(store, HERE, [scored("AP1", "1", browser="annabel")], "Annabel")


def test_what_both_say_is_no_conflict_and_no_entry(store: Store) -> None:
    enter(store, HERE, [scored("AP1", "2")], "Anna")
    assert enter(store, HERE, [scored("AP1", "2", 0, "bert")], "Bert") == []
    assert enter(store, HERE, [scored("AP1", "2")], "Anna") == []
    assert enter(store, HERE, [scored("AT1", None), noted("AT1", "")], "Anna") == []
    assert (entries(store), cell(store, "AP1")["score_by"]) == (1, "Anna")


def test_of_several_edits_of_a_cell_the_last_wins(store: Store) -> None:
    enter(store, HERE, [scored("AP1", "3")], "Anna")
    enter(store, HERE, [scored("AP1", value) for value in "453"], "Anna")
    assert (score(store, "AP1"), entries(store)) == ("3", 4)
    assert [row["value"] for row in history(store, 1, 4)] == ["3", "5", "4", "3"]


def test_many_edits_keep_their_order(store: Store) -> None:
    edits = [noted("AP1", f"Versie {number}") for number in range(3_000)]
    enter(store, HERE, edits, "Anna")
    assert cell(store, "AP1")["note"] == "Versie 2999"
    assert [row["value"] for row in history(store, 1, 3)] == [
        "Versie 2999", "Versie 2998", "Versie 2997",
    ]  # fmt: skip


def test_of_a_refused_edit_sent_twice_one_word_is_enough(store: Store) -> None:
    enter(store, HERE, [scored("AP1", "2")], "Anna")
    late = scored("AP1", "1", 0, "bert")
    assert len(enter(store, HERE, [late, late], "Bert")) == 1


def test_an_option_and_a_criterion_do_not_mix_their_cells(store: Store) -> None:
    """Edits of A P1 and B T1 say nothing of A T1."""
    enter(store, HERE, [scored("AT1", "2")], "Anna")
    assert (
        enter(store, HERE, [scored("AP1", "3", 0, "bert"), scored("BT1", "3", 0, "bert")], "B")
        == []
    )
    with store.recording("Anna") as change:
        last, entered = cells_standing(change, HERE, [scored("AT1", "1")])
    stands = last["A", "T1", "score"]
    assert stands is not None
    assert (stands["id"], stands["value"]) == (cell(store, "AT1")["score_id"], "2")
    assert stands["made_by"] == "Anna"
    assert entered == set()


def test_a_round_begins_with_what_was_given_in_the_one_before(store: Store) -> None:
    first, second, third = (Place(1, 1, number, 1) for number in (1, 2, 3))
    enter(store, first, [scored("AP1", "2"), scored("AT1", "5"), noted("AP1", "Zin")], "Anna")
    enter(store, second, [scored("AP1", "4")], "Anna")
    row = cell(store, "AP1", second)
    assert (row["score"], row["note"], row["note_id"]) == ("4", "Zin", 0)
    assert row["score_id"] > 0
    assert (score(store, "AT1", second), cell(store, "AT1", second)["score_id"]) == ("5", 0)
    assert (score(store, "AP1", third), score(store, "AT1", third)) == ("4", "5")
    assert score(store, "AP1", first) == "2"


def test_what_an_earlier_round_gave_can_be_confirmed_and_emptied(store: Store) -> None:
    first, second = (Place(1, 1, number, 1) for number in (1, 2))
    enter(store, first, [scored("AP1", "2"), scored("AT1", "5")], "Anna")
    before = entries(store)
    enter(store, second, [scored("AP1", "2"), scored("AT1", None), scored("AR1", None)], "Anna")
    assert entries(store) == before + 2
    assert cell(store, "AP1", second)["score_id"] > 0
    assert score(store, "AT1", second) is None
    assert score(store, "AT1", first) == "5"


def test_an_edit_of_an_earlier_round_that_comes_again_is_known(store: Store) -> None:
    edit = scored("AP1", "2")
    enter(store, Place(1, 1, 1, 1), [edit], "Anna")
    enter(store, Place(1, 1, 2, 1), [scored("AP1", "4"), edit], "Anna")
    assert score(store, "AP1", Place(1, 1, 2, 1)) == "4"


def test_take_back_puts_back_what_stood_before(store: Store) -> None:
    enter(store, HERE, [scored("AP1", "2")], "Anna")
    enter(store, HERE, [scored("AP1", "4")], "Anna")
    enter(store, HERE, [noted("AP1", "Zin"), scored("AT1", "1"), scored("BP1", "1")], "Anna")
    enter(store, Place(2), [scored("AP1", "1")], "Anna")
    four = cell(store, "AP1")["score_id"]
    back = take_back(store, HERE, four, "Bert")
    row = cell(store, "AP1")
    assert (row["score"], row["score_by"], row["note"]) == ("2", "Bert", "Zin")
    assert back == {
        "id": row["score_id"], "option": "A", "criterion": "P1", "field": "score", "value": "2",
    }  # fmt: skip
    assert take_back(store, HERE, four, "Bert") is None
    assert take_back(store, HERE, row["score_id"], "Anna") is not None
    assert score(store, "AP1") == "4"


def test_take_back_of_a_first_score_empties_the_cell(store: Store) -> None:
    enter(store, HERE, [scored("AP1", "2"), noted("AP1", "Zin")], "Anna")
    take_back(store, HERE, cell(store, "AP1")["score_id"], "Anna")
    take_back(store, HERE, cell(store, "AP1")["note_id"], "Anna")
    assert (score(store, "AP1"), cell(store, "AP1")["note"]) == (None, "")


def test_take_back_of_what_is_not_there_does_nothing(store: Store) -> None:
    enter(store, HERE, [scored("AP1", "2")], "Anna")
    id_ = cell(store, "AP1")["score_id"]
    assert take_back(store, Place(2), id_, "Anna") is None
    assert take_back(store, Place(1, 1, 1, 1), id_, "Anna") is None
    assert take_back(store, HERE, id_ + 1, "Anna") is None
    assert (entries(store), score(store, "AP1")) == (1, "2")


def test_who_did_not_see_that_a_score_was_taken_back_is_told(store: Store) -> None:
    enter(store, HERE, [scored("AP1", "2"), scored("AP1", "4")], "Anna")
    seen = cell(store, "AP1")["score_id"]
    take_back(store, HERE, seen, "Bert")
    for browser in ("cato", "anna"):
        [refused] = enter(store, HERE, [scored("AP1", "5", seen, browser)], browser)
        assert (refused["theirs"], refused["theirs_by"]) == ("2", "Bert")


def test_consideration_cells(store: Store) -> None:
    """What is scored on an option or criterion that is no more is refused, and says so."""
    assert consideration_cells(store, 1) == {(o, c) for o in "AB" for c in ("P1", "T1", "R1")}
    assert consideration_cells(store, 9) == set()
    refused = enter(store, HERE, [scored("ZP1", "2"), scored("AP1", "3")], "Anna")
    assert [(one["option"], one["reason"]) for one in refused] == [("Z", "gone")]
    assert score(store, "AP1") == "3"
    assert entries(store) == 1
    assert [one["reason"] for one in enter(store, Place(9), [scored("AP1", "2")], "Anna")] == [
        "gone"
    ]


def test_history_is_newest_first_with_what_stood_before(store: Store) -> None:
    enter(store, HERE, [scored("AP1", "2"), noted("AP1", "Zin"), scored("AT1", "1")], "Anna")
    enter(store, HERE, [scored("AP1", "4")], "Anna")
    enter(store, Place(1, 1, 1, 1), [scored("AP1", "5")], "Deelnemer")
    enter(store, Place(2), [scored("AP1", "5")], "Anna")
    found = history(store, 1, 10)
    assert [(row["criterion"], row["field"], row["before"], row["value"]) for row in found] == [
        ("P1", "score", "2", "4"), ("T1", "score", None, "1"),
        ("P1", "note", None, "Zin"), ("P1", "score", None, "2"),
    ]  # fmt: skip
    assert found[0]["made_by"] == "Anna"
    assert found[0]["id"] == cell(store, "AP1")["score_id"]
    assert history(store, 1, 1) == found[:1]


def test_scores_are_in_the_file(tmp_path: Path) -> None:
    with Store.open(tmp_path / "scores.duckdb") as opened:
        consideration(opened)
        enter(opened, HERE, [scored("AP1", "2")], "Anna")
    with Store.open(tmp_path / "scores.duckdb") as opened:
        assert score(opened, "AP1") == "2"
