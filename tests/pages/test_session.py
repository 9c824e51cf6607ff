"""Samen scoren for who leads: who is ready, the reveal, what matters, and the way on."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data import considerations, scoring, sessions
from data.scoring import Place
from data.undo import undo_batch
from pages.shared import opened
from tests.pages.conftest import texts, visit
from tests.weighing import consideration, noted, scored


class Meeting:
    """A session that runs, with people who give scores."""

    def __init__(self) -> None:
        self.store = opened.whole_store()
        self.consideration = consideration(self.store)
        self.id = sessions.open_session(self.store, self.consideration, "Anna")["id"]

    def person(self, name: str) -> Any:
        secret = sessions.join(self.store, self.id, name)["secret"]
        return sessions.participant(self.store, self.id, secret)

    def gives(self, who: Any, **scores: str) -> None:
        edits = [scored(cell, score, browser=f"tel{who['id']}") for cell, score in scores.items()]
        assert sessions.enter_as(self.store, who, edits) == []

    def agreed(self) -> dict[str, str | None]:
        found = scoring.cells(self.store, Place(self.consideration))
        return {one["option"] + one["criterion"]: one["score"] for one in found}


@pytest.fixture
def meeting(empty: Any) -> Meeting:
    return Meeting()


def leader(meeting: Meeting) -> AppTest:
    return visit("consideration", afweging=str(meeting.consideration), stap="Samen scoren")


def given(at: AppTest, name: str) -> list[dict[str, Any]]:
    """What the drawings of the page that have this in them were given."""
    drawn = (one.proto.json for one in at.get("bidi_component"))
    found = [json.loads(one) for one in drawn if one]  # what only puts words in Dutch gets none
    return [one for one in found if name in one]


def button(at: AppTest, label: str) -> Any:
    found = [one for one in at.button if one.label.startswith(label)]
    return found[0] if found else None


def press(at: AppTest, label: str) -> AppTest:
    return button(at, label).click().run()


def reveal(at: AppTest) -> AppTest:
    """Show the scores, also where somebody is not ready and it is asked whether to."""
    return (button(at, "Laat de scores zien") or button(at, "Toon ze toch")).click().run()


def test_the_screen_says_who_and_how_far_and_nothing_else(meeting: Meeting) -> None:
    at = leader(meeting)
    assert given(at, "people")[0]["said"].startswith("Nog niemand doet mee.")
    assert button(at, "Laat de scores zien").disabled
    anna, bas = meeting.person("Anna"), meeting.person("Bas")
    meeting.gives(anna, AP1="5", AT1="?")
    sessions.enter_as(meeting.store, anna, [noted("AP1", "Geheim")])
    sessions.set_ready(meeting.store, bas["id"], 1, True)
    [screen] = given(at.run(), "people")
    assert screen["people"] == [
        {"name": "Anna", "state": "busy", "said": "2 van 6"},
        {"name": "Bas", "state": "ready", "said": "klaar"},
    ]
    assert screen["said"] == "1 van de 2 deelnemers is klaar."
    assert button(at, "Laat de scores zien") is None
    assert "Anna is nog niet klaar. Wat getoond is, blijft getoond." in texts(at)
    assert not button(at, "Toon ze toch").disabled
    assert "Geheim" not in texts(at)
    assert given(at, "counts") == given(at, "cells") == []
    sessions.leave(meeting.store, anna["id"])
    [screen] = given(at.run(), "people")
    assert [one["state"] for one in screen["people"]] == ["gone", "ready"]
    assert screen["said"] == "De enige deelnemer is klaar."


def test_the_reveal_puts_forward_what_can_turn_the_outcome(meeting: Meeting) -> None:
    anna, bas = meeting.person("Anna"), meeting.person("Bas")
    meeting.gives(anna, AP1="5", AT1="4", BP1="4", BT1="4", BR1="?")
    meeting.gives(bas, AP1="1", AT1="4", BP1="4", BT1="4", BR1="3")
    sessions.enter_as(meeting.store, bas, [noted("AP1", "Te *ver* weg")])
    at = reveal(leader(meeting))
    said = texts(at)
    assert "Past · Taalhuis" in said
    assert "Te *ver* weg" in said
    assert "Bas" not in said  # a note has no name, as a score has none
    shown = {tuple(one["counts"]) for one in given(at, "counts")}
    assert (1, 0, 0, 0, 1) in shown
    assert "Van 1 cel gaf niemand een score van 1 tot 5." in said
    at.segmented_control(key=f"afgesproken_{meeting.consideration}_A_P1").set_value("?").run()
    assert meeting.agreed()["AP1"] == "?"
    at = press(at, "Neem de mediaan over")
    assert meeting.agreed()["AP1"] == "?"
    assert meeting.agreed()["BT1"] == "4"
    assert button(at, "Neem de mediaan over") is None


def test_what_was_agreed_to_be_unknown_stays_so(meeting: Meeting) -> None:
    for name in ("Anna", "Bas"):
        meeting.gives(meeting.person(name), AP1="4", AT1="4")
    scoring.enter(meeting.store, Place(meeting.consideration), [scored("AT1", "?")], "Anna")
    at = reveal(leader(meeting))
    assert button(at, "Neem de mediaan over").label.endswith("1 overige cel")
    press(at, "Neem de mediaan over")
    assert meeting.agreed() == {"AP1": "4", "AT1": "?"}


def test_a_round_in_which_nobody_knows(meeting: Meeting) -> None:
    meeting.gives(meeting.person("Anna"), AP1="?")
    at = reveal(leader(meeting))
    assert not at.exception
    assert "Niemand gaf een score van 1 tot 5" in at.info[0].value


def test_a_second_round_can_be_shown_when_nobody_changes_anything(meeting: Meeting) -> None:
    anna, bas = meeting.person("Anna"), meeting.person("Bas")
    meeting.gives(anna, AP1="5")
    meeting.gives(bas, AP1="1")
    at = press(reveal(leader(meeting)), "Ronde 2 beginnen")
    assert [one["said"] for one in given(at, "people")[0]["people"]] == ["bezig", "bezig"]
    at = reveal(at)
    assert "Er is niets verschoven sinds de vorige ronde." in texts(at)
    assert [(one["median"], one["before"]) for one in given(at, "counts")] == [(3.0, 3.0)]
    at = press(at, "Ronde 3 beginnen")
    meeting.gives(bas, AP1="4")
    at = reveal(at)
    assert "Past · Taalhuis: mediaan 3 → 4,5, van 1–5 naar 4–5" in texts(at)


def test_a_leader_who_is_late_is_not_scolded(meeting: Meeting) -> None:
    meeting.gives(meeting.person("Anna"), AP1="5")
    at, second = leader(meeting), leader(meeting)
    for label in ("Toon ze toch", "Ronde 2 beginnen"):
        press(at, label)
        press(second, label)
        assert not second.error
    assert sessions.session(meeting.store, meeting.id)["round"] == 2  # type: ignore[index]
    assert not sessions.session(meeting.store, meeting.id)["revealed"]  # type: ignore[index]
    press(at, "Ja, sluit de sessie")
    assert not press(second, "Ja, sluit de sessie").error


def test_after_the_session_the_way_leads_to_the_decision(meeting: Meeting) -> None:
    meeting.gives(meeting.person("Anna"), AP1="5")
    at = reveal(leader(meeting))
    at = press(at, "Ja, sluit de sessie")
    assert "Wat de laatste sessie liet zien" in texts(at)
    assert button(at, "Nieuwe sessie openen")
    at = press(at, "Naar het besluit")
    assert at.query_params["stap"] == "Besluit"


def test_what_was_not_shown_stays_unseen_after_the_session(meeting: Meeting) -> None:
    meeting.gives(meeting.person("Anna"), AP1="5")
    at = press(leader(meeting), "Ja, sluit de sessie")
    assert "Wat de laatste sessie liet zien" not in texts(at)
    assert "Eerdere sessies (1)" in [one.label for one in at.expander]
    assert not at.dataframe


def test_a_median_takes_no_score_away_that_was_agreed_meanwhile(meeting: Meeting) -> None:
    for name in ("Anna", "Bas"):
        meeting.gives(meeting.person(name), AP1="4", AT1="4")
    at = reveal(leader(meeting))
    scoring.enter(meeting.store, Place(meeting.consideration), [scored("AT1", "1")], "Cor")
    at = press(at, "Neem de mediaan over")
    assert meeting.agreed() == {"AP1": "4", "AT1": "1"}
    assert "In 1 cel is intussen een andere score afgesproken" in at.toast[0].value


def test_the_agreement_is_of_those_who_scored(meeting: Meeting) -> None:
    for name, scores in (("Anna", "54321"), ("Bas", "54321"), ("Cor", "?????"), ("Dirk", "")):
        cells = ("AP1", "AT1", "AR1", "BP1", "BT1")
        meeting.gives(meeting.person(name), **dict(zip(cells, scores, strict=False)))
    at = reveal(leader(meeting))
    assert "overeenstemming tussen de 2 deelnemers" in texts(at)


def test_a_session_ends_with_its_consideration_and_comes_back_with_it(meeting: Meeting) -> None:
    anna = meeting.person("Anna")
    [held] = sessions.sessions_of(meeting.store, meeting.consideration)
    code = held["code"]
    batch = considerations.remove_consideration(meeting.store, meeting.consideration, 1, "Cor")
    assert sessions.session_by_code(meeting.store, code) is None
    [refused] = sessions.enter_as(meeting.store, anna, [scored("AP1", "3")])
    assert refused["reason"] == sessions.OVER
    undo_batch(meeting.store, batch, "Cor")
    assert sessions.session_by_code(meeting.store, code) is not None
    meeting.gives(anna, AP1="3")


def test_who_took_part_is_filled_in_anew_but_nothing_typed_is_lost(meeting: Meeting) -> None:
    def who(at: AppTest) -> str:
        found = (one.value for one in at.text_area if one.label.startswith("Wie deden mee"))
        return next(found) or ""

    def deciding() -> AppTest:
        return visit("consideration", afweging=str(meeting.consideration), stap="Besluit")

    def meet_again(*names: str) -> None:
        meeting.id = sessions.open_session(meeting.store, meeting.consideration, "Anna")["id"]
        for name in names:
            meeting.person(name)
        sessions.close_session(meeting.store, meeting.id, "Anna")

    meeting.gives(meeting.person("Anna"), AP1="3")
    meeting.person("Bert")
    sessions.close_session(meeting.store, meeting.id, "Anna")
    scoring.enter(meeting.store, Place(meeting.consideration), [scored("AP1", "3")], "Anna")
    at = deciding()
    assert who(at) == "Anna\nBert"
    meet_again("Cor", "Dirk")
    at.run()
    assert who(at) == "Cor\nDirk"
    field = next(one for one in at.text_area if one.label.startswith("Wie deden mee"))
    field.set_value("Cor\nDirk\nde wethouder").run()
    meet_again("Cor", "Eva")
    at.run()
    assert who(at) == "Cor\nDirk\nde wethouder\nEva"


def test_scores_from_before_the_session_are_said_and_can_be_replaced(meeting: Meeting) -> None:
    sessions.close_session(meeting.store, meeting.id, "Anna")
    before = [scored("AP1", "1"), scored("AT1", "1")]
    scoring.enter(meeting.store, Place(meeting.consideration), before, "Anna")
    meeting.id = sessions.open_session(meeting.store, meeting.consideration, "Anna")["id"]
    for name in ("Anna", "Bas"):
        meeting.gives(meeting.person(name), AP1="5", AT1="5")
    at = reveal(leader(meeting))
    assert "Er staan nog 2 scores van vóór deze sessie." in at.info[0].value
    assert button(at, "Neem de mediaan over").help == "Dat vervangt 2 scores van vóór deze sessie."
    press(at, "Neem de mediaan over")
    assert meeting.agreed() == {"AP1": "5", "AT1": "5"}


def test_a_median_between_two_scores_is_for_people_to_choose(meeting: Meeting) -> None:
    for name, score in (("Anna", "4"), ("Bas", "5")):
        meeting.gives(meeting.person(name), AP1=score, BP1=score, AT1="5", BT1="1")
    at = reveal(leader(meeting))
    if button(at, "Neem de mediaan over"):
        press(at, "Neem de mediaan over")
    assert "AP1" not in meeting.agreed()
    assert any("ligt de mediaan tussen twee scores" in one.label for one in at.expander)
    at.segmented_control(key=f"afgesproken_{meeting.consideration}_A_P1").set_value("5").run()
    assert meeting.agreed()["AP1"] == "5"


def test_notes_of_cells_that_are_not_discussed_are_shown_too(meeting: Meeting) -> None:
    anna = meeting.person("Anna")
    meeting.gives(anna, AP1="5", AT1="5")
    sessions.enter_as(meeting.store, anna, [noted("AT1", "Al jaren zo")])
    at = reveal(leader(meeting))
    assert any("Al jaren zo" in list(one.value.get("Toelichting", [])) for one in at.dataframe)


def test_a_decision_says_that_a_session_is_going_on(meeting: Meeting) -> None:
    scoring.enter(meeting.store, Place(meeting.consideration), [scored("AP1", "1")], "Anna")
    at = visit("consideration", afweging=str(meeting.consideration), stap="Besluit")
    assert "Er loopt nog een sessie." in at.warning[0].value
