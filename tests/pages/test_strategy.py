"""Strategie: begun, filled in step by step on what is known, and shown on one page."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from core.filters import Filters
from core.strategy import Strategy
from data import choices, strategies
from pages.shared import opened
from tests.pages.conftest import texts, visit


def press(at: AppTest, label: str) -> AppTest:
    [found] = [one for one in at.button if one.label == label]
    return found.click().run()


def step(at: AppTest, name: str) -> AppTest:
    [steps] = [one for one in at.segmented_control if one.label == "Stap"]
    return steps.set_value(name).run()


@pytest.fixture
def begun(example: Path) -> AppTest:
    at = visit("strategy")
    at.text_input(key="strategie_naam").set_value("Ons plan")
    return press(at, "Beginnen")


def held() -> Strategy:
    content: Strategy = stored()["content"]
    return content


def stored() -> dict[str, Any]:
    found = strategies.strategies(opened.whole_store())
    [row] = [one for one in found if one["name"] == "Ons plan"]
    return row


def test_it_is_begun_and_filled_in(begun: AppTest) -> None:
    at = press(begun, "Invullen")
    at.text_area(key="strategie_ambitie_ambition").set_value("Iedereen leest.")
    at = press(at, "Bewaren")
    assert "De ambitie is bewaard." in texts(at)
    assert held().ambition == "Iedereen leest."
    assert begun.button(key="strategie_verder").label == "Verder naar doelen"
    at = begun.button(key="strategie_verder").click().run()
    assert "Aan welke doelen" in at.subheader[0].value


@pytest.mark.parametrize(
    ("part", "field"), [("Doelen", "goals"), ("Witte vlekken", "spots"), ("Partners", "partners")]
)
def test_a_step_proposes_what_is_most_urgent(begun: AppTest, part: str, field: str) -> None:
    at = press(step(begun, part), "Invullen")
    [chosen] = [one for one in at.multiselect if one.label.startswith("Welke kiest u?")]
    assert len(chosen.value) == 3
    at = press(at, "Gebruik een voorzet")
    at = press(at, "Bewaren")
    assert len(getattr(held(), field)) == 3
    assert getattr(held(), f"{field}_words")
    assert "**Gekozen:**" in texts(at)


def test_what_was_chosen_stays_where_something_else_is_gone(begun: AppTest) -> None:
    """A partner below the first forty is offered nowhere but in what was chosen."""
    whole = opened.whole_store()
    row = stored()
    known = strategies.partners_known(whole, Filters(measure_date=date(2026, 11, 28)))
    last = max(set(range(1, 100)) - {one.key for one in known})
    wanted = {"partners": (known[0].key, last, 99_999)}
    strategies.change_part(whole, row["id"], row["version"], {}, wanted, "Anna")
    at = press(step(begun, "Partners"), "Bewerken")
    press(at, "Bewaren")
    assert held().partners == (known[0].key, last)


@pytest.mark.parametrize(
    ("part", "limit"),
    [("Ambitie", "500 tekens"), ("Doelen", "ten hoogste 6"), ("Keuzes", "hoogste 6 keuzes")],
)
def test_how_much_fits_is_said_before_it_is_typed(begun: AppTest, part: str, limit: str) -> None:
    assert limit in texts(press(step(begun, part), "Invullen"))


@pytest.mark.parametrize(
    ("part", "said"),
    [("Ambitie", "De ambitie is leeg"), ("Afwegingen", "Er zijn geen afwegingen gekozen")],
)
def test_saving_nothing_says_that_it_is_empty(begun: AppTest, part: str, said: str) -> None:
    at = press(press(step(begun, part), "Invullen"), "Bewaren")
    assert said in texts(at)
    assert "bewaard" not in texts(at)


def test_it_says_why_these_partners_come_first(begun: AppTest) -> None:
    at = step(begun, "Partners")
    assert "wie de meeste invloed heeft eerst" in texts(at)
    with opened.whole_store()._connection.cursor() as cursor:
        cursor.execute("delete from document where kind = 'assessment'")
    st.cache_data.clear()
    st.cache_resource.clear()
    assert "Nog geen van hen is ingeschat in de krachtenanalyse" in texts(at.run())


def test_its_files_are_named_after_the_library(begun: AppTest) -> None:
    whole = opened.whole_store()
    [library] = [
        one for one in choices.libraries(whole) if one["name"] == "Bibliotheek IJsselhanze"
    ]
    row = stored()
    wanted = {"library": library["id"]}
    strategies.change_part(whole, row["id"], row["version"], {}, wanted, "Anna")
    names: list[str] = []

    def kept(*_: Any, file_name: str, **__: Any) -> None:
        names.append(file_name)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pages.parts.strategy_shown.offered.file", kept)
        step(begun, "Op één pagina")
    assert [one.startswith("strategie-bibliotheek-ijsselhanze-") for one in names] == [True, True]


def test_two_partners_of_one_name_are_told_apart(begun: AppTest) -> None:
    whole = opened.whole_store()
    first, second = [
        one.key
        for one in strategies.partners_known(whole, Filters(measure_date=date(2026, 11, 28)))[:2]
    ]
    with whole._connection.cursor() as cursor:
        cursor.execute("update partner set name = 'Twee' where id in (?, ?)", [first, second])
    row = stored()
    strategies.change_part(
        whole, row["id"], row["version"], {}, {"partners": (first, second)}, "Anna"
    )
    at = press(step(begun, "Partners"), "Bewerken")
    [chosen] = [one for one in at.multiselect if one.label.startswith("Welke kiest u?")]
    chosen.unselect(first).run()
    press(at, "Bewaren")
    assert held().partners == (second,)


def test_choices_are_proposed_from_the_steps_before(begun: AppTest) -> None:
    at = press(press(step(begun, "Witte vlekken"), "Invullen"), "Bewaren")
    at = press(step(at, "Keuzes"), "Invullen")
    assert "Witte vlek invullen: " in str(at.text_input(key="strategie_keuzes_wat_0").value)
    at.text_input(key="strategie_keuzes_wie_0").set_value("Anna")
    at = press(at, "Bewaren")
    assert [one.owner for one in held().choices] == ["Anna", "", ""]


def test_too_many_or_too_long_stays_in_the_form_with_the_reason(begun: AppTest) -> None:
    at = press(begun, "Invullen")
    at.text_area(key="strategie_ambitie_ambition").set_value("x" * 501)
    at = press(at, "Bewaren")
    assert "501 tekens" in texts(at)
    assert at.text_area(key="strategie_ambitie_ambition").value == "x" * 501
    assert held() == Strategy(until=2029)


def test_somebody_else_on_the_same_part_is_a_choice(begun: AppTest) -> None:
    at = press(begun, "Invullen")
    at.text_area(key="strategie_ambitie_ambition").set_value("Van Anna")
    row = stored()
    strategies.change_part(
        opened.whole_store(), row["id"], row["version"], {}, {"ambition": "Van Bert"}, "Bert"
    )
    at = press(at, "Bewaren")
    assert "Zo staat het er nu" in texts(at)
    assert "Van Bert" in texts(at)
    assert at.text_area(key="strategie_ambitie_ambition").value == "Van Anna"
    press(at, "Bewaren")
    assert held().ambition == "Van Anna"


def test_what_was_typed_in_a_step_is_there_again_after_another(begun: AppTest) -> None:
    at = press(begun, "Invullen")
    at.text_area(key="strategie_ambitie_ambition").set_value("Half af").run()
    at = step(at, "Doelen")
    assert "Nog niet bewaard: wat u invulde bij **Ambitie**" in texts(at)
    at = step(at, "Ambitie")
    assert at.text_area(key="strategie_ambitie_ambition").value == "Half af"


def test_the_page_offers_it_as_files_and_can_take_it_away(begun: AppTest) -> None:
    at = step(begun, "Op één pagina")
    assert [one.proto.label for one in at.get("download_button")] == ["PDF op één A4", "Excel"]
    assert "Nog leeg: ambitie, doelen" in texts(at)
    assert "Wat leeg is, blijft van de A4 weg." in texts(at)
    at = press(at, "Strategie verwijderen")
    assert len(strategies.strategies(opened.whole_store())) == 1
    press(press(at, "Ongedaan maken"), "Ja, maak ongedaan")
    assert held().until == 2029


def clicked_twice(at: AppTest, label: str) -> AppTest:
    """Both clicks are there before the page answers the first."""
    draw: Any = st.button

    def twice(*given: Any, on_click: Any = None, args: Any = (), **named: Any) -> bool:
        def both(*of: Any) -> None:
            on_click(*of)
            on_click(*of)

        if given[0] == label:
            return bool(draw(*given, on_click=both, args=args, **named))
        return bool(draw(*given, on_click=on_click, args=args, **named))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(st, "button", twice)
        at.run()
        [button] = [one for one in at.button if one.label == label]
        return button.click().run()


def test_two_quick_clicks_take_one_away_and_offer_it_back(begun: AppTest) -> None:
    at = clicked_twice(step(begun, "Op één pagina"), "Strategie verwijderen")
    assert not at.error
    press(press(at, "Ongedaan maken"), "Ja, maak ongedaan")
    assert held().until == 2029


def test_a_link_to_one_that_is_gone_says_so(example: Path) -> None:
    assert "is er niet (meer)" in texts(visit("strategy", strategie="99"))


def test_a_name_that_is_taken_is_refused(begun: AppTest) -> None:
    at = begun.text_input(key="strategie_naam").set_value("ons  PLAN").run()
    at.selectbox(key="strategie_tot").set_value(2030)
    at = press(at, "Beginnen")
    assert "al een strategie met deze naam" in " ".join(one.value for one in at.error)


def test_the_example_has_one_that_misses_only_what_the_example_has_not(example: Path) -> None:
    at = step(visit("strategy"), "Op één pagina")
    assert "Samen verder tot en met" in at.header[0].value
    assert "Nog leeg: afwegingen." in texts(at)
    assert "Gesprek met de wethouder" in texts(at)
