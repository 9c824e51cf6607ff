"""Doelen en gewichten: what holds is shown, what is typed is checked, saved and undone."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from core.filters import today
from data.derived import derive
from data.goal_sets import goal_sets, write_goals
from pages.shared import opened
from tests.pages.conftest import Fill, drawn, texts, visit
from tests.pages.test_alignment import MATRIX
from tests.pages.test_every_page import ENGLISH
from tests.pages.test_every_page import texts as shown
from tests.portfolio import ALKMAAR, ZAANSTAD, Portfolio, goals

SETS = "Doelen en gewichten"
AA = 1
SHIPPED = [f"SD{n}" for n in range(1, 8)]


def put(made: Portfolio) -> None:
    made.library("Bibliotheek Aa", ZAANSTAD)
    made.partnership("Lezen", contributions=goals(SD1=3, SD7=2))
    made.partnership("Taal", contributions=goals(SD7=1))


def own(made: Portfolio) -> None:
    """Bibliotheek Aa has two goals of its own since long, Bee the shipped ones."""
    put(made)
    made.partnership("Samen", library=made.library("Bibliotheek Bee", ALKMAAR))
    give(made, date(2020, 1, 1), LEZ=60, SD1=40)


def give(made: Portfolio, since: date, **weights: float) -> None:
    [(version,)] = made.ask("select version from library where id = ?", AA)
    typed = [{"code": c, "label": f"Doel {c}", "weight": w} for c, w in weights.items()]
    write_goals(made.store, AA, version, typed, since, "Bert")


def stored() -> list[tuple[date | None, dict[str, float]]]:
    return [
        (row["valid_from"], {one["code"]: one["weight"] for one in row["goals"]})
        for row in goal_sets(opened.whole_store(), AA, today())
        if row["valid_from"]
    ]


def fields(at: AppTest, label: str) -> list[Any]:
    return [one for one in at.text_input if one.label == label]


def weights(at: AppTest) -> list[str]:
    return [one.value for one in fields(at, "Gewicht")]


def codes(at: AppTest) -> list[str]:
    return [one.value for one in fields(at, "Code")]


def press(at: AppTest, label: str) -> AppTest:
    [button] = [one for one in at.button if one.label == label]
    button.click().run()
    assert not at.exception
    return at


def take_out(at: AppTest, code: str) -> None:
    place = codes(at).index(code) + 1
    [button] = [one for one in at.button if one.help == f"Haal doel {place} weg"]
    button.click().run()


def save(at: AppTest) -> AppTest:
    return press(at, "Opslaan")


def open_part(**asked: str) -> AppTest:
    at = visit("alignment", deel=SETS, **asked)
    assert not at.exception
    return at


def test_what_holds_is_shown_with_its_source(filled: Callable[[Fill], None]) -> None:
    filled(put)
    at = open_part()
    said = texts(at)
    assert "**Bibliotheek Aa** gebruikt de 7 standaarddoelen, die even zwaar wegen." in said
    assert "**SD1**: Bibliotheekconvenant 2020-2023, opgave 1" in said
    assert "Eerder, nu en later" not in said
    assert codes(at) == SHIPPED
    assert weights(at) == ["14,3"] * 6 + ["14,2"]
    assert "Samen **100** punten: alle punten zijn verdeeld." in said
    assert at.date_input(key="doelen_vanaf_8").value == today()


def test_the_library_of_the_filters_is_chosen(filled: Callable[[Fill], None]) -> None:
    filled(own)
    at = open_part()
    assert at.selectbox(key="doelen_bibliotheek").value is None
    assert "Kies een bibliotheek om haar doelen te zien" in texts(at)
    at = open_part(bibliotheek="Bibliotheek Aa")
    assert at.selectbox(key="doelen_bibliotheek").value == AA
    assert "heeft 2 eigen doelen, sinds 1 januari 2020." in texts(at)
    assert codes(at) == ["LEZ", "SD1"]


def test_weights_that_do_not_sum_to_100_are_not_saved(filled: Callable[[Fill], None]) -> None:
    filled(put)
    at = open_part()
    fields(at, "Gewicht")[0].set_value("2,3").run()
    assert "Samen **88** punten: nog 12 punten te verdelen." in texts(at)
    assert not at.error
    save(at)
    assert "samen 88: nog 12 punten te verdelen" in at.error[0].value.replace("\\", "")
    assert weights(at)[0] == "2,3"
    fields(at, "Gewicht")[0].set_value("17,3").run()
    assert "3 punten te veel" in at.error[0].value
    assert stored() == []


def test_each_wrong_field_is_named(filled: Callable[[Fill], None]) -> None:
    filled(put)
    at = press(open_part(), "Doel toevoegen")
    fields(at, "Code")[7].set_value("Status")
    fields(at, "Gewicht")[7].set_value("veel").run()
    save(at)
    said = at.error[0].value.replace("\\", "")
    assert "Doel 8 (Status), code: Status is in een bestand al de kop" in said
    assert "Doel 8 (Status), omschrijving: Schrijf op" in said
    assert "Doel 8 (Status), gewicht: Dit is geen getal" in said
    assert codes(at)[7] == "Status"
    assert stored() == []


def test_equal_and_in_proportion(filled: Callable[[Fill], None]) -> None:
    filled(put)
    at = open_part()
    fields(at, "Gewicht")[0].set_value("114,2").run()
    press(at, "Maak er 100 van")
    assert weights(at) == ["57,1", *["7,2"] * 3, *["7,1"] * 3]  # 57,1 and 7,15 and 7,1
    press(at, "Verdeel gelijk")
    assert weights(at) == ["14,3"] * 6 + ["14,2"]


def test_goals_are_saved_and_undone(filled: Callable[[Fill], None]) -> None:
    filled(put)
    at = open_part()
    fields(at, "Gewicht")[0].set_value("40").run()
    fields(at, "Omschrijving")[0].set_value("Lezen *eerst*").run()
    press(at, "Maak er 100 van")
    save(at)
    assert "van Bibliotheek Aa vanaf" in at.success[0].value
    [(since, saved)] = stored()
    assert since == today()
    assert sum(saved.values()) == pytest.approx(100)
    assert saved["SD1"] == 31.8
    assert "heeft 7 eigen doelen, sinds" in texts(at)
    # Saving the same again says so.
    save(at)
    assert "niets gewijzigd" in at.error[0].value
    press(at, "Ongedaan maken")
    press(at, "Ja, maak ongedaan")
    assert stored() == []
    assert weights(at)[0] == "14,3"


def test_a_goal_in_use_is_dropped_after_a_tick(filled: Callable[[Fill], None]) -> None:
    filled(put)
    at = open_part()
    take_out(at, "SD2")
    assert not at.warning
    take_out(at, "SD7")
    at.date_input(key="doelen_vanaf_8").set_value(date(2027, 1, 1)).run()
    assert "**SD7**: 2 samenwerkingen zijn beoordeeld" in at.warning[0].value
    assert "vanaf 1 januari 2027 niet meer" in at.warning[0].value
    press(at, "Verdeel gelijk")
    save(at)
    assert "Vink hierboven aan" in at.error[0].value
    assert stored() == []
    at.checkbox[0].check().run()
    save(at)
    assert stored() == [
        (date(2027, 1, 1), dict.fromkeys(["SD1", "SD3", "SD4", "SD5", "SD6"], 20.0))
    ]
    assert "Tot 1 januari 2027: standaarddoelen · **geldt nu**" in texts(at)


def test_the_shipped_goals_are_taken(filled: Callable[[Fill], None]) -> None:
    filled(own)
    at = press(open_part(bibliotheek="Bibliotheek Aa"), "Neem de standaarddoelen")
    assert codes(at) == SHIPPED
    press(at, "Gooi mijn invoer weg")
    assert codes(at) == ["LEZ", "SD1"]


def test_an_earlier_set_is_changed_and_removed(filled: Callable[[Fill], None]) -> None:
    def two(made: Portfolio) -> None:
        own(made)
        give(made, date(2030, 1, 1), SD7=100)

    filled(two)
    at = open_part(bibliotheek="Bibliotheek Aa")
    at.button(key="wijzig_1_2030-01-01").click().run()
    assert codes(at) == ["SD7"]
    assert "Dit vervangt de doelen die al op 1 januari 2030 ingingen." in texts(at)
    press(at, "Gooi mijn invoer weg")
    at.button(key="verwijder_1_2030-01-01").click().run()
    said = " ".join(one.value for one in at.markdown)
    assert "gelden dan weer de doelen van 1 januari 2020" in said
    assert "**SD7**: 2 samenwerkingen zijn beoordeeld" in said
    press(at, "Ja, verwijder")
    assert "zijn verwijderd" in at.success[0].value
    assert [since for since, _ in stored()] == [date(2020, 1, 1)]
    press(at, "Ongedaan maken")
    press(at, "Ja, maak ongedaan")
    assert [since for since, _ in stored()] == [date(2020, 1, 1), date(2030, 1, 1)]


def test_what_was_typed_outlives_a_change_by_somebody_else(filled: Callable[[Fill], None]) -> None:
    filled(put)
    at = open_part()
    fields(at, "Omschrijving")[0].set_value("Mijn woorden").run()
    give(Portfolio(opened.whole_store()), date(2020, 1, 1), SD1=100)
    save(at)
    assert "intussen gewijzigd" in at.warning[0].value
    assert fields(at, "Omschrijving")[0].value == "Mijn woorden"
    assert [since for since, _ in stored()] == [date(2020, 1, 1)]
    press(at, "Ga door met mijn invoer")
    save(at)
    assert [since for since, _ in stored()] == [date(2020, 1, 1), today()]


def test_what_was_typed_outlives_a_look_at_another_part(filled: Callable[[Fill], None]) -> None:
    filled(put)
    at = open_part()
    fields(at, "Omschrijving")[0].set_value("Mijn woorden").run()
    at.session_state["deel"] = MATRIX
    at.run()
    assert fields(at, "Omschrijving") == []
    at.session_state["deel"] = SETS
    at.run()
    assert fields(at, "Omschrijving")[0].value == "Mijn woorden"
    assert fields(at, "Omschrijving")[1].value == "Meedoen in de digitale samenleving"


def test_a_library_without_partnerships_sets_its_goals(filled: Callable[[Fill], None]) -> None:
    def alone(made: Portfolio) -> None:
        made.library("Bibliotheek Nieuw", ZAANSTAD)
        derive(made.store._connection)

    filled(alone)
    at = open_part()
    assert "Er zijn nog geen samenwerkingen geladen" in texts(at)
    assert codes(at) == SHIPPED
    take_out(at, "SD7")
    press(at, "Verdeel gelijk")
    save(at)
    assert len(stored()) == 1


def test_goals_stay_within_reach_where_nothing_runs(filled: Callable[[Fill], None]) -> None:
    filled(put)
    at = visit("alignment", peildatum="2012-01-01", thema="Mbo")
    assert "de doelen kiest u bij Doelen en gewichten" in texts(at)
    at.session_state["deel"] = SETS
    at.run()
    assert codes(at) == SHIPPED


def test_without_a_library(empty: Path) -> None:
    at = open_part()
    assert "Er is nog geen bibliotheek" in texts(at)
    assert not at.text_input


def test_own_goals_are_in_the_matrix_and_can_be_judged(filled: Callable[[Fill], None]) -> None:
    filled(own)
    at = visit("alignment", deel=MATRIX)
    cells = {(row["row"], row["column"]): row for row in drawn(at, "elk doel")}
    assert cells["Lezen", "LEZ"]["text"] == "Doel LEZ: niet beoordeeld"
    assert cells["Lezen", "SD1"]["value"] == 3
    assert ("Samen", "LEZ") not in cells
    assert ("Lezen", "SD7") not in cells
    assert "leeg: geen doel van die bibliotheek" in texts(at)
    at.selectbox(key="doel_samenwerking").set_value(1).run()
    assert [one[:3] for one in at.selectbox(key="doel_doel").options] == ["LEZ", "SD1"]


def test_it_is_in_dutch(filled: Callable[[Fill], None]) -> None:
    filled(own)
    at = press(open_part(bibliotheek="Bibliotheek Aa"), "Doel toevoegen")
    take_out(at, "SD1")
    save(at)
    assert [one for one in shown(at) if ENGLISH.search(one)] == []


def test_no_more_than_twenty_goals(filled: Callable[[Fill], None]) -> None:
    def twenty(made: Portfolio) -> None:
        put(made)
        give(made, today() - timedelta(1), **{f"A{n}": 5 for n in range(20)})

    filled(twenty)
    at = open_part()
    assert len(codes(at)) == 20
    assert "Doel toevoegen" not in {one.label for one in at.button}
