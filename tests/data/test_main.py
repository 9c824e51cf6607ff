import json

import pytest
from typer.testing import CliRunner

from core.personal_wording import erased_after_backup
from data import erased_before
from data.__main__ import app
from data.settings import settings
from data.store import Store

HEADER = "naam;bibliotheek;partner;thema;status"
GOOD = "Voorlezen;Bibliotheek Aa;OBS De Ster;PO;actief"
BAD = "Fout;Bibliotheek Aa;P;Q;actief"


class Run:
    """Runs a command on a store in a temporary folder: exit code, stdout, stderr."""

    def __init__(self, path):
        self.path = path

    def __call__(self, *arguments):
        result = CliRunner().invoke(app, [*map(str, arguments), "--store", str(self.path)])
        return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def run(tmp_path):
    return Run(tmp_path / "store" / "x.duckdb")


@pytest.fixture
def file(tmp_path):
    def write(*rows):
        path = tmp_path / "lijst.csv"
        path.write_text("\n".join(rows), encoding="utf-8")
        return path

    return write


def test_load_makes_a_store_and_answers_in_json(run, file):
    code, out, _ = run("load", file(HEADER + ";gek", GOOD + ";x", BAD + ";x"), "--json")
    answer = json.loads(out)
    assert code == 0
    assert (answer["accepted"], answer["new"], answer["unchanged"]) == (1, 1, 0)
    (one,) = answer["rejected"]
    assert (one["row"], one["column"], one["value"]) == (3, "thema", "Q")
    assert one["reason"].startswith("Dit thema is niet bekend")
    assert answer["unknown_columns"] == ["gek"]
    assert answer["libraries_new"] == [{"name": "Bibliotheek Aa", "gemeenten": []}]
    code, out, _ = run("load", file(HEADER, GOOD), "--json")
    assert (code, json.loads(out)["accepted"], json.loads(out)["unchanged"]) == (0, 0, 1)


def test_a_dry_run_writes_nothing(run, file):
    code, out, _ = run("load", file(HEADER, GOOD), "--dry-run", "--json")
    assert (code, json.loads(out)["accepted"], json.loads(out)["dry_run"]) == (0, 1, True)
    assert not run.path.exists()
    run("load", file(HEADER, GOOD))
    run("load", file(HEADER, GOOD.replace("Voorlezen", "Twee")), "--dry-run")
    with Store.open(run.path) as store:
        assert len(store.rows("known_partnerships", libraries=[1], name_keys=["twee"])) == 0


def test_library_for_files_without_that_column(run, file):
    rows = "naam;partner;thema;status", "A;B;PO;actief"
    code, out, _ = run("load", file(*rows))
    assert (code, "(--library NAAM)" in out) == (1, True)
    assert (
        "--library NAAM"
        in json.loads(run("load", file(*rows), "--json")[1])["rejected"][0]["reason"]
    )
    code, out, _ = run("load", file(*rows), "--library", "Bibliotheek Bb")
    assert code == 0
    assert "Nieuwe bibliotheek: Bibliotheek Bb" in out


def test_nothing_acceptable_is_exit_code_1_and_is_explained(run, file):
    code, out, _ = run("load", file(HEADER, *[BAD] * 30))
    assert code == 1
    assert "rij 2, 3, 4 en 27 andere, kolom thema 'Q': Dit thema is niet bekend." in out
    assert (out.count("kolom thema"), "en nog" in out) == (1, False)


def test_every_mistake_is_told_once_and_what_is_left_out_is_counted(run, file):
    rows = [BAD.replace(";Q;", f";Q{number};") for number in range(22)]
    code, out, _ = run("load", file(HEADER, *rows, rows[0]))
    assert (code, out.count("kolom thema")) == (1, 20)
    assert "rij 2 en 24, kolom thema 'Q0'" in out
    assert "en nog 2 soorten fouten. Met --json ziet u alles." in out
    answer = json.loads(run("load", file(HEADER, *rows, rows[0]), "--json")[1])
    assert [one["row"] for one in answer["rejected"]] == list(range(2, 25))


def test_refusals_are_exit_code_2_without_a_traceback(run, file, tmp_path):
    code, out, err = run("load", tmp_path / "weg.xlsx")
    assert (code, out) == (2, "")
    assert "bestaat niet" in err
    code, out, _ = run("load", file("naam;partner;thema", "A;B;PO"), "--json")
    assert code == 2
    assert json.loads(out)["error"]["title"] == "De kolom status ontbreekt"
    assert not run.path.exists()


def test_headers_that_nobody_knows_are_to_be_renamed(run, file):
    code, _, err = run("load", file("titel van het ding,met wie,waarover", "A,B,PO"))
    assert code == 2
    assert "geen kolomkoppen gevonden" in err
    assert "Nu staat er: titel van het ding, met wie, waarover." in err
    assert "Hernoem de koppen in het bestand, bijvoorbeeld 'titel van het ding' in 'naam'." in err
    code, _, err = run("load", file("naam,partner,waarover,status", "A,B,PO,actief"))
    assert (code, "bijvoorbeeld 'waarover' in 'thema'" in err) == (2, True)


def test_a_file_with_headers_only_says_so(run, file):
    for command in (["load"], ["register", "po"]):
        header = HEADER if command == ["load"] else "BRIN,vestigingsnaam,gemeente"
        code, _, err = run(*command, file(header))
        assert (code, "alleen een kopregel, geen rijen" in err) == (2, True)


def test_register(run, file):
    rows = "BRIN,vestigingsnaam,gemeente", "00AA00,A,Delft", "00AB00,B,Delf"
    code, out, _ = run("register", "po", file(*rows), "--measure-date", "1-10-2025", "--json")
    answer = json.loads(out)
    assert (code, answer["accepted"], answer["unchanged"], answer["removed"]) == (0, 1, 0, 0)
    assert (answer["register"], answer["measure_date"]) == ("po", "2025-10-01")
    assert answer["rejected"][0]["row"] == 3
    assert run("register", "pabo", file(*rows))[0] == 2
    code, _, err = run("register", "generic", file(*rows), "--theme", "PO")
    assert code == 2
    assert "eigen register" in err


def test_a_register_of_another_kind_is_refused(run, file):
    schools = "BRIN,vestigingsnaam,gemeente,type", "00AA00,A,Delft,Bo", "00AB00,B,Delft,Bo"
    code, _, err = run("register", "kinderopvang", file(*schools))
    assert (code, run.path.exists()) == (2, False)
    assert "een bestand met basisscholen, niet met kinderopvang" in err
    assert "register po" in err
    code, out, _ = run("register", "vo", file(*schools), "--json")
    assert (code, "voortgezet" in json.loads(out)["error"]["title"]) == (2, True)


def test_a_register_without_one_usable_row_is_refused(run, file):
    header = "lrk_id,type_oko,actuele_naam_oko,verantwoordelijke_gemeente"
    code, _, err = run("register", "kinderopvang", file(header, "1,BSO,De Zon,Delft"))
    assert (code, run.path.exists()) == (2, False)
    assert "1 overgeslagen (type BSO)" in err
    assert "--include" in err


def test_most_of_a_register_goes_only_with_replace(run, file):
    header = "BRIN,vestigingsnaam,gemeente"
    schools = [f"00A{letter}00,De Ster,Delft" for letter in "ABC"]
    assert run("register", "po", file(header, *schools))[0] == 0
    code, _, err = run("register", "po", file(header, schools[0]))
    assert code == 2
    assert "vervallen 2 van de 3 locaties" in err
    assert "--replace" in err
    code, out, _ = run("register", "po", file(header, schools[0]), "--replace")
    assert (code, "2 niet meer in het register" in out) == (0, True)


def test_an_older_register_is_loaded_only_when_that_is_meant(run, file):
    header = "BRIN,vestigingsnaam,gemeente,leerlingen"
    now = file(header, "00AA00,De Ster,Delft,10", "00AB00,De Maan,Delft,20")
    assert run("register", "po", now, "--peildatum", "1 oktober 2025")[0] == 0
    old = file(header.removesuffix(",leerlingen"), "00AA00,De Ster,Delft", "00AC00,De Zon,Delft")
    asked = ("register", "po", old, "--peildatum", "2016-01-01")
    code, _, err = run(*asked)
    assert (code, "ouder dan wat nu geladen is" in err, "--replace" in err) == (2, True, True)
    code, out, _ = run(*asked, "--dry-run")
    assert (code, "er is niets opgeslagen" in out, "Let op: De peildatum 1 jan" in out) == (0, 1, 1)
    code, out, _ = run(*asked, "--replace", "--json")
    answer = json.loads(out)
    assert (code, answer["measure_date"], answer["removed"]) == (0, "2016-01-01", 1)
    assert ["geen kolom 'omvang'" in one for one in answer["notices"]] == [True, False]
    # The same locations with another date replace nothing: a date may be mended.
    code, out, _ = run("register", "po", old, "--peildatum", "1-1-2015")
    assert (code, "2 ongewijzigd" in out, "terug in de tijd" in out) == (0, True, False)


def test_rejected_rows_take_their_locations_out_of_the_register(run, file):
    header = "BRIN,vestigingsnaam,gemeente"
    rows = [f"00A{letter}00,School {letter},Delft" for letter in "ABC"]
    run("register", "po", file(header, *rows))
    code, out, _ = run("register", "po", file(header, *rows[:2], rows[2].replace("Delft", "Delf")))
    assert (code, "Let op: 1 locatie die nu in het register staat, vervalt" in out) == (0, True)
    assert "School C (00AC00)" in out


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "Achter --peildatum staat niets"),
        ("x", "Dit is geen datum"),
        ("t12:30", "Dit is geen datum"),
        ("31-31-2024", "Deze datum bestaat niet"),
        ("1-1-2100", "in de toekomst"),
        ("1-1-1950", "kan niet kloppen"),
    ],
)
def test_a_measure_date_is_refused_in_dutch(run, file, typed, reason):
    rows = file("BRIN,vestigingsnaam,gemeente", "00AA00,De Ster,Delft")
    code, _, err = run("register", "po", rows, "--peildatum", typed)
    assert (code, reason in err, run.path.exists()) == (2, True, False)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (["export", "bogus"], "'bogus' bestaat niet. Kies uit: partnerships (samenwerkingen),"),
        (["export", "coverage", "--format", "pdf"], "'pdf' bestaat niet. Kies uit: json"),
        (["export", "coverage", "--date", "31-31-2024"], "De optie --date bestaat niet."),
        (["export", "coverage", "--peildatum", ""], "Achter --peildatum staat niets"),
        (["export"], "Het argument SUBJECT ontbreekt: een van partnerships,"),
        (["register"], "Het argument KIND ontbreekt: een van po, vo, kinderopvang, generic."),
        (["load"], "Het argument FILE ontbreekt: een Excel-werkmap (.xlsx) of een CSV-bestand."),
        (["register", "pabo", "x.csv"], "'pabo' bestaat niet. Kies uit: po (basisscholen)"),
        (["register", "generic", "x.csv", "--theme", ""], "Achter --theme staat niets"),
        (["load", "x.csv", "--library", " "], "Achter --library staat niets"),
        (["load", "x.csv", "--library"], "Achter de optie --library hoort een waarde."),
        (["load", "x.csv", "--dry-run=ja"], "Achter --dry-run hoort geen waarde."),
        (["load", "x.csv", "y.csv"], "Dit is te veel: y.csv."),
        (["lod", "x.csv"], "De opdracht 'lod' bestaat niet. Kies uit: init, load, register"),
        (["--stoer"], "De optie --stoer bestaat niet."),
        (["init", "--exampl"], "Bedoelt u --example of --no-example?"),
    ],
)
def test_what_is_not_understood_is_said_in_dutch(typed, says):
    result = CliRunner().invoke(app, typed)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in " ".join(result.stderr.split())
    assert not {"Usage", "Invalid", "Error", "Missing", "No", "Got"} & set(result.stderr.split())


def test_init_keeps_what_is_there(run, file):
    code, out, _ = run("init")
    assert (code, "is gemaakt" in out) == (0, True)
    run("load", file(HEADER, GOOD))
    code, out, _ = run("init")
    assert (code, "bestaat al" in out) == (0, True)
    with Store.open(run.path) as store:
        assert len(store.rows("known_libraries")) == 1


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ((), "1 (bij load) geen enkele rij was bruikbaar, of (bij check) er is iets mis"),
        (("load",), "1 geen enkele rij was bruikbaar"),
        (("register",), "niets gewijzigd, ook als geen enkele rij bruikbaar was"),
        (("init",), "0 gedaan; 2 geweigerd"),
        (("export",), "0 gedaan; 2 geweigerd"),
        (("check",), "0 alles klopt; 1 er is iets mis; 2 geweigerd"),
    ],
)
def test_the_help_says_how_a_command_can_end(command, says):
    shown = " ".join(CliRunner().invoke(app, [*command, "--help"]).stdout.split())
    assert says in shown
    assert ("1 geen" in shown or "1 (" in shown) == (command in ((), ("load",)))


@pytest.mark.parametrize("command", [(), ("init",), ("load",), ("register",), ("export",)])
def test_the_help_is_dutch(command):
    """`Usage` is the one word of Typer that it does not let us replace."""
    shown = CliRunner().invoke(app, [*command, "--help"]).stdout
    assert "Toon deze uitleg." in shown
    assert "2 geweigerd, er is niets gewijzigd" in " ".join(shown.split())
    assert "Opties" in shown
    assert not {"Options", "Arguments", "Commands", "Show", "[required]", "[default"} & set(
        shown.replace(":", " ").split()
    )


def test_a_backup_is_made_checked_and_put_back(run, file):
    run("load", file(HEADER, GOOD))
    code, out, _ = run("backup")
    assert (code, "back-up 1 van" in out, "(1 samenwerkingen)" in out) == (0, True, True)
    run("load", file(HEADER, GOOD.replace("Voorlezen", "Twee")))  # makes one itself, before
    code, out, _ = run("restore", "--list", "--json")
    listed = json.loads(out)["backups"]
    assert [(one["number"], one["reason"]) for one in listed] == [(2, "much"), (1, "hand")]
    code, out, _ = run("restore", "1")
    assert (code, "is bewaard als" in out) == (0, True)
    with Store.open(run.path) as store:
        assert [row["name"] for row in store.rows("partnerships_with", ids=[1])] == ["Voorlezen"]
    code, out, _ = run("check")
    assert code == 0
    assert "kloppen met zichzelf" in out
    assert "back-up 2 van" in out


def test_check_says_what_is_wrong(run, file):
    run("load", file(HEADER, GOOD))
    with Store.open(run.path) as store:
        store._connection.execute("delete from partner")
    code, out, _ = run("check", "--json")
    answer = json.loads(out)
    assert (code, answer["last_backup"]) == (1, None)
    assert any("verwijst: een partner" in said for said in answer["findings"])


def test_what_cannot_be_put_back_is_refused(run):
    for arguments in (("restore",), ("restore", "7"), ("backup",), ("check",)):
        code, out, err = run(*arguments)
        assert (code, out, "\n" in err.strip(), bool(err)) == (2, "", False, True)
    code, out, _ = run("restore", "--json")
    assert (code, "geen bruikbare back-up" in json.loads(out)["error"]["title"]) == (2, True)


def test_what_was_erased_after_a_backup_is_said_when_it_is_put_back(run):
    run("init")
    run("backup")
    erased_before.note(run.path)
    code, out, _ = run("restore")
    assert code == 0
    assert erased_after_backup(1) in out
    code, out, _ = run("restore", "--json")
    assert code == 0
    assert json.loads(out)["erased_since"] == 1


def test_what_was_put_back_stays_when_nobody_can_read_who_was_erased(run):
    run("init")
    run("backup")
    erased_before.ledger_of(run.path).mkdir()
    code, out, err = run("restore")
    assert (code, err) == (0, "")
    assert "Teruggezet in" in out
    assert ".gewist.txt is niet te lezen. Daarin staat" in out
    code, out, _ = run("restore", "--json")
    answer = json.loads(out)
    assert (code, answer["erased_since"], len(answer["findings"])) == (0, None, 1)


def test_a_later_backup_that_is_not_whole_is_named(run):
    run("init")
    run("backup")
    run("backup")
    [latest] = (run.path.parent / "backups" / run.path.stem).glob("000002-*")
    next(latest.glob("*.parquet")).write_bytes(b"")
    code, out, _ = run("restore", "--list")
    assert (code, f"Niet heel, en niet terug te zetten: {latest.name}" in out) == (0, True)
    code, out, _ = run("restore")
    assert code == 0
    assert "back-up 1 van" in out
    assert f"Let op: De back-up {latest.name} is later, maar is niet heel." in out


def test_a_wrong_setting_is_named_by_every_command(run, monkeypatch):
    run("init")
    monkeypatch.setenv("SAMENWERKING_BACKUP_HOURS", "x")
    settings.cache_clear()
    for arguments in (("restore",), ("restore", "--list"), ("backup",), ("check",)):
        code, out, err = run(*arguments)
        assert (code, out, "SAMENWERKING_BACKUP_HOURS klopt niet" in err) == (2, "", True), (
            arguments
        )
        assert "“x” kan hier niet" in err
