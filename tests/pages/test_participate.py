"""Deelnemen: joining with a code, what a participant is shown, and what is refused."""

import json
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from data import considerations, sessions
from data.undo import undo_batch
from pages.parts import consideration_code
from pages.shared import guesses, opened
from tests.pages.conftest import texts, visit
from tests.portfolio import Portfolio
from tests.weighing import consideration, noted, scored, weighed


@pytest.fixture
def session(empty: Any) -> dict[str, Any]:
    """A session that runs, of a consideration with two options on three criteria."""
    return sessions.open_session(opened.whole_store(), consideration(opened.whole_store()), "Anna")


def phone(session: dict[str, Any], name: str = "Bo") -> tuple[AppTest, dict[str, Any]]:
    """Somebody who has joined, and who they are."""
    secret = sessions.join(opened.whole_store(), session["id"], name)["secret"]
    me = sessions.participant(opened.whole_store(), session["id"], secret)
    assert me is not None
    return visit("participate", sessie=str(session["id"]), ik=secret), me


def join(code: str, name: str) -> AppTest:
    at = visit("participate", code=code)
    at.text_input(key="meedoen_naam").input(name)
    return press(at, "Meedoen")


def press(at: AppTest, label: str) -> AppTest:
    [button] = [one for one in at.button if one.label == label]
    return button.click().run()


def grids(at: AppTest) -> list[dict[str, Any]]:
    """What the grids of the page were given."""
    drawn = (one.proto.json for one in at.get("bidi_component"))
    return [json.loads(one) for one in drawn if one]  # what only puts words in Dutch gets nothing


def said(at: AppTest) -> str:
    return " ".join([texts(at), *(one.value for one in at.info), *(one.value for one in at.error)])


def test_joining_needs_the_code_and_a_name(session: dict[str, Any]) -> None:
    at = join("ZZZZZZ", "Bo")
    assert "Deze code klopt niet, of de sessie is afgelopen" in said(at)
    assert "Met deze naam kunt u niet meedoen" in said(join(session["code"], " "))
    at = join(f"{session['code'][:3]} {session['code'][3:].lower()}", "Bo")
    assert not at.error
    assert [one["name"] for one in sessions.roster(opened.whole_store(), session["id"])] == ["Bo"]
    assert at.query_params["sessie"] == str(session["id"])
    assert "code" not in at.query_params
    assert "Er doet al iemand mee met deze naam" in said(join(session["code"], "bó"))


def test_there_are_no_filters_and_no_example(session: dict[str, Any]) -> None:
    at, _ = phone(session)
    assert not at.sidebar.selectbox
    assert not at.sidebar.multiselect
    assert [one.value for one in at.header] == ["Wat eerst?"]
    assert "ronde 1" in said(at)
    assert len(grids(at)) == 1


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> str:
    """Where the visitor is seen to come from, which AppTest has nothing for."""
    monkeypatch.setattr(type(st.context), "ip_address", "192.168.1.7")
    return "192.168.1.7"


def test_who_guesses_codes_waits(
    session: dict[str, Any], address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(guesses.MOST - 1):
        guesses.count(address)
    assert "Deze code klopt niet" in said(join("ZZZZZZ", "Bo"))
    assert "Er zijn te veel verkeerde codes geprobeerd" in said(join(session["code"], "Bo"))
    assert sessions.roster(opened.whole_store(), session["id"]) == []
    monkeypatch.setattr(guesses, "WINDOW", 0.0)
    assert not join(session["code"], "Bo").error


def test_who_guesses_elsewhere_holds_nobody_up(session: dict[str, Any], address: str) -> None:
    for _ in range(guesses.MOST):
        guesses.count("192.168.1.8")
    assert "Deze code klopt niet" in said(join("ZZZZZZ", "Bo"))
    for number in range(guesses.MOST_TOGETHER):
        guesses.count(f"192.168.2.{number}")
    assert "Er zijn te veel verkeerde codes geprobeerd" in said(join(session["code"], "Bo"))


@pytest.mark.parametrize("asked", ["x", "-1", "²", "9999999999999", "77"])
def test_an_address_that_is_nobodys_leads_to_the_door(session: dict[str, Any], asked: str) -> None:
    at = visit("participate", sessie=asked, ik="geraden")
    assert not at.exception
    assert "Deze link hoort bij geen deelnemer" in said(at)
    assert at.text_input(key="meedoen_code").label == "Code"


def test_ready_says_what_is_open(session: dict[str, Any]) -> None:
    at, me = phone(session)
    gave = [scored(cell, "4") for cell in ("AP1", "AT1", "AR1", "BP1")]
    sessions.enter_as(opened.whole_store(), me, gave)
    at.run()
    assert "Nog open: Leesclub (2)." in said(at)
    press(at, "Ik ben klaar")
    assert "U bent klaar." in said(at)
    [row] = sessions.roster(opened.whole_store(), session["id"])
    assert (row["ready"], row["given"]) == (True, 4)
    press(at, "Toch nog niet klaar")
    assert not sessions.roster(opened.whole_store(), session["id"])[0]["ready"]


def test_after_the_reveal_and_in_the_next_round(session: dict[str, Any]) -> None:
    at, me = phone(session)
    sessions.enter_as(opened.whole_store(), me, [scored("AP1", "4")])
    late, _ = phone(session, "Late")
    sessions.reveal(opened.whole_store(), session["id"], 1)
    at.run()
    assert "Kijk nu samen op het grote scherm" in said(at)
    [grid] = grids(at)
    assert grid["locked"]
    assert not [one for one in at.button if one.label == "Ik ben klaar"]
    assert grids(late.run()) == []  # who gave nothing has nothing to look back on
    sessions.next_round(opened.whole_store(), session["id"], 1)
    at.run()
    assert "Dit gaf u in de vorige ronde" in said(at)
    [grid] = grids(at)
    assert not grid["locked"]
    assert [one["score"] for one in grid["cells"]] == [4, None, None, None, None, None]
    assert "Dit gaf u" not in said(late.run())


def test_leaving_and_coming_back(session: dict[str, Any]) -> None:
    at, me = phone(session)
    sessions.enter_as(opened.whole_store(), me, [scored("AP1", "4"), noted("AP1", "Zo is het")])
    press(at, "Uit de sessie gaan")
    assert "U bent uit de sessie gegaan" in said(at)
    assert grids(at) == []
    press(at, "Weer meedoen")
    assert grids(at)[0]["cells"][0]["note"] == "Zo is het"


def test_a_session_that_is_over_shows_what_was_given(session: dict[str, Any]) -> None:
    at, me = phone(session)
    sessions.enter_as(opened.whole_store(), me, [scored("AP1", "4")])
    sessions.close_session(opened.whole_store(), session["id"], "Anna")
    at.run()
    assert [one.value for one in at.title] == ["Bedankt"]
    assert grids(at)[0]["locked"]
    press(at, "Aan een andere sessie meedoen")
    assert at.text_input(key="meedoen_code").label == "Code"


def test_an_expired_session_is_over(session: dict[str, Any]) -> None:
    at, _ = phone(session)
    Portfolio(opened.whole_store()).ask("update session set expires_at = '2020-01-01'")
    assert [one.value for one in at.run().title] == ["Bedankt"]
    assert "Deze code klopt niet, of de sessie is afgelopen" in said(join(session["code"], "Cé"))


def test_a_criterion_that_was_dropped_is_no_longer_asked(session: dict[str, Any]) -> None:
    at, me = phone(session)
    sessions.enter_as(opened.whole_store(), me, [scored("AP1", "4"), scored("AR1", "2")])
    store = opened.whole_store()
    [row] = considerations.considerations(store, id=session["consideration"])
    kept = weighed().criteria[:2]
    table = row["content"].model_copy(update={"criteria": kept, "points": {"P1": 60, "T1": 40}})
    considerations.change_consideration(store, row["id"], row["version"], "Kort", table, "Anna")
    at.run()
    assert not at.exception
    assert [one["criterion"] for one in grids(at)[0]["cells"]] == ["P1", "T1", "P1", "T1"]
    assert "Nog open: Taalhuis (1) en Leesclub (2)." in said(at)


def test_who_gave_something_else_on_another_device_is_told_that(session: dict[str, Any]) -> None:
    at, me = phone(session)
    sessions.enter_as(opened.whole_store(), me, [scored("AP1", "4", browser="telefoon")])
    refused = sessions.enter_as(opened.whole_store(), me, [scored("AP1", "2", 0, "tablet")])
    at.session_state[f"te_laat_{me['id']}"] = {"cel": {**refused[0], "round": 1}}
    assert "op een ander apparaat gaf u iets anders" in said(at.run())


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://[fd00::5]:8501/afweging", "[fd00::5]:8501/deelnemen"),
        ("https://dossier.example/app/afweging", "https://dossier.example/app/deelnemen"),
    ],
)
def test_the_address_to_join_is_one_that_a_phone_can_open(
    monkeypatch: pytest.MonkeyPatch, url: str, shown: str
) -> None:
    monkeypatch.setattr(type(st.context), "url", url)
    assert consideration_code.joining("ABCDEF").page == shown


def test_who_takes_part_waits_when_the_consideration_is_taken_away(
    session: dict[str, Any],
) -> None:
    at, _ = phone(session)
    batch = considerations.remove_consideration(
        opened.whole_store(), session["consideration"], 1, "Bas"
    )
    assert "Deze afweging is weggehaald." in said(at.run())
    undo_batch(opened.whole_store(), batch, "Bas")
    assert len(grids(at.run())) == 1
