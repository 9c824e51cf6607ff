"""Afwegingstabel: a consideration from its question to its outcome."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button, TextInput

from core.consideration_table import SHIPPED
from core.criteria import CriteriaSet
from data import considerations, criteria_sets, scoring
from data.errors import ChangedMeanwhile
from data.scoring import Place
from data.store import Store
from pages.parts import consideration_scoring
from pages.shared import done
from pages.shared.opened import whole_store
from tests.pages.conftest import Fill, drawn, texts, visit
from tests.portfolio import ALKMAAR, Portfolio
from tests.weighing import consideration, noted, scored, weighed

START, QUESTION = "Beginnen", "afweging_vraag"
NASTY = "Lees *café* <b>vet</b> [x](http://x.nl) $a$"


def button(at: AppTest, label: str, nth: int = 0) -> Button:
    return [one for one in at.button if one.label == label][nth]


def named(at: AppTest, nth: int) -> TextInput:
    """Where the nth option is called otherwise."""
    return [one for one in at.text_input if one.label == "Naam"][nth]


def table(id_: int = 1) -> Any:
    [row] = considerations.considerations(whole_store(), id=id_)
    return row["content"]


def names(id_: int = 1) -> list[str]:
    return [one.name for one in table(id_).options]


def give(where: Store, id_: int, **cells: int | str | None) -> None:
    """Scores by cell, `AP1`; "?" for what nobody knows."""
    edits = [scored(cell, None if one is None else str(one)) for cell, one in cells.items()]
    assert not scoring.enter(where, Place(id_), edits, "Anna")


def two(made: Portfolio) -> None:
    """Two options; the first has the higher total, but a precondition to solve."""
    id_ = consideration(made.store, "Taalhuis", "Leesclub")
    give(made.store, id_, AP1=2, AT1=5, AR1=5, BP1=4, BT1=3, BR1=3)


def unscored(made: Portfolio) -> None:
    consideration(made.store, "Taalhuis", "Leesclub")


def portfolio(made: Portfolio) -> None:
    """Two libraries; one partnership is over, and two are called the same."""
    made.library("Bibliotheek Aa")
    other = made.library("Bibliotheek Be", ALKMAAR)
    ggd = made.partner("GGD")
    made.partnership("Taalhuis", partners=[ggd])
    made.partnership("Taalhuis", library=other)
    made.partnership("Voorbij", status="beëindigd")


def test_without_considerations_it_says_what_the_table_is_for(
    filled: Callable[[Fill], None],
) -> None:
    filled(portfolio)
    at = visit("consideration")
    assert "De tabel adviseert, mensen besluiten." in texts(at)
    at.text_input(key=QUESTION).set_value("Gaan we door?")
    button(at, START).click().run()
    assert not at.exception
    assert at.query_params["afweging"] == "1"
    assert at.text_input(key=QUESTION).value == ""
    assert [one.value for one in at.main.subheader] == ["Gaan we door?"]
    assert "Voeg ten minste één optie toe" in texts(at)
    assert (table().criteria_name, len(table().criteria)) == (SHIPPED, 16)
    assert table().library is None


@pytest.mark.parametrize("typed", ["", "   ", "?!"])
def test_a_question_without_words_is_refused_and_kept(empty: Path, typed: str) -> None:
    at = visit("consideration")
    at.text_input(key=QUESTION).set_value(typed)
    button(at, START).click().run()
    assert "Dit is geen naam voor een afweging" in texts(at)
    assert at.text_input(key=QUESTION).value == typed
    assert considerations.considerations(whole_store()) == []


def test_a_second_click_on_begin_makes_no_second_one(empty: Path) -> None:
    at = visit("consideration")
    for typed in ("Gaan  we door?", " Gaan we door?"):
        at.text_input(key=QUESTION).set_value(typed)
        button(at, START).click().run()
        assert "De afweging is begonnen" in texts(at)
    assert len(considerations.considerations(whole_store())) == 1
    assert at.query_params["afweging"] == "1"


def test_the_same_question_can_be_asked_again_once_the_first_has_options(
    filled: Callable[[Fill], None],
) -> None:
    filled(unscored)
    at = visit("consideration")
    at.text_input(key=QUESTION).set_value("Wat eerst?")
    button(at, START).click().run()
    assert at.query_params["afweging"] == "2"


def test_it_is_of_the_one_library_of_the_filter_and_begins_with_its_criteria(
    filled: Callable[[Fill], None],
) -> None:
    filled(portfolio)
    at = visit("consideration", bibliotheek="Bibliotheek Be")
    own = weighed().criteria
    criteria_sets.make_criteria_set(
        whole_store(), "Van Be", CriteriaSet(library=2, criteria=own), "Anna"
    )
    at.text_input(key=QUESTION).set_value("Wat nu?")
    button(at, START).click().run()
    made = table(2)
    assert (made.library, made.criteria, made.criteria_set) == (2, own, 1)
    assert (made.criteria_name, made.criteria_version) == ("Van Be", 1)
    assert "Criteria: Van Be, versie 1" in texts(at)
    at = visit("consideration")
    at.text_input(key=QUESTION).set_value("En samen?")
    button(at, START).click().run()
    assert table(3).criteria_name == SHIPPED


def test_the_list_says_what_there_is_and_opens_one(filled: Callable[[Fill], None]) -> None:
    def put(made: Portfolio) -> None:
        portfolio(made)
        two(made)
        considerations.make_consideration(made.store, "Van Be", weighed("X", library=2), "Anna")

    filled(put)
    at = visit("consideration")
    assert "Er zijn **2 afwegingen**; over geen daarvan is een besluit genomen." in texts(at)
    shown = at.dataframe[0].value
    assert list(shown["Vraag"]) == ["Van Be", "Wat eerst?"]
    assert list(shown["Bibliotheek"]) == ["Bibliotheek Be", "Alle bibliotheken"]
    assert (list(shown["Opties"]), list(shown["Scores"])) == ([1, 2], [0, 6])
    at.selectbox(key="afweging").set_value("1").run()
    assert at.query_params["afweging"] == "1"
    assert "**2 opties** op **3 criteria**" in texts(at)


def test_a_row_of_the_list_opens_its_consideration(filled: Callable[[Fill], None]) -> None:
    filled(two)
    at = visit("consideration")
    at.session_state["afwegingen_rijen"] = {"selection": {"rows": [0], "columns": []}}
    at.run()
    assert not at.exception
    assert not at.error
    assert at.query_params["afweging"] == "1"
    assert [one.value for one in at.main.subheader] == ["Wat eerst?"]


def test_under_a_filter_are_those_of_the_library_and_those_of_all(
    filled: Callable[[Fill], None],
) -> None:
    def put(made: Portfolio) -> None:
        portfolio(made)
        two(made)
        considerations.make_consideration(made.store, "Van Be", weighed("X", library=2), "Anna")

    filled(put)
    at = visit("consideration", bibliotheek="Bibliotheek Aa")
    assert "Er is **1 afweging**" in texts(at)
    assert list(at.dataframe[0].value["Vraag"]) == ["Wat eerst?"]
    at = visit("consideration", bibliotheek="Bibliotheek Aa", afweging="1")
    assert [one.value for one in at.main.subheader] == ["Wat eerst?"]
    at = visit("consideration", bibliotheek="Bibliotheek Aa", afweging="2")
    assert "bestaat niet (meer), of valt buiten de gekozen bibliotheek" in texts(at)
    assert not button(at, START).disabled


@pytest.mark.parametrize("asked", ["7", "abc", "99999999999999999999"])
def test_a_link_to_what_is_no_more_says_so(filled: Callable[[Fill], None], asked: str) -> None:
    filled(two)
    at = visit("consideration", afweging=asked)
    assert not at.exception
    assert "De afweging van deze link bestaat niet (meer)" in texts(at)


def test_an_idea_shows_letter_by_letter_what_was_typed(filled: Callable[[Fill], None]) -> None:
    filled(unscored)
    at = visit("consideration", afweging="1")
    at.text_input(key="idee_naam_1").set_value(NASTY)
    at.text_input(key="idee_uitleg_1").set_value("*met* de GGD")
    button(at, "Toevoegen", -1).click().run()
    assert names() == ["Taalhuis", "Leesclub", NASTY]
    assert f"C · {NASTY}" in texts(at)
    assert "*met* de GGD" in texts(at)
    assert f"{NASTY} is toegevoegd." in texts(at)
    assert at.text_input(key="idee_naam_1").value == at.text_input(key="idee_uitleg_1").value == ""


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("taalhuis", "Twee opties hebben dezelfde naam."),
        ("", "Vul een naam in"),
    ],
)
def test_an_idea_that_cannot_be_is_refused_and_kept(
    filled: Callable[[Fill], None], typed: str, why: str
) -> None:
    filled(unscored)
    at = visit("consideration", afweging="1")
    at.text_input(key="idee_naam_1").set_value(typed)
    at.text_input(key="idee_uitleg_1").set_value("uitleg")
    button(at, "Toevoegen", -1).click().run()
    assert why in texts(at)
    assert at.text_input(key="idee_naam_1").value == typed
    assert at.text_input(key="idee_uitleg_1").value == "uitleg"
    assert names() == ["Taalhuis", "Leesclub"]


def test_an_existing_partnership_brings_its_library_and_partners(
    filled: Callable[[Fill], None],
) -> None:
    def put(made: Portfolio) -> None:
        portfolio(made)
        unscored(made)

    filled(put)
    at = visit("consideration", afweging="1")
    choice = at.selectbox(key="optie_bestaand_1")
    assert choice.options == ["Taalhuis · Bibliotheek Aa", "Taalhuis · Bibliotheek Be"]
    assert button(at, "Toevoegen").disabled
    choice.set_value(1).run()
    button(at, "Toevoegen").click().run()
    last = table().options[-1]
    assert (last.name, last.partnership) == ("Taalhuis (2)", 1)
    assert last.note == "Bibliotheek Aa, met GGD"
    assert at.selectbox(key="optie_bestaand_1").options == ["Taalhuis · Bibliotheek Be"]


def test_with_eight_options_there_is_no_room_for_a_ninth(filled: Callable[[Fill], None]) -> None:
    filled(lambda made: consideration(made.store, *"abcdefg"))
    at = visit("consideration", afweging="1")
    at.text_input(key="idee_naam_1").set_value("h")
    button(at, "Toevoegen", -1).click().run()
    assert len(names()) == 8
    assert "**8 opties**" in texts(at)
    assert [one for one in at.button if one.label == "Toevoegen"] == []
    assert "ten hoogste 8 opties" in texts(at)


def test_an_option_is_reworded_and_taken_away_and_that_can_be_undone(
    filled: Callable[[Fill], None],
) -> None:
    filled(two)
    at = visit("consideration", afweging="1")
    named(at, 0).set_value("Taalhuis Zaan")
    at.main.text_area[0].set_value("In Zaandam")
    button(at, "Opslaan").click().run()
    assert (table().options[0].name, table().options[0].note) == ("Taalhuis Zaan", "In Zaandam")
    assert "A · Taalhuis Zaan" in texts(at)
    button(at, "Weghalen").click().run()
    assert names() == ["Leesclub"]
    assert "Taalhuis Zaan is weggehaald." in texts(at)
    button(at, "Ongedaan maken").click().run()
    button(at, "Ja, maak ongedaan").click().run()
    assert names() == ["Taalhuis Zaan", "Leesclub"]
    at.segmented_control(key="stap").set_value("Uitkomst").run()
    assert "Taalhuis Zaan moet eerst aan een randvoorwaarde voldoen" in texts(at)


def test_a_new_name_that_another_option_has_is_refused_and_kept(
    filled: Callable[[Fill], None],
) -> None:
    filled(unscored)
    at = visit("consideration", afweging="1")
    named(at, 0).set_value("leesclub")
    button(at, "Opslaan").click().run()
    assert "Twee opties hebben dezelfde naam." in texts(at)
    assert named(at, 0).value == "leesclub"
    assert names() == ["Taalhuis", "Leesclub"]


def test_what_somebody_else_changed_meanwhile_is_shown_first_and_no_typing_is_lost(
    filled: Callable[[Fill], None],
) -> None:
    filled(unscored)
    at = visit("consideration", afweging="1")
    considerations.change_consideration(
        whole_store(), 1, 1, "Wat eerst?", table().renaming("B", "Leesclub Noord", ""), "Bas"
    )
    named(at, 0).set_value("Taalhuis Zaan")
    button(at, "Opslaan").click().run()
    assert ChangedMeanwhile.title in texts(at)
    assert "B · Leesclub Noord" in texts(at)
    assert named(at, 0).value == "Taalhuis Zaan"
    assert named(at, 1).value == "Leesclub Noord"
    button(at, "Opslaan").click().run()
    assert names() == ["Taalhuis Zaan", "Leesclub Noord"]


def test_a_removed_consideration_can_be_brought_back(filled: Callable[[Fill], None]) -> None:
    filled(two)
    at = visit("consideration", afweging="1")
    button(at, "Ja, verwijder").click().run()
    assert considerations.considerations(whole_store()) == []
    assert "De afweging Wat eerst? is verwijderd." in texts(at)
    assert "Wat erover is besloten" not in texts(at)
    assert "afweging" not in at.query_params
    assert "bestaat niet (meer)" not in texts(at)
    button(at, "Ongedaan maken").click().run()
    button(at, "Ja, maak ongedaan").click().run()
    assert names() == ["Taalhuis", "Leesclub"]


def test_undo_says_why_not_when_it_was_changed_since(filled: Callable[[Fill], None]) -> None:
    filled(unscored)
    at = visit("consideration", afweging="1")
    button(at, "Weghalen").click().run()
    [row] = considerations.considerations(whole_store())
    considerations.change_consideration(
        whole_store(), 1, row["version"], "Anders?", row["content"], "Bas"
    )
    button(at, "Ongedaan maken").click().run()
    button(at, "Ja, maak ongedaan").click().run()
    assert not at.exception
    assert [one.value for one in at.error] != []
    assert names() == ["Leesclub"]


def test_the_question_and_the_library_can_be_others(filled: Callable[[Fill], None]) -> None:
    def put(made: Portfolio) -> None:
        portfolio(made)
        unscored(made)

    filled(put)
    at = visit("consideration", afweging="1")
    [question] = [one for one in at.text_input if one.label == "De vraag" and one.key != QUESTION]
    question.set_value("")
    button(at, "Opslaan", -1).click().run()
    assert "Dit is geen naam voor een afweging" in texts(at)
    [question] = [one for one in at.text_input if one.label == "De vraag" and one.key != QUESTION]
    assert question.value == ""
    question.set_value("Wie *nu*?")
    [library] = [one for one in at.main.selectbox if one.label == "Bibliotheek"]
    library.set_value(2)
    button(at, "Opslaan", -1).click().run()
    [row] = considerations.considerations(whole_store())
    assert (row["name"], row["content"].library) == ("Wie *nu*?", 2)
    assert [one.value for one in at.main.subheader] == ["Wie \\*nu\\*?"]


def test_the_link_opens_the_same_step(filled: Callable[[Fill], None]) -> None:
    filled(two)
    at = visit("consideration", afweging="1")
    assert "afweging=1" in at.code[0].value
    at.segmented_control(key="stap").set_value("Uitkomst").run()
    assert at.query_params["stap"] == "Uitkomst"
    again = visit("consideration", afweging="1", stap="Uitkomst")
    assert "Totaal en groepen" in [one.value for one in again.main.subheader]


def test_without_scores_the_outcome_leads_to_scoring(filled: Callable[[Fill], None]) -> None:
    filled(unscored)
    at = visit("consideration", afweging="1", stap="Uitkomst")
    assert "Er zijn nog geen scores van 1 tot 5." in texts(at)
    button(at, "Naar Scoren").click().run()
    assert at.query_params["stap"] == "Scoren"


def test_without_options_the_outcome_leads_to_those(empty: Path) -> None:
    at = visit("consideration")
    at.text_input(key=QUESTION).set_value("Gaan we door?")
    button(at, START).click().run()
    at.segmented_control(key="stap").set_value("Uitkomst").run()
    assert "Er zijn nog geen opties." in texts(at)
    button(at, "Naar Opties").click().run()
    assert "stap" not in at.query_params
    assert "Voeg ten minste één optie toe" in texts(at)


def test_the_outcome_puts_who_must_solve_something_first_behind(
    filled: Callable[[Fill], None],
) -> None:
    filled(two)
    at = visit("consideration", afweging="1", stap="Uitkomst")
    said = texts(at)
    assert "Leesclub kan als enige verder, met 58 van 100 (bespreken)." in said
    assert "**1. Leesclub** — 58 van 100, bespreken." in said
    assert "**2. Taalhuis** — 75 van 100" in said
    [warned] = at.warning
    assert "Eerst oplossen" in warned.value
    assert "Past" in warned.value
    totals = [(one["label"], one["part"], one["text"]) for one in drawn(at, "Totaal per optie")]
    assert totals[0] == ("B Leesclub", "Totaal", "58")
    assert ("A Taalhuis", "Totaal", "75 · eerst oplossen") in totals
    assert ("A Taalhuis", "passendheid", "25") in totals
    assert "Hoe zeker de volgorde is, staat hier zodra" in said


def test_with_two_in_the_running_it_says_how_sure_the_order_is(
    filled: Callable[[Fill], None],
) -> None:
    def put(made: Portfolio) -> None:
        id_ = consideration(made.store, "Taalhuis", "Leesclub")
        give(made.store, id_, AP1=4, AT1=5, AR1="?", BP1=4, BT1=3, BR1=3)
        scoring.enter(made.store, Place(id_), [noted("AT1", "van *Anna*")], "Anna")

    filled(put)
    at = visit("consideration", afweging="1", stap="Uitkomst")
    assert "Hoe zeker is dit?" in [one.value for one in at.main.subheader]
    assert "Hoe zeker de volgorde is, staat hier" not in texts(at)
    chances = drawn(at, "Aandeel van de denkbare wegingen")
    for way in ("Rond de weging", "Elke weging"):
        for option in ("A Taalhuis", "B Leesclub"):
            shares = [x["share"] for x in chances if (x["label"], x["way"]) == (option, way)]
            assert sum(shares) == pytest.approx(1)
    first = {x["way"]: x["share"] for x in chances if (x["label"], x["rank"]) == ("A Taalhuis", 1)}
    assert first["Rond de weging"] > first["Elke weging"] > 0.5
    totals = {(one["label"], one["part"]): one for one in drawn(at, "Totaal per optie")}
    assert totals["A Taalhuis", "Totaal"]["text"] == "58–92"
    profile = drawn(at, "Per criterium de score")
    cells = {(one["option"], one["label"]): (one["score"], one["text"]) for one in profile}
    assert cells["A", "Kan"] == (None, "")
    assert cells["A", "Waarde"] == (5, "van *Anna*")
    assert cells["B", "Kan"] == (3, "")


def test_a_precondition_that_nobody_could_answer_is_named(filled: Callable[[Fill], None]) -> None:
    def put(made: Portfolio) -> None:
        give(made.store, consideration(made.store, "Taalhuis"), AP1="?", AT1=5, AR1=4)

    filled(put)
    at = visit("consideration", afweging="1", stap="Uitkomst")
    assert "Nog te beantwoorden randvoorwaarden: Past." in texts(at)
    assert not at.warning


def test_what_matters_most_can_be_seen_for_each_option(filled: Callable[[Fill], None]) -> None:
    filled(two)
    at = visit("consideration", afweging="1", stap="Uitkomst")
    assert at.selectbox(key="tornado_1").value == "B"
    first = drawn(at, "Per criterium het laagste en hoogste totaal van Leesclub")
    assert {round(one["base"]) for one in first} == {58}
    assert {one["rival"] for one in first} == {None}
    at.selectbox(key="tornado_1").set_value("A").run()
    other = drawn(at, "Per criterium het laagste en hoogste totaal van Taalhuis")
    assert {round(one["base"]) for one in other} == {75}
    assert {round(one["rival"]) for one in other} == {58}


def test_what_was_done_is_forgotten_when_asked(filled: Callable[[Fill], None]) -> None:
    filled(unscored)
    at = visit("consideration", afweging="1")
    button(at, "Weghalen").click().run()
    button(at, "Sluiten").click().run()
    assert done.DONE not in at.session_state
    assert "weggehaald" not in texts(at)


def test_a_new_question_does_not_put_back_the_library_of_before(
    filled: Callable[[Fill], None],
) -> None:
    filled(portfolio)
    id_ = consideration(whole_store())
    at = visit("consideration", afweging=str(id_))
    others = {**table(id_).model_dump(), "library": 1}
    changed = type(table(id_)).model_validate(others)
    considerations.change_consideration(whole_store(), id_, 1, "Wat eerst?", changed, "Bas")
    at.run()
    [question] = [one for one in at.text_input if one.label == "De vraag" and one.key != QUESTION]
    question.set_value("Wat dan?")
    button(at, "Opslaan", -1).click().run()
    [row] = considerations.considerations(whole_store(), id=id_)
    assert (row["name"], row["content"].library) == ("Wat dan?", 1)


@pytest.mark.usefixtures("by_hand")
def test_conflicts_wait_for_an_answer_each(
    filled: Callable[[Fill], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What comes from the grid, which AppTest cannot click."""
    filled(two)
    kept: dict[str, Any] = {}
    monkeypatch.setattr("streamlit.session_state", kept)
    give(whole_store(), 1, AP1=5, AT1=5)
    for cell, mine in (("AP1", "2"), ("AT1", "2"), ("AP1", "3")):
        consideration_scoring._enter(1, [scored(cell, mine, 0, "ander")])
    asked = {one["criterion"]: one["value"] for one in kept["botsing_1"]}
    assert asked == {"P1": "3", "T1": "2"}
