"""The definitions of coverage and what a figure says in words."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from core.wording import number, percent


class Definition(StrEnum):
    """How coverage is counted; see the macro covered_under for what each includes."""

    CONTACT = "contact"
    STRUCTURAL = "structural"
    PROGRAMME = "programme"
    REACH = "reach"


LABELS = {
    Definition.CONTACT: "Contact",
    Definition.STRUCTURAL: "Structureel",
    Definition.PROGRAMME: "Programma",
    Definition.REACH: "Bereik",
}

MEANINGS = {
    Definition.CONTACT: "locaties met een lopende samenwerking, in welke vorm ook",
    Definition.STRUCTURAL: "locaties met een lopende samenwerking onder een getekende overeenkomst "
    "die niet is verlopen",
    Definition.PROGRAMME: "locaties met een lopende samenwerking rond een benoemd programma "
    "van dat thema",
    Definition.REACH: "leerlingen, kindplaatsen of inwoners op de locaties met een lopende "
    "samenwerking",
}


_PEOPLE = {
    "kinderdagverblijven": ("kindplaats", "kindplaatsen"),
    "basisscholen": ("leerling", "leerlingen"),
    "scholen voor voortgezet onderwijs": ("leerling", "leerlingen"),
}


UNLINKED = (
    "Een gedekte locatie die niet aan het register is gekoppeld, gaat van het aantal locaties af, "
    "maar niet van de leerlingen of plaatsen: hoeveel zij er heeft, is onbekend."
)


def people(row: dict[str, Any]) -> tuple[str, str]:
    """Who are counted under the definition reach, one and more, by the theme's `population`."""
    return _PEOPLE.get(row["population"], ("inwoner", "inwoners"))


def in_words(row: dict[str, Any]) -> str:
    """A figure with its numerator, denominator and share; `row` as the query coverage gives it.

    An unknown denominator is said to be unknown, and a share above 1 to be a fault in the data.
    """
    numerator, denominator = row["numerator"], row["denominator"]
    if denominator is None:
        if row.get("definition") == Definition.REACH and not numerator:
            return "bereik onbekend"
        return f"{number(numerator)} bereikt, noemer onbekend"
    if denominator == 0:
        return "geen doelgroep" if not numerator else f"{number(numerator)} van 0: controleer dit"
    said = f"{number(numerator)} van {number(denominator)} ({percent(row['share'])})"
    return f"{said}: meer dan er zijn, controleer dit" if row["share"] > 1 else said


def certainty(row: dict[str, Any]) -> str:
    """How sure the number of people in a white spot (`missing_reach`) is; empty: it is exact."""
    if row["missing_reach"] is None:
        loaded = row["counted_from"] == "register"
        return f"onbekend: {'het register noemt geen aantallen' if loaded else 'geen register'}"
    unlinked, unsized = number(row["unlinked"]), number(row["unsized"])
    if row["unlinked"] and row["unsized"]:
        return f"onzeker: {unlinked} gedekt, niet gekoppeld; van {unsized} is het aantal onbekend"
    if row["unsized"]:
        return f"zonder {unsized} waarvan het aantal onbekend is"
    return f"ten hoogste: {unlinked} gedekt, niet gekoppeld" if row["unlinked"] else ""


def short(row: dict[str, Any]) -> str:
    """A figure in at most four signs, for a cell of the heatmap."""
    if row["denominator"] is None:
        return "?"
    if row["denominator"] == 0:
        return "–"
    if row["share"] > 1:
        return "! " + percent(row["share"])
    if row["numerator"] == 0:
        return "○" if row["pipeline"] else ""
    if row["denominator"] == 1:
        return "●"
    return f"{min(max(round(row['share'] * 100), 1), 99 if row['share'] < 1 else 100)}%"


def bar_row(row: dict[str, Any], published: dict[str, Any] | None) -> dict[str, Any]:
    """What the chart coverage_bars draws of a total, with the published figure of its theme."""
    denominator = row["denominator"]
    return {
        "theme_label": row["theme_label"],
        "theme_group": row["theme_group"],
        "share": row["share"],
        "with_pipeline": (row["numerator"] + row["pipeline"]) / denominator
        if denominator
        else None,
        "text": in_words(row),
        "published": published["share"] if published else None,
        "published_text": published_text(published) if published else "",
    }


def published_text(row: dict[str, Any]) -> str:
    """A published figure with what it measures, its period and the site that it is from."""
    site = str(row["source"]).partition("/")[0]
    return f"{percent(row['share'])} ({row['indicator']}, {row['period']}, {site})"


def most_missing_first(row: dict[str, Any]) -> tuple[int, int]:
    """The order of white spots: those that would add most people, then most locations, first."""
    return -(row["missing_reach"] or 0), -(row["missing_locations"] or 0)


def largest_gap_first(cells: Sequence[dict[str, Any]]) -> list[str]:
    """The names of the gemeenten of these cells: least covered on the whole first, then largest."""
    known: dict[str, list[float]] = {}
    inhabitants: dict[str, int] = {}
    for row in cells:
        shares = known.setdefault(row["gemeente_name"], [])
        inhabitants[row["gemeente_name"]] = row["inhabitants"] or 0
        if row["share"] is not None:
            shares.append(min(row["share"], 1.0))
    return sorted(
        known, key=lambda name: (sum(known[name]) / max(len(known[name]), 1), -inhabitants[name])
    )
