"""The report from a terminal."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from data.__main__ import app
from data.report.kept import kept_reports
from data.store import Store
from tests.reporting import CASES
from tests.typeset import bare, opened, text_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "x.duckdb"
    with Store.open(path) as store:
        CASES["one partnership"](store)
    return path


def run(path: Path, *arguments: str) -> tuple[int, str, str]:
    asked = ["report", str(path.parent), "--store", str(path), *arguments]
    result = CliRunner().invoke(app, asked)
    return result.exit_code, result.stdout, result.stderr


def test_it_writes_both_files_and_keeps_the_figures(path: Path) -> None:
    code, out, _ = run(path, "--peildatum", "31-12-2025", "--onderdeel", "Doelen")
    assert code == 0
    names = ["rapport-samenwerkingen-31-12-2025.pdf", "rapport-samenwerkingen-31-12-2025.xlsx"]
    assert [Path(line).name for line in out.split()] == names
    text = text_of(opened((path.parent / names[0]).read_bytes()))
    assert bare("Peildatum 31 december 2025") in text
    assert bare("1Doelen") in text
    assert bare("Witte vlekken") not in text
    # The next one compares with it.
    code, _, _ = run(path, "--peildatum", "31-12-2026")
    later = text_of(opened((path.parent / names[0].replace("2025", "2026")).read_bytes()))
    assert bare("Vergeleken met het rapport van") in later
    with Store.open(path) as store:
        assert len(kept_reports(store)) == 2


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--onderdeel", "Vis"), "Het onderdeel 'Vis' bestaat niet"),
        (("--gemeente", "Nergens"), "Het filter gemeente kent 'Nergens' niet"),
    ],
)
def test_what_is_not_known_is_refused(path: Path, asked: tuple[str, str], said: str) -> None:
    code, _, told = run(path, *asked)
    assert code == 2
    assert said in told
    assert list(path.parent.glob("*.pdf")) == []
