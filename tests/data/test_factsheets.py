"""What a factsheet of a gemeente is made of, asked of a small portfolio."""

from datetime import date

import pytest

from core.coverage import Definition
from core.factsheet import Factsheet
from core.factsheet_wording import agreements_in_words, covered, lead, missing
from core.factsheet_words import FactsheetWords
from core.filters import Filters
from core.gemeente_figures import GemeenteFigures
from core.yearly_result import YearlyResult
from data.factsheet_documents import write_factsheet_document
from data.factsheets import factsheet_partnerships, factsheets
from data.store import Store
from data.yearly_results import add_yearly_result
from tests.portfolio import ALKMAAR, DAY, VEENDAM, ZAANSTAD, Portfolio

CONTACT = Definition.CONTACT
ON = Filters(measure_date=DAY)


@pytest.fixture
def made(store: Store) -> Portfolio:
    """One library in two gemeenten; a school of each, and a care organisation for both."""
    portfolio = Portfolio(store)
    portfolio.library("Bibliotheek Aa", ZAANSTAD, ALKMAAR)
    here = portfolio.partner("OBS De Ster", "basisschool", ZAANSTAD)
    there = portfolio.partner("OBS De Maan", "basisschool", ALKMAAR)
    care = portfolio.partner("GGD Noord", "jeugdgezondheidszorg", ALKMAAR)
    portfolio.partnership(
        "Schoolbieb", partners=[here, there], agreement=True, end_date=date(2028, 7, 31),
        programmes=["de Bibliotheek op school po"],
    )  # fmt: skip
    portfolio.partnership(
        "Doorverwijzen", theme="ZWE", partners=[care], gemeenten=[ZAANSTAD],
        actual_result="Veertig gezinnen zijn doorverwezen.",
    )  # fmt: skip
    portfolio.partnership("Straks", partners=[here], gemeenten=[ZAANSTAD], status="verkenning")
    portfolio.partnership("Voorbij", partners=[here], gemeenten=[ZAANSTAD], status="beeindigd")
    return portfolio


def of(made: Portfolio, *gemeenten: str, filters: Filters = ON) -> list[Factsheet]:
    return factsheets(made.store, filters, CONTACT, made.home, gemeenten)


def test_factsheet_partnerships_that_run_or_are_prepared(made: Portfolio) -> None:
    found = {
        row["name"]: (row["counts_as"], row["in_force"], row["served"])
        for row in factsheet_partnerships(made.store, ON)
    }
    assert found == {
        "Schoolbieb": ("active", True, [ALKMAAR, ZAANSTAD]),
        "Doorverwijzen": ("active", False, [ZAANSTAD]),
        "Straks": ("pipeline", False, [ZAANSTAD]),
    }


def test_a_school_is_a_partner_in_its_own_gemeente_and_care_in_every_one(made: Portfolio) -> None:
    zaanstad, alkmaar = of(made, ZAANSTAD, ALKMAAR)
    assert [one.name for one in zaanstad.partners] == ["GGD Noord", "OBS De Ster"]
    assert [one.name for one in alkmaar.partners] == ["OBS De Maan"]
    assert (zaanstad.pipeline, alkmaar.pipeline) == (1, 0)


def test_contributions_agreements_and_results(made: Portfolio) -> None:
    [sheet] = of(made, ZAANSTAD)
    served = {one.field.code for one in sheet.served if one.partnerships}
    assert served == {"youth", "care"}
    assert [(one.name, one.end) for one in sheet.agreements] == [("Schoolbieb", date(2028, 7, 31))]
    assert [(one.name, one.text, one.year) for one in sheet.results] == [
        ("Doorverwijzen", "Veertig gezinnen zijn doorverwezen.", None)
    ]
    assert agreements_in_words(sheet) == (
        "1 van de 2 samenwerkingen heeft een getekende overeenkomst"
    )
    assert lead(sheet) == (
        "Bibliotheek Aa werkt in Zaanstad samen met 2 partners, in 2 samenwerkingen. Die dragen "
        "bij aan 2 van de 7 terreinen van het gemeentelijk beleid."
    )


def test_an_agreement_that_ended_is_none(made: Portfolio) -> None:
    [sheet] = of(made, ZAANSTAD, filters=Filters(measure_date=date(2028, 8, 1)))
    assert sheet.agreements == ()


def test_a_result_of_a_year_comes_before_that_of_the_record(made: Portfolio) -> None:
    [sheet] = of(made, ZAANSTAD)
    about = sheet.results[0].partnership
    for year, actual in ((2024, "Dertig."), (2025, "Vijftig."), (2026, None)):
        result = YearlyResult(partnership=about, year=year, intended="Meer.", actual=actual)
        add_yearly_result(made.store, result, "Anna")
    [sheet] = of(made, ZAANSTAD)
    assert [(one.text, one.year) for one in sheet.results] == [("Vijftig.", 2025)]


def test_coverage_is_that_of_the_library_in_the_gemeente(made: Portfolio) -> None:
    """Zaanstad has 47 schools by the shipped count; one is a partner."""
    [sheet] = of(made, ZAANSTAD)
    said = {one.label: (one.text, one.is_there) for one in covered(sheet)}
    assert said["Primair onderwijs"] == ("1 van 47 basisscholen (2%)", None)
    assert said["Zorg en welzijn"] == ("1 van 1", True)
    assert said["Cultuur"] == ("0 van 1", False)


def test_filters_on_theme_hold(made: Portfolio) -> None:
    only = Filters(measure_date=DAY, themes=("ZWE",))
    [sheet] = of(made, ZAANSTAD, filters=only)
    assert [row["name"] for row in sheet.active] == ["Doorverwijzen"]
    assert [one.label for one in covered(sheet)] == ["Zorg en welzijn"]


def test_what_was_written_stands_on_its_own_gemeente(made: Portfolio) -> None:
    about = {"library": made.home, "gemeente": 479}
    figures = GemeenteFigures(**about, year=2025, members=10)
    words = FactsheetWords(**about, story="Amina", ask="Ga door")
    for content in (figures, words):
        write_factsheet_document(made.store, 0, 0, "Zaanstad", content, "Anna")
    zaanstad, alkmaar = of(made, ZAANSTAD, ALKMAAR)
    assert (zaanstad.story, zaanstad.ask) == ("Amina", "Ga door")
    assert missing(zaanstad) == ["7 kerncijfers"]
    assert missing(alkmaar) == ["kerncijfers", "een verhaal", "wat u vraagt"]


def test_other_libraries_of_the_gemeente_are_named_and_not_counted(made: Portfolio) -> None:
    other = made.library("Bibliotheek Bee", ZAANSTAD)
    made.partnership("Van Bee", library=other, gemeenten=[ZAANSTAD])
    [sheet] = of(made, ZAANSTAD)
    assert sheet.others == ("Bibliotheek Bee",)
    assert "Van Bee" not in {row["name"] for row in sheet.active}


def test_a_gemeente_without_anything_has_a_factsheet_all_the_same(made: Portfolio) -> None:
    [sheet] = of(made, VEENDAM)
    assert (sheet.active, sheet.partners, sheet.fields_served) == ((), (), 0)
    assert lead(sheet).startswith("Bibliotheek Aa is er voor alle 27.")
    assert agreements_in_words(sheet) == ""


def test_of_a_library_that_is_no_more_there_are_none(made: Portfolio) -> None:
    assert factsheets(made.store, ON, CONTACT, 999, (ZAANSTAD,)) == []
    assert of(made) == []
