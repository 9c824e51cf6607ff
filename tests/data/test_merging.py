"""Merging doubles: what moves, what is kept, and the way back."""

import threading
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from core.names import name_key
from core.partner import TypedPartner
from data.documents import Kind, documents, make
from data.errors import ChangedMeanwhile, InputRefused, StoreError
from data.ingest.partnerships import load_partnerships, read_partnerships
from data.merging import (
    distinct_partners,
    documents_of_partners,
    keep_apart,
    look_alikes,
    merge,
    merge_reach,
    merged_into,
    partners_alike,
    partners_searched,
    partnerships_with,
    suggest_again,
    suggested_doubles,
)
from data.partner_register import aliases_of, change_partner, partner_record
from data.scenario_steps import partners_named
from data.store import Store
from data.undo import undo_batch
from tests.portfolio import ALKMAAR, ZAANSTAD, Portfolio

KEPT = {
    "partner": "id, name, name_key, type, gemeente",
    "partnership": "id, name, partners, status, removed_at is null",
    "location_link": "partner, register, location, likeness",
    "document": "kind, name, content",
}


class Doubled(Portfolio):
    """Three records of which two are one school, with partnerships and links."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.library("Bibliotheek", ZAANSTAD, ALKMAAR)
        self.star = self.partner("OBS De Ster", "basisschool", ZAANSTAD)
        self.school = self.partner("Basisschool De Ster", None, ZAANSTAD)
        self.town = self.partner("Gemeente Zaanstad", "gemeente", ZAANSTAD)
        self.lezen = self.partnership("Lezen", partners=[self.town, self.school])
        self.samen = self.partnership("Samen", partners=[self.school, self.star])
        self.los = self.partnership("Los", partners=[self.town])
        self.location("po", "01AA00")
        self.location("po", "02BB00")
        self.link(self.star, "po", "01AA00")
        self.link(self.school, "po", "01AA00")
        self.link(self.school, "po", "02BB00")

    def merge(self, kept: int | None = None) -> int:
        return merge(
            self.store,
            kept or self.star,
            {self.star: 1, self.school: 1},
            TypedPartner(name="OBS De Ster", type="basisschool", gemeente=ZAANSTAD),
            "ik",
        )

    def partners_of(self, partnership: int) -> list[int]:
        [(found,)] = self.ask("select partners from partnership where id = ?", partnership)
        return list(found)

    def all(self) -> dict[str, list[tuple[Any, ...]]]:
        """Everything that undo is to put back, without who changed it last and how often."""
        return {
            table: self.ask(f"select {kept} from {table} order by all")  # noqa: S608
            for table, kept in KEPT.items()
        }


@pytest.fixture
def doubled(store: Store) -> Doubled:
    return Doubled(store)


def test_merge_replaces_the_partner_everywhere_once(doubled: Doubled) -> None:
    doubled.merge()
    assert doubled.partners_of(doubled.lezen) == [doubled.town, doubled.star]
    assert doubled.partners_of(doubled.samen) == [doubled.star]
    assert doubled.partners_of(doubled.los) == [doubled.town]
    assert doubled.ask("select partner, location from location_link order by all") == [
        (doubled.star, "01AA00"),
        (doubled.star, "02BB00"),
    ]
    assert partner_record(doubled.store, doubled.school) == []
    [kept] = partner_record(doubled.store, doubled.star)
    assert kept["aliases"] == ["Basisschool De Ster"]


def test_merge_logs_who_changed_what(doubled: Doubled) -> None:
    batch = doubled.merge()
    logged = doubled.ask(
        "select entity, entity_id, before is null, after is null from change where batch = ? "
        "order by all",
        batch,
    )
    school, star = doubled.school, doubled.star
    assert [row for row in logged if row[0] != "document"] == sorted(
        [
            ("location_link", f"{school}|po|01AA00", False, True),
            ("location_link", f"{school}|po|02BB00", False, True),
            ("location_link", f"{star}|po|02BB00", True, False),
            ("partner", str(star), False, False),
            ("partner", str(school), False, True),
            ("partnership", str(doubled.lezen), False, False),
            ("partnership", str(doubled.samen), False, False),
        ]
    )
    assert doubled.ask("select who from batch where id = ?", batch) == [("ik",)]


def test_undo_of_merge_and_undo_of_that(doubled: Doubled) -> None:
    before = doubled.all()
    batch = doubled.merge()
    merged = doubled.all()
    undone = undo_batch(doubled.store, batch, "ik")
    assert doubled.all() == before
    undo_batch(doubled.store, undone, "ik")
    assert doubled.all() == merged


def test_undo_refuses_when_the_merged_partner_was_changed_since(doubled: Doubled) -> None:
    batch = doubled.merge()
    typed = TypedPartner(name="De Grote Ster", type="basisschool", gemeente=ZAANSTAD)
    later = change_partner(doubled.store, doubled.star, 2, typed, "ander")
    with pytest.raises(ChangedMeanwhile):
        undo_batch(doubled.store, batch, "ik")
    undo_batch(doubled.store, later, "ik")
    undo_batch(doubled.store, batch, "ik")
    assert doubled.partners_of(doubled.samen) == [doubled.school, doubled.star]


def test_a_partnership_made_since_stays_with_the_one_kept(doubled: Doubled) -> None:
    batch = doubled.merge()
    later = doubled.partnership("Later", partners=[doubled.star])
    undo_batch(doubled.store, batch, "ik")
    assert doubled.partners_of(later) == [doubled.star]


def test_a_removed_partnership_comes_back_with_the_partner_that_stays(doubled: Doubled) -> None:
    store = doubled.store
    [(made,)] = doubled.ask(
        "select batch from change where entity = 'partnership' and entity_id = ?",
        str(doubled.samen),
    )
    undone = undo_batch(store, made, "ik")
    assert doubled.ask(
        "select removed_at is null from partnership where id = ?", doubled.samen
    ) == [(False,)]
    batch = doubled.merge()
    with pytest.raises(ChangedMeanwhile):  # it would name a partner that is no more
        undo_batch(store, undone, "ik")
    undo_batch(store, batch, "ik")
    undo_batch(store, undone, "ik")
    assert doubled.partners_of(doubled.samen) == [doubled.school, doubled.star]


def test_the_second_of_two_who_merge_is_told(doubled: Doubled) -> None:
    said: list[str] = []
    start = threading.Barrier(2)

    def one(kept: int) -> None:
        start.wait()
        try:
            doubled.merge(kept)
        except StoreError as error:
            said.append(error.title)

    threads = [
        threading.Thread(target=one, args=(kept,)) for kept in (doubled.star, doubled.school)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(said) == 1
    assert "intussen" in said[0]
    assert len(doubled.ask("from partner")) == 2


def test_merge_refuses_what_cannot_be(doubled: Doubled) -> None:
    store, star, school, town = doubled.store, doubled.star, doubled.school, doubled.town
    before = doubled.all()
    good = TypedPartner(name="De Ster", type="basisschool", gemeente=ZAANSTAD)
    for kept, versions, typed, why in (
        (star, {star: 1}, good, "niets om samen te voegen"),
        (town, {star: 1, school: 1}, good, "niets om samen te voegen"),
        (star, {star: 1, school: 1}, good.model_copy(update={"type": "toverij"}), "toverij"),
        (star, {star: 1, school: 1}, good.model_copy(update={"gemeente": "GM9999"}), "GM9999"),
        (
            star,
            {star: 1, school: 1},
            good.model_copy(update={"name": "gemeente ZAANSTAD"}),
            "al een partner met deze naam",
        ),
    ):
        with pytest.raises(InputRefused, match=why):
            merge(store, kept, versions, typed, "ik")
    with pytest.raises(ChangedMeanwhile):
        merge(store, star, {star: 1, school: 7}, good, "ik")
    assert doubled.all() == before


def test_the_next_load_finds_the_partner_under_its_other_name(doubled: Doubled) -> None:
    doubled.merge()
    partners = doubled.ask("select count(*) from partner")
    _load(
        doubled.store,
        "naam;partner;partnertype;thema;gemeente;status",
        "Nieuw;basisschool de ster;basisschool;PO;Zaanstad;actief",
        '"Beide";"OBS De Ster; Basisschool De Ster";basisschool;PO;Zaanstad;actief',
        "Samen;Basisschool De Ster;;PO;;actief",
    )
    assert doubled.ask("select count(*) from partner") == partners
    assert doubled.ask(
        "select distinct partners from partnership where name <> 'Los' order by 1"
    ) == [
        ([doubled.star],),
        ([doubled.town, doubled.star],),
    ]


def _load(store: Store, *lines: str) -> None:
    read = read_partnerships(store, "\n".join(lines).encode(), "rijen.csv")
    assert {one.text for one in read.remarks if one.column == "partner"} == {
        "Deze partner heet hier OBS De Ster; dat blijft zo."
    }
    load_partnerships(store, read, "ik")


def test_names_are_handed_on_when_the_one_kept_is_merged_itself(doubled: Doubled) -> None:
    store = doubled.store
    doubled.merge()
    other = doubled.partner("Sterrenschool", "basisschool", ZAANSTAD)
    typed = TypedPartner(name="Sterrenschool", type="basisschool", gemeente=ZAANSTAD)
    before = doubled.all()
    batch = merge(store, other, {other: 1, doubled.star: 2}, typed, "ik")
    assert {row["name"] for row in aliases_of(store, [other])} == {
        "Basisschool De Ster",
        "OBS De Ster",
    }
    assert aliases_of(store, [doubled.star]) == []
    undo_batch(store, batch, "ik")
    assert doubled.all() == before


def test_documents_of_partners_go_along(doubled: Doubled) -> None:
    class About(BaseModel):
        partner: int
        said: str

    store, kind = doubled.store, Kind("about", "notitie", About)
    make(store, kind, "Over de school", About(partner=doubled.school, said='"Ja" {é}'), "ik")
    make(store, kind, "Over de gemeente", About(partner=doubled.town, said=""), "ik")
    [row] = documents_of_partners(store, [doubled.school])
    assert row["name"] == "Over de school"
    batch = doubled.merge()
    assert documents_of_partners(store, [doubled.school]) == []
    [_, school] = documents(store, kind)
    assert school["content"] == About(partner=doubled.star, said='"Ja" {é}')
    undo_batch(store, batch, "ik")
    assert documents_of_partners(store, [doubled.star]) == []
    [_, school] = documents(store, kind)
    assert school["content"].partner == doubled.school


def test_partnerships_with(doubled: Doubled) -> None:
    found = partnerships_with(doubled.store, [doubled.school])
    assert [row["id"] for row in found] == [doubled.lezen, doubled.samen]
    assert partnerships_with(doubled.store, []) == []


def test_partners_alike(doubled: Doubled) -> None:
    doubled.partner("Alleen")
    found = partners_alike(doubled.store)
    assert [(row["name"], row["partnerships"], row["libraries"]) for row in found] == [
        ("OBS De Ster", 1, ["Bibliotheek"]),
        ("Basisschool De Ster", 2, ["Bibliotheek"]),
        ("Gemeente Zaanstad", 2, ["Bibliotheek"]),
        ("Alleen", 0, []),
    ]


def test_partners_searched(doubled: Doubled) -> None:
    store = doubled.store
    assert [row["name"] for row in partners_searched(store, ["ster", "zaan"])] == [
        "Basisschool De Ster",
        "OBS De Ster",
    ]
    assert [row["id"] for row in partners_searched(store, id=doubled.town)] == [doubled.town]
    assert len(partners_searched(store, limit=2)) == 2
    assert partners_searched(store, ["niemand"]) == []


def test_distinct_partners_are_suggested_no_more_until_that_is_undone(doubled: Doubled) -> None:
    store, both = doubled.store, (doubled.star, doubled.school)
    assert [one.partners for one in suggested_doubles(store)] == [both]
    batch = keep_apart(store, [both], "ik")
    assert suggested_doubles(store) == []
    [decided] = distinct_partners(store)
    assert (decided["partners"], decided["name"]) == (
        list(both),
        "OBS De Ster / Basisschool De Ster",
    )
    with pytest.raises(ChangedMeanwhile, match="al besloten"):
        keep_apart(store, [both], "ander")
    undo_batch(store, batch, "ik")
    assert len(suggested_doubles(store)) == 1
    keep_apart(store, [both], "ik")
    [decided] = distinct_partners(store)
    suggest_again(store, decided["id"], decided["version"], "ik")
    assert len(suggested_doubles(store)) == 1


def test_keep_apart_refuses_one_that_is_no_more(doubled: Doubled) -> None:
    doubled.merge()
    with pytest.raises(ChangedMeanwhile):
        keep_apart(doubled.store, [[doubled.star, doubled.school]], "ik")


def test_a_decision_on_one_that_is_no_more_says_nothing(doubled: Doubled) -> None:
    keep_apart(doubled.store, [[doubled.star, doubled.school]], "ik")
    batch = doubled.merge()
    assert distinct_partners(doubled.store) == []
    undo_batch(doubled.store, batch, "ik")
    assert len(distinct_partners(doubled.store)) == 1


def test_who_is_apart_from_one_that_goes_is_apart_from_the_one_that_stays(
    doubled: Doubled,
) -> None:
    store = doubled.store
    other = doubled.partner("De Ster", None, ZAANSTAD)
    keep_apart(store, [[doubled.school, other]], "ik")
    before = doubled.all()
    batch = doubled.merge()
    [decided] = distinct_partners(store)
    assert decided["partners"] == [doubled.star, other]
    assert suggested_doubles(store) == []
    undo_batch(store, batch, "ik")
    assert doubled.all() == before


def test_a_merge_against_an_earlier_decision_keeps_what_it_says_of_others(
    doubled: Doubled,
) -> None:
    store = doubled.store
    keep_apart(store, [[doubled.star, doubled.school]], "ik")
    keep_apart(store, [[doubled.star, doubled.school, doubled.town]], "ik")
    before = doubled.all()
    batch = doubled.merge()
    assert [row["partners"] for row in distinct_partners(store)] == [[doubled.star, doubled.town]]
    undo_batch(store, batch, "ik")
    assert doubled.all() == before


def test_several_are_kept_apart_in_one_change_or_none(doubled: Doubled) -> None:
    store, star, school, town = doubled.store, doubled.star, doubled.school, doubled.town
    with pytest.raises(ChangedMeanwhile):
        keep_apart(store, [[star, town], [school, 99]], "ik")
    assert distinct_partners(store) == []
    batch = keep_apart(store, [[star, town], [school, town]], "ik")
    assert len(distinct_partners(store)) == 2
    undo_batch(store, batch, "ik")
    assert distinct_partners(store) == []


def test_merged_into_follows_to_the_partner_that_is_there(doubled: Doubled) -> None:
    store, star, school = doubled.store, doubled.star, doubled.school
    assert merged_into(store, school) is None
    first = doubled.merge()
    assert merged_into(store, school) == star
    other = doubled.partner("Sterrenschool", "basisschool", ZAANSTAD)
    typed = TypedPartner(name="Sterrenschool", type="basisschool", gemeente=ZAANSTAD)
    second = merge(store, other, {other: 1, star: 2}, typed, "ik")
    assert merged_into(store, school) == merged_into(store, star) == other
    undo_batch(store, second, "ik")
    undo_batch(store, first, "ik")
    assert merged_into(store, school) is merged_into(store, star) is None
    assert merged_into(store, 99_999) is None


def test_merged_into_does_not_lead_to_where_it_was_put_back_from(doubled: Doubled) -> None:
    """Made by a load, merged, put back, and gone because the load was undone."""
    store = doubled.store
    lines = (
        "naam;partner;partnertype;thema;gemeente;status\nNieuw;Zon;basisschool;PO;Zaanstad;actief"
    )
    load_partnerships(store, read_partnerships(store, lines.encode(), "rijen.csv"), "ik")
    [(new,)] = doubled.ask("select max(id) from partner")
    typed = TypedPartner(name="OBS De Ster", type="basisschool", gemeente=ZAANSTAD)
    undo_batch(store, merge(store, doubled.star, {doubled.star: 1, new: 1}, typed, "ik"), "ik")
    assert doubled.ask("select count(*) from partner where id = ?", new) == [(1,)]
    doubled.ask("delete from partner where id = ?", new)
    assert merged_into(store, new) is None


def test_merge_reach_counts_each_partnership_once(doubled: Doubled) -> None:
    assert merge_reach(doubled.store, [doubled.school, doubled.star]) == 2
    assert merge_reach(doubled.store, [doubled.star]) == 1
    assert merge_reach(doubled.store, []) == 0


def test_what_looks_alike_is_asked_once_for_any_decision(doubled: Doubled) -> None:
    found = look_alikes(doubled.store)
    assert len(suggested_doubles(doubled.store, found)) == 1
    keep_apart(doubled.store, [[doubled.star, doubled.school]], "ik")
    assert suggested_doubles(doubled.store, found) == []


def test_suggested_doubles_are_gone_after_merging(doubled: Doubled) -> None:
    doubled.merge()
    assert suggested_doubles(doubled.store) == []


members = st.lists(st.integers(0, 4), min_size=1, max_size=5, unique=True)


@settings(max_examples=25)
@given(
    st.lists(members, min_size=1, max_size=5),
    st.lists(st.integers(0, 4), min_size=2, max_size=4, unique=True),
)
def test_merging_keeps_every_other_membership(held: list[list[int]], merged: list[int]) -> None:
    """Who was a partner of what stays so, under one id for those merged; nobody comes twice."""
    with Store.open(None) as store:
        made = Portfolio(store)
        ids = [made.partner(f"Partner {n}") for n in range(5)]
        partnerships = [made.partnership(partners=[ids[n] for n in those]) for those in held]
        kept, *gone = (ids[n] for n in merged)
        typed = TypedPartner(name="Samen")
        batch = merge(store, kept, dict.fromkeys((kept, *gone), 1), typed, "ik")
        for id_, those in zip(partnerships, held, strict=True):
            was = [ids[n] for n in those]
            [(now,)] = made.ask("select partners from partnership where id = ?", id_)
            assert len(now) == len(set(now))
            assert set(now) == {kept if one in gone else one for one in was}
        assert name_key("Samen") in {row[0] for row in made.ask("select name_key from partner")}
        undo_batch(store, batch, "ik")
        now = made.ask("select partners from partnership order by id")
        assert now == [([ids[n] for n in those],) for those in held]


def test_a_scenario_finds_the_partner_under_its_other_name(doubled: Doubled) -> None:
    doubled.merge()
    asked = ["Basisschool De Ster", "OBS De Ster"]
    found = partners_named(doubled.store, doubled.home, [], asked)
    assert {row["id"] for row in found} == {doubled.star}
    # One that is called so itself comes first.
    new = doubled.partner("Basisschool De Ster", "basisschool", ZAANSTAD)
    [found_new] = partners_named(doubled.store, 0, [ZAANSTAD], asked[:1])
    assert found_new["id"] == new
