"""Doelen, Afhankelijkheid: what carries most, what a partner costs, the smallest set."""

from collections.abc import Callable
from pathlib import Path

import pytest

from core.integer_programme import Going
from core.selection import Choice
from data import scenarios
from pages.shared.opened import whole_store
from tests.pages.conftest import Fill, drawn, texts, visit
from tests.portfolio import Portfolio, two_goals

PART = "Afhankelijkheid"
SCHOOL = 1


def put(made: Portfolio) -> None:
    two_goals(made.store)


def test_what_carries_most_stands_first(filled: Callable[[Fill], None]) -> None:
    """Lezen and Samen share 20 points; alone they have 16.67 and 20, Meedoen 13.33."""
    filled(put)
    at = visit("alignment", deel=PART)
    assert not at.exception
    assert "Het doelbereik is **70,0 van de 100**." in texts(at)
    assert [
        (row["label"], row["carried"], row["alone"]) for row in drawn(at, "meeste doelbereik")
    ] == [
        ("Samen (Bibliotheek)", pytest.approx(30), pytest.approx(20)),
        ("Lezen (Bibliotheek)", pytest.approx(80 / 3), pytest.approx(50 / 3)),
        ("Meedoen (Bibliotheek)", pytest.approx(40 / 3), pytest.approx(40 / 3)),
    ]
    assert (
        drawn(at, "meeste doelbereik")[0]["text"]
        == "30,00 punten, waarvan 20,00 alleen door deze · 60 uur"
    )


def test_a_partner_is_stopped_and_the_cost_is_said(filled: Callable[[Fill], None]) -> None:
    filled(put)
    at = visit("alignment", deel=PART)
    choice = at.selectbox(key="doel_partner")
    assert choice.options == [
        "School · 56,7 punten", "Zorg · 20,0 punten", "Gemeente · 13,3 punten",
    ]  # fmt: skip
    choice.set_value(SCHOOL).run()
    said = texts(at)
    assert "Met **School gestopt** vraagt de portefeuille **160 uur minder** en" in said
    assert "daalt van 70,0 naar **13,3** van de 100" in said
    assert "Alkmaar en Zaanstad verliezen **Doel A**" in said
    assert "Het gaat om 2 samenwerkingen." in said
    [begin] = [one for one in at.button if one.label == "Maak hier een scenario van"]
    begin.click().run()
    [made] = scenarios.scenarios(whole_store())
    assert (made["name"], made["content"].stopped) == ("Zonder School", (1, 2))
    assert [one.value for one in at.title] == ["Wat als"]
    assert at.selectbox(key="scenario").value == str(made["id"])


def test_the_same_partner_twice_gets_two_names(filled: Callable[[Fill], None]) -> None:
    filled(put)
    for _ in range(2):
        at = visit("alignment", deel=PART)
        at.selectbox(key="doel_partner").set_value(SCHOOL).run()
        next(one for one in at.button if one.label.startswith("Maak hier")).click().run()
        assert not at.exception
    names = [row["name"] for row in scenarios.scenarios(whole_store())]
    assert names == ["Zonder School", "Zonder School (2)"]


def test_a_search_that_takes_long_shows_how_far_it_is_and_can_be_stopped(
    filled: Callable[[Fill], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(put)
    going_on: list[Going] = []

    def slow(_: object, __: object, going: Going) -> Choice:
        going_on.append(going)
        while going(0.4):
            pass
        return Choice(frozenset({1}), 0, 0, 0, is_proven=False)

    monkeypatch.setattr("data.alignment.smallest_set", slow)
    at = visit("alignment", deel=PART)
    assert not at.exception
    [bar] = at.get("progress")
    assert (bar.proto.text, bar.proto.value) == ("De kleinste verzameling wordt gezocht …", 40)
    [stop] = [one for one in at.button if one.label == "Stop en toon het beste tot nu toe"]
    stop.click().run()
    assert "voor zover binnen de tijd gezocht kon worden" in texts(at)
    assert not at.get("progress")
    assert len(going_on) == 1


def test_nothing_judged_carries_nothing(filled: Callable[[Fill], None]) -> None:
    filled(lambda made: made.partnership("Open") and None)
    at = visit("alignment", deel=PART)
    assert not at.exception
    assert "Nog geen enkele samenwerking draagt" in texts(at)
    assert "Bij deze samenwerkingen zijn geen partners ingevuld." in texts(at)


def test_on_the_example(example: Path) -> None:
    at = visit("alignment", deel=PART)
    assert not at.exception
    assert len(drawn(at, "meeste doelbereik")) == 10
    assert "met minder kan het niet." in texts(at)
