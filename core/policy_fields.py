"""What a library's partnerships mean for the policy of a gemeente, field by field.

A partnership serves a field through its themes, and more through a programme that is about that
field. Theme GEM (the gemeente as principal) serves no field by itself: what is agreed with the
gemeente is about all of them. The mapping is our own; each field names what it rests on.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from core.names import name_key


@dataclass(frozen=True)
class PolicyField:
    """A field of policy, the themes (codes) and programmes that serve it, and on what that rests.

    `brings` says in one line what a library does there.
    """

    code: str
    label: str
    brings: str
    themes: tuple[str, ...]
    programmes: tuple[str, ...]
    source: str


POLICY_FIELDS = (
    PolicyField(
        "youth",
        "Onderwijs en jeugd",
        "lezen en taal, van baby tot mbo",
        ("KOV", "PO", "VO", "MBO"),
        ("VoorleesExpress", "BoekStartcoach (JGZ)", "Cultuureducatie"),
        "Wsob artikel 5c; Bibliotheekconvenant 2020-2023, opgave 1; de taak van gemeenten voor "
        "voorschoolse educatie en onderwijsachterstanden",
    ),
    PolicyField(
        "care",
        "Wmo en sociaal domein",
        "meedoen en goed doorverwezen worden",
        ("ZWE",),
        ("Doorverwijzing taal en digitaal", "BoekStartcoach (JGZ)", "VoorleesExpress"),
        "Wmo 2015 (zelfredzaamheid en participatie van inwoners)",
    ),
    PolicyField(
        "work",
        "Participatie en werk",
        "basisvaardigheden voor werk en opleiding",
        ("BAS", "MBO"),
        ("(digi)Taalhuis", "Oefenen.nl", "Klik & Tik"),
        "Wsob artikel 5b; Bibliotheekconvenant 2020-2023, opgave 3; Participatiewet en de "
        "educatie aan volwassenen (Wet educatie en beroepsonderwijs)",
    ),
    PolicyField(
        "integration",
        "Inburgering",
        "Nederlands oefenen en de weg leren kennen",
        (),
        ("(digi)Taalhuis", "Taalcafé", "Taalmaatje"),
        "Wet inburgering 2021, waarin de gemeente de regie heeft",
    ),
    PolicyField(
        "digital",
        "Digitale inclusie",
        "hulp bij digitale overheid en vaardigheden",
        ("DIG",),
        ("Informatiepunt Digitale Overheid", "Digisterker", "Klik & Tik", "IDO-regie",
         "(digi)Taalhuis"),
        "Wsob artikel 5a en 5b; Bibliotheekconvenant 2020-2023, opgave 2",
    ),
    PolicyField(
        "culture",
        "Cultuur",
        "kennismaken met kunst, erfgoed en literatuur",
        ("CUL",),
        ("Cultuureducatie", "Literaire programmering"),
        "Wsob artikel 5e; Bibliotheekconvenant 2020-2023, opgave 1",
    ),
    PolicyField(
        "liveability",
        "Leefbaarheid",
        "ontmoeting en voorzieningen dichtbij",
        ("COM", "MFA", "COMM"),
        ("Community Library", "Stappenplan mfa/mfo"),
        "Wsob artikel 5d; toetsingskader Zuid-Holland (nabijheid)",
    ),
)  # fmt: skip

CALCULATION = """
**Bijdrage aan gemeentelijk beleid.** Een lopende samenwerking draagt bij aan een beleidsveld als
een van haar thema’s of programma’s daarbij hoort; zij kan dus bij meer velden staan. De indeling is
van ons en rust op de wet en de afspraken die erbij staan. Het thema Gemeente (de gemeente als
opdrachtgever) hoort bij geen enkel veld apart: die afspraken gaan over alle velden.
"""


@dataclass(frozen=True)
class Served:
    """What serves a field: ids of partnerships, programmes with how many have each, other names.

    `others` are the names of partnerships without a programme that is about the field.
    """

    field: PolicyField
    partnerships: tuple[int, ...]
    programmes: tuple[tuple[str, int], ...]
    others: tuple[str, ...]


@dataclass(frozen=True)
class Contributor:
    """A partnership as far as policy fields need it; `themes` are codes."""

    id: int
    name: str
    themes: frozenset[str]
    programmes: tuple[str, ...]


# A programme counts in a field that it is about, or whose themes it is shipped with.
_BY_PROGRAMME = {
    name_key(programme): tuple(f.code for f in POLICY_FIELDS if programme in f.programmes)
    for field in POLICY_FIELDS
    for programme in field.programmes
}


def fields_of(themes: Iterable[str], programmes: Iterable[str]) -> tuple[str, ...]:
    """The codes of the fields that these themes (codes) and programmes serve, in their order."""
    given, named = set(themes), set(programmes)
    about = {code for one in named for code in _BY_PROGRAMME.get(name_key(one), ())}
    return tuple(f.code for f in POLICY_FIELDS if f.code in about or given & set(f.themes))


def contributions(partnerships: Iterable[Contributor]) -> tuple[Served, ...]:
    """What serves each field, all fields in their order; programmes the most used first."""
    found = list(partnerships)
    return tuple(_served(field, found) for field in POLICY_FIELDS)


def _served(field: PolicyField, everything: list[Contributor]) -> Served:
    serving = [one for one in everything if field.code in fields_of(one.themes, one.programmes)]
    counts: dict[str, int] = {}
    others = []
    for one in serving:
        shown = [programme for programme in one.programmes if _may_show(field, programme, one)]
        for programme in dict.fromkeys(shown):
            counts[programme] = counts.get(programme, 0) + 1
        if not shown:
            others.append(one.name)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0].casefold()))
    return Served(
        field,
        tuple(one.id for one in serving),
        tuple(ranked),
        tuple(sorted(others, key=str.casefold)),
    )


def _may_show(field: PolicyField, programme: str, one: Contributor) -> bool:
    """Whether a programme is a reason why its partnership serves the field.

    A programme that the mapping does not place goes with the themes of its partnership.
    """
    about = _BY_PROGRAMME.get(name_key(programme))
    by_theme = bool(one.themes & set(field.themes))
    return field.code in about if about is not None else by_theme
