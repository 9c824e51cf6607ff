"""A strategy for working together, on one page: what it aims at and what is chosen, and why."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from core.forces import STANCES, approach
from core.partnership import refuse
from core.scenario import Id
from core.wording import amount, counted, enumerated, number, percent, short_date

Row = Mapping[str, Any]
# All of it is to fit one page.
MOST_CHOSEN, MOST_CHOICES = 6, 6
AMBITION_LENGTH, WORDS_LENGTH, LINE_LENGTH = 500, 400, 160
FIRST_YEAR, LAST_YEAR = 2020, 2100
# A theme and a gemeente by their codes: `KOV.GM0479`.
SPOT = r"^[A-Z0-9]{1,12}\.GM\d{4}$"


def _text(most: int) -> AfterValidator:
    def check(typed: str) -> str:
        text = "\n".join(" ".join(line.split()) for line in typed.strip().splitlines())
        if len(text) > most:
            raise refuse(
                f"Deze tekst telt {number(len(text))} tekens. Kort hem in tot {number(most)}: "
                "de strategie past op één pagina."
            )
        return text

    return AfterValidator(check)


def _few(chosen: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(chosen) > MOST_CHOSEN:
        raise refuse(
            f"Kies er ten hoogste {MOST_CHOSEN}. Wie alles kiest, kiest niets, en de strategie "
            "past op één pagina."
        )
    return tuple(dict.fromkeys(chosen))


def _choices(choices: tuple["Choice", ...]) -> tuple["Choice", ...]:
    if len(choices) > MOST_CHOICES:
        raise refuse(f"Leg ten hoogste {MOST_CHOICES} keuzes vast.")
    return choices


def _said(typed: str) -> str:
    if not typed:
        raise refuse("Schrijf bij elke keuze op wat u kiest, of maak de hele regel leeg.")
    return typed


def _year(typed: int | None) -> int | None:
    if typed is not None and not FIRST_YEAR <= typed <= LAST_YEAR:
        raise refuse(f"Kies een jaar van {FIRST_YEAR} tot en met {LAST_YEAR}.")
    return typed


Words = Annotated[str, _text(WORDS_LENGTH)]
Line = Annotated[str, _text(LINE_LENGTH)]


class Choice(BaseModel):
    """What is chosen, who sees to it and by when."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    what: Annotated[Line, AfterValidator(_said)]
    owner: Line = ""
    due: date | None = None


class Strategy(BaseModel):
    """Goals by code, white spots as SPOT, partners and considerations by id, each with words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    form: Literal[1] = 1
    library: Id | None = None
    until: Annotated[int | None, AfterValidator(_year)] = None
    ambition: Annotated[str, _text(AMBITION_LENGTH)] = ""
    goals: Annotated[tuple[str, ...], AfterValidator(_few)] = ()
    goals_words: Words = ""
    spots: Annotated[tuple[Annotated[str, Field(pattern=SPOT)], ...], AfterValidator(_few)] = ()
    spots_words: Words = ""
    partners: Annotated[tuple[Id, ...], AfterValidator(_few)] = ()
    partners_words: Words = ""
    considerations: Annotated[tuple[Id, ...], AfterValidator(_few)] = ()
    considerations_words: Words = ""
    choices: Annotated[tuple[Choice, ...], AfterValidator(_choices)] = ()

    @property
    def open_parts(self) -> list[str]:
        """The titles of the parts in which nothing is chosen or written yet."""
        return [
            title
            for title, fields in PARTS.items()
            if not any(getattr(self, field) for field in fields)
        ]

    def in_words(self) -> dict[str, str]:
        """What is written in it by its Dutch names, as far as it is filled in."""
        texts = {
            "Ambitie": self.ambition,
            **{
                title: getattr(self, f"{fields[0]}_words", "")
                or counted(len(getattr(self, fields[0])), "gekozen", "gekozen")
                for title, fields in PARTS.items()
                if fields[0] != "ambition"
            },
            "Keuzes": "; ".join(in_a_line(one) for one in self.choices),
        }
        return {title: text for title, text in texts.items() if text}


AMBITION, GOALS, SPOTS, PARTNERS, CONSIDERATIONS, CHOICES = (
    "Ambitie",
    "Doelen",
    "Witte vlekken",
    "Partners",
    "Afwegingen",
    "Keuzes",
)
# The steps in their order and the fields that each writes.
PARTS: dict[str, tuple[str, ...]] = {
    AMBITION: ("ambition",),
    GOALS: ("goals", "goals_words"),
    SPOTS: ("spots", "spots_words"),
    PARTNERS: ("partners", "partners_words"),
    CONSIDERATIONS: ("considerations", "considerations_words"),
    CHOICES: ("choices",),
}
# How it is said that a part was saved.
SAVED = {
    AMBITION: "De ambitie is bewaard.",
    GOALS: "De doelen zijn bewaard.",
    SPOTS: "De witte vlekken zijn bewaard.",
    PARTNERS: "De partners zijn bewaard.",
    CONSIDERATIONS: "De afwegingen zijn bewaard.",
    CHOICES: "De keuzes zijn bewaard.",
}
# How it is said that a part was saved with nothing in it.
EMPTIED = {
    AMBITION: "De ambitie is leeg",
    GOALS: "Er zijn geen doelen gekozen",
    SPOTS: "Er zijn geen witte vlekken gekozen",
    PARTNERS: "Er zijn geen partners gekozen",
    CONSIDERATIONS: "Er zijn geen afwegingen gekozen",
    CHOICES: "Er zijn geen keuzes vastgelegd",
}
QUESTIONS = {
    AMBITION: "Wat willen we over een paar jaar met anderen hebben bereikt?",
    GOALS: "Aan welke doelen moeten samenwerkingen vooral bijdragen?",
    SPOTS: "Welke thema’s en gemeenten zijn nog wit, en welke vullen we in?",
    PARTNERS: "Welke partners zijn daarvoor bepalend, en wat vraagt dat?",
    CONSIDERATIONS: "Over welke samenwerkingen moet nog worden besloten?",
    CHOICES: "Wat gaan we doen, wie trekt het en wanneer is het klaar?",
}


_CHOSEN = (
    f"Kies er ten hoogste {MOST_CHOSEN}; uw toelichting kan {WORDS_LENGTH} tekens lang zijn. Zo "
    "past alles op één A4."
)
LIMITS = {
    **dict.fromkeys(PARTS, _CHOSEN),
    AMBITION: f"Ten hoogste {AMBITION_LENGTH} tekens: alles samen past op één A4.",
    CHOICES: f"Ten hoogste {MOST_CHOICES} keuzes, elk van ten hoogste {LINE_LENGTH} tekens. Zo "
    "past alles op één A4.",
}
# In which order the page shows what it knows, and so which it proposes.
ORDERED = {
    GOALS: "het minst bereikte doel eerst",
    SPOTS: "scholen en kinderopvang eerst, en daarvan de grootste vlek",
    PARTNERS: "wie de meeste invloed heeft eerst, volgens de krachtenanalyse",
    CONSIDERATIONS: "de laatst gewijzigde eerst",
}
NOT_ASSESSED = "nog niet ingeschat"
NOBODY_ASSESSED = (
    "wie de meeste uren per jaar vraagt eerst. Nog geen van hen is ingeschat in de "
    "krachtenanalyse; doet u dat, dan stelt deze stap voor wie de meeste invloed heeft"
)


def saved(part: str, typed: Mapping[str, Any]) -> str:
    """What is said when a part is saved: that nothing is in it, where that is so."""
    if any(typed.values()):
        return SAVED[part]
    again = "" if part == AMBITION else " Met Invullen doet deze pagina weer een voorstel."
    return f"{EMPTIED[part]}; dit deel blijft van de A4 weg.{again}"


def in_a_line(choice: Choice) -> str:
    """`Taalhuis in Alkmaar openen (Anna, 1-9-2027)`."""
    beside = [choice.owner, short_date(choice.due) if choice.due else ""]
    said = ", ".join(filter(None, beside))
    return f"{choice.what} ({said})" if said else choice.what


def strategy_finding(strategies: Sequence[Strategy]) -> str:
    """How many strategies there are and what is still open in them, as Markdown."""
    if not strategies:
        return (
            "Er is nog **geen strategie** vastgelegd. Begin er een: in zes stappen staat zij op "
            "één pagina, gebouwd op wat het dashboard al weet."
        )
    ready = sum(not one.open_parts for one in strategies)
    said = counted(len(strategies), "strategie", "strategieën")
    rest = "die is compleet" if ready else "daarin is nog iets open"
    if len(strategies) > 1:
        rest = (
            f"{number(ready) if ready else 'geen'} daarvan {'zijn' if ready > 1 else 'is'} compleet"
        )
    return f"Er {'is' if len(strategies) == 1 else 'zijn'} **{said}**; {rest}."


def goal_said(row: Row) -> str:
    """What the portfolio does for a goal; a row of the query goals."""
    reach = row["reach_share"]
    serving = row["direct_or_core"]
    said = [
        f"gewicht {percent(row['weight'] / 100)}" if row["weight"] else "",
        "" if reach is None else f"bereikt {percent(reach)}",
        f"{counted(serving, 'samenwerking draagt', 'samenwerkingen dragen')} rechtstreeks bij",
    ]
    return ", ".join(filter(None, said))


def goals_suggestion(names: Sequence[str]) -> str:
    """A first sentence about chosen goals, whichever they are: why, only the reader knows."""
    if not names:
        return ""
    return f"We richten nieuwe samenwerkingen vooral op {enumerated(names, MOST_CHOSEN)}."


def spots_suggestion(names: Sequence[str]) -> str:
    """A first sentence about chosen white spots."""
    return f"We beginnen met {enumerated(names, MOST_CHOSEN)}." if names else ""


def partner_said(row: Row) -> str:
    """How a partner stands; a row of the query forces, with its approach where it was assessed."""
    if not row["day"]:
        hours = f"; {amount(row['hours'])} uur per jaar" if row["hours"] else ""
        return f"{NOT_ASSESSED}{hours}"
    return f"{approach(row['influence'], row['interest']).lower()}; {STANCES[row['stance']]}"


def partners_suggestion(names: Sequence[str]) -> str:
    """A first sentence about chosen partners."""
    return (
        f"Met {enumerated(names, MOST_CHOSEN)} maken we afspraken op bestuurlijk niveau."
        if names
        else ""
    )


def considerations_suggestion(names: Sequence[str]) -> str:
    """A first sentence about chosen considerations."""
    if not names:
        return ""
    said = enumerated([f"“{one}”" for one in names], MOST_CHOSEN)
    return f"We besluiten dit jaar over {said}."


def choices_suggestion(
    spots: Sequence[str], partners: Sequence[str], considerations: Sequence[str]
) -> list[Choice]:
    """A choice for each of what was chosen before, to be made sharper; at most MOST_CHOICES."""
    said = [
        *(f"Witte vlek invullen: {one}" for one in spots),
        *(f"Besluiten: {one}" for one in considerations),
        *(f"In gesprek met {one}" for one in partners),
    ]
    return [Choice(what=one[:LINE_LENGTH]) for one in said[:MOST_CHOICES]]


def as_title(name: str, strategy: Strategy) -> str:
    """The name with the year until which it holds."""
    return f"{name} tot en met {strategy.until}" if strategy.until else name
