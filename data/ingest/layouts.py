"""The columns of a spreadsheet of partnerships: names, synonyms, and what goes in each."""

from collections import Counter
from dataclasses import dataclass

from core.names import name_key
from data.ingest.columns import Layout, layout
from data.store import Row

EXAMPLE_PREFIX = "voorbeeld:"


@dataclass(frozen=True)
class Column:
    """A column: its field in TypedPartnership, other spellings, and a note for the template."""

    name: str
    field: str
    note: str
    spellings: str = ""
    required: bool = False


COLUMNS = (
    Column(
        "naam",
        "name",
        "Titel van de samenwerking. Samen met de bibliotheek herkent het programma "
        "hieraan een samenwerking die al bekend is.",
        "naam samenwerking, naam van de samenwerking, samenwerkingsnaam, samenwerking, titel, "
        "projectnaam, naam project",
        True,
    ),
    Column(
        "bibliotheek",
        "library",
        "Naam van de bibliotheek. Mag leeg blijven als er maar één is.",
        "naam bibliotheek, bibliotheekorganisatie, basisbibliotheek, bibliotheeknaam",
    ),
    Column(
        "partner",
        "partners",
        "Een of meer organisaties, gescheiden door een puntkomma.",
        "partners, partner(s), naam partner, partnernaam, organisatie, organisaties, naam "
        "organisatie, partnerorganisatie, partnerorganisaties, samenwerkingspartner, "
        "samenwerkingspartners, partij, partijen",
        True,
    ),
    Column(
        "partnertype",
        "partner_type",
        "Soort partner; geldt voor alle partners in de rij.",
        "type partner, soort partner, partnersoort, partnertypen, type organisatie, "
        "organisatietype, soort organisatie, type",
    ),
    Column(
        "thema",
        "themes",
        "Een of meer thema's (code of naam), gescheiden door een puntkomma.",
        "thema's, themas, themacode, thema (code)",
        True,
    ),
    Column(
        "programma",
        "programmes",
        "Een of meer programma's, gescheiden door een puntkomma.",
        "programma's, programmas, programmanaam",
    ),
    Column(
        "gemeente",
        "gemeenten",
        "Een of meer gemeenten (naam of GM-code), gescheiden door een "
        "puntkomma. Leeg: het hele werkgebied.",
        "gemeenten, gemeentes, gemeentenaam, naam gemeente, gemeentecode, gemeente(n)",
    ),
    Column(
        "locatie",
        "locations",
        "Nummers uit het register (BRIN met vestiging, LRK-nummer) waarvoor "
        "de samenwerking geldt, gescheiden door een puntkomma.",
        "locaties, locatie-id, locatie-ids, locatiecode, locatienummer, brin, brinnummer, "
        "brin-vestiging, vestiging, vestigingen, vestigingscode, vestigingsnummer, lrk, lrk-id, "
        "lrk-nummer, register-id",
    ),
    Column(
        "vorm",
        "form",
        "Vorm van de samenwerking, uit de lijst.",
        "samenwerkingsvorm, vorm samenwerking, vorm van samenwerking, soort samenwerking, "
        "type samenwerking",
    ),
    Column(
        "niveau",
        "level",
        "Lokaal, regionaal, provinciaal of landelijk.",
        "schaal, schaalniveau, niveau samenwerking, samenwerkingsniveau",
    ),
    Column(
        "status",
        "status",
        "Stand van de samenwerking, uit de lijst.",
        "stand, fase, status samenwerking, huidige status",
        True,
    ),
    Column(
        "start",
        "start_date",
        "Begindatum, bijvoorbeeld 01-09-2026.",
        "startdatum, datum start, begin, begindatum, datum begin, ingangsdatum, gestart op, vanaf",
    ),
    Column(
        "einde",
        "end_date",
        "Einddatum; niet vóór de start.",
        "eind, einddatum, eindedatum, datum einde, datum eind, tot, tot en met, t/m, loopt tot",
    ),
    Column(
        "reden_einde",
        "ended_reason",
        "Waarom de samenwerking is beëindigd; alleen bij de status Beëindigd.",
        "reden einde, reden van einde, reden beëindiging, reden van beëindiging, reden beëindigd, "
        "reden van beëindigen, beëindigingsreden, waarom beëindigd, waarom gestopt",
    ),
    Column(
        "evaluatie",
        "evaluation_date",
        "Datum van de volgende evaluatie.",
        "evaluatiedatum, datum evaluatie, evaluatie op, volgende evaluatie, evaluatiemoment",
    ),
    Column(
        "overeenkomst",
        "agreement",
        "Ja of nee, of de datum van ondertekening.",
        "overeenkomst getekend, getekende overeenkomst, getekend, ondertekend, datum overeenkomst, "
        "overeenkomst (ja/nee), overeenkomst ja/nee, contract",
    ),
    Column(
        "eigenaar",
        "owner",
        "Naam of functie van wie verantwoordelijk is.",
        "verantwoordelijke, trekker, accounthouder, projectleider, "
        "relatiebeheerder, eigenaar bibliotheek, coördinator",
    ),
    Column(
        "uren_per_jaar",
        "hours",
        "Uren van de bibliotheek per jaar, 0 of meer.",
        "uren, aantal uren, uren/jaar, uren p/j, ureninzet, inzet uren, inzet in uren, jaaruren",
    ),
    Column(
        "budget_per_jaar",
        "budget",
        "Euro's van de bibliotheek per jaar, 0 of meer.",
        "budget, budget/jaar, budget p/j, budget in euro, kosten, kosten per jaar, bedrag, "
        "bedrag per jaar, jaarbudget",
    ),
    Column(
        "beoogd_resultaat",
        "intended_result",
        "Wat de samenwerking moet opleveren.",
        "beoogde resultaten, beoogd effect, beoogde opbrengst",
    ),
    Column(
        "behaald_resultaat",
        "actual_result",
        "Wat de samenwerking heeft opgeleverd.",
        "behaalde resultaten, resultaat, resultaten, opbrengst",
    ),
    Column(
        "notitie",
        "note",
        "Vrije tekst.",
        "notities, opmerking, opmerkingen, toelichting",
    ),
)
FIELDS = {column.name: column.field for column in COLUMNS}
COLUMN_OF = {column.field: column.name for column in COLUMNS}


def partnership_layout(goals: list[Row]) -> Layout:
    """The layout of a spreadsheet of partnerships, with a column for every goal (code, label).

    A code means its goal before it can mean anything else of a goal; a label that several goals
    have means none of them.
    """
    names = {column.name: column.spellings for column in COLUMNS}
    found = layout(
        "samenwerkingen", names, tuple(column.name for column in COLUMNS if column.required)
    )
    columns = found.columns
    for goal in goals:
        columns.setdefault(name_key(goal["code"]), goal["code"])
    labels = Counter(name_key(goal["label"]) for goal in goals)
    for goal in goals:
        code, label = goal["code"], name_key(goal["label"])
        for spelling in ("bijdrage", "bijdrage aan", "score", "doel"):
            columns.setdefault(name_key(spelling + code), code)
        if label and labels[label] == 1:
            columns.setdefault(label, code)
        columns.setdefault(name_key(code) + label, code)
    return found
