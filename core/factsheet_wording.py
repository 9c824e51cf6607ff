"""What a factsheet says in words: its first sentence, its coverage, and what it lacks."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from core.coverage import LABELS, MEANINGS, Definition, in_words, people
from core.factsheet import Factsheet, SignedAgreement
from core.gemeente_figures import KnownFigure
from core.wording import counted, number, percent, short_date

FIGURES_MEAN = """
**Kerncijfers** zijn per gemeente en jaar ingevuld of ingelezen. Elk cijfer is het laatste dat over
een jaar tot en met dat van de peildatum is aangeleverd; het jaar staat erbij. *Niet aangeleverd*
betekent dat niemand het heeft ingevuld, niet dat het nul is. **Inwoners** komen van het CBS.
"""
PARTNERS_MEAN = """
**Partners en afspraken.** Een partner telt in deze gemeente als een lopende samenwerking die de
gemeente bedient met hem is. Een school, kinderopvang of gemeente die in een andere gemeente thuis
hoort, telt hier niet. Een afspraak is een getekende overeenkomst die op de peildatum niet is
verlopen; die met de gemeente staan vooraan.
"""
# So many lines of a list travel to the page at most; how many fit it decides itself.
LISTED = 40


def lead(sheet: Factsheet) -> str:
    """The first sentences, for who reads nothing else."""
    name, place = sheet.library_name, sheet.gemeente_name
    if not sheet.active:
        everyone = (
            f"alle {number(round(sheet.inhabitants, -2))} inwoners"
            if sheet.inhabitants
            else "alle inwoners"
        )
        return f"{name} is er voor {everyone} van {place}: om te lezen, te leren en mee te doen."
    together = counted(len(sheet.active), "samenwerking", "samenwerkingen")
    partners = len(sheet.partners)
    how = f" met {counted(partners, 'partner', 'partners')}" if partners else ""
    return (
        f"{name} werkt in {place} samen{how}, in {together}. "
        f"{'Zij draagt' if len(sheet.active) == 1 else 'Die dragen'} bij aan "
        f"{_of_fields(sheet)} van het gemeentelijk beleid."
    )


def _of_fields(sheet: Factsheet) -> str:
    served, everything = sheet.fields_served, len(sheet.served)
    if served == everything:
        return f"alle {number(everything)} terreinen"
    return f"{number(served)} van de {number(everything)} terreinen"


def missing(sheet: Factsheet) -> list[str]:
    """What nobody filled in yet and belongs on the page."""
    lacking = sum(one.value is None for one in sheet.figures)
    found = []
    if lacking == len(sheet.figures):
        found.append("kerncijfers")
    elif lacking:
        found.append(counted(lacking, "kerncijfer", "kerncijfers"))
    if not sheet.story:
        found.append("een verhaal")
    if not sheet.ask:
        found.append("wat u vraagt")
    return found


def shared_year(figures: Iterable[KnownFigure]) -> int | None:
    """The year that most of the figures are about, the last of these."""
    years = [one.year for one in figures if one.year is not None]
    return max(set(years), key=lambda year: (years.count(year), year), default=None)


@dataclass(frozen=True)
class ThemeCovered:
    """Coverage of a theme: its share (0-1) for a bar, or whether it is there where one counts."""

    label: str
    share: float | None
    text: str
    is_there: bool | None = None


def covered(sheet: Factsheet) -> tuple[ThemeCovered, ...]:
    """Coverage by theme, those that count locations or people first."""
    made = [_covered(row) for row in sheet.coverage]
    return tuple(sorted(made, key=lambda one: one.is_there is not None))


def _covered(row: Any) -> ThemeCovered:
    denominator, numerator = row["denominator"], row["numerator"]
    if row["population"] == "gemeenten" and denominator == 1:
        text = f"{number(numerator)} van 1"
        return ThemeCovered(row["theme_label"], row["share"], text, numerator > 0)
    of = _short(people(row)[1] if row["definition"] == Definition.REACH else row["population"])
    if denominator is None:
        is_known = numerator or row["definition"] != Definition.REACH
        text = f"{number(numerator)} {of}, totaal onbekend" if is_known else f"{of}: onbekend"
    elif not (denominator or numerator):
        text = f"geen {of} in deze gemeente"
    elif not denominator or row["share"] > 1:
        text = in_words(dict(row))
    else:
        text = f"{number(numerator)} van {number(denominator)} {of} ({percent(row['share'])})"
    return ThemeCovered(row["theme_label"], row["share"], text)


def _short(population: str) -> str:
    """Schools of a kind that the label of the theme says already."""
    return "scholen" if population.startswith("scholen") else population


# What a full square says of a theme that counts the gemeente itself.
_THERE = {
    Definition.STRUCTURAL: "er is een getekende overeenkomst",
    Definition.PROGRAMME: "er loopt een programma",
}


def there_in_words(sheet: Factsheet) -> str:
    """What it means that a gemeente counts for a theme, by how coverage is counted."""
    definition: Any = next((row["definition"] for row in sheet.coverage), None)
    return _THERE.get(definition, "er loopt een samenwerking")


def agreement_in_words(one: SignedAgreement) -> str:
    """An agreement by its name and until when it holds."""
    return f"{one.name} (tot en met {short_date(one.end)})" if one.end else one.name


def agreements_in_words(sheet: Factsheet) -> str:
    """How many partnerships are under a signed agreement."""
    signed, everything = len(sheet.agreements), len(sheet.active)
    if not everything:
        return ""
    if everything == 1:
        return "De samenwerking heeft " + (
            "een getekende overeenkomst" if signed else "nog geen getekende overeenkomst"
        )
    what = "een getekende overeenkomst"
    if signed == everything:
        return f"Alle {number(everything)} samenwerkingen hebben {what}"
    some = f"{number(signed) if signed else 'Geen'} van de {number(everything)} samenwerkingen"
    return f"{some} {'heeft' if signed == 1 else 'hebben'} {what}"


def definition_in_words(definition: Definition) -> str:
    """How coverage is counted."""
    return f"{LABELS[definition].lower()}: {MEANINGS[definition]}"
