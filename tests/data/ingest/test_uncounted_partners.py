"""What will not count in the coverage is said before it is loaded."""

from data.ingest.partnerships import Preview, load_partnerships, read_partnerships
from data.ingest.uncounted_partners import uncounted_by_type
from data.store import Store

from .files import lines

ROWS = (
    "naam;bibliotheek;partner;partnertype;thema;gemeente;status;locatie",
    "Goed;Aa;OBS De Ster;basisschool;PO;Zaanstad;actief;",
    "Ander type;Aa;Welzijn Een;welzijn;PO;Zaanstad;actief;",
    "Nog een;Aa;Welzijn Twee;welzijn;PO, VO;Zaanstad;opstart;",
    "Bekend type;Aa;Welzijn Een;;PO;Zaanstad;actief;",
    "Zonder type;Aa;Kindcentrum;;KOV;Zaanstad;actief;",
    "Zonder register;Aa;ROC;;MBO;Zaanstad;actief;",
    "Met locatie;Aa;Welzijn Een;welzijn;PO;Zaanstad;actief;00AA00",
    "Voorbij;Aa;Welzijn Een;welzijn;PO;Zaanstad;beeindigd;",
)


def said(preview: Preview) -> list[tuple[int, str, int, str]]:
    return [
        (one.row, one.value, one.times, one.text)
        for one in preview.remarks
        if one.column == "partnertype"
    ]


def test_partners_of_a_type_that_does_not_count_are_told_by_type_and_theme(store: Store) -> None:
    found = said(read_partnerships(store, lines(*ROWS), "x.csv"))
    assert [one[:3] for one in found] == [(3, "welzijn", 3), (4, "welzijn", 1), (6, "", 1)]
    primary, secondary, childcare = (text for *_, text in found)
    assert "dekking van Primair onderwijs: zonder locatie telt daar alleen een" in primary
    assert "van het type basisschool. Noem de locaties in de kolom locatie of" in primary
    assert "dekking van Voortgezet onderwijs" in secondary
    assert "type kinderopvang, en het partnertype ontbreekt. Vul partnertype in" in childcare


def test_of_a_typed_and_an_untyped_partner_one_lacks_its_type(store: Store) -> None:
    row = 'Samen;Aa;"Welzijn Een; Kindcentrum";;PO;Zaanstad;actief;'
    found = said(read_partnerships(store, lines(*ROWS[:3], row), "x.csv"))
    [text] = [text for at, *_, text in found if at == 4]
    assert ", en van een van de partners ontbreekt het type. Vul partnertype in" in text


def test_what_is_said_beforehand_is_what_does_not_count_afterwards(store: Store) -> None:
    preview = read_partnerships(store, lines(*ROWS), "x.csv")
    load_partnerships(store, preview, "Anna")
    uncounted = store._connection.execute(
        "select p.name, u.theme from partnership_uncounted u join partnership p "
        "on p.id = u.partnership where u.reason in ('no_type', 'other_type') "
        "and p.status <> 'beeindigd' order by all"
    ).fetchall()
    assert uncounted == [
        ("Ander type", "PO"),
        ("Bekend type", "PO"),
        ("Nog een", "PO"),
        ("Nog een", "VO"),
        ("Zonder type", "KOV"),
    ]
    assert sum(times for _, _, times, _ in said(preview)) == len(uncounted)
    # Loaded before, it is said again: the rows are still to be mended.
    assert said(read_partnerships(store, lines(*ROWS), "x.csv")) == said(preview)


def test_uncounted_by_type(store: Store) -> None:
    asked = [
        ("PO", ["basisschool", "welzijn"]),
        ("PO", ["welzijn", None]),
        ("PO", ["welzijn"]),
        ("MBO", ["welzijn"]),
    ]
    found = uncounted_by_type(
        store.rows, [{"theme": theme, "types": types} for theme, types in asked]
    )
    assert [(one["types"], one["reason"]) for one in found] == [
        (["welzijn"], "other_type"),
        (["welzijn", None], "no_type"),
    ]
    assert uncounted_by_type(store.rows, []) == []
