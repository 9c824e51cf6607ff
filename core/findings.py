"""The finding with which a page opens, in one or two Dutch sentences computed from its data."""

from collections.abc import Sequence
from typing import Any

from core.coverage import most_missing_first, people
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
    partners = f"met {counted(now['partners'], 'partner', 'partners')}"
    lead = (
        f"**{counted(now['partnerships'], 'samenwerking loopt', 'samenwerkingen lopen')}** "
        f"{partners if now['partners'] else 'zonder partner'}, {_places(now)}"
    )
    return f"{lead}{_movement(figures)}. {_urgency(attention)}"


def _places(now: Row) -> str:
    reached, all_of_them = now["gemeenten"], now["gemeenten_in_scope"]
    if all_of_them == 1:
        return "in één gemeente" if reached else "nog niet in deze gemeente"
    if reached == all_of_them:
        return "in alle gemeenten"
    return f"in {number(reached) if reached else 'geen'} van de {number(all_of_them)} gemeenten"


def _movement(figures: Sequence[Row]) -> str:
    if len(figures) < 2:
        return ""
    change = figures[-1]["partnerships"] - figures[-2]["partnerships"]
    if change == 0:
        return ", evenveel als een jaar eerder"
    moved = counted(abs(change), "samenwerking", "samenwerkingen")
    return f", {moved} {'meer' if change > 0 else 'minder'} dan een jaar eerder"


def _urgency(attention: int) -> str:
    if attention == 0:
        return "Geen daarvan vraagt nu aandacht."
    verb = "vraagt" if attention == 1 else "vragen"
    return f"**{counted(attention, 'samenwerking', 'samenwerkingen')}** {verb} aandacht."


def filled_in(now: Row) -> str:
    """Of how many partnerships the hours and budget are known, where that is a part of them."""
    everything = now["partnerships"]
    parts = [
        f"{what}: bij {number(now[name])} van de {number(everything)} samenwerkingen ingevuld."
        for what, name in (("Uren", "with_hours"), ("Budget", "with_budget"))
        if 0 < now[name] < everything
    ]
    return " ".join(parts)


def undated(now: Row) -> str:
    """How many active partnerships have no start, and so count in every year."""
    if now["undated"] == 0:
        return ""
    if now["undated"] == now["partnerships"]:
        return (
            "Van geen lopende samenwerking is de startdatum bekend; zij tellen in alle jaren "
            "mee, zodat het verloop niets zegt."
        )
    has = counted(now["undated"], "lopende samenwerking heeft", "lopende samenwerkingen hebben")
    return (
        f"{has} geen startdatum en {'telt' if now['undated'] == 1 else 'tellen'} in alle jaren mee."
    )


def coverage_finding(totals: Sequence[Row], cells: Sequence[Row]) -> str:
    """The theme with most white spots and its largest one; rows as `coverage` gives them.

    Themes with a population of schools or childcare come first: that a gemeente has no shared
    building, say, is seldom news.
    """
    known = [row for row in totals if row["denominator"]]
    if not known:
        return _nothing_known(totals)
    by_location = [row for row in known if row["population"] != "gemeenten"]
    of_interest = [row for row in by_location if row["gemeenten_empty"]] or known
    widest = max(of_interest, key=lambda row: (row["gemeenten_empty"], -(row["share"] or 0)))
    if widest["gemeenten_empty"] == 0:
        return _nothing_missing(known, cells)
    empty = [
        row
        for row in cells
        if row["theme"] == widest["theme"] and row["denominator"] and row["numerator"] == 0
    ]
    largest = min(empty, key=most_missing_first)
    place, size = plain(largest["gemeente_name"]), size_of_spot(largest)
    missing = f"{_missing(widest)} voor {plain(widest['theme_label'].lower())}"
    if widest["gemeenten"] == 1:
        return f"In **{place}** {missing}; het gaat om **{size}**."
    if len(empty) == 1:
        return (
            f"In **1 van de {number(widest['gemeenten'])} gemeenten** {missing}: "
            f"**{place}** met {size}."
        )
    return (
        f"In **{_so_many(len(empty), widest['gemeenten'])} gemeenten** {missing}; "
        f"de grootste daarvan is **{place}** met {size}."
    )


def _nothing_known(totals: Sequence[Row]) -> str:
    is_unknown = "geen enkel thema is hier"
    if len(totals) == 1:
        is_unknown = f"{plain(totals[0]['theme_label'].lower())} is hier niet"
    return (
        f"Van {is_unknown} bekend hoe groot de doelgroep is. "
        "Laad een register op de pagina Gegevens."
    )


def _so_many(some: int, everything: int) -> str:
    if some < everything:
        return f"{number(some)} van de {number(everything)}"
    return "beide" if everything == 2 else f"alle {number(everything)}"


def _nothing_missing(known: Sequence[Row], cells: Sequence[Row]) -> str:
    names = {row["gemeente_name"] for row in cells}
    where = plain(names.pop()) if len(names) == 1 else "elke gemeente"
    least = min(known, key=lambda row: row["share"])
    theme, share = plain(least["theme_label"].lower()), percent(least["share"])
    if len(known) == 1:
        return f"In {where} is er een samenwerking voor **{theme}**; de dekking is {share}."
    return (
        f"In {where} is er voor elk thema een samenwerking. De laagste dekking heeft "
        f"**{theme}**: {share}."
    )


def _missing(row: Row) -> str:
    if row["definition"] == "reach":
        return f"wordt geen enkele {people(row)[0]} bereikt"
    by_definition = {"structural": "een overeenkomst", "programme": "een programma"}
    return f"ontbreekt {by_definition.get(row['definition'], 'een samenwerking')}"


def size_of_spot(cell: Row) -> str:
    """How large a white spot is: people where gemeenten or people are counted, else locations."""
    if cell["population"] == "gemeenten" or cell["definition"] == "reach":
        return counted(cell["missing_reach"] or 0, *people(cell))
    return counted(cell["missing_locations"] or 0, "locatie", "locaties")
