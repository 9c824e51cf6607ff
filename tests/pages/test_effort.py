"""Doelen, the bubble portfolio: quadrants in words and the partnerships in each."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Fill, texts, visit
from tests.pages.test_alignment import MATRIX
from tests.pages.test_alignment_groups import charts, choose
from tests.portfolio import ZAANSTAD, Portfolio, goals


def put(made: Portfolio) -> None:
    made.library("Bibliotheek Aa", ZAANSTAD)
    made.partnership("Klein", hours=10.0, budget=100.0, contributions=goals(SD1=3, SD2=3))
    made.partnership("Groot", hours=90.0, contributions=goals(SD1=1))
    made.partnership("Groot en raak", hours=90.0, contributions=goals(SD1=3, SD2=3))
    made.partnership("Open", hours=5.0)


def names(at: AppTest) -> list[str]:
    return [name for one in at.dataframe for name in one.value["Samenwerking"]]


def test_the_quadrants_are_counted_in_words(filled: Callable[[Fill], None]) -> None:
    filled(put)
    at = visit("alignment", deel=MATRIX)
    [drawn] = charts(at, "Elke samenwerking naar inzet in uren")
    assert {row["name"] for row in drawn} == {"Klein", "Groot", "Groot en raak"}
    said = texts(at)
    # Medians: 90 hours, and the alignment of those that serve two goals wholly.
    assert "90 uur per jaar en een aansluiting van 29." in said
    assert "**Uitbouwen** (veel aansluiting, weinig inzet): 2 samenwerkingen, 100 uur" in said
    assert "**Klein houden** (weinig aansluiting, weinig inzet): 1 samenwerking, 90 uur" in said
    assert "**Heroverwegen** (weinig aansluiting, veel inzet): geen samenwerkingen." in said
    assert "1 samenwerking staat er niet in: 1 zonder beoordeeld doel." in said


def test_a_quadrant_shows_its_partnerships(filled: Callable[[Fill], None]) -> None:
    filled(put)
    at = visit("alignment", deel=MATRIX)
    assert names(at) == []
    at = choose(at, "De samenwerkingen in een kwadrant", "build")
    assert names(at) == ["Groot en raak", "Klein"]
    at = choose(at, "De samenwerkingen in een kwadrant", "unplaced")
    assert names(at) == ["Open"]


def test_budget_as_effort_and_a_quadrant_that_goes(filled: Callable[[Fill], None]) -> None:
    filled(put)
    at = choose(visit("alignment", deel=MATRIX), "De samenwerkingen in een kwadrant", "small")
    at = choose(at, "Inzet", "Budget")
    assert not at.exception
    [drawn] = charts(at, "Elke samenwerking naar inzet in budget")
    assert [row["name"] for row in drawn] == ["Klein"]
    assert names(at) == []
    assert "3 samenwerkingen staan er niet in: 3 zonder budget en 1 zonder beoordeeld doel" in (
        texts(at)
    )


def test_what_is_not_drawn_is_said(
    filled: Callable[[Fill], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(put)
    monkeypatch.setattr("pages.parts.goals_bubbles.MOST", 2)
    at = visit("alignment", deel=MATRIX)
    [drawn] = charts(at, "Elke samenwerking")
    assert {row["name"] for row in drawn} == {"Groot", "Groot en raak"}
    assert "Getekend zijn de 2 van 3 samenwerkingen die de meeste inzet vragen" in texts(at)
    assert "2 samenwerkingen, 100 uur" in texts(at)
