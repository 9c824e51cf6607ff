"""What the form of a partnership offers."""

from datetime import timedelta

from core.filters import today
from data.form_choices import form_goals, library_partners, locations_within, owners, words
from data.store import Store
from tests.portfolio import ALKMAAR, ZAANSTAD, Portfolio, weigh


def test_library_partners(store: Store) -> None:
    made = Portfolio(store)
    one, other = made.library("Aa"), made.library("Be")
    ids = [made.partner(name) for name in ("Zorg", "School", "Winkel")]
    made.partnership("Lezen", library=one, partners=ids[:2])
    made.partnership("Samen", library=other, partners=ids[2:])
    assert [row["name"] for row in library_partners(store, one)] == ["School", "Zorg"]
    assert library_partners(store, 99) == []


def test_owners(store: Store) -> None:
    made = Portfolio(store)
    for name, owner in (("A", "Bert"), ("B", "Anna"), ("C", "Bert"), ("D", None)):
        made.partnership(name, owner=owner)
    assert [row["owner"] for row in owners(store, made.home)] == ["Bert", "Anna"]


def test_locations_within(store: Store) -> None:
    made = Portfolio(store)
    made.location("po", "01AA00", ZAANSTAD)
    made.location("po", "02BB00", ALKMAAR)
    made.location("vo", "03CC00", ZAANSTAD)
    made.location("po", "04DD00", ZAANSTAD, in_register=False)

    def found(themes: list[str], *gemeenten: str) -> list[str]:
        return [row["id"] for row in locations_within(store, themes, gemeenten)]

    assert found(["PO"], ZAANSTAD) == ["01AA00"]
    assert found(["PO", "VO"], ZAANSTAD, ALKMAAR) == ["01AA00", "02BB00", "03CC00"]
    assert found([], ZAANSTAD) == []


def test_form_goals(store: Store) -> None:
    made = Portfolio(store)
    home = made.library("Aa")
    made.partnership()
    shipped = [row["goal"] for row in form_goals(store, None)]
    assert shipped == [row["goal"] for row in form_goals(store, home)]
    assert shipped[0] == "SD1"
    weigh(made, home, {"A": 60.0, "B": 40.0})
    assert form_goals(store, home) == [
        {"goal": "A", "label": "Doel A"}, {"goal": "B", "label": "Doel B"},
    ]  # fmt: skip
    weigh(made, home, {"C": 100.0}, today() + timedelta(days=9))
    assert [row["goal"] for row in form_goals(store, home)] == ["A", "B", "C"]


def test_words_are_labels_by_code(store: Store) -> None:
    found = words(store)
    assert found["theme"]["PO"] == "Primair onderwijs"
    assert found["status"]["beeindigd"] == "Beëindigd"
