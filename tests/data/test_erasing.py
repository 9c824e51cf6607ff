"""Who is erased stands nowhere any more; nothing else changes."""

import io
import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from core.access import Account, Rights, Role
from core.bulk_change import BulkChange
from core.contact_person import ContactPerson
from core.coverage import Definition
from core.decision import StoredDecision
from core.filters import Filters
from core.personal_data import NOT_PERSONAL
from core.sought import sought
from data import accounts, contact_persons, erased_before, portfolio
from data.anonymous import KINDS
from data.bulk import bulk_change
from data.checking import findings
from data.coverage import coverage
from data.erasing import erase
from data.errors import InputRefused, StoreError
from data.extract import partnerships_workbook
from data.guarding import Guard
from data.limited import LimitedStore
from data.personal_data import find, personal_data_found, place_of
from data.store import Store
from data.undo import undo_batch
from tests.marked import MARK, marked
from tests.portfolio import Portfolio

ANNA = "Anna Kwarts"
FILTERS = Filters(measure_date=datetime(2026, 11, 28).date())


@pytest.fixture
def full() -> Any:
    with Store.open(None) as store:
        marked(store)
        yield store


def everything(store: Store) -> dict[str, list[Any]]:
    """Every row of every table but the files, as JSON would have it."""
    tables = store._connection.execute(
        "select table_name from duckdb_tables() where schema_name = 'main' and not temporary"
    ).fetchall()
    return {
        name: [as_json(row) for row in store._connection.table(name).to_arrow_table().to_pylist()]
        for (name,) in tables
        if name != "material_file"
    }


def as_json(row: dict[str, Any]) -> Any:
    logged = {"content", "before", "after"}
    read = {key: json.loads(one) if key in logged and one else one for key, one in row.items()}
    return json.loads(json.dumps(read, default=str))


def all_text(store: Store) -> str:
    return json.dumps(everything(store), ensure_ascii=False)


def anonymised(value: Any) -> Any:
    """Without what an erasure may change: the words, and the version of a row."""
    if isinstance(value, dict):
        return {
            key: anonymised(one)
            for key, one in value.items()
            if key not in {"version", "hash", "name_key"}
        }
    if isinstance(value, list):
        return [anonymised(one) for one in value]
    return "…" if isinstance(value, str) and (ANNA in value or "gewist" in value) else value


def test_stands_nowhere_any_more_and_nothing_else_changed(full: Store) -> None:
    assert ANNA in all_text(full)
    before = anonymised(everything(full))
    he = sought([ANNA])
    erase(full, he, [text.value for text in find(full, he).texts()], "Beheerder")
    assert ANNA not in all_text(full)
    assert find(full, he).rows == []
    after = anonymised(everything(full))
    done = max(after["batch"], key=lambda row: row["id"])
    assert done["who"] == "Beheerder"
    after["batch"].remove(done)
    for table in before:
        # Rows that were written anew stand further on.
        assert sorted(map(str, after[table])) == sorted(map(str, before[table]))


def test_every_place_is_emptied(full: Store) -> None:
    """With every text chosen the word is left only where no person can stand."""
    he = sought([MARK])
    erase(full, he, [text.value for text in find(full, he).texts()], "Beheerder")
    left = {f"{row['place']}.{place_of(row['path'])}" for row in personal_data_found(full, he)}
    assert left <= NOT_PERSONAL
    for kind in KINDS.values():  # what is left is still what its kind says
        rows = full._connection.execute("select content from document where kind = ?", [kind.code])
        for (content,) in rows.fetchall():
            kind.form.model_validate_json(content)


def test_exports_do_not_hold_the_name(full: Store) -> None:
    he = sought([ANNA])
    erase(full, he, [], "Beheerder")
    book = openpyxl.load_workbook(io.BytesIO(partnerships_workbook(full, FILTERS)))
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if ANNA in cell]


def test_figures_are_the_same(full: Store) -> None:
    def figures() -> tuple[Any, ...]:
        return (
            portfolio.key_figures(full, FILTERS).to_pylist(),
            coverage(full, FILTERS, Definition.CONTACT).to_pylist(),
        )

    before = figures()
    he = sought([MARK])
    erase(full, he, [text.value for text in find(full, he).texts()], "Beheerder")
    assert figures() == before


def test_a_decision_is_still_unchanged(full: Store) -> None:
    erase(full, sought([ANNA]), [], "Beheerder")
    (content,) = full._connection.execute(
        "select content from document where kind = 'decision'"
    ).fetchone() or ("",)
    assert "gewist" in content
    assert StoredDecision.model_validate_json(content).is_unchanged


@pytest.fixture
def made() -> Any:
    with Store.open(None) as store:
        portfolio_ = Portfolio(store)
        portfolio_.library("Bibliotheek")
        yield portfolio_


def test_part_of_another_name_is_left(made: Portfolio) -> None:
    made.partnership("Een", owner="Jan Jansen")
    made.partnership("Twee", owner="Jan")
    made.partnership("Drie", owner="jan ", note="Jan en Jan Jansen en Janneke")
    done = erase(made.store, sought(["Jan"]), [], "Beheerder")
    owners = made.store._connection.execute("select owner from partnership order by id").fetchall()
    assert owners == [("Jan Jansen",), ("gewist",), ("gewist",)]
    assert done.texts_left == 2
    erase(made.store, sought(["Jan"]), ["Jan en Jan Jansen en Janneke"], "Beheerder")
    notes = made.store._connection.execute("select note from partnership where id = 3").fetchone()
    assert notes == ("gewist en gewist Jansen en Janneke",)


def test_what_was_erased_is_no_gap_in_the_change_log(full: Store) -> None:
    before = findings(full)
    he = sought([ANNA])
    erase(full, he, [text.value for text in find(full, he).texts()], "Beheerder")
    assert findings(full) == before


def test_undoing_another_change_does_not_bring_it_back(made: Portfolio) -> None:
    """The change before the erasure is undone after it: its before holds no name either."""
    id_ = made.partnership("Een", owner="Jan Jansen")
    batch = bulk_change(made.store, {id_: 1}, BulkChange("owner", "Piet"), "Beheerder")
    erase(made.store, sought(["Jan Jansen"]), [], "Beheerder")
    undo_batch(made.store, batch, "Beheerder")
    assert made.store._connection.execute("select owner from partnership").fetchone() == ("gewist",)
    assert "Jan Jansen" not in all_text(made.store)


def test_a_contact_person_is_erased_in_all_versions(made: Portfolio) -> None:
    partner = made.partner("School")
    store = made.store
    person = ContactPerson(
        partner=partner, name="Jna Jansen", phone="06 1234 5678", note="Verhuist"
    )
    contact_persons.add_contact_person(store, "School", person, "Ik")
    [row] = contact_persons.contact_persons(store, [partner])
    better = person.model_copy(update={"name": "Jan Jansen", "email": "jan@school.nl"})
    contact_persons.change_contact_person(store, row["id"], 1, "School", better, "Ik")
    erase(store, sought(["0612345678"]), [], "Beheerder")
    [row] = contact_persons.contact_persons(store, [partner])
    assert row["content"] == ContactPerson(partner=partner, name="gewist")
    assert not [one for one in ("Jna", "Jansen", "jan@", "Verhuist") if one in all_text(store)]


def test_who_is_erased_has_no_access_any_more(made: Portfolio) -> None:
    account = Account(role=Role.EDITOR, libraries=None)
    accounts.make_account(made.store, "jan@bieb.nl", account, "Beheerder")
    erase(made.store, sought(["jan@bieb.nl"]), ["toegang van jan@bieb.nl gemaakt"], "Beheerder")
    assert accounts.accounts(made.store) == []
    assert "jan@bieb" not in all_text(made.store)


@pytest.mark.parametrize("name", ["<b>Jan</b>", "Jan \\ Jansen", 'Jan "de" Vries', "J%n_"])
def test_odd_names(made: Portfolio, name: str) -> None:
    made.partnership("Een", owner=name, note=f"Vraag {name}\n{name}")
    he = sought([name])
    erase(made.store, he, [text.value for text in find(made.store, he).texts()], "Beheerder")
    found = made.store._connection.execute("select owner, note from partnership").fetchone()
    assert found == ("gewist", "Vraag gewist\ngewist")


def test_nothing_to_erase_changes_nothing(made: Portfolio) -> None:
    made.partnership("Een", note="Bel Jan")
    before = all_text(made.store)
    for name in ("Piet", "Jan"):  # found, but nothing chosen
        with pytest.raises(InputRefused, match="niets gewist"):
            erase(made.store, sought([name]), [], "Beheerder")
    assert all_text(made.store) == before


def test_is_remembered_beside_the_store_without_the_name(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    with Store.open(path) as store:
        first = Guard(store, 0).make("hand")
        made = Portfolio(store)
        made.library("Bibliotheek")
        made.partnership("Een", owner="Jan Jansen")
        erase(store, sought(["Jan Jansen"]), [], "Beheerder")
        later = Guard(store, 0).make("hand")
    ledger = erased_before.ledger_of(path)
    assert "jan" not in ledger.read_text().lower()
    assert erased_before.erased_since(path, first) == 1
    assert erased_before.erased_since(path, later) == 0
    with ledger.open("ab") as file:
        file.write(b"\xff half a line 2026-")
    erased_before.note(path)
    assert erased_before.erased_since(path, first) == 2
    assert erased_before.erased_since(path, later) == 1


def test_is_told_also_where_the_clock_was_ahead_or_the_backup_had_no_number_yet(
    tmp_path: Path,
) -> None:
    path = tmp_path / "s.duckdb"
    with Store.open(path) as store:
        made = Guard(store, 0).make("hand")
    ahead = made.manifest.model_copy(update={"made_at": datetime(2030, 1, 1)})
    unnumbered = made.manifest.model_copy(update={"number": 2})
    after = made.manifest.model_copy(update={"number": 2, "made_at": datetime(2030, 1, 1)})
    erased_before.note(path)
    told = [
        erased_before.erased_since(path, replace(made, manifest=one))
        for one in (ahead, unnumbered, after)
    ]
    assert told == [1, 1, 0]


def test_what_cannot_be_remembered_is_not_erased(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    with Store.open(path) as store:
        made = Portfolio(store)
        made.library("Bibliotheek")
        made.partnership("Een", owner="Jan Jansen")
        erased_before.ledger_of(path).mkdir()
        with pytest.raises(StoreError, match=r"gewist\.txt is niet te schrijven"):
            erase(store, sought(["Jan Jansen"]), [], "Beheerder")
        assert made.ask("select owner from partnership") == [("Jan Jansen",)]


@pytest.mark.parametrize("role", [Role.VIEWER, Role.EDITOR, Role.ADVISOR])
def test_only_who_manages_erases(made: Portfolio, role: Role) -> None:
    made.partnership("Een", owner="Jan Jansen")
    before = all_text(made.store)
    for libraries in (None, frozenset({1})):
        limited = LimitedStore(made.store, Rights("ik@bieb.nl", role, libraries))
        with pytest.raises(InputRefused):
            erase(limited, sought(["Jan Jansen"]), [], "ik")
    assert all_text(made.store) == before
    erase(
        LimitedStore(made.store, Rights("ik@bieb.nl", Role.ADMINISTRATOR, None)),
        sought(["Jan Jansen"]), [], "ik",
    )  # fmt: skip
    assert "Jan Jansen" not in all_text(made.store)
