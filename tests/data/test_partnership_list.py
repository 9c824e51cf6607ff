"""The table of partnerships: what is searched is found, in the order asked, a page at a time."""

from datetime import date
from typing import Any

import pytest

from core.filters import Filters
from data.partnership_list import SORTS, partnership_list
from data.store import Store
from tests.portfolio import ALKMAAR, DAY, ZAANSTAD, Portfolio, goals

NOW = Filters(measure_date=DAY)


@pytest.fixture
def made(store: Store) -> Portfolio:
    found = Portfolio(store)
    one, other = found.library("Bibliotheek Aa", ZAANSTAD), found.library("Bibliotheek Bé", ALKMAAR)
    school = found.partner("OBS De Zon", "basisschool", ZAANSTAD)
    care = found.partner("Zorggroep", None, None)
    found.partnership(
        "Élan", library=one, partners=[care, school], hours=10.0, owner="Juf Ank", theme="VO",
        contributions=goals(SD1=1, SD2=3, SD3=0), gemeenten=[ZAANSTAD], locations=["01AA00"],
    )  # fmt: skip
    found.partnership("bieb", library=other, partners=[school], hours=30.0, status="slapend")
    found.partnership("Cursus", library=one, partners=[care], start_date=date(2026, 1, 1))
    return found


def names(store: Store, filters: Filters = NOW, **asked: Any) -> list[str]:
    return partnership_list(store, filters, **asked)["name"].to_pylist()


def test_partnership_list(store: Store, made: Portfolio) -> None:
    found = partnership_list(store, NOW).to_pylist()
    assert [row["name"] for row in found] == ["bieb", "Cursus", "Élan"]
    row = found[2]
    assert (row["partners"], row["theme_labels"], row["gemeente_names"]) == (
        ["Zorggroep", "OBS De Zon"], ["Voortgezet onderwijs"], ["Zaanstad"],
    )  # fmt: skip
    assert row["goal_profile"] == ["SD2 ●●●", "SD1 ●"]
    assert (row["status_label"], row["locations"], row["total"]) == ("Actief", 1, 3)
    assert found[0]["gemeente_names"] == ["hele werkgebied"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("elan", ["Élan"]),
        ("ZON", ["bieb", "Élan"]),
        ("zon zorg", ["Élan"]),
        ("ank", ["Élan"]),
        ("be", ["bieb"]),
        ("bibliotheek bé", ["bieb"]),
        ("bibliotheek aa", ["Cursus", "Élan"]),
        ("zon zon", ["bieb", "Élan"]),
        ("%", ["bieb", "Cursus", "Élan"]),
        ("niets", []),
        ("' or 1=1", []),
    ],
)
def test_every_word_is_found_somewhere(
    store: Store, made: Portfolio, words: str, found: list[str]
) -> None:
    assert names(store, words=words) == found


def test_it_is_sorted_both_ways_with_the_unknown_last(store: Store, made: Portfolio) -> None:
    assert names(store, sort="hours") == ["Élan", "bieb", "Cursus"]
    assert names(store, sort="hours", descending=True) == ["bieb", "Élan", "Cursus"]
    assert names(store, descending=True) == ["Élan", "Cursus", "bieb"]
    assert names(store, sort="owner", descending=True)[0] == "Élan"
    assert names(store, sort="start_date")[0] == "Cursus"
    for sort in SORTS:
        assert sorted(names(store, sort=sort)) == sorted(names(store, sort=sort, descending=True))
    with pytest.raises(ValueError, match="note"):
        names(store, sort="note")


def test_pages_follow_on_each_other_and_say_how_many_there_are(
    store: Store, made: Portfolio
) -> None:
    pages = [partnership_list(store, NOW, limit=2, offset=at).to_pylist() for at in (0, 2, 4)]
    assert [[row["name"] for row in page] for page in pages] == [["bieb", "Cursus"], ["Élan"], []]
    assert {row["total"] for page in pages for row in page} == {3}


def test_the_shared_filters_hold(store: Store, made: Portfolio) -> None:
    assert names(store, Filters(measure_date=DAY, statuses=("slapend",))) == ["bieb"]
    assert names(store, Filters(measure_date=DAY, libraries=(1,))) == ["Cursus", "Élan"]
    assert names(store, Filters(measure_date=DAY, themes=("VO",)), words="zon") == ["Élan"]


def test_dates_and_owners_are_in_order_whatever_the_case(store: Store) -> None:
    made = Portfolio(store)
    for name, owner, start, end, evaluation in (
        ("A", "bert", 2, 1, 3), ("B", "Anna", 3, 2, 1), ("C", "Cor", 1, 3, 2),
    ):  # fmt: skip
        made.partnership(
            name, owner=owner, start_date=date(2026, start, 1), end_date=date(2027, end, 1),
            evaluation_date=date(2028, evaluation, 1),
        )  # fmt: skip
    assert names(store, sort="owner") == ["B", "A", "C"]
    assert names(store, sort="start_date") == ["C", "A", "B"]
    assert names(store, sort="end_date") == ["A", "B", "C"]
    assert names(store, sort="evaluation_date") == ["B", "C", "A"]
