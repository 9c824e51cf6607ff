"""Who sees one library sees nothing of another, and changes nothing of it, whatever is asked."""

import re
from collections.abc import Callable, Iterator
from contextlib import nullcontext, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from pydantic import ValidationError

from core.access import Account, Rights, Role
from core.agreement import Agreement
from core.bulk_change import BulkChange
from core.consideration_table import ConsiderationTable
from core.contact_person import ContactPerson
from core.criteria import CriteriaSet, Criterion
from core.filters import Filters
from core.forces import Assessment
from core.material import StoredFile
from core.partner import TypedPartner
from core.scenario import Effort as Other
from core.scenario import Scenario
from core.wish import Wish
from data import (
    accounts,
    agreements,
    bulk,
    considerations,
    contact_persons,
    criteria_sets,
    decisions,
    documents,
    editing,
    forces,
    libraries,
    limited,
    material_files,
    materials,
    merging,
    partner_register,
    reviews,
    scenarios,
    scoring,
    sessions,
    shared_links,
    step_plans,
)
from data.choices import batches
from data.errors import InputRefused, StoreError
from data.ingest import linking
from data.ingest.register_writing import load_register
from data.ingest.registers import read_register
from data.limited import LimitedStore
from data.partnership_list import partnership_list
from data.record_timeline import timeline
from data.store import Store
from data.undo import undo_batch
from data.what_if import picture
from tests.limits import Both, seen_by, two_libraries
from tests.marked import MARK
from tests.portfolio import ZAANSTAD, Portfolio
from tests.weighing import scored

# For everybody: facts that come with the product, registers, and what follows from these.
PUBLIC = {
    "criterion", "dimension_value", "fact_version", "form", "form_alias", "gemeente",
    "gemeente_alias", "gemeente_merged", "gemeente_population", "goal", "level", "location",
    "migration", "partner_type", "partner_type_alias", "programme", "published_coverage", "region",
    "region_gemeente", "register_load", "source", "status", "status_alias", "theme",
    "theme_alias", "theme_group", "theme_population",
}  # fmt: skip
WHO = "test"
CRITERIA = (
    Criterion(
        code="P1", label="Past", group="passendheid", question="Past het?",
        anchor_1="niet", anchor_3="soms", anchor_5="wel",
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def made() -> Iterator[tuple[Store, Both]]:
    with Store.open(None) as store:
        yield store, two_libraries(store)


def tables(store: Store) -> list[str]:
    found = store._connection.execute(
        "select table_name from duckdb_tables() where schema_name = 'main' order by 1"
    )
    return [name for (name,) in found.fetchall()]


def everything_in(store: Store) -> dict[str, list[Any]]:
    """All rows of all tables."""
    with store._looking() as cursor:
        return {
            name: sorted(cursor.execute(f"from {name}").fetchall(), key=repr)
            for name in tables(store)
        }


def test_every_table_is_limited_or_for_everybody(made: tuple[Store, Both]) -> None:
    store, both = made
    seen_by(store, both.ours)
    views = {
        name
        for (name,) in store._connection.execute(
            "select view_name from duckdb_views() where schema_name = 'seen'"
        ).fetchall()
    }
    assert set(tables(store)) == PUBLIC | (set(tables(store)) & views)
    assert PUBLIC & views == set()


def test_no_question_names_the_schema_with_everything() -> None:
    """So whoever asks in the schema `seen` gets what is in that."""
    folder = Path(__file__).parents[2] / "data"
    asked = [*(folder / "queries").glob("*.sql"), *(folder / "views").glob("*.sql")]
    asked += [*(folder / "pseudonyms").glob("*.sql")]
    assert len(asked) > 100
    assert [one.name for one in asked if re.search(r"\b(main|seen)\.", one.read_text())] == []


def test_no_table_shows_a_row_of_another_library(made: tuple[Store, Both]) -> None:
    store, both = made
    found = everything_in(seen_by(store, both.ours))
    assert [name for name, rows in found.items() if re.search(MARK, repr(rows), re.I)] == []
    assert len(found["partnership"]) == 1
    assert {row[1] for row in found["partner"]} == {"Basisschool Zonnewijzer", "Gemeente Zaanstad"}
    assert len(found["partnership_period"]) == 1


def test_who_has_both_sees_both(made: tuple[Store, Both]) -> None:
    store, both = made
    whole, seen = everything_in(store), everything_in(seen_by(store, both.ours, both.theirs))
    assert {name for name in whole if whole[name] != seen[name]} <= {"batch", "change"}
    assert seen["document"]


def test_who_has_none_sees_none(made: tuple[Store, Both]) -> None:
    store, _ = made
    found = everything_in(seen_by(store))
    for name in set(found) - PUBLIC:
        assert found[name] == [], name


def test_without_the_variable_nothing_is_seen(made: tuple[Store, Both]) -> None:
    store, both = made
    seen_by(store, both.ours)
    with store._connection.cursor() as cursor:
        cursor.execute("set search_path = 'seen,main'")
        assert cursor.execute("from partnership").fetchall() == []
        assert cursor.execute("from document").fetchall() == []


def _assessed(partner: int) -> Assessment:
    return Assessment(
        partner=partner, day=date(2026, 1, 1), influence=1, interest=1, stance=0, brings=1, asks=1,
        by="ik",
    )  # fmt: skip


def test_what_is_written_about_a_partner_is_for_who_sees_the_partner() -> None:
    with Store.open(None) as store:
        both = two_libraries(store)
        partners = [both.marked.partner, both.partner]
        for one in partners:
            forces.assess(store, _assessed(one), WHO)
            contact_persons.add_contact_person(
                store, "School", ContactPerson(partner=one, name="Dirk"), WHO
            )
            partner_register.change_partner(store, one, 1, TypedPartner(name=f"Nu {one}"), WHO)
            wish = Wish(
                partnership=both.partnership, partner=one, subject="other", other="Rust", weight=4
            )
            documents.make(store, step_plans.WISH, "Rust", wish, WHO)
        merging.keep_apart(store, [partners], WHO)
        ours = seen_by(store, both.ours)
        kinds = (forces.KIND, contact_persons.KIND, partner_register.ALIAS, step_plans.WISH)
        for kind in kinds:
            found = [row["content"].partner for row in documents.documents(ours, kind)]
            assert found == [both.partner], kind.code
        assert documents.documents(ours, merging.DISTINCT) == []
        assert merging.distinct_partners(seen_by(store, both.ours, both.theirs))


def test_a_partner_with_whom_nobody_works_is_seen_by_all() -> None:
    with Store.open(None) as store:
        both = two_libraries(store)
        alone = Portfolio(store).partner("Nog met niemand")
        assert partner_register.partner_record(seen_by(store, both.ours), alone)


def test_what_is_of_two_libraries_is_for_who_sees_both() -> None:
    with Store.open(None) as store:
        both = two_libraries(store)
        ours, all_of_it = seen_by(store, both.ours), seen_by(store, both.ours, both.theirs)
        of_both = (both.partnership, both.marked.partnership)
        made = scenarios.make_scenario(store, "Zonder", WHO, Scenario(stopped=of_both))[0]
        assert scenarios.scenarios(ours) == []
        assert made in [row["id"] for row in scenarios.scenarios(all_of_it)]
        with pytest.raises(InputRefused, match="niet van uw"):
            documents.remove(ours, scenarios.KIND, made, 1, WHO)
        editing.remove_partnerships(store, dict.fromkeys(of_both, 1), WHO)
        assert batches(ours)[0]["action"] == "wijziging bij meer bibliotheken"
        assert "prullenbak" in batches(all_of_it)[0]["action"]


def test_of_a_change_in_two_libraries_ones_own_part_is_told() -> None:
    with Store.open(None) as store:
        both = two_libraries(store)
        with store.change(WHO, "afspraken") as change:
            for id_ in (both.partnership, both.marked.partnership):
                agreement = Agreement(partnership=id_, what="Bellen")
                documents.insert(change, agreements.KIND, "Bellen", agreement)
        ours = seen_by(store, both.ours)
        assert [one["kind"] for one in timeline(ours, both.partnership)][:1] == ["agreement"]
        assert timeline(ours, both.marked.partnership) == []


def test_what_was_asked_for_one_library_is_no_answer_for_another(made: tuple[Store, Both]) -> None:
    store, both = made
    for library in (both.ours, both.theirs):
        [found] = seen_by(store, library).remembered("libraries")
        assert found["id"] == library


Deed = Callable[[Store, Both], Any]


def edited(store: Store, both: Both) -> Any:
    [row] = store.rows("stored_partnerships", ids=[both.marked.partnership])
    return editing.change_partnership(
        store, row["id"], row["version"], {**row, "form": None, "owner": "Ik"}, WHO
    )


def _ours(store: Store, both: Both) -> dict[str, Any]:
    [row] = store.rows("stored_partnerships", ids=[both.partnership])
    return {**row, "form": None}


def moved(store: Store, partnership: int, library: int) -> Any:
    [row] = store.rows("stored_partnerships", ids=[partnership])
    return editing.change_partnership(
        store, partnership, row["version"], {**row, "form": None, "library": library}, WHO
    )


def _agreement(both: Both) -> Agreement:
    return Agreement(partnership=both.marked.partnership, what="Bellen", owner="", note="")


def _table(library: int, partnership: int | None = None) -> ConsiderationTable:
    made = ConsiderationTable(library=library, criteria=CRITERIA, criteria_name="Set")
    return made.adding("Nieuw", partnership)


DEEDS: dict[str, Deed] = {
    "edit a partnership": edited,
    "take over a partnership": lambda store, both: moved(
        store, both.marked.partnership, both.ours
    ),
    "leave them a partnership": lambda store, both: moved(store, both.partnership, both.theirs),
    "take a partnership to the bin": lambda store, both: editing.remove_partnerships(
        store, {both.marked.partnership: 1}, WHO
    ),
    "change many": lambda store, both: bulk.bulk_change(
        store, {both.marked.partnership: 1}, BulkChange(what="owner", value="Ik"), WHO
    ),
    "write an agreement": lambda store, both: agreements.make_agreement(
        store, _agreement(both), WHO
    ),
    "rename the library": lambda store, both: libraries.change_library(
        store, both.theirs, 1, "Van ons", [], WHO
    ),
    "change a partner": lambda store, both: partner_register.change_partner(
        store, both.marked.partner, 1, TypedPartner(name="Anders"), WHO
    ),
    "change a partner of both": lambda store, both: partner_register.change_partner(
        store, both.shared, 1, TypedPartner(name="Anders"), WHO
    ),
    "merge a partner of both": lambda store, both: merging.merge(
        store, both.partner, {both.partner: 1, both.shared: 1}, TypedPartner(name="Samen"), WHO
    ),
    "unlink a partner": lambda store, both: linking.remove_links(
        store, [(both.marked.partner, "po", "09KW00", 0.0)], WHO
    ),
    "assess a partner": lambda store, both: forces.assess(
        store, _assessed(both.marked.partner), WHO
    ),
    "weigh for them": lambda store, both: considerations.make_consideration(
        store, "Door?", _table(both.theirs), WHO
    ),
    "weigh theirs": lambda store, both: considerations.make_consideration(
        store, "Door?", _table(both.ours, both.marked.partnership), WHO
    ),
    "take a consideration away": lambda store, both: considerations.remove_consideration(
        store, both.marked.consideration, 1, WHO
    ),
    "score in theirs": lambda store, both: scoring.enter(
        store, scoring.Place(both.marked.consideration, None, None, None), [scored("AP1", "4")],
        WHO,
    ),
    "reveal theirs": lambda store, both: sessions.reveal(store, both.session, 1),
    "join theirs": lambda store, both: sessions.join(store, both.session, "Ik"),
    "leave theirs": lambda store, both: sessions.leave(store, 1),
    "stop theirs in a scenario": lambda store, both: scenarios.make_scenario(
        store, "Stoppen", WHO, Scenario(stopped=(both.marked.partnership,))
    ),
    "other hours in a scenario": lambda store, both: scenarios.make_scenario(
        store, "Minder", WHO, Scenario(efforts=(Other(partnership=both.marked.partnership),))
    ),
    "criteria for them": lambda store, both: criteria_sets.make_criteria_set(
        store, "Set", CriteriaSet(library=both.theirs, criteria=CRITERIA), WHO
    ),
    "undo what they did": lambda store, both: undo_batch(store, 1, WHO),
    "give oneself access": lambda store, both: accounts.make_account(
        store, "ik@hier.nl", Account(role=Role.ADMINISTRATOR, libraries=None), WHO
    ),
    "make a link without names": lambda store, both: shared_links.share(store, True, WHO),
    "a contact person of theirs": lambda store, both: contact_persons.add_contact_person(
        store, "School", ContactPerson(partner=both.marked.partner, name="Dirk"), WHO
    ),
    "work with their partner": lambda store, both: editing.change_partnership(
        store, both.partnership, 1, {**_ours(store, both), "partners": [both.marked.partner]}, WHO
    ),
    "remove their material": lambda store, both: materials.remove_material(
        store, both.marked.material, 1, WHO
    ),
}  # fmt: skip


class Blindfolded(LimitedStore):
    """Its questions are answered for everything: what is left is what its writes are held to."""

    def _looking(self) -> duckdb.DuckDBPyConnection:
        return self._connection.cursor()


@pytest.mark.parametrize("deed", list(DEEDS))
def test_nothing_of_another_library_is_changed(deed: str) -> None:
    with Store.open(None) as store:
        both = two_libraries(store)
        before = everything_in(store)
        with suppress(StoreError, ValueError, IndexError):
            DEEDS[deed](seen_by(store, both.ours), both)
        assert everything_in(store) == before


# Of what they write it is seen that it is of others, also by who could ask for everything.
@pytest.mark.parametrize("deed", list(DEEDS))
def test_what_is_written_is_held_to_the_limits_by_itself(
    deed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limited.LimitedChange, "_looking", lambda _: nullcontext())
    with Store.open(None) as store:
        both = two_libraries(store)
        before = everything_in(store)
        rights = Rights("ik@hier.nl", Role.ADVISOR, frozenset({both.ours}))
        if deed == "make a link without names":  # an advisor may
            rights = replace(rights, role=Role.EDITOR)
        with pytest.raises(InputRefused, match=r"niet van uw|ook van andere"):
            DEEDS[deed](Blindfolded(store, rights), both)
        assert everything_in(store) == before


def test_who_only_looks_changes_nothing(made: tuple[Store, Both]) -> None:
    store, both = made
    seen = seen_by(store, both.ours, role=Role.VIEWER)
    assert seen.is_read_only
    with pytest.raises(InputRefused, match="alleen kijken"):
        editing.remove_partnerships(seen, {both.partnership: 1}, WHO)


def test_who_has_none_changes_none() -> None:
    with Store.open(None) as store:
        both = two_libraries(store)
        with pytest.raises(InputRefused, match="niet van uw"):
            libraries.change_library(seen_by(store), both.theirs, 1, "Van niemand", [], WHO)


def test_who_only_looks_may_imagine(made: tuple[Store, Both]) -> None:
    store, both = made
    viewer = seen_by(store, both.ours, role=Role.VIEWER)
    filters = Filters(measure_date=date(2026, 11, 22))
    assert picture(viewer, filters).partnerships == 1
    assert picture(viewer, filters, Scenario(stopped=(both.partnership,))).partnerships == 0


def test_ones_own_library_and_partner_are_changed_and_a_shared_one_is_linked() -> None:
    with Store.open(None) as store:
        both = two_libraries(store)
        ours = seen_by(store, both.ours)
        libraries.change_library(ours, both.ours, 1, "Waterland", [ZAANSTAD], WHO)
        partner_register.change_partner(ours, both.partner, 1, TypedPartner(name="De Wijzer"), WHO)
        linking.accept_links(ours, [(both.shared, "po", "11KW00", 90.0)], WHO)
        [shared] = partner_register.partner_record(ours, both.shared)
        assert len(shared["locations"]) == 1


def test_of_a_partner_of_both_what_was_empty_is_filled_in() -> None:
    with Store.open(None) as store:
        both = two_libraries(store)
        Portfolio(store).ask("update partner set type = null where id = ?", both.shared)
        filled = TypedPartner(name="Gemeente Zaanstad", type="gemeente", gemeente=ZAANSTAD)
        ours = seen_by(store, both.ours)
        partner_register.change_partner(ours, both.shared, 1, filled, WHO)
        [shared] = partner_register.partner_record(ours, both.shared)
        assert shared["type"] == "gemeente"


def test_a_register_is_loaded_by_who_manages() -> None:
    with Store.open(None) as store:
        for role in (Role.EDITOR, Role.ADVISOR, Role.ADMINISTRATOR):
            everywhere = LimitedStore(store, Rights("staf@hier.nl", role, None))
            file = b"BRIN,vestigingsnaam,gemeente\n00AA00,De Ster,Zaanstad"
            read = read_register(everywhere, "po", file, "po.csv")
            refused = pytest.raises(InputRefused, match="ook van andere")
            with nullcontext() if role is Role.ADMINISTRATOR else refused:
                load_register(everywhere, read, WHO, replace=True)


def test_a_library_that_others_made_does_not_go_by_undoing_that() -> None:
    with Store.open(None) as store:
        both = two_libraries(store)
        [row] = store.rows("stored_partnerships", ids=[both.partnership])
        new = {**row, "form": None, "name": "Eerste", "library": "Bibliotheek Erbij"}
        id_, batch = editing.make_partnership(store, new, WHO)
        [made] = store.rows("stored_partnerships", ids=[id_])
        with pytest.raises(InputRefused, match="niet van uw"):
            undo_batch(seen_by(store, both.ours, made["library"]), batch, WHO)


def test_ones_own_is_changed_in_ones_own_name() -> None:
    with Store.open(None) as store:
        both = two_libraries(store)
        seen = seen_by(store, both.ours)
        editing.remove_partnerships(seen, {both.partnership: 1}, "app")
        [last, *_] = batches(store)
        assert last["who"] == "editor@voorbeeld.nl"
        undo_batch(seen, last["id"], "app")
        assert partnership_list(seen, Filters(measure_date=date(2026, 11, 22))).num_rows == 1


def test_a_session_is_led_by_who_may_and_scored_by_everybody() -> None:
    with Store.open(None) as store:
        both = two_libraries(store)
        editor = seen_by(store, both.ours)
        weighed = considerations.make_consideration(editor, "Door?", _table(both.ours), WHO)[0]
        with pytest.raises(InputRefused, match="geen sessie leiden"):
            sessions.open_session(editor, weighed, WHO)
        held = sessions.open_session(seen_by(store, both.ours, role=Role.ADVISOR), weighed, WHO)
        for lead in (
            lambda: sessions.reveal(editor, held["id"], 1),
            lambda: sessions.close_session(editor, held["id"], WHO),
        ):
            with pytest.raises(InputRefused, match="geen sessie leiden"):
                lead()
        viewer = seen_by(store, both.ours, role=Role.VIEWER)
        person = sessions.join(viewer, held["id"], "Bob")
        [me] = [sessions.participant(viewer, held["id"], person["secret"])]
        assert me is not None
        assert sessions.enter_as(viewer, me, [scored("AP1", "4")]) == []
        with pytest.raises(InputRefused, match="alleen kijken"):
            scoring.enter(viewer, scoring.Place(weighed), [scored("AP1", "4")], WHO)
        other = seen_by(store, both.theirs, role=Role.ADVISOR)
        assert sessions.session_by_code(other, held["code"]) is None


def test_what_who_sees_all_writes_for_all_is_seen_by_all() -> None:
    with Store.open(None) as store:
        both = two_libraries(store)
        everywhere = LimitedStore(store, Rights("staf@hier.nl", Role.ADVISOR, None))
        ours = seen_by(store, both.ours)
        criteria_sets.make_criteria_set(everywhere, "Onze set", CriteriaSet(criteria=CRITERIA), WHO)
        [found] = criteria_sets.criteria_sets(ours)
        with pytest.raises(InputRefused, match="ook van andere"):
            documents.remove(ours, criteria_sets.KIND, found["id"], found["version"], WHO)
        scenarios.make_scenario(everywhere, "Van de staf", WHO, Scenario())
        assert scenarios.scenarios(ours) == []
        assert len(scenarios.scenarios(everywhere)) == 2


def test_a_partnership_that_moves_takes_along_what_is_written_about_it() -> None:
    with Store.open(None) as store:
        both = two_libraries(store)
        theirs = seen_by(store, both.theirs)
        ours = seen_by(store, both.ours)
        about = both.marked.partnership
        assert agreements.agreements(theirs, about)
        moved(store, about, both.ours)
        assert agreements.agreements(ours, about)
        assert not agreements.agreements(theirs, about)
        # What it was with them stays with them.
        assert "partnership" not in {one["kind"] for one in timeline(ours, about)}


def test_of_a_change_of_more_libraries_nobody_undoes_his_own_part() -> None:
    with Store.open(None) as store:
        both = two_libraries(store)
        those = {row["id"]: row["version"] for row in store.rows("stored_partnerships", ids=[
            both.partnership, both.marked.partnership,
        ])}  # fmt: skip
        batch = bulk.bulk_change(store, those, BulkChange(what="owner", value="Ik"), WHO)
        assert batch is not None
        before = everything_in(store)
        with pytest.raises(InputRefused, match="ook van andere"):
            undo_batch(seen_by(store, both.ours), batch, WHO)
        assert everything_in(store) == before
        undo_batch(store, batch, WHO)


def test_of_a_partner_whom_others_wrote_about_nothing_is_taken_away() -> None:
    with Store.open(None) as store:
        both = two_libraries(store)
        ours, theirs = seen_by(store, both.ours), seen_by(store, both.theirs)
        nobodys = Portfolio(store).partner("Kinderopvang Zilver", "kinderopvang")
        contact_persons.add_contact_person(
            theirs, "School", ContactPerson(partner=nobodys, name="Dirk"), WHO
        )
        contact_persons.add_contact_person(
            ours, "School", ContactPerson(partner=nobodys, name="Ed"), WHO
        )
        before = everything_in(store)
        with pytest.raises(InputRefused, match="ook van andere"):
            merging.merge(
                ours, both.partner, {both.partner: 1, nobodys: 1}, TypedPartner(name="Samen"), WHO
            )
        assert everything_in(store) == before


def test_who_takes_a_partner_out_of_a_partnership_may_undo_that() -> None:
    with Store.open(None) as store:
        both = two_libraries(store)
        ours = seen_by(store, both.ours)
        batch = editing.change_partnership(
            ours, both.partnership, 1, {**_ours(store, both), "partners": [both.partner]}, WHO
        )
        assert batch is not None
        assert (both.shared,) not in ours._looking().execute("select id from partner").fetchall()
        undo_batch(ours, batch, WHO)
        assert (both.shared,) in ours._looking().execute("select id from partner").fetchall()


def test_what_was_taken_out_of_a_document_is_read_by_who_saw_it() -> None:
    with Store.open(None) as store:
        both = two_libraries(store)
        alone = _table(both.ours, both.partnership)
        together = alone.adding("Van hen", both.marked.partnership)
        id_, batch = considerations.make_consideration(store, "Samen?", together, WHO)
        ours = seen_by(store, both.ours)
        assert considerations.considerations(ours) == []
        considerations.change_consideration(store, id_, 1, "Samen?", alone, WHO)
        assert [row["id"] for row in considerations.considerations(ours)] == [id_]
        with ours._looking() as cursor:
            found = cursor.execute("from change where batch >= ?", [batch]).fetchall()
        assert found == []


def test_the_files_of_others_count_in_what_all_may_take(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(material_files, "MOST_TOGETHER", 100)
    with Store.open(None) as store:
        library = Portfolio(store).library()
        for count in (1, 2):
            limited_ = seen_by(store, library)
            stored = StoredFile(name="a.txt", extension="txt", size=60, sha256=str(count))
            with (
                nullcontext() if count == 1 else pytest.raises(InputRefused, match="samen mogen"),
                limited_.change(WHO, "bestand") as change,
            ):
                material_files.keep_file(change, stored, b"x" * 60)


def test_a_library_is_made_by_who_sees_all() -> None:
    with Store.open(None) as store:
        both = two_libraries(store)
        [name] = [row["name"] for row in store.rows("libraries") if row["id"] == both.theirs]
        for called in ("Bibliotheek Nieuw", name):
            with pytest.raises(InputRefused, match="geen bibliotheek toevoegen"):
                editing.make_partnership(
                    seen_by(store, both.ours), {**_ours(store, both), "library": called}, WHO
                )


def test_a_review_stays_with_its_decision_when_a_partnership_moves() -> None:
    def whose(kind: str) -> set[int]:
        [(found,)] = Portfolio(store).ask("select libraries from document where kind = ?", kind)
        return set(found)

    with Store.open(None) as store:
        both = two_libraries(store)
        theirs = seen_by(store, both.theirs)
        [decision] = decisions.decisions(theirs)
        assert len(reviews.reviews(theirs)) == 1
        about = [one.partnership for one in decision["content"].decision.options]
        for one in filter(None, about):
            moved(store, one, both.ours)
        assert whose("review") == whose("decision") == {both.ours, both.theirs}


def test_who_is_let_in() -> None:
    with Store.open(None) as store:
        both = two_libraries(store)
        made = accounts.make_account(store, "Anna@Bieb.NL ", Account(libraries=(both.ours,)), WHO)
        known = accounts.by_address(store)
        found = accounts.rights_of(known, ["chef@bieb.nl"], "ANNA@bieb.nl")
        assert found == Rights("anna@bieb.nl", Role.VIEWER, frozenset({both.ours}))
        assert accounts.rights_of(known, ["chef@bieb.nl"], "anna@bieb.com") is None
        chef = accounts.rights_of(known, ["chef@bieb.nl"], "Chef@bieb.nl")
        assert chef == Rights("chef@bieb.nl", Role.ADMINISTRATOR, None)
        with pytest.raises(InputRefused, match="heeft al toegang"):
            accounts.make_account(store, "anna@bieb.nl", Account(), WHO)
        for wrong in ("", "anna", "anna@bieb", "a b@c.nl", "x" * 300 + "@c.nl"):
            with pytest.raises(InputRefused, match="geen e-mailadres"):
                accounts.make_account(store, wrong, Account(), WHO)
        accounts.change_account(store, made[0], 1, "ANNA@bieb.nl", Account(role=Role.EDITOR), WHO)
        assert accounts.by_address(store)["anna@bieb.nl"].role is Role.EDITOR
        accounts.remove_account(store, made[0], 2, WHO)
        assert accounts.rights_of(accounts.by_address(store), [], "anna@bieb.nl") is None


def test_access_starts_with_no_library() -> None:
    found = accounts.rights_of({"eva@bieb.nl": Account()}, [], "eva@bieb.nl")
    assert found == Rights("eva@bieb.nl", Role.VIEWER, frozenset())
    with pytest.raises(ValidationError, match="ziet alle bibliotheken"):
        Account(role=Role.ADMINISTRATOR, libraries=(1,))


def test_an_administrator_in_the_settings_may_be_written_with_capitals() -> None:
    found = accounts.rights_of({}, ["Chef@Bieb.NL"], "chef@bieb.nl")
    assert found == Rights("chef@bieb.nl", Role.ADMINISTRATOR, None)
