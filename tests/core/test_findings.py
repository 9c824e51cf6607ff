"""The finding with which a page opens: numbers as a person would say them."""

from typing import Any

import pytest

from core.findings import coverage_finding, portfolio_finding


def year(partnerships: int, **other: int) -> dict[str, Any]:
    usual = {"partners": 3, "gemeenten": 2, "gemeenten_in_scope": 5}
    return {"partnerships": partnerships, **usual, **other}


def cell(
    gemeente: str, numerator: int, missing: int, reach: int = 0, **other: Any
) -> dict[str, Any]:
    return {
        "theme": "PO",
        "theme_label": "Primair onderwijs",
        "population": "basisscholen",
        "definition": "contact",
        "gemeente_name": gemeente,
        "numerator": numerator,
        "denominator": numerator + missing,
        "missing_locations": missing,
        "missing_reach": reach,
        **other,
    }


def total(cells: list[dict[str, Any]]) -> dict[str, Any]:
    reached, all_of_them = (
        sum(one[name] for one in cells) for name in ("numerator", "denominator")
    )
    return {
        **cells[0],
        "gemeente_name": None,
        "share": reached / all_of_them,
        "denominator": all_of_them,
        "gemeenten": len(cells),
        "gemeenten_empty": sum(one["numerator"] == 0 for one in cells),
    }


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (4, year(15), "3 partners, in 2 van de 5 gemeenten, 11 samenwerkingen meer dan een jaar"),
        (
            2,
            year(1),
            "**1 samenwerking loopt** met 3 partners, in 2 van de 5 gemeenten, 1 samenwer",
        ),
        (
            2,
            year(1),
            "1 samenwerking minder dan een jaar eerder. **1 samenwerking** vraagt aandach",
        ),
        (3, year(3, partners=1), "met 1 partner, in 2 van de 5 gemeenten, evenveel als een jaar"),
        (3, year(3, partners=0), "**3 samenwerkingen lopen** zonder partner, "),
        (3, year(3, gemeenten=0), "in geen van de 5 gemeenten"),
        (3, year(3, gemeenten=5), "in alle gemeenten"),
        (3, year(3, gemeenten=1, gemeenten_in_scope=1), "in één gemeente"),
    ],
)
def test_the_portfolio_in_words(before: int, now: dict[str, Any], said: str) -> None:
    assert said in portfolio_finding([year(before), now], attention=1)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (
            [cell("Aa", 0, 41)],
            "In **Aa** ontbreekt een samenwerking voor primair onderwijs; "
            "het gaat om **41 locaties**.",
        ),
        (
            [cell("Aa", 0, 1), cell("Bee", 3, 1)],
            "In **1 van de 2 gemeenten** ontbreekt een samenwerking voor primair onderwijs: "
            "**Aa** met 1 locatie.",
        ),
        (
            [cell("Aa", 0, 4), cell("Bee", 0, 9), cell("Cee", 3, 1)],
            "In **2 van de 3 gemeenten** ontbreekt een samenwerking voor primair onderwijs; "
            "de grootste daarvan is **Bee** met 9 locaties.",
        ),
        (
            [cell("Aa", 0, 4), cell("Bee", 0, 9)],
            "In **beide gemeenten** ontbreekt een samenwerking voor primair onderwijs; "
            "de grootste daarvan is **Bee** met 9 locaties.",
        ),
        (
            [cell("Aa", 3, 1)],
            "In Aa is er een samenwerking voor **primair onderwijs**; de dekking is 75%.",
        ),
    ],
)
def test_coverage_in_words(cells: list[dict[str, Any]], said: str) -> None:
    assert coverage_finding([total(cells)], cells) == said


@pytest.mark.parametrize(
    ("themes", "said"),
    [
        (["Kinderopvang"], "Van kinderopvang is hier niet bekend hoe groot"),
        (["Kinderopvang", "Mbo"], "Van geen enkel thema is hier bekend hoe groot"),
    ],
)
def test_without_a_denominator_there_is_no_white_spot(themes: list[str], said: str) -> None:
    totals = [{"theme_label": theme, "denominator": None} for theme in themes]
    assert coverage_finding(totals, []).startswith(said)


@pytest.mark.parametrize(
    ("population", "one", "many"),
    [
        ("basisscholen", "leerling", "1.200 leerlingen"),
        ("kinderdagverblijven", "kindplaats", "1.200 kindplaatsen"),
        ("gemeenten", "inwoner", "1.200 inwoners"),
    ],
)
def test_reach_counts_people(population: str, one: str, many: str) -> None:
    """Not the locations at which they are."""
    cells = [
        cell("Aa", 0, 4, 1200, population=population, definition="reach"),
        cell("Bee", 9, 9, 9, population=population, definition="reach"),
    ]
    assert coverage_finding([total(cells)], cells) == (
        f"In **1 van de 2 gemeenten** wordt geen enkele {one} bereikt voor primair onderwijs: "
        f"**Aa** met {many}."
    )
