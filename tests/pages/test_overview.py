"""Overzicht: its figures are those of the queries, and they follow the filters."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.attention import REASONS
from core.filters import Filters, today
from core.wording import amount, euro, number, percent
from data import portfolio
from pages.shared import opened
from tests.pages.conftest import Fill, texts, visit
from tests.portfolio import ZAANSTAD, Portfolio


def figures(at: AppTest) -> dict[str, str]:
    """The cards: their label without the size of the scope, and their value."""
    return {one.label.split(" (")[0]: str(one.value) for one in at.metric}


@pytest.mark.parametrize(
    ("asked", "filters"),
    [
        ({}, {}),
        ({"regio": "Zaanstreek-Waterland"}, {"regions": ("NH-ZWA",)}),
        ({"thema": "Kinderopvang"}, {"themes": ("KOV",)}),
        ({"peildatum": "2023-03-01"}, {"measure_date": date(2023, 3, 1)}),
    ],
)
def test_key_figures_are_those_of_the_query(
    example: Path, asked: dict[str, str], filters: dict[str, object]
) -> None:
    at = visit(**asked)
    wanted = Filters.model_validate({"measure_date": today(), **filters})
    now = portfolio.key_figures(opened.whole_store(), wanted).to_pylist()[-1]
    assert list(figures(at).values()) == [
        number(now["partnerships"]),
        number(now["pipeline"]),
        number(now["partners"]),
        number(now["themes"]),
        number(now["gemeenten"]),
        amount(now["hours"]),
        euro(now["budget"]),
        percent(now["agreement_share"]),
    ]
    assert now["partnerships"] > 0


def test_measure_date_changes_the_figures(filled: Callable[[Fill], None]) -> None:
    """Two partnerships, of which one began in 2024."""

    def put(made: Portfolio) -> None:
        made.library("Aa", ZAANSTAD)
        made.partnership("Al lang")
        begun = date(2024, 3, 1)
        made.partnership("Later", start_date=begun, history=[{"status": "actief", "since": begun}])

    filled(put)
    assert next(iter(figures(visit()).values())) == "2"
    assert next(iter(figures(visit(peildatum="2024-02-29")).values())) == "1"
    assert next(iter(figures(visit(peildatum="2024-03-01")).values())) == "2"


def test_a_year_in_which_nothing_was_filled_in_is_no_nought(
    filled: Callable[[Fill], None],
) -> None:
    """One without hours since always, one with hours since this year."""

    def put(made: Portfolio) -> None:
        made.library("Aa", ZAANSTAD)
        made.partnership("Al lang")
        begun = date(2026, 3, 1)
        made.partnership(
            "Nu", hours=800.0, start_date=begun, history=[{"status": "actief", "since": begun}]
        )

    filled(put)
    [hours] = [one for one in visit(peildatum="2026-11-01").metric if one.label == "Uren per jaar"]
    assert (hours.value, hours.delta) == ("800", "")
    assert list(hours.proto.chart_data) == [800]


def test_decimals_and_missing_start_dates_are_said(filled: Callable[[Fill], None]) -> None:
    def put(made: Portfolio) -> None:
        made.library("Aa", ZAANSTAD)
        made.partnership("Al lang", hours=12.25, budget=100.5)
        begun = date(2024, 3, 1)
        made.partnership(
            "Later", hours=1.5, start_date=begun, history=[{"status": "actief", "since": begun}]
        )

    filled(put)
    at = visit()
    assert figures(at)["Uren per jaar"] == "13,75"
    assert figures(at)["Budget per jaar"] == "€ 100,50"
    said = "1 lopende samenwerking heeft geen startdatum en telt in alle jaren mee."
    assert said in [one.value for one in at.caption]
    before = visit(peildatum="2024-02-01")
    assert any("Van geen lopende samenwerking" in one.value for one in before.caption)


def test_nothing_filled_in_is_not_shown_as_nought(filled: Callable[[Fill], None]) -> None:
    """Hours of one in three, a budget of none."""

    def put(made: Portfolio) -> None:
        made.library("Aa", ZAANSTAD)
        made.partnership(hours=40)
        made.partnership()
        made.partnership()

    filled(put)
    at = visit()
    assert (figures(at)["Uren per jaar"], figures(at)["Budget per jaar"]) == ("40", "–")
    [budget] = [one for one in at.metric if one.label == "Budget per jaar"]
    assert budget.delta == "niet ingevuld"
    captions = [one.value for one in at.caption]
    assert "Uren: bij 1 van de 3 samenwerkingen ingevuld." in captions


@pytest.mark.parametrize(("hours", "shown"), [(None, "–"), (0, "0")])
def test_a_nought_that_was_filled_in_is_shown(
    filled: Callable[[Fill], None], hours: float | None, shown: str
) -> None:
    def put(made: Portfolio) -> None:
        made.library("Aa", ZAANSTAD)
        made.partnership(hours=hours)

    filled(put)
    at = visit()
    assert figures(at)["Uren per jaar"] == shown
    assert not any("ingevuld." in one.value for one in at.caption)


def test_each_reason_leads_to_its_rows(example: Path) -> None:
    at = visit()
    wanted = Filters(measure_date=today())
    counts = {
        row["reason"]: row["partnerships"]
        for row in portfolio.attention_counts(opened.whole_store(), wanted).to_pylist()
    }
    pills = at.get_by_key("aandacht")
    labels = [one.content for one in pills.proto.options]
    assert labels == [
        f"{REASONS[code].label} · {number(counts[code])}" for code in REASONS if counts.get(code)
    ]
    for code in [one for one in REASONS if counts.get(one)]:
        at.session_state["aandacht"] = code
        at.run()
        assert not at.exception
        assert len(at.dataframe[0].value) == min(counts[code], 500)
        assert any(one.value.startswith(REASONS[code].explanation[:30]) for one in at.caption)


def test_nothing_needs_attention_is_said(filled: Callable[[Fill], None]) -> None:
    def put(made: Portfolio) -> None:
        made.library("Aa", ZAANSTAD)
        made.partnership(owner="Anna", contributions=[{"goal": "SD1", "value": 3}])

    filled(put)
    at = visit()
    assert at.success[0].value.startswith("Niets: ")
    assert "Geen daarvan vraagt nu aandacht" in at.main.markdown[0].value


def test_button_opens_the_rows_behind_the_figure(example: Path) -> None:
    at = visit(thema="Kinderopvang")
    running = next(iter(figures(at).values()))
    [button] = [one for one in at.button if one.label == "Toon de lopende samenwerkingen"]
    button.click().run()
    assert not at.exception
    assert any(one.value.startswith(f"{running} samenwerkingen op ") for one in at.caption)
    assert int(running) in [len(one.value) for one in at.dataframe]


@pytest.mark.parametrize("way", ["Thema", "Vorm", "Partnertype", "Status"])
def test_composition_in_each_way(example: Path, way: str) -> None:
    at = visit()
    at.session_state["verdeling"] = way
    at.run()
    assert not at.exception


def test_the_example_comes_back_in_an_empty_store(empty: Path) -> None:
    at = visit("overview")
    again = next(one for one in at.button if one.label == "Toon het voorbeeld")
    at = again.click().run()
    assert "**Voorbeeldgegevens.**" in texts(at)
    assert "Toon het voorbeeld" not in [one.label for one in at.button]
