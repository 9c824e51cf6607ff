"""Force analysis: how a partner stands to us, on a day, and what that asks of us.

Interest and influence as in the power-interest grid (Mendelow 1991; Eden & Ackermann 1998). Both
run from 1 to 5, and 3 counts as high: who is in the middle gets attention rather than none. The
interests on three levels are those of Kaats & Opheij.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from core.wording import counted, enumerated, plain

Row = Mapping[str, Any]
Scale = Annotated[int, Field(ge=1, le=5)]
Text = Annotated[str, Field(max_length=2_000)]

HIGH = 3
OUTDATED = timedelta(days=365)
SIGNS = {-2: "−−", -1: "−", 0: "0", 1: "+", 2: "++"}
STANCES = {
    -2: "werkt tegen",
    -1: "heeft bedenkingen",
    0: "neutraal",
    1: "staat positief",
    2: "trekt mee",
}
# What an assessment says, in figures and in words.
SCALES = {"influence": "Invloed", "interest": "Belang", "brings": "Brengt", "asks": "Vraagt"}
MEANINGS = {
    "influence": "Hoeveel de partner kan bepalen, mogelijk maken of tegenhouden.",
    "interest": "Hoeveel het voor de partner zelf uitmaakt.",
    "brings": "Hoeveel de partner inbrengt: toegang tot mensen, uren, geld, kennis.",
    "asks": "Hoeveel de partner van de bibliotheek vraagt.",
}
TEXTS = {
    "of_person": "Belang van de persoon",
    "of_organisation": "Belang van de organisatie",
    "shared": "Gedeeld belang",
    "bringing": "Wat brengt de partner?",
    "wanting": "Wat wil de partner?",
    "note": "Notitie",
}
# By (high influence, high interest): the approach, and what it asks.
APPROACHES = {
    (True, True): ("Actief betrekken", "samen aan tafel, samen besluiten"),
    (True, False): ("Tevreden stellen", "kort en tijdig bijpraten over wat de partner raakt"),
    (False, True): ("Consulteren", "om advies en ervaring vragen"),
    (False, False): ("Informeren", "op de hoogte houden"),
}


class Assessment(BaseModel):
    """How one partner stood on a day. Its id is that of the partner; texts may be empty."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    partner: int
    day: date
    influence: Scale
    interest: Scale
    stance: Annotated[int, Field(ge=-2, le=2)]
    brings: Scale
    asks: Scale
    of_person: Text = ""
    of_organisation: Text = ""
    shared: Text = ""
    bringing: Text = ""
    wanting: Text = ""
    note: Text = ""
    by: Annotated[str, Field(max_length=200)] = ""

    def in_words(self) -> dict[str, str]:
        """What it says by its Dutch names, the texts as far as they are filled in."""
        scales = {title: str(getattr(self, field)) for field, title in SCALES.items()}
        texts = {title: str(getattr(self, field)) for field, title in TEXTS.items()}
        return {
            **scales,
            "Houding": f"{SIGNS[self.stance]} {STANCES[self.stance]}",
            **{title: text for title, text in texts.items() if text},
        }


def approach(influence: int, interest: int) -> str:
    """The approach in words: `Actief betrekken`."""
    return APPROACHES[influence >= HIGH, interest >= HIGH][0]


def added_value(
    brings: int | None, goals_share: float | None, coverage_share: float | None
) -> float | None:
    """What a partner adds, 0-100: 100 x brings/5 x share of goals x share of places (0-1).

    None where one of the three is not known.
    """
    if brings is None or goals_share is None or coverage_share is None:
        return None
    return 100 * brings / 5 * goals_share * coverage_share


def stance_label(stance: int) -> str:
    """A stance in a table: `trekt mee (++)`, as a cell that begins with + looks like a formula."""
    return f"{STANCES[stance]} ({SIGNS[stance]})"


def balance(brings: int, asks: int) -> str:
    """Give and take in words: `brengt 2 meer`."""
    if brings == asks:
        return "in evenwicht"
    return f"{'brengt' if brings > asks else 'vraagt'} {abs(brings - asks)} meer"


def is_outdated(day: date, on: date) -> bool:
    """Whether an assessment is more than a year old on a day."""
    return on - day > OUTDATED


def movement(row: Row) -> str:
    """What changed since the previous assessment: `invloed 2 → 4`; empty where nothing did."""
    words = {"influence": "invloed", "interest": "belang", "stance": "houding"}
    return ", ".join(
        f"{word} {_shown(row[f'previous_{field}'], field)} → {_shown(row[field], field)}"
        for field, word in words.items()
        if row[f"previous_{field}"] is not None and row[f"previous_{field}"] != row[field]
    )


def _shown(value: int, field: str) -> str:
    return SIGNS[value] if field == "stance" else str(value)


def finding(rows: Sequence[Row]) -> str:
    """How many partners are in view and how many of them were assessed, as Markdown."""
    if not rows:
        return (
            "Er zijn **geen partners** binnen deze keuze. Kies andere filters, of zelf partners. "
            "Zijn er nog geen samenwerkingen, begin dan bij Gegevens."
        )
    known = [one for one in rows if one["day"]]
    if not known:
        return (
            f"Van de **{counted(len(rows), 'partner', 'partners')}** in deze keuze is er nog geen "
            "ingeschat. Kies hieronder een partner en leg vast hoe die erin staat."
        )
    blocking = sum(_blocks(one) for one in known)
    against = f"{f'**{blocking}**' if blocking else 'niemand'} met veel invloed " + (
        "staan" if blocking > 1 else "staat"
    )
    return (
        f"Van de **{counted(len(rows), 'partner', 'partners')}** in deze keuze "
        f"{'is' if len(known) == 1 else 'zijn'} er **{len(known)}** ingeschat; {against} "
        "er negatief in."
    )


def sentences(rows: Sequence[Row], on: date) -> list[str]:
    """What moved, who blocks, who is worth activating and what is outdated, as Markdown."""
    known = [one for one in rows if one["day"]]
    moved = [f"{plain(one['name'])} ({movement(one)})" for one in known if movement(one)]
    said = (
        ("Verschoven sinds de vorige inschatting", moved),
        ("Staat er negatief in en heeft veel invloed", _names(known, _blocks)),
        ("De moeite waard om te activeren", _names(known, _sleeps)),
        (
            "Ouder dan een jaar, kijk opnieuw",
            _names(known, lambda one: is_outdated(one["day"], on)),
        ),
    )
    return [f"**{what}**: {enumerated(names, 6)}." for what, names in said if names]


def _names(rows: Sequence[Row], is_so: Any) -> list[str]:
    return [plain(one["name"]) for one in rows if is_so(one)]


def _blocks(one: Row) -> bool:
    return bool(one["influence"] >= HIGH and one["stance"] < 0)


def _sleeps(one: Row) -> bool:
    """Much influence and not against, but little interest yet."""
    return bool(one["influence"] >= HIGH and one["interest"] < HIGH and one["stance"] >= 0)
