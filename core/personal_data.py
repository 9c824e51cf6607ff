"""Where personal data can stand in the store: the one list that code, page and README follow.

A place is `table.column`, or `kind.content.field` of a document; `[]` is each of a list and `*`
any key. The change log holds the same rows as they were, so the same list says what is in it.
Every text in the store is on one of the two lists here; a test compares them with the tables and
the forms of the documents, so that a new field must be given its place.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

GONE, UNKNOWN = "gewist", "onbekend"


class Way(StrEnum):
    """How a place holds somebody, and so how he is erased from it."""

    # The field is a name (or address) and nothing else: emptied by itself where it is the person's.
    PERSON = "veld"
    # Words about anything: a person decides for each text.
    TEXT = "tekst"
    # The whole row is about one person.
    WHOLE = "geheel"


@dataclass(frozen=True)
class Held:
    """One row of the list, with what people are told about it in Dutch."""

    label: str
    places: tuple[str, ...]
    whose: str
    why: str
    kept: str
    way: Way


_STAFF = "medewerkers van de bibliotheek"
_ANYBODY = "wie erin genoemd wordt"
_REMOVED = "tot u het verwijdert; in het logboek tot u wist"
_NOTE = "onthouden wat is afgesproken"


def _of(kind: str, *fields: str) -> tuple[str, ...]:
    return tuple(f"{kind}.content.{field}" for field in fields)


def _criteria(kind: str, at: str = "criteria[]") -> tuple[str, ...]:
    asked = ("label", "question", "anchor_1", "anchor_3", "anchor_5", "literature")
    return _of(kind, *(f"{at}.{field}" for field in asked))


HELD: tuple[Held, ...] = (
    Held(
        "Contactpersonen van partners",
        _of("contact_person", "name", "role", "phone", "email", "note"),
        "contactpersonen bij partners", "weten wie te bellen",
        "tot de contactpersoon wordt verwijderd; in het logboek tot u wist", Way.WHOLE,
    ),
    Held(
        "Toegang", ("account.name",), "wie inlogt", "toegang geven",
        "tot de toegang wordt ingetrokken; in het logboek tot u wist", Way.WHOLE,
    ),
    Held(
        "Eigenaar van een samenwerking", ("partnership.owner",), _STAFF,
        "weten wie de samenwerking onderhoudt", _REMOVED, Way.PERSON,
    ),
    Held(
        "Wie een actie of punt op zich nam",
        (
            *_of("agreement", "owner"), *_of("step_check", "owner"),
            *_of("strategy", "choices[].owner"), *_of("decision", "decision.actions[].owner"),
        ),
        _STAFF, "weten wie wat doet", _REMOVED, Way.PERSON,
    ),
    Held(
        "Wie een oordeel gaf",
        (*_of("assessment", "by"), *_of("health_check", "by"), *_of("review", "by")),
        _STAFF, "weten van wie het oordeel is", _REMOVED, Way.PERSON,
    ),
    Held(
        "Deelnemers van sessies en besluiten",
        ("participant.name", *_of("decision", "decision.took_part[]")),
        "wie meedeed aan een sessie", "scores van elkaar onderscheiden",
        "zolang de afweging of het besluit er is", Way.PERSON,
    ),
    Held(
        "Maker van materiaal", _of("material", "maker"), "wie het materiaal maakte",
        "de maker noemen", _REMOVED, Way.PERSON,
    ),
    Held(
        "Wie iets wijzigde",
        (
            "batch.who", "library.changed_by", "partner.changed_by", "partnership.changed_by",
            "document.changed_by", "register_load.loaded_by", "location_link.decided_by",
            "session.opened_by", "entry.made_by", "material_file.added_by",
        ),
        "gebruikers van dit programma", "nagaan wie wat deed",
        "in het logboek zolang als is ingesteld (24 maanden); bij de rij zelf tot de volgende "
        "wijziging",
        Way.PERSON,
    ),
    Held(
        "Zoekwoorden en filters van een weergave", _of("view", "words", "filters.*[]"),
        _ANYBODY, "een lijst terugvinden", _REMOVED, Way.TEXT,
    ),
    Held(
        "Omschrijvingen in het logboek", ("batch.action",), _ANYBODY, "nagaan wat er gebeurde",
        "tot u wist", Way.TEXT,
    ),
    Held(
        "Namen die u zelf geeft",
        (
            "document.name", "partnership.name", "partner.name", "location.name",
            "register_load.file_name", "library.goal_sets[].goals[].label",
            *_of("consideration", "options[].name", "criteria_name"),
            *_of("decision", "decision.question", "decision.options[].name",
                 "decision.criteria_name", "decision.finding", "decision.certainty[]"),
            *_of("scenario", "imagined[].name", "imagined[].partners[]"),
            *_of("material", "title", "link", "file.name"), *_of("step_check", "link"),
            "partnership.programmes[]", *_of("material", "programmes[]"),
        ),
        "wie erin genoemd wordt; een partner of locatie kan een persoon zijn (zzp, gastouder)",
        "het terugvinden", _REMOVED, Way.TEXT,
    ),
    Held(
        "Teksten bij een samenwerking",
        (
            "partnership.intended_result", "partnership.actual_result", "partnership.note",
            "partnership.ended_reason", "partnership.contributions[].reason",
            *_of("agreement", "what", "note"), *_of("yearly_result", "intended", "actual"),
            *_of("health_check", "judged[].note"), *_of("wish", "other", "text"),
        ),
        _ANYBODY, _NOTE, _REMOVED, Way.TEXT,
    ),
    Held(
        "Teksten bij partners en krachten",
        (
            *_of("assessment", "of_person", "of_organisation", "shared", "bringing", "wanting",
                 "note"),
            *_of("force_field", "forces[].what"),
        ),
        "personen bij partners en wie verder genoemd wordt", "een gesprek voorbereiden", _REMOVED,
        Way.TEXT,
    ),
    Held(
        "Teksten bij afwegingen en besluiten",
        (
            "entry.value", *_of("consideration", "options[].note"), *_criteria("consideration"),
            *_criteria("criteria_set"), *_criteria("decision", "decision.criteria[]"),
            *_of("decision", "decision.options[].note", "decision.cells[].note",
                 "decision.decision", "decision.actions[].what"),
            *_of("review", "scores[].note", "conclusion"),
        ),
        _ANYBODY, "een besluit kunnen uitleggen", _REMOVED, Way.TEXT,
    ),
    Held(
        "Teksten bij plannen, factsheets en materiaal",
        (
            *_of("step_plan", "checks[].text"), *_of("step_template", "checks[].text"),
            *_of("step_check", "evidence", "reason"),
            *_of("strategy", "ambition", "goals_words", "spots_words", "partners_words",
                 "considerations_words", "choices[].what"),
            *_of("factsheet_words", "story", "ask"), *_of("material", "summary", "text"),
        ),
        _ANYBODY, "ermee werken en erover berichten", _REMOVED, Way.TEXT,
    ),
)  # fmt: skip

# Tables of which no text is about a person: facts that come with the product, and what follows
# from the portfolio and is computed anew with it.
NOT_PERSONAL_TABLES = frozenset({
    "criterion", "fact_version", "form", "form_alias", "gemeente", "gemeente_activity",
    "gemeente_alias", "gemeente_merged", "gemeente_population", "goal", "goal_weight", "level",
    "migration", "dimension_value", "partner_activity", "partner_type", "partner_type_alias",
    "partnership_activity", "partnership_contribution", "partnership_gemeente",
    "partnership_partner", "partnership_period", "partnership_reach", "partnership_uncounted",
    "programme", "published_coverage", "region", "region_gemeente", "source", "status",
    "status_alias", "theme", "theme_alias", "theme_group", "theme_population",
})  # fmt: skip
# Other texts that are not about a person: codes, one of a fixed list, names of organisations and
# places; and what follows from a name (its key) or holds other places (content, the log).
NOT_PERSONAL = frozenset({
    "library.name", "library.name_key", "library.gemeenten[]", "library.goal_sets[].goals[].code",
    "partner.name_key", "partner.type", "partner.gemeente",
    "partnership.name_key", "partnership.themes[]", "partnership.gemeenten[]",
    "partnership.locations[]", "partnership.form", "partnership.level", "partnership.status",
    "partnership.contributions[].goal", "partnership.history[].status",
    "location.register", "location.id", "location.gemeente", "location.place", "location.kind",
    "register_load.register", "location_link.register", "location_link.location",
    "document.name_key", "document.content", "document.kind",
    "session.code", "participant.name_key", "participant.secret",
    "entry.option", "entry.criterion", "entry.field", "entry.edit",
    "material_file.hash", "material_file.content",
    "change.entity", "change.entity_id", "change.before", "change.after",
    *_of("consideration", "used_letters"),
    *_of("decision", "decision.library", "decision.cells[].option", "decision.cells[].criterion",
         "decision.outcome[].option", "decision.outcome[].band", "decision.chosen[]",
         "decision.data_version", "hash"),
    *_of("health_check", "judged[].condition"), *_of("material", "file.sha256"),
    *_of("partner_alias", "gemeente"), *_of("review", "option", "scores[].criterion"),
    *_of("report", "filters.regions[]", "filters.gemeenten[]", "filters.themes[]",
         "filters.statuses[]"),
    *_of("scenario", "imagined[].theme", "imagined[].gemeenten[]"),
    *_of("strategy", "goals[]"), *_of("view", "columns[]", "sort"),
})  # fmt: skip
# What is not searched, and why not; said wherever somebody is looked for.
NOT_SEARCHED = (
    "De inhoud van bestanden in het Dossier (Word, pdf) wordt niet doorzocht: alleen hun naam en "
    "wat u erover schreef.",
    "Back-ups en bestanden die u hebt gedownload, worden niet doorzocht.",
)

_BY_PLACE = {place: held for held in HELD for place in held.places}


def held_at(of: str, field: str) -> Held | None:
    """What stands in a field of a row; `of` is its table, or the kind of the document.

    >>> held_at("agreement", "content.owner").way
    <Way.PERSON: 'veld'>
    """
    own = _BY_PLACE.get(f"{of}.{field}")
    return own or (_BY_PLACE.get(f"document.{field}") if of not in _TABLES else None)


def all_places() -> Iterable[str]:
    """Every place on the list."""
    return _BY_PLACE


_TABLES = {
    "batch", "entry", "library", "location", "location_link", "material_file", "participant",
    "partner", "partnership", "register_load", "session",
}  # fmt: skip
