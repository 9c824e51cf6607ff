"""The health of a partnership: seven conditions, each judged from 1 to 5 on a day.

The first five are the conditions for good collaboration of Kaats & Opheij (Leren samenwerken tussen
organisaties, 2012); trust and value are added, because an alliance ends where either is gone (De
Man, Alliances, 2013). Questions and anchors are our own words. There is no total: a mean would let
a shared ambition make up for trust that is gone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from core.partnership import Text, Word, refuse
from core.scenario import Id
from core.wording import counted, enumerated, long_date

# From this score down a condition is a concern, wherever the others stand.
CONCERN = 2
MOST_NAMED = 3


@dataclass(frozen=True)
class Condition:
    """One condition: what it is called, the question, and what 1, 3 and 5 look like."""

    label: str
    question: str
    anchors: dict[int, str]


CONDITIONS = {
    "ambition": Condition(
        "Gedeelde ambitie",
        "Willen we samen hetzelfde bereiken, en zegt iedereen dat op dezelfde manier?",
        {
            1: "Ieder heeft een eigen verhaal; waarom we dit samen doen, is niet duidelijk.",
            3: "De richting is gedeeld, maar wat we er concreet mee willen bereiken verschilt.",
            5: "Eén ambitie die beide partijen in eigen woorden uitdragen en die keuzes stuurt.",
        },
    ),
    "interests": Condition(
        "Recht doen aan belangen",
        "Kennen we elkaars belangen, en komt ieder aan zijn trekken?",
        {
            1: "Belangen blijven onbesproken of één partij betaalt en de ander profiteert.",
            3: "De belangen zijn benoemd; het evenwicht is er nog niet altijd.",
            5: "Belangen liggen open op tafel en de opbrengst is voor beide in verhouding.",
        },
    ),
    "people": Condition(
        "Persoonlijk goed samenwerken",
        "Werken de mensen prettig samen, ook als het schuurt?",
        {
            1: "Het contact is stroef of hangt aan één persoon.",
            3: "Het contact is goed, lastige onderwerpen worden soms vermeden.",
            5: "Mensen zoeken elkaar op en spreken elkaar aan; een wisseling vangt men op.",
        },
    ),
    "organisation": Condition(
        "Professionele organisatie",
        "Is afgesproken wie wat doet, wie beslist en hoe we het volgen?",
        {
            1: "Taken, besluiten en middelen zijn niet geregeld.",
            3: "De hoofdlijn staat vast; uitvoering en opvolging lopen soms door elkaar.",
            5: "Rollen, besluiten, middelen en evaluatie zijn vastgelegd en worden nageleefd.",
        },
    ),
    "process": Condition(
        "Betekenisgevend proces",
        "Nemen we de tijd om stappen te zetten die voor ieder betekenis hebben?",
        {
            1: "We rennen van actie naar actie, of er gebeurt niets.",
            3: "Er is een ritme van overleg; de stappen zijn niet voor iedereen even zinvol.",
            5: "Ritme en volgorde kloppen; we staan stil bij wat we leren en stellen bij.",
        },
    ),
    "trust": Condition(
        "Vertrouwen",
        "Durven we op elkaar te rekenen?",
        {
            1: "Afspraken worden niet nagekomen of men dekt zich in.",
            3: "Meestal komt ieder zijn afspraken na; informatie wordt met mate gedeeld.",
            5: "Men doet wat is gezegd, deelt ook slecht nieuws en gunt de ander iets.",
        },
    ),
    "value": Condition(
        "Waarde",
        "Levert het meer op dan het kost, voor de doelgroep en voor ons?",
        {
            1: "De doelgroep merkt er niets van of het kost meer dan het oplevert.",
            3: "Er is opbrengst, maar zij is niet aangetoond of weegt net op tegen de inzet.",
            5: "De opbrengst is zichtbaar en zou er zonder de samenwerking niet zijn.",
        },
    ),
}


class Judged(BaseModel):
    """A condition (a key of CONDITIONS): 1 to 5, or None where nobody can say."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    condition: str
    score: int | None = Field(default=None, ge=1, le=5)
    note: Text = None


class HealthCheck(BaseModel):
    """One check of a partnership (its id) on a day."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    partnership: Id
    checked_on: date
    by: Word = None
    judged: tuple[Judged, ...]

    @model_validator(mode="after")
    def _is_a_check(self) -> Self:
        codes = [one.condition for one in self.judged]
        if len(set(codes)) != len(codes) or not set(codes) <= set(CONDITIONS):
            raise refuse("Elke voorwaarde wordt één keer beoordeeld. Ververs de pagina.")
        if all(one.score is None for one in self.judged):
            raise refuse("Geef ten minste één voorwaarde een score van 1 tot 5.")
        return self

    @property
    def scores(self) -> dict[str, int]:
        """The known scores by condition, in the order of CONDITIONS."""
        known = {one.condition: one.score for one in self.judged}
        return {code: score for code in CONDITIONS if (score := known.get(code)) is not None}

    @property
    def notes(self) -> dict[str, str]:
        """The notes by condition."""
        return {one.condition: one.note for one in self.judged if one.note}

    def in_words(self) -> dict[str, str]:
        """Its fields by their Dutch names."""
        found = {"Door": self.by or ""}
        for code, condition in CONDITIONS.items():
            score = self.scores.get(code)
            note = self.notes.get(code)
            said = "weet niet" if score is None else str(score)
            found[condition.label] = f"{said}: {note}" if note else said
        return {title: text for title, text in found.items() if text}


def weakest(check: HealthCheck) -> list[str]:
    """The labels of the conditions with the lowest score; none where all known are the same."""
    lowest, highest = min(check.scores.values()), max(check.scores.values())
    if lowest == highest and len(check.scores) > 1:
        return []
    return [CONDITIONS[code].label for code, score in check.scores.items() if score == lowest]


def moved(check: HealthCheck, before: HealthCheck) -> list[tuple[str, int, int]]:
    """What changed since another check: label, score then, score now; the steepest fall first."""
    known = [
        (CONDITIONS[code].label, before.scores[code], score)
        for code, score in check.scores.items()
        if code in before.scores and before.scores[code] != score
    ]
    return sorted(known, key=lambda one: one[2] - one[1])


def before_that_day(checks: Sequence[HealthCheck]) -> HealthCheck | None:
    """The last check of an earlier day than the newest: two of one day are no movement."""
    return next((one for one in checks if one.checked_on < checks[0].checked_on), None)


def health_finding(checks: Sequence[HealthCheck]) -> str:
    """What the checks (newest first) say, in Dutch sentences without Markdown."""
    if not checks:
        return "Er is nog geen gezondheidscheck gedaan."
    newest = checks[0]
    parts = [f"Op {long_date(newest.checked_on)}: {_extremes(newest)}."]
    if unknown := len(CONDITIONS) - len(newest.scores):
        parts.append(f"Van {counted(unknown, 'voorwaarde', 'voorwaarden')} weet men het niet.")
    if same := sum(one.checked_on == newest.checked_on for one in checks[1:]):
        parts.append(f"Op die dag zijn {same + 1} checks ingevuld; dit is de laatste.")
    if before := before_that_day(checks):
        parts.append(_trend(newest, before))
    return " ".join(parts)


def _extremes(check: HealthCheck) -> str:
    lowest, highest = min(check.scores.values()), max(check.scores.values())
    weak = weakest(check)
    if not weak:
        return f"alles wat bekend is staat op {lowest} van 5"
    said = f"{_named(weak)} het zwakst ({lowest} van 5)"
    if lowest != highest:
        strong = [CONDITIONS[code].label for code, one in check.scores.items() if one == highest]
        said += f", {_named(strong)} het sterkst ({highest})"
    return said


def _trend(newest: HealthCheck, before: HealthCheck) -> str:
    since = f"Sinds {long_date(before.checked_on)}"
    changes = moved(newest, before)
    down = [f"{label} ({was} naar {now})" for label, was, now in changes if now < was]
    up = [f"{label} ({was} naar {now})" for label, was, now in changes[::-1] if now > was]
    said = [
        f"ging{'en' if len(those) > 1 else ''} {_named(those)} {way}"
        for those, way in ((down, "omlaag"), (up, "omhoog"))
        if those
    ]
    if not said:
        return f"{since} bleef wat in beide bekend is gelijk."
    return f"{since} {' en '.join(said)}."


def _named(labels: list[str]) -> str:
    return enumerated([label[0].lower() + label[1:] for label in labels], MOST_NAMED)
