"""Portfolios that a report must stand, and the report that is made of them."""

from datetime import date

from core.filters import Filters
from core.report import ReportAsked
from data.report.contents import Contents, gather
from data.store import Store
from tests.portfolio import ALKMAAR, DAY, ZAANSTAD, Portfolio, goals, steps, two_goals

SINCE = date(2025, 11, 22)
LONG = ("Samenwerkingsovereenkomst jeugdgezondheidszorg en voorschoolse educatie " * 4)[:200]
WORD = "x" * 200
EVERYTHING = ReportAsked(filters=Filters(measure_date=DAY))


def nothing(store: Store) -> None:
    """Not even a library."""


def one_partnership(store: Store) -> None:
    made = Portfolio(store)
    made.library("Bibliotheek Aa", ZAANSTAD)
    school = made.partner("OBS De Ster", "basisschool", ZAANSTAD)
    made.partnership("Voorlezen", partners=[school], gemeenten=[ZAANSTAD])


def goals_and_partners(store: Store) -> None:
    two_goals(store)


def endless_names(store: Store) -> None:
    """Names of 200 characters, with spaces and without."""
    made = Portfolio(store)
    made.library(LONG, ZAANSTAD, ALKMAAR)
    partners = [made.partner(f"{name[:-1]}{at}") for name in (LONG, WORD) for at in range(4)]
    for at in range(12):
        name = (LONG, WORD)[at % 2]
        made.partnership(
            f"{name[:-2]}{at:02}",
            partners=partners[at % 8 :],
            gemeenten=[ZAANSTAD],
            owner=name,
            hours=1e9,
            budget=1e9,
            end_date=date(2026, 1, at + 1),
            contributions=goals(SD1=3, SD2=at % 4),
        )


def many(store: Store) -> None:
    """More of everything than a chapter shows."""
    made = Portfolio(store)
    made.library("Bibliotheek Aa", ZAANSTAD, ALKMAAR)
    partners = [made.partner(f"Partner {at}") for at in range(30)]
    for at in range(60):
        made.partnership(
            f"Samenwerking {at}",
            theme=("PO", "KOV", "COM", "GEM")[at % 4],
            partners=[partners[at % 30]],
            gemeenten=[(ZAANSTAD, ALKMAAR)[at % 2]],
            end_date=date(2026, 1, 5) if at % 2 else None,
            contributions=goals(**{f"SD{at % 7 + 1}": 3}),
            history=steps(("actief", date(2026, 2, 1))) if at % 3 else steps(("actief", None)),
        )


CASES = {
    "nothing": nothing,
    "one partnership": one_partnership,
    "goals and partners": goals_and_partners,
    "endless names": endless_names,
    "many": many,
}


def contents_of(store: Store, asked: ReportAsked = EVERYTHING) -> Contents:
    return gather(store, asked)
