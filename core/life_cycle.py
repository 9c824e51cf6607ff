"""The life of a partnership in stages: what each asks, and the next sensible step.

A stage is a status. What is expected follows the phases of Kaats & Opheij (verkennen, overeenkomen,
realiseren, vernieuwen of beëindigen; Leren samenwerken tussen organisaties, 2012) and the tasks of
alliance management of De Man (Alliances, 2013), in our own words and as far as a record can show
them. A check that the record cannot answer is for people: its answer is None.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from core.wording import long_date, number

# A signal or a pause that lasts longer asks for a decision.
LINGERS = timedelta(days=183)


class Place(StrEnum):
    """Where a step is taken."""

    EDIT = "edit"
    RESULTS = "results"
    HEALTH = "health"
    AGREEMENTS = "agreements"
    GOALS = "goals"
    WEIGHING = "weighing"
    NOWHERE = ""


class Step(NamedTuple):
    """What to do next, in a sentence or two, and where."""

    text: str
    place: Place


@dataclass(frozen=True)
class Facts:
    """What a record says on a day, as far as the stages ask."""

    on: date
    status: str
    since: date | None = None
    has_owner: bool = False
    is_signed: bool = False
    has_effort: bool = False
    has_intended: bool = False
    has_actual: bool = False
    is_judged: bool = False
    is_weighed: bool = False
    is_decided: bool = False
    has_reason_to_end: bool = False
    start_date: date | None = None
    end_date: date | None = None
    evaluation_date: date | None = None
    checked_on: date | None = None
    overdue: int = 0
    open_agreements: int = 0


@dataclass(frozen=True)
class Expected:
    """One thing that a stage asks: in words, whether it holds, and what to do if not, and where."""

    text: str
    holds: Callable[[Facts], bool | None]
    step: str
    place: Place = Place.EDIT


@dataclass(frozen=True)
class Stage:
    """A stage: what it is for, what is expected, and the step when all of that is there."""

    purpose: str
    expected: tuple[Expected, ...]
    onward: str
    place: Place = Place.EDIT


def _lasts_short(facts: Facts) -> bool | None:
    return None if facts.since is None else facts.on - facts.since <= LINGERS


def _is_checked(facts: Facts) -> bool:
    """Not a year ago or longer: on the day that the attention list counts from (see judged_on)."""
    try:
        year_ago = facts.on.replace(year=facts.on.year - 1)
    except ValueError:  # the 29th of February
        year_ago = facts.on.replace(year=facts.on.year - 1, day=28)
    return facts.checked_on is not None and facts.checked_on >= year_ago


def _runs_on(facts: Facts) -> bool:
    return facts.is_signed and (facts.end_date is None or facts.end_date >= facts.on)


def _is_evaluation_planned(facts: Facts) -> bool:
    return facts.evaluation_date is not None and facts.evaluation_date >= facts.on


def _for_people(_: Facts) -> None:
    return None


_OWNER = Expected(
    "Iemand bij de bibliotheek is eigenaar",
    lambda f: f.has_owner,
    "Wijs een eigenaar aan: zonder contactpersoon blijft een samenwerking niet bewegen.",
)
_JUDGED = Expected(
    "De bijdrage aan de doelen is beoordeeld",
    lambda f: f.is_judged,
    "Beoordeel op Doelen waaraan deze samenwerking bijdraagt.",
    Place.GOALS,
)
_INTENDED = Expected(
    "Het beoogde resultaat staat op papier",
    lambda f: f.has_intended,
    "Schrijf met de partner in een paar zinnen op wat er over een jaar anders moet zijn.",
    Place.RESULTS,
)
_SIGNED = Expected(
    "De overeenkomst is getekend en loopt nog",
    _runs_on,
    "Leg vast wie wat doet en teken, of verleng, de overeenkomst.",
)
_PLANNED = Expected(
    "De volgende evaluatie staat gepland",
    _is_evaluation_planned,
    "Spreek een datum af waarop u samen evalueert.",
)
_CHECKED = Expected(
    "Het afgelopen jaar is een gezondheidscheck gedaan",
    _is_checked,
    "Doe een gezondheidscheck, liefst samen met de partner.",
    Place.HEALTH,
)

STAGES = {
    "signaal": Stage(
        "Een kans is opgemerkt. Nu telt of iemand er werk van maakt.",
        (
            _OWNER,
            _JUDGED,
            Expected(
                "Het signaal is niet ouder dan een half jaar",
                _lasts_short,
                "Dit signaal ligt er lang: vraag nu een gesprek aan, of sluit het af.",
            ),
        ),
        "Voer het eerste gesprek en zet de status op verkenning.",
    ),
    "verkenning": Stage(
        "Partijen onderzoeken elkaars ambities en belangen, zonder zich al te binden.",
        (
            _OWNER,
            _JUDGED,
            _INTENDED,
            Expected(
                "De belangen van de partner zijn besproken", _for_people,
                "Vraag de partner wat hij wint en wat hij kan verliezen.",
            ),
            Expected(
                "De samenwerking is afgewogen",
                lambda f: f.is_weighed or f.is_decided,
                "Leg haar naast andere opties in de afwegingstabel.", Place.WEIGHING,
            ),
            Expected(
                "Er is een besluit genomen",
                lambda f: f.is_decided,
                "Neem een besluit: doorgaan, of met een reden stoppen.", Place.WEIGHING,
            ),
        ),
        "Zet de status op opstart, of beëindig de verkenning met een reden.",
    ),
    "opstart": Stage(
        "Er is besloten samen te werken. Nu worden afspraken, mensen en middelen geregeld.",
        (
            _OWNER,
            _INTENDED,
            _SIGNED,
            Expected(
                "Uren en budget zijn geraamd",
                lambda f: f.has_effort,
                "Raam de uren en het budget per jaar.",
            ),
            Expected(
                "De startdatum staat vast",
                lambda f: f.start_date is not None,
                "Spreek af wanneer de uitvoering begint.",
            ),
            _PLANNED,
        ),
        "Zet de status op actief zodra de uitvoering begint.",
    ),
    "actief": Stage(
        "De samenwerking wordt uitgevoerd. Houd afspraken, verhoudingen en opbrengst in het oog.",
        (_OWNER, _SIGNED, _INTENDED, _JUDGED, _PLANNED, _CHECKED),
        "Alles staat op orde. Houd de afspraken bij tot de volgende evaluatie.", Place.AGREEMENTS,
    ),
    "evaluatie": Stage(
        "De samenwerking loopt en wordt beoordeeld met het oog op het vervolg.",
        (
            _OWNER,
            Expected(
                "Het behaalde resultaat is beschreven",
                lambda f: f.has_actual,
                "Beschrijf wat er is bereikt, naast wat was beoogd.", Place.RESULTS,
            ),
            _CHECKED,
            Expected(
                "De partner heeft meegekeken", _for_people,
                "Vraag de partner hoe hij de samenwerking beoordeelt.",
            ),
        ),
        "Besluit samen: doorgaan, aanpassen of beëindigen. Plan daarna de volgende evaluatie.",
    ),
    "slapend": Stage(
        "Er gebeurt niets meer, maar er is ook geen afscheid genomen.",
        (
            _OWNER,
            Expected(
                "De stilte duurt korter dan een half jaar",
                _lasts_short,
                "Dit duurt lang: beslis of u haar wakker maakt of beëindigt.",
            ),
        ),
        "Bel de partner: maak de samenwerking weer actief, of neem met een reden afscheid.",
    ),
    "beeindigd": Stage(
        "De samenwerking is gestopt of afgerond. Een goed afscheid bewaart de relatie.",
        (
            Expected(
                "De einddatum is bekend",
                lambda f: f.end_date is not None,
                "Vul in wanneer de samenwerking is geëindigd.",
            ),
            Expected(
                "De reden is opgeschreven",
                lambda f: f.has_reason_to_end,
                "Schrijf op waarom zij is beëindigd: dat helpt bij een volgende afweging.",
            ),
            Expected(
                "Het behaalde resultaat is beschreven",
                lambda f: f.has_actual,
                "Beschrijf wat er is bereikt, zolang mensen het nog weten.", Place.RESULTS,
            ),
            Expected(
                "Er staan geen afspraken meer open",
                lambda f: f.open_agreements == 0,
                "Rond de afspraken af die nog open staan.", Place.AGREEMENTS,
            ),
        ),
        "Er hoeft niets meer te gebeuren; het dossier blijft te lezen.", Place.NOWHERE,
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Checked:
    """What was expected, and whether the record shows it (None: it cannot, or people must say)."""

    text: str
    holds: bool | None
    is_for_people: bool


def checklist(facts: Facts) -> list[Checked]:
    """What the stage asks, with how it stands."""
    return [
        Checked(one.text, one.holds(facts), one.holds is _for_people)
        for one in STAGES[facts.status].expected
    ]


def next_step(facts: Facts) -> Step:
    """The next sensible step.

    Promises that were not kept come first, then a date that has passed, then what is missing in
    the order of the stage, then what leads to the next one.
    """
    stage = STAGES[facts.status]
    if facts.overdue and facts.status != "beeindigd":
        late = f"de {number(facts.overdue)} afspraken die te laat zijn"
        if facts.overdue == 1:
            late = "de afspraak die te laat is"
        return Step(f"Kom terug op {late}.", Place.AGREEMENTS)
    if facts.status == "actief" and facts.evaluation_date and facts.evaluation_date < facts.on:
        return Step(
            f"De evaluatie van {long_date(facts.evaluation_date)} is voorbij: houd haar alsnog en "
            "zet de status op evaluatie, of plan een nieuwe datum.",
            Place.EDIT,
        )
    missing = (Step(one.step, one.place) for one in stage.expected if one.holds(facts) is False)
    return next(missing, Step(stage.onward, stage.place))
