"""The rows that the network of partners is drawn from."""

import pytest

from core.filters import Filters
from data.partner_network import drawn_network, partner_network
from data.store import Store
from tests.portfolio import ALKMAAR, DAY, ZAANSTAD, Portfolio

TODAY = Filters(measure_date=DAY)


@pytest.fixture
def made(store: Store) -> Portfolio:
    made = Portfolio(store)
    zaan = made.library("Bibliotheek Zaan", ZAANSTAD)
    alk = made.library("Bibliotheek Alkmaar", ALKMAAR)
    school, town, other = (made.partner(one) for one in ("School", "Gemeente", "Ander"))
    made.partnership("Lezen", partners=[school], hours=50.0, owner="Anna")
    made.partnership("Taal", library=zaan, partners=[school], themes=["PO", "COM"], hours=5.0)
    made.partnership("Samen", library=alk, partners=[school, town], theme="KOV", hours=20.0)
    made.partnership("Plan", library=alk, partners=[other], status="verkenning", hours=900.0)
    return made


def test_partner_network_of_what_runs(made: Portfolio) -> None:
    school, town = partner_network(made.store, TODAY).to_pylist()
    assert (school["name"], school["partnerships"], school["hours"]) == ("School", 3, 75.0)
    assert [(one["name"], one["partnerships"]) for one in school["libraries"]] == [
        ("Bibliotheek Alkmaar", 1),
        ("Bibliotheek Zaan", 2),
    ]
    assert [(one["code"], one["partnerships"]) for one in school["themes"]] == [
        ("KOV", 1),
        ("PO", 2),
        ("COM", 1),
    ]
    assert (school["owned"], school["owners"], school["total"]) == (1, ["Anna"], 2)
    assert town["name"] == "Gemeente"


def test_partner_network_follows_filters_and_limit(made: Portfolio) -> None:
    planned = Filters(measure_date=DAY, statuses=("verkenning",))
    assert [row["name"] for row in partner_network(made.store, planned).to_pylist()] == ["Ander"]
    themed = Filters(measure_date=DAY, themes=("COM",))
    [school] = partner_network(made.store, themed).to_pylist()
    assert [one["code"] for one in school["themes"]] == ["COM"]
    [first] = partner_network(made.store, TODAY, "partnerships", 1).to_pylist()
    assert (first["name"], first["total"]) == ("School", 2)


def test_partner_network_around_one(made: Portfolio) -> None:
    def names(kind: str, which: str) -> list[str]:
        found = partner_network(made.store, TODAY, focus=(kind, which)).to_pylist()
        return [row["name"] for row in found]

    rows = partner_network(made.store, TODAY).to_pylist()
    ids = {row["name"]: row["id"] for row in rows}
    libraries = {one["name"]: one["id"] for one in rows[0]["libraries"]}
    assert names("partner", str(ids["Gemeente"])) == ["Gemeente", "School"]
    assert names("library", str(libraries["Bibliotheek Zaan"])) == ["School"]
    assert names("theme", "KOV") == ["School", "Gemeente"]
    assert names("theme", "bestaat niet") == names("partner", "999999") == []


def test_drawn_network(made: Portfolio) -> None:
    found = drawn_network(made.store, TODAY, "hours", 50)
    assert (found.shown, found.total, len(found.edges)) == (2, 2, 7)
