"""Dekking: the definition switches every figure, and what is unknown is said to be unknown."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from core.coverage import LABELS, MEANINGS, Definition, in_words
from core.filters import Filters, today
from data import coverage
from pages.shared import opened
from tests.pages.conftest import Fill, visit
from tests.portfolio import ALKMAAR, ZAANSTAD, Portfolio

every_definition = pytest.mark.parametrize("definition", list(Definition))


def bars(at: AppTest) -> str:
    """What the bars per theme say, from their descriptions."""
    described = [str(one.proto.alt) for one in at.get("vega_lite_chart")]
    return " | ".join(one for one in described if one.startswith("Dekking per thema"))


def totals(definition: Definition) -> list[dict[str, Any]]:
    found = coverage.coverage(
        opened.whole_store(), Filters(measure_date=today()), definition
    ).to_pylist()
    return [row for row in found if row["gemeente"] is None]


@every_definition
def test_definition_of_the_link_gives_the_figures_of_the_query(
    example: Path, definition: Definition
) -> None:
    at = visit("coverage", definitie=LABELS[definition])
    assert not at.exception
    assert any(one.value == f"{LABELS[definition]}: {MEANINGS[definition]}." for one in at.caption)
    said = bars(at)
    rows = totals(definition)
    assert len(rows) == 12
    for row in rows:
        assert f"{row['theme_label']} {in_words(row)}" in said


def test_control_switches_the_figures(example: Path) -> None:
    at = visit("coverage")
    contact = bars(at)
    at.session_state["definitie"] = LABELS[Definition.STRUCTURAL]
    at.run()
    structural = bars(at)
    assert contact != structural
    for wide, narrow in zip(totals(Definition.CONTACT), totals(Definition.STRUCTURAL), strict=True):
        assert wide["numerator"] >= narrow["numerator"]


def test_unknown_denominator_is_said(filled: Callable[[Fill], None]) -> None:
    """Childcare without a register: what is reached, and never a share."""

    def put(made: Portfolio) -> None:
        made.library("Aa", ZAANSTAD)
        nursery = made.partner("Kinderdagverblijf", "kinderopvang", ZAANSTAD)
        made.partnership(theme="KOV", partners=[nursery], gemeenten=[ZAANSTAD])

    filled(put)
    at = visit("coverage", thema="Kinderopvang")
    assert bars(at).endswith("Kinderopvang 1 bereikt, noemer onbekend")
    assert any("Noemer onbekend: Kinderopvang" in one.value for one in at.caption)
    assert "%" not in bars(at)


def test_more_covered_than_there_are_is_a_fault(filled: Callable[[Fill], None]) -> None:
    def put(made: Portfolio) -> None:
        made.library("Aa", ZAANSTAD)
        made.location("po", "00AA00")
        schools = [made.partner(f"School {n}", "basisschool", ZAANSTAD) for n in range(2)]
        made.partnership(theme="PO", partners=schools, gemeenten=[ZAANSTAD])

    filled(put)
    at = visit("coverage", thema="Primair onderwijs")
    assert "2 van 1 (200%): meer dan er zijn, controleer dit" in bars(at)
    assert any("Dat kan niet" in one.value for one in at.warning)


def test_a_cell_is_opened_by_name(filled: Callable[[Fill], None]) -> None:
    """For a phone and a keyboard; what a filter takes away is not kept chosen."""

    def put(made: Portfolio) -> None:
        made.library("Aa", ZAANSTAD, ALKMAAR)
        made.location("po", "00AA00", ZAANSTAD, 100)
        made.partnership(theme="PO", locations=["00AA00"], gemeenten=[ZAANSTAD])

    filled(put)
    at = visit("coverage")
    assert not any("Primair onderwijs in" in one.value for one in at.main.markdown)
    at.selectbox(key="cel_gemeente").set_value("Zaanstad").run()
    at.selectbox(key="cel_thema").set_value("Primair onderwijs").run()
    assert any(
        one.value == "**Primair onderwijs in Zaanstad** — 1 van 1 (100%)"
        for one in at.main.markdown
    )
    assert ["Locatie 00AA00"] in [
        one.value["Locatie"].tolist() for one in at.dataframe if "Locatie" in one.value
    ]
    at.multiselect(key="gemeente").set_value(["Alkmaar"]).run()
    assert not at.exception
    assert at.selectbox(key="cel_gemeente").value == "Alkmaar"
    assert at.selectbox(key="cel_thema").value == "Primair onderwijs"


def test_the_finding_on_reach_counts_people(filled: Callable[[Fill], None]) -> None:
    def put(made: Portfolio) -> None:
        made.library("Aa", ZAANSTAD, ALKMAAR)
        made.location("po", "00AA00", ZAANSTAD, 4100)
        made.location("po", "00AB00", ALKMAAR, 300)
        made.partnership(theme="PO", locations=["00AB00"], gemeenten=[ALKMAAR])

    filled(put)
    at = visit("coverage", thema="Primair onderwijs", definitie="Bereik")
    assert any(
        one.value == "In **1 van de 2 gemeenten** wordt geen enkele leerling bereikt voor primair "
        "onderwijs: **Zaanstad** met 4.100 leerlingen."
        for one in at.main.markdown
    )


def test_white_spots_are_the_cells_without_full_coverage(filled: Callable[[Fill], None]) -> None:
    def put(made: Portfolio) -> None:
        made.library("Aa", ZAANSTAD, ALKMAAR)
        made.location("po", "00AA00", ZAANSTAD, 100)
        made.location("po", "00AB00", ALKMAAR, 300)
        made.partnership(theme="PO", locations=["00AA00"], gemeenten=[ZAANSTAD])

    filled(put)
    at = visit("coverage", thema="Primair onderwijs")
    [spots] = [one.value for one in at.dataframe if "Locaties zonder" in one.value]
    assert spots["Gemeente"].tolist() == ["Alkmaar"]
    assert spots["Leerlingen of plaatsen erbij"].tolist() == [300]
    assert any("In **1 van de 2 gemeenten** ontbreekt" in one.value for one in at.main.markdown)


def test_a_white_spot_with_an_unlinked_school_says_at_most(
    filled: Callable[[Fill], None],
) -> None:
    """Three schools, one covered by a partner of which nobody knows which school it is."""

    def put(made: Portfolio) -> None:
        made.library("Aa", ZAANSTAD, ALKMAAR)
        for number, size in enumerate((100, 200, 300)):
            made.location("po", f"00AA0{number}", ZAANSTAD, size)
        made.location("po", "00AB00", ALKMAAR, 50)
        school = made.partner("OBS De Ster", "basisschool", ZAANSTAD)
        made.partnership(theme="PO", partners=[school], gemeenten=[ZAANSTAD])

    filled(put)
    at = visit("coverage", thema="Primair onderwijs")
    [spots] = [one.value for one in at.dataframe if "Locaties zonder" in one.value]
    shown = ["Gemeente", "Locaties zonder", "Leerlingen of plaatsen erbij", "Toelichting"]
    assert spots[shown].to_numpy().tolist() == [
        ["Zaanstad", 2, 600, "ten hoogste: 1 gedekt, niet gekoppeld"],
        ["Alkmaar", 1, 50, ""],
    ]
    assert any("hoeveel zij er heeft, is onbekend" in one.value for one in at.caption)


def test_a_register_without_sizes_is_not_said_to_be_absent(
    filled: Callable[[Fill], None],
) -> None:
    def put(made: Portfolio) -> None:
        made.library("Aa", ZAANSTAD, ALKMAAR)
        for number, size in enumerate((100, None, None)):
            made.location("po", f"00AA0{number}", ZAANSTAD, size)
        made.location("po", "00AB00", ALKMAAR)
        made.partnership(theme="PO", locations=["00AA01"], gemeenten=[ZAANSTAD])

    filled(put)
    at = visit("coverage", thema="Primair onderwijs")
    [spots] = [one.value for one in at.dataframe if "Locaties zonder" in one.value]
    assert spots["Toelichting"].tolist() == [
        "zonder 2 waarvan het aantal onbekend is",
        "onbekend: het register noemt geen aantallen",
    ]


def test_what_does_not_count_is_listed_with_what_mends_it(filled: Callable[[Fill], None]) -> None:
    def put(made: Portfolio) -> None:
        made.library("Aa", ZAANSTAD)
        made.location("po", "00AA00", ZAANSTAD, 100)
        made.partnership("Verkeerd", theme="PO", locations=["99ZZ99", "00AA00"])
        made.partnership("Vaag", theme="PO", partners=[made.partner("De Zon")])

    filled(put)
    at = visit("coverage")
    assert any(one.value.startswith("2 samenwerkingen tellen niet") for one in at.caption)
    assert at.dataframe[-1].value["Samenwerking"].tolist() == ["Vaag"]
    at.session_state["telt_niet"] = "unknown_location"
    at.run()
    assert at.dataframe[-1].value["Nummer"].tolist() == ["99ZZ99"]
    assert any("zijn geen nummer uit het register" in one.value for one in at.caption)


def test_without_a_library_no_white_spots_of_the_whole_country(empty: Path) -> None:
    at = visit("coverage")
    assert any("nog geen samenwerkingen" in one.value for one in at.main.markdown)
    assert not any("ontbreekt" in one.value for one in at.main.markdown)
    assert not at.get("vega_lite_chart")


def test_everything_counts(filled: Callable[[Fill], None]) -> None:
    filled(lambda made: made.partnership(theme="GEM"))
    at = visit("coverage")
    assert any("telt mee" in one.value for one in at.success)


def test_every_chart_has_a_description(example: Path) -> None:
    at = visit("coverage")
    charts = at.get("vega_lite_chart")
    assert len(charts) >= 6
    assert all(one.proto.alt for one in charts)
    # Constant specifications: rows travel apart, as Arrow.
    specifications = [json.loads(one.proto.spec) for one in charts]
    assert all("datasets" not in one for one in specifications)
    assert {one["config"]["locale"]["number"]["decimal"] for one in specifications} == {","}
