"""What the documents of a decision say in words: in the PDF as in the workbook."""

from collections.abc import Iterable

from core.decision import Decision, OptionOutcome, State
from core.wording import enumerated

_METHOD = (
    "Een score van 1 tot 5 telt als (score - 1) / 4, dus 0 tot 1; het totaal is het gemiddelde "
    "daarvan, gewogen met de punten en keer 100.",
    "Een score die niemand weet, telt voor het laagste totaal als 1 en voor het hoogste als 5.",
)
_PRECONDITION = (
    "Een randvoorwaarde met een score onder 3 moet eerst worden opgelost, wat het totaal ook is."
)
OF_OLD = (
    "Let op: de inhoud is niet meer gelijk aan wat op de dag van het besluit is vastgelegd. "
    "De vingerafdruk van toen klopt niet meer."
)
_STATES: dict[State, str] = {"unmet": "eerst oplossen", "unknown": "nog te beantwoorden"}


def method_of(decision: Decision) -> tuple[str, ...]:
    """How the totals are computed, in sentences."""
    conditions = any(one.precondition for one in decision.criteria)
    return (*_METHOD, _PRECONDITION) if conditions else _METHOD


def criteria_of(decision: Decision) -> str:
    """The criteria by name, and their version where they have one: `Onze criteria, versie 3`."""
    version = f", versie {decision.criteria_version}" if decision.criteria_version else ""
    return decision.criteria_name + version


def to_settle(decision: Decision, outcome: OptionOutcome) -> list[str]:
    """`eerst oplossen: ...` and `nog te beantwoorden: ...`; nothing where all are met."""
    labels = {one.code: one.label for one in decision.criteria}
    found = []
    for state, words in _STATES.items():
        open_ones = [labels[code] for code, now in outcome.preconditions.items() if now == state]
        if open_ones:
            found.append(f"{words}: {enumerated(open_ones, at_most=len(open_ones))}")
    return found


def named(decision: Decision, options: Iterable[str]) -> list[str]:
    """The options of these letters, with letter and name."""
    names = {one.code: one.name for one in decision.options}
    return [f"{code} {names[code]}" for code in options]
