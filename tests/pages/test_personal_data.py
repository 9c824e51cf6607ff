"""Persoonsgegevens on Gegevens: somebody is looked up, told and erased after a typed word."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from core.personal_data import HELD
from data.store import Store
from pages.shared import opened
from tests.pages.conftest import Fill, texts, visit
from tests.pages.test_intake import button, buttons
from tests.portfolio import Portfolio

FIELD = "Naam, e-mailadres of telefoonnummer"


def put(made: Portfolio) -> None:
    made.library("Bibliotheek Aa")
    made.partnership("Een", owner="Jan de Vries", note="Bel Jan de Vries")
    made.partnership("Twee", owner="J. de Vries")


@pytest.fixture
def page(filled: Callable[[Fill], None]) -> AppTest:
    filled(put)
    return visit("intake", stap="Persoonsgegevens")


def look_up(at: AppTest, typed: str) -> None:
    [field] = [one for one in at.text_input if one.label == FIELD]
    field.set_value(typed).run()
    assert not at.exception


def owners() -> list[tuple[object, ...]]:
    store: Store = opened.whole_store()
    with store.cursor() as cursor:
        return cursor.execute("select owner, note from partnership order by id").fetchall()


def test_somebody_is_found_and_erased_after_a_typed_word(page: AppTest) -> None:
    look_up(page, "jan de vries")
    assert "waarvan u zelf beoordeelt" in texts(page)
    assert page.dataframe[0].value["Waar"].tolist()[0] == "Eigenaar van een samenwerking"
    assert button(page, "Deze persoon wissen").disabled
    [confirm] = [one for one in page.text_input if "WISSEN" in one.label]
    confirm.set_value("wissen").run()
    button(page, "Deze persoon wissen").click().run()
    assert not page.exception
    assert "Gewist in" in texts(page)
    assert owners() == [("gewist", "Bel Jan de Vries"), ("J. de Vries", None)]
    assert "Ongedaan maken" not in buttons(page)


def test_texts_and_variants_are_chosen(page: AppTest) -> None:
    look_up(page, "Jan de Vries")
    also: Any = page.button_group(key="persoon_ook")
    also.set_value(["J. de Vries"]).run()
    page.checkbox(key="persoon_alle").check().run()
    [confirm] = [one for one in page.text_input if "WISSEN" in one.label]
    confirm.set_value("WISSEN").run()
    button(page, "Deze persoon wissen").click().run()
    assert owners() == [("gewist", "Bel gewist"), ("gewist", None)]


@pytest.mark.parametrize(
    "typed", ["   ", "J", ";;", "x" * 101, "<b>x</b>", "**Jan**\\", "(((", "%"]
)
def test_whatever_is_typed_is_answered(page: AppTest, typed: str) -> None:
    before = owners()
    look_up(page, typed)
    assert "Deze persoon wissen" not in buttons(page)
    assert owners() == before


def test_the_list_is_told_on_sources(empty: Path) -> None:
    at = visit("sources", onderdeel="Persoonsgegevens")
    assert not at.exception
    assert at.dataframe[0].value["Wat"].tolist() == [one.label for one in HELD]
    assert "24 maanden" in texts(at)
