"""What is handed over holds everything of somebody; the commands do what the page does."""

import io
import json
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from core.contact_person import ContactPerson
from core.sought import sought
from data import contact_persons
from data.__main__ import app
from data.backup import backups, folder_of
from data.guarding import Guard
from data.person_files import participant_scores, person_json, person_rows, person_workbook
from data.personal_data import find
from data.store import Store
from tests.marked import marked
from tests.portfolio import Portfolio


def test_participant_scores_and_fields_are_handed_over() -> None:
    with Store.open(None) as store:
        marked(store)
        bob = find(store, sought(["Bob Kwarts"]))
        assert ("P1", "score", "4") in {
            (row["criterion"], row["field"], row["value"]) for row in participant_scores(store, bob)
        }
        dirk = find(store, sought(["Dirk Kwarts"]))
        told = {row["value"] for row in person_rows(store, dirk)}
        assert {"Dirk Kwarts", "Directeur Kwarts", "075 123 45 67", "dirk@Kwarts.nl"} <= told
        answer = json.loads(person_json(store, bob))
        assert answer["sought"] == ["Bob Kwarts"]
        book = openpyxl.load_workbook(io.BytesIO(person_workbook(store, bob)))
        assert [sheet.title for sheet in book] == ["Gevonden", "Scores", "Toelichting"]
        values = [row[5] for row in book["Gevonden"].iter_rows(min_row=2, values_only=True)]
        assert sorted(map(str, values)) == sorted(row["value"] for row in person_rows(store, bob))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "s.duckdb"
    with Store.open(path) as store:
        made = Portfolio(store)
        made.library()
        made.partnership("Een", owner="Jan Jansen", note="Vraag Jan Jansen")
        partner = made.partner("School")
        person = ContactPerson(partner=partner, name="Jan Jansen", phone="06 1234 5678")
        contact_persons.add_contact_person(store, "School", person, "Ik")
    return path


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["person", *map(str, arguments)])
    return result.exit_code, result.output


def left(path: Path) -> list[str]:
    with Store.open(path) as store:
        return [row["value"] for row in find(store, sought(["Jan Jansen"])).rows]


def test_commands_export_and_erase(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        Guard(store, 0).make("hand")
    for out in (tmp_path / "jan.xlsx", tmp_path / "jan.json"):
        assert run("export", "jan jansen", "--store", path, "--out", out)[0] == 0
        assert out.stat().st_size > 100
    before = left(path)
    code, said = run("erase", "Jan Jansen", "--store", path)
    assert (code, left(path)) == (0, before)
    assert "Er is niets gewist" in said
    code, said = run("erase", "Jan Jansen", "--store", path, "--yes")
    assert code == 0
    assert "In één tekst" in said or "In 1 tekst" in said
    assert set(left(path)) == {"Vraag Jan Jansen"}
    assert run("erase", "Jan Jansen", "--store", path, "--yes", "--texts")[0] == 0
    assert left(path) == []
    result = CliRunner().invoke(app, ["restore", "--store", str(path)])
    assert "2 keer persoonsgegevens gewist" in result.output
    assert len(backups(folder_of(path))) == 1
    assert left(path) == before


def test_refusals_say_what_to_do(path: Path) -> None:
    assert run("erase", "J", "--store", path, "--yes")[0] == 2
    assert "te kort" in run("export", "J", "--store", path)[1]
    assert run("erase", "Niemand Hier", "--store", path, "--yes")[0] == 2
