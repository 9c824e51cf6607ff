"""What `check` finds in a store that somebody or something damaged."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.contact_person import ContactPerson
from core.saved_view import SavedView
from data.checking import broken_references, findings, log_gaps
from data.contact_persons import add_contact_person
from data.demo.generate import add_example
from data.ingest.partnerships import load_partnerships, read_partnerships
from data.saved_views import KIND, keep_view
from data.store import Store
from data.undo import undo_batch
from tests.portfolio import Portfolio


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "store.duckdb") as opened:
        made = Portfolio(opened)
        made.partnership("Lezen", partners=[made.partner("School")])
        keep_view(opened, "Van mij", SavedView(), "Anna")
        yield opened


def test_a_store_that_is_sound(store: Store) -> None:
    assert findings(store) == []
    add_example(store, partnerships=50)
    undo_batch(store, 1, "Anna")
    assert findings(store) == []


def test_broken_references_are_counted(store: Store) -> None:
    Portfolio(store).ask("delete from partner")
    assert broken_references(store) == [{"what": "samenwerking", "missing": "partner", "rows": 1}]
    assert any("verwijst: een partner" in said for said in findings(store))


def test_a_contact_person_of_a_partner_that_is_gone(store: Store) -> None:
    nobodys = Portfolio(store).partner("Met niemand")
    add_contact_person(store, "School", ContactPerson(partner=nobodys, name="Dirk"), "Anna")
    Portfolio(store).ask("delete from partner where id = ?", nobodys)
    found = {"what": "tekst over een partner", "missing": "partner", "rows": 1}
    assert found in broken_references(store)


def test_what_a_load_made_and_an_undo_took_back_is_no_fault() -> None:
    with Store.open(None) as store:
        row = b"naam;bibliotheek;partner;thema;status\nVoorlezen;Bibliotheek Aa;De Ster;PO;actief"
        plan = read_partnerships(store, row, "eigen.csv")
        batch = load_partnerships(store, plan, "Anna").batch
        assert batch is not None
        undo_batch(store, batch, "Anna")
        assert findings(store) == []


def test_log_gaps_are_rows_that_changed_outside_the_log(store: Store) -> None:
    Portfolio(store).ask("update partnership set version = 7")
    assert log_gaps(store) == [{"entity": "partnership", "rows": 1}]
    assert any("wijzigingenlogboek" in said for said in findings(store))


def test_a_derived_table_that_is_not_as_defined(store: Store) -> None:
    Portfolio(store).ask("update partnership_period set dormant = not dormant")
    assert "De berekende tabel partnership_period klopt niet met haar definitie." in findings(store)


def test_a_document_that_its_model_does_not_read(store: Store) -> None:
    Portfolio(store).ask("update document set content = '{\"wat\": 1}'")
    assert findings(store) == [f"1 document is niet te lezen: {KIND.noun} “Van mij” (nummer 1)."]
