"""Live sessions: who takes part, and what is seen and entered when."""

import re
from typing import Any

import pytest

from core.consideration_table import ConsiderationTable
from data.considerations import (
    change_consideration,
    considerations,
    make_consideration,
    remove_consideration,
)
from data.errors import InputRefused
from data.scoring import Place, cells, enter, take_back
from data.sessions import (
    close_session,
    come_back,
    enter_as,
    join,
    leave,
    next_round,
    open_session,
    own_scores,
    participant,
    reveal,
    roster,
    round_scores,
    session,
    session_by_code,
    session_code,
    sessions_of,
    set_ready,
)
from data.store import Row, Store
from tests.portfolio import Portfolio
from tests.weighing import CRITERIA, consideration, noted, scored, weighed


class Meeting:
    """A session that runs, and shorthand for what people do in it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.consideration = consideration(store)
        self.id = int(open_session(store, self.consideration, "Leider")["id"])

    @property
    def now(self) -> Row:
        found = session(self.store, self.id)
        assert found is not None
        return found

    def person(self, name: str) -> Row:
        made = join(self.store, self.id, name)
        found = participant(self.store, self.id, made["secret"])
        assert found is not None
        return found

    def gives(self, who: Row, *edits: Any) -> list[Row]:
        return enter_as(self.store, who, edits)

    def shown(self, round: int) -> dict[tuple[str, str], str | None]:
        return {
            (row["name"], row["option"] + row["criterion"]): row["score"]
            for row in round_scores(self.store, self.id, round)
        }

    def on(self) -> None:
        reveal(self.store, self.id, self.now["round"])
        next_round(self.store, self.id, self.now["round"])

    def expire(self) -> None:
        Portfolio(self.store).ask("update session set expires_at = '2020-01-01'")


@pytest.fixture
def meeting(store: Store) -> Meeting:
    return Meeting(store)


def test_a_session_opens_in_its_first_round(store: Store) -> None:
    about = consideration(store)
    made = open_session(store, about, "Anna")
    assert (made["consideration"], made["opened_by"], made["round"]) == (about, "Anna", 1)
    assert (made["revealed"], made["running"], made["closed_at"]) == (False, True, None)
    assert (made["expires_at"] - made["opened_at"]).total_seconds() == 12 * 3600
    assert session(store, made["id"]) == session_by_code(store, made["code"]) == made
    assert considerations(store)[0]["session"] == made["id"]
    assert session(store, 99) is None


def test_a_code_is_easily_read_and_typed(store: Store) -> None:
    codes = [open_session(store, consideration(store), "Anna")["code"] for _ in range(40)]
    assert len(set(codes)) == 40
    assert all(re.fullmatch(r"[34679CDFGHJKMNPQRTVWX]{6}", code) for code in codes)
    assert len(set("".join(codes))) > 15
    code = codes[7]
    for typed in (f" {code[:3]}-{code[3:].lower()} ", ".".join(code), f"{code[:3]}–{code[3:]}"):
        assert session_code(typed) == code
        found = session_by_code(store, typed)
        assert found is not None
        assert found["code"] == code
    for typed in ("", "-", code[:5], f"{code}X", "%"):
        assert session_by_code(store, typed) is None


def test_a_code_is_given_out_once_at_a_time(store: Store, monkeypatch: Any) -> None:
    order = iter("CCCCCC" + "CCCCCC" + "DDDDDD" + "CCCCCC")
    monkeypatch.setattr("data.sessions.secrets.choice", lambda _: next(order))
    first = open_session(store, consideration(store), "Anna")
    assert open_session(store, consideration(store), "Anna")["code"] == "DDDDDD"
    close_session(store, first["id"], "Anna")
    again = open_session(store, consideration(store), "Anna")
    assert again["code"] == "CCCCCC"
    assert session_by_code(store, "cccccc") == again


def test_one_session_runs_at_a_time(meeting: Meeting) -> None:
    with pytest.raises(InputRefused, match="loopt al een sessie"):
        open_session(meeting.store, meeting.consideration, "Bert")
    close_session(meeting.store, meeting.id, "Bert")
    second = open_session(meeting.store, meeting.consideration, "Bert")
    meeting.expire()
    third = open_session(meeting.store, meeting.consideration, "Bert")
    open_session(meeting.store, consideration(meeting.store), "Bert")
    found = sessions_of(meeting.store, meeting.consideration)
    assert [row["id"] for row in found] == [third["id"], second["id"], meeting.id]
    assert [row["running"] for row in found] == [True, False, False]


def test_there_must_be_something_to_score(store: Store) -> None:
    empty, _ = make_consideration(store, "Leeg", ConsiderationTable(criteria=CRITERIA), "Anna")
    with pytest.raises(InputRefused, match="geen opties"):
        open_session(store, empty, "Anna")
    with pytest.raises(InputRefused, match="niet meer"):
        open_session(store, 99, "Anna")


@pytest.mark.parametrize("how", ["closed", "expired"])
def test_what_is_over_is_over(meeting: Meeting, how: str) -> None:
    store, anna = meeting.store, meeting.person("Anna")
    code = meeting.now["code"]
    meeting.gives(anna, scored("AP1", "3"))
    left = meeting.person("Bert")
    leave(store, left["id"])
    if how == "closed":
        close_session(store, meeting.id, "Leider")
        assert meeting.now["closed_at"] is not None
    else:
        meeting.expire()
    assert session_by_code(store, code) is None
    assert not meeting.now["running"]
    assert considerations(store)[0]["session"] is None
    for late in (
        lambda: join(store, meeting.id, "Cato"),
        lambda: come_back(store, left["id"]),
        lambda: reveal(store, meeting.id, 1),
        lambda: next_round(store, meeting.id, 1),
        lambda: close_session(store, meeting.id, "Leider"),
    ):
        with pytest.raises(InputRefused, match="voorbij"):
            late()
    [refused] = meeting.gives(anna, scored("AP1", "5"))
    assert (refused["reason"], refused["value"]) == ("over", "5")
    set_ready(store, anna["id"], 1, True)
    leave(store, anna["id"])
    assert own_scores(store, anna, 1)[0]["score"] == "3"
    assert [row["ready"] for row in roster(store, meeting.id)] == [False, False]
    assert meeting.shown(1) == {}
    with pytest.raises(InputRefused, match="voorbij"):
        join(store, 99, "Cato")


def test_a_participant_is_known_by_the_secret_of_the_session(meeting: Meeting) -> None:
    store = meeting.store
    made = join(store, meeting.id, "  <b>Anna</b>   de *Vries* ")
    assert made["name"] == "<b>Anna</b> de *Vries*"
    assert len(made["secret"]) >= 24
    found = participant(store, meeting.id, made["secret"])
    assert found is not None
    assert (found["id"], found["session"], found["name"]) == (made["id"], meeting.id, made["name"])
    assert (found["consideration"], found["left_at"]) == (meeting.consideration, None)
    assert "secret" not in found
    assert made["secret"] != join(store, meeting.id, "Bert")["secret"]
    other = open_session(store, consideration(store), "Leider")
    assert participant(store, other["id"], made["secret"]) is None
    assert participant(store, meeting.id, "") is None
    assert "secret" not in roster(store, meeting.id)[0]


@pytest.mark.parametrize("name", ["", "  ", "x" * 41])
def test_a_name_has_1_to_40_characters(meeting: Meeting, name: str) -> None:
    with pytest.raises(InputRefused, match="1 tot 40"):
        join(meeting.store, meeting.id, name)
    join(meeting.store, meeting.id, "x" * 40)


def test_a_name_is_that_of_one_person_at_a_time(meeting: Meeting) -> None:
    store = meeting.store
    first = join(store, meeting.id, "José")
    for same in ("José", " JOSE ", "jo-se"):
        with pytest.raises(InputRefused, match="letter"):
            join(store, meeting.id, same)
    join(store, meeting.id, "José B.")
    leave(store, first["id"])
    second = join(store, meeting.id, "Jose")
    with pytest.raises(InputRefused, match="al iemand"):
        come_back(store, first["id"])
    leave(store, second["id"])
    come_back(store, first["id"])
    elsewhere = open_session(store, consideration(store), "Leider")
    join(store, elsewhere["id"], "José")


def test_a_name_in_any_script_is_one(meeting: Meeting) -> None:
    for name in ("Оксана", "محمد", "美玲", "!", "?"):
        assert join(meeting.store, meeting.id, name)["name"] == name
    with pytest.raises(InputRefused):
        join(meeting.store, meeting.id, "оксана")


def test_at_most_sixty_take_part_at_a_time(meeting: Meeting) -> None:
    store = meeting.store
    people = [join(store, meeting.id, f"Deelnemer {number}") for number in range(60)]
    with pytest.raises(InputRefused, match="vol"):
        join(store, meeting.id, "Nog een")
    leave(store, people[0]["id"])
    join(store, meeting.id, "Nog een")
    with pytest.raises(InputRefused, match="vol"):
        come_back(store, people[0]["id"])


def test_roster_says_who_and_how_far_but_not_what(meeting: Meeting) -> None:
    store = meeting.store
    anna, bert = meeting.person("Anna"), meeting.person("Bert")
    edits = [scored("AP1", "3"), scored("AT1", "?"), scored("BP1", "5"), noted("AR1", "Vraag")]
    meeting.gives(anna, *edits)
    meeting.gives(anna, scored("AP1", "4"), scored("BP1", None))
    meeting.gives(bert, scored("CP1", "3"), scored("AX1", "3"))  # no cells of this table
    enter(store, Place(meeting.consideration), [scored("AP1", "1")], "Leider")
    set_ready(store, anna["id"], 1, True)
    leave(store, bert["id"])
    first, second = roster(store, meeting.id)
    assert set(first) == {"id", "name", "joined_at", "left_at", "ready", "given"}
    assert (first["name"], first["given"], first["ready"], first["left_at"]) == (
        "Anna",
        2,
        True,
        None,
    )
    assert (second["id"], second["given"], second["ready"]) == (bert["id"], 0, False)
    assert second["left_at"] >= second["joined_at"]
    set_ready(store, anna["id"], 1, False)
    assert not roster(store, meeting.id)[0]["ready"]
    set_ready(store, anna["id"], 1, True)
    meeting.on()
    assert [(row["ready"], row["given"]) for row in roster(store, meeting.id)] == [(False, 0)] * 2
    meeting.gives(anna, scored("BP1", "3"))
    set_ready(store, anna["id"], 2, True)
    first, _ = roster(store, meeting.id)
    assert (first["ready"], first["given"]) == (True, 1)


def test_roster_of_a_table_that_lost_an_option(meeting: Meeting) -> None:
    meeting.gives(meeting.person("Anna"), scored("AP1", "3"), scored("BP1", "3"))
    fewer = weighed().dropping("B")
    change_consideration(meeting.store, meeting.consideration, 1, "Wat?", fewer, "Leider")
    assert roster(meeting.store, meeting.id)[0]["given"] == 1


def test_ready_is_said_of_the_round_that_goes_on(meeting: Meeting) -> None:
    store, anna = meeting.store, meeting.person("Anna")
    set_ready(store, anna["id"], 2, True)
    assert not roster(store, meeting.id)[0]["ready"]
    reveal(store, meeting.id, 1)
    set_ready(store, anna["id"], 1, True)
    assert not roster(store, meeting.id)[0]["ready"]
    next_round(store, meeting.id, 1)
    set_ready(store, anna["id"], 1, True)
    set_ready(store, anna["id"], 2, True)
    set_ready(store, anna["id"], 1, False)  # comes late
    assert roster(store, meeting.id)[0]["ready"]
    bert = meeting.person("Bert")
    assert [row["ready"] for row in roster(store, meeting.id)] == [True, False]
    assert participant(store, meeting.id, "x") is None
    assert bert["ready_round"] == 0


def test_who_leaves_and_comes_back_has_the_scores_still(meeting: Meeting) -> None:
    store, anna = meeting.store, meeting.person("Anna")
    meeting.gives(anna, scored("AP1", "3"))
    leave(store, anna["id"])
    left_at = roster(store, meeting.id)[0]["left_at"]
    leave(store, anna["id"])
    assert roster(store, meeting.id)[0]["left_at"] == left_at
    [refused] = meeting.gives(anna, scored("AP1", "5"))
    assert refused["reason"] == "over"
    come_back(store, anna["id"])
    come_back(store, anna["id"])
    assert roster(store, meeting.id)[0]["left_at"] is None
    assert own_scores(store, anna, 1)[0]["score"] == "3"
    assert meeting.gives(anna, scored("AP1", "5")) == []


def test_nobody_sees_a_round_before_it_is_revealed(meeting: Meeting) -> None:
    store, anna, bert = meeting.store, meeting.person("Anna"), meeting.person("Bert")
    meeting.gives(anna, scored("AP1", "3"), noted("AP1", "Zin"), scored("AT1", "?"))
    meeting.gives(bert, scored("AP1", "1"), noted("BT1", "Alleen een woord"))
    enter(store, Place(meeting.consideration), [scored("AP1", "5")], "Leider")
    assert round_scores(store, meeting.id, 1) == []
    reveal(store, meeting.id, 1)
    found = round_scores(store, meeting.id, 1)
    assert found[0] == {
        "participant": anna["id"], "name": "Anna", "option": "A", "criterion": "P1",
        "score": "3", "note": "Zin",
    }  # fmt: skip
    assert [(row["name"], row["criterion"], row["score"], row["note"]) for row in found[1:]] == [
        ("Anna", "T1", "?", ""), ("Bert", "P1", "1", ""), ("Bert", "T1", None, "Alleen een woord"),
    ]  # fmt: skip
    assert round_scores(store, meeting.id, 2) == []
    next_round(store, meeting.id, 1)
    assert round_scores(store, meeting.id, 1) == found
    assert round_scores(store, meeting.id, 2) == []
    meeting.gives(bert, scored("AP1", "2"))
    assert round_scores(store, meeting.id, 1) == found
    assert round_scores(store, meeting.id, 2) == []
    close_session(store, meeting.id, "Leider")
    assert round_scores(store, meeting.id, 2) == []
    assert round_scores(store, meeting.id, 1) == found


def test_what_is_left_as_it_was_counts_in_the_next_round(meeting: Meeting) -> None:
    anna, bert, cato = (meeting.person(name) for name in ("Anna", "Bert", "Cato"))
    meeting.gives(anna, scored("AP1", "3"), scored("AT1", "2"))
    meeting.gives(bert, scored("AP1", "1"))
    meeting.gives(cato, scored("AP1", "5"))
    leave(meeting.store, bert["id"])
    meeting.on()
    meeting.gives(anna, scored("AP1", "4"))
    meeting.gives(cato, scored("AP1", None))
    dirk = meeting.person("Dirk")
    meeting.gives(dirk, scored("AP1", "2"))
    leave(meeting.store, dirk["id"])
    reveal(meeting.store, meeting.id, 2)
    assert meeting.shown(1) == {
        ("Anna", "AP1"): "3", ("Anna", "AT1"): "2", ("Bert", "AP1"): "1", ("Cato", "AP1"): "5",
    }  # fmt: skip
    assert meeting.shown(2) == {
        ("Anna", "AP1"): "4", ("Anna", "AT1"): "2", ("Bert", "AP1"): "1", ("Dirk", "AP1"): "2",
    }  # fmt: skip


def test_round_scores_are_those_of_the_table_as_it_is(meeting: Meeting) -> None:
    anna = meeting.person("Anna")
    meeting.gives(anna, scored("AP1", "3"), scored("BP1", "3"), scored("ZP1", "3"))
    reveal(meeting.store, meeting.id, 1)
    fewer = weighed().dropping("B")
    change_consideration(meeting.store, meeting.consideration, 1, "Wat?", fewer, "Leider")
    assert meeting.shown(1) == {("Anna", "AP1"): "3"}
    remove_consideration(meeting.store, meeting.consideration, 2, "Leider")
    assert meeting.shown(1) == {}


def test_own_scores_begin_with_those_of_the_round_before(meeting: Meeting) -> None:
    store, anna, bert = meeting.store, meeting.person("Anna"), meeting.person("Bert")
    meeting.gives(anna, scored("AP1", "3"))
    meeting.gives(bert, scored("AP1", "1"))
    meeting.on()
    [row] = own_scores(store, anna, 2)
    assert (row["score"], row["score_id"], row["score_by"]) == ("3", 0, "Anna")
    meeting.gives(anna, scored("AP1", "4"))
    assert [own_scores(store, anna, number)[0]["score"] for number in (1, 2)] == ["3", "4"]
    place = Place(meeting.consideration, meeting.id, 2, anna["id"])
    assert cells(store, place) == own_scores(store, anna, 2)


def test_after_the_reveal_nothing_is_entered(meeting: Meeting) -> None:
    store, anna = meeting.store, meeting.person("Anna")
    first, late = scored("AP1", "3"), scored("AP1", "5")
    meeting.gives(anna, first)
    reveal(store, meeting.id, 1)
    refused = meeting.gives(anna, first, late, scored("AT1", "1"))
    assert [(row["edit"], row["reason"]) for row in refused] == [
        (late.id, "revealed"), (refused[1]["edit"], "revealed"),
    ]  # fmt: skip
    assert (refused[0]["theirs"], refused[0]["theirs_by"], refused[0]["theirs_id"]) == (None,) * 3
    assert meeting.shown(1) == {("Anna", "AP1"): "3"}
    next_round(store, meeting.id, 1)
    assert enter_as(store, anna, [late], round=1)[0]["reason"] == "revealed"
    assert enter_as(store, anna, [late], round=2) == []
    assert enter_as(store, anna, [first]) == []  # sent again, a round late
    assert own_scores(store, anna, 2)[0]["score"] == "5"
    assert enter_as(store, anna, []) == []


def test_a_score_of_a_round_that_is_over_is_not_taken_back(meeting: Meeting) -> None:
    store, anna = meeting.store, meeting.person("Anna")
    meeting.gives(anna, scored("AP1", "3"), scored("AP1", "5"))
    place = Place(meeting.consideration, meeting.id, 1, anna["id"])
    assert take_back(store, place, cells(store, place)[0]["score_id"], "Anna") is not None
    last = cells(store, place)[0]
    assert last["score"] == "3"
    reveal(store, meeting.id, 1)
    assert take_back(store, place, last["score_id"], "Anna") is None
    next_round(store, meeting.id, 1)
    assert take_back(store, place, last["score_id"], "Anna") is None
    second = Place(meeting.consideration, meeting.id, 2, anna["id"])
    assert take_back(store, second, last["score_id"], "Anna") is None
    meeting.gives(anna, scored("AP1", "1"))
    back = take_back(store, second, cells(store, second)[0]["score_id"], "Anna")
    assert back is not None
    assert back["value"] == "3"
    meeting.expire()
    assert take_back(store, second, back["id"], "Anna") is None


def test_who_takes_a_score_back_gets_what_they_gave_before(meeting: Meeting) -> None:
    anna, bert = meeting.person("Anna"), meeting.person("Bert")
    place = Place(meeting.consideration, meeting.id, 1, anna["id"])
    for who, value in ((anna, "2"), (bert, "4"), (anna, "3"), (bert, "5")):
        meeting.gives(who, scored("AP1", value))
    back = take_back(meeting.store, place, cells(meeting.store, place)[0]["score_id"], "Anna")
    assert back is not None
    assert back["value"] == "2"
    assert own_scores(meeting.store, bert, 1)[0]["score"] == "5"


def test_two_leaders_do_not_skip_a_round(meeting: Meeting) -> None:
    store = meeting.store
    with pytest.raises(InputRefused, match="nog niet getoond"):
        next_round(store, meeting.id, 1)
    reveal(store, meeting.id, 1)
    with pytest.raises(InputRefused, match="al getoond"):
        reveal(store, meeting.id, 1)
    next_round(store, meeting.id, 1)
    with pytest.raises(InputRefused, match="ronde 2"):
        next_round(store, meeting.id, 1)
    with pytest.raises(InputRefused, match="ronde 2"):
        reveal(store, meeting.id, 1)
    assert (meeting.now["round"], meeting.now["revealed"]) == (2, False)


def test_rounds_come_to_an_end(meeting: Meeting) -> None:
    for _ in range(8):
        meeting.on()
    reveal(meeting.store, meeting.id, 9)
    with pytest.raises(InputRefused, match="9 rondes"):
        next_round(meeting.store, meeting.id, 9)
    assert meeting.now["round"] == 9


def test_a_session_is_no_change_of_the_figures(meeting: Meeting) -> None:
    figures, anything = meeting.store.data_version, meeting.store.change_version
    meeting.gives(meeting.person("Anna"), scored("AP1", "3"))
    reveal(meeting.store, meeting.id, 1)
    assert meeting.store.data_version == figures
    assert meeting.store.change_version == anything + 3
