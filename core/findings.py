"""The finding with which a page opens, in one or two Dutch sentences computed from its data."""

from collections.abc import Sequence
from typing import Any

from core.wording import counted, number, percent, plain

Row = dict[str, Any]


def portfolio_finding(figures: Sequence[Row], attention: int) -> str:
    """What the portfolio is and how it moved; `figures` as `key_figures` gives them."""
    if not figures or figures[-1]["partnerships"] == 0:
        return (
            "Binnen deze keuze loopt op de peildatum geen enkele samenwerking. "
            "Verruim de filters, of laad eigen gegevens op de pagina Gegevens."
        )
    now = figures[-1]
    gemeenten = (
        "in alle gemeenten"
        if now["gemeenten"] == now["gemeenten_in_scope"] > 1
        else f"in {number(now['gemeenten'])} van de {number(now['gemeenten_in_scope'])} gemeenten"
    )
    if now["gemeenten_in_scope"] == 1:
        gemeenten = "in één gemeente" if now["gemeenten"] else "nog niet in deze gemeente"
    lead = (
        f"**{counted(now['partnerships'], 'samenwerking loopt', 'samenwerkingen lopen')}** "
        f"met {counted(now['partners'], 'partner', 'partners')}, {gemeenten}"
    )
    return f"{lead}{_movement(figures)}. {_urgency(attention)}"


def _movement(figures: Sequence[Row]) -> str:
    if len(figures) < 2:
        return ""
    change = figures[-1]["partnerships"] - figures[-2]["partnerships"]
    if change == 0:
        return ", evenveel als een jaar eerder"
    return f", {number(abs(change))} {'meer' if change > 0 else 'minder'} dan een jaar eerder"


def _urgency(attention: int) -> str:
    if attention == 0:
        return "Geen daarvan vraagt nu aandacht."
    verb = "vraagt" if attention == 1 else "vragen"
    return f"**{counted(attention, 'samenwerking', 'samenwerkingen')}** {verb} aandacht."


def coverage_finding(totals: Sequence[Row], cells: Sequence[Row]) -> str:
    """The theme with most white spots and its largest one; rows as `coverage` gives them.

    Themes with a population of schools or childcare come first: that a gemeente has no shared
    building, say, is seldom news.
    """
    known = [row for row in totals if row["denominator"]]
    if not known:
        return (
            "Van geen enkel thema is hier bekend hoe groot de doelgroep is. "
            "Laad een register op de pagina Gegevens."
        )
    by_location = [row for row in known if row["population"] != "gemeenten"]
    of_interest = [row for row in by_location if row["gemeenten_empty"]] or known
    widest = max(of_interest, key=lambda row: (row["gemeenten_empty"], -(row["share"] or 0)))
    if widest["gemeenten_empty"] == 0:
        least = min(known, key=lambda row: row["share"])
        return (
            "In elke gemeente is er voor elk thema een samenwerking. De laagste dekking heeft "
            f"**{plain(least['theme_label'].lower())}**: {percent(least['share'])}."
        )
    empty = [
        row
        for row in cells
        if row["theme"] == widest["theme"] and row["denominator"] and row["numerator"] == 0
    ]
    largest = max(empty, key=lambda row: (row["missing_reach"] or 0, row["missing_locations"] or 0))
    return (
        f"In **{number(widest['gemeenten_empty'])} van de {number(widest['gemeenten'])} "
        f"gemeenten** ontbreekt {_missing(widest)} voor {plain(widest['theme_label'].lower())}; "
        f"de grootste daarvan is **{plain(largest['gemeente_name'])}** met {_size(largest)}."
    )


def _missing(row: Row) -> str:
    by_definition = {"structural": "een overeenkomst", "programme": "een programma"}
    return by_definition.get(row["definition"], "een samenwerking")


def _size(cell: Row) -> str:
    if cell["population"] == "gemeenten":
        return counted(cell["missing_reach"] or 0, "inwoner", "inwoners")
    return counted(cell["missing_locations"] or 0, "locatie", "locaties")
