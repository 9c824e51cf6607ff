"""What the library's own MT and each partner want of a shared building, and where that differs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from core.names import name_key
from core.partnership import Text, Word, refuse
from core.scenario import Id
from core.wording import enumerated, plain

SUBJECTS = {
    "audience": "Doelgroepen en toegankelijkheid",
    "programme": "Programma en activiteiten",
    "hours": "Openingstijden",
    "space": "Ruimte en inrichting",
    "desk": "Ontvangst en balie",
    "staff": "Medewerkers en vrijwilligers",
    "identity": "Naam en uitstraling",
    "money": "Kosten en verdeling",
    "management": "Beheer en exploitatie",
    "technology": "Techniek en gegevens",
    "sustainability": "Duurzaamheid",
    "deciding": "Zeggenschap en besluiten",
    "other": "Ander onderwerp",
}
WEIGHTS = {
    1: "1 bijzaak",
    2: "2 prettig",
    3: "3 gewenst",
    4: "4 zwaarwegend",
    5: "5 onmisbaar",
}
# From so many steps apart on a subject weighs differently for two parties.
APART = 2
OWN = None  # the party of the library's own MT; any other is the id of a partner

Subject = Literal[
    "audience", "programme", "hours", "space", "desk", "staff", "identity", "money", "management",
    "technology", "sustainability", "deciding", "other",
]  # fmt: skip


class Wish(BaseModel):
    """One wish about a partnership (its id): of a partner (its id), or of the own MT (None)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    partnership: Id
    partner: Id | None = None
    subject: Subject
    other: Word = None
    weight: int = Field(ge=1, le=5)
    text: Text = None

    @model_validator(mode="after")
    def _names_its_subject(self) -> Self:
        if self.subject == "other" and not self.other:
            raise refuse("Geef het andere onderwerp een naam.")
        return self

    @property
    def title(self) -> str:
        """What the subject is called."""
        return self.other or "" if self.subject == "other" else SUBJECTS[self.subject]

    @property
    def key(self) -> str:
        """What two wishes about one subject have in common, however it is spelled."""
        if self.subject != "other":
            return self.subject
        return f"other {name_key(self.title) or self.title.casefold()}"

    def in_words(self) -> dict[str, str]:
        """Its fields by their Dutch names, as far as they are filled in."""
        found = {
            "Onderwerp": self.title,
            "Hoe belangrijk": WEIGHTS[self.weight],
            "Wens": self.text or "",
        }
        return {title: text for title, text in found.items() if text}


class Verdict(StrEnum):
    """What the wishes about one subject say together; the value is what the screen says."""

    DIFFERENT = "verschil in gewicht"
    MISSING = "niet door allen genoemd"
    ALONE = "door één genoemd"
    EQUAL = "even belangrijk"


@dataclass(frozen=True)
class Compared:
    """One subject: the wishes by party, and what they say together.

    `weights` has the heaviest of each party that names it; `silent` are the parties that do not.
    """

    title: str
    wishes: dict[int | None, list[Wish]]
    weights: dict[int | None, int]
    silent: tuple[int | None, ...]
    verdict: Verdict

    @property
    def apart(self) -> int:
        """How far the parties that name it lie apart."""
        return max(self.weights.values()) - min(self.weights.values())


def compared(wishes: Iterable[Wish], parties: Sequence[int | None]) -> list[Compared]:
    """The wishes of these parties by subject, what differs most first.

    Only parties with a wish at all are compared: who was not asked yet is silent about nothing.
    """
    by_subject: dict[str, list[Wish]] = {}
    for one in wishes:
        if one.partner in parties:
            by_subject.setdefault(one.key, []).append(one)
    heard = {one.partner for those in by_subject.values() for one in those}
    asked = [party for party in parties if party in heard]
    found = [_compared(those, asked) for those in by_subject.values()]
    return sorted(found, key=lambda one: (list(Verdict).index(one.verdict), -_weight(one)))


def _weight(one: Compared) -> int:
    return one.apart * 10 + max(one.weights.values())


def _compared(those: list[Wish], asked: Sequence[int | None]) -> Compared:
    by_party = {party: [one for one in those if one.partner == party] for party in asked}
    named = {party: wishes for party, wishes in by_party.items() if wishes}
    weights = {party: max(one.weight for one in wishes) for party, wishes in named.items()}
    silent = tuple(party for party in asked if party not in named)
    apart = max(weights.values()) - min(weights.values())
    if apart >= APART:
        verdict = Verdict.DIFFERENT
    elif len(named) == 1:
        verdict = Verdict.ALONE
    else:
        verdict = Verdict.MISSING if silent else Verdict.EQUAL
    return Compared(those[0].title, named, weights, silent, verdict)


def wishes_finding(found: Sequence[Compared], heard: int) -> str:
    """What the comparison says, in a sentence; `heard` is how many parties have a wish."""
    if not found:
        return "Er zijn nog geen wensen opgeschreven. Begin met die van het eigen MT."
    if heard < 2:
        return (
            f"Alleen één partij heeft wensen opgeschreven, over {_subjects(len(found))}. "
            "Leg er de wensen van de anderen naast."
        )
    parts = [
        f"**{count}** {words if count > 1 else words.replace('wegen', 'weegt')}"
        for verdict, words in (
            (Verdict.DIFFERENT, "wegen voor de een zwaarder dan voor de ander"),
            (Verdict.MISSING, "noemt niet iedereen"),
            (Verdict.ALONE, "noemt er maar één"),
            (Verdict.EQUAL, "vindt iedereen even belangrijk"),
        )
        if (count := sum(one.verdict is verdict for one in found))
    ]
    most = found[0]
    said = f"Van {_subjects(len(found))} " + enumerated(parts) + "."
    if most.verdict is Verdict.DIFFERENT:
        said += f" Begin het gesprek bij {plain(most.title.lower())}."
    return said


def _subjects(count: int) -> str:
    return "1 onderwerp" if count == 1 else f"{count} onderwerpen"
