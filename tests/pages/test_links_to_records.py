"""Rows that are partnerships lead to their records, wherever they stand."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.store import Store
from pages.shared.rows import RECORD
from tests.pages.conftest import Fill, visit
from tests.portfolio import ZAANSTAD, Portfolio, two_goals

LINKS = [f"./samenwerking?nr={id_}" for id_ in range(1, 5)]


@pytest.fixture
def goals(empty: Path) -> None:
    with Store.open(empty) as store:
        two_goals(store)


def records(at: AppTest) -> list[set[str]]:
    """The links of each table that has a column of them."""
    assert not at.exception
    return [set(one.value[RECORD]) for one in at.dataframe if RECORD in one.value.columns]


@pytest.mark.parametrize(
    ("part", "table"),
    [
        ("Per samenwerking", "aansluiting_rijen_tabel"),
        ("Per samenwerking", "bellen_rijen_tabel"),
        ("Afhankelijkheid", "dragers_rijen_tabel"),
        ("Afhankelijkheid", "kleinste_rijen_tabel"),
    ],
)
def test_the_tables_of_doelen(goals: None, part: str, table: str) -> None:
    at = visit("alignment", deel=part)
    at.session_state[table] = True
    found = records(at.run())
    assert found
    assert all(one and one <= set(LINKS) for one in found)


def test_a_quadrant_and_a_judged_cell(goals: None) -> None:
    at = visit("alignment", deel="Per samenwerking")
    at.button_group(key="kwadrant").set_value("unplaced").run()
    assert records(at) == [{LINKS[3]}]
    at.selectbox(key="doel_samenwerking").set_value(1).run()
    at.selectbox(key="doel_doel").set_value("A").run()
    assert not at.exception
    [link] = [one.proto for one in at.main.get("page_link") if one.proto.label == "Dossier openen"]
    assert (link.page, link.query_string) == ("samenwerking", "nr=1")


def test_what_does_not_count_on_dekking(filled: Callable[[Fill], None]) -> None:
    def put(made: Portfolio) -> None:
        made.library("Bibliotheek", ZAANSTAD)
        made.partnership("Zonder", theme="PO")

    filled(put)
    assert LINKS[0] in set().union(*records(visit("coverage")))


def test_the_partnerships_of_a_partner(goals: None) -> None:
    assert records(visit("partner_register", partner="1")) == [set(LINKS[:2])]


def test_a_record_leaves_the_part_of_doelen_as_it_was(goals: None) -> None:
    at = visit("alignment", deel="Afhankelijkheid")
    at.query_params["nr"] = "1"
    at.switch_page("pages/partnership.py").run()
    at.button_group(key="onderdeel").set_value("Afspraken").run()
    at.query_params.clear()
    at.switch_page("pages/alignment.py").run()
    assert at.button_group(key="deel").value == "Afhankelijkheid"
