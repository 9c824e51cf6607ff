"""A register of the wrong kind never takes the place of the right one."""

from pathlib import Path

import pytest

from data.errors import InputRefused
from data.ingest.registers import load_register, read_register
from data.store import Store

from .files import lines

REAL = Path(__file__).parents[3].parent / "shared" / "data" / "registers"
PLAIN = "BRIN,vestigingsnaam,gemeente"
TYPED = f"{PLAIN},type"
LRK = "lrk_id;type_oko;actuele_naam_oko;verantwoordelijke_gemeente"
DUO_VO = "BRIN NUMMER,VESTIGINGSNUMMER,VESTIGINGSNAAM,GEMEENTENAAM,DENOMINATIE,ONDERWIJSSTRUCTUUR"
PO = (TYPED, "00AA00,De Ster,Delft,Bo", "00AB00,De Maan,Delft,Sbo", "00AC00,De Zon,Delft,")
VO = (TYPED, "01AA00,Het Baken,Delft,HAVO/VWO", "01AB00,Drift,Delft,VMBO")
CHILDCARE = (LRK, "123456789;KDV;De Zon;Delft", "123456780;KDV;De Ster;Delft")


def named(*names: str) -> tuple[str, ...]:
    """Twelve schools by these names, without anything else that tells what they are."""
    return (PLAIN, *(f"{n:02}AA00,{names[n % len(names)]} {n},Delft" for n in range(12)))


@pytest.mark.parametrize(
    ("rows", "loaded_as", "says"),
    [
        (PO, "vo", "een bestand met basisscholen, niet met scholen voor voortgezet onderwijs"),
        (VO, "po", "een bestand met scholen voor voortgezet onderwijs, niet met basisscholen"),
        (PO, "kinderopvang", "een bestand met basisscholen, niet met kinderopvang"),
        (VO, "kinderopvang", "scholen voor voortgezet onderwijs, niet met kinderopvang"),
        (CHILDCARE, "po", "een bestand met kinderopvang, niet met basisscholen"),
        (CHILDCARE, "vo", "een bestand met kinderopvang, niet met scholen"),
        (CHILDCARE, "generic", "een bestand met kinderopvang"),
        ((DUO_VO, "01AA,00,Het Baken,DELFT,Openbaar,BRUGJAAR"), "po", "voortgezet onderwijs, niet"),
        ((DUO_VO, "01AA,00,Het Baken,DELFT,Openbaar,"), "po", "voortgezet onderwijs, niet"),
        (named("OBS De Ster", "Baken", "RKBS Zon"), "vo", "een bestand met basisscholen, niet met"),
        (named("Lyceum Oost", "Baken", "Zon College"), "po", "voortgezet onderwijs, niet met"),
        ((PLAIN, "00AA00,De Ster,Delft"), "kinderopvang", "een bestand met scholen, niet met"),
        (("nummer,naam,gemeente", "123456789,De Zon,Delft"), "po", "geen bestand met basisscholen"),
    ],
)
def test_another_kind_is_refused_with_what_to_do(
    store: Store, rows: tuple[str, ...], loaded_as: str, says: str
) -> None:
    with pytest.raises(InputRefused, match=says) as refused:
        read_register(store, loaded_as, lines(*rows), "x.csv")  # type: ignore[arg-type]
    assert "Laad dit" in refused.value.advice or "laad dit" in refused.value.advice
    assert "Er is niets gewijzigd." in refused.value.advice


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        (PO, "po"),
        (VO, "vo"),
        (CHILDCARE, "kinderopvang"),
        ((PLAIN, "00AA00,Baken,Delft"), "po"),
        ((PLAIN, "00AA00,Baken,Delft"), "vo"),
        (named("OBS De Ster", "Drift"), "po"),
        (named("Lyceum Oost", "Drift"), "vo"),
        # Colleges of mbo have BRIN numbers too, and no register of their own.
        (named("Lyceum Oost", "ROC College"), "generic"),
    ],
)
def test_the_right_kind_and_what_cannot_be_told_are_read(
    store: Store, rows: tuple[str, ...], kind: str
) -> None:
    preview = read_register(store, kind, lines(*rows), "x.csv")  # type: ignore[arg-type]
    assert preview.accepted == len(rows) - 1


@pytest.mark.skipif(not REAL.exists(), reason=f"the real registers are not in {REAL}")
@pytest.mark.parametrize(
    ("file", "right"),
    [("duo_basisscholen_2016.csv", "po"), ("po_schools.csv", "po"), ("vo_schools.csv", "vo")],
)
@pytest.mark.parametrize("kind", ["po", "vo", "kinderopvang", "generic"])
def test_the_real_files_are_told_apart(store: Store, file: str, right: str, kind: str) -> None:
    content = (REAL / file).read_bytes()
    if kind == right:
        assert read_register(store, kind, content, file).accepted > 1_000  # type: ignore[arg-type]
        return
    with pytest.raises(InputRefused, match="Dit is een bestand met"):
        read_register(store, kind, content, file)  # type: ignore[arg-type]


def test_a_file_without_one_usable_row_changes_nothing(store: Store) -> None:
    load_register(store, read_register(store, "po", lines(*PO), "po.csv"), "Anna")
    before = (store.rows("register_locations", register="po"), store.data_version)
    preview = read_register(store, "po", lines(PLAIN, "00AA00,De Ster,Delf"), "fout.csv")
    with pytest.raises(InputRefused, match="geen enkele locatie") as refused:
        load_register(store, preview, "Anna", replace=True)
    assert "1 afgekeurd (rij 2, kolom gemeente:" in refused.value.advice
    assert (store.rows("register_locations", register="po"), store.data_version) == before


def test_most_of_a_register_goes_only_when_that_is_meant(store: Store) -> None:
    load_register(store, read_register(store, "po", lines(*PO), "po.csv"), "Anna")
    half = read_register(store, "po", lines(*PO[:3]), "half.csv")
    assert (len(half.removed), half.present, half.removes_most) == (1, 3, False)
    few = read_register(store, "po", lines(*PO[:2]), "few.csv")
    with pytest.raises(InputRefused, match="vervallen 2 van de 3 locaties in het register po"):
        load_register(store, few, "Anna")
    assert len(read_register(store, "po", lines(*PO), "po.csv").new) == 0
    assert load_register(store, few, "Anna", replace=True).removed == 2
