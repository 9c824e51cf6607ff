"""All of one partnership, by its id."""

from datetime import date, datetime
from typing import Any

import pyarrow as pa
import pytest

from core.agreement import Agreement
from core.health import HealthCheck, Judged
from core.partner import TypedPartner
from core.record_changes import Difference
from core.yearly_result import YearlyResult
from data import agreements, health, yearly_results
from data.documents_about import documents_about
from data.errors import ChangedMeanwhile, InputRefused
from data.ingest.linking import Pair, accept_links, remove_links
from data.ingest.partnerships import load_partnerships, read_partnerships
from data.merging import merge
from data.partner_register import change_partner
from data.partnership_record import (
    partnership_record,
    record_changes,
    record_locations,
    record_names,
)
from data.record import PARTNERSHIP, stored_partnerships, write_partnerships
from data.record_timeline import timeline
from data.store import Store
from data.undo import undo_batch
from tests.portfolio import ALKMAAR, ZAANSTAD, Portfolio, goals, weigh

DAY = date(2026, 11, 28)


@pytest.fixture
def made(store: Store) -> Portfolio:
    portfolio = Portfolio(store)
    portfolio.library("Bibliotheek Aa", ZAANSTAD, ALKMAAR)
    return portfolio


def check(partnership: int, on: date = DAY, **scores: int) -> HealthCheck:
    judged = tuple(Judged(condition=code, score=score) for code, score in scores.items())
    return HealthCheck(partnership=partnership, checked_on=on, judged=judged)


def rewritten(store: Store, id_: int, **fields: Any) -> int:
    """Change fields of a partnership as an edit does; the batch."""
    [row] = stored_partnerships(store, [id_])
    kept = {name: row[name] for name in PARTNERSHIP.names} | fields
    with store.change("Bert", "gewijzigd") as change:
        write_partnerships(change, pa.Table.from_pylist([kept], schema=PARTNERSHIP))
        return change.batch


def test_partnership_record_has_the_names_of_what_it_points_at(made: Portfolio) -> None:
    school = made.partner("School", "basisschool", ZAANSTAD)
    care = made.partner("Zorg")
    id_ = made.partnership("Lezen", partners=[care, school], gemeenten=[ZAANSTAD])
    row = partnership_record(made.store, id_)
    assert row is not None
    assert [(one["name"], one["gemeente"]) for one in row["partner_rows"]] == [
        ("Zorg", None),
        ("School", "Zaanstad"),
    ]
    assert (row["library_name"], row["status_label"]) == ("Bibliotheek Aa", "Actief")
    assert (row["theme_labels"], row["gemeente_names"]) == (["Primair onderwijs"], ["Zaanstad"])
    assert [one["goal"] for one in row["goals"]] == [f"SD{number}" for number in range(1, 8)]
    assert {one["value"] for one in row["goals"]} == {None}


def test_partnership_record_without_anything(made: Portfolio) -> None:
    id_ = made.partnership()
    row = partnership_record(made.store, id_)
    assert row is not None
    assert (row["partner_rows"], row["gemeente_names"], row["note"]) == ([], [], None)
    assert partnership_record(made.store, 99_999) is None


def test_partnership_record_takes_the_goals_of_its_library_on_a_day(made: Portfolio) -> None:
    weigh(made, made.home, {"A": 60.0, "B": 40.0}, date(2026, 1, 1))
    id_ = made.partnership(contributions=[*goals(A=3), *goals(SD1=1)])
    row, earlier = (partnership_record(made.store, id_, on) for on in (DAY, date(2025, 1, 1)))
    assert row is not None
    assert earlier is not None
    assert [(one["goal"], one["label"], one["value"]) for one in row["goals"]] == [
        ("A", "Doel A", 3),
        ("B", "Doel B", None),
    ]
    assert [one["value"] for one in earlier["goals"]] == [1, *[None] * 6]


def test_a_removed_partnership_says_when(made: Portfolio) -> None:
    id_ = made.partnership("Lezen")
    batch = rewritten(made.store, id_, removed_at=datetime(2026, 11, 28, 9, 30))
    row = partnership_record(made.store, id_)
    assert row is not None
    assert row["removed_at"].date() == DAY
    assert timeline(made.store, id_)[0]["what"] == "removed"
    undo_batch(made.store, batch, "Anna")
    assert timeline(made.store, id_)[0]["what"] == "restored"


def test_record_locations_name_what_a_register_knows(made: Portfolio) -> None:
    made.location("po", "00AA01", size=120)
    made.location("po", "00AA02", ALKMAAR, in_register=False)
    made.location("vo", "00VO01")
    id_ = made.partnership(locations=["00AA01", "00AA02", "00VO01", "weg", "00AA01"])
    found = record_locations(made.store, id_).to_pylist()
    assert [(one["id"], one["gemeente"], one["size"], one["in_register"]) for one in found] == [
        ("00AA02", "Alkmaar", None, False),
        ("00AA01", "Zaanstad", 120, True),
        ("00VO01", None, None, False),
        ("weg", None, None, False),
    ]
    assert [one["name"] is None for one in found] == [False, False, True, True]
    assert record_locations(made.store, made.partnership()).num_rows == 0


def test_record_locations_of_linked_partners_where_it_names_none(made: Portfolio) -> None:
    star, _ = two_schools(made)
    town = made.partner("Gemeente", "gemeente", ZAANSTAD)
    made.link(town, "po", "00AA02")  # no school: it reaches none
    found = record_locations(made.store, made.partnership(partners=[star, town])).to_pylist()
    assert [(one["id"], one["partner"], one["name"]) for one in found] == [
        ("00AA01", "OBS De Ster", "Locatie 00AA01")
    ]
    named = made.partnership(partners=[star], locations=["00AA02"])
    found = record_locations(made.store, named).to_pylist()
    assert [(one["id"], one["partner"]) for one in found] == [("00AA02", None)]


def test_record_changes_are_of_this_record_and_its_documents(made: Portfolio) -> None:
    one, other = made.partnership("Een"), made.partnership("Ander")
    for id_ in (one, other):
        health.add_health_check(made.store, check(id_, trust=3), "Anna")
    rewritten(made.store, one, owner="Bert")
    found = record_changes(made.store, one)
    assert [(row["entity"], row["who"], row["rows_changed"]) for row in found] == [
        ("partnership", "Bert", 1),
        ("document", "Anna", 1),
        ("partnership", "test", 1),
    ]
    assert found[0]["before"]["owner"] is None
    assert found[0]["after"]["owner"] == "Bert"
    assert record_changes(made.store, one, limit=1) == found[:1]
    assert record_changes(made.store, 99_999) == []


def test_record_names_are_by_kind_and_code(made: Portfolio) -> None:
    school, _ = made.partner("School"), made.partner("Zorg")
    made.location("po", "00AA01")
    found = record_names(made.store, [school, school, 999], ["00AA01", "weg"])
    assert found["location"] == {"00AA01": "Locatie 00AA01"}
    assert found["partner"] == {str(school): "School"}
    assert found["library"] == {str(made.home): "Bibliotheek Aa"}
    assert (found["theme"]["PO"], found["gemeente"][ZAANSTAD]) == ("Primair onderwijs", "Zaanstad")
    assert found["status"]["beeindigd"] == "Beëindigd"


def test_timeline_says_what_changed_newest_first(made: Portfolio) -> None:
    school = made.partner("School")
    id_ = made.partnership("Lezen", partners=[school])
    rewritten(made.store, id_, owner="Cor", partners=[school, 777])
    agreed = Agreement(partnership=id_, what="Bellen", due=DAY)
    agreement, _ = agreements.make_agreement(made.store, agreed, "Anna")
    done = agreed.model_copy(update={"done_on": DAY})
    batch = agreements.change_agreement(made.store, agreement, 1, done, "Anna")
    found = timeline(made.store, id_)
    assert [(row["kind"], row["what"], row["about"]) for row in found] == [
        ("agreement", "changed", "Bellen"),
        ("agreement", "made", "Bellen"),
        ("partnership", "changed", "Lezen"),
        ("partnership", "made", "Lezen"),
    ]
    assert found[0]["differences"] == [Difference("Gedaan op", "leeg", "28-11-2026")]
    assert found[2]["differences"] == [
        Difference("Partners", "School", "erbij: 777"),
        Difference("Eigenaar", "leeg", "Cor"),
    ]
    undo_batch(made.store, batch, "Anna")
    again = timeline(made.store, id_)
    assert again[1]["undone_by"] == again[0]["batch"]
    agreements.remove_agreement(made.store, agreement, 3, "Anna")
    assert timeline(made.store, id_)[0]["what"] == "removed"


def test_documents_about_are_of_one_kind_and_partnership(made: Portfolio) -> None:
    one, other = made.partnership(), made.partnership()
    id_, _ = health.add_health_check(made.store, check(one, trust=3), "Anna")
    health.add_health_check(made.store, check(other, trust=4), "Anna")
    agreements.make_agreement(made.store, Agreement(partnership=one, what="Bellen"), "Anna")
    assert [row["id"] for row in documents_about(made.store, health.KIND, one)] == [id_]
    assert documents_about(made.store, yearly_results.KIND, one) == []


def test_health_checks_come_newest_first_and_can_be_undone(made: Portfolio) -> None:
    id_ = made.partnership()
    old = health.add_health_check(made.store, check(id_, date(2025, 1, 1), trust=2), "Anna")[0]
    new = health.add_health_check(made.store, check(id_, trust=4), "Anna")[0]
    late = health.add_health_check(made.store, check(id_, date(2024, 1, 1), value=1), "Anna")[0]
    assert [row["id"] for row in health.health_checks(made.store, id_)] == [new, old, late]
    health.change_health_check(made.store, old, 1, check(id_, date(2027, 1, 1), trust=1), "Bert")
    assert health.health_checks(made.store, id_)[0]["content"].scores == {"trust": 1}
    with pytest.raises(ChangedMeanwhile):
        health.change_health_check(made.store, old, 1, check(id_, trust=5), "Anna")
    batch = health.remove_health_check(made.store, old, 2, "Anna")
    assert [row["id"] for row in health.health_checks(made.store, id_)] == [new, late]
    undo_batch(made.store, batch, "Anna")
    assert len(health.health_checks(made.store, id_)) == 3


def test_agreements_are_open_ones_by_date_then_what_is_done(made: Portfolio) -> None:
    id_ = made.partnership()

    def add(what: str, due: date | None = None, done_on: date | None = None) -> None:
        made_ = Agreement(partnership=id_, what=what, due=due, done_on=done_on)
        agreements.make_agreement(made.store, made_, "Anna")

    add("ooit")
    add("gedaan", date(2026, 1, 1), DAY)
    add("later", date(2027, 1, 1))
    add("eerst", date(2026, 12, 1))
    add("★ !", date(2027, 2, 1))
    found = [row["content"].what for row in agreements.agreements(made.store, id_, DAY)]
    assert found == ["eerst", "later", "★ !", "ooit", "gedaan"]


def test_a_year_has_one_result(made: Portfolio) -> None:
    one, other = made.partnership(), made.partnership()
    result = YearlyResult(partnership=one, year=2026, intended="Tien groepen")
    id_, _ = yearly_results.add_yearly_result(made.store, result, "Anna")
    with pytest.raises(InputRefused, match="2026"):
        yearly_results.add_yearly_result(made.store, result, "Anna")
    for more in ({"partnership": other}, {"year": 2027}):
        yearly_results.add_yearly_result(made.store, result.model_copy(update=more), "Anna")
    assert [row["content"].year for row in yearly_results.yearly_results(made.store, one)] == [
        2027,
        2026,
    ]
    came = result.model_copy(update={"actual": "Acht groepen"})
    yearly_results.change_yearly_result(made.store, id_, 1, came, "Anna")
    assert yearly_results.yearly_results(made.store, one)[1]["content"] == came
    yearly_results.remove_yearly_result(made.store, id_, 2, "Anna")
    assert len(yearly_results.yearly_results(made.store, one)) == 1


def two_schools(made: Portfolio) -> tuple[int, int]:
    """Two records of one school, each with a location, the second with that of the first too."""
    star = made.partner("OBS De Ster", "basisschool", ZAANSTAD)
    school = made.partner("Basisschool De Ster", "basisschool", ZAANSTAD)
    for partner, location in ((star, "00AA01"), (school, "00AA01"), (school, "00AA02")):
        if not made.ask("from location where id = ?", location):
            made.location("po", location)
        made.link(partner, "po", location)
    return star, school


def merged(made: Portfolio, kept: int, gone: int, name: str = "OBS De Ster") -> int:
    versions = {
        id_: made.ask("select version from partner where id = ?", id_)[0][0] for id_ in (kept, gone)
    }
    typed = TypedPartner(name=name, type="basisschool", gemeente=ZAANSTAD)
    return merge(made.store, kept, versions, typed, "Anna")


def test_a_merge_of_partners_is_one_change_of_the_record_with_their_names(made: Portfolio) -> None:
    star, school = two_schools(made)
    id_ = made.partnership("Lezen", partners=[school])
    batch = merged(made, star, school, "De Ster")
    first, *rest = timeline(made.store, id_)
    assert (first["kind"], first["what"], first["about"]) == ("partner", "merged", "De Ster")
    assert first["differences"] == [
        Difference("Opgegaan in deze partner", "Basisschool De Ster", "samengevoegd"),
        Difference("Partners", "eraf: Basisschool De Ster", "erbij: De Ster"),
        Difference("Naam", "OBS De Ster", "De Ster"),
        Difference("Gekoppelde locaties", "leeg", "erbij: Locatie 00AA02 (00AA02)"),
    ]
    assert [row["what"] for row in rest] == ["made"]
    undone = undo_batch(made.store, batch, "Bert")
    again = timeline(made.store, id_)
    assert again[-2]["undone_by"] == undone
    [back] = [row for row in again if row["batch"] == undone and row["kind"] == "partnership"]
    assert back["differences"] == [
        Difference("Partners", "eraf: OBS De Ster", "erbij: Basisschool De Ster")
    ]


def test_a_merge_that_changes_nothing_that_is_seen_is_not_told(made: Portfolio) -> None:
    star = made.partner("OBS De Ster", "basisschool", ZAANSTAD)
    school = made.partner("Basisschool De Ster", "basisschool", ZAANSTAD)
    id_ = made.partnership("Lezen", partners=[star])
    merged(made, star, school)
    assert [row["kind"] for row in timeline(made.store, id_)] == ["partnership"]


def test_what_happens_to_a_partner_is_a_change_of_its_records_while_it_is_one(
    made: Portfolio,
) -> None:
    school, other = made.partner("School"), made.partner("Ander")
    with_school = made.partnership("Lezen", partners=[school])
    without = made.partnership("Los", partners=[other])

    def named(name: str) -> None:
        [(version,)] = made.ask("select version from partner where id = ?", school)
        change_partner(made.store, school, version, TypedPartner(name=name), "Anna")

    named("School Noord")
    rewritten(made.store, with_school, partners=[other])
    named("School Zuid")
    rewritten(made.store, with_school, partners=[other, school])
    named("School Oost")
    found = [row for row in timeline(made.store, with_school) if row["kind"] == "partner"]
    assert [row["differences"] for row in found] == [
        [Difference("Naam", "School Zuid", "School Oost")],
        [Difference("Naam", "School", "School Noord")],
    ]
    assert {row["kind"] for row in timeline(made.store, without)} == {"partnership"}


def test_a_partner_that_a_load_made_and_its_undo_took_away_is_no_merge(made: Portfolio) -> None:
    content = "naam;partner;thema;status\nLezen;{};PO;actief\n"
    for partners in ("School", '"School; Zorg"'):
        read = read_partnerships(made.store, content.format(partners).encode(), "rijen.csv")
        load_partnerships(made.store, read, "Anna")
    [(id_,)] = made.ask("select id from partnership")
    [(batch,)] = made.ask("select max(id) from batch")
    undo_batch(made.store, batch, "Anna")
    assert [
        (row["kind"], row["what"], row["differences"]) for row in timeline(made.store, id_)
    ] == [
        ("partnership", "changed", [Difference("Partners", "eraf: Zorg", "School")]),
        ("partnership", "changed", [Difference("Partners", "School", "erbij: Zorg")]),
        ("partnership", "made", []),
    ]


def test_links_of_a_partner_are_a_change_of_its_records(made: Portfolio) -> None:
    school = made.partner("School", "basisschool", ZAANSTAD)
    id_ = made.partnership("Lezen", partners=[school])
    for location in ("00AA01", "00AA02"):
        made.location("po", location)
    pairs: list[Pair] = [(school, "po", location, 90.0) for location in ("00AA01", "00AA02")]
    accept_links(made.store, pairs, "Anna")
    remove_links(made.store, pairs[:1], "Anna")
    gone, came, _ = timeline(made.store, id_)
    assert (came["kind"], came["about"], came["rows_changed"]) == ("location_link", "School", 2)
    assert came["differences"] == [
        Difference(
            "Gekoppelde locaties", "leeg",
            "erbij: Locatie 00AA01 (00AA01) en Locatie 00AA02 (00AA02)",
        )
    ]  # fmt: skip
    assert gone["differences"] == [
        Difference("Gekoppelde locaties", "eraf: Locatie 00AA01 (00AA01)", "leeg")
    ]
