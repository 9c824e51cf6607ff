"""What a report for a board says in words: its findings, its figures of then and now, its method.

Findings are Markdown, as on the pages; `runs` turns them into pieces for paper.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from core.alignment import REACH, loss
from core.attention import REASONS
from core.coverage import LABELS, MEANINGS, Definition
from core.report import Figures, KeptReport
from core.wording import amount, as_typed, counted, enumerated, euro, long_date, number, percent

Row = dict[str, Any]
_BOLD = re.compile(r"(?<!\\)\*\*")
_POINTS = {"agreement_share", "share"}


def _reach(value: float | None) -> str:
    return "onbekend" if value is None else f"{number(value)} van 100"


# The figures of then and now, in the order of the table.
FIGURES: dict[str, tuple[str, Callable[[Any], str]]] = {
    "partnerships": ("Lopende samenwerkingen", number),
    "pipeline": ("In voorbereiding", number),
    "partners": ("Partners", number),
    "themes": ("Thema’s", number),
    "gemeenten": ("Gemeenten met een samenwerking", number),
    "hours": ("Uren per jaar", amount),
    "budget": ("Budget per jaar", euro),
    "agreement_share": ("Met overeenkomst", percent),
    "goal_reach": ("Doelbereik", _reach),
    "attention": ("Vraagt aandacht", number),
}


def figure_lines(then: Figures, now: Figures) -> list[tuple[str, str, str, str]]:
    """Of each figure: its label, what it was, what it is, and the difference."""
    lines = []
    for name, (label, worded) in FIGURES.items():
        was, is_ = getattr(then, name), getattr(now, name)
        lines.append((label, worded(was), worded(is_), difference(name, was, is_)))
    return lines


def difference(name: str, was: float | None, is_: float | None) -> str:
    """How a figure moved: `+12`, `-3 %-punt`; `–` where one of the two is unknown."""
    if was is None or is_ is None:
        return "–"
    change = round((is_ - was) * (100 if name in _POINTS else 1), 0 if name in _POINTS else 1)
    if not change:
        return "gelijk"
    said = f"{'+' if change > 0 else '-'}{amount(abs(change))}"
    return f"{said} %-punt" if name in _POINTS else said


def dependence_finding(dependencies: Sequence[Row], serving: Sequence[Row]) -> str:
    """How many partners a goal hangs on somewhere, and on whom most; Markdown."""
    if not any(row["partnerships"] for row in serving):
        return "Nog nergens draagt een samenwerking rechtstreeks bij aan een doel."
    if not dependencies:
        return "Geen enkel doel hangt in een gemeente aan één partner."
    by_partner = losses(dependencies)
    partners = counted(len(by_partner), "partner", "partners")
    return (
        f"Bij **{partners}** verliest minstens één gemeente een doel als die stopt. "
        f"{loss(by_partner[0])}"
    )


def losses(dependencies: Sequence[Row]) -> list[list[Row]]:
    """The rows of the query dependencies per partner, in their order: the heaviest first."""
    return [list(some) for _, some in groupby(dependencies, key=lambda row: row["partner"])]


def changes_finding(turns: Mapping[str, int], since: date) -> str:
    """What began, ended and changed since a day; Markdown."""
    day = long_date(since)
    if not sum(turns.values()):
        return f"Sinds {day} is bij geen enkele samenwerking iets begonnen, gestopt of veranderd."
    begun = counted(turns.get("begun", 0), "samenwerking", "samenwerkingen")
    ended, changed = turns.get("ended", 0), turns.get("changed", 0)
    said = (
        f"Sinds {day} {'is' if turns.get('begun', 0) == 1 else 'zijn'} **{begun}** begonnen en "
        f"**{number(ended) if ended else 'geen'}** gestopt of slapend geworden"
    )
    if changed:
        said += f"; bij {number(changed)} veranderde de status of de overeenkomst"
    return f"{said}."


def attention_finding(counts: Mapping[str, int], total: int, on: date) -> str:
    """How many partnerships need attention, and for what first; Markdown.

    `counts` per reason, a partnership with two reasons in both; `total` counts it once.
    """
    occurring = [code for code in REASONS if counts.get(code)]
    if not occurring:
        return (
            "Niets vraagt nu aandacht: geen verstreken einddatum, geen late evaluatie of afspraak "
            "en overal een eigenaar."
        )
    first = occurring[0]
    reason = f"{REASONS[first].label.lower()} (bij {number(counts[first])})"
    needs = counted(total, "samenwerking vraagt", "samenwerkingen vragen")
    others = len(occurring) - 1
    rest = f"; daarna {counted(others, 'andere reden', 'andere redenen')}" if others else ""
    return f"**{needs}** op {long_date(on)} aandacht. Het eerst aan de beurt: {reason}{rest}."


def decisions_finding(count: int, since: date) -> str:
    """How many decisions were taken since a day; Markdown."""
    taken = (
        "is **1 besluit**" if count == 1 else f"zijn **{counted(count, 'besluit', 'besluiten')}**"
    )
    return f"Sinds {long_date(since)} {taken} over samenwerken vastgelegd."


def turn_line(row: Row) -> str:
    """What changed of one partnership: its status then and now, or its agreement."""
    was, is_ = row["since_status"], row["status"]
    if was is None:
        return f"nieuw: {str(is_).lower()}"
    said = [] if was == is_ else [f"{was.lower()} → {is_.lower()}" if is_ else f"was {was.lower()}"]
    if row["turn"] == "changed" and row["was_agreed"] != row["is_agreed"]:
        said.append(
            "overeenkomst getekend" if row["is_agreed"] else "overeenkomst niet meer geldig"
        )
    if row["turn"] == "ended" and row["ended_reason"]:
        said.append(row["ended_reason"])
    return "; ".join(said)


def compared_with(
    since: date,
    earlier: KeptReport | None,
    earlier_words: Mapping[str, str],
    *,
    is_comparable: bool,
) -> str:
    """What is compared with, and how its figures are known; a plain text.

    `earlier_words`: each filter of the earlier report with what it was set to.
    """
    day = long_date(since)
    if earlier is None:
        return (
            f"Vergeleken met {day}, zoals de gegevens van nu die dag laten zien. Uren en budget "
            "van toen zijn niet bewaard."
        )
    made = f"het rapport van {long_date(earlier.made_on)} (peildatum {day})"
    if is_comparable:
        return f"Vergeleken met {made}; de cijfers van toen zijn die van dat rapport."
    words = ", ".join(
        f"{what.lower()} {said}"
        for what, said in earlier_words.items()
        if said != "alle" and what != "Peildatum"
    )
    return (
        f"Vergeleken met {made}. Dat ging over een andere keuze: {words or 'alles'}, dekking "
        f"{LABELS[earlier.definition].lower()}. De cijfers van toen zijn daarom die van de keuze "
        "van nu, zoals de gegevens die dag laten zien; uren en budget van toen zijn niet bewaard."
    )


def log_line(log: Row, since: str) -> str:
    """What was entered in the store since then, as a plain sentence; empty where nothing was."""
    parts = [
        f"{number(log[name])} {word}"
        for name, word in (
            ("entered", "ingevoerd"),
            ("changed", "bijgewerkt"),
            ("removed", "verwijderd"),
        )
        if log[name]
    ]
    if not parts:
        return ""
    return (
        f"In de gegevens zelf zijn {since} samenwerkingen bewerkt: {enumerated(parts)}, in "
        f"{counted(log['batches'], 'wijziging', 'wijzigingen')}. Een samenwerking die later is "
        "ingevoerd maar eerder begon, telt bij Begonnen alleen mee als haar startdatum in de "
        "periode valt."
    )


def turns_of(changes: Sequence[str]) -> dict[str, int]:
    """How many partnerships took each turn."""
    return dict(Counter(changes))


def runs(shown: str) -> list[tuple[str, bool]]:
    """Markdown of a finding as pieces of plain text, each with whether it is bold."""
    pieces = _BOLD.split(shown)
    return [(as_typed(piece), bool(at % 2)) for at, piece in enumerate(pieces) if piece]


def unmarked(shown: str) -> str:
    """The same as one plain text."""
    return "".join(text for text, _ in runs(shown))


def method(definition: Definition) -> dict[str, str]:
    """How each kind of figure is computed, by the title of its paragraph; plain sentences."""
    return {
        "Lopend en in voorbereiding": "Lopend is een samenwerking met de status actief of "
        "evaluatie op de peildatum; in voorbereiding is verkenning of opstart. Partners, thema’s "
        "en gemeenten tellen elk één keer, hoeveel samenwerkingen er ook lopen. Een samenwerking "
        "zonder gemeente geldt voor het hele werkgebied.",
        "Uren, budget en overeenkomst": "Uren en budget zijn de bedragen die nu bij de lopende "
        "samenwerkingen staan; wat niet is ingevuld, telt niet mee. Met overeenkomst is het deel "
        "van de lopende samenwerkingen onder een getekende overeenkomst die niet is verlopen.",
        f"Dekking ({LABELS[definition].lower()})": "Gedekte locaties gedeeld door alle locaties "
        f"van de doelgroep, op de peildatum. Geteld worden {MEANINGS[definition]}. Elke locatie "
        "telt één keer. De noemer komt uit het geladen register, en zonder register voor po en vo "
        "uit de meegeleverde schooltelling; andere thema’s tellen gemeenten, één per stuk. Is de "
        "noemer onbekend, dan staat dat er. Meer dan 100% is een fout in de gegevens en wordt "
        "getoond zoals het is.",
        "Bijdrage, aansluiting en doelbereik": "Een bijdrage is 0 geen, 1 indirect, 2 direct of "
        "3 kern; rechtstreeks is 2 of 3, en leeg is niet beoordeeld. Aansluiting is het gemiddelde "
        "van de bijdragen van een samenwerking, gewogen met de doelen, van 0 tot 100. De "
        "uren van een samenwerking zijn over haar doelen verdeeld naar de bijdragen. "
        f"{unmarked(REACH)}",
        "Afhankelijkheid": "Een doel hangt in een gemeente aan één partner als elke lopende "
        "samenwerking die er daar rechtstreeks aan bijdraagt, er een met die partner is.",
        "Veranderingen": "Vergeleken wordt de stand op twee dagen: begonnen is wat nu loopt en "
        "toen niet, gestopt wat toen liep en nu niet. Wat daartussen begon en weer stopte, staat "
        "er niet bij.",
    }
