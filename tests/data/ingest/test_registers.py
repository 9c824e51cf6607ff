from datetime import date
from pathlib import Path

import pytest

from core.filters import today
from data.errors import ChangedMeanwhile, InputRefused
from data.ingest.columns import ColumnsRefused
from data.ingest.register_notices import notices
from data.ingest.register_writing import load_register
from data.ingest.registers import read_register
from data.undo import undo_batch

from .files import lines

DAY = date(2025, 10, 1)
REAL = Path(__file__).parents[3].parent / "shared" / "data" / "registers"
OLD = (
    "BRIN NUMMER,VESTIGINGSNUMMER,VESTIGINGSNAAM,PLAATSNAAM,GEMEENTENUMMER,GEMEENTENAAM,DENOMINATIE"
)
NEW = "INSTELLINGSCODE,VESTIGINGSCODE,VESTIGINGSNAAM,PLAATSNAAM,GEMEENTENUMMER,GEMEENTENAAM,X"
LRK = (
    "lrk_id;type_oko;actuele_naam_oko;aantal_kindplaatsen;status;verantwoordelijke_gemeente;"
    "cbs_code"
)


def read(store, kind, *rows, **options):
    return read_register(store, kind, lines(*rows), "x.csv", **options)


def places(store, register):
    found = store.rows("register_locations", register=register)
    return {
        row["id"]: (row["name"], row["gemeente"], row["size"], row["in_register"]) for row in found
    }


@pytest.mark.parametrize("header", [OLD, NEW])
@pytest.mark.parametrize("branch", ["16AH00", "00", "0"])
def test_both_duo_editions(store, header, branch):
    preview = read(store, "po", header, f"16AH,{branch},'t Eenspan,EMMEN,0114,EMMEN,Openbaar")
    result = load_register(store, preview, "Anna", date(2025, 10, 1))
    assert (result.new, result.measure_date) == (1, date(2025, 10, 1))
    assert places(store, "po") == {"16AH00": ("'t Eenspan", "GM0114", None, True)}
    assert preview.unknown_columns == (("X",) if header == NEW else ())


def test_merged_split_and_unknown_gemeenten(store):
    preview = read(
        store, "po", OLD,
        "1,00AA00,A,DOKKUM,0058,DONGERADEEL,", "1,00AB00,B,ESCH,0788,HAAREN,",
        "1,00AC00,C,NERGENS,0788,HAAREN,", "1,00AD00,D,X,,Zaandsta,",
    )  # fmt: skip
    assert {one.id: one.gemeente for one in preview.new} == {"00AA00": "GM1970", "00AB00": "GM0757"}
    assert [(one.row, one.column, one.value) for one in preview.rejected] == [
        (4, "GEMEENTENAAM", "HAAREN"),
        (5, "GEMEENTENAAM", "Zaandsta"),
    ]
    assert "Boxtel, Oisterwijk, Tilburg of Vught" in preview.rejected[0].reason
    assert "Zaanstad" in preview.rejected[1].reason
    assert "Noardeast-Fryslân" in preview.remarks[0].text


def test_a_postcode_tells_where_a_split_gemeente_went(store):
    """A list without places, as that of the schools, has one; a place that is known goes first."""
    header = "BRIN,vestigingsnaam,gemeente,postcode"
    rows = ("00AA00,A,Haaren,5074PE", "00AB00,B,Haaren,5268 AC", "00AC00,C,Haaren,9999ZZ")
    preview = read(store, "po", header, *rows)
    assert {one.id: one.gemeente for one in preview.new} == {"00AA00": "GM0855", "00AB00": "GM0865"}
    assert [(one.row, one.value) for one in preview.rejected] == [(4, "Haaren")]
    with_place = read(store, "po", f"{header},plaats", "00AA00,A,Haaren,5074PE,Esch")
    assert with_place.new[0].gemeente == "GM0757"
    twice = read(store, "po", f"{header},opvanglocatie_postcode", f"{rows[0]},1000AA")
    assert twice.new[0].gemeente == "GM0855"


def test_childcare_registered_and_of_the_chosen_type(store):
    rows = [
        LRK,
        "1;KDV;De Zon;24;Ingeschreven;Zaanstad;0479",
        "2;BSO;De Maan;30;Ingeschreven;Zaanstad;0479",
        "3;KDV;De Ster;10;Uitgeschreven;Zaanstad;0479",
        "4;kdv;Café ’t Kind;12;Ingeschreven;Súdwest-Fryslân;",
    ]
    content = "\n".join(rows).encode("cp1252")
    preview = read_register(store, "kinderopvang", content, "lrk.csv")
    assert {one.id: one.size for one in preview.new} == {"1": 24, "4": 12}
    assert preview.new[1].name == "Café ’t Kind"
    assert preview.skipped == {"type BSO": 1, "status Uitgeschreven": 1}
    assert not preview.rejected
    wider = read_register(store, "kinderopvang", content, "lrk.csv", include=["kdv", "bso"])
    assert len(wider.new) == 3


def test_generic_belongs_to_a_theme_without_its_own_register(store):
    rows = ("code,naam,gemeente,inwoners", "WK1,Centrum,GM0479,1.200", "WK2,Noord,Delft,-1")
    preview = read(store, "generic", *rows)
    assert (preview.register, preview.new[0].size) == ("COM", 1200)
    assert [(one.row, one.column, one.value) for one in preview.rejected] == [(3, "inwoners", "-1")]
    assert read(store, "generic", *rows, theme="Gemeente").register == "GEM"
    with pytest.raises(InputRefused, match="eigen register"):
        read(store, "generic", *rows, theme="PO")
    with pytest.raises(InputRefused, match="niet bekend"):
        read(store, "generic", *rows, theme="XYZ")
    with pytest.raises(ColumnsRefused, match="naam ontbreekt"):
        read(store, "generic", "code,gemeente", "1,Delft")


def test_a_register_replaces_the_one_before(store):
    header = "BRIN,vestigingsnaam,gemeente,pupils_total"
    first = (header, "00AA00,A,Delft,10", "00AB00,B,Delft,20", "00AC00,C,Delft,30")
    load_register(store, read(store, "po", *first), "Anna")
    again = read(store, "po", *first)
    assert (again.accepted, again.unchanged) == (0, 3)
    assert load_register(store, again, "Anna").batch is None
    second = read(store, "po", header, "00AA00,A,Delft,10", "00AB00,B,Delft,25", "00AC00,C,Delf,30")
    assert (second.accepted, second.unchanged, second.removed) == (1, 1, ("00AC00",))
    load_register(store, second, "Anna")
    third = read(store, "po", "BRIN,naam,gemeente", "00AB00,B,Delft")
    assert set(third.removed) == {"00AA00"}
    assert load_register(store, third, "Anna", replace=True).removed == 1
    assert places(store, "po")["00AA00"] == ("A", "GM0503", 10, False)
    # The file has no column for size, so what is known stays.
    assert places(store, "po")["00AB00"] == ("B", "GM0503", 25, True)
    assert len(read(store, "po", *first).changed) == 3


def test_after_a_load_the_register_is_what_the_file_has(store):
    """Whatever was loaded before: a rejected row leaves nothing of an earlier version behind."""
    header = "BRIN,vestigingsnaam,gemeente"
    before = (header, "00AA00,A,Delft", "00AB00,De Ster,Delft", "00AC00,C,Delft")
    load_register(store, read(store, "po", *before), "Anna", date(2024, 10, 1))
    was = places(store, "po")
    now = read(store, "po", header, "00AA00,A,Delft", "00AB00,De Ster,Delf", "00AD00,D,Delf")
    assert (now.removed, now.removed_rejected) == (("00AB00", "00AC00"), ("De Ster (00AB00)",))
    [said] = notices(now, DAY)
    assert said.startswith("1 locatie die nu in het register staat, vervalt doordat de rij")
    assert "De Ster (00AB00). Verbeter die rij eerst" in said
    loaded = load_register(store, now, "Anna", replace=True)
    assert [id_ for id_, row in places(store, "po").items() if row[-1]] == ["00AA00"]
    assert loaded.batch is not None
    undo_batch(store, loaded.batch, "Bert")
    assert places(store, "po") == was


def test_what_a_file_has_no_column_for_is_said_where_there_is_something_to_keep(store):
    header = "BRIN,vestigingsnaam,gemeente"
    first = read(
        store, "po", f"{header},plaats,leerlingen", "00AA00,A,Delft,Delft,10", "00AB00,B,Delft,,"
    )
    assert notices(first, DAY) == ()
    load_register(store, first, "Anna")
    again = read(store, "po", header, "00AA00,A,Delft", "00AB00,B,Delft", "00AC00,C,Delft")
    assert notices(again, today()) == (
        "Dit bestand heeft geen kolom 'plaats'; de plaatsnamen van de vorige lading blijven staan "
        "(bij 1 locatie).",
        "Dit bestand heeft geen kolom 'omvang'; de aantallen leerlingen of plaatsen van de vorige "
        "lading blijven staan (bij 1 locatie).",
    )


def test_a_measure_date_before_that_of_the_last_load_is_said(store):
    rows = ("BRIN,vestigingsnaam,gemeente", "00AA00,A,Delft")
    load_register(store, read(store, "po", *rows), "Anna", DAY)
    older = read(store, "po", rows[0], "00AA00,Z,Delft")
    assert notices(older, DAY) == ()
    [said] = notices(older, date(2016, 1, 1))
    assert "1 januari 2016 ligt vóór die van wat nu geladen is (x.csv, peildatum 1 okt" in said
    assert notices(read(store, "po", *rows), date(2016, 1, 1)) == ()


@pytest.mark.parametrize("day", [date(1999, 12, 31), date(2100, 1, 1)])
def test_a_measure_date_that_cannot_be_right_is_refused(store, day):
    preview = read(store, "po", "BRIN,vestigingsnaam,gemeente", "00AA00,A,Delft")
    with pytest.raises(InputRefused, match="peildatum"):
        load_register(store, preview, "Anna", day)


def test_a_register_that_changed_after_the_preview_is_not_loaded(store):
    header = "BRIN,vestigingsnaam,gemeente"
    day = date(2025, 10, 1)
    first = (header, "00AA00,A,Delft", "00AB00,B,Delft")
    seen = read(store, "po", header, "00AA00,Z,Delft")
    loaded = load_register(store, read(store, "po", *first), "Anna", day)
    before = places(store, "po")
    with pytest.raises(ChangedMeanwhile, match="register po is gewijzigd"):
        load_register(store, seen, "Bert", replace=True)
    assert places(store, "po") == before
    # Nor is it said that nothing changes, where something would by now.
    again = read(store, "po", *first)
    assert loaded.batch is not None
    undo_batch(store, loaded.batch, "Anna")
    with pytest.raises(ChangedMeanwhile):
        load_register(store, again, "Bert", day)


def test_a_later_measure_date_is_a_change_meanwhile(store):
    rows = ("BRIN,vestigingsnaam,gemeente", "00AA00,A,Delft")
    load_register(store, read(store, "po", *rows), "Anna", date(2024, 10, 1))
    seen = read(store, "po", *rows)
    load_register(store, read(store, "po", *rows), "Anna", date(2025, 10, 1))
    with pytest.raises(ChangedMeanwhile):
        load_register(store, seen, "Bert", date(2024, 10, 1))


def test_a_link_or_another_register_is_no_change_meanwhile(store):
    header = "BRIN,vestigingsnaam,gemeente"
    seen = read(store, "po", header, "00AA00,A,Delft")
    load_register(store, read(store, "vo", header, "00VA00,A,Delft"), "Anna")
    assert load_register(store, seen, "Bert").new == 1


def test_the_same_id_twice(store):
    header = "BRIN,vestigingsnaam,gemeente"
    preview = read(store, "po", header, "00AA00,A,Delft", "00AA00,A,Delft", "00AA00,Z,Delft")
    assert [(one.row, one.value) for one in preview.rejected] == [(4, "00AA00")]
    assert "rij 2" in preview.rejected[0].reason
    assert sum(preview.skipped.values()) == 1


def test_exam_candidates_are_no_pupils(store):
    header = "BRIN,vestigingsnaam,gemeente,candidates_total"
    preview = read(store, "vo", header, "00AA00,A,Delft,99")
    assert preview.new[0].size is None
    assert preview.unknown_columns == ("candidates_total",)


@pytest.mark.skipif(not REAL.exists(), reason=f"the real registers are not in {REAL}")
@pytest.mark.parametrize(
    ("kind", "file", "locations", "rejected"),
    [
        ("po", "duo_basisscholen_2016.csv", 6_513, 0),
        ("po", "po_schools.csv", 6_589, 0),
        ("vo", "vo_schools.csv", 1_231, 0),
    ],
)
def test_the_real_registers(store, kind, file, locations, rejected):
    preview = read_register(store, kind, (REAL / file).read_bytes(), file)
    assert (preview.accepted, len(preview.rejected)) == (locations, rejected)
    assert load_register(store, preview, "Anna").new == locations


@pytest.mark.skipif(not REAL.exists(), reason=f"the real registers are not in {REAL}")
def test_the_real_register_is_the_same_after_another(store):
    """Loaded alone or over that of 2016: the same schools."""

    def load(file):
        preview = read_register(store, "po", (REAL / file).read_bytes(), file)
        loaded = load_register(store, preview, "Anna", replace=True)
        return loaded, {id_ for id_, row in places(store, "po").items() if row[-1]}

    loaded, alone = load("po_schools.csv")
    assert loaded.batch is not None
    undo_batch(store, loaded.batch, "Anna")
    load("duo_basisscholen_2016.csv")
    loaded, after = load("po_schools.csv")
    assert (len(alone), after) == (6_589, alone)
