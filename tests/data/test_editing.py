"""A partnership is added, changed, taken to the bin and back; bad input changes nothing."""

from datetime import date, timedelta
from threading import Barrier, Thread
from typing import Any

import pytest

from core.filters import today
from core.partner import TypedPartner
from core.partnership_edit import LABELS, NewPartner
from data.choices import batches
from data.demo.generate import add_example
from data.editing import (
    change_partnership,
    make_partnership,
    remove_partnerships,
    removed_partnerships,
    restore_partnerships,
)
from data.editing_checks import FormRefused
from data.errors import ChangedMeanwhile, InputRefused
from data.form_choices import library_partners
from data.merging import merge
from data.partner_register import partners_stored
from data.record import stored_partnerships
from data.store import Row, Store
from data.undo import undo_batch
from tests.portfolio import ALKMAAR, VEENDAM, ZAANSTAD, Portfolio, goals, steps

LONG_AGO = date(2024, 9, 1)


@pytest.fixture
def made(store: Store) -> Portfolio:
    found = Portfolio(store)
    found.library("Bibliotheek Aa", ZAANSTAD, ALKMAAR)
    found.partner("School", "basisschool", ZAANSTAD)
    return found


def stated(**values: Any) -> dict[str, Any]:
    """What a form states, as little as it may."""
    least = {"name": "Lezen", "library": 1, "partners": [1], "themes": ["PO"], "status": "actief"}
    return {**dict.fromkeys(LABELS), **least, **values}


def one(store: Store, id_: int) -> Row:
    [row] = stored_partnerships(store, [id_])
    return row


def refused(work: Any) -> dict[str, str]:
    with pytest.raises(FormRefused) as error:
        work()
    return {fault.field: fault.reason for fault in error.value.faults}


def test_a_partnership_is_added_as_it_is_typed(store: Store, made: Portfolio) -> None:
    id_, batch = make_partnership(
        store,
        stated(
            name="  Lezen   in de wijk ", programmes=["BoekStart"], gemeenten=[ZAANSTAD],
            locations=["01AA00"], form="netwerk", hours="1.250,5", budget=300,
            start_date="1 september 2024", agreement_date=date(2024, 8, 1), owner=" Anna ",
            note="regel 1\nregel 2",
        ),
        "Anna",
    )  # fmt: skip
    row = one(store, id_)
    assert row["name"] == "Lezen in de wijk"
    assert (row["hours"], row["budget"], row["owner"]) == (1250.5, 300.0, "Anna")
    assert (row["start_date"], row["agreement"]) == (LONG_AGO, True)
    assert row["history"] == steps(("actief", LONG_AGO))
    assert (row["partners"], row["locations"]) == ([1], ["01AA00"])
    undo_batch(store, batch, "Anna")
    assert stored_partnerships(store, [id_]) == []


def test_a_new_partner_is_made_once(store: Store, made: Portfolio) -> None:
    new = NewPartner(" Huis  van het Boek ", "kinderopvang", ZAANSTAD)
    known = NewPartner("SCHOOL", None, ZAANSTAD)
    id_, batch = make_partnership(store, stated(partners=[new, new, known]), "Anna")
    partners = one(store, id_)["partners"]
    assert partners == [2, 1]
    assert [row["name"] for row in partners_stored(store, partners)] == [
        "School", "Huis van het Boek",
    ]  # fmt: skip
    undo_batch(store, batch, "Anna")
    assert [row["id"] for row in partners_stored(store, [1, 2])] == [1]


def test_what_is_wrong_is_said_per_field_and_nothing_is_written(
    store: Store, made: Portfolio
) -> None:
    empty = refused(lambda: make_partnership(store, dict.fromkeys(LABELS), "Anna"))
    assert list(empty) == ["name", "library", "partners", "themes", "status"]
    assert empty["name"] == "Vul dit in."
    assert empty["partners"].startswith("Kies ten minste één partner")
    wrong = refused(
        lambda: make_partnership(
            store,
            stated(
                library=9, partners=[7], themes=["Leesplezier"], gemeenten=["GM9999"],
                hours="veel", start_date="31-2-2026", status="bezig", ended_reason="x" * 501,
            ),
            "Anna",
        )
    )  # fmt: skip
    assert list(wrong) == [
        "library", "partners", "themes", "gemeenten", "status", "ended_reason", "start_date",
        "hours",
    ]  # fmt: skip
    assert "bestaat niet" in wrong["start_date"]
    dates = stated(start_date=LONG_AGO, end_date=LONG_AGO - timedelta(days=1))
    assert "vóór de start" in refused(lambda: make_partnership(store, dates, "Anna"))["end_date"]
    assert made.ask("select count(*) from partnership") == [(0,)]
    assert made.ask("select count(*) from batch") == [(0,)]


def test_a_name_is_given_once_per_library(store: Store, made: Portfolio) -> None:
    other = made.library("Bibliotheek Be", ZAANSTAD)
    id_, _ = make_partnership(store, stated(), "Anna")
    assert "al een samenwerking" in refused(
        lambda: make_partnership(store, stated(name="LEZEN!"), "Anna")
    )["name"]  # fmt: skip
    make_partnership(store, stated(library=other), "Anna")
    second, _ = make_partnership(store, stated(name="Samen"), "Anna")
    assert list(refused(lambda: change_partnership(store, second, 1, stated(), "Anna"))) == ["name"]
    assert change_partnership(store, id_, 1, stated(name="LEZEN!"), "Anna")


def test_a_change_keeps_what_the_form_does_not_hold(store: Store, made: Portfolio) -> None:
    id_ = made.partnership("Lezen", partners=[1], contributions=goals(SD1=3))
    batch = change_partnership(store, id_, 1, stated(owner="Bert"), "Anna")
    row = one(store, id_)
    assert (row["owner"], row["version"]) == ("Bert", 2)
    assert row["contributions"] == goals(SD1=3)
    assert change_partnership(store, id_, 2, stated(owner="Bert"), "Anna") is None
    assert batch is not None
    undo_batch(store, batch, "Anna")
    assert one(store, id_)["owner"] is None


@pytest.mark.parametrize(
    ("goal", "value", "realised", "reason", "said"),
    [
        ("SD1", 4, None, "", "bestaat niet"),
        ("SD1", None, 2, "", "ontbreekt"),
        ("SD1", 2, None, "x" * 501, "te lang"),
        ("XX", 2, None, "", "niet bekend"),
    ],
)  # fmt: skip
def test_a_contribution_that_cannot_be_is_said(
    store: Store, made: Portfolio, goal: str, value: int, realised: int, reason: str, said: str
) -> None:
    wrong = [{"goal": goal, "value": value, "realised": realised, "reason": reason}]
    found = refused(lambda: make_partnership(store, stated(contributions=wrong), "Anna"))
    assert said in found["contributions"]


def test_contributions_are_stored_by_goal(store: Store, made: Portfolio) -> None:
    judged = [*goals(SD3=0, SD1=2), {"goal": "SD2", "value": None, "realised": None, "reason": ""}]
    judged[0]["reason"] = "  geen\n tijd "
    id_, _ = make_partnership(store, stated(contributions=judged), "Anna")
    found = [(one["goal"], one["value"], one["reason"]) for one in one(store, id_)["contributions"]]
    assert found == [("SD1", 2, None), ("SD3", 0, "geen tijd")]


def test_a_change_on_an_older_version_is_refused(store: Store, made: Portfolio) -> None:
    id_ = made.partnership("Lezen", partners=[1])
    change_partnership(store, id_, 1, stated(owner="Bert"), "Bert")
    with pytest.raises(ChangedMeanwhile):
        change_partnership(store, id_, 1, stated(owner="Anna"), "Anna")
    with pytest.raises(ChangedMeanwhile):
        remove_partnerships(store, {id_: 1}, "Anna")
    assert one(store, id_)["owner"] == "Bert"


def test_the_status_changes_on_the_day_that_is_said(store: Store, made: Portfolio) -> None:
    id_ = made.partnership("Lezen", partners=[1], history=steps(("actief", LONG_AGO)))
    change_partnership(store, id_, 1, stated(status="slapend"), "Anna", date(2025, 1, 1))
    assert one(store, id_)["history"] == steps(("actief", LONG_AGO), ("slapend", date(2025, 1, 1)))
    early = refused(lambda: change_partnership(store, id_, 2, stated(), "Anna", date(2024, 12, 31)))
    assert "vanaf 1 januari 2025" in early["since"]
    change_partnership(store, id_, 2, stated(), "Anna", date(2025, 1, 1))
    assert one(store, id_)["history"] == steps(("actief", LONG_AGO))
    change_partnership(store, id_, 3, stated(status="evaluatie"), "Anna")
    assert one(store, id_)["history"][-1] == {"status": "evaluatie", "since": today()}


def test_ending_asks_a_day_and_keeps_a_reason(store: Store, made: Portfolio) -> None:
    id_ = made.partnership("Lezen", partners=[1], history=steps(("actief", LONG_AGO)))
    over = stated(status="beeindigd", ended_reason="  de school  stopt ")
    change_partnership(store, id_, 1, over, "Anna", date(2026, 7, 1))
    row = one(store, id_)
    assert (row["end_date"], row["ended_reason"]) == (date(2026, 7, 1), "de school stopt")
    change_partnership(store, id_, 2, {**over, "status": "actief", "end_date": None}, "Anna")
    assert one(store, id_)["ended_reason"] is None


def test_a_gemeente_outside_the_werkgebied_is_added_to_it(store: Store, made: Portfolio) -> None:
    _, batch = make_partnership(store, stated(gemeenten=[VEENDAM]), "Anna")
    served = "select gemeenten from library where id = 1"
    assert VEENDAM in made.ask(served)[0][0]
    undo_batch(store, batch, "Anna")
    assert VEENDAM not in made.ask(served)[0][0]


def test_a_first_library_is_made_and_the_example_makes_way(store: Store) -> None:
    add_example(store, partnerships=20)
    first = stated(
        library=" Bibliotheek Nieuw ", partners=[NewPartner("School")], gemeenten=[VEENDAM]
    )
    id_, _ = make_partnership(store, first, "Anna")
    [library] = store.rows("libraries")
    assert (library["name"], library["gemeenten"]) == ("Bibliotheek Nieuw", [VEENDAM])
    assert one(store, id_)["library"] == library["id"]
    second, _ = make_partnership(
        store, stated(name="Samen", library="bibliotheek nieuw", partners=[NewPartner("School")]),
        "Anna",
    )  # fmt: skip
    assert one(store, second)["library"] == library["id"]


def test_removed_partnerships_come_back_out_of_the_bin(store: Store, made: Portfolio) -> None:
    first, second = (made.partnership(name, partners=[1]) for name in ("Lezen", "Samen"))
    batch = remove_partnerships(store, {first: 1, second: 1}, "Anna")
    assert stored_partnerships(store, [first, second]) == []
    bin_ = removed_partnerships(store)
    assert [(row["name"], row["changed_by"], row["library_name"]) for row in bin_] == [
        ("Samen", "Anna", "Bibliotheek Aa"), ("Lezen", "Anna", "Bibliotheek Aa"),
    ]  # fmt: skip
    restore_partnerships(store, [first], "Bert")
    assert [row["name"] for row in stored_partnerships(store, [first, second])] == ["Lezen"]
    with pytest.raises(InputRefused, match="niet meer in de prullenbak"):
        restore_partnerships(store, [first], "Bert")
    with pytest.raises(ChangedMeanwhile):
        undo_batch(store, batch, "Anna")
    make_partnership(store, stated(name="samen"), "Anna")
    with pytest.raises(InputRefused, match="aan een andere samenwerking gegeven"):
        restore_partnerships(store, [second], "Anna")


def test_two_of_one_name_do_not_both_come_out_of_the_bin(store: Store, made: Portfolio) -> None:
    first = made.partnership("Lezen", partners=[1])
    remove_partnerships(store, {first: 1}, "Anna")
    second, _ = make_partnership(store, stated(name="LEZEN"), "Anna")
    remove_partnerships(store, {second: 1}, "Anna")
    with pytest.raises(InputRefused, match="aan een andere samenwerking gegeven"):
        restore_partnerships(store, [first, second], "Anna")
    assert len(removed_partnerships(store)) == 2


def test_what_was_made_and_undone_comes_out_of_the_bin_with_its_new_partner(
    store: Store, made: Portfolio
) -> None:
    new = NewPartner("Huis van het Boek", "kinderopvang", ZAANSTAD)
    id_, batch = make_partnership(store, stated(partners=[new]), "Anna")
    undo_batch(store, batch, "Anna")
    back = restore_partnerships(store, [id_], "Anna")
    [partner] = partners_stored(store, one(store, id_)["partners"])
    assert (partner["name"], partner["type"]) == ("Huis van het Boek", "kinderopvang")
    undo_batch(store, back, "Anna")
    assert partners_stored(store, [partner["id"]]) == []


def test_undo_gives_no_name_a_second_time(store: Store, made: Portfolio) -> None:
    id_ = made.partnership("Lezen", partners=[1])
    renamed = change_partnership(store, id_, 1, stated(name="Samen"), "Anna")
    assert renamed is not None
    other, _ = make_partnership(store, stated(), "Bert")
    with pytest.raises(InputRefused, match="aan een andere samenwerking gegeven"):
        undo_batch(store, renamed, "Anna")
    removed = remove_partnerships(store, {other: 1}, "Bert")
    undo_batch(store, renamed, "Anna")
    with pytest.raises(InputRefused, match="aan een andere samenwerking gegeven"):
        undo_batch(store, removed, "Bert")


def test_undo_brings_no_partner_back_that_was_merged(store: Store, made: Portfolio) -> None:
    other = made.partner("De School", "basisschool", ZAANSTAD)
    id_ = made.partnership("Lezen", partners=[1, other])
    batch = change_partnership(store, id_, 1, stated(), "Anna")
    assert batch is not None
    whole = TypedPartner(name="School", type="basisschool", gemeente=ZAANSTAD)
    merged = merge(store, 1, {1: 1, other: 1}, whole, "Bert")
    with pytest.raises(InputRefused, match="er niet meer"):
        undo_batch(store, batch, "Anna")
    undo_batch(store, merged, "Bert")
    undo_batch(store, batch, "Anna")
    assert one(store, id_)["partners"] == [1, other]


def test_an_end_never_comes_before_the_start(store: Store, made: Portfolio) -> None:
    later = today() + timedelta(days=30)
    over = stated(status="beeindigd", start_date=later)
    assert list(refused(lambda: make_partnership(store, over, "Anna"))) == ["end_date"]
    id_, _ = make_partnership(store, stated(start_date=LONG_AGO), "Anna")
    over = stated(status="beeindigd", start_date=LONG_AGO)
    before = LONG_AGO - timedelta(days=1)
    wrong = refused(lambda: change_partnership(store, id_, 1, over, "Anna", before))
    assert list(wrong) == ["end_date"]


def test_who_ends_earlier_than_planned_moves_the_end(store: Store, made: Portfolio) -> None:
    planned, over = date(2030, 1, 1), date(2026, 7, 1)
    id_, _ = make_partnership(store, stated(end_date=planned), "Anna")
    ends = stated(status="beeindigd", end_date=planned)
    change_partnership(store, id_, 1, ends, "Anna", over)
    assert one(store, id_)["end_date"] == over
    change_partnership(store, id_, 2, stated(end_date=planned), "Anna")
    typed = date(2029, 1, 1)
    change_partnership(store, id_, 3, {**ends, "end_date": typed}, "Anna")
    row = one(store, id_)
    assert (row["end_date"], row["history"][-1]) == (typed, {"status": "beeindigd", "since": typed})


def test_only_an_end_keeps_a_reason(store: Store, made: Portfolio) -> None:
    id_ = made.partnership("Lezen", partners=[1])
    assert change_partnership(store, id_, 1, stated(ended_reason="klaar"), "Anna") is None
    change_partnership(store, id_, 1, stated(ended_reason="klaar", owner="Bert"), "Anna")
    assert one(store, id_)["ended_reason"] is None


def test_what_is_planned_gives_way_to_what_is_stated_now(store: Store, made: Portfolio) -> None:
    later = today() + timedelta(days=30)
    id_, _ = make_partnership(store, stated(start_date=later), "Anna")
    stops = stated(status="verkenning", start_date=later)
    change_partnership(store, id_, 1, stops, "Anna", today())
    assert one(store, id_)["history"] == steps(("verkenning", today()))


def test_a_start_that_was_typed_too_late_is_corrected(store: Store, made: Portfolio) -> None:
    later = today() + timedelta(days=30)
    id_, _ = make_partnership(store, stated(start_date=later), "Anna")
    change_partnership(store, id_, 1, stated(start_date=LONG_AGO), "Anna")
    assert one(store, id_)["history"] == steps(("actief", LONG_AGO))


def test_several_partners_typed_as_one_are_several(store: Store, made: Portfolio) -> None:
    typed = NewPartner("Zorg; Welzijn", None, ALKMAAR)
    id_, _ = make_partnership(store, stated(partners=[typed], themes=["PO", "PO"]), "Anna")
    row = one(store, id_)
    assert [one["name"] for one in partners_stored(store, row["partners"])] == ["Zorg", "Welzijn"]
    assert row["themes"] == ["PO"]


def test_a_partner_of_the_example_does_not_stay_when_the_example_goes(store: Store) -> None:
    add_example(store, partnerships=20)
    example = library_partners(store, 1)[0]
    first = stated(library="Bibliotheek Nieuw", partners=[example["id"]])
    assert "voorbeeld" in refused(lambda: make_partnership(store, first, "Anna"))["partners"]
    assert len(store.rows("libraries")) > 1


def test_of_two_who_change_at_once_one_is_refused(store: Store, made: Portfolio) -> None:
    id_ = made.partnership("Lezen", partners=[1])
    ready, outcomes = Barrier(2), []

    def write(who: str) -> None:
        ready.wait()
        try:
            change_partnership(store, id_, 1, stated(owner=who), who)
            outcomes.append(who)
        except ChangedMeanwhile:
            outcomes.append("geweigerd")

    threads = [Thread(target=write, args=(who,)) for who in ("Anna", "Bert")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes).count("geweigerd") == 1
    assert one(store, id_)["owner"] in outcomes


def test_what_was_done_before_the_reason_of_an_end_can_still_be_undone(
    store: Store, made: Portfolio
) -> None:
    id_ = made.partnership("Lezen", partners=[1])
    batch = change_partnership(store, id_, 1, stated(owner="Bert"), "Anna")
    assert batch is not None
    made.ask("update change set after = json(replace(after, ',\"ended_reason\":null', ''))")
    assert made.ask("select count(*) from change where after like '%ended_reason%'") == [(0,)]
    undo_batch(store, batch, "Anna")
    assert one(store, id_)["owner"] is None


def test_what_is_only_explored_is_so_from_today(store: Store, made: Portfolio) -> None:
    later = today() + timedelta(days=30)
    id_, _ = make_partnership(store, stated(status="verkenning", start_date=later), "Anna")
    assert one(store, id_)["history"] == steps(("verkenning", today()))


def test_a_namesake_in_another_gemeente_is_another_partner(store: Store, made: Portfolio) -> None:
    elsewhere = NewPartner("School", "basisschool", ALKMAAR)
    id_, _ = make_partnership(store, stated(partners=[elsewhere]), "Anna")
    [partner] = partners_stored(store, one(store, id_)["partners"])
    assert (partner["id"] != 1, partner["gemeente"]) == (True, ALKMAAR)


def test_a_library_without_a_werkgebied_gets_none_from_one_gemeente(
    store: Store, made: Portfolio
) -> None:
    made.ask("update library set gemeenten = []")
    make_partnership(store, stated(gemeenten=[VEENDAM]), "Anna")
    assert made.ask("select gemeenten from library") == [([],)]


def test_the_change_log_names_one_and_counts_more(store: Store, made: Portfolio) -> None:
    ids = [made.partnership(name, partners=[1]) for name in ("Lezen", "Samen", "Taal")]
    remove_partnerships(store, {ids[0]: 1}, "Anna")
    remove_partnerships(store, {ids[1]: 1, ids[2]: 1}, "Anna")
    restore_partnerships(store, ids, "Anna")
    assert [row["action"] for row in batches(store, 3)] == [
        "3 samenwerkingen uit de prullenbak",
        "2 samenwerkingen naar de prullenbak",
        "samenwerking Lezen naar de prullenbak",
    ]


def test_an_agreement_keeps_its_day(store: Store, made: Portfolio) -> None:
    signed = stated(agreement=True, agreement_date=LONG_AGO)
    id_, _ = make_partnership(store, signed, "Anna")
    row = one(store, id_)
    assert (row["agreement"], row["agreement_date"]) == (True, LONG_AGO)


def test_a_goal_that_is_known_no_more_stays(store: Store, made: Portfolio) -> None:
    id_ = made.partnership("Lezen", partners=[1], contributions=goals(ZZ9=1))
    change_partnership(store, id_, 1, stated(contributions=goals(SD1=2, ZZ9=1)), "Anna")
    assert one(store, id_)["contributions"] == goals(SD1=2, ZZ9=1)
