from datetime import date

import pytest

from data.contributions import judge
from data.errors import ChangedMeanwhile, InputRefused
from data.ingest.columns import ColumnsRefused, HeadersNotFound
from data.ingest.header_rows import filled_rows, likely_header_row, likely_sheet
from data.ingest.partnerships import load_partnerships, read_partnerships
from data.undo import undo_batch
from tests.portfolio import ZAANSTAD, Portfolio, goals

from .files import HEADER, ROW, counts, lines, workbook


def read(store, *rows, **options):
    return read_partnerships(store, lines(*rows), "x.csv", **options)


def loaded(store, *rows, **options):
    return load_partnerships(store, read(store, *rows, **options), "Anna")


def rejected(preview):
    return [(one.row, one.column, one.value) for one in preview.rejected]


def partnership(store, name):
    cursor = store._connection.execute("select * from partnership where name = $n", {"n": name})
    names = [column[0] for column in cursor.description]
    return dict(zip(names, cursor.fetchall()[-1], strict=True))


FULL = (
    "naam;bibliotheek;partner;partnertype;thema;programma;gemeente;vorm;niveau;status;start;einde;"
    "evaluatie;overeenkomst;eigenaar;uren per jaar;budget per jaar;notitie;SD1;SD2"
)
BAD = (
    "{name};Bibliotheek Aa;P;basisschool;{theme};;{gemeente};;;{status};{start};{end};;;;{hours};"
    ";;{sd};"
)
BASE = {
    "name": "X", "theme": "PO", "gemeente": "Zaanstad", "status": "actief", "start": "", "end": "",
    "hours": "", "sd": "",
}  # fmt: skip


def test_a_row_in_is_a_row_out(store):
    row = (
        "Voorlezen;Bibliotheek Aa;KDV Zon; Kinderopvang ;kov;BoekStart in de kinderopvang;"
        "Den Haag;mfa;Lokaal;lopend;1-9-2024;31-12-2027;1 mei 2026;12-1-2024;Jan;1.250,50;€ 1.000;"
        "let op;3;"
    )
    result = loaded(store, FULL, row.replace("KDV Zon; ", "KDV Zon;"))
    assert (result.new, result.libraries_new, result.partners_new) == (1, ("Bibliotheek Aa",), 1)
    got = partnership(store, "Voorlezen")
    assert got["themes"] == ["KOV"]
    assert got["gemeenten"] == ["GM0518"]
    assert (got["status"], got["form"], got["level"]) == ("actief", "mfa", "lokaal")
    assert got["start_date"] == date(2024, 9, 1)
    assert (got["agreement"], got["agreement_date"]) == (True, date(2024, 1, 12))
    assert (got["hours"], got["budget"]) == (1250.5, 1000.0)
    assert got["contributions"] == goals(SD1=3)
    assert got["history"] == [{"status": "actief", "since": date(2024, 9, 1)}]
    assert store.rows("known_libraries")[0]["gemeenten"] == ["GM0518"]


@pytest.mark.parametrize(
    ("wrong", "column", "says"),
    [
        ({"name": ""}, "naam", "Vul deze kolom in"),
        ({"theme": "POO"}, "thema", "Bedoelt u Primair onderwijs?"),
        ({"gemeente": "Zaandsta"}, "gemeente", "Bedoelt u Zaanstad?"),
        ({"gemeente": "Bergen"}, "gemeente", "Bergen (L.)"),
        ({"gemeente": "GM9999"}, "gemeente", "GM9999"),
        ({"gemeente": "Haaren"}, "gemeente", "opgesplitst"),
        ({"status": "aktief"}, "status", "Bedoelt u Actief?"),
        ({"status": ""}, "status", "Vul een status in"),
        ({"start": "31-02-2026"}, "start", "bestaat niet"),
        ({"start": "ooit"}, "start", "geen datum"),
        ({"start": "mei 2024"}, "start", "Schrijf 1-5-2024 voor het begin of 31-5-2024"),
        ({"start": "5-2024"}, "start", "Schrijf 1-5-2024"),
        ({"end": "2024-02"}, "einde", "29-2-2024 voor het einde"),
        ({"end": "2025"}, "einde", "31-12-2025 voor het einde van dat jaar"),
        ({"end": "ergens 2024"}, "einde", "geen datum"),
        ({"start": "1-1-2026", "end": "1-1-2025"}, "einde", "vóór de start"),
        ({"hours": "-5"}, "uren per jaar", "negatief"),
        ({"hours": "veel"}, "uren per jaar", "geen getal"),
        ({"sd": "9"}, "SD1", "0 (geen)"),
        ({"name": "n" * 10_000}, "naam", "10.000 tekens"),
    ],
)
def test_a_wrong_row_is_explained_and_the_good_one_offered(store, wrong, column, says):
    before = counts(store)
    good = BAD.format(**BASE | {"name": "Goed"})
    preview = read(store, FULL, BAD.format(**BASE | wrong), good)
    assert [one.name for one in preview.rows] == ["Goed"]
    (problem,) = preview.rejected
    assert (problem.row, problem.column) == (2, column)
    assert says in problem.reason
    assert len(problem.value) <= 200
    assert counts(store) == before


def test_every_problem_of_a_row_is_listed(store):
    row = BAD.format(**BASE | {"theme": "Q", "gemeente": "Q", "hours": "-1", "status": "Q"})
    assert {one.column for one in read(store, FULL, row).rejected} == {
        "thema", "gemeente", "uren per jaar", "status",
    }  # fmt: skip


def test_names_are_text_whatever_they_look_like(store):
    names = ["=cmd|'/c calc'!A0", "<b>vet</b>", "**vet** ![x](http://x)", "+31 x", "@x"]
    result = loaded(store, HEADER, *(ROW.replace("Voorlezen", name) for name in names))
    assert result.new == len(names)
    kept = store._connection.execute("select name from partnership order by id").fetchall()
    assert [name for (name,) in kept] == names


def test_a_second_row_with_the_same_identity_is_a_double(store):
    preview = read(store, HEADER, ROW, ROW.replace("Voorlezen", "VOORLEZEN "))
    assert len(preview.rows) == 1
    assert rejected(preview) == [(3, "naam", "VOORLEZEN")]
    assert "rij 2" in preview.rejected[0].reason


def test_a_file_without_rows_says_so(store):
    for rows in ((HEADER,), (HEADER, ";;;;;;", "")):
        with pytest.raises(InputRefused, match="alleen een kopregel, geen rijen"):
            read(store, *rows)
    with pytest.raises(InputRefused, match="leeg"):
        read(store, "")


def test_a_messy_workbook(store):
    content = workbook(
        ("Leesmij", [["Dit is een toelichting", "bij de lijst"]]),
        (
            "Lijst",
            [
                ["Samenwerkingen van Bibliotheek Aa"],
                [],
                ["Naam", "Partner", "Wat", None, "Wanneer", None, "Uren"],
                ["Naam", "Partner", "thema", "stand", "startdatum", "einddatum", "Uren"],
                ["Een", "A;B", "PO", "actief", date(2024, 9, 1), "31-12-2027", 12.0],
                [],
                ["Twee", "=1+1", "Q", "actief", None, None, "1.250,50"],
            ],
        ),
        merged=("C3:D3", "E3:F3", "A3:A4", "B3:B4"),
    )
    preview = read_partnerships(store, content, "x.xlsx", library="Bibliotheek Aa")
    assert (preview.table.sheet, preview.table.header_row) == ("Lijst", 4)
    assert [(one.row, one.name) for one in preview.rows] == [(5, "Een")]
    assert rejected(preview) == [(7, "Partner", ""), (7, "thema", "Q")]
    assert "formule zonder uitkomst" in preview.rejected[0].reason
    load_partnerships(store, preview, "Anna")
    assert partnership(store, "Een")["hours"] == 12.0


def test_formulas_that_were_never_computed_are_not_called_empty(store):
    """Another program wrote this workbook; only Excel computes."""
    header = ["naam", "bibliotheek", "partner", "thema", "status", "uren", "notitie", "overig"]
    formula = "=1+1"
    good = ["Een", "Bibliotheek Aa", "A", "PO", "actief", formula, formula, formula]
    content = workbook(
        ("Blad1", [header, good, ["Twee", *good[1:]], ["Drie", *[formula] * 7], [formula] * 8])
    )
    preview = read_partnerships(store, content, "x.xlsx")
    assert [one.name for one in preview.rows] == ["Een", "Twee"]
    says = "Deze cel bevat een formule zonder uitkomst; open en bewaar het bestand in Excel."
    told = [(one.column, one.times) for one in preview.remarks if one.text == says]
    assert sorted(told) == [("notitie", 2), ("uren", 2)]
    assert {(one.row, one.column) for one in preview.rejected if one.reason == says} == {
        (4, "bibliotheek"), (4, "partner"), (4, "thema"), (4, "status"),
        (5, "naam"), (5, "bibliotheek"), (5, "partner"), (5, "thema"), (5, "status"),
    }  # fmt: skip


def test_headers_that_nobody_knows_are_pointed_at_and_mapped(store):
    rows = [
        ["Lijst 2026"],
        [],
        ["Onderwerp", "Met wie", "Waarover", "Hoe"],
        ["Een", "A", "PO", "actief"],
    ]
    content = workbook(("Uitleg", [["Lees mij"], ["Dit is de lijst"]]), ("Lijst", rows))
    with pytest.raises(HeadersNotFound) as refused:
        read_partnerships(store, content, "x.xlsx")
    sheet = likely_sheet(refused.value.sheets.sheets)
    assert (sheet.name, likely_header_row(filled_rows(sheet))) == ("Lijst", 3)

    def again(**options):
        return read_partnerships(
            store, content, "x.xlsx", library="Bibliotheek Aa", sheet="Lijst", **options
        )

    with pytest.raises(ColumnsRefused) as unknown:
        again(header_row=3)
    assert unknown.value.table.unknown == ("Onderwerp", "Met wie", "Waarover", "Hoe")
    mapping = {"Onderwerp": "naam", "Met wie": "partner", "Waarover": "thema", "Hoe": "status"}
    preview = again(header_row=3, mapping=mapping)
    assert [(one.row, one.name) for one in preview.rows] == [(4, "Een")]
    with pytest.raises(InputRefused, match="Rij 9 bestaat niet"):
        again(header_row=9)


def test_which_library(store):
    plain = ("naam;partner;thema;status", "A;B;PO;actief")
    assert "kies onder het bestand de bibliotheek" in read(store, *plain).rejected[0].reason
    assert read(store, *plain, library="Bibliotheek Aa").libraries_new[0].name == "Bibliotheek Aa"
    loaded(store, HEADER, ROW)
    preview = read(store, *plain)
    assert (preview.rows[0].library, preview.libraries_new) == ("Bibliotheek Aa", ())
    loaded(store, HEADER, ROW.replace("Aa", "Bb"))
    assert rejected(read(store, *plain)) == [(2, "bibliotheek", "")]
    assert read(store, HEADER, ROW.replace("Bibliotheek Aa", "bibliotheek  AA")).count("unchanged")


def test_loading_twice_changes_nothing(store):
    loaded(store, HEADER, ROW, ROW.replace("Voorlezen", "Lezen"))
    before, versions = counts(store), store.data_version
    preview = read(store, HEADER, ROW, ROW.replace("Voorlezen", "Lezen"))
    assert preview.count("unchanged") == 2
    assert load_partnerships(store, preview, "Anna").batch is None
    assert (counts(store), store.data_version) == (before, versions)


def test_a_changed_row_says_what_changed_and_keeps_its_history(store):
    loaded(store, HEADER + ";start;notitie", ROW + ";1-1-2024;blijft")
    ended = ROW.replace("actief", "beeindigd")
    preview = read(store, HEADER + ";einde", ended + ";30-6-2025")
    assert (preview.rows[0].kind, preview.rows[0].columns) == ("changed", ("status", "einde"))
    load_partnerships(store, preview, "Anna")
    got = partnership(store, "Voorlezen")
    assert [(step["status"], step["since"]) for step in got["history"]] == [
        ("actief", date(2024, 1, 1)),
        ("beeindigd", date(2025, 6, 30)),
    ]
    assert (got["note"], got["version"]) == ("blijft", 2)


def test_the_reason_of_an_end_is_read_kept_and_cleared(store):
    header, ended = HEADER + ";reden beëindiging", ROW.replace("actief", "beeindigd")
    loaded(store, header, ended + ";  de school  stopt")
    assert partnership(store, "Voorlezen")["ended_reason"] == "de school stopt"
    assert read(store, header, ended + ";de school stopt").count("unchanged") == 1
    assert read(store, HEADER, ended).count("unchanged") == 1
    assert read(store, header, ended + ";geen geld").rows[0].columns == ("reden_einde",)
    goes_on = read(store, HEADER, ROW)
    assert goes_on.rows[0].columns == ("status", "reden_einde")
    load_partnerships(store, goes_on, "Anna")
    assert partnership(store, "Voorlezen")["ended_reason"] is None
    again = read(store, header, ROW + ";toch niet")
    assert again.count("unchanged") == 1
    assert [(one.column, one.value) for one in again.remarks] == [
        ("reden beëindiging", "toch niet")
    ]
    assert rejected(read(store, header, ended + ";" + "x" * 501))[0][1] == "reden beëindiging"


def test_remarks_do_not_reject(store):
    loaded(store, HEADER, ROW)
    header = HEADER + ";programma;locatie"
    row = "Nieuw;Bibliotheek Aa;P;;PO;Ten Boer;actief;Eigen programma;00AP00"
    second = "Nieuw2;Bibliotheek Aa;P;;PO;;actief;;"
    preview = read(store, header, row, second)
    assert not preview.rejected
    assert {(one.column, one.value) for one in preview.remarks} == {
        ("programma", "Eigen programma"),
        ("locatie", "00AP00"),
        ("gemeente", "Ten Boer"),
        ("gemeente", "GM0014"),
        ("partnertype", ""),
    }
    load_partnerships(store, preview, "Anna")
    assert store.rows("known_libraries")[0]["gemeenten"] == ["GM0014", "GM0479"]


def test_schools_with_one_name_differ_by_gemeente_and_types_are_filled_in(store):
    other = ROW.replace("Voorlezen", "Twee").replace("Zaanstad", "Delft")
    club = "Drie;Bibliotheek Aa;Clubhuis;;COM;;actief"
    loaded(store, HEADER, ROW, other, club)
    assert counts(store)[1] == 3
    preview = read(store, HEADER, club.replace(";;COM", ";welzijn;COM"))
    assert preview.rows[0].columns == ("partnertype",)
    load_partnerships(store, preview, "Anna")
    assert counts(store)[1] == 3
    known = store.rows("known_partners", name_keys=["clubhuis"])
    assert known[0]["type"] == "welzijn"
    again = read(store, HEADER, ROW, other, club.replace(";;COM", ";welzijn;COM"))
    assert again.count("unchanged") == 3


@pytest.mark.parametrize("typed", ["basisschool", ""])
def test_of_two_partners_with_one_name_a_row_keeps_its_own(store, typed):
    made = Portfolio(store)
    made.library("Bibliotheek Aa", ZAANSTAD)
    first, second = (made.partner("OBS De Ster", "basisschool", ZAANSTAD) for _ in range(2))
    made.partnership("Een", partners=[first], gemeenten=[ZAANSTAD])
    made.partnership("Twee", partners=[second], gemeenten=[ZAANSTAD])
    row = ROW.replace(";basisschool;", f";{typed};")
    rows = [row.replace("Voorlezen", name) for name in ("Een", "Twee", "Nieuw")]
    preview = read(store, HEADER, *rows)
    assert [one.kind for one in preview.rows] == ["unchanged", "unchanged", "new"]
    assert preview.partners_new == 0
    changed = read(store, HEADER, rows[1].replace("actief", "slapend"))
    assert changed.rows[0].columns == ("status",)
    load_partnerships(store, changed, "Anna")
    assert partnership(store, "Twee")["partners"] == [second]
    # Another partner in the cell is a change; the same school in another gemeente is another.
    assert read(store, HEADER, rows[0].replace("Ster", "Maan")).rows[0].columns == ("partner",)
    if typed:
        moved = read(store, HEADER, rows[0].replace("Zaanstad", "Delft"))
        assert moved.rows[0].columns == ("gemeente", "partner")


def test_the_example_makes_way(store):
    with store.change("x", "voorbeeld") as change:
        change.cursor.execute(
            "insert into library (name, name_key, is_example, changed_by) "
            "values ('Bibliotheek Aa', 'bibliotheekaa', true, 'x')"
        )
        change.cursor.execute(
            "insert into partner (name, name_key, changed_by) "
            "values ('OBS De Ster', 'obsdester', 'x'), ('Voorbeeld', 'voorbeeld', 'x')"
        )
        change.cursor.execute(
            "insert into partnership "
            "(library, name, name_key, partners, themes, status, changed_by) "
            "values (1, 'Voorlezen', 'voorlezen', [1, 2], ['PO'], 'actief', 'x')"
        )
    preview = read(store, HEADER, ROW)
    assert (preview.example_removed, preview.count("new"), preview.partners_new) == (True, 1, 1)
    assert load_partnerships(store, preview, "Anna").example_removed
    assert counts(store)[:3] == (1, 1, 1)
    assert not read(store, HEADER, ROW).example_removed


def test_a_store_that_changed_after_the_preview_refuses_the_load(store):
    loaded(store, HEADER, ROW)
    preview = read(store, HEADER, ROW.replace("actief", "slapend"))
    loaded(store, HEADER, ROW.replace("actief", "evaluatie"))
    before = counts(store)
    with pytest.raises(ChangedMeanwhile):
        load_partnerships(store, preview, "Anna")
    assert counts(store) == before


def test_undo_puts_back_and_can_be_undone(store):
    first = loaded(store, HEADER, ROW)
    rows = ROW.replace("actief", "slapend"), ROW.replace("Voorlezen", "Nieuw")
    second = loaded(store, HEADER, *rows)
    with pytest.raises(ChangedMeanwhile):
        undo_batch(store, first.batch, "Bert")
    undone = undo_batch(store, second.batch, "Bert")
    assert partnership(store, "Voorlezen")["status"] == "actief"
    assert partnership(store, "Nieuw")["removed_at"] is not None
    assert counts(store)[:3] == (1, 1, 1)
    with pytest.raises(InputRefused, match="al ongedaan"):
        undo_batch(store, second.batch, "Bert")
    undo_batch(store, undone, "Bert")
    assert read(store, HEADER, *rows).count("unchanged") == 2
    periods = store._connection.execute("select count(*) from partnership_period").fetchall()
    assert periods == [(3,)]


def test_undo_of_a_first_load_leaves_nothing(store):
    undo_batch(store, loaded(store, HEADER, ROW).batch, "Bert")
    assert counts(store)[:3] == (0, 0, 0)


def test_ten_thousand_rows_are_loaded_and_progress_is_told(store):
    rows = (ROW.replace("Voorlezen", f"Project {n}") for n in range(10_000))
    seen: list[float] = []
    preview = read(store, HEADER, *rows, progress=seen.append)
    result = load_partnerships(store, preview, "Anna")
    assert result.new == 10_000
    assert len(seen) > 10
    assert seen == sorted(seen)


def test_a_location_in_another_gemeente_than_the_row_names_is_said(store):
    made = Portfolio(store)
    made.location("po", "01VG01", "GM0014")
    head = "naam;bibliotheek;partner;thema;gemeente;locatie;status"
    here, there = "Aa;Bibliotheek;P;PO;Zaanstad;01VG01;actief", "Bb;Bibliotheek;P;PO;;01VG01;actief"
    [said] = [one for one in read(store, head, here, there).remarks if one.value == "01VG01"]
    assert (said.row, said.column) == (2, "locatie")
    assert "staat deze locatie in Groningen, en die gemeente noemt de rij niet" in said.text


def test_an_unknown_programme_says_which_may_be_meant(store):
    head = "naam;bibliotheek;partner;thema;programma;status"
    rows = ("Aa;Bibliotheek;P;PO;Bibliotheek op school po;actief",)
    [said] = [one for one in read(store, head, *rows).remarks if one.column == "programma"]
    assert "het telt als eigen programma" in said.text
    assert "de Bibliotheek op school po" in said.text


def test_a_file_keeps_the_reason_and_what_was_realised(store):
    """Columns SD1 to SD7 say the contribution only."""
    loaded(store, "naam;bibliotheek;partner;thema;status;SD1", "Aa;Bibliotheek;P;PO;actief;1")
    row = partnership(store, "Aa")
    judge(store, row["id"], row["version"], "SD1", 2, "Anna", realised=1, reason="Taalhuis")
    loaded(store, "naam;bibliotheek;partner;thema;status;SD1", "Aa;Bibliotheek;P;PO;actief;3")
    [judged] = partnership(store, "Aa")["contributions"]
    assert judged == {"goal": "SD1", "value": 3, "realised": 1, "reason": "Taalhuis"}
