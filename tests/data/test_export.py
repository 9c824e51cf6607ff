"""`python -m data export` and the two files that pages offer for download."""

import csv
import io
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pytest
from typer.testing import CliRunner

from core.coverage import Definition
from core.filters import Filters, today
from core.partner import TypedPartner
from data import coverage as figures
from data.__main__ import app
from data.demo.generate import add_example
from data.errors import InputRefused
from data.export import delimited, workbook
from data.extract import Format, Request, Subject, extract, partnerships_workbook
from data.goal_sets import write_goals
from data.ingest.gemeenten import Gemeenten, Place
from data.ingest.partnerships import load_partnerships, read_partnerships
from data.named_filters import Asked, named_definition, named_filters
from data.partner_register import change_partner
from data.store import Store
from tests.portfolio import ALKMAAR, DAY, VEENDAM, ZAANSTAD, Portfolio, goals, steps

ON_DAY = "2026-11-22"
IMPORT_HEADERS = (
    "naam;bibliotheek;partner;partnertype;thema;programma;gemeente;locatie;vorm;niveau;status;"
    "start;einde;reden_einde;evaluatie;overeenkomst;eigenaar;uren_per_jaar;budget_per_jaar;beoogd_resultaat;"
    "behaald_resultaat;notitie;SD1;SD2;SD3;SD4;SD5;SD6;SD7"
)


@pytest.fixture
def portfolio(store: Store) -> Portfolio:
    """Two libraries, three partnerships."""
    made = Portfolio(store)
    home = made.library("Bibliotheek Zaan", ZAANSTAD, ALKMAAR)
    other = made.library("Bibliotheek Veen", VEENDAM)
    school = made.partner("De Zon", "basisschool", ZAANSTAD)
    town = made.partner("Gemeente Zaanstad", "gemeente")
    made.partnership(
        "Lezen op school",
        library=home,
        partners=[school],
        programmes=["Scoor een Boek!"],
        gemeenten=[ZAANSTAD],
        form="netwerk",
        level="lokaal",
        start_date=date(2024, 9, 1),
        end_date=date(2026, 8, 31),
        agreement=True,
        agreement_date=date(2024, 8, 1),
        owner="Team jeugd",
        hours=1234.5,
        budget=2000,
        note="Regel een.\nRegel twee; met een puntkomma.",
        contributions=goals(SD1=3, SD2=0),
        history=steps(("actief", date(2024, 9, 1))),
    )
    made.partnership(
        "Taal", library=home, themes=["BAS", "GEM"], partners=[town, school], status="verkenning"
    )
    made.partnership("Veens overleg", library=other, theme="GEM", agreement=False)
    return made


def records(portfolio: Portfolio, subject: str, **asked: Any) -> list[dict[str, Any]]:
    definition, totals = asked.pop("definition", "contact"), asked.pop("totals", False)
    filters = Asked(**{"measure_date": ON_DAY, **asked})
    request = Request(Subject(subject), Format.JSON, filters, definition, totals)
    content, _ = extract(portfolio.store, request)
    found: list[dict[str, Any]] = json.loads(content)
    return found


def file(portfolio: Portfolio, subject: str, kind: str, **asked: Any) -> bytes:
    filters = Asked(**{"measure_date": ON_DAY, **asked})
    return extract(portfolio.store, Request(Subject(subject), Format(kind), filters))[0]


def csv_rows(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\xef\xbb\xbf") == 1
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    return list(csv.DictReader(text, delimiter=";"))


def sheets(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


# JSON


def test_json_of_partnerships(portfolio: Portfolio) -> None:
    found = {row["name"]: row for row in records(portfolio, "partnerships")}
    assert list(found) == ["Lezen op school", "Taal", "Veens overleg"]
    row = found["Lezen op school"]
    assert row["library"] == "Bibliotheek Zaan"
    assert (row["partners"], row["partner_types"]) == (["De Zon"], ["basisschool"])
    assert (row["themes"], row["status"], row["hours"]) == (["PO"], "actief", 1234.5)
    assert (row["gemeenten"], row["gemeenten_served"]) == ([ZAANSTAD], [ZAANSTAD])
    assert (row["start_date"], row["agreement_date"]) == ("2024-09-01", "2024-08-01")
    assert row["contributions"] == {"SD1": 3, "SD2": 0}
    whole = found["Taal"]
    assert (whole["gemeenten"], sorted(whole["gemeenten_served"])) == ([], [ALKMAAR, ZAANSTAD])
    assert found["Veens overleg"]["partners"] == []


@pytest.mark.parametrize("definition", Definition)
def test_json_of_coverage_is_what_the_page_shows(
    portfolio: Portfolio, definition: Definition
) -> None:
    shown = figures.coverage(portfolio.store, Filters(measure_date=DAY), definition).to_pylist()
    cells = [row for row in shown if row["gemeente"]]
    found = records(portfolio, "coverage", definition=definition.value)
    assert len(found) == len(cells) == 12 * 3
    for given, cell in zip(found, cells, strict=True):
        assert given["measure_date"] == ON_DAY
        assert given["definition"] == definition.value
        for name in ("theme", "gemeente", "numerator", "denominator", "share", "pipeline"):
            assert given[name] == cell[name]


def test_json_of_coverage_has_every_promised_field(portfolio: Portfolio) -> None:
    [found] = records(portfolio, "coverage", themes=("PO",), gemeenten=("Zaanstad",))
    [[count]] = portfolio.ask("select po_bo + po_sbo from gemeente where code = ?", ZAANSTAD)
    share = found.pop("share")
    assert share == pytest.approx(1 / count)
    missing = found.pop("missing_reach")
    assert missing in (0, None)
    assert found == {
        "theme": "PO",
        "theme_label": "Primair onderwijs",
        "theme_group": "education",
        "gemeente": ZAANSTAD,
        "gemeente_name": "Zaanstad",
        "definition": "contact",
        "numerator": 1,
        "denominator": count,
        "pipeline": 0,
        "unlinked": 1,
        "counted_from": "schooltelling",
        "missing_locations": count - 1,
        "measure_date": ON_DAY,
    }


def test_unknown_denominator_is_null(portfolio: Portfolio) -> None:
    [found] = records(portfolio, "coverage", themes=("KOV",), gemeenten=("Zaanstad",))
    assert (found["denominator"], found["share"]) == (None, None)


def test_totals_only_when_asked(portfolio: Portfolio) -> None:
    assert None not in {row["gemeente"] for row in records(portfolio, "coverage")}
    found = records(portfolio, "coverage", themes=("GEM",), totals=True)
    [total] = [row for row in found if row["gemeente"] is None]
    # Veendam of Zaanstad, Alkmaar and Veendam; Taal is explored in the other two.
    assert (total["numerator"], total["denominator"], total["pipeline"]) == (1, 3, 2)
    assert (total["gemeenten_unknown"], total["reached_without_denominator"]) == (0, 0)


def test_json_of_attention(portfolio: Portfolio) -> None:
    found = records(portfolio, "attention")
    first = found[0]
    assert (first["reason"], first["partnership"]) == ("agreement_ended", "Lezen op school")
    assert first["reason_label"] == "Einddatum verstreken"
    assert (first["due"], first["measure_date"]) == ("2026-08-31", ON_DAY)
    assert (first["library"], first["partners"]) == ("Bibliotheek Zaan", ["De Zon"])
    assert (first["themes"], first["gemeenten"]) == (["PO"], [ZAANSTAD])
    assert (first["status"], first["status_label"]) == ("actief", "Actief")
    assert {"id", "owner", "hours", "budget"} <= first.keys()
    assert {row["reason"] for row in found} == {"agreement_ended", "no_owner", "no_goal"}


# Filters by name


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"libraries": ("bibliotheek zaan",)}, ["Lezen op school", "Taal"]),
        ({"regions": ("Groningen",)}, ["Veens overleg"]),
        ({"regions": ("Zaanstreek-Waterland",)}, ["Lezen op school", "Taal"]),
        ({"regions": ("PV20", "provincie Noord-Holland")}, 3),
        ({"regions": ("Groningen (provincie)",)}, ["Veens overleg"]),
        ({"gemeenten": ("alkmaar",)}, ["Taal"]),
        ({"gemeenten": (VEENDAM,)}, ["Veens overleg"]),
        ({"gemeenten": ("Alkmaar", "Veendam")}, ["Taal", "Veens overleg"]),
        ({"themes": ("po",)}, ["Lezen op school"]),
        ({"themes": ("Primair onderwijs",)}, ["Lezen op school"]),
        ({"themes": ("Basisvaardigheden volwassenen", "PO")}, ["Lezen op school", "Taal"]),
        ({"statuses": ("Verkenning",)}, ["Taal"]),
        ({"measure_date": "1 september 2024"}, 3),
        ({"measure_date": "31-08-2024"}, ["Taal", "Veens overleg"]),
        ({"measure_date": "2024-08-31", "themes": ("GEM",)}, ["Taal", "Veens overleg"]),
        ({"themes": ("GEM",), "gemeenten": ("Zaanstad",), "statuses": ("verkenning",)}, ["Taal"]),
        ({"themes": ("PO",), "libraries": ("Bibliotheek Veen",)}, []),
    ],
)
def test_filters_by_name(
    portfolio: Portfolio, asked: dict[str, Any], names: list[str] | int
) -> None:
    found = [row["name"] for row in records(portfolio, "partnerships", **asked)]
    assert (len(found) if isinstance(names, int) else found) == names


def test_filters_narrow_coverage_and_attention(portfolio: Portfolio) -> None:
    cells = records(portfolio, "coverage", regions=("Groningen",), themes=("GEM", "PO"))
    assert [(row["theme"], row["gemeente"]) for row in cells] == [("PO", VEENDAM), ("GEM", VEENDAM)]
    found = records(portfolio, "attention", libraries=("Bibliotheek Veen",))
    assert {row["partnership"] for row in found} == {"Veens overleg"}


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"libraries": ("Bibliotheek Zaam",)}, "Bedoelt u Bibliotheek Zaan"),
        ({"regions": ("Kennemerlnd",)}, "Deze regio is niet bekend"),
        ({"gemeenten": ("Zaanstat",)}, "Bedoelt u Zaanstad?"),
        ({"gemeenten": ("GM9999",)}, "GM9999"),
        ({"gemeenten": ("Bergen",)}, "Deze naam hebben meer gemeenten"),
        ({"themes": ("opvng",)}, "Bedoelt u Kinderopvang?"),
        ({"statuses": ("xyz",)}, "Kies uit: Signaal, Verkenning"),
        ({"measure_date": "31-02-2026"}, "Deze datum bestaat niet"),
        ({"themes": ("PO", "")}, "Dit thema is niet bekend"),
    ],
)
def test_unknown_filter_values_are_refused(
    portfolio: Portfolio, asked: dict[str, Any], said: str
) -> None:
    with pytest.raises(InputRefused) as refused:
        named_filters(portfolio.store, Asked(**asked))
    assert said in str(refused.value)


def test_library_is_unknown_in_an_empty_store(store: Store) -> None:
    with pytest.raises(InputRefused, match="Deze bibliotheek is niet bekend"):
        named_filters(store, Asked(libraries=("Zaan",)))


def test_merged_gemeente_is_its_successor_and_says_so(store: Store) -> None:
    filters, remarks = named_filters(store, Asked(gemeenten=("Ten Boer",)))
    assert filters.gemeenten == ("GM0014",)
    assert remarks == ("Ten Boer is opgegaan in Groningen.",)


def test_measure_date_is_today_without_one(store: Store) -> None:
    assert named_filters(store, Asked())[0].measure_date == today()


@pytest.mark.parametrize("typed", ["structural", "Structureel", "STRUCTURAL"])
def test_named_definition(typed: str) -> None:
    assert named_definition(typed) is Definition.STRUCTURAL


def test_unknown_definition_is_refused() -> None:
    with pytest.raises(InputRefused, match="Kies uit: Contact, Structureel, Programma, Bereik"):
        named_definition("alles")


# CSV and XLSX


def test_csv_of_partnerships_has_the_columns_of_the_import(portfolio: Portfolio) -> None:
    first, second, third = csv_rows(file(portfolio, "partnerships", "csv"))
    assert ";".join(first) == IMPORT_HEADERS
    assert (first["gemeente"], first["thema"], first["status"]) == (
        "Zaanstad",
        "Primair onderwijs",
        "Actief",
    )
    assert (first["uren_per_jaar"], first["budget_per_jaar"]) == ("1234,5", "2000")
    assert (first["overeenkomst"], second["overeenkomst"], third["overeenkomst"]) == (
        "01-08-2024",
        "",
        "nee",
    )
    assert (first["SD1"], first["SD2"], first["SD3"]) == ("3", "0", "")
    assert first["notitie"] == "Regel een.\nRegel twee; met een puntkomma."
    assert (second["partner"], second["partnertype"]) == ("Gemeente Zaanstad; De Zon", "")
    assert (second["gemeente"], second["thema"]) == (
        "",
        "Basisvaardigheden volwassenen; Gemeente",
    )


@pytest.mark.parametrize("subject", Subject)
def test_workbook_explains_itself(portfolio: Portfolio, subject: Subject) -> None:
    book = sheets(file(portfolio, subject.value, "xlsx", themes=("PO", "GEM")))
    rows, about = book.worksheets
    assert about.title == "Toelichting"
    told = {row[0].value: row[1].value for row in about.iter_rows()}
    assert told["Thema"] == "Primair onderwijs en Gemeente"
    assert told["Bibliotheek"] == "alle"
    assert told["Peildatum"] == "22 november 2026"
    assert "Bron" in told
    assert rows.freeze_panes == "A2"
    assert rows.auto_filter.ref is not None
    assert all(cell.font.bold for cell in rows[1])
    if subject is Subject.COVERAGE:
        assert told["Definitie"].startswith("Contact: locaties met")


def test_workbook_of_coverage_has_numbers_dates_and_percentages(portfolio: Portfolio) -> None:
    book = sheets(file(portfolio, "coverage", "xlsx", themes=("GEM",)))
    header, *rows = book["Dekking"].iter_rows()
    at = {cell.value: place for place, cell in enumerate(header)}
    by_name = {row[at["Gemeente"]].value: row for row in rows}
    row = by_name["Veendam"]
    assert (row[at["Teller"]].value, row[at["Teller"]].data_type) == (1, "n")
    assert (row[at["Dekking"]].value, row[at["Dekking"]].number_format) == (1, "0.0%")
    assert row[at["Peildatum"]].value == datetime(2026, 11, 22)
    assert row[at["Peildatum"]].number_format == "dd-mm-yyyy"


def test_csv_of_coverage_and_attention_is_dutch(portfolio: Portfolio) -> None:
    [row] = csv_rows(file(portfolio, "coverage", "csv", themes=("KOV",), gemeenten=("Zaanstad",)))
    assert (row["Thema"], row["Gemeente"], row["Gemeentecode"]) == (
        "Kinderopvang",
        "Zaanstad",
        ZAANSTAD,
    )
    assert (row["Noemer (leeg: onbekend)"], row["Dekking"]) == ("", "")
    assert row["Noemer geteld uit"] == "onbekend"
    first, *_ = csv_rows(file(portfolio, "attention", "csv"))
    assert (first["Reden"], first["Datum"], first["Status"]) == (
        "Einddatum verstreken",
        "31-08-2026",
        "Actief",
    )
    assert (first["Thema’s"], first["Gemeenten"]) == ("Primair onderwijs", "Zaanstad")


DANGEROUS = ['=HYPERLINK("http://x")', "+1", "-x", "@cmd", "\tx", "\rx"]
TABLE = pa.table(
    {
        "name": pa.array([*DANGEROUS, "gewoon", "https://voorbeeld.nl", None]),
        "hours": pa.array([1.5, -2.0, 0.1, 1e-7, 1234567.0, None, float("nan"), 12.25, 3.0]),
        "count": pa.array([1, -2, 3, 4, 5, 6, 7, 8, None], pa.int32()),
        "share": pa.array([1 / 3, 0.5, 2.0, 0.0, 1.0, None, 0.25, 0.125, 0.00004]),
        "day": pa.array([DAY] * 8 + [None], pa.date32()),
        "names": pa.array([["=a", "b"], ["c"], [], None, ["d", None]] + [["e"]] * 4),
        "yes": pa.array([True, False, None] * 3),
        "hidden": pa.array(["geheim"] * 9),
    }
)
HEADINGS = {
    "name": "Naam",
    "hours": "Uren",
    "count": "Aantal",
    "share": "Aandeel",
    "day": "Dag",
    "names": "Namen",
    "yes": "Ja of nee",
    "absent": "Niet aanwezig",
}


def test_delimited_neutralises_formulas_and_keeps_numbers() -> None:
    text = delimited(TABLE, HEADINGS)
    rows = csv_rows(text.encode("utf-8-sig"))
    assert list(rows[0]) == [title for name, title in HEADINGS.items() if name != "absent"]
    assert [row["Naam"] for row in rows[:6]] == [f"'{one}" for one in DANGEROUS]
    assert rows[6]["Naam"] == "gewoon"
    assert [row["Uren"] for row in rows] == [
        "1,5", "-2", "0,1", "0,0000001", "1234567", "", "", "12,25", "3",
    ]  # fmt: skip
    assert [row["Aantal"] for row in rows[:2]] == ["1", "-2"]
    assert [row["Aandeel"] for row in rows][:3] == ["0,3333", "0,5", "2"]
    assert rows[0]["Dag"] == "22-11-2026"
    assert [row["Namen"] for row in rows[:5]] == ["'=a; b", "c", "", "", "d"]
    assert [row["Ja of nee"] for row in rows[:3]] == ["ja", "nee", ""]
    assert "geheim" not in text


def test_workbook_writes_text_as_text_and_numbers_as_numbers() -> None:
    about = {"Wat": "=1+1", "Peildatum": "22 november 2026"}
    book = sheets(
        workbook(TABLE, HEADINGS, about, sheet="Rijen/van: alles [hier] en nog veel meer")
    )
    sheet = book.worksheets[0]
    assert len(sheet.title) <= 31
    header, *rows = sheet.iter_rows()
    assert [cell.value for cell in header][:2] == ["Naam", "Uren"]
    assert [row[0].value for row in rows[:4]] == DANGEROUS[:4]
    assert {row[0].data_type for row in rows[:8]} == {"s"}
    assert rows[7][0].hyperlink is None
    assert [row[1].value for row in rows[:3]] == [1.5, -2, 0.1]
    assert rows[6][1].value is None
    assert rows[0][1].number_format == "#,##0.00"
    assert rows[0][2].number_format == "#,##0"
    assert rows[0][3].number_format == "0.0%"
    assert rows[0][4].value == datetime(2026, 11, 22)
    assert rows[0][5].value == "=a; b"
    assert book["Toelichting"]["B1"].data_type == "s"


def test_partners_have_what_they_add_up_to_and_their_other_names(portfolio: Portfolio) -> None:
    zon, town = records(portfolio, "partners")
    assert (zon["name"], zon["type"], zon["gemeente"]) == ("De Zon", "basisschool", ZAANSTAD)
    assert (zon["active"], zon["pipeline"], zon["hours"]) == (1, 1, 1234.5)
    assert (zon["libraries"], zon["goals"]) == (["Bibliotheek Zaan"], ["SD1"])
    assert (town["name"], town["active"], town["other_names"]) == ("Gemeente Zaanstad", 0, [])
    typed = TypedPartner(name="=Zon", type="basisschool", gemeente=ZAANSTAD)
    change_partner(portfolio.store, zon["id"], 1, typed, "Anna")
    renamed = next(row for row in records(portfolio, "partners") if row["id"] == zon["id"])
    assert renamed["other_names"] == ["De Zon"]
    [row] = [r for r in csv_rows(file(portfolio, "partners", "csv")) if r["Ook bekend als"]]
    assert (row["Partner"], row["Ook bekend als"]) == ("'=Zon", "De Zon")
    assert (row["Uren per jaar"], row["Gemeente"]) == ("1234,5", "Zaanstad")
    assert records(portfolio, "partners", themes=("VO",)) == []


def test_formulas_of_users_are_harmless_in_a_whole_export(portfolio: Portfolio) -> None:
    portfolio.partnership("=HYPERLINK(1)", owner="@cmd", note="-x", gemeenten=[ZAANSTAD])
    [row] = [r for r in csv_rows(file(portfolio, "partnerships", "csv")) if "HYPER" in r["naam"]]
    assert (row["naam"], row["eigenaar"], row["notitie"]) == ("'=HYPERLINK(1)", "'@cmd", "'-x")
    sheet = sheets(file(portfolio, "partnerships", "xlsx"))["Samenwerkingen"]
    assert all(cell.data_type != "f" for line in sheet.iter_rows() for cell in line)
    assert "=HYPERLINK(1)" in {cell.value for cell in sheet["A"]}


def test_empty_and_large_cells() -> None:
    empty = pa.table({"name": pa.array([], pa.string())})
    assert delimited(empty, {"name": "Naam"}) == "Naam\r\n"
    assert sheets(workbook(empty, {"name": "Naam"}, {}, sheet=""))
    long = pa.table({"name": ["x" * 40_000]})
    sheet = sheets(workbook(long, {"name": "Naam"}, {}, sheet="A")).worksheets[0]
    assert len(sheet["A2"].value) == 32_767


# Correct it and load it again


def again(portfolio: Portfolio, kind: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """What loading the export would do to each row."""
    content = file(portfolio, "partnerships", kind, measure_date="")
    preview = read_partnerships(portfolio.store, content, f"export.{kind}")
    assert preview.rejected == ()
    assert preview.unknown_columns == ()
    assert preview.partners_new == 0
    return [(row.name, row.kind, row.columns) for row in preview.rows]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_export_of_the_example_loads_unchanged(store: Store, kind: str) -> None:
    made = Portfolio(store)
    add_example(store, today=today())
    made.ask("update library set is_example = false")
    found = again(made, kind)
    assert len(found) == 400
    assert {change for _, change, _ in found} == {"unchanged"}


def test_what_is_loaded_elsewhere_and_downloaded_there_loads_unchanged(store: Store) -> None:
    """Partners without a type beside typed ones get none by reading what was written of them."""
    add_example(store, today=today())
    filters = Filters(measure_date=today())
    first = read_partnerships(store, partnerships_workbook(store, filters), "van elders.xlsx")
    load_partnerships(store, first, "ik")
    assert {one["type"] for one in store.rows("partners_alike")} > {None}
    again = read_partnerships(store, partnerships_workbook(store, filters), "hier.xlsx")
    assert [row for row in again.rows if row.kind != "unchanged"] == []


def test_what_is_downloaded_to_correct_holds_the_filters_and_loads_unchanged(store: Store) -> None:
    made = Portfolio(store)
    add_example(store, today=today())
    made.ask("update library set is_example = false")
    content = partnerships_workbook(store, Filters(measure_date=today(), themes=("PO",)))
    preview = read_partnerships(store, content, "samenwerkingen.xlsx")
    assert {row.kind for row in preview.rows} == {"unchanged"}
    assert 0 < len(preview.rows) < 400


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_export_loads_unchanged(portfolio: Portfolio, kind: str) -> None:
    portfolio.ask("delete from partnership where name = 'Veens overleg'")  # has no partner
    found = again(portfolio, kind)
    assert [change for _, change, _ in found] == ["unchanged", "unchanged"], found


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_reason_of_an_end_goes_along(portfolio: Portfolio, kind: str) -> None:
    portfolio.ask("delete from partnership where name = 'Veens overleg'")
    over = steps(("actief", None), ("beeindigd", date(2025, 1, 1)))
    portfolio.partnership(
        "Over", partners=[1], status="beeindigd", history=over, ended_reason="=geen geld"
    )
    assert {change for _, change, _ in again(portfolio, kind)} == {"unchanged"}
    then = csv_rows(file(portfolio, "partnerships", "csv", measure_date="2024-06-01"))
    assert [row["reden_einde"] for row in then if row["naam"] == "Over"] == [""]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_own_goals_load_unchanged(portfolio: Portfolio, kind: str) -> None:
    portfolio.ask("delete from partnership where name = 'Veens overleg'")  # has no partner
    own: list[dict[str, Any]] = [
        {"code": "LEZ", "label": "Lezen", "weight": 50},
        {"code": "SD1", "label": "Geletterd", "weight": 50},
    ]
    write_goals(portfolio.store, portfolio.home, 1, own, date(2026, 1, 1), "test")
    judged = goals(LEZ=2, SD1=0, SD2=3)
    partner = portfolio.partner("De Maan")
    portfolio.partnership("Eigen", partners=[partner], owner="=1", contributions=judged)
    [row] = [r for r in csv_rows(file(portfolio, "partnerships", "csv")) if r["naam"] == "Eigen"]
    assert list(row)[-8:] == [*IMPORT_HEADERS.split(";")[-7:], "LEZ"]
    assert (row["LEZ"], row["SD1"], row["SD2"], row["SD3"]) == ("2", "0", "3", "")
    assert {change for _, change, _ in again(portfolio, kind)} == {"unchanged"}


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_future_partnership_loads_unchanged(portfolio: Portfolio, kind: str) -> None:
    # Entered as active from next year on; until then its status is opstart.
    content = (
        "naam;bibliotheek;partner;thema;status;start\n"
        "Straks;Bibliotheek Zaan;De Maan;PO;actief;01-01-2099\n"
    )
    store = portfolio.store
    load_partnerships(store, read_partnerships(store, content.encode(), "in.csv"), "test")
    portfolio.ask("delete from partnership where name = 'Veens overleg'")
    [row] = [
        one
        for one in records(portfolio, "partnerships", measure_date="")
        if one["name"] == "Straks"
    ]
    assert row["status"] == "opstart"
    assert {change for _, change, _ in again(portfolio, kind)} == {"unchanged"}


def test_loading_an_export_keeps_types_of_partners(portfolio: Portfolio) -> None:
    # Two types in one row: the column is empty, and a change elsewhere in the row loses nothing.
    store = portfolio.store
    before = portfolio.ask("select id, name, type, gemeente from partner order by id")
    content = file(portfolio, "partnerships", "csv", themes=("BAS",), measure_date="")
    changed = content.replace(b";Verkenning;", b";Actief;")
    assert changed != content
    loaded = load_partnerships(store, read_partnerships(store, changed, "terug.csv"), "test")
    assert (loaded.changed, loaded.partners_new) == (1, 0)
    assert portfolio.ask("select id, name, type, gemeente from partner order by id") == before


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("places", [(ZAANSTAD, ZAANSTAD), (ZAANSTAD, ALKMAAR), (None, None)])
def test_partners_of_one_name_stay_those_of_their_partnership(
    portfolio: Portfolio, kind: str, places: tuple[str | None, str | None]
) -> None:
    portfolio.ask("delete from partnership where name = 'Veens overleg'")  # has no partner
    first, second = (portfolio.partner("De Tweeling", "basisschool", one) for one in places)
    other = portfolio.partner("De Ander", "welzijn")
    for name, partners in {
        "Een": [first],
        "Twee": [second],
        "Samen": [second, other, first],
    }.items():
        portfolio.partnership(name, partners=partners, gemeenten=[ZAANSTAD])
    found = {name: (change, columns) for name, change, columns in again(portfolio, kind)}
    assert set(found.values()) == {("unchanged", ())}
    about = sheets(file(portfolio, "partnerships", "xlsx", measure_date=""))["Toelichting"]
    assert "Niet te onderscheiden" not in {row[0].value for row in about.iter_rows()}


def test_export_of_an_earlier_day_warns_against_loading(portfolio: Portfolio) -> None:
    about = sheets(file(portfolio, "partnerships", "xlsx", measure_date="2025-01-01"))[
        "Toelichting"
    ]
    told = {row[0].value: row[1].value for row in about.iter_rows()}
    assert "Laad dit bestand niet opnieuw" in told["Let op"]


def test_harmless_text_loads_unchanged_from_csv(portfolio: Portfolio) -> None:
    portfolio.ask("delete from partnership where name = 'Veens overleg'")
    partner = portfolio.partner("Stichting")
    portfolio.partnership("Lijst", partners=[partner], note="- een\n- twee")
    assert {change for _, change, _ in again(portfolio, "csv")} == {"unchanged"}


def test_every_name_of_a_gemeente_is_read_back(store: Store) -> None:
    known = Gemeenten(store.rows)
    for code, name in known.names.items():
        assert known.find(name) == Place(code)


# The command


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store on disk with the example portfolio."""
    found = tmp_path_factory.mktemp("export") / "store.duckdb"
    with Store.open(found) as made:
        add_example(made, partnerships=60, today=date(2026, 11, 22))
    return found


def run(path: Path, *arguments: str) -> Any:
    return CliRunner().invoke(app, ["export", *arguments, "--store", str(path)])


@pytest.mark.parametrize("subject", Subject)
def test_command_prints_json(path: Path, subject: Subject) -> None:
    result = run(path, subject.value)
    assert result.exit_code == 0
    assert json.loads(result.stdout)


def test_command_takes_dutch_and_english_options(path: Path) -> None:
    english = run(
        path, "coverage", "--region", "Noord-Holland", "--theme", "PO", "--status", "actief",
        "--measure-date", "2026-06-01", "--definition", "reach", "--totals",
    )  # fmt: skip
    dutch = run(
        path, "coverage", "--regio", "Noord-Holland", "--thema", "PO", "--status", "Actief",
        "--peildatum", "1 juni 2026", "--definitie", "bereik", "--totalen",
    )  # fmt: skip
    assert english.exit_code == dutch.exit_code == 0
    assert json.loads(english.stdout) == json.loads(dutch.stdout)
    assert None in {row["gemeente"] for row in json.loads(dutch.stdout)}


def test_command_takes_a_filter_more_than_once(path: Path) -> None:
    result = run(path, "coverage", "--thema", "PO", "--theme", "vo", "--gemeente", "Zaanstad")
    assert {row["theme"] for row in json.loads(result.stdout)} == {"PO", "VO"}
    one = json.loads(run(path, "partnerships").stdout)[0]["library"]
    found = json.loads(run(path, "partnerships", "--bibliotheek", one).stdout)
    assert {row["library"] for row in found} == {one}


def test_command_writes_a_file(path: Path, tmp_path: Path) -> None:
    output = tmp_path / "dekking.xlsx"
    result = run(path, "coverage", "--format", "xlsx", "--output", str(output))
    assert (result.exit_code, result.stdout) == (0, "")
    assert sheets(output.read_bytes()).sheetnames == ["Dekking", "Toelichting"]


def test_command_writes_bytes_to_a_pipe(path: Path) -> None:
    assert run(path, "attention", "--format", "xlsx").stdout_bytes.startswith(b"PK")
    assert csv_rows(run(path, "attention", "--format", "csv").stdout_bytes)


def test_command_keeps_a_workbook_off_the_screen(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.export_command.on_a_screen", lambda: True)
    result = run(path, "attention", "--format", "xlsx")
    assert result.exit_code == 2
    assert "--output" in result.stderr


def test_command_refuses_an_unknown_filter(path: Path) -> None:
    result = run(path, "coverage", "--thema", "opvng")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Bedoelt u Kinderopvang?" in result.stderr


def test_command_makes_no_store(tmp_path: Path) -> None:
    missing = tmp_path / "map" / "geen.duckdb"
    result = run(missing, "coverage")
    assert result.exit_code == 2
    assert "bestaat niet" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_command_spares_the_store(path: Path) -> None:
    before = path.read_bytes()
    result = run(path, "coverage", "--output", str(path))
    assert (result.exit_code, path.read_bytes() == before) == (2, True)


def test_command_warns_beside_a_csv(path: Path) -> None:
    result = run(path, "partnerships", "--format", "csv", "--peildatum", "2024-01-01")
    assert "Laad dit bestand niet opnieuw" in result.stderr
    assert "Laad dit bestand" not in result.stdout_bytes.decode()


def test_command_says_when_it_cannot_write(path: Path, tmp_path: Path) -> None:
    result = run(path, "coverage", "--output", str(tmp_path / "geen" / "map.json"))
    assert result.exit_code == 2
    assert result.stderr
