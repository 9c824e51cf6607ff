"""What holds for every page, whatever the store holds: it runs, finds, and speaks Dutch."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Fill, visit
from tests.portfolio import ZAANSTAD, Portfolio

PAGES = {
    "overview": "Overzicht",
    "coverage": "Dekking",
    "alignment": "Doelen",
    "scenario": "Wat als",
    "consideration": "Afwegingstabel",
    "partnerships": "Samenwerkingen",
    "partner_register": "Partners",
    "strategy": "Strategie",
    "partnership": "Samenwerking",
    "step_plan": "Stappenplan",
    "materials": "Dossier",
    "forces": "Krachtenanalyse",
    "influence_styles": "Communicatiestijlen",
    "gemeente_factsheet": "Factsheet gemeente",
    "portfolio_report": "Rapport",
    "intake": "Gegevens",
    "sources": "Bronnen",
    "access": "Toegang",
}
every_page = pytest.mark.parametrize("page", PAGES)
# A name that Dutch libraries use themselves.
PROGRAMME = "Community Library"
ICON = re.compile(r":material/\w+:")
# A sentence that says a number of things, or that there are none.
FINDINGS = {
    "overview": r"nog geen samenwerkingen|samenwerking(en)? (loopt|lopen)|geen enkele samenw",
    "coverage": r"nog geen samenwerkingen|ontbreekt een |In elke g|geen enkel thema",
    "alignment": r"nog geen samenwerkingen|geen enkele (lopende )?samenwerking|Het zwakst staat",
    "scenario": r"nog geen samenwerkingen|(vraagt|vragen) nu \*\*",
    "partnership": r"Kies een samenwerking",
    "step_plan": r"nog geen samenwerkingen|stappenplan(nen)?\*\*|nog geen stappenplannen",
    "consideration": r"De tabel adviseert, mensen besluiten|Er (is|zijn) \*\*\d+ afweging",
    "partnerships": r"nog geen samenwerkingen|samenwerking(en)?\*\* binnen|zijn er geen samenw",
    "partner_register": r"nog geen samenwerkingen|\*\* (heeft|hebben) nu een lopende|geen partner",
    "materials": r"materialen\*\*: 9 handreikingen",
    "forces": r"geen partners|nog geen ingeschat|ingeschat",
    "influence_styles": r"vijf manieren",
    "strategy": r"geen strategie|strategie(ën)?\*\*",
    "gemeente_factsheet": r"nog geen samenw|factsheets?\*\* te maken|Geen biblioth|werkt in",
    "portfolio_report": r"nog geen samenwerkingen|^Sinds ",
    "intake": r"nog geen samenwerkingen|samenwerking(en)?\*\* van .*bibliothe",
    "access": r"Nog niemand heeft toegang",
    "sources": r"rekent met \*\*\d+ bronnen",
}
ENGLISH = re.compile(
    r"\b(the|and|with|of the|is not|are|no (data|rows|results)|unknown|coverage|partnerships?|"
    r"library|libraries|filters? by|error|warning|please|select|choose|upload|save|cancel|"
    r"delete|none|nan|null|true|false|theme|share|download data|active|pipeline)\b",
    re.IGNORECASE,
)


def one_partnership(made: Portfolio) -> None:
    made.library("Bibliotheek Aa", ZAANSTAD)
    school = made.partner("OBS De Ster", "basisschool", ZAANSTAD)
    made.partnership("Voorlezen", theme="PO", partners=[school], gemeenten=[ZAANSTAD])


@every_page
def test_on_the_example_portfolio(example: Path, page: str) -> None:
    at = visit(page)
    _stands(at, page)
    assert any("Voorbeeldgegevens." in one.value for one in at.markdown)
    assert any(one.proto.label == "Begin met eigen gegevens" for one in at.page_link)


@every_page
def test_on_an_empty_store(empty: Path, page: str) -> None:
    at = visit(page)
    _stands(at, page)
    assert not any("Voorbeeldgegevens." in one.value for one in at.markdown)


@every_page
def test_on_one_partnership(filled: Callable[[Fill], None], page: str) -> None:
    filled(one_partnership)
    at = visit(page)
    _stands(at, page)
    assert not any("Voorbeeldgegevens." in one.value for one in at.markdown)


@every_page
def test_where_the_filters_leave_nothing(example: Path, page: str) -> None:
    """A gemeente that no example library serves, long ago."""
    _stands(visit(page, gemeente="Veendam", peildatum="2012-01-01"), page)


def test_first_start_makes_the_example(app_store: Path) -> None:
    _stands(visit(), "overview")
    assert app_store.exists()


def test_a_store_that_cannot_be_read_is_said_in_dutch(app_store: Path) -> None:
    app_store.write_text("dit is geen gegevensbestand" * 1000)
    at = visit()
    assert not at.exception
    assert [one.value for one in at.error] != []
    assert "niet leesbaar" in at.error[0].value
    app_store.unlink()


@every_page
def test_an_unexpected_error_is_said_in_dutch_with_a_reference_that_the_log_has(
    example: Path, page: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("geheim pad /home/iemand")

    for query in (
        "data.portfolio.key_figures",
        "data.coverage.coverage",
        "data.alignment.goals",
        "data.what_if.picture",
        "data.considerations.considerations",
        "data.partnership_list.partnership_list",
        "data.partner_register.partner_summary",
        "data.forces.forces",
        "data.step_plans.step_plans",
        "data.materials.materials",
        "data.strategies.strategies",
        "data.sources.sources",
    ):
        monkeypatch.setattr(query, broken)
    monkeypatch.setattr("pages.parts.intake_history.finding", broken)
    monkeypatch.setattr("pages.parts.access_accounts.finding", broken)
    monkeypatch.setattr("pages.parts.factsheet_chosen.places", broken)
    monkeypatch.setattr("pages.parts.record_state.say_what_is_missing", broken)
    at = visit(page)
    assert not at.exception
    [said] = [one.value for one in at.error]
    assert said.startswith("**Er ging iets mis in het programma.**")
    assert "geheim" not in said
    [reference] = re.findall(r"\*\*([A-Z2-7]{8})\*\*", said)
    logged = [one for one in caplog.records if one.__dict__.get("reference") == reference]
    assert logged[-1].exc_info
    assert logged[-1].exc_info[0] is ZeroDivisionError
    assert [one.value for one in at.title] == [PAGES[page]]
    assert ENGLISH.search(said) is None


def _stands(at: AppTest, page: str) -> None:
    """Without an error, with its finding under its title, in Dutch."""
    assert [one.message for one in at.exception] == []
    assert not at.error
    assert [one.value for one in at.title] == [PAGES[page]]
    said = [one.value for one in at.main.markdown]
    found = [one for one in said if re.search(FINDINGS[page], one)]
    assert found, said
    # A record is of one partnership, whatever the filters are.
    said_filters = sum(one.value.startswith("U ziet ") for one in at.caption)
    assert said_filters == (page != "partnership")
    english = [one for one in texts(at) if ENGLISH.search(one.replace(PROGRAMME, ""))]
    assert english == []


def texts(at: AppTest) -> list[str]:
    """What a visitor can read: texts, labels, help, choices, descriptions, headings of tables."""
    shown: list[Any] = [str(column) for one in at.dataframe for column in one.value.columns]
    for root in (at.main, at.sidebar):
        for element in root:
            proto = getattr(element, "proto", None)
            fields = ("label", "help", "placeholder", "body", "text", "alt")
            shown += [getattr(proto, name, "") for name in fields]
            shown += [
                getattr(choice, "content", choice) for choice in getattr(proto, "options", ())
            ]
    return [ICON.sub("", one) for one in shown if isinstance(one, str) and one]
