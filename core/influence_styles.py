"""Five ways to influence somebody, and which fits a partner: situational, no personality test.

After the influence styles of Berlew & Harrison (Situation Management Systems): asserting,
persuading, bridging, attracting and disengaging, in our own words.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from core.forces import HIGH, SIGNS, STANCES, approach
from core.wording import enumerated


@dataclass(frozen=True)
class Style:
    """One style: what it is, when it works, its pitfall, and a sentence of a library."""

    label: str
    what: str
    works: str
    pitfall: str
    to_board: str
    to_gemeente: str
    to_childcare: str
    to_care: str

    def sentence_to(self, partner_type: str | None) -> str:
        """The example sentence for a partner of this type, as the list of types calls it."""
        sentence: str = getattr(self, _SPEAKING_TO.get(partner_type or "", "to_care"))
        return sentence


# By partner type; any other is spoken to as one in care or welfare.
_SPEAKING_TO = {
    "gemeente": "to_gemeente",
    "uitvoeringsorganisatie overheid": "to_gemeente",
    "kinderopvang": "to_childcare",
    "basisschool": "to_board",
    "vo-school": "to_board",
    "mbo/roc": "to_board",
}
STYLES = {
    "assert": Style(
        "Stellen",
        "zeggen wat u wilt en wat u daarvoor teruggeeft",
        "U heeft een duidelijke wens, een grens of iets te bieden, en er moet een knoop door.",
        "Te vaak gebruikt voelt het als druk; de ander geeft toe zonder mee te doen.",
        "Wij willen dat elke school een leescoördinator aanwijst; dan leveren wij wekelijks een "
        "leesconsulent.",
        "Zonder besluit vóór 1 mei kunnen wij het spreekuur na de zomer niet openhouden.",
        "Wij vragen één vaste voorleesplek per groep; wij zorgen voor boeken en training.",
        "Wij willen elke dinsdag spreekuur houden in uw wijkcentrum: u de ruimte, wij de mensen.",
    ),
    "persuade": Style(
        "Onderbouwen",
        "met feiten en redenen laten zien waarom iets verstandig is",
        "De ander is zakelijk, staat open en wil een besluit kunnen verantwoorden.",
        "Nog een argument erbij overtuigt niet wie er niet aan toe is.",
        "Op uw scholen met een leesconsulent lezen leerlingen vaker; dit zijn de cijfers.",
        "Eén Taalhuis bereikt in uw gemeente drie doelgroepen van het beleidsplan tegelijk.",
        "Voorlezen vanaf het eerste jaar vergroot de woordenschat; dit onderzoek laat het zien.",
        "Uw medewerkers verwijzen, wij vangen op: dit zijn de aantallen van het afgelopen jaar.",
    ),
    "attract": Style(
        "Inspireren",
        "een gedeeld beeld schetsen waar de ander bij wil horen",
        "Er is een gedeelde waarde en energie, of die moet nog worden gewekt.",
        "Zonder concrete volgende stap blijft het bij een mooi verhaal.",
        "Stel u voor: geen kind verlaat uw scholen zonder een boek dat het echt wilde lezen.",
        "Samen maken we van dit plein de huiskamer van de stad.",
        "Elk kind dat bij u begint, hoort elke dag een verhaal.",
        "Stel u voor dat niemand in deze wijk nog alleen boven een formulier zit.",
    ),
    "bridge": Style(
        "Onderzoeken",
        "vragen, luisteren en eigen twijfel op tafel leggen",
        "U kent de belangen nog niet, of er is weerstand die eerst gehoord moet worden.",
        "Wie alleen vraagt, komt niet met een eigen standpunt.",
        "Wat zou voor uw leerkrachten de werkdruk echt verlagen?",
        "Waar loopt u in de raad tegenaan als het over ons gaat?",
        "Wat lukt er nu niet bij het voorlezen, en wat is daarvoor nodig?",
        "Waar lopen uw cliënten op vast als het om lezen of om de computer gaat?",
    ),
    "disengage": Style(
        "Afstand nemen",
        "even stoppen, uitstellen of de lucht klaren, om later verder te kunnen",
        "Het gesprek loopt vast of loopt op, of dit is nu de inspanning niet waard.",
        "Te lang wegblijven leest als desinteresse.",
        "Laten we dit laten rusten en er na de toetsweken op terugkomen.",
        "We komen er vandaag niet uit; ik stel voor dat we volgende week verder praten.",
        "Nu is er geen ruimte bij u; mogen we in het najaar opnieuw bellen?",
        "Uw mensen hebben nu hun handen vol; zullen we het na de zomer opnieuw bekijken?",
    ),
}
SOURCE = (
    "Naar het model van Berlew & Harrison (Situation Management Systems): asserting, persuading, "
    "attracting, bridging en disengaging; de teksten zijn van ons."
)
# By (high influence, high interest), from against (-2) to with us (2): style and second best.
_BY_QUADRANT: Mapping[tuple[bool, bool], tuple[tuple[str, str], ...]] = {
    (True, True): (
        ("bridge", "disengage"), ("bridge", "persuade"), ("persuade", "bridge"),
        ("attract", "assert"), ("assert", "attract"),
    ),
    (True, False): (
        ("bridge", "disengage"), ("bridge", "persuade"), ("persuade", "attract"),
        ("attract", "persuade"), ("assert", "persuade"),
    ),
    (False, True): (
        ("bridge", "disengage"), ("bridge", "disengage"), ("bridge", "persuade"),
        ("attract", "bridge"), ("attract", "assert"),
    ),
    (False, False): (
        ("disengage", "bridge"), ("disengage", "bridge"), ("persuade", "disengage"),
        ("persuade", "attract"), ("attract", "persuade"),
    ),
}  # fmt: skip
_WHY = {
    "assert": "deze partner staat achter u, dus een heldere vraag met wat u teruggeeft werkt",
    "persuade": "er is geen weerstand, en feiten geven een reden om mee te doen",
    "attract": "de houding is goed; een gedeeld beeld maakt daar energie van",
    "bridge": "hier helpt het eerst te horen wat er speelt, vóór u iets voorstelt",
    "disengage": "de houding is negatief, het belang en de invloed zijn klein: aandringen kost "
    "meer dan het oplevert",
}


@dataclass(frozen=True)
class Advice:
    """The style that fits first, the second best, and why in a sentence."""

    style: str
    second: str
    reason: str


def advice(influence: int, interest: int, stance: int) -> Advice:
    """Which style fits a partner, from its place in the grid (1-5 each) and its stance (-2..2)."""
    style, second = _BY_QUADRANT[influence >= HIGH, interest >= HIGH][stance + 2]
    where = approach(influence, interest).lower()
    return Advice(
        style,
        second,
        f"Bij “{where}” en houding {SIGNS[stance]} ({STANCES[stance]}): {_WHY[style]}.",
    )


# Everyday situations: who does this often, uses that style much.
QUESTIONS = (
    ("assert", "Ik zeg in een overleg meteen wat ik wil bereiken."),
    ("assert", "Ik noem wat ik ervoor terugdoe, en wat er gebeurt als het niet lukt."),
    ("persuade", "Ik neem cijfers of onderzoek mee naar een gesprek."),
    ("persuade", "Ik leg stap voor stap uit waarom een voorstel verstandig is."),
    ("attract", "Ik begin over wat we samen voor inwoners kunnen betekenen."),
    ("attract", "Ik vertel een verhaal waarin de ander zichzelf herkent."),
    ("bridge", "Ik vraag door voordat ik iets voorstel."),
    ("bridge", "Ik zeg het als ik twijfel of iets verkeerd zag."),
    ("disengage", "Ik stel een besluit uit als een gesprek oploopt."),
    ("disengage", "Ik laat een onderwerp rusten als het nu niet gaat lukken."),
)


def profile(answers: Mapping[int, int]) -> dict[str, float]:
    """How much each style is used (1-5), the most used first; `answers` by place in QUESTIONS."""
    given: dict[str, list[int]] = {}
    for at, value in answers.items():
        given.setdefault(QUESTIONS[at][0], []).append(value)
    means = {style: sum(values) / len(values) for style, values in given.items()}
    return dict(sorted(means.items(), key=lambda one: -one[1]))


def practice(used: Mapping[str, float]) -> str:
    """Which styles one uses much and little, and what to practise; as Markdown."""
    most, least = max(used.values()), min(used.values())
    if most == least:
        return "U gebruikt alle vijf stijlen even veel. Let erop welke u in welk gesprek kiest."
    much, little = (
        [STYLES[one].label for one, value in used.items() if value == bound]
        for bound in (most, least)
    )
    first = next(one for one, value in used.items() if value == least)
    return (
        f"U gebruikt **{enumerated(much)}** het meest en **{enumerated(little)}** het minst. "
        f"Oefen eens met {STYLES[first].label.lower()}: {STYLES[first].what}. "
        f"Een zin om mee te beginnen: “{STYLES[first].to_gemeente}”"
    )
