"""Partners across partnerships and libraries."""

from datetime import date

import pytest

from core.filters import Filters
from core.partner import TypedPartner
from data.errors import ChangedMeanwhile, InputRefused
from data.partner_register import (
    ORDERS,
    aliases_of,
    change_partner,
    partner_history,
    partner_partnerships,
    partner_record,
    partner_register,
    partner_summary,
    partners_called,
    partners_stored,
)
from data.store import Store
from data.undo import undo_batch
from tests.portfolio import ALKMAAR, DAY, ZAANSTAD, Portfolio, goals, steps

TODAY = Filters(measure_date=DAY)
ENDED = steps(("actief", date(2020, 1, 1)), ("beeindigd", date(2024, 1, 1)))


class Partners(Portfolio):
    """Two libraries that share a school; a town with one of each status; one partner alone."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.zaan = self.library("Bibliotheek Zaan", ZAANSTAD)
        self.alk = self.library("Bibliotheek Alkmaar", ALKMAAR)
        self.school = self.partner("Élan School", "basisschool", ZAANSTAD)
        self.town = self.partner("Gemeente Alkmaar", "gemeente")
        self.alone = self.partner("Alleen", None, ALKMAAR)
        self.partnership(
            "Lezen", partners=[self.school], hours=100.0, budget=10.0, owner="Anna",
            contributions=goals(SD1=3, SD2=1),
        )  # fmt: skip
        self.partnership(
            "Samen", theme="KOV", library=self.alk, partners=[self.school, self.town], hours=20.0,
            gemeenten=[ALKMAAR],
        )  # fmt: skip
        for name, status in (("Plan", "verkenning"), ("Rust", "slapend")):
            self.partnership(
                name, library=self.alk, partners=[self.town], status=status, hours=7.0,
                gemeenten=[ALKMAAR],
            )  # fmt: skip
        self.partnership(
            "Was", library=self.alk, partners=[self.town], status="beeindigd", history=ENDED,
            gemeenten=[ALKMAAR],
        )  # fmt: skip


@pytest.fixture
def made(store: Store) -> Partners:
    return Partners(store)


def names(made: Partners, filters: Filters = TODAY, words: str = "", **asked: object) -> list[str]:
    found = partner_register(made.store, filters, words, **asked)  # type: ignore[arg-type]
    return [row["name"] for row in found.to_pylist()]


def test_partner_register_adds_up(made: Partners) -> None:
    alone, school, town = partner_register(made.store, TODAY).to_pylist()
    assert (alone["name"], alone["active"], alone["libraries"], alone["hours"]) == (
        "Alleen", 0, [], None,
    )  # fmt: skip
    assert (school["active"], school["hours"], school["budget"]) == (2, 120.0, 10.0)
    assert school["libraries"] == ["Bibliotheek Alkmaar", "Bibliotheek Zaan"]
    assert school["themes"] == ["Kinderopvang", "Primair onderwijs"]
    assert (school["goals"], school["gemeente_name"], school["total"]) == (["SD1"], "Zaanstad", 3)
    assert [town[one] for one in ("active", "pipeline", "ended", "other", "hours")] == [
        1, 1, 1, 1, 20.0,
    ]  # fmt: skip
    assert town["libraries"] == ["Bibliotheek Alkmaar"]


def test_partner_register_follows_the_filters(made: Partners) -> None:
    assert names(made, Filters(measure_date=DAY, libraries=(made.zaan,))) == ["Élan School"]
    assert names(made, Filters(measure_date=DAY, gemeenten=(ALKMAAR,))) == [
        "Alleen", "Élan School", "Gemeente Alkmaar",
    ]  # fmt: skip
    assert names(made, Filters(measure_date=DAY, statuses=("slapend",))) == ["Gemeente Alkmaar"]
    then = Filters(measure_date=date(2023, 1, 1), libraries=(made.alk,), statuses=("actief",))
    town = partner_register(made.store, then, "gemeente").to_pylist()[0]
    assert (town["active"], town["ended"]) == (2, 0)


def test_who_works_elsewhere_or_later_is_not_a_partner_without_partnerships(
    made: Partners,
) -> None:
    elsewhere = made.partner("Elders", None, ALKMAAR)
    made.partnership(library=made.zaan, partners=[elsewhere], gemeenten=[ZAANSTAD])
    later = made.partner("Later", None, ALKMAAR)
    begins = steps(("actief", date(2030, 1, 1)))
    made.partnership(library=made.alk, partners=[later], gemeenten=[ALKMAAR], history=begins)
    here = Filters(measure_date=DAY, gemeenten=(ALKMAAR,))
    assert not {"Elders", "Later"} & set(names(made, here))
    assert "Elders" in names(made)


def test_partner_register_searches_sorts_and_pages(made: Partners) -> None:
    assert names(made, words="elan") == ["Élan School"]
    assert names(made, words="alk") == ["Alleen", "Gemeente Alkmaar"]
    assert names(made, words="niemand") == []
    assert names(made, type="gemeente") == ["Gemeente Alkmaar"]
    assert names(made, type="") == ["Alleen"]
    assert {order: names(made, order=order)[0] for order in ORDERS} == {
        "name": "Alleen", "active": "Élan School", "hours": "Élan School",
        "libraries": "Élan School", "ended": "Gemeente Alkmaar",
    }  # fmt: skip
    page = partner_register(made.store, TODAY, limit=1, offset=1).to_pylist()
    assert [(row["name"], row["total"]) for row in page] == [("Élan School", 3)]


def test_partner_summary(made: Partners) -> None:
    assert partner_summary(made.store, TODAY).to_pylist() == [
        {"partners": 2, "active": 2, "shared": 1, "untyped": 0}
    ]
    nothing = Filters(measure_date=DAY, themes=("MBO",))
    assert partner_summary(made.store, nothing).to_pylist()[0]["partners"] == 0


def test_partner_record(made: Partners) -> None:
    made.location("po", "01AA00")
    made.link(made.school, "po", "01AA00")
    [row] = partner_record(made.store, made.school)
    assert (row["name"], row["gemeente_name"], row["aliases"]) == ("Élan School", "Zaanstad", [])
    assert [(one["id"], one["name"]) for one in row["locations"]] == [("01AA00", "Locatie 01AA00")]
    assert partner_record(made.store, 999_999) == []


def test_partner_partnerships(made: Partners) -> None:
    found = partner_partnerships(made.store, made.town, TODAY).to_pylist()
    assert [(row["name"], row["status_label"]) for row in found] == [
        ("Samen", "Actief"), ("Plan", "Verkenning"), ("Rust", "Slapend"), ("Was", "Beëindigd"),
    ]  # fmt: skip
    assert found[0]["others"] == ["Élan School"]
    assert found[3]["since"] == date(2020, 1, 1)
    [lezen, _] = sorted(
        partner_partnerships(made.store, made.school, TODAY).to_pylist(),
        key=lambda row: row["name"],
    )
    assert (lezen["owner"], lezen["goals"], lezen["hours"]) == ("Anna", ["SD1"], 100.0)
    before = Filters(measure_date=date(2010, 1, 1))
    was = partner_partnerships(made.store, made.town, before).to_pylist()
    assert {row["name"]: row["status_label"] for row in was}["Was"] == "nog niet begonnen"


def test_partners_stored(made: Partners) -> None:
    found = partners_stored(made.store, [made.town, 999_999])
    assert [(row["id"], row["version"]) for row in found] == [(made.town, 1)]


def test_partners_called(made: Partners) -> None:
    def found(gemeente: str | None, *ids: int) -> list[int]:
        rows = partners_called(made.store, "elanschool", gemeente, list(ids))
        return [row["id"] for row in rows]

    assert found(ZAANSTAD) == [made.school]
    assert found(None) == found(ALKMAAR) == found(ZAANSTAD, made.school) == []


def test_change_partner_and_undo(made: Partners) -> None:
    store = made.store
    typed = TypedPartner(name="Elan Kindcentrum", type="kinderopvang", gemeente=ALKMAAR)
    batch = change_partner(store, made.school, 1, typed, "ik")
    [row] = partner_record(store, made.school)
    assert (row["name"], row["type"], row["gemeente"], row["version"], row["changed_by"]) == (
        "Elan Kindcentrum", "kinderopvang", ALKMAAR, 2, "ik",
    )  # fmt: skip
    assert names(made, words="elanschool") == ["Elan Kindcentrum"]
    undo_batch(store, batch, "ik")
    [row] = partner_record(store, made.school)
    assert (row["name"], row["type"], row["gemeente"]) == ("Élan School", "basisschool", ZAANSTAD)
    assert aliases_of(store, [made.school]) == []


def test_partner_history(made: Partners) -> None:
    store = made.store
    assert partner_history(store, made.school) == []  # made outside the change log
    typed = TypedPartner(name="Nieuw", type="basisschool", gemeente=ALKMAAR)
    batch = change_partner(store, made.school, 1, typed, "ik")
    undo_batch(store, batch, "ander")
    back, there = partner_history(store, made.school)
    assert (there["who"], there["undone"], back["who"], back["undone"]) == (
        "ik", True, "ander", False,
    )  # fmt: skip
    assert [there[f"name_{when}"] for when in ("before", "after")] == ["Élan School", "Nieuw"]
    assert [there[f"gemeente_{when}"] for when in ("before", "after")] == ["Zaanstad", "Alkmaar"]
    assert len(partner_history(store, made.school, limit=1)) == 1


def test_aliases_of_are_said_once(made: Partners) -> None:
    for version, name in enumerate(("Nieuw", "Élan School", "Nieuw", "Élan School"), start=1):
        typed = TypedPartner(name=name, type="basisschool", gemeente=ZAANSTAD)
        change_partner(made.store, made.school, version, typed, "ik")
    found = aliases_of(made.store, [made.school])
    assert sorted(row["name"] for row in found) == ["Nieuw", "Élan School"]


def test_change_partner_refuses(made: Partners) -> None:
    store = made.store
    good = TypedPartner(name="Nieuw")
    for change, why in (
        ({"name": "gemeente alkmaar"}, "al een partner"),
        ({"type": "toverij"}, "toverij"),
        ({"gemeente": "GM9999"}, "GM9999"),
    ):
        with pytest.raises(InputRefused, match=why):
            change_partner(store, made.school, 1, good.model_copy(update=change), "ik")
    with pytest.raises(ChangedMeanwhile):
        change_partner(store, made.school, 9, good, "ik")
    with pytest.raises(ChangedMeanwhile, match="er niet meer"):
        change_partner(store, 999_999, 1, good, "ik")
    assert partner_record(store, made.school)[0]["version"] == 1
